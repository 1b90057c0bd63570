"""From the tokens of a sentence to the span of a claim in the article, without the marks around it.

Never makes a span that starts or ends inside a word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from curator.extract.syntax.quotations import Quotation
from curator.extract.syntax.sentences import Sentence
from curator.models import Kind, Span

_AROUND = " \t\r\n\xa0\u2009\u202f,;:—–-"
_MARKS = " \xa0\u2009\u202f.,;:?!…\"'`“”‘’«»‹›„「」『』"
_FINAL_MARKS = frozenset({"", ".", "?", "!", "…", "..."})
_NEARLY = 2
"""Characters outside the marks that still leave a span a pure quotation."""


class Spans:
    """Spans of one article, which know its quotations."""

    def __init__(self, text: str, quotations: Sequence[Quotation]) -> None:
        self._text = text
        self._quotations = quotations
        self._starts = [quotation.start for quotation in quotations]

    def text(self, span: Span) -> str:
        """The article's words of a span."""
        return self._text[span.start : span.end]

    def of(self, sentence: Sentence, tokens: tuple[int, int]) -> Span:
        """The span of tokens as they stand."""
        return Span(sentence.start[tokens[0]], sentence.end[tokens[1] - 1])

    def content(self, sentence: Sentence, tokens: tuple[int, int]) -> Span:
        """The span of content tokens: no marks or commas around it, and no quotation mark left alone."""
        whole = self.of(sentence, tokens)
        start, end = self._stripped(whole.start, whole.end)
        first, last = self._at(start), self._at(end - 1)
        if first is not None and first is last:
            start, end = self._within(first, start, end)
        elif first is not None and start > first.inner_start:
            end = first.inner_end
        elif first is not None:
            start = first.start
        if last is not None and last is not first and last.start >= start and self._only_marks(end, last.end):
            end = max(end, last.end)
        elif last is not None and last.start >= start - 1 and end < last.inner_end and self._stops(end):
            end = last.inner_end
        return Span(*self._stripped(start, end))

    def _only_marks(self, start: int, end: int) -> bool:
        return not self._text[start:end].strip(_MARKS)

    def _stops(self, at: int) -> bool:
        """Whether a sentence ends at `at`, so that a quotation that is open there goes on."""
        return self._text[at : at + 1] in ".?!…" and self._text[at + 1 : at + 2].isspace()

    def _within(self, quotation: Quotation, start: int, end: int) -> tuple[int, int]:
        """A span that begins and ends in one quotation, without its marks."""
        if start == quotation.start:
            start = quotation.inner_start
        if end > quotation.inner_end or self._text[end : quotation.inner_end].strip() in _FINAL_MARKS:
            end = quotation.inner_end
        return start, end

    def _stripped(self, start: int, end: int) -> tuple[int, int]:
        text = self._text
        while end > start and text[end - 1] in _AROUND:
            end -= 1
        while start < end and text[start] in _AROUND:
            start += 1
        return start, end

    def _at(self, offset: int) -> Quotation | None:
        """The quotation, marks included, that holds the character at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._quotations[index].end:
            return self._quotations[index]
        return None

    def kind(self, span: Span) -> Kind:
        """Whether a span lies in quotation marks, outside them, or in part."""
        inside = 0
        index = max(0, bisect_right(self._starts, span.start) - 1)
        while index < len(self._quotations) and self._quotations[index].start < span.end:
            quotation = self._quotations[index]
            inside += max(0, min(span.end, quotation.inner_end) - max(span.start, quotation.inner_start))
            index += 1
        if inside == 0:
            return "paraphrase"
        return "quote" if inside >= span.end - span.start - _NEARLY else "mixed"
