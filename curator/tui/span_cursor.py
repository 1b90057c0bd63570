"""Words marked in a text and how keys move their ends: pure positions, no screen.

Positions are code points. A move that would leave the text, or an end that would pass the other, stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curator.models import Span

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")
_SENTENCE = re.compile(r"[^\s].*?(?:[.!?…]+[\"”’»)\]]*(?=\s)|(?=[\r\u240d]?\n)|\Z)", re.DOTALL)
_REACH = 20_000
"""Code points looked at on either side: no sentence is longer, and a key must not wait for a whole book."""


@dataclass(frozen=True, slots=True)
class SpanCursor:
    """A half-open range of a text whose two ends move by words, letters and sentences."""

    text: str
    start: int
    end: int

    @classmethod
    def at_sentence(cls, text: str, offset: int) -> SpanCursor:
        """The sentence in which `offset` lies, or the next one."""
        for start, end in _ranges(_SENTENCE, text, _line_start(text, offset)):
            if end > offset:
                return cls(text, start, end)
        return cls(text, min(offset, len(text)), len(text))

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def words(self) -> str:
        """What is marked."""
        return self.text[self.start : self.end]

    def sentence(self, step: int) -> SpanCursor:
        """The whole sentence after (1) or before (-1)."""
        if step > 0:
            for start, end in _ranges(_SENTENCE, self.text, _line_start(self.text, self.start)):
                if start > self.start and end > self.end:
                    return SpanCursor(self.text, start, end)
            return self
        before = [r for r in self._behind(_SENTENCE) if r[0] < self.start]
        return SpanCursor(self.text, *before[-1]) if before else self

    def word(self, step: int) -> SpanCursor:
        """Only the word after the end, or before the start."""
        if step > 0:
            edge = self.end if self.start < self.end else self.start
            found = next(_ranges(_WORD, self.text, edge), None)
        else:
            before = [r for r in self._behind(_WORD) if r[1] <= self.start]
            found = before[-1] if before else None
        return SpanCursor(self.text, *found) if found else self

    def end_word(self, step: int) -> SpanCursor:
        """The end to the end of the next word, or of the word before."""
        if step > 0:
            found = next((e for _, e in _ranges(_WORD, self.text, self.end) if e > self.end), len(self.text))
            return self._with(end=found)
        ends = [e for _, e in _ranges(_WORD, self.text, self.start) if e < self.end]
        return self._with(end=ends[-1]) if ends else self

    def start_word(self, step: int) -> SpanCursor:
        """The start to the start of the next word, or of the word before."""
        if step > 0:
            return self._with(
                start=next(
                    (s for s, _ in _ranges(_WORD, self.text, self.start) if s > self.start), self.start
                )
            )
        starts = [s for s, _ in self._behind(_WORD) if s < self.start]
        return self._with(start=starts[-1] if starts else 0)

    def end_sentence(self) -> SpanCursor:
        """The end to the end of its sentence."""
        for start, end in _ranges(_SENTENCE, self.text, _line_start(self.text, self.end)):
            if end > self.end or start >= self.end:
                return self._with(end=end)
        return self

    def start_sentence(self) -> SpanCursor:
        """The start to the start of its sentence."""
        starts = [s for s, _ in self._behind(_SENTENCE) if s < self.start]
        return self._with(start=starts[-1]) if starts else self

    def end_letter(self, step: int) -> SpanCursor:
        return self._with(end=self.end + step)

    def start_letter(self, step: int) -> SpanCursor:
        return self._with(start=self.start + step)

    def trimmed(self) -> SpanCursor:
        """Without white space at either end."""
        words = self.words
        return SpanCursor(
            self.text,
            self.start + len(words) - len(words.lstrip()),
            max(self.start, self.end - (len(words) - len(words.rstrip()))),
        )

    def _with(self, *, start: int | None = None, end: int | None = None) -> SpanCursor:
        new_start = self.start if start is None else start
        new_end = self.end if end is None else end
        if 0 <= new_start < new_end <= len(self.text):
            return SpanCursor(self.text, new_start, new_end)
        return self

    def _behind(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        low = _line_start(self.text, max(0, self.start - _REACH // 10))
        return list(_ranges(pattern, self.text, low, self.start + 1))


def _line_start(text: str, offset: int) -> int:
    low = max(0, offset - _REACH)
    return max(text.rfind("\n", low, offset) + 1, low)


def _ranges(
    pattern: re.Pattern[str], text: str, start: int, stop: int | None = None
) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text, start, len(text)):
        if stop is not None and match.start() >= stop:
            return
        yield match.span()
