"""What Progress shows: claims counted by kind, speaker and outlet, the rhythm, and agreement.

What grows with the database is read in short steps, so that no decision ever waits for it; nothing here
writes, and nothing decides.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import combinations, pairwise

from curator.models import KINDS, STATUSES, Agreement, VerdictWord
from curator.review.agreement import agreements, alpha
from curator.review.figures import Reliability, Rhythm, Tallied, Work
from curator.review.pace import per_minute
from curator.store.database import Database
from curator.store.lately import decided_lately
from curator.store.log import Log
from curator.store.openings import Openings
from curator.store.state import SUMMARY, ArticleSummary, summaries
from curator.store.times import now_ms
from curator.text import folded

_STEP = 2000
"""Claims read at once: some milliseconds, for which a decision would wait."""
_MOST_NAMES = 200
_MINUTES, _DAYS = 60, 30

Mark = tuple[int, int]
"""Differs from an earlier one when anything was written since, here or by another program."""


class Statistics:
    """Counts over one database as one reviewer sees them."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self._db = database
        self._reviewer = reviewer
        self._log = Log(database)

    def mark(self) -> Mark:
        """Where the file stands; costs microseconds and takes nothing from `Database.changed`."""
        version = int(self._db.one("PRAGMA data_version")[0])
        return hash((self._db.identity(), version)), self._db.connection.total_changes

    # -- claims ----------------------------------------------------------------------------------------

    def tallied(self) -> Iterator[Tallied]:
        """Claims by kind, speaker and outlet, told again and again as they are counted."""
        outlets = self._outlets()
        of = self._claims()
        kinds: Counter[tuple[str, str]] = Counter()
        voices: Counter[tuple[str, str]] = Counter()
        places: Counter[tuple[str, str]] = Counter()
        after = counted = 0
        while True:
            rows = self._db.rows(
                "SELECT s.no, s.status, c.kind, s.article_no, "
                "CASE s.status WHEN 'pending' THEN '' ELSE coalesce((SELECT f.speaker FROM speaker_form f "
                "WHERE f.form = coalesce(s.speaker, c.speaker)), s.speaker, c.speaker) END "
                "FROM claim_state s CROSS JOIN claim c ON c.no = s.no WHERE s.no > ? ORDER BY s.no LIMIT ?",
                (after, _STEP),
            )
            for no, status, kind, article_no, speaker in rows:
                after = no
                if status not in STATUSES:
                    continue
                kinds[kind, status] += 1
                places[outlets.get(article_no, ""), status] += 1
                if status != "pending":
                    voices[speaker, status] += 1
            counted += len(rows)
            ended = len(rows) < _STEP
            yield Tallied(
                of if ended else min(counted, of - 1),
                of,
                tuple(sorted(_works(kinds), key=_place_of_kind)),
                _first(_works(voices, key=str)),
                _first(_works(places)),
            )
            if ended:
                return

    def _outlets(self) -> dict[int, str]:
        """The publisher of every article, in short steps."""
        found: dict[int, str] = {}
        while rows := self._db.rows(
            "SELECT no, publisher FROM article WHERE no > ? ORDER BY no LIMIT ?",
            (next(reversed(found), 0), _STEP),
        ):
            found.update(rows)
        return found

    def _claims(self) -> int:
        row = self._db.one("SELECT coalesce(sum(count), 0) FROM tally WHERE name LIKE 'claims %'")
        return int(row[0])

    def articles(self, after: str, limit: int, *, backwards: bool) -> tuple[ArticleSummary, ...]:
        """Articles as they came in, after the one with this id ("" for the edge), or before it."""
        row = self._db.first("SELECT no FROM article WHERE id = ?", (after,)) if after else None
        edge = 1 << 62 if backwards else 0
        comparison, order = ("<", "DESC") if backwards else (">", "ASC")
        rows = self._db.rows(
            f"SELECT {SUMMARY} FROM article a JOIN article_state s ON s.no = a.no "
            f"WHERE a.no {comparison} ? ORDER BY a.no {order} LIMIT ?",
            (row[0] if row else edge, limit),
        )
        return tuple(summaries(rows, Openings(self._db)))

    # -- the rhythm ------------------------------------------------------------------------------------

    def rhythm(self) -> Rhythm:
        """How many events came in the last minutes and days, from the index of the log alone."""
        now = now_ms()
        minute = now - now % 60_000
        minutes = [minute - 60_000 * back for back in range(_MINUTES - 1, -2, -1)]
        return Rhythm(
            tuple(self._between(*edges) for edges in pairwise(minutes)),
            tuple(self._between(*edges) for edges in pairwise(_midnights(now, _DAYS))),
            per_minute(decided_lately(self._db, self._log, self._reviewer)),
        )

    def _between(self, start_ms: int, end_ms: int) -> int:
        row = self._db.one(
            "SELECT count(*) FROM decision_event WHERE hlc >= ? AND hlc < ?",
            (f"{start_ms:012x}", f"{end_ms:012x}"),
        )
        return int(row[0])

    # -- agreement and what is unfound -----------------------------------------------------------------

    def agreement(self) -> tuple[tuple[Agreement, ...], Reliability]:
        """How far every two reviewers, and all together, agree on the claims that several of them decided."""
        reviewers = self._reviewers()
        together: Counter[tuple[str, str, VerdictWord, VerdictWord]] = Counter()
        rated: Counter[tuple[int, int]] = Counter()
        if len(reviewers) > 1:
            for verdicts in self._verdicts():
                words = [word for _, word in verdicts]
                rated[words.count("confirmed"), words.count("rejected")] += 1
                for (left, said), (right, other) in combinations(verdicts, 2):
                    together[left, right, said, other] += 1
        alike = agreements((*key, count) for key, count in together.items())
        everyone = alpha((yes, no, claims) for (yes, no), claims in rated.items())
        return alike, Reliability(len(reviewers), rated.total(), everyone)

    def _reviewers(self) -> list[str]:
        """Who has a standing verdict, by name."""
        found: list[str] = []
        while True:
            row = self._db.one(
                "SELECT min(reviewer) FROM verdict WHERE reviewer > ?", (found[-1] if found else "",)
            )
            if row[0] is None:
                return found
            found.append(row[0])

    def _verdicts(self) -> Iterator[list[tuple[str, VerdictWord]]]:
        """The standing (reviewer, verdict)s of every claim that has several, a step at a time."""
        after: tuple[int, str] = (-1, "")
        claim, verdicts = -1, list[tuple[str, VerdictWord]]()
        while rows := self._db.rows(
            "SELECT claim_no, reviewer, verdict FROM verdict WHERE (claim_no, reviewer) > (?, ?) "
            "ORDER BY claim_no, reviewer LIMIT ?",
            (*after, _STEP),
        ):
            for no, reviewer, word in rows:
                if no != claim:
                    if len(verdicts) > 1:
                        yield verdicts
                    claim, verdicts = no, []
                verdicts.append((reviewer, word))
            after = (rows[-1][0], rows[-1][1])
        if len(verdicts) > 1:
            yield verdicts


