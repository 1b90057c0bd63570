"""Where quotations begin and end, by the marks alone.

Knows the marks of several languages, apostrophes, measures (6'2"), mixed and missing closers, and
quotations whose opening mark is repeated at each paragraph. Never guesses who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_MARKS = re.compile("``|''|[\"“”„‟«»‹›「」『』〝〞‘’‚‛']")
_DOUBLE = frozenset('"“”„‟«»‹›「」『』〝〞')
_OPENERS = frozenset("“„‟«‹「『〝‘‚‛")
_CLOSERS = frozenset("”»›」』〞’")
_BEFORE_OPENING = frozenset(" \t\n\r\xa0([{—–-/:;,\u2009\u202f")
_AFTER_CLOSING = frozenset(" \t\n\r\xa0)]}—–-/:;,.?!…\u2009\u202f")
_TYPED = ("``", "''")
"""Marks of two characters, as typewriters and some corpora have them."""
_ELISION = re.compile(r"['’](?:\d\ds?|em|til|tis|twas|cause|n|bout|cuz)\b", re.IGNORECASE)
_SENTENCE_END = frozenset(".!?…")
_MISMATCH = 90
"""A quotation closed by the wrong family of mark is looked for within so many characters."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: `[start, end)` with its marks, `[inner_start, inner_end)` without and without spaces."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


class _Mark(NamedTuple):
    at: int
    double: bool
    opens: bool
    closes: bool
    size: int = 1
    """In characters: `` and '' are marks of two."""


def _classified(text: str, at: int) -> _Mark | None:
    """The mark at `at` with what it can do there; None for an apostrophe or a measure."""
    mark = text[at]
    if text[at : at + 2] in _TYPED:
        opens = mark == "`" or bool(text[at + 2 : at + 3].strip())
        return _Mark(at, True, opens and not text[at - 1 : at].isalnum(), mark == "'", 2)
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    double = mark in _DOUBLE
    if not double:
        if before.isalnum() and after.isalnum():
            return None
        if mark in "'’" and not before.isalnum() and _ELISION.match(text, at):
            return None
        if mark == "'" and before.isdigit():
            return None
    elif mark == '"' and before.isdigit() and _is_measure(text, at):
        return None
    if mark in "»›" and before.isspace() and (after.isspace() or after in _AFTER_CLOSING):
        return _Mark(at, double, False, True)  # « as French sets them », even before a comma
    can_open = not after.isspace() and (before in _BEFORE_OPENING or before in _OPENERS or before in "\"'")
    can_close = not before.isspace() and (after in _AFTER_CLOSING or after in _CLOSERS or after in "\"'")
    if can_open == can_close:
        if mark in _OPENERS:
            return _Mark(at, double, True, False)
        if mark in _CLOSERS:
            return _Mark(at, double, False, True)
        return _Mark(at, double, True, True)
    if not double and mark == "‘" and can_close:
        return None if before.isalnum() and after.isalnum() else _Mark(at, double, False, True)
    return _Mark(at, double, can_open, can_close)


def _is_measure(text: str, at: int) -> bool:
    """Whether the double mark at `at` means inches: after feet, as in 6'2"."""
    left = at
    while left and text[left - 1].isdigit() and at - left < 3:
        left -= 1
    return left > 0 and text[left - 1] in "'’′" and text[left - 2 : left - 1].isdigit()


def _speech_like(text: str, opening: int, end: int) -> bool:
    """Whether what runs from the mark at `opening` to a paragraph's end can go on in the next paragraph."""
    first = text[opening + 1 : opening + 3].lstrip()[:1]
    last = text[end - 1 : end]
    return (first.isupper() or first in "[…'‘.$€£" or first.isdigit()) and (last in ".!?…:,-—–")


