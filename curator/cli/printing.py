"""What goes to the terminal and into pipes: rows as JSON, lines cut to the width, ids cut short.

All words from outside pass `visible_line` here. Nothing is ever interpreted as markup.
"""

from __future__ import annotations

import json
import math
import shutil
import sys
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from curator.text import visible_line

_SHORTEST_ID = 8
_ODDS = 1e-6
"""Of two ids among all sharing what is printed of them."""


def plain(value: Any) -> Any:
    """A row and what is in it as JSON has it; dataclasses become objects."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(entry) for entry in value]
    return value


def say(words: str = "") -> None:
    """One line to standard output; words from outside must have passed `shown` before."""
    sys.stdout.write(words + "\n")


def complain(words: str) -> None:
    """One line to standard error."""
    sys.stderr.write(words + "\n")


def say_json(document: Any) -> None:
    """One JSON document."""
    say(_json(plain(document), indent=2))


def say_rows(rows: Iterable[Any], *, lines: bool) -> None:
    """Rows as they come: JSON Lines, or one array with a row on each line."""
    if lines:
        for row in rows:
            say(_json(plain(row)))
        return
    opening = "["
    for row in rows:
        sys.stdout.write(f"{opening}\n{_json(plain(row))}")
        opening = ","
    say("[]" if opening == "[" else "\n]")


def _json(value: Any, indent: int | None = None) -> str:
    """On a terminal nothing but ASCII, so that no character of an article can steer it."""
    return json.dumps(value, ensure_ascii=sys.stdout.isatty(), indent=indent)


def id_length(count: int) -> int:
    """How many digits tell `count` ids (hexadecimal digits of hashes) apart, with room to spare."""
    pairs = max(1, count) ** 2 / 2
    return max(_SHORTEST_ID, math.ceil(math.log(pairs / _ODDS, 16)))


def line_width() -> int:
    """Columns that a line may take: those of the terminal; without one, no end."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 1_000_000


def cut(words: str, columns: int) -> str:
    """`words` on one line, safe to print, at most `columns` wide; wide characters count two."""
    line = visible_line(words)
    if len(line) * 2 <= columns or (line.isascii() and len(line) <= columns):
        return line
    from unicodedata import combining, east_asian_width

    taken = fits = 0
    for index, character in enumerate(line):
        taken += 0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        if taken > columns:
            return line[:fits].rstrip() + "…" if columns > 0 else ""
        if taken < columns:  # leaves a column for the sign that there is more
            fits = index + 1
    return line


def number(count: int) -> str:
    """12,345"""
    return f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """ "1 claim", "2,000 claims"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