def _works(counts: Counter[tuple[str, str]], key: Callable[[str], str] | None = None) -> list[Work]:
    """Counts by (name, status) as one value a name, names of one `key` under the most frequent of them.

    Without a `key`, names are together that differ in nothing but accents, case and spaces.
    """
    together = key or _alike
    found: dict[str, Counter[str]] = {}
    spellings: dict[str, Counter[str]] = {}
    for (name, status), count in counts.items():
        found.setdefault(together(name), Counter())[status] += count
        spellings.setdefault(together(name), Counter())[name] += count
    return [
        Work(max(spellings[shared].items(), key=lambda item: (item[1], item[0]))[0], **by_status)
        for shared, by_status in found.items()
    ]


@lru_cache(maxsize=20_000)
def _alike(name: str) -> str:
    return " ".join(folded(name).split())


def _first(works: Iterable[Work]) -> tuple[Work, ...]:
    ranked = sorted(works, key=lambda work: (-work.decided, -work.total, work.name))
    return tuple(ranked[:_MOST_NAMES])


def _place_of_kind(work: Work) -> tuple[int, str]:
    return next((n for n, kind in enumerate(KINDS) if kind == work.name), len(KINDS)), work.name


def _midnights(now: int, days: int) -> list[int]:
    """The local midnights that begin each of the last days, and the one that ends today, in milliseconds."""
    year, month, day = time.localtime(now / 1000)[:3]
    return [
        int(time.mktime((year, month, day - back, 0, 0, 0, 0, 0, -1))) * 1000
        for back in range(days - 1, -2, -1)
    ]
