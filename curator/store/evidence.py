"""The evidence of a candidate as it is stored: in words where there are few, in short where there are many.

In words it is a JSON list of [signal, share, words]. In short it is three characters a signal, whose meaning
the table `evidence_code` keeps, so that the file explains itself; the view `candidates` shows both alike.
Never scores and never finds words of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from curator.models import Evidence
from curator.store.database import Database
from curator.store.troubles import Damaged

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def evidence_json(evidence: Iterable[Evidence]) -> str:
    """Evidence in words as a compact JSON list."""
    return _encode([(e.signal, e.share, e.words) for e in evidence])


class EvidenceCodes:
    """What stored evidence means in one database."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._known: dict[str, tuple[str, str]] = {}

    def evidence(self, stored: str) -> tuple[Evidence, ...]:
        """The evidence behind what is stored; raises Damaged where there is none behind it."""
        try:
            if stored.startswith("["):
                return tuple(Evidence(*item) for item in json.loads(stored))
            from curator.match.digits import decoded
            from curator.match.turning import either_way

            shares = list(decoded(stored))
            if any(code not in self._known for code, _ in shares):
                self._known = self._stored()
            return tuple(
                Evidence(signal, share, either_way(words))
                for code, share in shares
                for signal, words in [self._known[code]]
            )
        except (ValueError, TypeError, KeyError):
            raise Damaged("the evidence of a candidate cannot be read") from None

    def legend(self) -> dict[str, str]:
        """From each feature of matching to its character, known ones as before; inside `writing()`."""
        from curator.match.shares import features, legend
        from curator.match.turning import either_way, feature_of

        known = {feature_of(words): code for code, (_, words) in self._stored().items()}
        found = legend(known)
        self._db.run_many(
            "INSERT INTO evidence_code(code, signal, words) VALUES (?,?,?) "
            "ON CONFLICT(code) DO UPDATE SET words = excluded.words",
            [(found[name], signal, either_way(name)) for signal, name in features()],
        )
        return found

    def _stored(self) -> dict[str, tuple[str, str]]:
        rows = self._db.rows("SELECT code, signal, words FROM evidence_code")
        return {code: (signal, words) for code, signal, words in rows}
