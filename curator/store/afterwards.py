"""What a verdict came to: the status of its claim right after it, from the log alone.

Folds what was said of the claim and of those around it, as far as the event; never looks at what stands now.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from curator.models import Event
from curator.review.clusters import joins
from curator.review.facts import read
from curator.review.fold import fold
from curator.review.verdicts import Origin
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.log import EVENT_COLUMNS, Log
from curator.store.rows import stored_status

VERDICTS = frozenset({"confirm", "reject", "adjudicate"})
"""Kinds of events that give a claim its status."""


class Afterwards:
    """The log of one database up to one event."""

    def __init__(self, database: Database, event: Event) -> None:
        self._db = database
        self._corpus = Corpus(database)
        self._fact = read(Log(database).base(event))
        self._until = event.hlc, event.reviewer, event.rseq
        self._events: dict[str, Event] = {}

    def status(self) -> str:
        """The status of its claim right after the event, "" of an event that is no verdict on a claim."""
        claim = self._fact.claim_id
        if not claim or self._fact.other_id or self._fact.kind not in VERDICTS:
            return ""
        cluster = self._gather({claim})
        # what others of two clusters said of each other can make this claim disputed
        self._gather({other for event in self._events.values() for other in read(event).claim_ids} - cluster)
        judgement = fold(self._events.values(), self._origins().__getitem__).judgements.get(claim)
        return stored_status(judgement) if judgement else ""

    def _gather(self, claims: set[str]) -> set[str]:
        """Read what was said of these claims and of all that were ever merged with them; gives them all."""
        known, new = set[str](), claims
        while new:
            found = self._spoken(new)
            self._events |= {event.event_id: event for event in found}
            known |= new
            facts = map(read, found)
            new = {claim for fact in facts if joins(fact) for claim in fact.claim_ids} - known
        return known

    def _spoken(self, claims: Iterable[str]) -> list[Event]:
        """Everything said of these claims up to the event, with what was taken back."""
        numbers = self._corpus.numbers(claims)
        rows = self._db.rows(
            f"SELECT DISTINCT {EVENT_COLUMNS} FROM json_each(?) j JOIN event_claim k ON k.claim_no = j.value "
            "JOIN decision_event e ON e.seq = k.seq WHERE (e.hlc, e.reviewer, e.rseq) <= (?, ?, ?)",
            (json.dumps(list(numbers.values())), *self._until),
        )
        return [Event(*row) for row in rows]

    def _origins(self) -> dict[str, Origin]:
        claims = {claim for event in self._events.values() for claim in read(event).claim_ids}
        rows = self._db.rows(
            "SELECT c.id, c.origin FROM json_each(?) j JOIN claim c ON c.id = j.value",
            (json.dumps(list(claims)),),
        )
        origins: dict[str, Origin] = dict.fromkeys(claims, "found")
        return origins | dict(rows)
