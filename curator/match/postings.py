"""In which claims a key stands: the index behind both retrievals, in memory or in a database.

Claims are known by their number: the order in which they came. Never weighs a key and never compares two
claims.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

MOST = 4_000
"""Under a key that so many stand under nobody is entered any more: a flood of like claims costs no more."""
PRIOR = 100.0
"""Added to a mass: a claim of two words is like nothing much."""


def evenness(mass: int, number: int) -> float:
    """What makes long and short claims comparable; of equals, the older claim is a hair ahead."""
    return (1.0 - number * 2.0**-44) / math.sqrt(mass + PRIOR)


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A claim that was found, with its rank: the mass it shares, made even for its length."""

    rank: float
    number: int


class Postings(Protocol):
    """Claims by key."""

    def add(self, number: int, keys: Iterable[str], mass: int, *, affirms: bool) -> None:
        """Enter a claim, numbered higher than all before; `mass`: by which it is made even.

        Not under keys that `MOST` claims stand under already.
        """

    def best(self, weights: Mapping[str, int], limit: int, least: float, *, affirming: bool) -> list[Found]:
        """The `limit` claims that share most of the weighed keys, times their evenness, the best first.

        Only ranks of at least `least`; with `affirming`, only claims that were entered as such.
        """


class MemoryPostings:
    """Postings in a dictionary."""

    def __init__(self) -> None:
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        self._evenness: dict[int, float] = {}
        self._affirm: set[int] = set()

    def add(self, number: int, keys: Iterable[str], mass: int, *, affirms: bool) -> None:
        for key in keys:
            if len(self._by_key[key]) < MOST:
                self._by_key[key].append(number)
        self._evenness[number] = evenness(mass, number)
        if affirms:
            self._affirm.add(number)

    def best(self, weights: Mapping[str, int], limit: int, least: float, *, affirming: bool) -> list[Found]:
        shared: defaultdict[int, int] = defaultdict(int)
        for key, weight in weights.items():
            for number in self._by_key.get(key, ()):
                shared[number] += weight
        even = self._evenness
        ranked = (
            (mass * even[number], number)
            for number, mass in shared.items()
            if not affirming or number in self._affirm
        )
        return [Found(*best) for best in heapq.nlargest(limit, (r for r in ranked if r[0] >= least))]
