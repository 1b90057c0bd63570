"""How many pairs are still unfound: what was decided, what was drawn at random, and what is open.

Reads in short steps, so that no decision ever waits for it. Estimates nothing itself; that is for the rules.
"""

from __future__ import annotations

import json
import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from curator.models import CandidateKind
from curator.review.figures import FEWEST_DRAWN, Stratum, Unfound
from curator.review.lots import Draw, Meetings, remaining
from curator.review.unfound import estimate
from curator.store.additions import PERCENT
from curator.store.database import Database

_STEP = 2000
"""Rows read at once: some milliseconds, for which a decision would wait."""
_ROOM = 20_000
"""Candidates, open or not, among which closed ones are looked for at once."""
_BINS = 10
_MOST_SCORES = 20_000
_PLACES = 200
_FINE = 1_000_000
_ANSWER = {"same": "merge", "contradicts": "contradict"}


class UnfoundPairs:
    """The estimates over one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, kind: CandidateKind) -> Unfound:
        """How many pairs of a kind are left among the open proposals.

        Judging by the pairs drawn at random where there are enough of them, else by all that were decided.
        """
        judged: Counter[int] = Counter()
        hits: Counter[int] = Counter()
        left: Counter[int] = Counter()
        scores: dict[int, float] = {}
        for score, relation in self._judged(kind):
            judged[_bin(score)] += 1
            hits[_bin(score)] += relation == kind
        for score, count in self._open(kind):
            left[_bin(score)] += count
            scores[_bin(score)] = scores.get(_bin(score), 0.0) + score * count
        strata = [
            Stratum(scores[bin] / left[bin] if left[bin] else 0.0, judged[bin], hits[bin], left[bin])
            for bin in range(_BINS)
        ]
        draws = self._draws(kind)
        if len(draws) >= FEWEST_DRAWN:
            low, likely, high = remaining(draws, left.total())
        else:
            low, likely, high = estimate(strata)
        return Unfound(kind, hits.total(), judged.total(), left.total(), low, likely, high, len(draws))

    # -- by their scores -------------------------------------------------------------------------------

    def _judged(self, kind: CandidateKind) -> Iterator[tuple[float, str]]:
        """(score, relation) of the proposals of a kind that a reviewer decided."""
        after = (-1, -1)
        while rows := self._db.rows(
            "SELECT r.left_no, r.right_no, c.score, r.relation FROM relation r CROSS JOIN candidate c "
            "ON c.left_no = r.left_no AND c.right_no = r.right_no AND c.kind = ?1 "
            "WHERE (r.left_no, r.right_no) > (?2, ?3) ORDER BY r.left_no, r.right_no LIMIT ?4",
            (kind, *after, _STEP),
        ):
            yield from ((row[2], row[3]) for row in rows)
            if len(rows) < _STEP:
                return
            after = (rows[-1][0], rows[-1][1])

    def _open(self, kind: CandidateKind) -> Iterator[tuple[float, int]]:
        """(mean score, how many) of the open proposals; of very many a spread sample, scaled up."""
        row = self._db.first("SELECT count FROM tally WHERE name = ?", (f"candidates {kind} 1",))
        total = int(row[0]) if row else 0
        counts: Counter[int] = Counter()
        sums: Counter[int] = Counter()
        for score in self._all_open(kind) if total <= _MOST_SCORES else self._some_open(kind):
            counts[_bin(score)] += 1
            sums[_bin(score)] += round(score * _FINE)
        seen = counts.total()
        passed = told = 0
        for bin, count in counts.items():
            # Rounded as a running sum: whatever was sampled, all bins together are as many as are open.
            passed += count
            reached = round(passed * total / seen)
            yield sums[bin] / count / _FINE, reached - told
            told = reached

    def _all_open(self, kind: CandidateKind) -> Iterator[float]:
        percent, no = 100, 0
        while rows := self._db.rows(
            f"SELECT score, {PERCENT}, no FROM candidate WHERE open = 1 AND kind = ?1 AND {PERCENT} <= ?2 "
            f"AND ({PERCENT} < ?2 OR no > ?3) ORDER BY {PERCENT} DESC, no LIMIT ?4",
            (kind, percent, no, _STEP),
        ):
            yield from (row[0] for row in rows)
            if len(rows) < _STEP:
                return
            _, percent, no = rows[-1]

    def _some_open(self, kind: CandidateKind) -> Iterator[float]:
        """Scores from many places of the database, which no order of them has a part in."""
        low, high = self._db.one(
            "SELECT (SELECT min(left_no) FROM candidate), (SELECT max(left_no) FROM candidate)"
        )
        draw = random.Random(low ^ high)  # noqa: S311 - sampling, not secrets
        for _ in range(_PLACES):
            rows = self._db.rows(
                "SELECT score FROM candidate WHERE left_no >= ? AND kind = ? AND +open = 1 "
                "ORDER BY left_no, right_no LIMIT ?",
                (draw.randint(low, high), kind, _MOST_SCORES // _PLACES),
            )
            yield from (row[0] for row in rows)

    # -- drawn at random -------------------------------------------------------------------------------

    def _draws(self, kind: CandidateKind) -> list[Draw]:
        """What came of each pair that was drawn at random from the open proposals of a kind."""
        answered = list(self._lots(kind))
        if len(answered) < FEWEST_DRAWN:
            return [Draw(pool, hit, 0) for pool, hit, _ in answered]
        found = sorted(self._found(kind))
        return [Draw(pool, hit, len(found) - bisect_right(found, moment)) for pool, hit, moment in answered]

    def _lots(self, kind: CandidateKind) -> Iterator[tuple[int, bool, str]]:
        """(pool, whether it was of the kind, when it was answered) of each draw that stands."""
        after = 0
        while rows := self._db.rows(
            "SELECT seq, kind, wall_time, payload FROM decision_event WHERE seq > ? "
            "AND kind IN ('merge','contradict','dismiss') AND seq NOT IN (SELECT seq FROM undone) "
            "ORDER BY seq LIMIT ?",
            (after, _STEP),
        ):
            for _, verb, moment, payload in rows:
                lot = json.loads(payload).get("lot") if '"lot"' in payload else None
                if isinstance(lot, dict) and lot.get("kind") == kind and isinstance(lot.get("pool"), int):
                    yield lot["pool"], verb == _ANSWER[kind], moment
            after = rows[-1][0]

    def _found(self, kind: CandidateKind) -> Iterator[str]:
        """When each closed proposal of a kind was found to be of it, decided or inferred."""
        meetings = Meetings()
        for left, right, moment in self._words("same"):
            meetings.join(left, right, moment)
        if kind == "contradicts":
            for left, right, moment in self._words("contradicts"):
                meetings.oppose(left, right, moment)
        when = meetings.joined if kind == "same" else meetings.opposed
        for left, right in self._closed(kind):
            if (met := when(left, right)) is not None:
                yield met

    def _words(self, relation: str) -> list[tuple[int, int, str]]:
        """The pairs of which a relation was said and stands, in the order in which it was."""
        found: list[tuple[int, int, str]] = []
        after = (-1, -1)
        while rows := self._db.rows(
            "SELECT left_no, right_no, decided_at FROM relation WHERE (left_no, right_no) > (?, ?) "
            "AND relation = ? AND conflict = '' ORDER BY left_no, right_no LIMIT ?",
            (*after, relation, _STEP),
        ):
            found += rows
            after = (rows[-1][0], rows[-1][1])
        return sorted(found, key=lambda word: word[2])

    def _closed(self, kind: CandidateKind) -> Iterator[tuple[int, int]]:
        row = self._db.first("SELECT max(no) FROM candidate")
        last = row[0] if row and row[0] else 0
        for start in range(0, last + 1, _ROOM):
            yield from self._db.rows(
                "SELECT left_no, right_no FROM candidate WHERE no BETWEEN ? AND ? AND open = 0 AND kind = ?",
                (start, start + _ROOM - 1, kind),
            )


def _bin(score: float) -> int:
    return min(_BINS - 1, max(0, int(score * _BINS)))
