"""Claims with what stands of them, one by one and page by page: everything that screens and lists show.

Nothing here reads more than the rows it gives, whatever the size of the database.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from heapq import merge
from typing import Any

from curator.models import ClaimView, CuratorError
from curator.store.corpus import CLAIM_COLUMNS, CLAIM_WIDTH, claim_of, span_of
from curator.store.database import Database, Row
from curator.store.projection import STATE_SEPARATOR
from curator.store.selection import Selection, match_query

_STATE_COLUMNS = (
    "s.status, k.id, coalesce(s.wording, c.text), coalesce(s.speaker, c.speaker), "
    "coalesce(s.start, c.start), "
    'coalesce(s."end", c."end"), s.reason, s.reviewers, s.decided_at, s.notes, '
    "EXISTS (SELECT 1 FROM skip p WHERE p.reviewer = :reviewer AND p.claim_no = c.no), "
    "s.contradictions, s.candidates"
)
_FROM = (
    "claim_state s CROSS JOIN claim c ON c.no = s.no JOIN article a ON a.no = c.article_no "
    "JOIN claim k ON k.no = s.canonical_no"
)
_PAGE = 200

Place = tuple[float, int]
"""Where a claim stands in an order: (the negated value it is sorted by, its number)."""


class Views:
    """The claims of one database as one reviewer sees them."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self._db = database
        self._reviewer = reviewer
        self._columns = f"{CLAIM_COLUMNS}, {_STATE_COLUMNS.replace(':reviewer', '?')}"

    def of(self, claim_id: str) -> ClaimView:
        """One claim; raises CuratorError for an unknown id."""
        rows = self._select("c.id = ?", (claim_id,))
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
        """The claims with these numbers."""
        rows = self._db.rows(
            f"SELECT s.no, {self._columns} FROM json_each(?) j JOIN {_FROM} AND s.no = j.value",
            (self._reviewer, json.dumps(list(numbers))),
        )
        return {row[0]: view_of(row[1:]) for row in rows}

    def _select(self, condition: str, parameters: Iterable[Any]) -> list[ClaimView]:
        rows = self._db.rows(
            f"SELECT {self._columns} FROM {_FROM} WHERE {condition}",
            (self._reviewer, *parameters),
        )
        return [view_of(row) for row in rows]

    # -- in an order -----------------------------------------------------------------------------------

    def listed(self, selection: Selection) -> Iterator[ClaimView]:
        """All claims of a selection in its order, a page at a time."""
        streams = [self._of_status(selection, status) for status in selection.statuses]
        for _, view in merge(*streams, key=lambda entry: entry[0]):
            yield view

    def _of_status(self, selection: Selection, status: str) -> Iterator[tuple[Place, ClaimView]]:
        after: Place | None = None
        while True:
            rows = self.page(selection, status, after, _PAGE)
            views = self.numbered(row[1] for row in rows)
            for score, no in rows:
                yield (-score, no), views[no]
            if len(rows) < _PAGE:
                return
            after = (-rows[-1][0], rows[-1][1])

    def place(self, selection: Selection, claim_no: int) -> Place:
        """Where a claim stands in the order of a selection, whether or not it is in it."""
        row = self._db.one(
            f"SELECT {selection.column} FROM claim_state s WHERE s.no = ?",
            (claim_no,),
        )
        return -row[0], claim_no

    def page(
        self,
        selection: Selection,
        status: str,
        after: Place | None,
        limit: int,
        *,
        backwards: bool = False,
        skipped: bool | None = None,
    ) -> list[Row]:
        """(score, number) of the claims of one status after a place, in order or backwards.

        `skipped` keeps only claims that this reviewer put off, or only the others.
        """
        conditions, parameters = ["s.status = ?"], [status]
        where, values = _after(selection.column, after, backwards=backwards)
        conditions += where
        parameters += values
        conditions += selection.conditions
        parameters += selection.parameters
        if skipped is not None:
            conditions.append(
                f"{'' if skipped else 'NOT '}EXISTS "
                "(SELECT 1 FROM skip p WHERE p.reviewer = ? AND p.claim_no = s.no)"
            )
            parameters.append(self._reviewer)
        down, up = ("ASC", "DESC") if backwards else ("DESC", "ASC")
        by_score = "" if selection.order == "article" else f"{selection.column} {down}, "
        joins = _needed_joins(selection.conditions)
        return self._db.rows(
            f"SELECT {selection.column}, s.no FROM claim_state s {joins}"
            f"WHERE {' AND '.join(conditions)} ORDER BY {by_score}s.no {up} LIMIT ?",
            (*parameters, limit),
        )

    def first_after(
        self,
        selection: Selection,
        after: Place | None,
        *,
        backwards: bool = False,
        skipped: bool | None = None,
    ) -> int | None:
        """The number of the first claim of a selection after a place, None at the end."""
        found: list[Place] = []
        for status in selection.statuses:
            rows = self.page(selection, status, after, 1, backwards=backwards, skipped=skipped)
            found += [(-score, no) for score, no in rows]
        if not found:
            return None
        return max(found)[1] if backwards else min(found)[1]

    def next(
        self, selection: Selection, claim_id: str, *, undecided: bool, backwards: bool
    ) -> ClaimView | None:
        """The claim after `claim_id` ("" for the beginning), going round once; put off ones come last."""
        no = None
        if claim_id:
            row = self._db.first("SELECT no FROM claim WHERE id = ?", (claim_id,))
            no = None if row is None else int(row[0])
        after = None if no is None else self.place(selection, no)
        passes: tuple[bool | None, ...] = (None,)
        if undecided:
            pending = tuple(s for s in selection.statuses if s in ("pending", "stale"))
            selection = replace(selection, statuses=pending)
            passes = (False, True)
        for skipped in passes:
            for start in (after, None) if after is not None else (None,):
                found = self.first_after(selection, start, backwards=backwards, skipped=skipped)
                if found is not None and found != no:
                    return self.numbered([found])[found]
        return None

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


