"""A key as people write it ("Ctrl+R", "?", "PgDn") to the one name that Textual knows it by, and back.

The names are Textual's; a test holds them against its tables, because this module must never import Textual:
settings are read before the screen is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""In the order in which Textual puts them before a key."""

NAMED = (
    "backspace",
    "delete",
    "down",
    "end",
    "enter",
    "escape",
    "home",
    "insert",
    "left",
    "pagedown",
    "pageup",
    "right",
    "space",
    "tab",
    "up",
    *(f"f{number}" for number in range(1, 25)),
)
"""Keys that type nothing, and those whose sign cannot be seen."""

_OTHER_SPELLINGS = {
    "return": "enter",
    "esc": "escape",
    "del": "delete",
    "ins": "insert",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "page_down": "pagedown",
    "page_up": "pageup",
    "control": "ctrl",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
}
_SHORTENED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Textual's own replacements for names of the Unicode standard."""
_SAME_TO_A_TERMINAL = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}


def sign_name(sign: str) -> str:
    """The name of a printable character: "y" is "y", "?" is "question_mark"."""
    if sign.isalnum():
        return sign
    name = unicodedata.name(sign, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORTENED.get(name, name)


SIGNS = {sign_name(sign): sign for sign in map(chr, range(0x21, 0x7F)) if not sign.isalnum()}
"""The signs of a keyboard by their names."""
KEY_NAMES = (*NAMED, *SIGNS)
"""Every name of more than one letter, without modifiers."""


def types_a_sign(key: str) -> bool:
    """Whether a key, by Textual's name, puts something into a text that is being typed."""
    return len(key) == 1 or key == "space" or key in SIGNS


def key_of(spelling: str) -> str | None:
    """Textual's name for the key that somebody wrote, None where there is no such key."""
    if spelling == " ":
        return "space"
    *modifiers, last = spelling.replace("++", "+plus").split("+") if len(spelling) > 1 else [spelling]
    names = {_OTHER_SPELLINGS.get(name.strip().lower(), name.strip().lower()) for name in modifiers}
    key = _plain_key(last.strip())
    if key is None or not names.issubset(MODIFIERS) or len(names) != len(modifiers):
        return None
    if names == {"shift"} and key not in NAMED:
        return key.upper() if key.isalpha() and len(key) == 1 else None
    key = key.lower() if names else key
    whole = "+".join([*sorted(names), key])
    return _SAME_TO_A_TERMINAL.get(whole, whole)


def _plain_key(spelling: str) -> str | None:
    if len(spelling) == 1 and spelling not in _OTHER_SPELLINGS:
        return (sign_name(spelling) or None) if spelling.isprintable() and not spelling.isspace() else None
    name = _OTHER_SPELLINGS.get(spelling.lower(), spelling.lower())
    return name if name in KEY_NAMES else None


_SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "apostrophe": "'",
    "asterisk": "*",
    "equals_sign": "=",
    "colon": ":",
    "full_stop": ".",
    "comma": ",",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "escape": "Esc",
    "enter": "Enter",
    "backspace": "Backspace",
    "tab": "Tab",
    "space": "Space",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "f1": "F1",
}


def key_name(key: str) -> str:
    """A key as people write it: "?", "Ctrl+R", "Shift+↓"."""
    *modifiers, last = key.split("+")
    shown = _SHOWN.get(last, last)
    if modifiers and len(shown) == 1:
        shown = shown.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


_RUN = 4
"""So many keys that follow each other are named by the first and the last."""


def keys_shown(keys: Sequence[str]) -> list[str]:
    """Keys as people write them: "c", "Ctrl+R", and of many that follow each other "a…z"."""
    runs: list[list[str]] = []
    for key in keys:
        last = runs[-1][-1] if runs else ""
        if len(key) == len(last) == 1 and ord(key) == ord(last) + 1:
            runs[-1].append(key)
        else:
            runs.append([key])
    shown = []
    for run in runs:
        shown += [f"{run[0]}…{run[-1]}"] if len(run) >= _RUN else [key_name(key) for key in run]
    return shown
