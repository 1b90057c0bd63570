"""How telling a key is: its inverse document frequency, in whole numbers.

Whole numbers add up to the same sum in any order, so the same pair has the same score whoever computes it.
Counts only; knows nothing of what the keys mean.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

SCALE = 32
"""Steps to one natural logarithm of rarity."""
_KEPT = 100_000
"""Key sets whose mass is remembered."""
_LEAST = 0.3
"""What is in nearly every claim of a pile tells nearly nothing."""


def counted_claims(claims: int) -> int:
    """Of `claims` in the order in which they came, how many first ones are counted: a power of two.

    Until a pile has doubled, its counts stay as they are and with them every score, so that what arrives in
    between is matched with the same result as in one run. At the next power of two it is matched anew.
    """
    return claims if claims < 256 else 1 << (claims.bit_length() - 1)


@dataclass(slots=True)
class Frequencies:
    """In how many of the counted claims each key occurs."""

    claims: int
    counts: Mapping[str, int]
    _weights: dict[str, int] = field(default_factory=dict, repr=False)
    _masses: dict[frozenset[str], int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, key_sets: Iterable[frozenset[str]]) -> Frequencies:
        """Counted over the keys of some claims."""
        counts: Counter[str] = Counter()
        total = 0
        for key_set in key_sets:
            counts.update(key_set)
            total += 1
        return cls(total, counts)

    def weight(self, key: str) -> int:
        """How telling `key` is, above 0."""
        found = self._weights.get(key)
        if found is None:
            found = weight_of(self.counts.get(key, 0), self.claims)
            self._weights[key] = found
        return found

    def whole(self, key_set: frozenset[str]) -> int:
        """The mass of a set that a reading holds, which is asked for at every comparison."""
        found = self._masses.get(key_set)
        if found is None:
            if len(self._masses) >= _KEPT:
                self._masses.clear()
            found = self._masses[key_set] = self.mass(key_set)
        return found

    def mass(self, key_set: Iterable[str]) -> int:
        """The summed weight of some keys."""
        weights = self._weights
        weight = self.weight
        return sum([weights[k] if k in weights else weight(k) for k in key_set])


def weight_of(count: int, claims: int) -> int:
    """How telling a key is that occurs in `count` of `claims` claims; hardly, where half of them have it."""
    return round(SCALE * max(_LEAST, math.log((claims - count + 10.0) / (count + 1.0))))
