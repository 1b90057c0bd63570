"""Finds the words of an outside claim in an article: exactly, but for spelling and marks, or hardly changed.

In this order: the very words; the same words but for case, accents, quotation marks and white space; words
that differ in spelling or small words only. Numbers, negations and every word that carries meaning must be
there in the same order, so that a claim is never moved to a lookalike ("300,000 killed" to "470,000
killed"). Two places that fit equally well are no place, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from curator.models import Span
from curator.text import Folding, folded

How = Literal["exact", "folded", "aligned", "ambiguous", "lookalike", "absent"]

LEAST_ALIKE = 85.0
"""The least rapidfuzz ratio (0 to 100) of an aligned place."""
_WORD_ALIKE = 80.0
"""The least ratio of two spellings of one word: Daraa and Deraa have 80, increase and decrease 75."""
_SHORT = 3
"""Words up to so many letters must be equal: "man" and "men" are two words."""
_LONGEST_TEXT = 2_000_000
"""Code points above which nothing is aligned, only found."""

_WORD = re.compile(r"\w+(?:['.,’]\w+)*")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
"""Within a word it is spelling: cease-fire, ceasefire."""
_EDGE = " \t\r\n\"'“”‘’«».,;:!?…()[]–—-"
_SMALL = frozenset(
    """a an the of in on at by for to from with as and or that which who is are was were be been has have
    had it its he she they his her their this these those will would also said""".split()
)
_NEGATIONS = frozenset("no not never none nobody nothing neither nor cannot without n't don't won't".split())
_NEGATING_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "anti", "de", "counter")


@dataclass(frozen=True, slots=True)
class Grounding:
    """Where an outside claim's words stand in an article, and how surely."""

    span: Span | None
    """None where they stand nowhere, or in two places equally well."""
    how: How
    alike: float = 0.0
    """0 to 100; 100 for exact words."""
    places: tuple[Span, ...] = ()
    """Of ambiguous words, where they could be meant."""

    @property
    def words(self) -> str:
        """One line for a reviewer: how the words were found, or why not."""
        if self.how == "ambiguous":
            return f"the words fit {len(self.places)} places equally well"
        return {
            "exact": "the article’s very words",
            "folded": "the article’s words but for spelling marks",
            "aligned": f"the article’s words, slightly changed ({self.alike:.0f} of 100 alike)",
            "lookalike": f"only a lookalike in the article ({self.alike:.0f} of 100 alike), not these words",
            "absent": "the words are not in the article",
        }[self.how]


def ground(text: str, words: str, near: Span | None = None) -> Grounding:
    """Where `words` stand in the article `text`; `near`, where a file says they do, settles equal places."""
    if not words.strip(_EDGE):
        return Grounding(None, "absent")
    if near and text[near.start : near.end] == words and _on_boundaries(text, near.start, near.end):
        return Grounding(near, "exact", 100.0)
    exact = _exact_places(text, words.strip())
    if exact:
        return _settled(exact, near, "exact", 100.0)
    alike = _folded_places(text, words)
    if alike:
        return _settled(alike, near, "folded", 100.0)
    return _aligned(text, words, near)


def _settled(places: Sequence[Span], near: Span | None, how: How, alike: float) -> Grounding:
    """The one place, or the one that `near` means, or none of several."""
    if len(places) == 1:
        return Grounding(places[0], how, alike)
    if near:
        shared = [min(p.end, near.end) - max(p.start, near.start) for p in places]
        best = max(shared)
        if best > 0 and shared.count(best) == 1:
            return Grounding(places[shared.index(best)], how, alike)
    return Grounding(None, "ambiguous", alike, tuple(places))


def _exact_places(text: str, words: str) -> list[Span]:
    places: list[Span] = []
    at = text.find(words)
    while at >= 0:
        if _on_boundaries(text, at, at + len(words)):
            places.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return places


