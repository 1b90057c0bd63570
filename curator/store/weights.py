"""The weights of matching that one database has learned: kept with their version, switched off at will.

Never works any out; that is `match.learning`'s.
"""

from __future__ import annotations

import json

from curator.match.weights import SHIPPED, Weights
from curator.store.database import Database
from curator.store.match_state import set_state, state

EVERY = 10
"""So many new answers, and it is time to learn from them."""
_OFF = "off"


def learned_weights(database: Database) -> Weights:
    """The weights that this database has learned, or the shipped ones.

    What was learned upon other shipped weights than today's holds no more; it is learned anew from the log.
    """
    kept = state(database, "learned")
    if not kept:
        return SHIPPED
    version, same, contradicts = json.loads(kept)
    return Weights(version, same, contradicts) if version.startswith(f"{SHIPPED.version}+") else SHIPPED


def keep(database: Database, weights: Weights) -> None:
    """Match with these from now on."""
    learned = json.dumps([weights.version, dict(weights.same), dict(weights.contradicts)])
    with database.writing():
        set_state(database, "learned", learned)
        set_state(database, "learning", "")


def forget(database: Database) -> None:
    """Go back to the shipped weights, and learn no more until asked to."""
    with database.writing():
        set_state(database, "learned", "")
        set_state(database, "learning", _OFF)


def learns(database: Database) -> bool:
    """Whether weights are refitted while somebody reviews."""
    return state(database, "learning") != _OFF


def due(database: Database) -> bool:
    """Whether enough was answered since the weights were fitted, and learning is not switched off."""
    learned = int(learned_weights(database).version.partition("+")[2] or 0)
    return abs(answered(database) - learned) >= EVERY and learns(database)


def answered(database: Database) -> int:
    """How many pairs reviewers have spoken of."""
    rows = database.rows("SELECT count FROM tally WHERE name BETWEEN 'relations ' AND 'relations~'")
    return sum(row[0] for row in rows)
