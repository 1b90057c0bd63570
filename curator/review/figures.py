"""What is counted of a review, as frozen values: work by kind, speaker and outlet, rhythm, what is unfound.

Holds and sums, and never reads: the store counts, screens and reports show.
"""

from __future__ import annotations

from typing import NamedTuple

from curator.frozen import dataclass
from curator.models import CandidateKind


class Work(NamedTuple):
    """Claims of one sort by what stands of them."""

    name: str
    """A kind, a speaker or an outlet, as it was written; "" where there is none."""
    pending: int = 0
    confirmed: int = 0
    rejected: int = 0
    merged: int = 0
    disputed: int = 0

    @property
    def decided(self) -> int:
        return self.confirmed + self.rejected + self.merged + self.disputed

    @property
    def total(self) -> int:
        return self.decided + self.pending


FEWEST_JUDGED = 10
"""Of fewer judged proposals nothing is concluded."""
FEWEST_DRAWN = 20
"""From so many pairs drawn at random on, the estimate of what is unfound rests on them alone."""


@dataclass(frozen=True, slots=True)
class Tallied:
    """Claims sorted in three ways, as far as they have been counted."""

    counted: int
    of: int
    """How many there are to count; those that are not listed are passed over."""
    kinds: tuple[Work, ...] = ()
    """In the order of `models.KINDS`."""
    speakers: tuple[Work, ...] = ()
    """Of decided claims only, those with most of them first."""
    outlets: tuple[Work, ...] = ()
    """Those with most decided claims first, then with most claims."""

    @property
    def complete(self) -> bool:
        return self.counted >= self.of


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How many events of the log came when."""

    minutes: tuple[int, ...]
    """In each of the last minutes, the oldest first; the last one is still running."""
    days: tuple[int, ...]
    """On each of the last days in local time, the oldest first; the last one is today."""
    per_minute: float | None
    """This reviewer's recent rate without pauses; None where there is too little to say."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far all reviewers agree on the claims that two or more of them decided."""

    reviewers: int
    claims: int
    alpha: float | None
    """Krippendorff's alpha for nominal data; None where it is not defined."""


@dataclass(frozen=True, slots=True)
class Stratum:
    """Proposals with similar scores: what reviewers said of those they judged, and how many are open."""

    score: float
    """Their mean score."""
    judged: int
    hits: int
    """Of those judged, how many are of the kind that was proposed."""
    open: int


@dataclass(frozen=True, slots=True)
class Unfound:
    """How many pairs of a kind are still among the open proposals, with a 95 % interval."""

    kind: CandidateKind
    found: int
    """Pairs of the kind that reviewers decided."""
    judged: int
    """Proposals of the kind that reviewers decided in any way."""
    open: int
    low: int
    likely: int
    high: int
    drawn: int = 0
    """Of those judged, how many had been drawn at random; from FEWEST_DRAWN on the estimate rests on them."""

    @property
    def by_lot(self) -> bool:
        """Whether the estimate rests on pairs drawn at random alone, and so on no assumption."""
        return self.drawn >= FEWEST_DRAWN
