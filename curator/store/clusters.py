"""The clusters for a list: what most claims carry first, what is contradicted, or as the articles read.

Reads a page by its key, and of each cluster only who carries it. Never reads pending claims that stand
alone: what nobody has said anything about is not a cluster yet.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any, NamedTuple

from curator.models import ClusterView, CuratorError
from curator.store.database import Database
from curator.store.openings import Openings
from curator.store.views import Views
from curator.titles import headline

CLUSTER_ORDERS: dict[str, str] = {
    "carried": "what most claims say first",
    "contradicted": "what is contradicted most first",
    "article": "as the articles read",
}
"""Every order of the clusters with what it means."""


class _Place(NamedTuple):
    """Where a cluster stands in an order: its rank, falling, then the number of its canonical claim."""

    rank: int
    no: int


_FIRST = _Place(1 << 40, -1)


class ClusterList:
    """The clusters of one database."""

    def __init__(self, database: Database, views: Views) -> None:
        self._db = database
        self._views = views
        self._openings = Openings(database)

    def page(self, order: str, after: int | None, limit: int) -> tuple[ClusterView, ...]:
        """Up to `limit` clusters of an order after the cluster of canonical claim `after` (its number)."""
        if order not in CLUSTER_ORDERS:
            raise CuratorError(f"there is no order {order!r}; there are {', '.join(CLUSTER_ORDERS)}")
        numbers = getattr(self, f"_{order}")(after, limit)
        views = self._views.numbered(numbers)
        carriers = self._carriers(numbers)
        return tuple(
            ClusterView(views[no], *carriers.get(no, (1, (), "", ""))) for no in numbers if no in views
        )

    # -- orders ----------------------------------------------------------------------------------------

    def _carried(self, after: int | None, limit: int) -> list[int]:
        place = _FIRST if after is None else _Place(self._size(after), after)
        found: list[int] = []
        if place.rank > 1:
            found = self._numbers(
                """
                SELECT canonical_no, count(*) + 1 AS size FROM claim_state WHERE canonical_no <> no
                GROUP BY canonical_no HAVING size < ?1 OR (size = ?1 AND canonical_no > ?2)
                ORDER BY size DESC, canonical_no LIMIT ?3
                """,
                (*place, limit),
            )
            place = _Place(1, -1)
        if len(found) < limit:
            found += self._alone(place.no, limit - len(found))
        return found

    def _contradicted(self, after: int | None, limit: int) -> list[int]:
        place = _FIRST if after is None else _Place(self._contradictions(after), after)
        return self._numbers(
            """
            WITH spoken(no) AS (
              SELECT l.canonical_no FROM relation r JOIN claim_state l ON l.no = r.left_no
                WHERE r.relation = 'contradicts'
              UNION
              SELECT g.canonical_no FROM relation r JOIN claim_state g ON g.no = r.right_no
                WHERE r.relation = 'contradicts')
            SELECT s.no FROM spoken JOIN claim_state s ON s.no = spoken.no
            WHERE s.contradictions > 0 AND (s.contradictions < ?1 OR (s.contradictions = ?1 AND s.no > ?2))
            ORDER BY s.contradictions DESC, s.no LIMIT ?3
            """,
            (*place, limit),
        )

    def _article(self, after: int | None, limit: int) -> list[int]:
        start = -1 if after is None else after
        together = self._numbers(
            "SELECT DISTINCT canonical_no FROM claim_state WHERE canonical_no <> no AND canonical_no > ? "
            "ORDER BY canonical_no LIMIT ?",
            (start, limit),
        )
        return sorted({*together, *self._alone(start, limit)})[:limit]

    def _alone(self, after: int, limit: int) -> list[int]:
        """Confirmed claims that are joined with no other, by place."""
        return self._numbers(
            """
            SELECT s.no FROM claim_state s
            WHERE s.status = 'confirmed' AND s.canonical_no = s.no AND s.no > ?1
              AND NOT EXISTS (SELECT 1 FROM claim_state m
                              WHERE m.canonical_no = s.no AND m.canonical_no <> m.no)
            ORDER BY s.no LIMIT ?2
            """,
            (after, limit),
        )

    # -- of one cluster --------------------------------------------------------------------------------

    def _size(self, canonical_no: int) -> int:
        row = self._db.one(
            "SELECT count(*) + 1 FROM claim_state WHERE canonical_no = ? AND canonical_no <> no",
            (canonical_no,),
        )
        return int(row[0])

    def _contradictions(self, canonical_no: int) -> int:
        row = self._db.first("SELECT contradictions FROM claim_state WHERE no = ?", (canonical_no,))
        return int(row[0]) if row else 0

    def _carriers(self, numbers: list[int]) -> dict[int, tuple[int, tuple[str, ...], str, str]]:
        """Of each cluster: how many claims, which outlets, the most often first, the first and last date."""
        marks = ",".join("?" * len(numbers))
        rows = self._db.rows(
            f"""
            SELECT m.canonical_no, a.publisher, a.title, a.no, count(*),
                   min(nullif(a.published, '')), max(a.published)
            FROM (SELECT no AS canonical_no, article_no FROM claim_state WHERE no IN ({marks})
                  UNION ALL
                  SELECT canonical_no, article_no FROM claim_state
                    WHERE canonical_no IN ({marks}) AND canonical_no <> no) m
            JOIN article a ON a.no = m.article_no
            GROUP BY 1, 2, CASE WHEN a.publisher = '' THEN a.no END ORDER BY 1, 5 DESC, 2, 3, 4
            """,
            (*numbers, *numbers),
        )
        begin = self._openings.of((no, title) for _, outlet, title, no, *_ in rows if not outlet)
        of: dict[int, list[Any]] = defaultdict(list)
        for canonical_no, outlet, title, article_no, *rest in rows:
            of[canonical_no].append((outlet or headline(title, begin.get(article_no, "")), *rest))
        return {
            no: (
                sum(count for _, count, _, _ in carried),
                tuple(dict.fromkeys(outlet for outlet, _, _, _ in carried if outlet)),
                min((first for _, _, first, _ in carried if first), default=""),
                max((last for _, _, _, last in carried if last), default=""),
            )
            for no, carried in of.items()
        }

    def _numbers(self, sql: str, parameters: tuple[Any, ...]) -> list[int]:
        return [row[0] for row in self._db.rows(sql, parameters)]
