"""Claims in an order and through a filter: the next one, and page after page.

Reads by index from where the reviewer stands; nothing here reads what it does not give, but for filters
that no index knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from typing import Any

from curator.models import ClaimView
from curator.store.database import Database, Row
from curator.store.selection import Selection
from curator.store.views import Views

_FIRST_PAGE, _PAGE = 25, 200

Place = tuple[float, int]
"""Where a claim stands in an order: (the negated value it is sorted by, its number)."""


class Queue:
    """What one reviewer works through."""

    def __init__(self, database: Database, views: Views, reviewer: str) -> None:
        self._db = database
        self._views = views
        self._reviewer = reviewer

    # -- lists -----------------------------------------------------------------------------------------

    def listed(self, selection: Selection) -> Iterator[ClaimView]:
        """All claims of a selection in its order, a page at a time."""
        streams = [self._stream(selection, statuses) for statuses in _streams(selection)]
        for _, view in merge(*streams, key=lambda entry: entry[0]):
            yield view

    def _stream(self, selection: Selection, statuses: tuple[str, ...]) -> Iterator[tuple[Place, ClaimView]]:
        after: Place | None = None
        size = _FIRST_PAGE
        while True:
            rows = self._page(selection, statuses, after, size)
            views = self._views.numbered(row[1] for row in rows)
            for score, no in rows:
                yield (-score, no), views[no]
            if len(rows) < size:
                return
            after, size = (-rows[-1][0], rows[-1][1]), _PAGE

    def counted(self, selection: Selection, most: int) -> int:
        """How many claims are in a selection; counts no further than `most`."""
        return len(self.numbers(selection, most))

    def numbers(
        self,
        selection: Selection,
        limit: int | None,
        span: tuple[int, int] | None = None,
        *,
        backwards: bool = False,
    ) -> list[int]:
        """The numbers of a selection's claims, in no order; those within a span in their order."""
        tables, conditions, parameters = _source(selection)
        number = "f.rowid" if _by_search(selection) else "s.no"
        if span is not None:
            conditions.append(f"{number} >= ? AND {number} < ?")
            parameters += span
        # within an article the span leads, else the index of the statuses
        status = "+s.status" if span is not None else "s.status"
        conditions.append(f"{status} IN ({','.join('?' * len(selection.statuses))})")
        parameters += selection.statuses
        for sql, bound in selection.conditions:
            conditions.append(sql)
            parameters += bound
        order = "" if span is None else f"ORDER BY {number} {'DESC' if backwards else 'ASC'} "
        rows = self._db.rows(
            f"SELECT s.no FROM {tables} {_joins(selection)}WHERE {' AND '.join(conditions)} {order}LIMIT ?",
            (*parameters, -1 if limit is None else limit),
        )
        return [int(row[0]) for row in rows]

    # -- the next one ----------------------------------------------------------------------------------

    def next(
        self, selection: Selection, claim_id: str, *, undecided: bool, backwards: bool
    ) -> ClaimView | None:
        """The claim after `claim_id` ("" for the beginning), going round once; put off ones come last."""
        here = self._db.first("SELECT no FROM claim WHERE id = ?", (claim_id,)) if claim_id else None
        no = None if here is None else int(here[0])
        after = None if no is None else self._place(selection, no)
        streams = _streams(selection)
        passes: tuple[bool | None, ...] = (None,)
        if undecided:
            pending = tuple(s for s in selection.statuses if s in ("pending", "stale"))
            streams = [pending] if pending else []
            passes = (False, True) if self._puts_off() else (None,)
        for skipped in passes:
            for start in (after, None) if after is not None else (None,):
                found = self._first(selection, streams, start, backwards=backwards, skipped=skipped)
                if found is not None and found != no:
                    return self._views.numbered([found])[found]
        return None

    def _puts_off(self) -> bool:
        return self._db.first("SELECT 1 FROM skip WHERE reviewer = ? LIMIT 1", (self._reviewer,)) is not None

    def _place(self, selection: Selection, claim_no: int) -> Place:
        """Where a claim stands in the order of a selection, whether or not it is in it."""
        row = self._db.one(f"SELECT {selection.column} FROM claim_state s WHERE s.no = ?", (claim_no,))
        return -row[0], claim_no

    def _first(
        self,
        selection: Selection,
        streams: list[tuple[str, ...]],
        after: Place | None,
        *,
        backwards: bool,
        skipped: bool | None,
    ) -> int | None:
        found: list[Place] = []
        for statuses in streams:
            rows = self._page(selection, statuses, after, 1, backwards=backwards, skipped=skipped)
            found += [(-score, no) for score, no in rows]
        if not found:
            return None
        return max(found)[1] if backwards else min(found)[1]

    # -- pages -----------------------------------------------------------------------------------------

    def _page(
        self,
        selection: Selection,
        statuses: tuple[str, ...],
        after: Place | None,
        limit: int,
        *,
        backwards: bool = False,
        skipped: bool | None = None,
    ) -> list[Row]:
        """(score, number) of the claims of these statuses after a place, in order or backwards.

        `skipped` keeps only claims that this reviewer put off, or only the others.
        """
        if after is None or selection.order == "article":
            return self._range(selection, statuses, after, "", limit, backwards, skipped)
        rows = self._range(selection, statuses, after, "=", limit, backwards, skipped)
        if len(rows) < limit:
            beyond = ">" if backwards else "<"
            rows += self._range(selection, statuses, after, beyond, limit - len(rows), backwards, skipped)
        return rows

    def _range(
        self,
        selection: Selection,
        statuses: tuple[str, ...],
        after: Place | None,
        score: str,
        limit: int,
        backwards: bool,
        skipped: bool | None,
    ) -> list[Row]:
        """A page of those after a place whose score compares so with the place's ("": in any way)."""
        tables, conditions, parameters = _source(selection)
        marks = ",".join("?" * len(statuses))
        status = "+s.status" if selection.narrow else "s.status"  # + keeps SQLite from using its index
        conditions.append(f"{status} IN ({marks})" if len(statuses) > 1 else f"{status} = ?")
        parameters += statuses
        number = "f.rowid" if _by_search(selection) else "s.no"
        if after is not None:
            if score:
                conditions.append(f"{selection.column} {score} ?")
                parameters.append(-after[0])
            if score in ("", "="):
                conditions.append(f"{number} {'<' if backwards else '>'} ?")
                parameters.append(after[1])
        for sql, bound in selection.conditions:
            conditions.append(sql)
            parameters += bound
        if skipped is not None:
            within = "IN" if skipped else "NOT IN"
            conditions.append(f"s.no {within} (SELECT claim_no FROM skip WHERE reviewer = ?)")
            parameters.append(self._reviewer)
        down, up = ("ASC", "DESC") if backwards else ("DESC", "ASC")
        by_score = "" if selection.order == "article" else f"{selection.column} {down}, "
        return self._db.rows(
            f"SELECT {selection.column}, s.no FROM {tables} {_joins(selection)}"
            f"WHERE {' AND '.join(conditions)} ORDER BY {by_score}{number} {up} LIMIT ?",
            (*parameters, limit),
        )


def _by_search(selection: Selection) -> bool:
    """Whether the full-text index gives the claims, in their order."""
    return bool(selection.match) and selection.order == "article"


def _streams(selection: Selection) -> list[tuple[str, ...]]:
    """The statuses that are read together: all by the full-text index, else each by its own index range."""
    if _by_search(selection):
        return [selection.statuses] if selection.statuses else []
    return [(status,) for status in selection.statuses]


def _source(selection: Selection) -> tuple[str, list[str], list[Any]]:
    """What is read from, with the conditions and parameters that come with it."""
    if _by_search(selection):
        tables = "claim_search f CROSS JOIN claim_state s ON s.no = f.rowid"
        return tables, ["claim_search MATCH ?"], [selection.match]
    if selection.match:
        within = "s.no IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)"
        return "claim_state s", [within], [selection.match]
    return "claim_state s", [], []


def _joins(selection: Selection) -> str:
    text = " ".join(sql for sql, _ in selection.conditions)
    joins = ""
    if "c." in text or "a." in text:
        joins += "CROSS JOIN claim c ON c.no = s.no "
    if "a." in text:
        joins += "CROSS JOIN article a ON a.no = c.article_no "
    return joins
