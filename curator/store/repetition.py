"""Which of a reviewer's verdicts to ask again now, and all that was answered so far, from the log alone.

Nothing is kept besides the log, so it goes on after a restart and after a union. Never writes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from curator.frozen import dataclass
from curator.models import VerdictWord, reviewer_name
from curator.review import clock
from curator.review.facts import Fact
from curator.review.repetition import LOOKED_BACK, Answers, Own, due
from curator.review.verdicts import VERDICT_OF
from curator.store.database import Database
from curator.store.log import Log
from curator.store.times import now_ms

_STEP = 20_000
"""Events looked through at once."""
_ROOM = 40
"""Answers to repetitions that may lie among the verdicts looked back at."""


@dataclass(frozen=True, slots=True)
class Due:
    """A verdict to be asked again."""

    claim_id: str
    event_id: str
    verdict: VerdictWord
    decided_at: str


class Repetitions:
    """What is asked again in one database."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._log = Log(database)

    def due(self, reviewer: str, share: float, besides: Collection[str] = ()) -> Due | None:
        """The verdict of a reviewer that waits longest to be asked again; None where none is due.

        `besides`: claims that are not asked now.
        """
        for own in due(self._own(reviewer), share, now_ms()):
            found = self._still(own.event_id, reviewer)
            if found is not None and found.claim_id not in besides:
                return found
        return None

    def _own(self, reviewer: str) -> list[Own]:
        """The reviewer's last standing verdicts and answers, the newest first."""
        found: list[tuple[str, Own]] = []
        for chain in self._log.chains(reviewer):
            rows = self._db.rows(
                "SELECT e.event_id, e.hlc, e.kind, json_extract(e.payload, '$.group') IS NOT NULL "
                "FROM decision_event e WHERE e.reviewer = ? AND e.kind IN ('confirm','reject','repeat') "
                "AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.seq = e.seq) ORDER BY e.rseq DESC LIMIT ?",
                (chain, LOOKED_BACK + _ROOM),
            )
            for event_id, hlc, kind, grouped in rows:
                moment = clock.parse(hlc)[0]
                found.append((hlc, Own(event_id, chain, moment, kind == "repeat", bool(grouped))))
        return [own for _, own in sorted(found, key=lambda entry: entry[0], reverse=True)]

    def _still(self, event_id: str, reviewer: str) -> Due | None:
        """A verdict that still is the reviewer's, on a claim by itself that is as it was then and was not
        asked again yet."""
        row = self._db.first(
            """
            SELECT c.id, e.event_id, v.verdict, v.decided_at FROM decision_event e
            JOIN claim c ON c.id = json_extract(e.payload, '$.claim') JOIN claim_state s ON s.no = c.no
            JOIN verdict v ON v.claim_no = c.no AND v.reviewer = ?2 AND v.seq = e.seq
            WHERE e.event_id = ?1 AND s.status IN ('confirmed','rejected','disputed')
              AND s.canonical_no = s.no AND NOT EXISTS (
                SELECT 1 FROM claim_state m WHERE m.canonical_no = s.no AND m.canonical_no <> m.no)
              AND NOT EXISTS (
                SELECT 1 FROM event_claim k JOIN decision_event r ON r.seq = k.seq WHERE k.claim_no = c.no
                AND (r.kind = 'edit' AND r.hlc > e.hlc
                  OR r.kind = 'repeat' AND r.reviewer > ?2 || '@' AND r.reviewer < ?2 || 'A')
                AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.seq = r.seq))
            """,
            (event_id, reviewer),
        )
        return Due(*row) if row else None

    def of(self, answer: Fact) -> Due | None:
        """What an answer to a repetition was the answer to; None where that is not there."""
        row = self._db.first(
            "SELECT kind, wall_time FROM decision_event WHERE event_id = ?", (answer.repeat_of,)
        )
        if row is None or row[0] not in VERDICT_OF:
            return None
        return Due(answer.claim_id, answer.repeat_of, VERDICT_OF[row[0]], row[1])

    def answers(self) -> Iterator[Answers]:
        """(reviewer, first verdict, second) of every claim that was asked again, of which both stand."""
        last = self._db.one("SELECT coalesce(max(seq), 0) FROM decision_event")[0]
        for start in range(0, last, _STEP):
            for again, first, kind, word in self._db.rows(
                "SELECT e.reviewer, f.reviewer, f.kind, json_extract(e.payload, '$.word') "
                "FROM decision_event e JOIN decision_event f "
                "ON f.event_id = json_extract(e.payload, '$.repeat_of') "
                "WHERE e.seq > ? AND e.seq <= ? AND e.kind = 'repeat' "
                "AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.seq IN (e.seq, f.seq))",
                (start, start + _STEP),
            ):
                name = reviewer_name(again)
                if name == reviewer_name(first) and kind in VERDICT_OF and word in VERDICT_OF.values():
                    yield name, VERDICT_OF[kind], word
