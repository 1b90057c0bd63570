"""What each feature is worth, in log-odds, for `same` and for `contradicts`.

The shipped values are set by hand; `match.learning` refits them. Holds no arithmetic on claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from curator.models import CandidateKind

SHIPPED_SAME: dict[str, float] = {
    "start": -5.02,
    "words in any order": 0.15,
    "nearly word for word": 1.88,
    "the very words": 3.0,
    "shared words": 4.5,
    "words contained": 0.75,
    "same topic": 0.38,
    "names in common": 2.5,
    "no name in common": -1.5,
    "something in common": 1.88,
    "numbers equal": 0.9,
    "numbers compatible": 1.2,
    "numbers in conflict": -1.5,
    "dates in conflict": -0.97,
    "numbers apart word for word": -2.0,
    "negation on one side": -0.15,
    "negation on both sides": 0.23,
    "negated word for word": -3.0,
    "decided against undecided": -0.6,
    "settled against possible": 0.23,
    "denied against asserted": -0.6,
    "denied word for word": -3.0,
    "unknown against asserted": -0.3,
    "both deny": 0.3,
    "opposite words": -0.15,
    "opposites word for word": -2.0,
    "same speaker": 0.3,
    "other speaker": -0.3,
    "same time": 0.3,
    "other time": -0.3,
    "published together": 0.15,
    "same place": 0.15,
    "other place": -0.3,
    "in common and nothing against": 1.13,
    "common neighbours": 3.38,
}
SHIPPED_CONTRADICTS: dict[str, float] = {
    "start": -7.0,
    "the very words": -2.0,
    "shared words": 0.0,
    "words contained": 0.5,
    "same topic": 1.0,
    "names in common": 1.0,
    "no name in common": -2.0,
    "something in common": 5.0,
    "numbers equal": 0.0,
    "numbers compatible": -0.8,
    "numbers in conflict": 2.9,
    "dates in conflict": 0.8,
    "numbers apart word for word": 1.5,
    "negation on one side": 1.5,
    "negation on both sides": -0.5,
    "negated word for word": 2.0,
    "decided against undecided": 3.0,
    "planned against undecided": 1.8,
    "settled against possible": -1.2,
    "denied against asserted": 1.8,
    "denied word for word": 2.0,
    "unknown against asserted": 1.5,
    "doubted against asserted": -1.8,
    "only asked": -2.5,
    "both deny": -1.5,
    "opposite words": 1.4,
    "opposites word for word": 1.5,
    "same speaker": -0.3,
    "other speaker": 0.3,
    "other time": -0.2,
    "same time": 0.2,
    "published together": 0.2,
    "same place": 0.2,
    "other place": -0.3,
    "common neighbours": 3.0,
    "in common and nothing against": -2.8,
}


START = "start"
"""The log-odds of a pair of which nothing is known."""
NEIGHBOURS = "common neighbours"
TOPICAL = frozenset(
    {
        "shared words",
        "words contained",
        "words in any order",
        "nearly word for word",
        "the very words",
        "same topic",
        "names in common",
        "no name in common",
        "something in common",
        "in common and nothing against",
        NEIGHBOURS,
    }
)
"""Features that say how far two claims are about one matter, not how they stand to it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """One set of weights with its version."""

    version: str
    same: Mapping[str, float]
    contradicts: Mapping[str, float]

    def of(self, kind: CandidateKind) -> Mapping[str, float]:
        """The weights for one kind."""
        return self.same if kind == "same" else self.contradicts


SHIPPED = Weights("shipped-7", SHIPPED_SAME, SHIPPED_CONTRADICTS)
