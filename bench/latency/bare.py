"""What Curator is measured against: the smallest Textual app, and the smallest line-API list.

Run as a script: `bare.py hello` or `bare.py list ROWS`.
"""

from __future__ import annotations

import sys

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static


class Hello(App[None]):
    """Says hello."""

    def compose(self) -> ComposeResult:
        yield Static("hello")


class Rows(ScrollView, can_focus=True):
    """Numbered rows with a cursor."""

    BINDINGS = [Binding("j", "move(1)"), Binding("k", "move(-1)")]  # noqa: RUF012

    cursor = reactive(0)
    """As Textual's guide has it: a change paints the list anew."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.virtual_size = Size(80, rows)

    def action_move(self, by: int) -> None:
        self.cursor += by
        if self.cursor >= self.scroll_offset.y + self.size.height:
            self.scroll_to(y=self.cursor - self.size.height + 1, animate=False)

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        style = Style(reverse=True) if row == self.cursor else Style()
        return Strip([Segment(f"row {row}".ljust(self.size.width), style)])


class List(App[None]):
    """A list and nothing else."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        yield Rows(self._rows)


if __name__ == "__main__":
    (Hello() if sys.argv[1] == "hello" else List(int(sys.argv[2]))).run()
