"""Two claims line by line: the rows in which they can differ, their words with what differs, the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive

from curator.telling import told
from curator.text import word_diff
from curator.titles import one_line
from curator.tui.cells import WrappedText, cut, fitted
from curator.tui.pair_facts import UNKNOWN, Fact, facts
from curator.tui.pairing import PairView, Side
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.one_line import Piece
from curator.tui.widgets.row_list import RowList

_LABEL = 11
"""Cells of the first column."""
_OURS = "status"
"""The row that tells of the review, in which it means nothing that two claims differ."""
_MOST_DIFFER = 2
"""Lines for what two claims differ in, where their facts are not all in sight."""
_ALIKE = 0.4
"""The share of common words from which on the differences are the smaller part, and are marked."""


class PairTable(RowList):
    """What is the same and what is not; differences have a sign, a line under them and an ink."""

    EMPTY = "  No pair is left in this order.  o: another order · 1: back to the review"

    view: reactive[PairView | None] = reactive(None, repaint=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.told: tuple[str, ...] = ("Pair",)
        """What the title says, in parts, the most telling first."""
        self.down = ""
        """The key by which one goes down."""
        self._rows: list[list[Piece]] = []
        self._made_for: tuple[object, int] = (None, 0)

    @property
    def row_count(self) -> int:
        return len(self._rows)

    def watch_view(self) -> None:
        self._make()

    def on_resize(self) -> None:
        super().on_resize()
        self._make()

    def _make(self) -> None:
        """Lay the rows out for the width there is, always in one order: words, evidence, facts."""
        width = self.scrollable_content_region.width
        view = self.view
        if view is None or view.left is None or view.right is None or width < 2 * _LABEL:
            self._rows = []
        else:
            column = (width - _LABEL - 4) // 2
            known = list(facts(view.left, view.right))
            words = list(_words(view.left, view.right, column, self.ink))
            evidence = list(_evidence(view, width, self.ink))
            rows = list(_facts(known, column, self.ink))
            self._rows = [*words, *([[], *evidence] if evidence else []), [], *rows]
            if len(self._rows) > self.scrollable_content_region.height:
                differs = list(_differing(known, width, self.ink))
                self._rows = [*words, *(differs or [[]]), *evidence, [], *rows]
        self._tell_title()
        self.rows_changed()
        self.scroll_to(y=0, animate=False)

    def _tell_title(self) -> None:
        """What the pair is, and with which key what does not fit comes into sight."""
        what, *more = self.told
        if self.row_count > self.scrollable_content_region.height > 0:
            more.insert(0, f"{self.down} scrolls")
        self.title = " · ".join((what, *more))

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        return (Segment(text, style) for text, style in self._rows[row])


def _facts(known: Sequence[Fact], column: int, ink: Inks) -> Iterable[list[Piece]]:
    for fact in known:
        style = ink.text if fact.differs else ink.muted
        equal = fact.left and fact.right and fact.label != _OURS
        sign = UNICODE.contradicts if fact.differs else UNICODE.same if equal else " "
        yield [
            (fitted(f"  {fact.label}", _LABEL), ink.faint),
            (fitted(fact.left or UNKNOWN, column), style if fact.left else ink.faint),
            (f" {sign}  ", ink.contradicts if fact.differs else ink.faint),
            (cut(fact.right or UNKNOWN, column), style if fact.right else ink.faint),
        ]


def _differing(known: Sequence[Fact], width: int, ink: Inks) -> Iterable[list[Piece]]:
    """On a line or two, the facts in which the two differ; all of them stand further down."""
    lines: list[str] = []
    for part in (fact.differing for fact in known if fact.differs):
        if lines and (len(lines) == _MOST_DIFFER or cell_len(f"{lines[-1]} · {part}") <= width - _LABEL):
            lines[-1] += f" · {part}"
        else:
            lines.append(part)
    for number, line in enumerate(lines):
        label = "" if number else "  differ"
        yield [(fitted(label, _LABEL), ink.faint), (cut(line, width - _LABEL), ink.contradicts)]


def _words(left: Side, right: Side, column: int, ink: Inks) -> Iterable[list[Piece]]:
    """Both wordings beside each other: marked is what only one has, or, of unlike ones, what both have."""
    mine, theirs = one_line(told(left.claim)), one_line(told(right.claim))
    operations = word_diff(mine, theirs)
    shared = sum(len(words) for kind, words in operations if kind == "equal")
    alike = shared >= _ALIKE * min(len(mine), len(theirs))
    drawn = [
        list(
            _lines(
                text,
                column,
                _marked(text, operations, only, alike),
                ink.differs if alike else ink.shared,
                ink,
            )
        )
        for text, only in ((mine, "delete"), (theirs, "insert"))
    ]
    for number in range(max(map(len, drawn))):
        label = "words" if not number else ""
        pieces: list[Piece] = [(fitted(f"  {label}", _LABEL), ink.faint)]
        first = drawn[0][number] if number < len(drawn[0]) else []
        pieces += [*first, (" " * (column - sum(cell_len(text) for text, _ in first) + 4), ink.text)]
        pieces += drawn[1][number] if number < len(drawn[1]) else []
        yield pieces


def _marked(text: str, operations: Sequence[tuple[str, str]], only: str, alike: bool) -> set[int]:
    """The offsets in `text` that are marked, with the white space between marked words."""
    marked: set[int] = set()
    place, last_end = 0, -1
    for kind, phrase in operations:
        if kind not in ("equal", only):
            continue
        wanted = (kind == only) == alike
        for word in phrase.split():
            # of equal words the left's spelling is given: the other's stands at the next word
            found = text.find(word, place)
            start = found if 0 <= found < place + len(word) + 4 else _next_word(text, place)
            end = start + len(word) if found == start else _word_end(text, start)
            if wanted:
                marked.update(range(last_end if last_end >= 0 else start, end))
            last_end = end if wanted else -1
            place = end
    return marked


def _next_word(text: str, place: int) -> int:
    while place < len(text) and text[place] == " ":
        place += 1
    return place


def _word_end(text: str, place: int) -> int:
    end = text.find(" ", place)
    return len(text) if end < 0 else end


def _lines(text: str, width: int, marked: set[int], mark: Style, ink: Inks) -> Iterable[list[Piece]]:
    wrapped = WrappedText(text, width)
    wrapped.reach_end(len(text) + 1)
    for number in range(wrapped.line_count):
        start, end = wrapped.line(number)
        pieces: list[Piece] = []
        at = start
        while at < end:
            stop = at
            while stop < end and (stop in marked) == (at in marked):
                stop += 1
            pieces.append((text[at:stop], mark if at in marked else ink.text))
            at = stop
        yield pieces


def _evidence(view: PairView, width: int, ink: Inks) -> Iterable[list[Piece]]:
    related = view.related
    if related is None:
        return
    if related.candidate is None and related.relation is None:
        return  # nothing may be told of the two yet
    if related.candidate is None:
        how = "follows from what was decided" if related.inferred else "decided"
        kind = f"{related.contradiction_type} " if related.contradiction_type else ""
        word = {"same": "same", "contradicts": f"{kind}contradiction", "unrelated": "unrelated"}
        yield [
            (fitted("  decided", _LABEL), ink.faint),
            (f"{word.get(related.relation or '', '')} ({how})", ink.same),
        ]
        return
    found = [evidence for evidence in related.candidate.evidence if evidence.words]
    for number, evidence in enumerate(found):
        sign = "+" if evidence.share >= 0 else "−"
        yield [
            (fitted("  evidence" if not number else "", _LABEL), ink.faint),
            (f"{sign} ", ink.confirmed if evidence.share >= 0 else ink.rejected),
            (cut(one_line(evidence.words), width - _LABEL - 4), ink.muted),
        ]
