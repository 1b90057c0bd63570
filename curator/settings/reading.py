"""One settings file's table, checked entry by entry.

Never ignores a word that it does not know: a misspelt setting is an error that says where it stands and
what it probably should be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from curator.settings.values import MOST_REPEATED, Settings, SettingsError, Vocabulary, shown
from curator.text import visible_line

Value = TypeVar("Value")


class Reader:
    """One file's table, checked entry by entry; the first thing wrong is raised."""

    def __init__(self, text: str, vocabulary: Vocabulary, source: str) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._source = source

    def settings(self, table: Mapping[str, Any]) -> Settings:
        """The settings in a table; raises SettingsError."""
        readers: dict[str, Callable[[Any], Any]] = {
            "keys": self._keys,
            "theme": self._theme,
            "ascii": lambda value: self._switch("ascii", value),
            "reviewer": self._reviewer,
            "blind": lambda value: self._switch("blind", value),
            "repeat": self._repeat,
            "pace": lambda value: self._switch("pace", value),
        }
        for name in table:
            if name not in readers:
                hint = _nearest(name, readers) or f"there are {', '.join(readers)}"
                raise self._error((name,), f"there is no such setting; {hint}")
        return Settings(**{name: readers[name](value) for name, value in table.items()})

    def _theme(self, value: Any) -> str:
        theme = self._of_type(("theme",), value, str, 'a theme\'s name in quotes, like "curator-light"')
        if theme not in self._vocabulary.themes:
            themes = self._vocabulary.themes
            hint = _nearest(theme, themes) or f"there are {', '.join(themes)}"
            raise self._error(("theme",), f"there is no theme {_quoted(theme)}; {hint}")
        return theme

    def _switch(self, name: str, value: Any) -> bool:
        return self._of_type((name,), value, bool, "true or false, without quotes")

    def _repeat(self, value: Any) -> float:
        expected = f"how many of a hundred claims, 0 to {MOST_REPEATED}, like 5"
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._error(("repeat",), f"expected {expected}, found {_kind(value)}")
        if not 0 <= value <= MOST_REPEATED:
            raise self._error(("repeat",), f"expected {expected}, found {value}")
        return float(value)

    def _reviewer(self, value: Any) -> str:
        expected = "a name in quotes, on one line"
        name = self._of_type(("reviewer",), value, str, expected)
        if not name.strip() or name != visible_line(name):
            raise self._error(("reviewer",), f"expected {expected}, found {_quoted(name)}")
        return name

    def _keys(self, value: Any) -> dict[str, tuple[str, ...]]:
        table = self._of_type(
            ("keys",), value, dict, 'a table, like [keys] and "review.confirm" = "y" below it'
        )
        known = {action.id: action for action in self._vocabulary.actions}
        keys: dict[str, tuple[str, ...]] = {}
        for place, chosen in _leaves(table, ()):
            action = ".".join(place)
            if action not in known:
                hint = _nearest(action, known) or "`?` in the program lists their names"
                raise self._error(("keys", *place), f"there is no such action; {hint}")
            if action in keys:
                raise self._error(("keys", *place), "this action is given keys twice")
            keys[action] = self._keys_of(("keys", *place), chosen)
            typed = [key for key in keys[action] if self._vocabulary.types(key)]
            if known[action].beside_typing and typed:
                what = f'{_quoted(typed[0])} types a sign, and text is typed there; take one like "ctrl+y"'
                raise self._error(("keys", *place), what)
        self._check_clashes(keys)
        return keys

    def _keys_of(self, place: tuple[str, ...], value: Any) -> tuple[str, ...]:
        spellings = [value] if isinstance(value, str) else value
        if not isinstance(spellings, list) or not all(isinstance(item, str) for item in spellings):
            expected = 'a key in quotes ("y") or a list of keys (["y", "ctrl+y"])'
            raise self._error(place, f"expected {expected}, found {_kind(value)}")
        if not spellings:
            raise self._error(place, "expected at least one key, because every action must be reachable")
        return tuple(dict.fromkeys(self._key(place, spelling) for spelling in spellings))

    def _key(self, place: tuple[str, ...], spelling: str) -> str:
        key = self._vocabulary.key(spelling)
        if key is not None:
            return key
        modifiers, plus, last = spelling.rpartition("+")
        hint = _nearest(last, self._vocabulary.key_names, modifiers + plus)
        hint = hint or 'keys are written like "y", "?", "escape", "f2", "ctrl+y"'
        raise self._error(place, f"there is no key {_quoted(spelling)}; {hint}")

    def _check_clashes(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        taken: dict[tuple[str, str], str] = {}
        # the user's own choices first, so that the line of the error is one that they wrote
        actions = sorted(self._vocabulary.actions, key=lambda action: action.id not in chosen)
        for action in actions:
            for key in chosen.get(action.id, action.keys):
                for context in sorted(action.contexts):
                    other = taken.setdefault((context, key), action.id)
                    if other == action.id:
                        continue
                    place = action.id if action.id in chosen else other
                    raise self._error(
                        ("keys", *place.split(".")),
                        f"{_quoted(key)} is given to both {other} and {action.id}; "
                        "give one of them another key",
                    )

    def _of_type(self, place: tuple[str, ...], value: Any, type_: type[Value], expected: str) -> Value:
        if not isinstance(value, type_):
            raise self._error(place, f"expected {expected}, found {_kind(value)}")
        return value

    def _error(self, place: tuple[str, ...], what: str) -> SettingsError:
        line = _line_of(self._text, place)
        where = f", line {line}" if line else ""
        return SettingsError(f"{shown(self._source)}{where}: {visible_line('.'.join(place))}: {what}")


def _leaves(table: Mapping[str, Any], place: tuple[str, ...]) -> Iterable[tuple[tuple[str, ...], Any]]:
    """Every entry that is no table itself: `review.confirm` may be written with dots, tables or quotes."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*place, name))
        else:
            yield (*place, name), value


def _line_of(text: str, place: tuple[str, ...]) -> int:
    """The line on which an entry stands, 0 where that is not plain (the TOML reader does not tell)."""
    dot = r"[\"'\s]*\.[\"'\s]*"
    found = []
    for first in range(len(place)):
        written = dot.join(re.escape(part) for part in ".".join(place[first:]).split("."))
        entry = re.compile(rf"^\s*\[?[\"'\s]*{written}[\"'\s]*[=\]]", re.MULTILINE)
        found = [text.count("\n", 0, match.end()) + 1 for match in entry.finditer(text)]
        if found:
            break
    return found[0] if len(found) == 1 else 0


def _nearest(word: str, known: Iterable[str], before: str = "") -> str:
    """ "did you mean …?" with the known word most like `word`, "" where none is like it."""
    import difflib

    near = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f"did you mean {_quoted(before + near[0])}?" if near else ""


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _quoted(value)
    names = {dict: "a table", list: "a list", int: "a number", float: "a number"}
    return names.get(type(value), "something else")


def _quoted(word: str) -> str:
    shown = visible_line(word)
    return f'"{shown if len(shown) <= 60 else shown[:59] + "…"}"'