class _Reader:
    """Pairs the marks of one family, paragraph by paragraph."""

    def __init__(self, text: str, double: bool) -> None:
        self._text = text
        self._double = double
        self._opening: int | None = None
        self._size = 1
        self._carried = False
        self.found: list[Quotation] = []

    def _add(self, start: int, inner_end: int, end: int, closed: bool = True) -> None:
        first = start + self._size
        while first < inner_end and self._text[first].isspace():
            first += 1
        while inner_end > first and self._text[inner_end - 1].isspace():
            inner_end -= 1
        if inner_end > first:
            self.found.append(Quotation(start, end, first, inner_end, closed))

    def read(self, marks: Sequence[_Mark], start: int, end: int, following: int | None) -> None:
        """Read the marks of the paragraph `[start, end)`; `following` is where the next one begins."""
        depth = 0
        for index, mark in enumerate(marks):
            if self._opening is None:
                if mark.opens and (self._double or not mark.closes):
                    self._opening, self._size, depth = mark.at, mark.size, 1
            elif mark.at == start and self._carried and mark.opens:
                depth = 1
            elif mark.closes and not self._is_possessive(marks, index):
                depth -= 1
                if depth <= 0 or self._text[mark.at] in "\"'":
                    self._add(self._opening, mark.at, mark.at + mark.size)
                    self._opening, self._carried = None, False
            elif mark.opens:
                if self._closers_left(marks, index) >= depth + 1:
                    depth += 1
                else:
                    self._give_up(mark.at)
                    self._opening, self._size, self._carried, depth = mark.at, mark.size, False, 1
        self._finish(end, following)

    def _closers_left(self, marks: Sequence[_Mark], index: int) -> int:
        """How many closing marks follow before the paragraph's next opening (at most 4 are looked at)."""
        closers = 0
        for mark in marks[index + 1 : index + 5]:
            if mark.opens and not mark.closes:
                break
            closers += 1
        return closers

    def _is_possessive(self, marks: Sequence[_Mark], index: int) -> bool:
        """Whether a single closing mark is the apostrophe of a plural ("guarantors’ consensus")."""
        at = marks[index].at
        text = self._text
        if self._double or text[at - 1 : at] not in ("s", "S") or not text[at + 1 : at + 2].isspace():
            return False
        if not text[at + 2 : at + 3].islower():
            return False
        following = marks[index + 1] if index + 1 < len(marks) else None
        return following is not None and following.closes and not following.opens

    def _give_up(self, before: int) -> None:
        """The quotation that was open has no closing mark before `before`: end it at a wrong mark, if any."""
        opening = self._opening
        if opening is None or not self._double:
            return
        limit = min(before, opening + _MISMATCH)
        for at in range(opening + 2, limit):
            if (
                self._text[at] in "’'"
                and self._text[at - 1].isalnum()
                and self._text[at + 1 : at + 2] in " ,.;"
            ):
                self._add(opening, at, at + 1)
                return

    def _finish(self, end: int, following: int | None) -> None:
        opening = self._opening
        if opening is None:
            return
        text = self._text
        if following is not None and _speech_like(text, opening, end):
            mark = (
                _classified(text, following)
                if text[following] in _OPENERS or text[following] in "\"'"
                else None
            )
            if mark is not None and mark.opens and mark.double == self._double:
                self._carried = True
                return
        self._opening, self._carried = None, False
        before = len(self.found)
        self._opening = opening
        self._give_up(end)
        self._opening = None
        if len(self.found) == before and self._double and self._begins_clause(opening):
            self._add(opening, end, end, closed=False)

    def _begins_clause(self, opening: int) -> bool:
        """Whether the mark stands where a quotation of whole sentences would begin."""
        left = self._text[max(0, opening - 3) : opening].rstrip(" \t\xa0")
        first = self._text[opening + 1 : opening + 3].lstrip()[:1]
        return (not left or left[-1] in "\n\r,:.!?") and (first.isupper() or first in "[…‘'")


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The outermost quotations of `text` in order; linear in its length."""
    doubles, singles = _Reader(text, double=True), _Reader(text, double=False)
    marks = [mark for match in _MARKS.finditer(text) if (mark := _classified(text, match.start()))]
    position = 0
    for number, (start, end) in enumerate(paragraphs):
        first = position
        while position < len(marks) and marks[position].at < end:
            position += 1
        here = marks[first:position]
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        doubles.read([m for m in here if m.double], start, end, following)
        singles.read([m for m in here if not m.double], start, end, following)
    return _outermost(sorted([*doubles.found, *singles.found], key=lambda q: (q.start, -q.end)))


def _outermost(found: Sequence[Quotation]) -> list[Quotation]:
    """Those that lie in no other; of two that cross, the first."""
    kept: list[Quotation] = []
    for quotation in found:
        if not kept or quotation.start >= kept[-1].end:
            kept.append(quotation)
    return kept
