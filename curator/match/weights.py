"""What each feature is worth, in log-odds, for `same` and for `contradicts`.

The shipped values are set by hand; `match.learning` refits them. Holds no arithmetic on claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from curator.models import CandidateKind

SHIPPED_SAME: dict[str, float] = {
    "start": -6.7,
    "words in any order": 0.5,
    "nearly word for word": 2.5,
    "shared words": 6.5,
    "words contained": 2.0,
    "same topic": 1.5,
    "something in common": 2.5,
    "numbers equal": 1.2,
    "numbers compatible": 0.6,
    "numbers in conflict": -1.0,
    "dates in conflict": -0.3,
    "negation on one side": -0.7,
    "decided against undecided": -0.8,
    "denied against asserted": -0.7,
    "unknown against asserted": -0.8,
    "opposite words": -0.6,
    "same speaker": 0.4,
    "other speaker": -0.4,
    "same time": 0.4,
    "other time": -0.4,
    "published together": 0.2,
    "same place": 0.2,
    "other place": -0.4,
    "in common and nothing against": 0.5,
    "common neighbours": 5.0,
}
SHIPPED_CONTRADICTS: dict[str, float] = {
    "start": -7.8,
    "shared words": 0.8,
    "words contained": 1.0,
    "same topic": 1.4,
    "something in common": 5.2,
    "numbers equal": -0.6,
    "numbers compatible": -0.8,
    "numbers in conflict": 2.8,
    "dates in conflict": 1.6,
    "negation on one side": 1.9,
    "decided against undecided": 2.2,
    "planned against undecided": 1.2,
    "settled against possible": -0.4,
    "denied against asserted": 1.9,
    "unknown against asserted": 1.9,
    "doubted against asserted": -1.0,
    "only asked": -1.7,
    "both deny": -1.0,
    "opposite words": 1.4,
    "same speaker": -0.3,
    "other speaker": 0.3,
    "other time": -0.2,
    "same time": 0.2,
    "published together": 0.2,
    "same place": 0.2,
    "other place": -0.3,
    "common neighbours": 2.3,
    "in common and nothing against": -2.5,
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
        "same topic",
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


SHIPPED = Weights("shipped-2", SHIPPED_SAME, SHIPPED_CONTRADICTS)
