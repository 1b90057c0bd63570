"""The current claim in full: its words, who says it and how, and what reviewers said of it."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from curator.models import ClaimView
from curator.text import visible_line
from curator.tui.cells import WrappedText, cut
from curator.tui.naming import claim_words, speaker_name
from curator.tui.theme import UNICODE, Inks, inks, status_ink, status_word

Line = list[tuple[str, Style]]


class ClaimCard(Widget):
    """A few lines about one claim; what does not fit is cut."""

    ALLOW_SELECT = False

    claim: reactive[ClaimView | None] = reactive(None)

    _base = Style.null()
    _drawn: tuple[object, list[Line]] = (None, [])
    """What the lines were made for, and the lines."""

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = self.rich_style

    def render_line(self, y: int) -> Strip:
        base, width = self._base, self.size.width
        ink = inks(self.app)
        made_for = (self.claim, self.size, id(ink))
        if self._drawn[0] != made_for:
            self._drawn = made_for, self._lines(ink, width, self.size.height)
        lines = self._drawn[1]
        if y >= len(lines):
            return Strip.blank(width, base)
        segments, room = [], width
        for text, style in lines[y]:
            shown = cut(text, room)
            segments.append(Segment(shown, base + style))
            room -= len(shown)
        return Strip(segments).adjust_cell_length(width, base)

    def _lines(self, ink: Inks, width: int, height: int) -> list[Line]:
        view = self.claim
        if view is None:
            return []
        facts = [self._facts(view, ink), *self._remarks(view, ink)]
        words = claim_words(view)
        wrapped = WrappedText(words, width - 2)
        wrapped.reach_line(height)
        room = max(1, height - len(facts))
        lines: list[Line] = []
        for number in range(min(wrapped.line_count, room)):
            start, end = wrapped.line(number)
            last = number == room - 1 and wrapped.line_count > room
            shown = cut(words[start:], width - 2) if last else words[start:end]
            lines.append([("  " + shown, ink.title)])
        return (lines + facts)[:height]

    def _facts(self, view: ClaimView, ink: Inks) -> Line:
        claim = view.claim
        facts = [
            speaker_name(view),
            claim.kind,
            *([f"“{visible_line(claim.cue)}”"] if claim.cue else []),
            *([claim.polarity] if claim.polarity == "negative" else []),
            *([claim.modality] if claim.modality != "fact" else []),
        ]
        return [
            (f"  {UNICODE.status(view)} {status_word(view)}", status_ink(view, ink)),
            ("  " + " · ".join(facts), ink.muted),
        ]

    def _remarks(self, view: ClaimView, ink: Inks) -> list[Line]:
        remarks: list[Line] = []
        if view.reason:
            remarks.append([("  because ", ink.faint), (visible_line(view.reason), ink.text)])
        if view.wording and view.wording != view.claim.text:
            remarks.append(
                [("  was ", ink.faint), (" ".join(visible_line(view.claim.text).split()), ink.muted)]
            )
        if view.notes:
            remarks.append([("  note ", ink.faint), (visible_line(view.notes[-1]), ink.text)])
        if view.status == "disputed":
            who = ", ".join(visible_line(name) for name in view.reviewers)
            remarks.append([("  differ: ", ink.faint), (who, ink.text)])
        return remarks
