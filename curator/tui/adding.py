"""Bringing articles in behind the screen, with a connection of its own; how far it is goes up by message.

It must never touch the screen from its thread, and whatever a file holds, the review goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from curator.models import CuratorError
from curator.tui.messages import AddingEnded, AddingProgressed

if TYPE_CHECKING:
    from textual.app import App

    from curator.workspace import AddReport, Workspace

MAX_BYTES = 20_000_000
"""The most that one article may weigh, unless said otherwise."""


class BackgroundAdding:
    """The files given at the start, on their way in."""

    def __init__(
        self, app: App[int], workspace: Workspace, paths: Sequence[str], max_bytes: int = MAX_BYTES
    ) -> None:
        self._app = app
        self._workspace = workspace
        self._paths = tuple(paths)
        self._max_bytes = max_bytes
        self.report: AddReport | None = None
        """What came of it, once it is over or was stopped."""

    def start(self) -> None:
        """Read what was given, where anything was."""
        if self._paths:
            self._app.run_worker(self._add, thread=True, group="adding", exit_on_error=False)

    def _add(self) -> None:
        from curator.workspace import Workspace

        app, worker = self._app, get_current_worker()

        def progressed(doing: str, done: int, total: int | None) -> None:
            if not worker.is_cancelled:
                app.post_message(AddingProgressed(doing, done, total))

        try:
            with Workspace.open(self._workspace.path, reviewer=self._workspace.reviewer) as own:
                report = self.report = own.add(
                    self._paths,
                    max_bytes=self._max_bytes,
                    progress=progressed,
                    cancelled=lambda: worker.is_cancelled,
                )
        except CuratorError as error:
            app.post_message(AddingEnded(str(error), failed=True))
            return
        except Exception as error:  # whatever a parser meets in a file, the review goes on
            app.post_message(AddingEnded(f"reading stopped: {type(error).__name__}: {error}", failed=True))
            return
        if not worker.is_cancelled:
            app.post_message(AddingEnded(_told(report), failed=bool(report.failures)))


def _told(report: AddReport) -> str:
    """What was added, in one line."""
    if report.failures:
        first = report.failures[0]
        more = f" and {len(report.failures) - 1} more" if len(report.failures) > 1 else ""
        return f"could not be read: {first.source}: {first.reason}{more}"
    if not report.articles_added:
        return ""
    return f"{report.articles_added} articles added with {report.claims_added} claims"
