"""Counting the figures of Progress behind the screen, with a connection of its own, the quick ones first.

Tells what is known so far by message. It must never count on the thread that draws, and never in steps so
long that a decision waits for them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from curator.models import CuratorError
from curator.tui.messages import FiguresCounted, FiguresFailed
from curator.tui.progress_view import ProgressView

if TYPE_CHECKING:
    from textual.screen import Screen

    from curator.workspace import Workspace

_TELL_EVERY = 0.25
"""Seconds between what the counting tells."""
_QUICK = 0.5
"""Seconds that counting may have taken for it to be done again by itself when something was decided."""

Mark = tuple[int, int]


class Counting:
    """What was counted for a screen, and when."""

    def __init__(self, screen: Screen[None], workspace: Workspace) -> None:
        self._screen = screen
        self._workspace = workspace
        self._mark: Mark | None = None
        """Where the file stood when the figures were asked for."""
        self._took = 0.0

    def forget(self) -> None:
        """Take what was counted for out of date."""
        self._mark = None

    def wanted(self, mark: Mark) -> bool:
        """Whether this state of the file was asked for last."""
        return mark == self._mark

    def start(self, mark: Mark) -> bool:
        """Count for this state of the file; false where that takes too long to be done unasked."""
        if self._mark is not None and self._took > _QUICK:
            return False
        self._mark = mark
        self._screen.run_worker(
            lambda: self._count(mark), thread=True, group="counting", exclusive=True, exit_on_error=False
        )
        return True

    def done(self, message: FiguresCounted) -> bool:
        """Whether everything is counted now; remembers how long it took."""
        tallied = message.figures.tallied
        if tallied is None or not tallied.complete:
            return False
        self._took = message.seconds
        return True

    def _count(self, mark: Mark) -> None:
        from curator.workspace import Workspace

        worker = get_current_worker()
        begun = told = time.monotonic()
        try:
            with Workspace.open(self._workspace.path, reviewer=self._workspace.reviewer).spare() as own:
                for figures in _steps(own):
                    if worker.is_cancelled:
                        return
                    now = time.monotonic()
                    partial = figures.tallied is not None and not figures.tallied.complete
                    if not partial or now - told > _TELL_EVERY:
                        told = now
                        self._screen.post_message(FiguresCounted(mark, figures, now - begun))
        except CuratorError as error:
            self._screen.post_message(FiguresFailed(mark, str(error)))


def _steps(workspace: Workspace) -> Iterator[ProgressView]:
    """The figures, more and more of them, the quick ones first."""
    yield (figures := ProgressView(rhythm=workspace.rhythm()))
    agreement, reliability = workspace.reliability()
    figures = figures._replace(self_agreement=workspace.self_agreement())
    yield (figures := figures._replace(agreement=agreement, reliability=reliability))
    unfound = workspace.unfound("contradicts"), workspace.unfound("same")
    yield (figures := figures._replace(unfound=unfound))
    for tallied in workspace.tallied():
        yield figures._replace(tallied=tallied)
