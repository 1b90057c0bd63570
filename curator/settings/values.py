"""What a user can set, and what a settings file may name.

What actions, keys and themes there are is told by the caller: nothing here knows of the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path

from curator.frozen import dataclass
from curator.models import CuratorError
from curator.text import visible_line

MOST_REPEATED = 50
"""Of a hundred claims, at most so many are asked once more."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has chosen; the defaults are those of a user without a file."""

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The keys of the actions that the user gave other keys, by the action's id."""
    theme: str = ""
    """A theme's name, "" for the program's own choice."""
    ascii: bool = False
    """Draw with ASCII signs only."""
    reviewer: str = ""
    """The name to decide under, "" for the login name."""
    blind: bool = False
    """Hide scores and other reviewers' words until one has decided oneself."""
    repeat: float = 0.0
    """Of a hundred decided claims, how many are asked once more later."""
    pace: bool = True
    """Say so when decisions come faster than the words can be read."""


@dataclass(frozen=True, slots=True)
class Bindable:
    """An action that can be given other keys."""

    id: str
    keys: tuple[str, ...]
    """Those it has without settings."""
    contexts: frozenset[str]
    """Where they are listened to: two actions that share a place cannot share a key."""
    beside_typing: bool = False
    """Whether text is typed there, so that no key which types a sign can be among them."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that a settings file may name."""

    actions: tuple[Bindable, ...]
    key: Callable[[str], str | None]
    """A key as people may write it ("Ctrl+R", "?") to the name the screen knows it by; None: no such key."""
    types: Callable[[str], bool]
    """Whether a key, by the screen's name for it, types a sign."""
    key_names: tuple[str, ...]
    """Names of keys that have more than a letter, for suggestions."""
    themes: tuple[str, ...]


class SettingsError(CuratorError):
    """The settings file cannot be used: what, where and what was expected, in one line."""


def shown(file: str | Path) -> str:
    """A file as an error names it."""
    return visible_line(str(file))
