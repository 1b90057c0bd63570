"""Compared pairs in columns: which are kept for each claim, and the support of their common neighbours.

The same choices as `arriving`, made for all claims at once. Loaded only for large piles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.match.arriving import HEADSTART, LEAST_CONTRADICTS, LEAST_SAME
from curator.match.neighbours import NEAREST, support_of, tie

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Compared:
    """Compared pairs in columns."""

    later: Numbers
    earlier: Numbers
    same: NDArray[np.float64]
    contradicts: NDArray[np.float64]
    part: Numbers
    row: Numbers
    """Where the pair's features lie: the file and the row in it."""

    @property
    def kinds(self) -> Numbers:
        """The number of the kind that each pair is proposed as, as `arriving.kept`."""
        return (self.same + HEADSTART < self.contradicts).astype(np.int64)

    def only(self, which: Numbers) -> Compared:
        """Some of the pairs."""
        return Compared(
            self.later[which],
            self.earlier[which],
            self.same[which],
            self.contradicts[which],
            self.part[which],
            self.row[which],
        )


def kept_of_each(compared: Compared, limit: int) -> Compared:
    """Of the pairs that each claim brings the `limit` best of each kind, as `arriving.best`."""
    kinds = compared.kinds
    odds = np.where(kinds, compared.contradicts, compared.same)
    likely = np.flatnonzero(odds >= np.where(kinds, LEAST_CONTRADICTS, LEAST_SAME))
    group = compared.later[likely] * 2 + kinds[likely]
    order = np.lexsort((compared.earlier[likely], -odds[likely], group))
    group = group[order]
    first = np.flatnonzero(np.diff(group, prepend=-1))
    place = np.arange(len(group)) - np.repeat(first, np.diff(np.append(first, len(group))))
    return compared.only(likely[order][place < limit])


def supports_of(kept: Compared, claims: int) -> NDArray[np.float64]:
    """The support of common neighbours for every kept pair, as `arriving.supported`."""
    from scipy.sparse import csr_matrix

    steps = np.array([tie(odds) for odds in kept.same.tolist()], dtype=np.int64)
    tied = np.flatnonzero(steps)
    ends = kept.later[tied], kept.earlier[tied]
    ties = csr_matrix(
        (np.tile(steps[tied], 2), (np.concatenate(ends), np.concatenate(ends[::-1]))), shape=(claims, claims)
    )
    result = np.zeros(len(kept.later))
    for k in range(0, len(result), 100_000):
        piece = slice(k, k + 100_000)
        result[piece] = _supports(ties[kept.later[piece]].minimum(ties[kept.earlier[piece]]).tocsr())
    return result


def _supports(weaker: Any) -> NDArray[np.float64]:
    """Of a matrix with the weaker ties of each pair in a row, the support of each row."""
    rows = np.repeat(np.arange(weaker.shape[0]), np.diff(weaker.indptr))
    order = np.lexsort((-weaker.data, rows))
    place = np.arange(len(rows)) - weaker.indptr[rows]
    nearest = order[place < NEAREST]
    sums = np.zeros(weaker.shape[0], dtype=np.int64)
    np.add.at(sums, rows[nearest], weaker.data[nearest])
    return np.array([support_of(steps) for steps in sums.tolist()])