def _on_boundaries(text: str, start: int, end: int) -> bool:
    """Whether a place neither starts nor ends inside a word."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or after)


@lru_cache(maxsize=8)
def _folding(text: str) -> Folding:
    """The article folded once for all claims that are looked for in it."""
    return Folding.of(text)


def _folded_places(text: str, words: str) -> list[Span]:
    pieces = folded(words.strip(_EDGE)).split()
    if not pieces:
        return []
    folding = _folding(text)
    pattern = re.compile(r"\s+".join(map(re.escape, pieces)))
    places: list[Span] = []
    for match in pattern.finditer(folding.text):
        start, end = folding.original(match.start(), match.end())
        if _on_boundaries(text, start, end):
            places.append(Span(start, end))
    return places


def _aligned(text: str, words: str, near: Span | None) -> Grounding:
    """The best place for words that differ in spelling, if it is the only one as good."""
    if len(text) > _LONGEST_TEXT:
        return Grounding(None, "absent")
    wanted = " ".join(folded(words.strip(_EDGE)).split())
    folding = _folding(text)
    first = _best_window(folding, wanted, 0, len(folding.text))
    if first is None:
        return Grounding(None, "absent")
    start, end, alike = first
    span = Span(*folding.original(start, end))
    if not _same_words(wanted, folding.text[start:end]):
        return Grounding(None, "lookalike", alike)
    places = [span]
    for low, high in ((0, start), (end, len(folding.text))):
        other = _best_window(folding, wanted, low, high, least=alike - 1)
        if other and _same_words(wanted, folding.text[other[0] : other[1]]):
            places.append(Span(*folding.original(other[0], other[1])))
    return _settled(sorted(places, key=lambda place: place.start), near, "aligned", alike)


def _best_window(
    folding: Folding, wanted: str, low: int, high: int, least: float = LEAST_ALIKE
) -> tuple[int, int, float] | None:
    """The stretch of `folding.text[low:high]` most like `wanted`, cut at words; the same words come first.

    Start, end (in the folded text) and ratio.
    """
    from rapidfuzz import fuzz

    if high - low < len(wanted) // 2:
        return None
    found = fuzz.partial_ratio_alignment(wanted, folding.text[low:high], score_cutoff=max(least - 10, 1))
    if found is None:
        return None
    reach = max(16, len(wanted) // 4)
    begins = _word_edges(folding.text, low + found.dest_start, reach, low, high, starts=True)
    ends = _word_edges(folding.text, low + found.dest_end, reach, low, high, starts=False)
    best: tuple[bool, float, int, int] | None = None
    for begin in begins:
        for end in ends:
            ratio = fuzz.ratio(wanted, " ".join(folding.text[begin:end].split())) if begin < end else 0.0
            if ratio >= least and (best is None or ratio > best[1] or not best[0]):
                candidate = (_same_words(wanted, folding.text[begin:end]), ratio, begin, end)
                best = candidate if best is None else max(best, candidate)
    return (best[2], best[3], best[1]) if best else None


def _word_edges(text: str, at: int, reach: int, low: int, high: int, *, starts: bool) -> list[int]:
    """Where words start (or end) within `reach` of an offset, the nearest eight."""
    window_low, window_high = max(low, at - reach), min(high, at + reach)
    edges = [m.start() if starts else m.end() for m in _WORD.finditer(text, window_low, window_high)]
    whole = [
        edge
        for edge in edges
        if not (0 < edge < len(text) and text[edge - 1].isalnum() and text[edge].isalnum())
    ]
    return sorted(whole, key=lambda edge: abs(edge - at))[:8]


def _same_words(wanted: str, there: str) -> bool:
    """Whether both say the same but for spelling and small words; numbers and negations count as said."""
    left, right = _weighty(wanted), _weighty(there)
    return len(left) == len(right) and all(_same_word(a, b) for a, b in zip(left, right, strict=True))


def _weighty(words: str) -> list[str]:
    return [word for word in _WORD.findall(_HYPHEN.sub("", words)) if word not in _SMALL]


def _same_word(left: str, right: str) -> bool:
    from rapidfuzz import fuzz

    if left == right:
        return True
    exact = any(c.isdigit() for c in left + right) or min(len(left), len(right)) <= _SHORT
    if exact or left in _NEGATIONS or right in _NEGATIONS:
        return False
    longer, shorter = sorted((left, right), key=len, reverse=True)
    if any(longer == prefix + shorter for prefix in _NEGATING_PREFIXES):
        return False
    return bool(fuzz.ratio(left, right) >= _WORD_ALIKE)
