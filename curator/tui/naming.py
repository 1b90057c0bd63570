"""Claims and speakers in the few words that fit a line: always visible text, never markup."""

from __future__ import annotations

import re
from functools import partial

from rich.cells import cell_len

from curator.models import Article, ClaimView
from curator.text import visible_line
from curator.tui.cells import ELLIPSIS, cut

ARTICLE = "article"
"""Stands for the speaker where an article speaks in its own voice."""
NOBODY = "nobody"
"""Stands for the speaker where the article names none."""
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_QUOTATION = re.compile("“([^“”]*)”")
_FILE_NAME = re.compile(r"\S+\.[A-Za-z]{2,5}")
_FIRST_WORDS = 60
_SHORTEST = 8
"""Characters that are left of a quotation at least."""


def claim_words(view: ClaimView) -> str:
    """A claim's words on one line, in quotation marks where they are a quotation."""
    words = " ".join(visible_line(view.wording or view.claim.text).split())
    return f"“{words}”" if view.claim.kind == "quote" else words


def speaker_name(view: ClaimView, width: int = 0, *, known_as: bool = False) -> str:
    """Who says a claim; a person who does not fit `width` cells by their last name, others cut at the end.

    `known_as`: by the name that they are known by over all articles, not by that of the claim's own.
    """
    if not view.speaker:
        return ARTICLE if view.claim.kind == "assertion" else NOBODY
    name = " ".join(visible_line((known_as and view.speaker_name) or view.speaker).split())
    if width and cell_len(name) > width and _is_person(name):
        name = name.rpartition(" ")[2]
    return cut(name, width) if width else name


def _is_person(name: str) -> bool:
    """Whether a name looks like a person's: two to four words, each with a capital, and nothing between."""
    words = name.split(" ")
    return 2 <= len(words) <= 4 and all(_NAME.fullmatch(word) and word[0].isupper() for word in words)


def fitted_quotations(text: str, width: int) -> str:
    """`text` in `width` cells; what is too much is taken from the ends of its quotations, evenly."""
    surplus = cell_len(text) - width
    quotations = [match.group(1) for match in _QUOTATION.finditer(text)]
    while surplus > 0 and quotations:
        longest = max(map(len, quotations))
        if longest <= _SHORTEST:
            break
        room = max(_SHORTEST, longest - max(1, surplus // len(quotations)))
        text = _QUOTATION.sub(partial(_shortened, length=room), text)
        quotations = [match.group(1) for match in _QUOTATION.finditer(text)]
        surplus = cell_len(text) - width
    return text


def _shortened(quotation: re.Match[str], length: int) -> str:
    words = quotation[1]
    return quotation[0] if len(words) <= length else f"“{words[: length - 1].rstrip(' …')}{ELLIPSIS}”"


def headline(title: str, text: str = "") -> str:
    """An article's title; for none, or the name of a file, the first words of its text."""
    shown = one_line(title)
    if shown and not _FILE_NAME.fullmatch(shown):
        return shown
    first = next((line for line in text[:2000].split("\n") if line.strip()), "")
    return f"“{cut(one_line(first), _FIRST_WORDS)}”" if first else shown.rpartition(".")[0] or shown


def known_by(article: Article) -> tuple[str, str, str]:
    """An article's outlet, day and title ("" for what it lacks), or its first words for a title."""
    return article.publisher, article.published[:10], headline(article.title, article.text)


def one_line(text: str) -> str:
    """Any outside text on one line, its white space collapsed."""
    return " ".join(visible_line(text).split())
