"""Everything known of one claim on one page: who says it under which names, and how it was found.

Reads what it is given; decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from curator.models import Article, ClaimView
from curator.review.explaining import explained
from curator.telling import lead, led
from curator.text import visible_line
from curator.titles import one_line
from curator.tui.cells import WrappedText
from curator.tui.naming import speaker_name
from curator.tui.screens.page import PageScreen
from curator.tui.theme import UNICODE, Inks, status_ink, status_word
from curator.tui.widgets.panel import Line, Panel

_NAME = 11
"""Cells of the column of names."""


class Details(Panel):
    """The claim's words, then a line or more for each thing known of it."""

    def __init__(self, view: ClaimView, article: Article, *, id: str) -> None:
        super().__init__(id=id)
        self._view = view
        self._article = article

    def written(self, ink: Inks, width: int, height: int) -> Sequence[Line]:
        view, claim = self._view, self._view.claim
        words = led(lead(view), f"“{one_line(view.wording)}”")
        lines: list[Line] = [[(f" {piece}", ink.title)] for piece in _pieces(words, width - 2)]
        lines.append([])
        known = [("status", status_word(view)), ("says", self._who())]
        known += [(part.name, one_line(part.words)) for part in explained(view, self._article.text)]
        known += [("note", one_line(note)) for note in view.notes]
        if view.reason:
            known.append(("because", one_line(view.reason)))
        known.append(("claim", claim.id))
        for name, words in known:
            style = status_ink(view, ink) if name == "status" else ink.text
            sign = f"{UNICODE.status(view)} " if name == "status" else ""
            for number, piece in enumerate(_pieces(sign + words, width - _NAME - 2)):
                before = name if not number else ""
                lines.append([(f" {before:<{_NAME}}", ink.faint), (piece, style)])
        return lines

    def _who(self) -> str:
        view = self._view
        known_as = visible_line(view.speaker_name)
        also = f" (known as {known_as})" if view.speaker and view.speaker_name != view.speaker else ""
        return speaker_name(view) + also


class DetailsScreen(PageScreen):
    """The page of one claim."""

    def __init__(self, view: ClaimView, article: Article) -> None:
        details = Details(view, article, id="details")
        details.title = "This claim · Esc closes · j k scroll"
        super().__init__(details)


def _pieces(text: str, width: int) -> list[str]:
    """Visible text on as many lines as it takes."""
    lines = WrappedText(text, max(10, width))
    lines.reach_end(1 << 20)
    return [text[start:end] for start, end in map(lines.line, range(lines.line_count))]
