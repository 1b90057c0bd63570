"""The current claim in full: its words, who says it and how, and what reviewers said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from curator.models import Claim, ClaimView, Related
from curator.telling import as_found, own_wording
from curator.text import visible_line
from curator.titles import one_line
from curator.tui.cells import WrappedText, cut
from curator.tui.naming import claim_words, speaker_name
from curator.tui.theme import UNICODE, Inks, status_ink, status_word
from curator.tui.widgets.evidence import Line, evidence_lines
from curator.tui.widgets.framed import Framed

if TYPE_CHECKING:
    from curator.tui.voices import Voice


class ClaimCard(Framed):
    """A few lines about one claim; what does not fit is cut."""

    ALLOW_SELECT = False

    claim: reactive[ClaimView | None] = reactive(None)
    voices: reactive[tuple[Voice, ...]] = reactive(())
    """Of a disputed claim, who said what of it."""
    related: reactive[Related | None] = reactive(None)
    """The highlighted pair, whose evidence is told whole where there is room."""

    _drawn: tuple[object, list[Strip]] = (None, [])
    """What the lines were made for, and the lines."""

    def render_line(self, y: int) -> Strip:
        made_for = (self.claim, self.voices, self.related, self.size, id(self.ink))
        if self._drawn[0] != made_for:
            lines = self._lines(self.ink, self.size.width, self.size.height)
            self._drawn = made_for, [self._strip(line) for line in lines]
        lines_drawn = self._drawn[1]
        return lines_drawn[y] if y < len(lines_drawn) else Strip.blank(self.size.width, self._base)

    def _strip(self, line: Line) -> Strip:
        segments, room = [], self.size.width
        for text, style in line:
            shown = cut(text, room)
            segments.append(Segment(shown, self._base + style))
            room -= cell_len(shown)
        return Strip(segments)

    def _lines(self, ink: Inks, width: int, height: int) -> list[Line]:
        view = self.claim
        if view is None:
            return []
        facts = [self._facts(view, ink), *self._remarks(view, ink), *self._found(view, ink, width)]
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
        pair = self.related.candidate if self.related else None
        evidence = evidence_lines(pair, ink, width) if pair else []
        return (lines + facts + evidence)[:height]

    def _facts(self, view: ClaimView, ink: Inks) -> Line:
        claim, own = view.claim, own_wording(view)  # how it was put says nothing of a wording of one's own
        facts = [
            speaker_name(view),
            claim.kind,
            *([f"“{visible_line(claim.cue)}”"] if claim.cue else []),
            *([claim.polarity] if claim.polarity == "negative" and not own else []),
            *([claim.modality] if claim.modality != "fact" and not own else []),
        ]
        return [
            (f"  {UNICODE.status(view)} {status_word(view)}", status_ink(view, ink)),
            ("  " + " · ".join(facts), ink.muted),
        ]

    def _found(self, view: ClaimView, ink: Inks, width: int) -> list[Line]:
        """Which rule found it, and what it is made of; the page of details has where each part stands."""
        claim = view.claim
        known_as = f"known as {view.speaker_name}" if view.speaker not in ("", view.speaker_name) else ""
        known = (claim.rule, known_as, claim.cue_class, claim.tense, *_numbers(claim), *_times(claim))
        words = " · ".join(one_line(part) for part in known if part)
        return [[("  found by ", ink.faint), (cut(words, width - 12), ink.muted)]] if claim.rule else []

    def _remarks(self, view: ClaimView, ink: Inks) -> list[Line]:
        remarks: list[Line] = []
        if view.reason:
            remarks.append([("  because ", ink.faint), (visible_line(view.reason), ink.text)])
        if view.wording and view.wording != view.claim.text:
            remarks.append(
                [("  was ", ink.faint), (one_line(as_found(view.claim, view.claim.text)), ink.muted)]
            )
        if view.notes:
            remarks.append([("  note ", ink.faint), (visible_line(view.notes[-1]), ink.text)])
        if view.status == "disputed":
            for voice in self.voices:
                remarks.append([("  differ: ", ink.faint), (str(voice), ink.text)])
        return remarks


def _numbers(claim: Claim) -> list[str]:
    """The quantities of a claim in words."""
    if not claim.quantities:
        return []
    from curator.tui.counted import counted

    return [f"{q.bound} {counted(q.value, q.unit, 'g')}" for q in claim.quantities]


def _times(claim: Claim) -> list[str]:
    """The times that a claim speaks of, in words."""
    if not claim.times:
        return []
    from curator.months import spoken

    return [*map(spoken, claim.times)]
