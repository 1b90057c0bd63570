"""A list of rows of equal height that draws only what is visible.

Subclasses say how many rows there are and draw one line of one row. It must never hold a database, nor
draw outside text that has not been through `visible()`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from curator.tui.cells import cut, width_of
from curator.tui.messages import RowPicked
from curator.tui.theme import Inks
from curator.tui.widgets.framed import Framed

_FEW = 6
"""Up to so many rows are painted one by one; for more, all that is seen is painted at once."""


class RowList(Framed, ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling list with a cursor that its owner moves; clicks are told as `RowPicked`."""

    ALLOW_SELECT = False
    ROW_HEIGHT: int = 1
    """Lines a row takes."""
    EMPTY: ClassVar[str] = ""
    """What an empty list says; our own words, never outside text."""

    cursor: reactive[int] = reactive(-1, repaint=False)
    """The current row, -1 for none."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.empty = self.EMPTY
        """What it says now where it is empty."""
        self._kept_lines: LRUCache[tuple[int, int, bool, bool], Sequence[Segment]] = LRUCache(512)
        """Finished lines by line of the list, width, and whether it is current and has the focus."""
        self._changed: set[int] = set()
        """Rows whose finished lines are no longer true."""

    # -- what a subclass says ------------------------------------------------------------------------

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        """The segments of one line of one row, at most `width` cells."""
        raise NotImplementedError

    # -- drawing -------------------------------------------------------------------------------------

    def rows_changed(self, rows: Iterable[int] | None = None) -> None:
        """Draw afresh: the rows are others now, or only those named."""
        if rows is None:
            self._kept_lines.clear()
            self.measured(self.row_count * self.ROW_HEIGHT)
            self.refresh()
            self.show_cursor()
            return
        self._changed.update(rows)
        if len(self._changed) > _FEW:
            self.refresh()
            return
        for row in self._changed:
            self.refresh_lines(row * self.ROW_HEIGHT, self.ROW_HEIGHT)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._kept_lines.clear()

    def content_line(self, y: int) -> Sequence[Segment]:
        row, line = divmod(y + self.top_line, self.ROW_HEIGHT)
        width = self.line_width
        if row >= self.row_count:
            if not self.row_count and y == 0 and self.empty:
                return self._filled(
                    [Segment(cut(self.empty, width), self._base + self.ink.faint)], width, self._base
                )
            return [Segment(" " * width, self._base)]
        if self._changed:
            self._forget_changed()
        current = row == self.cursor
        key = (row * self.ROW_HEIGHT + line, width, current, current and self.has_focus)
        drawn = self._kept_lines.get(key)
        if drawn is None:
            drawn = self._kept_lines[key] = self._drawn(row, line, width)
        return drawn

    def _forget_changed(self) -> None:
        for key in list(self._kept_lines.keys()):
            if key[0] // self.ROW_HEIGHT in self._changed:
                self._kept_lines.discard(key)
        self._changed.clear()

    def _drawn(self, row: int, line: int, width: int) -> Sequence[Segment]:
        base, drawn = self._base, self.draw(row, line, width, self.ink)
        if row != self.cursor:
            segments = [Segment(text, base + style if style else base) for text, style, _ in drawn]
            return self._filled(segments, width, base)
        # laid over the inks: where colours are few, a row brings its own for the text
        over = self.ink.row_focus if self.has_focus else self.ink.row
        segments = [Segment(text, base + style + over if style else base + over) for text, style, _ in drawn]
        return self._filled(segments, width, base + over)

    @staticmethod
    def _filled(segments: list[Segment], width: int, style: Style) -> Sequence[Segment]:
        """Segments in exactly `width` cells."""
        left = width - sum(width_of(segment.text) for segment in segments)
        if left < 0:
            return [*Strip(segments).adjust_cell_length(width, style)]
        return [*segments, Segment(" " * left, style)] if left else segments

    # -- moving --------------------------------------------------------------------------------------

    def watch_cursor(self, old: int, new: int) -> None:
        for row in (old, new):
            if row >= 0:
                self.refresh_lines(row * self.ROW_HEIGHT, self.ROW_HEIGHT)
        self.show_cursor()

    def on_resize(self) -> None:
        self.measured(self.row_count * self.ROW_HEIGHT)
        self.show_cursor()

    def show_cursor(self) -> None:
        """Scroll so that the current row, and where there is room its neighbours, can be seen."""
        height = self.scrollable_content_region.height
        if self.cursor < 0 or not height:
            return
        top, bottom = self.cursor * self.ROW_HEIGHT, (self.cursor + 1) * self.ROW_HEIGHT
        margin = min(self.ROW_HEIGHT, max(0, (height - self.ROW_HEIGHT) // 2))
        y = self.scroll_offset.y
        if top - margin < y:
            y = top - margin
        elif bottom + margin > y + height:
            y = bottom + margin - height
        self.scroll_to(y=max(0, y), animate=False)

    def rows_seen(self) -> range:
        """The rows of which something can be seen."""
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        end = min(self.row_count, -(-(top + height) // self.ROW_HEIGHT))
        return range(min(top // self.ROW_HEIGHT, end), end)

    def rows_drawn(self) -> set[int]:
        """The rows that can be seen, and those of which finished lines are kept."""
        return {*self.rows_seen(), *(key[0] // self.ROW_HEIGHT for key in [*self._kept_lines.keys()])}

    @property
    def page_rows(self) -> int:
        """How many rows a page moves by."""
        return max(1, self.scrollable_content_region.height // self.ROW_HEIGHT - 1)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        row = (event.get_content_offset_capture(self).y + self.scroll_offset.y) // self.ROW_HEIGHT
        if 0 <= row < self.row_count:
            self.post_message(RowPicked(self.id or "", row))
