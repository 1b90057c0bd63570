"""How telling a key is: its inverse document frequency among the claims at hand.

Counts only; knows nothing of what the keys mean.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Frequencies:
    """In how many claims each key occurs."""

    claims: int
    counts: dict[str, int]
    _weights: dict[str, float] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, key_sets: Iterable[frozenset[str]]) -> Frequencies:
        """Counted over the keys of some claims."""
        counts: Counter[str] = Counter()
        total = 0
        for key_set in key_sets:
            counts.update(key_set)
            total += 1
        return cls(total, dict(counts))

    def weight(self, key: str) -> float:
        """How telling `key` is, above 0: about the natural logarithm of the rarity of the key."""
        found = self._weights.get(key)
        if found is None:
            found = math.log(1.0 + (self.claims + 10.0) / (self.counts.get(key, 0) + 1.0))
            self._weights[key] = found
        return found

    def mass(self, key_set: Iterable[str]) -> float:
        """The summed weight of some keys."""
        weight = self.weight
        return sum(sorted(weight(k) for k in key_set))
