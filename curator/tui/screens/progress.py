"""View 5, Progress: how far the review is, how fast it goes, how far reviewers agree, what is unfound.

Nothing here counts claims: sums come from the Workspace, what takes longer is worked out behind the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from curator.tui.screens.view import ViewScreen
from curator.tui.widgets.header_line import HeaderLine
from curator.tui.widgets.key_line import KeyLine
from curator.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from curator.tui.keys import Keymap
    from curator.workspace import Workspace


class ProgressScreen(ViewScreen):
    """What is done and what is left."""

    CONTEXT = "progress"

    def __init__(self, workspace: Workspace, keymap: Keymap, file_name: str) -> None:
        super().__init__(workspace, keymap, id="progress")
        self._file_name = file_name

    def compose(self) -> ComposeResult:
        yield HeaderLine(self._file_name, id="header")
        yield StatusLine(id="status")
        keys = KeyLine(self.keymap, id="keys")
        keys.context = self.CONTEXT
        yield keys

    def on_screen_resume(self) -> None:
        header = self.query_one(HeaderLine)
        header.progress, header.session = self.workspace.progress(), self.workspace.session()

    def action_back(self) -> None:
        self.app.call_later(self.app.run_action, "view('review')")