def _after(column: str, after: Place | None, *, backwards: bool) -> tuple[list[str], list[Any]]:
    """The conditions for standing after a place in (column DESC, no)."""
    if after is None:
        return [], []
    score, no = -after[0], after[1]
    if column == "0.0":
        return ["s.no < ?" if backwards else "s.no > ?"], [no]
    if backwards:
        return [f"({column} > ? OR ({column} = ? AND s.no < ?))"], [score, score, no]
    return [f"{column} <= ?", f"({column} < ? OR s.no > ?)"], [score, score, no]


def _needed_joins(conditions: Iterable[str]) -> str:
    joins = ""
    text = " ".join(conditions)
    if "c." in text or "a." in text:
        joins += "CROSS JOIN claim c ON c.no = s.no "
    if "a." in text:
        joins += "CROSS JOIN article a ON a.no = c.article_no "
    return joins


def view_of(row: Row) -> ClaimView:
    """The view behind the columns of a claim and its state."""
    (status, canonical_id, wording, speaker, start, end, reason, reviewers, decided_at, notes) = row[
        CLAIM_WIDTH : CLAIM_WIDTH + 10
    ]
    skipped, contradictions, candidates = row[CLAIM_WIDTH + 10 : CLAIM_WIDTH + 13]
    return ClaimView(
        claim=claim_of(row),
        status="pending" if status in ("stale", "absent") else status,
        canonical_id=canonical_id,
        wording=wording,
        speaker=speaker,
        start=start,
        end=end,
        reason=reason,
        reviewers=tuple(reviewers.split(STATE_SEPARATOR)) if reviewers else (),
        decided_at=decided_at,
        notes=tuple(json.loads(notes)) if notes else (),
        skipped=bool(skipped),
        stale=status == "stale",
        contradictions=contradictions,
        candidates=candidates,
    )
