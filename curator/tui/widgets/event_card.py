"""One event in full: what it changed, who took it back, what came with it, what was built on it since."""

from __future__ import annotations

from collections.abc import Sequence

from textual.reactive import reactive

from curator.models import Progress, reviewer_name
from curator.review.facts import read
from curator.review.history import Around, Follows, changes, done
from curator.text import visible_line
from curator.tui.cells import cut, fitted
from curator.tui.naming import claim_words, speaker_name
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.event_list import moment, named, sign_of
from curator.tui.widgets.panel import Line, Panel, wrapped
from curator.tui.widgets.status_bar import legend, status_bar

_SPEAKER = 10
"""Cells of a speaker's name before a claim that is one of many."""


class EventCard(Panel):
    """Everything there is to know of one event before it is undone."""

    around: reactive[Around | None] = reactive(None, repaint=False)

    follows: reactive[Follows] = reactive(Follows(), repaint=False)
    """What the event settled besides what it speaks of."""

    def watch_follows(self) -> None:
        self.changed()

    def watch_around(self) -> None:
        if self.is_mounted:
            self.scroll_to(y=0, animate=False)
        self.changed()

    def written(self, ink: Inks, width: int, height: int) -> Sequence[Line]:
        around = self.around
        if around is None:
            return [[(" No decision is chosen.", ink.faint)]]
        entry = around.entry
        sign, style = sign_of(entry, ink)
        who = visible_line(reviewer_name(entry.event.reviewer))
        lines: list[Line] = [
            [(f" {sign} ", style), (visible_line(done(entry)), ink.title), (f" by {who}", ink.muted)],
            [(f"   {moment(entry.event.wall_time, full=True)}", ink.muted)],
            *self._standing(around, ink),
            *self._changes(around, ink, width),
        ]
        for claim in entry.claims:
            lines += [[], *wrapped(named(claim), width, ink.text)]
        lines += self._settled(self.follows, ink, width)
        lines += self._later(around, ink, width)
        return [*lines, [], [(f" event {entry.event.event_id[:8]}", ink.faint)]]

    @staticmethod
    def _standing(around: Around, ink: Inks) -> list[Line]:
        lines: list[Line] = []
        if read(around.entry.base).blind:
            lines.append([("   decided blind: scores and what others said were hidden", ink.accent)])
        if around.together > 1:
            lines.append(
                [(f"   one of {around.together} decided at once: u takes back all of them", ink.accent)]
            )
        if not around.entry.stands:
            by = around.undone_by
            who = f" by {visible_line(reviewer_name(by.reviewer))}, {moment(by.wall_time)}" if by else ""
            lines.append([(f"   taken back{who}", ink.contradicts)])
        return lines

    @staticmethod
    def _changes(around: Around, ink: Inks, width: int) -> list[Line]:
        entry = around.entry
        found = changes(entry.base, around.after, entry.claims[0].found if entry.claims else None)
        if not found:
            return []
        turned = entry.event.kind == "undo" and not entry.is_redo
        lines: list[Line] = [[]]
        for change in found:
            before, after = map(_one_line, (change.before, change.after))
            if turned:
                before, after = after, before
            lead: Line = [(f" {fitted(change.what, 9)}", ink.faint)]
            if len(before) + len(after) + 16 <= width:
                arrow = [(before, ink.muted), (" → ", ink.accent)] if before else [("→ ", ink.accent)]
                lines.append([*lead, *arrow, (after or "nothing", ink.title)])
                continue
            lines.append([*lead, ("before", ink.faint)])
            lines += wrapped(before or "nothing", width, ink.muted)
            lines.append([(" " * 10, ink.faint), ("→ after", ink.accent)])
            lines += wrapped(after or "nothing", width, ink.title)
        return lines

    @staticmethod
    def _settled(follows: Follows, ink: Inks, width: int) -> list[Line]:
        """The pairs that need not be asked since, two lines each."""
        if not follows.count:
            return []
        many = "pair" if follows.count == 1 else "pairs"
        lines: list[Line] = [
            [],
            [
                (f" {follows.count:,} more {many} settled by it", ink.title),
                (", asked no more", ink.faint),
            ],
        ]
        for pair in follows.pairs:
            sign = getattr(UNICODE, pair.answer)
            style = {"same": ink.same, "contradicts": ink.contradicts}.get(pair.answer, ink.faint)
            for lead, view in (("  ", pair.left), (sign, pair.right)):
                words = f"{speaker_name(view, _SPEAKER)}: {claim_words(view)}"
                lines.append([(f"   {fitted(lead, 2)}", style), (cut(words, width - 6), ink.muted)])
        if follows.count > len(follows.pairs):
            lines.append([(f"   and {follows.count - len(follows.pairs):,} more", ink.faint)])
        return lines

    @staticmethod
    def _later(around: Around, ink: Inks, width: int) -> list[Line]:
        if not around.later_count:
            return [[], [(" Nothing was decided on it since.", ink.faint)]]
        count = around.later_count
        many = "decision" if count == 1 else "decisions"
        lines: list[Line] = [
            [],
            [
                (f" {count} later {many} on the same claims ", ink.contradicts),
                ("stay if this goes", ink.faint),
            ],
        ]
        for entry in around.later:
            sign, style = sign_of(entry, ink)
            who = visible_line(reviewer_name(entry.event.reviewer))
            lines.append(
                [
                    (f"   {moment(entry.event.wall_time)} ", ink.faint),
                    (f"{sign} ", style),
                    (f"{visible_line(done(entry))} by {who}", ink.muted),
                ]
            )
        if count > len(around.later):
            lines.append([(f"   and {count - len(around.later)} more", ink.faint)])
        return lines


class PastCard(Panel):
    """The counts as they were at a moment."""

    progress: reactive[Progress | None] = reactive(None, repaint=False)
    events: int = 0
    """How many decisions there were by then."""

    def watch_progress(self) -> None:
        self.changed()

    def written(self, ink: Inks, width: int, height: int) -> Sequence[Line]:
        progress = self.progress
        if progress is None:
            return [[(" Working out what stood then…", ink.faint)]]
        return [
            [(f" {progress.decided:,} of {progress.total:,} claims were decided", ink.title)],
            [(" ", ink.text), *status_bar(progress, width - 2, ink), (" ", ink.text)],
            *([(" ", ink.text), *line] for line in legend(progress, ink, width - 2)),
            [],
            [(f" Articles: {progress.articles:,} · decisions in the log: {self.events:,}", ink.muted)],
            [
                (f" Pairs: {progress.same:,} same, {progress.contradicts:,} contradict, ", ink.muted),
                (f"{progress.unrelated:,} unrelated", ink.muted),
            ],
            [],
            *wrapped(_PAST, width, ink.faint),
        ]


_PAST = (
    "This is how it was, and nothing can be decided here. What reviewers did is as it stood then; the "
    "claims are those that the articles are read to make today."
)


def _one_line(text: str) -> str:
    return " ".join(visible_line(text).split())
