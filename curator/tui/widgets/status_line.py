"""The line that says what was just done, what went wrong, or what can be done next."""

from __future__ import annotations

from typing import Literal

from rich.cells import cell_len
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip

from curator.text import visible_line
from curator.tui.cells import WrappedText, cut
from curator.tui.naming import fitted_quotations
from curator.tui.theme import UNICODE, Inks, inks
from curator.tui.widgets.one_line import OneLine, Piece

Tone = Literal["hint", "done", "refused", "failed", "question"]
_SIGN = 3
"""Cells of the sign of the tone."""
_WHOLE: tuple[Tone, ...] = ("refused", "failed", "question")
"""Tones that are told whole, in several lines where one is too short."""
_MOST_LINES = 4
_SHORTEST = 12
"""Cells below which the beginning of what goes on says nothing."""
_SIGNS: dict[Tone, str] = {"hint": " ", "done": "✓", "refused": "≠", "failed": "!", "question": "?"}


class StatusLine(OneLine):
    """One sentence with its tone in a sign and an ink; work behind the screen is told at the right."""

    said: reactive[tuple[Tone, str]] = reactive(("hint", ""))
    behind: reactive[str] = reactive("")
    """What goes on behind the screen ("reading 12 of 40 files"), "" for nothing."""
    heed: reactive[str] = reactive("")
    """What is unlike before of what stands there now, in our own words; "" for nothing."""

    def say(self, tone: Tone, text: str) -> None:
        """Show one sentence; outside text in it is made visible here."""
        self.said = (tone, visible_line(text))

    @property
    def room(self) -> int:
        """Cells that a message of one line has."""
        return max(1, self.size.width - _SIGN - cell_len(self._behind()))

    def watch_said(self) -> None:
        self._fit()

    def watch_heed(self) -> None:
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Take as many lines as a message needs that must not be cut."""
        height = self.get_content_height(self.size, self.size, self.size.width)
        if self.size.width and self.size.height != height:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """How many lines the message takes."""
        return min(_MOST_LINES, max(1, len(self._lines(width))))

    def _lines(self, width: int) -> list[str]:
        """The message in lines: what went wrong is told whole, of what was done each claim's beginning."""
        tone, text = self.said
        room = max(1, width - _SIGN)
        if tone not in _WHOLE:
            return [fitted_quotations(text, room - cell_len(self._heed()) - cell_len(self._behind()))]
        wrapped = WrappedText(text, room)
        wrapped.reach_end(len(text) + 1)
        lines = [text[slice(*wrapped.line(number))] for number in range(wrapped.line_count)]
        if len(lines) > _MOST_LINES:
            start = wrapped.line(_MOST_LINES - 1)[0]
            lines = [*lines[: _MOST_LINES - 1], cut(text[start:], room)]
        return lines

    def render_lines(self, crop: Region) -> list[Strip]:
        """One line as every other; a message in several, each drawn by itself."""
        lines = self._lines(self.size.width)
        if len(lines) < 2:
            return super().render_lines(crop)
        ink = inks(self.app)
        start, end = crop.column_span
        drawn = [
            self._strip(self._pieces(ink, line, number == 0), [], self.size.width)
            for number, line in enumerate(lines)
        ]
        blank = Strip.blank(self.size.width, self._base)
        return [(drawn[y] if y < len(drawn) else blank).crop(start, end) for y in crop.line_range]

    def left(self, ink: Inks, width: int) -> list[Piece]:
        return self._pieces(ink, self._lines(self.size.width)[0], True)

    def _pieces(self, ink: Inks, line: str, first: bool) -> list[Piece]:
        tone, _ = self.said
        style = {
            "hint": ink.muted,
            "done": ink.text,
            "refused": ink.contradicts,
            "failed": ink.error,
            "question": ink.text,
        }[tone]
        sign = {"done": ink.confirmed}.get(tone, style)
        return [(f" {_SIGNS[tone]} " if first else " " * _SIGN, sign), (line, style)]

    def _behind(self) -> str:
        """What goes on, as far as a hint leaves room: its beginning, or nothing where none is left."""
        if not self.behind:
            return ""
        told = f" {visible_line(self.behind)} "
        tone, text = self.said
        if tone != "hint" or not text:
            return told
        room = self.size.width - _SIGN - cell_len(text)
        return told if cell_len(told) <= room else cut(told, room) if room >= _SHORTEST else ""

    def _heed(self) -> str:
        """What is to be heeded, unless the line is needed for what went wrong or is asked."""
        return f" {UNICODE.disputed} {self.heed} " if self.heed and self.said[0] not in _WHOLE else ""

    def right(self, ink: Inks, width: int) -> list[Piece]:
        pieces = [(self._heed(), ink.disputed), (self._behind(), ink.accent)]
        return [(text, style) for text, style in pieces if text]
