"""The two retrievals: for each claim the few others that are worth a close comparison.

By wording: claims that share rare words and names. By topic, for a claim that leaves open, denies or does
not know something: claims whose words stand in the sentences around it, since contradictions often share no
word. Both are bounded for each claim, and depend on nothing but the claim, the other and the frequencies.
Never scores, never says of which kind a pair is.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from curator.match.frequencies import Frequencies
from curator.match.postings import MemoryPostings, Postings
from curator.match.reading import Reading

BY_WORDING = 40
"""How many others a claim brings by shared words."""
BY_TOPIC = 30
"""How many others a claim brings by the sentences around it."""
COMMON = 1_000
"""A key in more of the counted claims than this finds nobody."""
PRIOR = 100.0
"""Added to a claim's mass: a claim of two words is like nothing much."""
LEAST_LIKENESS = 0.10
"""Cosine below which shared words bring nobody."""
LEAST_TOPIC = 6.0
"""Rank below which the sentences around a claim bring nobody: some three telling words of a usual claim."""


@dataclass(frozen=True, slots=True)
class Found:
    """One other claim that a retrieval brought."""

    rank: float
    other: int


def questions(reading: Reading) -> bool:
    """Whether a claim leaves open, denies, doubts or does not know something: it looks by topic."""
    return reading.commitment == "undecided" or reading.stance != "asserts" or bool(reading.negated)


def affirms(reading: Reading) -> bool:
    """Whether a claim asserts something that others may leave open or deny."""
    return reading.stance == "asserts" and reading.commitment != "undecided"


def evenness(mass: int, number: int) -> float:
    """What makes long and short claims comparable; of equals, the older claim is a hair ahead."""
    return (1.0 - number * 2.0**-44) / math.sqrt(mass + PRIOR)


class Retrieval:
    """Both retrievals over claims that are entered one by one."""

    def __init__(
        self, frequencies: Frequencies, wording: Postings | None = None, topic: Postings | None = None
    ) -> None:
        self._frequencies = frequencies
        self._wording = MemoryPostings() if wording is None else wording
        self._mass: list[int] = []
        self._affirms: list[bool] = []

    def enter(self, readings: Iterable[Reading]) -> None:
        """Enter claims after those already there."""
        for reading in readings:
            self._wording.add(len(self._mass), self.telling(reading.finding))
            self._mass.append(self._frequencies.mass(reading.keys))
            self._affirms.append(affirms(reading))

    def telling(self, keys: Iterable[str]) -> list[str]:
        """Those of `keys` that are rare enough to find somebody by."""
        counts = self._frequencies.counts
        return [k for k in keys if counts.get(k, 0) <= COMMON]

    def by_wording(self, number: int, reading: Reading) -> list[Found]:
        """The claims most like claim `number` in rare words and things counted, the most alike first."""
        shared = self._shared(self.telling(reading.finding))
        shared.pop(number, None)
        own = evenness(self._mass[number], 0)
        ranked = ((mass * evenness(self._mass[other], other), other) for other, mass in shared.items())
        least = LEAST_LIKENESS / own
        best = heapq.nlargest(BY_WORDING, (r for r in ranked if r[0] >= least))
        return [Found(rank, other) for rank, other in best]

    def by_topic(self, number: int, reading: Reading) -> list[Found]:
        """The asserting claims whose words the sentences around claim `number` speak of."""
        if not questions(reading):
            return []
        shared = self._shared(self.telling(reading.near))
        shared.pop(number, None)
        ranked = (
            (mass * evenness(self._mass[other], other), other)
            for other, mass in shared.items()
            if self._affirms[other]
        )
        best = heapq.nlargest(BY_TOPIC, (r for r in ranked if r[0] >= LEAST_TOPIC))
        return [Found(rank, other) for rank, other in best]

    def _shared(self, keys: Sequence[str]) -> dict[int, int]:
        sums: defaultdict[int, int] = defaultdict(int)
        weight = self._frequencies.weight
        for k in keys:
            key_weight = weight(k)
            for other in self._wording.claims(k):
                sums[other] += key_weight
        return sums
