"""Features of many pairs at once, equal to the last digit to those of `ranking.features`.

Each signal computes its own columns; those that look closely are asked pair by pair, where they have
something to say. Loaded only for large piles, with numpy and scipy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.match.numbers import Number
from curator.match.pile import Chosen
from curator.match.reading import Reading
from curator.match.signals.signal import NEARLY, Pair, Signal

Column = NDArray[np.float64]


@dataclass(slots=True)
class PairColumns:
    """Pairs among some claims: number `i[k]` of them with number `j[k]`."""

    claims: Chosen
    i: NDArray[np.int64]
    j: NDArray[np.int64]
    found: dict[str, Column] = field(default_factory=dict)
    _readings: dict[int, Reading] = field(default_factory=dict)
    _shared: dict[tuple[str, str], NDArray[np.int64]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.i)

    def codes(self, name: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """A code of both sides."""
        column = self.claims.code(name)
        return column[self.i], column[self.j]

    def masses(self, name: str) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The mass of a key set of both sides."""
        column = self.claims.mass(name)
        return column[self.i], column[self.j]

    def plain(self, where: NDArray[np.int64]) -> tuple[list[str], list[str]]:
        """The folded words of both sides of some pairs."""
        words = self.claims.plain
        return [words[n] for n in self.i[where].tolist()], [words[n] for n in self.j[where].tolist()]

    def numbers(self, where: NDArray[np.int64]) -> Iterator[tuple[tuple[Number, ...], tuple[Number, ...]]]:
        """The numbers that both sides of some pairs name."""
        return zip(self.claims.named(self.i[where]), self.claims.named(self.j[where]), strict=True)

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
            one, other = self.claims.matrices(of_left)[0], self.claims.matrices(of_right)[1]
            both = one[self.i].multiply(other[self.j]).tocsr()
            until = np.concatenate([[0], np.cumsum(both.data, dtype=np.int64)])
            known = np.diff(until[both.indptr])
            self._shared[of_left, of_right] = known
        return known

    def closely(self, signal: Signal, where: NDArray[np.bool_]) -> tuple[Column, ...]:
        """The values of a signal asked pair by pair, 0 elsewhere."""
        columns = tuple(np.zeros(len(self)) for _ in signal.features)
        asked = np.flatnonzero(where)
        for row in np.union1d(self.i[asked], self.j[asked]):
            self._reading(int(row))  # in the order of the claims: a pile reads a whole shard for one of them
        for k in asked:
            for column, value in zip(columns, signal.values(self.pair(int(k))), strict=True):
                column[k] = value
        return columns

    def pair(self, k: int) -> Pair:
        """Pair number `k` as the scalar signals know it, with the features that gates look at."""
        found = {
            name: float(self.found[name][k]) for name in ("words contained", NEARLY) if name in self.found
        }
        left, right = self._reading(int(self.i[k])), self._reading(int(self.j[k]))
        return Pair(left, right, self.claims.frequencies, found)

    def _reading(self, row: int) -> Reading:
        reading = self._readings.get(row)
        if reading is None:
            reading = self._readings[row] = self.claims.reading(row)
        return reading


def features_of(pairs: PairColumns) -> Mapping[str, Column]:
    """All features of all pairs, by feature."""
    from curator.match.signals import SIGNALS

    for signal in SIGNALS:
        pairs.found.update(zip(signal.features, signal.columns(pairs), strict=True))
    return pairs.found
