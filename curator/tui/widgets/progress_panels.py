"""The panes of Progress that are written, not listed: how far, how fast, how sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style
from textual.reactive import reactive

from curator.models import Agreement
from curator.review.figures import FEWEST_DRAWN, FEWEST_JUDGED, Unfound
from curator.text import visible_line
from curator.tui.blocks import columns, gathered, interval, spread
from curator.tui.cells import fitted
from curator.tui.progress_view import ProgressView
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.header_line import time_left
from curator.tui.widgets.panel import Line, Panel
from curator.tui.widgets.status_bar import legend, status_bar

_BOTH_PLOTS = 9
"""Lines that two plots of one line each take, with the pace over them."""


class _Axis(NamedTuple):
    """The words at a plot over time."""

    first: str
    last: str
    span: str
    unit: str


_HOUR = _Axis("60 minutes ago", "now", "in the last hour", "minute")
_MONTH = _Axis("30 days ago", "today", "in the last 30 days", "day")


class FiguresPanel(Panel):
    """A pane that shows some of the figures."""

    figures: reactive[ProgressView] = reactive(ProgressView(), repaint=False)

    def watch_figures(self) -> None:
        self.changed()


class FarPanel(FiguresPanel):
    """How far the review is: all claims, then by kind."""

    def written(self, ink: Inks, width: int, height: int) -> Sequence[Line]:
        progress = self.figures.progress
        inner = width - 2
        if not progress.total:
            return [[("  No claims yet. Add articles:  curator add PATH…", ink.faint)]]
        share = 100 * progress.decided / progress.total
        head = f" {progress.decided:,} of {progress.total:,} claims decided"
        percent = f"{share:.0f} % " if share in (0, 100) or 1 <= share <= 99 else f"{share:.1f} % "
        lines: list[Line] = [
            [(fitted(head, width - len(percent)), ink.title), (percent, ink.confirmed)],
            [(" ", ink.text), *status_bar(progress, inner, ink), (" ", ink.text)],
            *([(" ", ink.text), *line] for line in legend(progress, ink, inner)),
            self._pairs(ink),
        ]
        kinds = self._kinds(ink, width)
        return [*lines, *([[]] if len(lines) + len(kinds) < height else []), *kinds]

    def _pairs(self, ink: Inks) -> Line:
        progress = self.figures.progress
        glyphs = UNICODE
        return [
            (" Pairs   ", ink.muted),
            (f"{glyphs.same} {progress.same:,}", ink.same),
            (" same   ", ink.muted),
            (f"{glyphs.contradicts} {progress.contradicts:,}", ink.contradicts),
            (" contradict   ", ink.muted),
            (f"{glyphs.unrelated} {progress.unrelated:,} unrelated", ink.faint),
        ]

    def _kinds(self, ink: Inks, width: int) -> list[Line]:
        tallied = self.figures.tallied
        if tallied is None:
            return [[(" Counting by kind…", ink.faint)]]
        lines: list[Line] = []
        numbers = max((len(f"{work.decided:,}/{work.total:,}") for work in tallied.kinds), default=0)
        for work in tallied.kinds:
            done = f"{work.decided:,}/{work.total:,}".rjust(numbers)
            bar = max(4, width - 15 - numbers)
            lines.append(
                [
                    (f" {fitted(visible_line(work.name), 11)} ", ink.muted),
                    *status_bar(work, bar, ink),
                    (f" {done} ", ink.text),
                ]
            )
        if not tallied.complete:
            lines.append([(f" counting… {100 * tallied.counted // max(1, tallied.of)} %", ink.faint)])
        return lines


class FastPanel(FiguresPanel):
    """How fast it goes: decisions a minute, in the last hour, in the last weeks."""

    def written(self, ink: Inks, width: int, height: int) -> Sequence[Line]:
        rhythm, progress = self.figures.rhythm, self.figures.progress
        if rhythm is None:
            return [[(" Counting…", ink.faint)]]
        pace: list[tuple[str, Style]]
        if rhythm.per_minute is None:
            pace = [(" A few decisions more, and the pace can be told.", ink.faint)]
        else:
            pace = [(f" {rhythm.per_minute:.1f}", ink.title), (" decisions a minute", ink.muted)]
            if progress.minutes_left is not None and progress.pending:
                pace += [(" · ", ink.faint), (time_left(progress.minutes_left), ink.title)]
                pace += [(f" left for {progress.pending:,} open", ink.muted)]
        plots = 2 if height >= _BOTH_PLOTS else 1
        tall = max(1, min(8, (height - 1) // plots - 3))
        lines: list[Line] = [pace, *self._plot(rhythm.minutes, _HOUR, width, tall, ink)]
        if plots == 2:
            lines += self._plot(rhythm.days, _MONTH, width, tall, ink)
        return lines

    @staticmethod
    def _plot(values: Sequence[int], words: _Axis, width: int, tall: int, ink: Inks) -> list[Line]:
        """A title with the largest value, columns, and an axis."""
        first, last, span, unit = words
        room = width - 2
        shown = gathered(values, room)
        most = max(shown, default=0)
        size = -(-len(values) // max(1, len(shown)))
        per = f"a {unit}" if size == 1 else f"in {size} {unit}s"
        total = sum(values)
        title = f" {total:,} decision{'s' * (total != 1)} {span}"
        peak = f"at most {most:,} {per} " if most else ""
        lines: list[Line] = [
            [],
            [(fitted(title, width - len(peak)), ink.muted), (peak, ink.faint)],
        ]
        lines += ([(f" {spread(line, room)}", ink.accent)] for line in columns(shown, tall))
        axis = first + " " * max(1, room - len(first) - len(last)) + last
        lines.append([(f" {axis}", ink.faint)])
        return lines


class SurePanel(FiguresPanel):
    """How sure it is: agreement between reviewers, and what is still unfound."""

    def written(self, ink: Inks, width: int, height: int) -> Sequence[Line]:
        return [*self._agreement(ink, width), *self._with_oneself(ink, width), [], *self._unfound(ink, width)]

    def _with_oneself(self, ink: Inks, width: int) -> list[Line]:
        """Of claims that were asked twice: how often the answers are the same, and what that is worth."""
        lines: list[Line] = []
        for own in self.figures.self_agreement:
            share = f"  {own.same:,} of {own.both:,} the same"
            known = f"  {own.low:.0%} to {own.high:.0%}"
            if own.alpha is not None:
                between = f"{_signed(own.alpha_low)} to {_signed(own.alpha_high)}"
                known += f"  α {_signed(own.alpha)} ({between})"
            name = f" {visible_line(own.reviewer)} asked again"
            room = max(8, width - len(share) - len(known))
            lines.append(
                [(fitted(name, min(len(name), room)), ink.text), (share, ink.muted), (known, ink.title)]
            )
        if lines:
            lines.append([(" with oneself, at 95 %: Wilson; Krippendorff’s alpha", ink.faint)])
        return lines

    def _agreement(self, ink: Inks, width: int) -> list[Line]:
        figures = self.figures
        if figures.reliability is None:
            return [[(" Comparing reviewers…", ink.faint)]]
        if not figures.agreement:
            return [
                [(" Do reviewers agree?", ink.title)],
                [(" No claim was decided by two reviewers yet.", ink.faint)],
            ]
        lines: list[Line] = [[(" Do reviewers agree?", ink.title)]]
        for pair in figures.agreement:
            lines += self._pair(pair, ink, width)
        everyone = figures.reliability
        if everyone.reviewers > 2:
            value = _signed(everyone.alpha)
            claims = "claim" if everyone.claims == 1 else "claims"
            lines.append(
                [
                    (f" all {everyone.reviewers} on {everyone.claims:,} {claims}  ", ink.text),
                    (f"α {value}", ink.title),
                    ("  Krippendorff’s alpha", ink.faint),
                ]
            )
        lines.append([(" 1 is full agreement, 0 what chance would give", ink.faint)])
        return lines

    @staticmethod
    def _pair(pair: Agreement, ink: Inks, width: int) -> list[Line]:
        names = f" {visible_line(pair.left)} and {visible_line(pair.right)}"
        alike = f"  {pair.same:,} of {pair.both:,} the same"
        kappa = f"κ {_signed(pair.kappa)}"
        name_width = max(8, min(len(names), width - len(alike) - len(kappa) - 18))
        return [
            [
                (fitted(names, name_width), ink.text),
                (alike, ink.muted),
                (f"  {kappa}", ink.title),
                ("  Cohen’s kappa", ink.faint),
            ]
        ]

    def _unfound(self, ink: Inks, width: int) -> list[Line]:
        lines: list[Line] = [[(" What is still unfound?", ink.title)]]
        if not self.figures.unfound:
            return [*lines, [(" Estimating…", ink.faint)]]
        for unfound in self.figures.unfound:
            lines += self._left(unfound, ink, width)
        estimated = [u for u in self.figures.unfound if u.open and u.judged >= FEWEST_JUDGED]
        if any(u.by_lot for u in estimated):
            lines.append([(" ├ 95 % ┤ from pairs drawn at random: Wilks’s likelihood interval", ink.faint)])
        if not all(u.by_lot for u in estimated):
            drawn = max(u.drawn for u in estimated)
            lines += [
                [(" ├ 95 % ┤ if judged and open pairs of like scores are alike;", ink.faint)],
                [(f" needs no such if from {FEWEST_DRAWN} drawn at random on: {drawn} so far", ink.faint)],
            ]
        if estimated:
            lines.append([(" pairs that were never proposed are not in it", ink.faint)])
        if any(unfound.open for unfound in self.figures.unfound):
            lines.append([(" open: as the weights propose now; learning changes that", ink.faint)])
        return lines

    @staticmethod
    def _left(unfound: Unfound, ink: Inks, width: int) -> list[Line]:
        word, style, sign = _OF_KIND[unfound.kind]
        word += "" if unfound.found == 1 else "s"
        colour: Style = getattr(ink, style)
        lead = [(f" {sign} ", colour), (f"{unfound.found:,} proposed {word} found", ink.text)]
        if not unfound.open:
            return [[*lead, (", none is open", ink.muted)]]
        if unfound.judged < FEWEST_JUDGED:
            return [
                [*lead, (f", {unfound.open:,} open", ink.muted)],
                [
                    (
                        f"   too few judged to say more ({unfound.judged} of at least {FEWEST_JUDGED})",
                        ink.faint,
                    )
                ],
            ]
        words = f" · {unfound.low:,} to {unfound.high:,} more among {unfound.open:,} open"
        top = max(unfound.high, 1)
        likely = f"likely {unfound.likely:,}"
        scale = max(3, width - 7 - len(likely))
        return [
            [*lead, (words, ink.muted)],
            [
                ("   ", ink.text),
                (interval(unfound.low, unfound.likely, unfound.high, top, scale), colour),
                (f"  {likely} ", ink.title),
            ],
        ]


_OF_KIND = {
    "contradicts": ("contradiction", "contradicts", UNICODE.contradicts),
    "same": ("duplicate", "same", UNICODE.same),
}
"""Word, ink and sign of each kind of pair."""


def _signed(value: float | None) -> str:
    """A coefficient with two digits; a dash where it is not defined."""
    return "–" if value is None else f"{value:.2f}".replace("-", "−")
