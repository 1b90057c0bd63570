"""What stands beside a claim elsewhere: sign, score, who and where, the words, and the evidence in words."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from curator.models import Related
from curator.text import visible_line
from curator.tui.cells import fitted
from curator.tui.naming import claim_words, speaker_name
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.row_list import RowList


class RelatedList(RowList):
    """Related claims, three lines each; the highlighted one is what merge, contradicts and dismiss take."""

    ROW_HEIGHT = 3
    EMPTY = "  Nothing like it in other articles."

    related: reactive[tuple[Related, ...]] = reactive((), repaint=False)

    @property
    def row_count(self) -> int:
        return len(self.related)

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
            yield Segment(fitted("  " + evidence_words(item), width - 2), ink.muted)

    def _heading(self, item: Related, width: int, ink: Inks) -> Iterable[Segment]:
        sign, word, style = _kind(item, ink)
        score = "" if item.candidate is None else f" {item.candidate.score:.2f}".replace(" 0.", " .")
        lead = f"{sign} {word}{score}"
        yield Segment(lead, style)
        where = " · ".join(
            visible_line(part)
            for part in (
                speaker_name(item.claim, 24),
                item.article_publisher or item.article_title,
                item.article_published[:10],
            )
            if part
        )
        status = f" {UNICODE.status(item.claim)}"
        yield Segment(fitted("  " + where, width - len(lead) - len(status)), ink.muted)
        yield Segment(status, getattr(ink, item.claim.status))


def _kind(item: Related, ink: Inks) -> tuple[str, str, Style]:
    """Sign, words and ink of what is proposed or decided."""
    glyphs = UNICODE
    if item.relation is not None:
        how = "follows" if item.inferred else "decided"
        kind = f"{item.contradiction_type} " if item.contradiction_type else ""
        word = {"same": "same", "contradicts": f"{kind}contradiction", "unrelated": "unrelated"}[
            item.relation
        ]
        style = {"same": ink.same, "contradicts": ink.contradicts, "unrelated": ink.faint}[item.relation]
        return getattr(glyphs, item.relation), f"{word} ({how})", style
    if item.candidate is None:
        return glyphs.unrelated, "related", ink.muted
    if item.candidate.kind == "same":
        return glyphs.same, "same?", ink.same
    return glyphs.contradicts, "contradicts?", ink.contradicts


def evidence_words(item: Related) -> str:
    """The evidence of a proposal in one line, the strongest first."""
    if item.candidate is None:
        return ""
    ranked = sorted(item.candidate.evidence, key=lambda evidence: -abs(evidence.share))
    return "; ".join(visible_line(evidence.words) for evidence in ranked if evidence.words)
