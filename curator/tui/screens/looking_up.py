"""Looking something up by its words, as they are typed: a field, and below it what is found.

What is looked up, and where, is said by a subclass.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Input

from curator.models import CuratorError
from curator.text import visible_line
from curator.tui.listening import Listener
from curator.tui.messages import RowPicked
from curator.tui.widgets.prompt_line import CleanInput
from curator.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from curator.workspace import Workspace

_MOST = 100
"""Results that are shown."""
_WAIT = 0.03
"""Seconds without a key before the search starts."""


class LookUpScreen(ModalScreen[Any]):
    """Ends with what was chosen, or None."""

    CSS_PATH = "pages.tcss"
    PLACEHOLDER = ""
    WHAT = ""
    """What the frame says before anything is typed."""
    TAKES = "Enter takes it"
    """What choosing a row does."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield CleanInput(None, placeholder=self.PLACEHOLDER, id="find-input")
        yield self.results()

    def on_mount(self) -> None:
        self.set_focus(self.field)
        self._found.empty = ""  # nothing was looked for yet
        self._title(f"{self.WHAT} · {self.TAKES} · Up Down choose · Esc back")

    # -- what is looked for ----------------------------------------------------------------------------

    def results(self) -> RowList:
        """The list of what is found; it has `found`."""
        raise NotImplementedError

    def look_up(self, words: str, most: int) -> tuple[Any, ...]:
        """What has these words."""
        raise NotImplementedError

    def answer_of(self, row: int) -> Any:
        """What choosing a row ends with."""
        raise NotImplementedError

    # -- finding ---------------------------------------------------------------------------------------

    @property
    def _found(self) -> Any:
        return self.query_one("#found", RowList)

    @property
    def field(self) -> CleanInput:
        """The field that is being typed into."""
        return self.query_one(CleanInput)

    def _title(self, text: str) -> None:
        self._found.title = text

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_WAIT, self._search)

    def _search(self) -> None:
        words = self.query_one(CleanInput).value.strip()
        found = self._found
        found.empty = found.EMPTY if words else ""
        try:
            found.found = self.look_up(words, _MOST) if words else ()
        except CuratorError as error:
            self._title(str(visible_line(str(error))))
            return
        found.cursor = 0 if found.found else -1
        count = len(found.found)
        many = f"{_MOST} or more" if count == _MOST else count
        self._title(f"{many} found · {self.TAKES} · Esc back")

    def listeners(self) -> Sequence[Listener]:
        """Whose keys are listened to."""
        return (("find", self),)

    def action_result(self, by: int) -> None:
        found = self._found
        if found.row_count:
            found.cursor = min(max(found.cursor + by, 0), found.row_count - 1)

    def action_submit(self) -> None:
        self._search()
        self.pick()

    def action_abandon(self) -> None:
        self.dismiss(None)

    def pick(self) -> None:
        """End with what is highlighted."""
        found = self._found
        if 0 <= found.cursor < found.row_count:
            self.dismiss(self.answer_of(found.cursor))

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        self._found.cursor = message.row
        self.pick()
