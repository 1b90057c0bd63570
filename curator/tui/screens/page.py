"""A page over a view that is read and closed: it has the keys of a page, and nothing is typed into it.

Decides nothing and reads no database: what is on it comes with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView

from curator.tui.listening import Listener


class PageScreen(ModalScreen[None]):
    """One page; any of the keys that close a page closes it."""

    CSS_PATH = "pages.tcss"

    def __init__(self, page: ScrollView) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        yield self._page

    @property
    def field(self) -> None:
        return None

    def listeners(self) -> Sequence[Listener]:
        """Whose keys are listened to."""
        return (("page", self),)

    def action_scroll(self, by: int) -> None:
        self._page.scroll_relative(y=by, animate=False)
