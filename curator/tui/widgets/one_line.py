"""A line of the frame around a screen: pieces of text with inks, drawn to the width there is.

It must never draw outside text that has not been through `visible_line()`.
"""

from __future__ import annotations

from typing import Self

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from curator.tui.cells import cut
from curator.tui.theme import Inks, inks

Piece = tuple[str, Style]
"""Visible text and its ink."""


class OneLine(Widget):
    """One line with pieces at its left and at its right."""

    ALLOW_SELECT = False

    _base = Style.null()
    _line: Strip | None = None

    def left(self, ink: Inks, width: int) -> list[Piece]:
        """What stands at the left, the most important first: what does not fit is cut."""
        return []

    def right(self, ink: Inks, width: int) -> list[Piece]:
        """What stands at the right; it is left out from its start when both do not fit."""
        return []

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = self.rich_style
        self._line = None

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        self._line = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The one line, kept until something about it changes."""
        if self._line is None or self._line.cell_length != self.size.width:
            self._line = self._drawn(self.size.width)
        start, end = crop.column_span
        strip = self._line if (start, end) == (0, self.size.width) else self._line.crop(start, end)
        return [strip] * crop.height

    def _drawn(self, width: int) -> Strip:
        ink = inks(self.app)
        right = self.right(ink, width)
        while right and sum(cell_len(text) for text, _ in right) > width * 3 // 4:
            right.pop(0)
        room = width - sum(cell_len(text) for text, _ in right)
        return self._strip(self.left(ink, room), right, width)

    def _strip(self, left: list[Piece], right: list[Piece], width: int) -> Strip:
        """One line with these pieces at its ends."""
        base = self._base
        segments: list[Segment] = []
        room = width - sum(cell_len(text) for text, _ in right)
        for text, style in left:
            shown = cut(text, room)
            segments.append(Segment(shown, base + style))
            room -= cell_len(shown)
        segments.append(Segment(" " * room, base))
        segments.extend(Segment(text, base + style) for text, style in right)
        strip = Strip(segments).adjust_cell_length(width, base)
        for line_filter in self.get_line_filters():
            if isinstance(line_filter, ANSIToTruecolor):
                continue  # inks are true colours: there is nothing in them to translate
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip
