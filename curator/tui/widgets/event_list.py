"""Events of the log, one to a line: when, who, what was done, and the claim that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from rich.segment import Segment
from rich.style import Style

from curator.models import reviewer_name
from curator.review.facts import read
from curator.review.history import Entry, Named, done
from curator.text import visible_line
from curator.titles import one_line
from curator.tui.cells import cut, fitted
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.row_list import RowList
from curator.tui.window import Window

_INKS = {
    "confirm": "confirmed",
    "reject": "rejected",
    "merge": "merged",
    "contradict": "contradicts",
    "adjudicate": "disputed",
    "add": "confirmed",
}
_SIGNS = {
    "confirm": UNICODE.confirmed,
    "reject": UNICODE.rejected,
    "skip": UNICODE.skipped,
    "edit": "✎",
    "add": "+",
    "note": "✎",
    "merge": UNICODE.same,
    "contradict": UNICODE.contradicts,
    "dismiss": UNICODE.unrelated,
    "split": "÷",
    "canonical": "*",
    "adjudicate": UNICODE.disputed,
    "repeat": "2",
    "identify": UNICODE.same,
    "distinguish": "÷",
    "undo": "←",
}


_SHORT = {
    "skip": "put off",
    "contradict": "contradicts",
    "dismiss": "unrelated",
    "note": "noted",
    "canonical": "canonical",
    "identify": "one speaker",
    "distinguish": "two speakers",
    "undo": "undo",
}
"""What was done in one word, where the whole is longer."""


class EventList(RowList):
    """Entries of the log, the newest first, fetched as they come into sight."""

    EMPTY = "  No decision fits."

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.window: Window[Entry] | None = None

    @property
    def row_count(self) -> int:
        return len(self.window.rows) if self.window else 0

    @property
    def entry(self) -> Entry | None:
        """The one under the cursor."""
        return self.window.rows[self.cursor] if self.window and 0 <= self.cursor < self.row_count else None

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        assert self.window is not None
        entry = self.window.rows[row]
        taken_back = not entry.stands
        sign, style = sign_of(entry, ink)
        yield Segment(f"{UNICODE.cursor if row == self.cursor else ' '} ", ink.accent)
        yield Segment(f"{moment(entry.event.wall_time)}  ", ink.faint)
        yield Segment(fitted(visible_line(reviewer_name(entry.event.reviewer)), 9) + " ", ink.muted)
        yield Segment(f"{sign} ", ink.faint if taken_back else style)
        what_width = 14
        what = visible_line(_SHORT.get(entry.event.kind, done(entry)))
        if entry.together > 1:
            what = f"{'-' if entry.unfolded else '+'} {entry.together:,} at once"
            what = what if len(what) <= what_width else what.removesuffix(" at once")
        yield Segment(fitted(what, what_width) + " ", ink.faint if taken_back else ink.text)
        left = width - 16 - 10 - 2 - what_width - 1
        tail = " taken back" if taken_back else " blind" if read(entry.base).blind else ""
        names = " | ".join((*map(named, entry.claims), *map(one_line, entry.names)))
        if entry.together > 1:
            names = f"{done(entry)}, the last {names}"
        elif entry.event.kind == "undo":
            names = f"{done(entry)} · {names}"
        struck = ink.faint + Style(strike=True) if taken_back else ink.muted
        yield Segment(fitted(cut(names, max(0, left - len(tail))), max(0, left - len(tail))), struck)
        yield Segment(tail, ink.contradicts if taken_back else ink.accent)


def sign_of(entry: Entry, ink: Inks) -> tuple[str, Style]:
    """The sign of what was done, and its ink."""
    kind = entry.event.kind
    style: Style = getattr(ink, _INKS.get(kind, "muted"))
    return _SIGNS.get(kind, "?"), style


def named(claim: Named) -> str:
    """A claim in one line: who says it, and the words."""
    words = one_line(claim.words) or f"claim {claim.claim_id[:8]}, not in this database"
    speaker = one_line(claim.speaker)
    return f"{speaker}: {words}" if speaker else words


def moment(wall_time: str, *, full: bool = False) -> str:
    """A stored time by this machine's clock: "22 Nov 14:32", or in full to the second; 12 cells or 19."""
    try:
        local = datetime.fromisoformat(wall_time).astimezone()
    except ValueError:
        return fitted(visible_line(wall_time), 19 if full else 12)
    return local.strftime("%Y-%m-%d %H:%M:%S" if full else "%d %b %H:%M")
