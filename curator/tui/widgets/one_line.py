"""A line of the frame around a screen: pieces of text with inks, drawn to the width there is.

It must never draw outside text that has not been through `visible_line()`.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
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

    def left(self, ink: Inks, width: int) -> list[Piece]:
        """What stands at the left, the most important first: what does not fit is cut."""
        return []

    def right(self, ink: Inks, width: int) -> list[Piece]:
        """What stands at the right; it is left out from its start when both do not fit."""
        return []

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = self.rich_style

    def render_line(self, y: int) -> Strip:
        base = self._base
        width = self.size.width
        if y:
            return Strip.blank(width, base)
        ink = inks(self.app)
        right = self.right(ink, width)
        while right and sum(cell_len(text) for text, _ in right) > width * 3 // 4:
            right.pop(0)
        right_width = sum(cell_len(text) for text, _ in right)
        segments: list[Segment] = []
        room = width - right_width
        for text, style in self.left(ink, room):
            shown = cut(text, room)
            segments.append(Segment(shown, base + style))
            room -= cell_len(shown)
        segments.append(Segment(" " * room, base))
        segments.extend(Segment(text, base + style) for text, style in right)
        return Strip(segments).adjust_cell_length(width, base)
