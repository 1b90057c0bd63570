"""Both retrievals over whole shards: the same lists as `retrieval.Retrieval`, by sparse products.

Loaded only for large piles, with numpy, scipy and sparse_dot_topn.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array
from sparse_dot_topn import sp_matmul_topn

from curator.match.retrieval import (
    BY_TOPIC,
    BY_WORDING,
    COMMON,
    LEAST_AROUND,
    LEAST_LIKENESS,
    LEAST_TOPIC,
    PRIOR,
)
from curator.match.shard import Weighed

Numbers = NDArray[np.int64]
Ranks = NDArray[np.float64]


@dataclass(slots=True)
class Lists:
    """For rows of one shard the best others so far: row, number of the other, rank."""

    rows: Numbers
    others: Numbers
    ranks: Ranks

    @classmethod
    def none(cls) -> Lists:
        return cls(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))

    def joined(self, more: Lists, limit: int) -> Lists:
        """These and `more`, the `limit` best of each row."""
        rows = np.concatenate([self.rows, more.rows])
        others = np.concatenate([self.others, more.others])
        ranks = np.concatenate([self.ranks, more.ranks])
        order = np.lexsort((-ranks, rows))
        rows = rows[order]
        first = np.flatnonzero(np.diff(rows, prepend=-1))
        place = np.arange(len(rows)) - np.repeat(first, np.diff(np.append(first, len(rows))))
        best = order[place < limit]
        return Lists(np.concatenate([self.rows, more.rows])[best], others[best], ranks[best])


def by_wording(one: Weighed, other: Weighed, counts: Numbers) -> Lists:
    """For claims of `one` the earlier ones of `other` most like them in rare words and things counted."""
    looking = _Looking(
        np.arange(one.shard.size), "finding", LEAST_LIKENESS * np.sqrt(one.mass["keys"] + PRIOR)
    )
    looked_at = _LookedAt("finding", _evenness(other, "keys"))
    return _earlier(one, other, looking, looked_at, counts, BY_WORDING)


def by_own_context(one: Weighed, other: Weighed, counts: Numbers) -> Lists:
    """For claims of `one` that question: earlier asserting claims of `other` that their context speaks of."""
    rows = np.flatnonzero(one.shard.codes["questions"])
    looking = _Looking(rows, "near", np.full(len(rows), LEAST_TOPIC))
    looked_at = _LookedAt("finding", _evenness(other, "keys") * other.shard.codes["affirms"])
    return _earlier(one, other, looking, looked_at, counts, BY_TOPIC)


def by_other_context(one: Weighed, other: Weighed, counts: Numbers) -> Lists:
    """For claims of `one` that assert: earlier questioning claims of `other` whose context speaks of them."""
    rows = np.flatnonzero(one.shard.codes["affirms"])
    looking = _Looking(rows, "finding", np.full(len(rows), LEAST_AROUND))
    looked_at = _LookedAt("near", _evenness(other, "near") * other.shard.codes["questions"])
    return _earlier(one, other, looking, looked_at, counts, BY_TOPIC)


SEARCHES = ((by_wording, BY_WORDING), (by_own_context, BY_TOPIC), (by_other_context, BY_TOPIC))
"""Each search with how many others it finds for a claim."""


@dataclass(slots=True)
class _Looking:
    """The claims that look: their rows, the key set they look by, the least rank for each."""

    rows: Numbers
    keys: str
    least: Ranks


@dataclass(slots=True)
class _LookedAt:
    """What is looked at: the key set, and the evenness of each claim, 0 for those out of question."""

    keys: str
    even: Ranks


def _evenness(shard: Weighed, keys: str) -> Ranks:
    """`retrieval.evenness` of every claim of a shard."""
    numbers = shard.shard.start + np.arange(shard.shard.size)
    return np.asarray((1.0 - numbers * 2.0**-44) / np.sqrt(shard.mass[keys] + PRIOR))


def _earlier(
    one: Weighed, other: Weighed, looking: _Looking, looked_at: _LookedAt, counts: Numbers, limit: int
) -> Lists:
    if not len(looking.rows):
        return Lists.none()
    telling = np.where(counts <= COMMON, one.weights, 0).astype(np.float64)
    seeking = csr_matrix(one.matrices[looking.keys][looking.rows].astype(np.float64) @ diags_array(telling))
    seeking.eliminate_zeros()
    sought = csr_matrix(diags_array(looked_at.even) @ other.matrices[looked_at.keys].astype(np.float64))
    pieces = _pieces(one, other, looking.rows)
    found = [
        _best(seeking[low:high], sought[first:last], limit, low, first) for low, high, first, last in pieces
    ]
    places, columns, products = (np.concatenate(part) for part in zip(*found, strict=True))
    # The product is inexact in its last digits; the sum of whole weights behind it is not.
    ranks = np.rint(products / looked_at.even[columns]) * looked_at.even[columns]
    rows = looking.rows[places]
    numbers = other.shard.start + columns
    kept = (numbers < one.shard.start + rows) & (ranks >= looking.least[places])
    return Lists(rows[kept], numbers[kept], ranks[kept]).joined(Lists.none(), limit)


def _best(
    seeking: csr_matrix, sought: csr_matrix, limit: int, low: int, first: int
) -> tuple[Numbers, Numbers, Ranks]:
    """Where the best products of each row are: its place, the column, the product."""
    small = sought.shape[0] <= _SMALL
    product = sp_matmul_topn(
        seeking, csr_matrix(sought.T), top_n=sought.shape[0] if small else limit, threshold=1e-9
    )
    places = low + np.repeat(np.arange(seeking.shape[0]), np.diff(product.indptr))
    return places, first + product.indices.astype(np.int64), product.data


_SMALL = 256
"""So many claims are looked through whole, and the later ones left out afterwards."""


def _pieces(one: Weighed, other: Weighed, rows: Numbers) -> list[tuple[int, int, int, int]]:
    """Blocks of (looking places, columns) that together hold every earlier claim once.

    Within one shard the triangle below the diagonal is cut into halves, and what is small is taken whole.
    """
    if one.shard.start != other.shard.start:
        return [(0, len(rows), 0, other.shard.size)]
    pieces = []
    open_ranges = [(0, one.shard.size)]
    while open_ranges:
        low, high = open_ranges.pop()
        begin, end = (int(np.searchsorted(rows, edge)) for edge in (low, high))
        if begin == end:
            continue
        if high - low <= _SMALL:
            pieces.append((begin, end, low, high))
            continue
        middle = (low + high) // 2
        split = int(np.searchsorted(rows, middle))
        if split < end:
            pieces.append((split, end, low, middle))
        open_ranges += [(low, middle), (middle, high)]
    return pieces
