"""Text measured in terminal cells: cut, padded and broken into lines.

Expects text that has been through `visible()`. It must never see a widget or change what a text says.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from rich.cells import cell_len, get_character_cell_size

ELLIPSIS = "…"
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2400-\u2421\ufffd]*"
)
"""Texts of which every character takes one cell, for the many that can be measured by counting."""


def width_of(text: str) -> int:
    """The cells that a text takes: counted where every character takes one, else measured."""
    return len(text) if text.isascii() or _NARROW.fullmatch(text) else cell_len(text)


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, its end replaced by an ellipsis where it does not fit."""
    if width <= 0:
        return ""
    if width_of(text) <= width:
        return text
    return text[: characters_in(text, 0, len(text), width - 1)].rstrip(" ") + ELLIPSIS


def cut_inside(text: str, width: int) -> str:
    """`text` in at most `width` cells, its middle replaced by an ellipsis where it does not fit."""
    if width_of(text) <= width:
        return text
    head = characters_in(text, 0, len(text), max(0, width - 1) // 3)
    room = width - width_of(text[:head]) - 1
    start = len(text)
    while start > head and width_of(text[start - 1 :]) <= room:
        start -= 1
    while start < len(text) and not get_character_cell_size(text[start]):
        start += 1  # a mark stays with its letter
    return text[:head] + ELLIPSIS + text[start:]


def fitted(text: str, width: int) -> str:
    """`text` in exactly `width` cells."""
    shown = cut(text, width)
    return shown + " " * (width - width_of(shown))


def characters_in(text: str, start: int, end: int, width: int) -> int:
    """The largest `i` for which `text[start:i]` fits `width` cells; never parts a mark from its letter."""
    position, used = start, 0
    while position < end:
        used += get_character_cell_size(text[position])
        if used > width:
            break
        position += 1
    return position


class WrappedText:
    """A text broken into lines of at most `width` cells, as far as it has been asked for.

    Lines are half-open ranges of code points of the text; the white space at a break belongs to no line.
    A long text is broken only up to what is looked at, so that opening it does not wait for its end.
    """

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(2, width)
        self._starts = array("L")
        self._ends = array("L")
        self._position = 0
        """Where the next paragraph starts; past the end of the text when all is broken."""

    @property
    def complete(self) -> bool:
        """Whether the whole text is broken into lines."""
        return self._position > len(self.text)

    @property
    def line_count(self) -> int:
        """How many lines there are; an estimate until the text is complete."""
        known = len(self._starts)
        if self.complete or not self._position:
            return known
        return known + max(1, round((len(self.text) - self._position) * known / self._position))

    @property
    def lines_known(self) -> int:
        """How many lines are broken so far."""
        return len(self._starts)

    def reach_line(self, line: int) -> None:
        """Break at least up to `line`."""
        while len(self._starts) <= line and not self.complete:
            self._break_paragraph()

    def reach_offset(self, offset: int) -> None:
        """Break at least up to the code point `offset`."""
        while self._position <= offset and not self.complete:
            self._break_paragraph()

    def reach_end(self, limit: int) -> bool:
        """Break about `limit` further code points; true when the text is complete."""
        stop = self._position + limit
        while self._position < stop and not self.complete:
            self._break_paragraph()
        return self.complete

    def line(self, number: int) -> tuple[int, int]:
        """The half-open range of a line; raises IndexError where there is none."""
        self.reach_line(number)
        return self._starts[number], self._ends[number]

    def line_of(self, offset: int) -> int:
        """The line on which the code point `offset` is shown; for white space at a break, the line before."""
        self.reach_offset(offset)
        return max(0, bisect_right(self._starts, offset) - 1)

    def _break_paragraph(self) -> None:
        start = self._position
        end = self.text.find("\n", start)
        if end < 0:
            end = len(self.text)
        self._position = end + 1
        if end > start and self.text[end - 1] in "\r\u240d":
            end -= 1
        if _NARROW.fullmatch(self.text, start, end):
            self._break_narrow(start, end)
        else:
            self._break_wide(start, end)

    def _break_narrow(self, start: int, end: int) -> None:
        """One cell a character: breaks can be computed instead of measured."""
        text, width = self.text, self.width
        while end - start > width:
            space = text.rfind(" ", start + 1, start + width + 1)
            stop = space if space > start else start + width
            start = self._add(start, stop, end)
        self._add(start, end, end)

    def _break_wide(self, start: int, end: int) -> None:
        text, width = self.text, self.width
        while True:
            limit = characters_in(text, start, end, width)
            if limit >= end:
                break
            limit = max(limit, start + 1)
            space = text.rfind(" ", start + 1, limit + 1)
            start = self._add(start, space if space > start else limit, end)
        self._add(start, end, end)

    def _add(self, start: int, stop: int, end: int) -> int:
        self._starts.append(start)
        self._ends.append(stop)
        while stop < end and self.text[stop] == " ":
            stop += 1
        return stop
