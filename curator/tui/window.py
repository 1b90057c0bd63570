"""Part of a list that is longer than memory: rows around a place, fetched by key as the place moves.

Knows no database and no widget: what fetches is given, and whoever moves is told how far rows were shifted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

Row = TypeVar("Row")

PAGE = 100
"""Rows fetched at once, where nothing else is said."""
_PAGES = 5
"""Pages kept."""


class Fetched(NamedTuple, Generic[Row]):
    """What a fetch gives: rows away from the place, and whether there are none beyond them."""

    rows: Sequence[Row]
    ended: bool


Fetch = Callable[[Row | None, int, bool], Fetched[Row]]
"""Gives up to so many rows after a row (None: from the edge), or before it when the flag is set.

Rows before a row come nearest first.
"""


class Window(Generic[Row]):
    """The rows fetched, and whether they reach the ends of the list."""

    def __init__(self, fetch: Fetch[Row], page: int = PAGE) -> None:
        self._fetch = fetch
        self._page = page
        """Rows fetched at once; some pages are kept, and more let go at the far end."""
        self.rows: list[Row] = []
        self.at_start = True
        self.at_end = True

    def start(self) -> None:
        """Hold the first rows."""
        rows, self.at_end = self._fetch(None, self._page, False)
        self.rows, self.at_start = list(rows), True

    def end(self) -> None:
        """Hold the last rows."""
        rows, self.at_start = self._fetch(None, self._page, True)
        self.rows, self.at_end = list(rows)[::-1], True

    def around(self, row: Row) -> int:
        """Hold `row` with its neighbours; its index."""
        before, self.at_start = self._fetch(row, self._page, True)
        after, self.at_end = self._fetch(row, self._page, False)
        self.rows = [*list(before)[::-1], row, *after]
        return len(before)

    def reach(self, index: int) -> int:
        """Fetch what is missing within half a page around `index`; by how much that row's index has grown."""
        shift = 0
        if index > len(self.rows) - self._page // 2 and not self.at_end:
            rows, self.at_end = self._fetch(self.rows[-1] if self.rows else None, self._page, False)
            self.rows += rows
        if index < self._page // 2 and not self.at_start and self.rows:
            rows, self.at_start = self._fetch(self.rows[0], self._page, True)
            self.rows[:0] = list(rows)[::-1]
            shift = len(rows)
        surplus = len(self.rows) - _PAGES * self._page
        if surplus <= 0:
            return shift
        if index + shift < len(self.rows) // 2:
            del self.rows[-surplus:]
            self.at_end = False
            return shift
        del self.rows[:surplus]
        self.at_start = False
        return shift - surplus
