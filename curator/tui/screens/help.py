"""All keys on one page, made from the table of keys."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.segment import Segment

from curator.tui.actions import CONTEXTS
from curator.tui.cells import WrappedText, fitted
from curator.tui.key_names import keys_shown
from curator.tui.keymap import Keymap
from curator.tui.screens.page import PageScreen
from curator.tui.theme import Inks
from curator.tui.widgets.row_list import RowList

_KEYS, _NAME = 22, 21
"""Cells of the columns for keys and names."""


class Line(NamedTuple):
    """A line of the table: a heading, an action, or more of its help."""

    heading: str = ""
    keys: str = ""
    name: str = ""
    help: str = ""


class KeyHelp(RowList):
    """One line for each action, under the heading of its context."""

    def __init__(self, keymap: Keymap, *, id: str) -> None:
        super().__init__(id=id)
        self._keymap = keymap
        self._lines: list[Line] = []

    @property
    def row_count(self) -> int:
        return len(self._lines)

    def on_resize(self) -> None:
        """Lay the table out anew: what does not fit beside a name goes on below it."""
        self._lines = list(self._laid_out(self.size.width))
        self.rows_changed()

    def _laid_out(self, width: int) -> Iterable[Line]:
        room = max(10, width - _KEYS - _NAME - 5)
        first = True
        for context, heading in CONTEXTS.items():
            actions = self._keymap.of_context(context)
            if not actions:
                continue
            if not first:
                yield Line()
            first = False
            yield Line(heading=heading)
            for action in actions:
                wrapped = WrappedText(action.help, room)
                wrapped.reach_end(len(action.help) + 1)
                for number in range(wrapped.line_count):
                    start, end = wrapped.line(number)
                    keys, name = (" ".join(keys_shown(action.keys)), action.label) if not number else ("", "")
                    yield Line("", keys, name, action.help[start:end])

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        item = self._lines[row]
        if not item.help:
            yield Segment(f" {item.heading}", ink.title)
            return
        yield Segment(f"   {fitted(item.keys, _KEYS)} ", ink.accent)
        yield Segment(f"{fitted(item.name, _NAME)} ", ink.text)
        yield Segment(item.help, ink.muted)


class HelpScreen(PageScreen):
    """The keys; any of the keys that open it closes it."""

    def __init__(self, keymap: Keymap) -> None:
        keys = KeyHelp(keymap, id="key-help")
        keys.title = "Keys · Esc closes · j k scroll"
        super().__init__(keys)
