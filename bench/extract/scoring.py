r"""How spans of reported content are scored against spans marked by hand.

Spans are cut to `\w+` tokens, so marks and spaces never count, and lose a leading "that". Measures:

    token    tokens inside spans, found against marked
    exact    the very same tokens
    iou50    one-to-one, intersection over union of at least one half (after PolNeAR's evaluations)
    cov30    one-to-one, a marked span covered by one found span over 0.3 (the Gender Gap Tracker's measure)
    cov80    the same, over 0.8

Counts alone: nothing here reads a file or knows an extractor.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_TOKEN = re.compile(r"\w+")
MEASURES = ("token", "exact", "iou50", "cov30", "cov80")
OVERLAP = 0.5
COVERAGES = {"cov30": 0.3, "cov80": 0.8}
TokenSpan = tuple[int, int]


class Tokenised:
    """A text as tokens, which turns character spans into token spans."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [match.span() for match in _TOKEN.finditer(text)]
        self._starts = [start for start, _ in self._tokens]

    def span(self, start: int, end: int) -> TokenSpan | None:
        """The tokens that `[start, end)` touches, without a leading "that"; None if it touches none."""
        first = bisect_left(self._starts, start)
        while first > 0 and self._tokens[first - 1][1] > start:
            first -= 1
        last = bisect_left(self._starts, end)
        if last - first > 1:
            low, high = self._tokens[first]
            if self._text[low:high].lower() == "that":
                first += 1
        return (first, last) if last > first else None

    def spans(self, spans: Iterable[tuple[int, int]]) -> list[TokenSpan]:
        """The different token spans of character spans, in order."""
        return sorted({found for start, end in spans if (found := self.span(start, end))})


def shared(left: TokenSpan, right: TokenSpan) -> int:
    """How many tokens two spans share."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def iou(left: TokenSpan, right: TokenSpan) -> float:
    """Intersection over union of two token spans."""
    both = shared(left, right)
    return both / ((left[1] - left[0]) + (right[1] - right[0]) - both)


def matched(gold: Sequence[TokenSpan], found: Sequence[TokenSpan], least: float = OVERLAP) -> dict[int, int]:
    """One-to-one pairs (gold index -> found index), the best overlaps first, none under `least`."""
    pairs = sorted(
        ((iou(g, p), at, of) for at, g in enumerate(gold) for of, p in enumerate(found) if shared(g, p)),
        reverse=True,
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for score, at, of in pairs:
        if score >= least and at not in taken and of not in used:
            taken[at] = of
            used.add(of)
    return taken


def covered(gold: Sequence[TokenSpan], found: Sequence[TokenSpan], over: float) -> dict[int, int]:
    """One-to-one pairs in which the found span covers more than `over` of the gold span, in reading order."""
    taken: dict[int, int] = {}
    used: set[int] = set()
    for at, span in enumerate(gold):
        shares = [
            (shared(span, p) / (span[1] - span[0]), -of) for of, p in enumerate(found) if of not in used
        ]
        best, negative = max(shares, default=(0.0, 0))
        if best > over:
            taken[at] = -negative
            used.add(-negative)
    return taken


@dataclass(slots=True)
class Tally:
    """Counts of one measure."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Every measure over a corpus."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in MEASURES})

    def add(self, gold: Sequence[TokenSpan], found: Sequence[TokenSpan]) -> None:
        """Count one text in."""
        gold_tokens = {at for first, last in gold for at in range(first, last)}
        found_tokens = {at for first, last in found for at in range(first, last)}
        self.tallies["token"].add(len(gold_tokens & found_tokens), len(found_tokens), len(gold_tokens))
        self.tallies["exact"].add(len(set(gold) & set(found)), len(found), len(gold))
        self.tallies["iou50"].add(len(matched(gold, found)), len(found), len(gold))
        for name, over in COVERAGES.items():
            self.tallies[name].add(len(covered(gold, found, over)), len(found), len(gold))
