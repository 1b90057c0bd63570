"""Claims and speakers in the few words that fit a line: always visible text, never markup."""

from __future__ import annotations

from curator.models import ClaimView
from curator.text import visible_line
from curator.tui.cells import cut

ARTICLE = "article"
"""Stands for the speaker where an article speaks in its own voice."""
NOBODY = "nobody"
"""Stands for the speaker where the article names none."""


def claim_words(view: ClaimView) -> str:
    """A claim's words on one line, in quotation marks where they are a quotation."""
    words = " ".join(visible_line(view.wording or view.claim.text).split())
    return f"“{words}”" if view.claim.kind == "quote" else words


def speaker_name(view: ClaimView, width: int = 0) -> str:
    """Who says a claim; in less than `width` cells the last name, as far as it fits."""
    if not view.speaker:
        return ARTICLE if view.claim.kind == "assertion" else NOBODY
    name = " ".join(visible_line(view.speaker).split())
    while width and len(name) > width and " " in name:
        name = name.partition(" ")[2]
    return cut(name, width) if width else name


def one_line(text: str) -> str:
    """Any outside text on one line, its white space collapsed."""
    return " ".join(visible_line(text).split())
