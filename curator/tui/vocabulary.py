"""What a settings file may name: the actions with where their keys are listened to, keys, themes.

Must never import Textual: settings are read before the screen is, and by commands that have none.
"""

from __future__ import annotations

from curator.settings import Bindable, Vocabulary
from curator.tui.actions import CONTEXTS, QUESTIONS, Context
from curator.tui.key_names import KEY_NAMES, key_of, types_a_sign
from curator.tui.keys import ACTIONS

THEME_NAMES = ("curator-dark", "curator-light", "curator-contrast", "curator-16", "curator-16-light")
"""Those of `palettes.THEMES`, which cannot be asked without Rich; a test holds the two together."""

_TYPING: frozenset[Context] = frozenset({"prompt", "find"})
"""Contexts with a field into which text is typed."""


def vocabulary() -> Vocabulary:
    """All that settings may name in this version of the program."""
    everywhere = frozenset(CONTEXTS) - QUESTIONS
    return Vocabulary(
        actions=tuple(
            Bindable(
                action.id,
                action.keys,
                everywhere if action.context == "anywhere" else frozenset({action.context}),
                action.context in _TYPING,
            )
            for action in ACTIONS
        ),
        key=key_of,
        types=types_a_sign,
        key_names=KEY_NAMES,
        themes=THEME_NAMES,
    )
