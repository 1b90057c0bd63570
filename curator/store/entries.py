"""Events as the log is told: whether each stands, what an undo takes back, and the claims spoken of.

Reads only, and by the ids of events alone; what is shown where is for `log_pages` and `history`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from curator.models import ClaimView, Event
from curator.review.facts import read
from curator.review.history import Entry, Named
from curator.store.claim_rows import CLAIM_COLUMNS, CLAIM_WIDTH, claim_of
from curator.store.database import Database, Row
from curator.store.log import EVENT_COLUMNS
from curator.telling import told

Key = tuple[str, str, int]


def entries(database: Database, events: Sequence[Event]) -> list[Entry]:
    """Events with whether they stand, what undos take back in the end, and the claims spoken of."""
    bases = _bases(database, events)
    gone = {
        row[0]
        for row in database.rows(
            "SELECT u.seq FROM json_each(?) j JOIN undone u ON u.seq = j.value",
            (json.dumps([event.seq for event in events]),),
        )
    }
    facts = {event.event_id: read(bases[event.event_id]) for event in events}
    names = _names(database, {claim for fact in facts.values() for claim in fact.claim_ids})
    return [
        Entry(
            event,
            event.seq not in gone,
            bases[event.event_id],
            tuple(names.get(claim, Named(claim, "", "")) for claim in facts[event.event_id].claim_ids),
        )
        for event in events
    ]


def _bases(database: Database, events: Sequence[Event]) -> dict[str, Event]:
    """For each event what it takes back or restores in the end, or itself."""
    bases = {event.event_id: event for event in events}
    while targets := {base.target for base in bases.values() if base.target is not None}:
        rows = database.rows(
            f"SELECT {EVENT_COLUMNS} FROM json_each(?) j JOIN decision_event e ON e.event_id = j.value",
            (json.dumps(list(targets)),),
        )
        known = {row[1]: Event(*row) for row in rows}
        bases = {id_: known[base.target] if base.target is not None else base for id_, base in bases.items()}
    return bases


def _names(database: Database, claim_ids: Iterable[str]) -> dict[str, Named]:
    rows = database.rows(
        f"SELECT {CLAIM_COLUMNS}, coalesce(s.speaker, c.speaker), coalesce(s.wording, c.text), "
        'coalesce(s.start, c.start), coalesce(s."end", c."end") FROM json_each(?) j '
        "JOIN claim c ON c.id = j.value JOIN claim_state s ON s.no = c.no "
        "JOIN article a ON a.no = c.article_no",
        (json.dumps(list(claim_ids)),),
    )
    return {row[0]: _named(row) for row in rows}


def _named(row: Row) -> Named:
    speaker, wording, start, end = row[CLAIM_WIDTH:]
    view = ClaimView(claim_of(row), wording=wording, speaker=speaker, start=start, end=end)
    return Named(view.claim.id, speaker, told(view), view.claim)


def key_of(event: Event) -> Key:
    """Where an event stands in the order of the fold."""
    return event.hlc, event.reviewer, event.rseq
