"""What stands beside a claim elsewhere: sign, score, who and where, the words, and the evidence in words."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual.reactive import reactive

from curator.models import Related
from curator.tui.cells import WrappedText, fitted
from curator.tui.naming import claim_words, speaker_name
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.evidence import evidence_words, proposal, score, whereabouts
from curator.tui.widgets.row_list import RowList

_ROOMY = 20
"""Lines from which on the evidence of each row has two of them."""


class RelatedList(RowList):
    """Related claims, three lines each, four where there is room.

    The highlighted one is what merge, contradicts and dismiss take.
    """

    ROW_HEIGHT = 3
    EMPTY = "  Nothing like it in other articles."

    related: reactive[tuple[Related, ...]] = reactive((), repaint=False)

    @property
    def row_count(self) -> int:
        return len(self.related)

    def on_resize(self) -> None:
        rows = 4 if self.size.height >= _ROOMY else 3
        if rows != self.ROW_HEIGHT:
            self.ROW_HEIGHT = rows
            self.rows_changed()
        super().on_resize()

    def watch_related(self) -> None:
        self.rows_changed()

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        item = self.related[row]
        marker = f"{UNICODE.cursor if row == self.cursor and line == 0 else ' '} "
        yield Segment(marker, ink.accent)
        if line == 0:
            yield from self._heading(item, width - 2, ink)
        elif line == 1:
            yield Segment(fitted("  " + claim_words(item.claim), width - 2), ink.text)
        else:
            yield Segment(
                fitted("  " + _evidence_line(item, line - 2, width - 4, self.ROW_HEIGHT - 2), width - 2),
                ink.muted,
            )

    def _heading(self, item: Related, width: int, ink: Inks) -> Iterable[Segment]:
        sign, word, style = proposal(item, ink)
        lead = f"{sign} {word}{score(item)}"
        yield Segment(lead, style)
        where = whereabouts(item, speaker_name(item.claim, 24))
        status = f" {UNICODE.status(item.claim)}"
        yield Segment(fitted("  " + where, width - len(lead) - len(status)), ink.muted)
        yield Segment(status, getattr(ink, item.claim.status))


def _evidence_line(item: Related, number: int, width: int, lines: int) -> str:
    """One of the lines that a row has for its evidence; the last is cut where there is more."""
    words = evidence_words(item)
    wrapped = WrappedText(words, width)
    wrapped.reach_line(number)
    try:
        start, end = wrapped.line(number)
    except IndexError:
        return ""
    return words[start:] if number == lines - 1 else words[start:end]
