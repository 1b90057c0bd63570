"""A pane of lines that its subclass writes for the width there is; it scrolls when they do not fit.

It must never hold a database, nor draw outside text that has not been through `visible_line()`.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from curator.tui.cells import WrappedText, cut
from curator.tui.theme import Inks
from curator.tui.widgets.framed import Framed

Line = Sequence[tuple[str, Style]]
"""Pieces of visible text with their inks."""


class Panel(Framed, ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of pieces; `written` is asked anew when the size, the theme or what is shown changes."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._strips: list[Strip] | None = None
        self._blank = Strip.blank(0)

    def written(self, ink: Inks, width: int, height: int) -> Sequence[Line]:
        """All lines for this width; `height` is what is seen without scrolling."""
        raise NotImplementedError

    def changed(self) -> None:
        """Write the lines afresh."""
        self._strips = None
        if self.is_mounted and self.size.width:
            self.measured(len(self._all()))
        self.refresh()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips = None

    def on_resize(self) -> None:
        self.changed()

    def _all(self) -> list[Strip]:
        if self._strips is None:
            width, height = self.scrollable_content_region.size
            self._blank = Strip.blank(width, self._base)
            self._strips = [self._strip(line, width) for line in self.written(self.ink, width, height)]
        return self._strips

    def _strip(self, line: Line, width: int) -> Strip:
        segments, room = [], width
        for text, style in line:
            shown = cut(text, room)
            segments.append(Segment(shown, self._base + style))
            room -= cell_len(shown)
        return Strip(segments).adjust_cell_length(width, self._base)

    def render_line(self, y: int) -> Strip:
        strips = self._all()
        number = y + self.scroll_offset.y
        return strips[number] if number < len(strips) else self._blank


def wrapped(text: str, width: int, style: Style) -> list[Line]:
    """Visible text on as many lines as it takes, indented."""
    lines = WrappedText(text, max(10, width - 2))
    lines.reach_end(1 << 20)
    return [[(f" {text[start:end]}", style)] for start, end in map(lines.line, range(lines.line_count))]
