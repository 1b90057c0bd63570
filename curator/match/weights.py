"""What each feature is worth, in log-odds, for `same` and for `contradicts`.

The shipped values are set by hand; `match.learning` refits them. Holds no arithmetic on claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

SHIPPED_SAME: dict[str, float] = {
    "start": -6.0,
    "words in any order": 2.0,
    "words in this order": 2.0,
    "shared words": 4.0,
    "words contained": 2.0,
    "same topic": 1.0,
    "numbers equal": 0.6,
    "numbers in conflict": -1.0,
    "negation on one side": -0.6,
    "decided against undecided": -1.5,
    "denied against asserted": -0.6,
    "unknown against asserted": -1.0,
    "opposite words": -0.6,
    "same speaker": 0.5,
    "other speaker": -0.6,
}
SHIPPED_CONTRADICTS: dict[str, float] = {
    "start": -4.5,
    "words in any order": 0.5,
    "shared words": 2.0,
    "words contained": 1.0,
    "same topic": 4.0,
    "numbers in conflict": 1.8,
    "negation on one side": 0.9,
    "decided against undecided": 0.8,
    "planned against undecided": 0.8,
    "settled against possible": 0.2,
    "denied against asserted": 1.0,
    "unknown against asserted": 1.6,
    "doubted against asserted": 0.5,
    "only asked": -0.6,
    "opposite words": 1.0,
    "same speaker": -0.3,
    "other speaker": 0.3,
}


@dataclass(frozen=True, slots=True)
class Weights:
    """One set of weights with its version."""

    version: str
    same: Mapping[str, float] = field(default_factory=lambda: SHIPPED_SAME)
    contradicts: Mapping[str, float] = field(default_factory=lambda: SHIPPED_CONTRADICTS)


SHIPPED = Weights("shipped-1")
