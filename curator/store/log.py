"""The decision log: appends events to this installation's chain and reads them back.

Only ever inserts. An event's meaning is for `curator.review`; here it is columns and hashes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from heapq import merge
from itertools import takewhile
from typing import Any

from curator.models import CuratorError, Event
from curator.review import clock
from curator.review.facts import Fact, read
from curator.store.database import Database
from curator.store.times import now_ms, written
from curator.store.troubles import Damaged

EVENT_COLUMNS = (
    "e.seq, e.event_id, e.reviewer, e.rseq, e.hlc, e.wall_time, e.kind, e.target, e.payload, "
    "e.prev_hash, e.hash"
)
_PAGE = 1000
_INSERT = (
    "INSERT INTO decision_event(event_id, reviewer, rseq, hlc, wall_time, kind, target, payload, "
    "prev_hash, hash) VALUES (?,?,?,?,?,?,?,?,?,?)"
)


class Log:
    """The events of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    # -- appending -------------------------------------------------------------------------------------

    def append(
        self, reviewer: str, kind: str, payload: Mapping[str, Any], target: str | None = None
    ) -> Event:
        """Write one event at the head of the chain `reviewer`, inside `writing()`."""
        import secrets  # with the hashes of the chain a library that reading can do without

        from curator.review import chain

        head = self._db.first(
            "SELECT rseq, hash FROM decision_event WHERE reviewer = ? ORDER BY rseq DESC LIMIT 1", (reviewer,)
        )
        rseq, prev_hash = (head[0] + 1, head[1]) if head else (1, chain.GENESIS)
        last = self._db.first("SELECT hlc FROM decision_event ORDER BY hlc DESC LIMIT 1")
        moment = now_ms()
        columns: dict[str, Any] = {
            "event_id": secrets.token_hex(16),
            "reviewer": reviewer,
            "rseq": rseq,
            "hlc": self._next_reading(last[0] if last else "", moment),
            "wall_time": written(moment),
            "kind": kind,
            "target": target,
            "payload": chain.canonical_json(payload),
            "prev_hash": prev_hash,
        }
        columns["hash"] = chain.event_hash(**columns)
        return self.insert(Event(seq=0, **columns))

    def _next_reading(self, last: str, moment: int) -> str:
        try:
            return clock.next_reading(last, moment)
        except ValueError:
            raise Damaged(f"the clock of the last decision cannot be read ({last!r})") from None

    def insert(self, event: Event) -> Event:
        """Write a finished event, inside `writing()`, and index the claims that it speaks of."""
        seq = self._db.insert(
            _INSERT,
            (
                event.event_id,
                event.reviewer,
                event.rseq,
                event.hlc,
                event.wall_time,
                event.kind,
                event.target,
                event.payload,
                event.prev_hash,
                event.hash,
            ),
        )
        written_event = replace(event, seq=seq)
        self.index(written_event)
        return written_event

    def index(self, event: Event) -> None:
        """Note which claims and names an event speaks of, an undo of those of what it takes back."""
        fact = read(self.base(event))
        for name in fact.names:
            self._db.run(
                "INSERT INTO speaker_form(form, claims, automatic, speaker) VALUES (?1, 0, ?1, ?1) "
                "ON CONFLICT(form) DO NOTHING",
                (name,),
            )
            self._db.run("INSERT INTO speaker_due(form) VALUES (?) ON CONFLICT DO NOTHING", (name,))
            self._db.run("INSERT OR IGNORE INTO event_form(form, seq) VALUES (?, ?)", (name, event.seq))
        for claim_id in fact.claim_ids:
            self._db.run(
                "INSERT OR IGNORE INTO event_claim(claim_no, seq) SELECT no, ? FROM claim WHERE id = ?",
                (event.seq, claim_id),
            )

    # -- reading ---------------------------------------------------------------------------------------

    def event(self, event_id: str) -> Event:
        """One event; raises CuratorError for an unknown id."""
        row = self._db.first(
            f"SELECT {EVENT_COLUMNS} FROM decision_event e WHERE e.event_id = ?",
            (event_id,),
        )
        if row is None:
            raise CuratorError(f"there is no decision {event_id}")
        return Event(*row)

    def named(self, event_ids: Iterable[str]) -> tuple[Event, ...]:
        """The events with these ids, in the order of the fold."""
        rows = self._db.rows(
            f"SELECT {EVENT_COLUMNS} FROM json_each(?) j JOIN decision_event e ON e.event_id = j.value "
            "ORDER BY e.hlc, e.reviewer, e.rseq",
            (json.dumps(list(event_ids)),),
        )
        return tuple(Event(*row) for row in rows)

    def standing(self, claim_nos: Iterable[int]) -> list[Fact]:
        """What stands of these claims, in the order of the fold."""
        return self._facts(claim_nos, "AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.seq = e.seq)")

    def spoken(self, claim_nos: Iterable[int]) -> list[Fact]:
        """Everything ever said of these claims, in the order of the fold."""
        return self._facts(claim_nos, "")

    def _facts(self, claim_nos: Iterable[int], condition: str) -> list[Fact]:
        rows = self._db.rows(
            f"SELECT DISTINCT {EVENT_COLUMNS} FROM json_each(?) j "
            "JOIN event_claim k ON k.claim_no = j.value JOIN decision_event e ON e.seq = k.seq "
            f"WHERE e.kind <> 'undo' {condition} ORDER BY e.hlc, e.reviewer, e.rseq",
            (json.dumps(list(claim_nos)),),
        )
        return [read(Event(*row)) for row in rows]

    def stands(self, event: Event) -> bool:
        return self._db.first("SELECT 1 FROM undone WHERE seq = ?", (event.seq,)) is None

    def undos(self, base: Event) -> list[Fact]:
        """`base` with every undo of it, every undo of those, and so on."""
        found, targets = [base], [base.event_id]
        while targets:
            rows = self._db.rows(
                f"SELECT {EVENT_COLUMNS} FROM json_each(?) j JOIN decision_event e ON e.target = j.value",
                (json.dumps(targets),),
            )
            events = [Event(*row) for row in rows]
            found += events
            targets = [event.event_id for event in events]
        return [read(event) for event in found]

    def base(self, event: Event) -> Event:
        """The event itself, or of an undo what it takes back or restores in the end."""
        while event.target is not None:
            event = self.event(event.target)
        return event

    def chains(self, name: str) -> list[str]:
        """The chains of the person `name`: one for each installation that they decided on."""
        found: list[str] = []
        last = f"{name}@"
        while True:
            row = self._db.one(
                "SELECT min(reviewer) FROM decision_event WHERE reviewer > ? AND reviewer < ?",
                (last, f"{name}A"),
            )
            if row[0] is None:
                return found
            found.append(last := row[0])

    def last_standing(self, name: str, *, undo: bool) -> Iterator[Event]:
        """Standing events of the person `name`, the newest first: only undos, or none of them."""
        return merge(
            *(self._last_standing(chain, undo=undo) for chain in self.chains(name)),
            key=lambda event: (event.hlc, event.reviewer, event.rseq),
            reverse=True,
        )

    def _last_standing(self, chain: str, *, undo: bool) -> Iterator[Event]:
        condition, rseq, size = "=" if undo else "<>", 1 << 62, 1
        while True:
            rows = self._db.rows(
                f"SELECT {EVENT_COLUMNS} FROM decision_event e WHERE e.reviewer = ? AND e.rseq < ? "
                f"AND e.kind {condition} 'undo' AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.seq = e.seq) "
                "ORDER BY e.rseq DESC LIMIT ?",
                (chain, rseq, size),
            )
            for row in rows:
                yield Event(*row)
            if len(rows) < size:
                return
            rseq, size = rows[-1][3], min(size * 4, _PAGE)

    def newest_decision(self, name: str) -> Iterator[Event]:
        """The last event of the person `name` that is no undo, whether or not it stands."""
        found = []
        for reviewer in self.chains(name):
            row = self._db.first(
                f"SELECT {EVENT_COLUMNS} FROM decision_event e WHERE e.reviewer = ? AND e.kind <> 'undo' "
                "ORDER BY e.rseq DESC LIMIT 1",
                (reviewer,),
            )
            if row is not None:
                found.append(Event(*row))
        return iter(sorted(found, key=lambda e: (e.hlc, e.reviewer, e.rseq), reverse=True)[:1])

    def neighbours(self, event: Event, belongs: Callable[[Event], bool]) -> list[Event]:
        """`event` with those right before and after it in its chain that belong to it, the last first."""
        members = [event]
        for comparison, order in (("<", "DESC"), (">", "ASC")):
            rseq, going_on = event.rseq, True
            while going_on:
                rows = self._db.rows(
                    f"SELECT {EVENT_COLUMNS} FROM decision_event e WHERE e.reviewer = ? "
                    f"AND e.rseq {comparison} ? ORDER BY e.rseq {order} LIMIT 100",
                    (event.reviewer, rseq),
                )
                together = list(takewhile(belongs, (Event(*row) for row in rows)))
                members += together
                going_on = bool(together) and len(together) == len(rows)
                rseq = together[-1].rseq if together else rseq
        return sorted(members, key=lambda e: e.rseq, reverse=True)

    def group_size(self, event: Event) -> int:
        """How many events stand in the chain with `event` in one group; found by halving, not by counting."""
        group = read(event).group
        return sum(self._reach(event, group, step) for step in (-1, 1)) + 1 if group else 1

    def ends_group(self, event: Event) -> bool:
        """Whether no event of the same group comes after one in its chain."""
        return not self._reach(event, read(event).group, 1)

    def _reach(self, event: Event, group: str, step: int) -> int:
        """How far the group goes on in the chain before or after an event."""

        def inside(distance: int) -> bool:
            row = self._db.first(
                "SELECT json_extract(payload, '$.group') FROM decision_event WHERE reviewer = ? AND rseq = ?",
                (event.reviewer, event.rseq + step * distance),
            )
            return row is not None and row[0] == group

        high = 1
        while inside(high):
            high *= 2
        low = high // 2
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if inside(middle) else (low, middle)
        return low

    def newest(
        self, *, claim_no: int | None = None, name: str = "", limit: int | None = None
    ) -> Iterator[Event]:
        """Events, the newest first in the order of the fold, a page at a time."""
        page: tuple[Any, ...] = ("\U0010ffff", "", 0)
        left = limit
        while left is None or left > 0:
            conditions, parameters = ["(e.hlc, e.reviewer, e.rseq) < (?, ?, ?)"], [*page]
            if name:
                conditions.append("e.reviewer >= ? AND e.reviewer < ?")
                parameters += [f"{name}@", f"{name}A"]
            if claim_no is not None:
                conditions.append("e.seq IN (SELECT seq FROM event_claim WHERE claim_no = ?)")
                parameters.append(claim_no)
            size = _PAGE if left is None else min(left, _PAGE)
            rows = self._db.rows(
                f"SELECT {EVENT_COLUMNS} FROM decision_event e WHERE {' AND '.join(conditions)} "
                "ORDER BY e.hlc DESC, e.reviewer DESC, e.rseq DESC LIMIT ?",
                (*parameters, size),
            )
            for row in rows:
                yield Event(*row)
            if len(rows) < size:
                return
            page = (rows[-1][4], rows[-1][2], rows[-1][3])
            left = None if left is None else left - len(rows)

    def heads(self) -> list[tuple[str, int, str]]:
        """(chain, rseq, hash) of the last event of each chain, by chain."""
        return self._db.rows(
            "SELECT reviewer, rseq, hash FROM decision_event e WHERE rseq = "
            "(SELECT max(rseq) FROM decision_event m WHERE m.reviewer = e.reviewer) ORDER BY reviewer"
        )
