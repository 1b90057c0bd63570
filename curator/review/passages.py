"""Where in a text words that were searched for stand: the sentence that holds most of them, and each hit.

Compares as the full-text index does, letter by letter so that every place is one of the text itself. Never
changes the text, and reads a long one only as far as the first hits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from curator.frozen import dataclass
from curator.models import Span

_TOKEN = re.compile(r"[^\W_]+")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|\n")
_WORD_STARTS, _REST_OF_WORD, _WORD_ENDS = r"(?<![^\W_])", r"[^\W_]*", r"(?![^\W_])"
_SLICE = 200_000
"""Code points that are looked through at a time."""
_OVERLAP = 400
_MOST_HITS = 300
_LONGEST = 300
"""Code points of a sentence that are given at most."""
_TWO_FOR_ONE = {"ae": "æ", "oe": "œ", "th": "þ", "ss": "ß"}
"""Letters that people type as two."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a text with what was searched for in it."""

    span: Span
    """The sentence, or what of a long one is around the hits."""
    hits: tuple[Span, ...]
    """In the text, in order; () where the words stand elsewhere, as in the title."""


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article in which words that were searched for stand."""

    article_id: str
    title: str
    publisher: str
    published: str
    sentence: str
    """The article's own, as it has it."""
    hits: tuple[Span, ...]
    """In the sentence."""
    start: int
    """Of the sentence, in the article."""
    claim_id: str
    """The claim nearest to it, "" where the article has none."""
    opening: str = ""
    """How its text begins, where its title does not say what it is called; for `titles`."""


class _Letters(dict[int, int]):
    """Each letter as the plain small one that people type for it; as many as before."""

    def __missing__(self, code: int) -> int:
        letter = _PLAIN.get(chr(code)) or unicodedata.normalize("NFKD", chr(code))[:1].lower()
        self[code] = ord(letter) if len(letter) == 1 else code
        return self[code]


_PLAIN = {"ı": "i", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "Æ": "æ", "Œ": "œ", "Þ": "þ"}
_LETTERS = _Letters()


def hits(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand in a text, the last of them perhaps as the beginning of one."""
    pattern = _pattern(words)
    return tuple(_found(text, pattern, 0)) if pattern else ()


def passage(text: str, words: str) -> Passage:
    """The sentence of a text with most of the words, the first of those; the first sentence without any."""
    pattern = _pattern(words)
    found: list[Span] = []
    if pattern is not None:
        for start in range(0, max(1, len(text)), _SLICE):
            found = list(
                _found(text[max(0, start - _OVERLAP) : start + _SLICE], pattern, max(0, start - _OVERLAP))
            )
            if found:
                break
    if not found:
        return Passage(_sentence(text, 0), ())
    best: tuple[int, Span] | None = None
    sentence = Span(0, 0)
    for hit in found:
        if best is not None and hit.start < sentence.end:
            continue
        sentence = _sentence(text, hit.start)
        kinds = len(
            {text[h.start : h.end].casefold() for h in found if sentence.start <= h.start < sentence.end}
        )
        if best is None or kinds > best[0]:
            best = kinds, sentence
    assert best is not None
    span = best[1]
    return Passage(span, tuple(h for h in found if span.start <= h.start and h.end <= span.end))


def _pattern(words: str) -> re.Pattern[str] | None:
    tokens = [_written(token) for token in _TOKEN.findall(words.translate(_LETTERS))]
    if not tokens:
        return None
    ends = [f"{token}{_WORD_ENDS}" for token in tokens[:-1]]
    return re.compile(f"{_WORD_STARTS}(?:{'|'.join([*ends, tokens[-1] + _REST_OF_WORD])})")


def _written(token: str) -> str:
    """A pattern for a word as articles write it: with accents set apart, and letters that stand for two."""
    pieces = re.findall("|".join([*_TWO_FOR_ONE, "."]), token)
    apart = "[\u0300-\u036f]*"
    return "".join(
        f"(?:{piece[0]}{apart}{piece[1]}|{_TWO_FOR_ONE[piece]}){apart}"
        if len(piece) == 2
        else re.escape(piece) + apart
        for piece in pieces
    )


def _found(text: str, pattern: re.Pattern[str], before: int) -> Iterator[Span]:
    for number, match in enumerate(pattern.finditer(text.translate(_LETTERS))):
        if number == _MOST_HITS:
            return
        yield Span(before + match.start(), before + match.end())


def _sentence(text: str, at: int) -> Span:
    """The sentence at a place, without the space around it; of a long one what is around the place."""
    low, high = max(0, at - _LONGEST), min(len(text), at + _LONGEST)
    start, end = low, high
    for match in _END.finditer(text, low, high):
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at:
            end = match.end()
            break
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > _LONGEST and at - start > _LONGEST // 2:
        start = at - _LONGEST // 2
    return Span(start, min(end, start + _LONGEST))
