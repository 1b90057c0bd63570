"""The readings of the claims that have arrived, kept in the database so that no claim is read twice.

Derived from the claims: what is missing, or was written by another edition of the program, is read anew and
kept. Never scores and never compares.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from curator.match.compact import reading_of, written
from curator.match.reading import Reading, read
from curator.store.database import Database
from curator.store.postings import StoredCounts
from curator.store.tellings import Tellings, subjects

_KEPT = (
    "SELECT m.number, m.claim_no, r.reading FROM json_each(?) j CROSS JOIN match_claim m "
    "ON m.number = j.value LEFT JOIN match_reading r ON r.claim_no = m.claim_no ORDER BY m.number"
)


class StoredReadings:
    """The readings of claims by number; those asked for together are fetched together. Inside `writing()`."""

    def __init__(self, database: Database, counts: StoredCounts) -> None:
        self._db, self._counts = database, counts
        self._tellings = Tellings(database)
        self._known: dict[int, Reading] = {}

    def load(self, numbers: Iterable[int]) -> None:
        """Have these readings at hand, and how often their keys stand."""
        missing = [number for number in set(numbers) if number not in self._known]
        if not missing:
            return
        unread: dict[int, int] = {}
        for number, claim_no, line in self._db.rows(_KEPT, (json.dumps(missing),)):
            reading = reading_of(line) if line else None
            if reading is None:
                unread[number] = claim_no
            else:
                self._known[number] = reading
        self._read(unread)
        found = [self._known[number] for number in missing]
        self._counts.load(set().union(*(r.keys | r.speaker_keys | r.names.keys() for r in found)))

    def _read(self, claim_nos: dict[int, int]) -> None:
        """Read claims given by number, and keep what was read."""
        if not claim_nos:
            return
        readings = [read(subject) for subject in subjects(self._tellings.rows(list(claim_nos.values())))]
        self._known.update(zip(claim_nos, readings, strict=True))
        self._db.run_many(
            "INSERT OR REPLACE INTO match_reading(claim_no, reading) VALUES (?,?)",
            [(no, written(reading)) for no, reading in zip(claim_nos.values(), readings, strict=True)],
        )

    def of(self, numbers: Sequence[int]) -> list[Reading]:
        """The readings of some claims."""
        self.load(numbers)
        return [self._known[number] for number in numbers]

    def __getitem__(self, number: int) -> Reading:
        if number not in self._known:
            self.load([number])
        return self._known[number]
