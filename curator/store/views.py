"""Claims with what stands of them, one by one and page by page: everything that screens and lists show.

Nothing here reads more than the rows it gives, whatever the size of the database.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from curator.models import ClaimView, CuratorError
from curator.store.claim_rows import CLAIM_COLUMNS, CLAIM_WIDTH, claim_of, span_of
from curator.store.database import Database, Row
from curator.store.rows import STATE_SEPARATOR
from curator.store.selection import match_query
from curator.store.troubles import Damaged

_STATE_COLUMNS = (
    "s.status, k.id, coalesce(s.wording, c.text), coalesce(s.speaker, c.speaker), "
    "coalesce(s.start, c.start), "
    'coalesce(s."end", c."end"), s.reason, s.reviewers, s.decided_at, s.notes, '
    "EXISTS (SELECT 1 FROM skip p WHERE p.reviewer = :reviewer AND p.claim_no = c.no), "
    "s.contradictions, (SELECT count(*) FROM candidate o WHERE o.left_no = c.no AND o.open = 1) "
    "+ (SELECT count(*) FROM candidate o WHERE o.right_no = c.no AND o.open = 1), "
    "coalesce((SELECT f.speaker FROM speaker_form f WHERE f.form = coalesce(s.speaker, c.speaker)), "
    "s.speaker, c.speaker)"
)
_FROM = (
    "claim_state s CROSS JOIN claim c ON c.no = s.no JOIN article a ON a.no = c.article_no "
    "JOIN claim k ON k.no = s.canonical_no"
)


Veil = Callable[[list[ClaimView]], list[ClaimView]]


class Views:
    """The claims of one database as one reviewer sees them."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self._db = database
        self.reviewer = reviewer
        self._columns = f"{CLAIM_COLUMNS}, {_STATE_COLUMNS.replace(':reviewer', '?')}"
        self.veil: Veil | None = None
        """What every claim goes through before anybody sees it; None: it is shown as it is."""

    def of(self, claim_id: str) -> ClaimView:
        """One claim; raises CuratorError for an unknown id."""
        rows = self._select("s.no = (SELECT no FROM claim WHERE id = ?)", (claim_id,))
        if not rows:
            raise CuratorError(f"there is no claim {claim_id}")
        return rows[0]

    def of_article(self, article_no: int) -> tuple[ClaimView, ...]:
        """The listed claims of one article, by place."""
        return tuple(
            self._select(
                "c.no >= ? AND c.no < ? AND s.status NOT IN ('stale','absent') ORDER BY c.no",
                span_of(article_no),
            )
        )

    def numbered(self, numbers: Iterable[int]) -> dict[int, ClaimView]:
        """The claims with these numbers; raises Damaged for one that there is not."""
        wanted = list(numbers)
        rows = self._db.rows(
            f"SELECT s.no, {self._columns} FROM json_each(?) j JOIN {_FROM} AND s.no = j.value",
            (self.reviewer, json.dumps(wanted)),
        )
        views = dict(zip((row[0] for row in rows), self._seen(row[1:] for row in rows), strict=True))
        if missing := next((no for no in wanted if no not in views), None):
            raise Damaged(f"claim number {missing} is named but not there")
        return views

    def _select(self, condition: str, parameters: Iterable[Any]) -> list[ClaimView]:
        rows = self._db.rows(
            f"SELECT {self._columns} FROM {_FROM} WHERE {condition}",
            (self.reviewer, *parameters),
        )
        return self._seen(rows)

    def _seen(self, rows: Iterable[Row]) -> list[ClaimView]:
        views = [view_of(row) for row in rows]
        return views if self.veil is None else self.veil(views)

    def search(self, words: str, limit: int) -> tuple[ClaimView, ...]:
        """Listed claims that hold all of the words, as the articles read."""
        query = match_query(words)
        if not query:
            return ()
        rows = self._db.rows(
            "SELECT f.rowid FROM claim_search f CROSS JOIN claim_state s ON s.no = f.rowid "
            "WHERE claim_search MATCH ? AND s.status NOT IN ('stale','absent') ORDER BY f.rowid LIMIT ?",
            (query, limit),
        )
        views = self.numbered(row[0] for row in rows)
        return tuple(views[row[0]] for row in rows)


def view_of(row: Row) -> ClaimView:
    """The view behind the columns of a claim and its state."""
    (status, canonical_id, wording, speaker, start, end, reason, reviewers, decided_at, notes) = row[
        CLAIM_WIDTH : CLAIM_WIDTH + 10
    ]
    skipped, contradictions, candidates, speaker_name = row[CLAIM_WIDTH + 10 : CLAIM_WIDTH + 14]
    return ClaimView(
        claim=claim_of(row),
        status="pending" if status in ("stale", "absent") else status,
        canonical_id=canonical_id,
        wording=wording,
        speaker=speaker,
        speaker_name=speaker_name,
        start=start,
        end=end,
        reason=reason,
        reviewers=tuple(reviewers.split(STATE_SEPARATOR)) if reviewers else (),
        decided_at=decided_at,
        notes=_notes(notes),
        skipped=bool(skipped),
        stale=status == "stale",
        contradictions=contradictions,
        candidates=candidates,
    )


def _notes(stored: str) -> tuple[str, ...]:
    try:
        return tuple(str(note) for note in json.loads(stored)) if stored else ()
    except (ValueError, TypeError):
        raise Damaged("the notes of a claim cannot be read") from None
