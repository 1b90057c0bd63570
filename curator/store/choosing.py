"""What stands of many claims that are to be decided at once. Reads only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from curator.models import CuratorError
from curator.review.together import MOST_TOGETHER, Chosen, shortened
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.openings import Openings
from curator.store.queue import Queue
from curator.store.selection import Selection
from curator.titles import headline


class Choosing:
    """Claims of one database as one reviewer chooses among them."""

    def __init__(self, database: Database, queue: Queue, reviewer: str) -> None:
        self._db = database
        self._corpus = Corpus(database)
        self._queue = queue
        self._reviewer = reviewer

    def named(self, claim_ids: Iterable[str]) -> tuple[Chosen, ...]:
        """The claims with these ids, in their order; raises CuratorError for an unknown one."""
        wanted = list(dict.fromkeys(claim_ids))
        numbers = self._corpus.numbers(wanted)
        if missing := next((claim_id for claim_id in wanted if claim_id not in numbers), ""):
            raise CuratorError(f"there is no claim {missing}")
        return self._chosen([numbers[claim_id] for claim_id in wanted])

    def fitting(self, selection: Selection) -> tuple[Chosen, ...]:
        """The claims of a selection as the articles read; no more than one above what can be decided."""
        return self._chosen(sorted(self._queue.numbers(selection, MOST_TOGETHER + 1)))

    def _chosen(self, numbers: Sequence[int]) -> tuple[Chosen, ...]:
        rows = self._db.rows(
            """
            SELECT c.id, s.status, coalesce(v.verdict, ''), k.id,
              k.no <> s.no OR EXISTS (SELECT 1 FROM claim_state m
                WHERE m.canonical_no = s.no AND m.canonical_no <> m.no),
              a.publisher, a.title, a.no
            FROM json_each(?) j CROSS JOIN claim_state s ON s.no = j.value
            CROSS JOIN claim c ON c.no = s.no CROSS JOIN claim k ON k.no = s.canonical_no
            CROSS JOIN article a ON a.no = c.article_no
            LEFT JOIN verdict v ON v.claim_no = s.no AND v.reviewer = ?
            WHERE s.status <> 'absent' ORDER BY j.key
            """,
            (json.dumps(list(numbers)), self._reviewer),
        )
        begin = Openings(self._db).of((row[7], row[6]) for row in rows if not row[5])
        return tuple(
            Chosen(
                claim_id=claim_id,
                status="pending" if status == "stale" else status,
                own=own,
                canonical_id=canonical,
                together=bool(together),
                article=shortened(publisher or headline(title, begin.get(no, "")) or "an article"),
            )
            for claim_id, status, own, canonical, together, publisher, title, no in rows
        )
