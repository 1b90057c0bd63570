"""Finding a claim by its words, as they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input

from curator.models import ClaimView, CuratorError
from curator.text import visible_line
from curator.tui.cells import fitted
from curator.tui.listening import Listener
from curator.tui.messages import RowPicked
from curator.tui.naming import claim_words, speaker_name
from curator.tui.theme import UNICODE, Inks, status_ink
from curator.tui.widgets.prompt_line import CleanInput
from curator.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from curator.workspace import Workspace

_WAIT = 0.03
"""Seconds without a key before the search starts."""


class FoundList(RowList):
    """Claims that were found, one line each."""

    EMPTY = "  Nothing found."

    found: reactive[tuple[ClaimView, ...]] = reactive((), repaint=False)

    @property
    def row_count(self) -> int:
        return len(self.found)

    def watch_found(self) -> None:
        self.rows_changed()

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        view = self.found[row]
        yield Segment(f"{UNICODE.cursor if row == self.cursor else ' '} ", ink.accent)
        yield Segment(f"{UNICODE.status(view)} ", status_ink(view, ink))
        yield Segment(fitted(speaker_name(view, 18), 19), ink.muted)
        yield Segment(fitted(claim_words(view), max(0, width - 23)), ink.text)


class FindScreen(ModalScreen[str | None]):
    """Ends with the id of the claim to go to, or None."""

    CSS_PATH = "pages.tcss"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield CleanInput(None, placeholder="words of a claim", id="find-input")
        yield FoundList(id="found")

    def on_mount(self) -> None:
        self.set_focus(self.field)
        self._title("Find · Enter goes there · ↑↓ choose · Esc back")

    @property
    def field(self) -> CleanInput:
        """The field that is being typed into."""
        return self.query_one(CleanInput)

    def _title(self, text: str) -> None:
        self.query_one(FoundList).title = text

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_WAIT, self._search)

    def _search(self) -> None:
        words = self.query_one(CleanInput).value.strip()
        found = self.query_one(FoundList)
        try:
            found.found = self._workspace.search(words, limit=100) if words else ()
        except CuratorError as error:
            self._title(str(visible_line(str(error))))
            return
        found.cursor = 0 if found.found else -1
        count = len(found.found)
        self._title(f"{'100 or more' if count == 100 else count} found · Enter goes there · Esc back")

    def listeners(self) -> Sequence[Listener]:
        """Whose keys are listened to."""
        return (("find", self),)

    def action_result(self, by: int) -> None:
        found = self.query_one(FoundList)
        if found.found:
            found.cursor = min(max(found.cursor + by, 0), len(found.found) - 1)

    def action_submit(self) -> None:
        self._search()
        self.pick()

    def action_abandon(self) -> None:
        self.dismiss(None)

    def pick(self) -> None:
        """End with the highlighted claim."""
        found = self.query_one(FoundList)
        if 0 <= found.cursor < len(found.found):
            self.dismiss(found.found[found.cursor].claim.id)

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        self.query_one(FoundList).cursor = message.row
        self.pick()
