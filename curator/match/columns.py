"""Features of many pairs at once, equal to the last digit to those of `ranking.features`.

Each signal computes its own columns; those that look closely are asked pair by pair, where they have
something to say. Loaded only for large piles, with numpy and scipy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.match.frequencies import Frequencies
from curator.match.reading import Reading
from curator.match.shard import Weighed
from curator.match.signals.signal import Pair, Signal

Column = NDArray[np.float64]


@dataclass(slots=True)
class PairColumns:
    """Pairs between two shards: row `i[k]` of the left with row `j[k]` of the right."""

    left: Weighed
    right: Weighed
    i: NDArray[np.int64]
    j: NDArray[np.int64]
    frequencies: Frequencies
    found: dict[str, Column] = field(default_factory=dict)
    _unpacked: dict[tuple[int, int], Reading] = field(default_factory=dict)
    _shared: dict[tuple[str, str], NDArray[np.int64]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.i)

    def codes(self, name: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """A code of both sides."""
        return self.left.gathered(name, self.i), self.right.gathered(name, self.j)

    def masses(self, name: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The mass of a key set of both sides."""
        return self.left.mass[name][self.i], self.right.mass[name][self.j]

    @property
    def same_article(self) -> NDArray[np.bool_]:
        left, right = self.codes("article")
        return np.asarray(left == right)

    def comparable(self) -> NDArray[np.bool_]:
        """False where two claims of one article overlap, as `arriving.comparable`."""
        (left_start, right_start), (left_end, right_end) = self.codes("start"), self.codes("end")
        return ~self.same_article | (left_end <= right_start) | (right_end <= left_start)

    def shared(self, of_left: str, of_right: str) -> NDArray[np.int64]:
        """The mass that a key set of the left shares with one of the right, pair by pair."""
        known = self._shared.get((of_left, of_right))
        if known is None:
            one, other = self.left.matrices[of_left], self.right.matrices[of_right]
            pieces = [
                one[self.i[k : k + 50_000]].multiply(other[self.j[k : k + 50_000]]) @ self.left.weights
                for k in range(0, len(self), 50_000)
            ]
            known = np.concatenate(pieces) if pieces else np.zeros(0, dtype=np.int64)
            self._shared[of_left, of_right] = known
        return known

    def closely(self, signal: Signal, where: NDArray[np.bool_]) -> tuple[Column, ...]:
        """The values of a signal asked pair by pair, 0 elsewhere."""
        columns = tuple(np.zeros(len(self)) for _ in signal.features)
        for k in np.flatnonzero(where):
            for column, value in zip(columns, signal.values(self.pair(int(k))), strict=True):
                column[k] = value
        return columns

    def pair(self, k: int) -> Pair:
        """Pair number `k` as the scalar signals know it, with the features that gates look at."""
        found = {name: float(self.found[name][k]) for name in ("words contained",) if name in self.found}
        left, right = self._reading(0, int(self.i[k])), self._reading(1, int(self.j[k]))
        return Pair(left, right, self.frequencies, found)

    def _reading(self, side: int, row: int) -> Reading:
        shard = (self.left, self.right)[side].shard
        reading = self._unpacked.get((side, row))
        if reading is None:
            reading = self._unpacked[side, row] = shard.reading(row)
        return reading


def features_of(pairs: PairColumns) -> Mapping[str, Column]:
    """All features of all pairs, by feature."""
    from curator.match.signals import SIGNALS

    for signal in SIGNALS:
        pairs.found.update(zip(signal.features, signal.columns(pairs), strict=True))
    return pairs.found
