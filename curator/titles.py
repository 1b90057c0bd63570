"""What an article is called wherever a line is all there is: its title, else the first words of its text.

One rule for the screens, the command line and the report. Never invents a name, and never changes a text.
"""

from __future__ import annotations

import re

from curator.text import visible_line

_FILE_NAME = re.compile(r"\S+\.[A-Za-z]{2,5}")
_FIRST_WORDS = 60
OPENING = 2000
"""Code points from the start of a text among which its first words are looked for."""


def says_something(title: str) -> bool:
    """Whether a title is something to call an article by; the name of a file is nothing."""
    shown = one_line(title)
    return bool(shown) and not _FILE_NAME.fullmatch(shown)


def headline(title: str, text: str = "") -> str:
    """An article's title, visible and on one line; where that says nothing, the first words of its text.

    `text`: the text or how it begins. Without words a file's name is all there is; "" where there is nothing.
    """
    if says_something(title):
        return one_line(title)
    words = one_line(opening(text))
    if not words:
        shown = one_line(title)
        return shown.rpartition(".")[0] or shown
    short = words if len(words) <= _FIRST_WORDS else words[: _FIRST_WORDS - 1].rstrip() + "…"
    return f"“{short}”"


def opening(text: str) -> str:
    """The first line of a text that has words, as far as `headline` could use it."""
    first = next((line.strip() for line in text[:OPENING].split("\n") if line.strip()), "")
    return first[: 4 * _FIRST_WORDS]


def one_line(text: str) -> str:
    """Any outside text on one line, visible, its white space collapsed."""
    return " ".join(visible_line(text).split())
