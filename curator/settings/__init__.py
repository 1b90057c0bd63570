"""The user's own keys, theme and name: one small TOML file turned into a frozen `Settings`, or a plain error.

What actions, keys and themes there are is told by the caller, so this package knows nothing of the screen,
and what reads a file is loaded only where there is one.
"""

from curator.settings.file import MAX_BYTES, VARIABLE, load, path, read
from curator.settings.values import MOST_REPEATED, Bindable, Settings, SettingsError, Vocabulary

__all__ = [
    "MAX_BYTES",
    "MOST_REPEATED",
    "VARIABLE",
    "Bindable",
    "Settings",
    "SettingsError",
    "Vocabulary",
    "load",
    "path",
    "read",
]
