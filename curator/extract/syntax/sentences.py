"""Sentences of an article as lists of tokens, with every full quotation folded into one token.

A quotation that is a clause or more of its own becomes the single token `QUOTE`, so that what stands around
it reads as one sentence; quoted fragments ("a 'de-escalation' zone") stay in the sentence word by word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curator.extract.lexicon.vocabulary import (
    ABBREVIATIONS,
)
from curator.extract.syntax.fullness import TERMINALS, is_full
from curator.extract.syntax.quotations import Quotation
from curator.extract.syntax.sentence_ends import acronym_ends, ends_after_quote, ends_sentence
from curator.extract.syntax.tokens import Tokens

QUOTE = "\x00quote"
"""The word of a token that stands for a full quotation; no text can contain it as a word."""
OPEN, CLOSE = "``", "''"
"""The words of tokens for the marks of quoted fragments."""
LONGEST = 250
"""Tokens after which a sentence is cut, so that time stays linear in the length of any text."""
CLOSING = frozenset({")", "]", CLOSE, "”", '"', "’", "'", "»"})


@dataclass(slots=True)
class Sentence:
    """Parallel lists, one entry a token."""

    low: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    quotes: dict[int, Quotation] = field(default_factory=dict)
    """Token index -> the quotation that a `QUOTE` token stands for."""
    paragraph: int = 0
    opens_paragraph: bool = False
    closes_paragraph: bool = False

    def append(self, low: str, start: int, end: int) -> None:
        self.low.append(low)
        self.start.append(start)
        self.end.append(end)

    def __len__(self) -> int:
        return len(self.low)


class _Builder:
    """Fills sentences token by token."""

    def __init__(self) -> None:
        self.current = Sentence()
        self.paragraph = -1

    def close(self) -> Sentence | None:
        done, self.current = self.current, Sentence(paragraph=self.paragraph)
        return done if len(done) else None

    def enter(self, paragraph: int) -> None:
        self.paragraph = paragraph
        self.current = Sentence(paragraph=paragraph, opens_paragraph=True)


def split_sentences(
    text: str, tokens: Tokens, paragraphs: Sequence[tuple[int, int]], quotations: Sequence[Quotation]
) -> Iterator[Sentence]:
    """The sentences of `text` in order; linear in its length.

    A quotation over several paragraphs belongs to the sentence that it begins or ends in.
    """
    builder = _Builder()
    upcoming = 0
    at, count = 0, len(tokens.start)
    paragraph = 0
    while at < count:
        start = tokens.start[at]
        while paragraph < len(paragraphs) and start >= paragraphs[paragraph][1]:
            paragraph += 1
        if builder.paragraph != paragraph:
            if done := builder.close():
                done.closes_paragraph = True
                yield done
            builder.enter(paragraph)
        sentence = builder.current
        while upcoming < len(quotations) and quotations[upcoming].end <= start:
            upcoming += 1
        quotation = quotations[upcoming] if upcoming < len(quotations) else None
        low = tokens.low[at]
        ended = False
        if quotation is not None and start == quotation.start:
            last = tokens.first_from(quotation.inner_end)
            if is_full(text, quotation, tokens, at + 1, last):
                sentence.quotes[len(sentence)] = quotation
                sentence.append(QUOTE, quotation.start, quotation.end)
                at = tokens.first_from(quotation.end) - 1
                while paragraph < len(paragraphs) and quotation.end > paragraphs[paragraph][1]:
                    paragraph += 1
                builder.paragraph = paragraph
                ended = ends_after_quote(text, quotation, tokens, at + 1)
            else:
                sentence.append(OPEN, start, tokens.end[at])
        elif quotation is not None and quotation.inner_end <= start < quotation.end:
            sentence.append(CLOSE, start, tokens.end[at])
            ended = tokens.low[at - 1] in TERMINALS and ends_sentence(text, tokens, at - 1, at + 1)
        else:
            sentence.append(low, start, tokens.end[at])
            if low in TERMINALS:
                ended = _ends_at(text, tokens, at, quotation)
                if not ended and low == "." and _abbreviates(sentence, start):
                    _join(sentence)
            elif low in CLOSING and len(sentence) > 1 and sentence.low[-2] in TERMINALS:
                ended = ends_sentence(text, tokens, at - 1, at + 1)
            elif low[-1] == ".":
                ended = acronym_ends(text, tokens, at, at + 1, quotation)
        if (ended or len(builder.current) >= LONGEST) and (done := builder.close()):
            yield done
        at += 1
    if done := builder.close():
        done.closes_paragraph = True
        yield done


def _ends_at(text: str, tokens: Tokens, at: int, quotation: Quotation | None) -> bool:
    """Whether the terminal mark `at` ends its sentence; `quotation` is the one it is in or before."""
    following = at + 1
    if following < len(tokens.start):
        begin = tokens.start[following]
        if quotation is not None and quotation.inner_end <= begin < quotation.end:
            return False
        opens = quotation is not None and begin == quotation.start
        if not opens and tokens.low[following] in CLOSING:
            return False
    return ends_sentence(text, tokens, at, following)


def _abbreviates(sentence: Sentence, stop: int) -> bool:
    """Whether the full stop at `stop`, which ends nothing, belongs to the word right before it."""
    if len(sentence) < 2 or sentence.end[-2] != stop:
        return False
    word = sentence.low[-2]
    return word.rpartition("-")[2] in ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _join(sentence: Sentence) -> None:
    """Make the full stop of an abbreviation part of its word."""
    end = sentence.end.pop()
    sentence.low.pop()
    sentence.start.pop()
    sentence.end[-1] = end
