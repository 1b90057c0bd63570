"""The door to the screen: refuses where there is no terminal, opens the database, runs the workbench.

It must never import Textual before it knows that there is a terminal to draw on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curator.settings import Vocabulary
    from curator.workspace import AddReport

USAGE_ERROR = 2
_PATIENCE = 1.0
"""Seconds for which the screen may stand still; keys wait longer while another program writes."""


def run(
    db: str | PathLike[str],
    reviewer: str | None = None,
    paths: Sequence[str] = (),
    *,
    create: bool = True,
    max_bytes: int = 20_000_000,
    added: Callable[[AddReport], int] = lambda report: 0,
    blind: bool | None = None,
    repeat: float | None = None,
) -> int:
    """Open the review of `db`, adding `paths` behind the screen; the exit status.

    `added` is told, when the screen is gone, what came of the adding; what it gives is the exit status then.

    `blind` and `repeat` (percent): None for what the settings say.

    Raises CuratorError, before anything is drawn, when the database cannot be opened.
    """
    if trouble := obstacle():
        print(f"curator: {trouble}", file=sys.stderr)  # noqa: T201 (there is no screen to say it on)
        return USAGE_ERROR

    import gc

    gc.disable()  # collecting while thousands of modules and styles are made costs a tenth of the start
    from curator.settings import load
    from curator.tui.guarding import chosen
    from curator.tui.keymap import Keymap
    from curator.tui.palettes import fitting
    from curator.tui.workbench import Workbench
    from curator.workspace import Workspace

    if not _in_browser():  # there these tell how large the page is
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(
                name, None
            )  # what a shell exports once would hide every later change of the window
    settings = load(_vocabulary)
    theme = settings.theme or fitting().name
    workspace = Workspace.open(db, reviewer=reviewer, create=create, timeout=_PATIENCE)
    workspace.guard(chosen(settings, blind, repeat))
    keymap = Keymap.of(settings.keys)
    workbench = Workbench(workspace, db, paths, keymap, theme, settings.ascii, max_bytes)
    try:
        workbench.run()
        status, report = workbench.return_code or 0, workbench.adding.report
        return added(report) or status if report else status
    finally:
        workbench.learning.stop()
        workspace.close()


def _vocabulary() -> Vocabulary:
    """What settings may name; asked only where there are settings."""
    from curator.tui.vocabulary import vocabulary

    return vocabulary()


def obstacle() -> str:
    """Why no screen can be drawn here, "" when it can."""
    if _in_browser():
        return ""  # standard input and output lead to it
    if not (sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()):
        return "the review needs a terminal; `curator --help` lists the commands that work without one"
    if os.environ.get("TERM", "") in ("", "dumb", "unknown"):
        return "this terminal (TERM=dumb) cannot show the review; `curator --help` lists the rest"
    return ""


def _in_browser() -> bool:
    """Whether a browser is the terminal."""
    return os.environ.get("TEXTUAL_DRIVER", "").startswith("textual.drivers.web_driver:")
