"""The claims of one article, one to a line: status in a sign and a word, who says it, and the words."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual.reactive import reactive

from curator.models import ClaimView
from curator.tui.cells import fitted
from curator.tui.messages import RowsScrolled
from curator.tui.naming import claim_words, speaker_name
from curator.tui.theme import UNICODE, Inks, status_ink, status_word
from curator.tui.view_model import Rows
from curator.tui.widgets.row_list import RowList


class ClaimList(RowList):
    """Claims with their status; shows what it is given and decides nothing."""

    EMPTY = "  No claims here."

    claims: reactive[Rows] = reactive(Rows(), repaint=False)
    """As far as they were read; a row that was not is empty."""
    chosen: reactive[frozenset[str]] = reactive(frozenset(), repaint=False)
    """Ids of claims that are chosen to be decided together."""

    @property
    def row_count(self) -> int:
        return len(self.claims)

    def watch_claims(self, old: Rows, new: Rows) -> None:
        if len(old) != len(new):
            self.rows_changed()
        else:
            self.rows_changed([row for row in self.rows_drawn() if old.at(row) != new.at(row)])

    def watch_chosen(self, old: frozenset[str], new: frozenset[str]) -> None:
        drawn = [(row, view) for row in self.rows_drawn() if (view := self.claims.at(row)) is not None]
        self.rows_changed([row for row, view in drawn if (view.claim.id in old) != (view.claim.id in new)])

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        seen = self.rows_seen()
        if seen and (self.claims.at(seen[0]) is None or self.claims.at(seen[-1]) is None):
            self.post_message(RowsScrolled())

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        view = self.claims.at(row)
        if view is None:
            return
        glyphs = UNICODE
        open_ = view.status == "pending"
        chosen = view.claim.id in self.chosen
        yield Segment(f"{glyphs.cursor if row == self.cursor else ' '}{'+' if chosen else ' '}", ink.accent)
        yield Segment(f"{glyphs.status(view)} ", status_ink(view, ink))
        speaker_width = min(20, max(12, width // 5))
        name = speaker_name(view, speaker_width - 1)
        yield Segment(fitted(name, speaker_width), ink.muted if view.speaker and open_ else ink.faint)
        flags, word = self._flags(view), "" if open_ and not view.skipped else f" {status_word(view)}"
        left = width - 4 - speaker_width - len(flags) - len(word)
        yield Segment(fitted(claim_words(view), left), ink.text if open_ else ink.muted)
        yield Segment(word, status_ink(view, ink))
        yield Segment(flags, ink.contradicts)

    @staticmethod
    def _flags(view: ClaimView) -> str:
        """Signs at the end of a line: stands against others, has a note, was put into other words."""
        signs = "≠" * bool(view.contradictions) + "✎" * bool(view.notes)
        return f" {signs}" if signs else ""
