"""The views of the workbench by name: which screen each is, loaded when it is first gone to.

A view beside Review is one row here, one in the table of keys, and one file in `screens/`. Must never
import a screen before it is wanted: the first screen does not wait for the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curator.tui.keymap import Keymap
    from curator.tui.screens.view import ViewScreen
    from curator.workspace import Workspace

REVIEW = "review"
"""The view at the bottom, which is always there."""

SCREENS: dict[str, tuple[str, str]] = {
    "compare": ("curator.tui.screens.compare", "CompareScreen"),
    "claims": ("curator.tui.screens.clusters", "ClustersScreen"),
    "history": ("curator.tui.screens.history", "HistoryScreen"),
    "progress": ("curator.tui.screens.progress", "ProgressScreen"),
}
"""Module and class of each other view; the class takes (workspace, keymap, file_name)."""


def made(name: str, workspace: Workspace, keymap: Keymap, file_name: str) -> ViewScreen:
    """The screen of a view; raises KeyError for a view that there is not."""
    module, screen = SCREENS[name]
    view: ViewScreen = getattr(import_module(module), screen)(workspace, keymap, file_name)
    return view
