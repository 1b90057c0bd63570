"""All keys on one page, made from the table of keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.screen import ModalScreen

from curator.tui.cells import fitted
from curator.tui.keys import CONTEXTS, Action, Keymap, key_name
from curator.tui.listening import Listener
from curator.tui.theme import Inks
from curator.tui.widgets.row_list import RowList


class KeyHelp(RowList):
    """One line for each action, under the heading of its context."""

    def __init__(self, keymap: Keymap, *, id: str) -> None:
        super().__init__(id=id)
        self._lines: list[str | Action] = []
        for context, heading in CONTEXTS.items():
            actions = keymap.of_context(context)
            if actions:
                self._lines += [*([""] if self._lines else []), heading, *actions]

    @property
    def row_count(self) -> int:
        return len(self._lines)

    def on_mount(self) -> None:
        self.rows_changed()

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        item = self._lines[row]
        if isinstance(item, str):
            yield Segment(f" {item}", ink.title)
            return
        keys = "  ".join(key_name(key) for key in item.keys)
        yield Segment(f"   {fitted(keys, 18)} ", ink.accent)
        yield Segment(fitted(item.label, 22), ink.text)
        yield Segment(fitted(item.help, max(0, width - 45)), ink.muted)


class HelpScreen(ModalScreen[None]):
    """The keys; any of the keys that open it closes it."""

    CSS_PATH = "pages.tcss"

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        keys = KeyHelp(self._keymap, id="key-help")
        keys.title = "Keys · Esc closes · j k scroll"
        yield keys

    @property
    def field(self) -> None:
        return None

    def listeners(self) -> Sequence[Listener]:
        """Whose keys are listened to."""
        return (("page", self),)

    def action_scroll(self, by: int) -> None:
        self.query_one(KeyHelp).scroll_relative(y=by, animate=False)
