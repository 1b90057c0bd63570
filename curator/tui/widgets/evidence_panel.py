"""The highlighted pair in full: what is proposed of it, the other claim's words whole, and all the evidence.

On a small window it takes the place of the lists; it shows what it is given and decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from curator.models import Related
from curator.tui.naming import claim_words, speaker_name
from curator.tui.theme import UNICODE, Inks, status_ink, status_word
from curator.tui.widgets.evidence import evidence_lines, proposal, score, whereabouts
from curator.tui.widgets.panel import Line, Panel, wrapped

_NOTHING = "Nothing like it in other articles: there is no pair to tell of."


class EvidencePanel(Panel):
    """Why the highlighted related claim is highlighted."""

    related: reactive[Related | None] = reactive(None, repaint=False)

    def watch_related(self) -> None:
        if self.is_mounted:
            self.scroll_to(y=0, animate=False)
        self.changed()

    def written(self, ink: Inks, width: int, height: int) -> Sequence[Line]:
        item = self.related
        if item is None:
            return wrapped(_NOTHING, width, ink.faint)
        sign, word, style = proposal(item, ink)
        claim = item.claim
        where = whereabouts(item, speaker_name(claim, 40))
        lines: list[Line] = [
            [
                (f" {sign} {word}{score(item)}  ", style),
                (f"{UNICODE.status(claim)} {status_word(claim)}", status_ink(claim, ink)),
            ],
            *wrapped(where, width, ink.muted),
            *wrapped(claim_words(claim), width, ink.title),
            [],
        ]
        if item.candidate is not None:
            lines += evidence_lines(item.candidate, ink, width)
        return lines
