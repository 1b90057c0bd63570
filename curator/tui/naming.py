"""Claims and speakers in the few words that fit a line: always visible text, never markup."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len

from curator.models import Article, ClaimView
from curator.organisations import ORGANISED
from curator.telling import lead, led
from curator.text import folded, visible_line
from curator.titles import headline, one_line
from curator.tui.cells import ELLIPSIS, cut

if TYPE_CHECKING:
    from curator.workspace import ArticleSummary

ARTICLE = "article"
"""Stands for the speaker where an article speaks in its own voice."""
NOBODY = "nobody"
"""Stands for the speaker where the article names none."""
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_QUOTATION = re.compile("“([^“”]*)”")
_NAME_BEFORE = re.compile(
    r"((?:^[^“”]*(?:: | that |, the last )|”(?: \([^()]*\))?(?: into | and )))[^“”:]*?, ((?:[^“”:,]+: )?“)"
)
"""The name of who says it, before a quotation or how that is denied; never a part of where that stands."""
_SHORTEST = 8
"""Characters that are left of a quotation at least."""


def claim_words(view: ClaimView) -> str:
    """A claim's words on one line, in quotation marks where they are a quotation; led by how it is denied."""
    words = " ".join(visible_line(view.wording or view.claim.text).split())
    return led(lead(view), f"“{words}”" if view.claim.kind == "quote" else words)


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
    if folded(words[-1]) in ORGANISED:  # of "Tarn Water", the last word alone names nobody
        return False
    return 2 <= len(words) <= 4 and all(_NAME.fullmatch(word) and word[0].isupper() for word in words)


def fitted_quotations(text: str, width: int) -> str:
    """`text` in `width` cells; what is too much is taken from the ends of its quotations, evenly.

    Where no more than their beginnings would be left, the names before them go: words tell more.
    """
    fitting = _shortened_to(text, width)
    return fitting if cell_len(fitting) <= width else _shortened_to(_NAME_BEFORE.sub(r"\1\2", text), width)


def _shortened_to(text: str, width: int) -> str:
    """`text` with its quotations shortened as far as `width` asks, but for their beginnings."""
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


def known_by(article: Article | ArticleSummary) -> str:
    """An article's outlet, day and title on one line, or its first words for a title."""
    begins = article.text if isinstance(article, Article) else article.opening
    parts = one_line(article.publisher), article.published[:10], headline(article.title, begins)
    return " · ".join(visible_line(part) for part in parts if part)
