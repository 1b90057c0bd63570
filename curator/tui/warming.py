"""Getting the other views ready while the first one is read: their code and their style.

Everything here is done again by whoever needs it before it is ready. It must never show anything, open
the file, or keep a key waiting.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from curator.tui.sheets import FOLDER, wear
from curator.tui.views import SCREENS

if TYPE_CHECKING:
    from textual.app import App

_ALSO = (
    *("curator.tui.screens.find", "curator.tui.screens.help", "curator.tui.commands"),
    *(
        "curator.tui.widgets.prompt_line",
        "curator.tui.widgets.choice_line",
    ),
)
"""What keys of the review load besides the other views."""


def warm(app: App[int]) -> None:
    """Begin, behind the screen."""
    app.run_worker(lambda: _behind(app), thread=True, group="warming", exit_on_error=False)


def _behind(app: App[int]) -> None:
    from curator.workspace.ahead import load_ahead

    worker = get_current_worker()
    for name in (*_ALSO, *(module for module, _ in SCREENS.values())):
        if worker.is_cancelled:
            return
        import_module(name)
    load_ahead(lambda: worker.is_cancelled)
    if not worker.is_cancelled:
        app.call_later(_style, app)  # never waits: the app may be about to end


def _style(app: App[int]) -> None:
    """Read the other views' style sheets now: a view that brings a new one has all of them read again."""
    wear(app, *sorted(sheet.stem for sheet in FOLDER.glob("*.tcss")))
