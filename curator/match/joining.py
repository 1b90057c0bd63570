"""Both retrievals over blocks of claims: the same lists as `retrieval.Retrieval`, by sparse products.

Loaded only for large piles, with numpy, scipy and sparse_dot_topn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sparse_dot_topn import sp_matmul_topn

from curator.match.pile import Pile
from curator.match.postings import PRIOR
from curator.match.retrieval import BY_TOPIC, BY_WORDING, COMMON, LEAST_AROUND, LEAST_LIKENESS, LEAST_TOPIC

Numbers = NDArray[np.int64]
Ranks = NDArray[np.float64]
_SMALL = 1_024
"""So many claims are looked through whole, and the later ones left out afterwards."""


@dataclass(frozen=True, slots=True)
class _Search:
    """One way to look for others."""

    looks: str
    """The code of the claims that look, "" for all."""
    by: str
    """The key set by which they look."""
    among: str
    """Of the postings "said" and "around" those that are looked through."""
    mass: str
    """The key set by whose mass what is found is made even."""
    only: str
    """The code of the claims that may be found, "" for all in the postings."""
    limit: int

    def least(self, pile: Pile, rows: Numbers) -> Ranks:
        """The least rank for each of the claims that look."""
        if not self.looks:
            return np.asarray(LEAST_LIKENESS * np.sqrt(pile.mass("keys")[rows] + PRIOR))
        return np.full(len(rows), LEAST_TOPIC if self.by == "near" else LEAST_AROUND)


_SEARCHES = (
    _Search("", "finding", "said", "keys", "", BY_WORDING),
    _Search("questions", "near", "said", "keys", "affirms", BY_TOPIC),
    _Search("affirms", "finding", "around", "near", "", BY_TOPIC),
)
"""By wording; by the sentences around a claim that questions; by those around the others, which question."""


def earlier(pile: Pile, low: int, high: int) -> tuple[Numbers, Numbers]:
    """For the claims from `low` to `high` the earlier ones worth a comparison, as numbers of both."""
    codes = [np.zeros(0, dtype=np.int64)]
    for search in _SEARCHES:
        rows, found = _found(pile, search, low, high)
        codes.append(rows * pile.size + found)
    every = np.unique(np.concatenate(codes))
    return every // max(1, pile.size), every % max(1, pile.size)


def _found(pile: Pile, search: _Search, low: int, high: int) -> tuple[Numbers, Numbers]:
    rows = np.arange(low, high)
    if search.looks:
        rows = rows[pile.code(search.looks)[low:high]]
    if not len(rows):
        return rows, rows
    keys, until = pile.rows(search.by, rows)
    telling = pile.counts[keys] <= COMMON
    keys, until = keys[telling], np.concatenate([[0], np.cumsum(telling)])[until]
    # Only the keys of this block: what is looked through is cut down to them.
    used, columns = np.unique(keys, return_inverse=True)
    seeking = csr_matrix(
        (pile.weights[used][columns].astype(np.float64), columns.astype(np.int32), until.astype(np.int32)),
        shape=(len(rows), len(used)),
    )
    sought = _Sought(pile, search, used, high)
    found = [_best(seeking, sought.before(low), search.limit, 0, 0)]
    found += [
        _best(seeking[a:b], sought.between(first, last), search.limit, a, first, whole=last - first <= _SMALL)
        for a, b, first, last in _triangle(rows, low, high)
    ]
    places, numbers, products = (np.concatenate(part) for part in zip(*found, strict=True))
    # The product is inexact in its last digits; the sum of whole weights behind it is not.
    even = _evenness(pile, search.mass, numbers)
    ranks = np.rint(products / even) * even
    kept = np.flatnonzero((numbers < rows[places]) & (ranks >= search.least(pile, rows)[places]))
    best = kept[_first(places[kept], ranks[kept], search.limit)]
    return rows[places[best]], numbers[best]


def _evenness(pile: Pile, keys: str, numbers: NDArray[Any]) -> Ranks:
    """`postings.evenness` of some claims."""
    return np.asarray((1.0 - numbers * 2.0**-44) / np.sqrt(pile.mass(keys)[numbers] + PRIOR))


def _first(places: Numbers, ranks: Ranks, limit: int) -> Numbers:
    """Which are the `limit` best of each place."""
    order = np.lexsort((-ranks, places))
    ordered = places[order]
    first = np.flatnonzero(np.diff(ordered, prepend=-1))
    rank = np.arange(len(ordered)) - np.repeat(first, np.diff(np.append(first, len(ordered))))
    return np.asarray(order[rank < limit])


class _Sought:
    """What one block looks through: of its keys the claims up to its end, with their evenness."""

    def __init__(self, pile: Pile, search: _Search, keys: NDArray[Any], high: int) -> None:
        begins, numbers = pile.postings(search.among)
        first = begins[keys]
        lengths = begins[keys + 1] - first
        until = np.concatenate([[0], np.cumsum(lengths)])
        places = np.arange(until[-1]) + np.repeat(first - until[:-1], lengths)
        self._numbers = numbers[places]
        kept = self._numbers < high
        if search.only:
            kept &= pile.code(search.only)[self._numbers]
        self._until = _ends(kept, until)
        self._numbers = self._numbers[kept]
        self._even = _evenness(pile, search.mass, self._numbers)

    def before(self, number: int) -> csr_matrix:
        """Keys by all claims before `number`."""
        return self._part(self._numbers < number, 0, max(1, number))

    def between(self, first: int, last: int) -> csr_matrix:
        """Keys by the claims from `first` to `last`, counted from `first`."""
        return self._part((self._numbers >= first) & (self._numbers < last), first, last - first)

    def _part(self, kept: NDArray[np.bool_], first: int, width: int) -> csr_matrix:
        return csr_matrix(
            (self._even[kept], self._numbers[kept] - np.int32(first), _ends(kept, self._until)),
            shape=(len(self._until) - 1, width),
        )


def _ends(kept: NDArray[np.bool_], until: NDArray[Any]) -> NDArray[np.int32]:
    """Where rows end that ended at `until`, once only what is `kept` is left of them."""
    ends = np.concatenate([[0], np.cumsum(kept)])[until]
    return np.asarray(ends, dtype=np.int32)


def _best(
    seeking: csr_matrix, sought: csr_matrix, limit: int, place: int, first: int, *, whole: bool = False
) -> tuple[Numbers, Numbers, Ranks]:
    """Where the best products of each row are: its place, the claim's number, the product."""
    limit = sought.shape[1] if whole else min(limit, sought.shape[1])
    product = sp_matmul_topn(seeking, sought, top_n=limit, threshold=1e-9)
    places = place + np.repeat(np.arange(seeking.shape[0]), np.diff(product.indptr))
    return places, first + product.indices.astype(np.int64), product.data


def _triangle(rows: Numbers, low: int, high: int) -> Iterator[tuple[int, int, int, int]]:
    """Blocks of (places in `rows`, claims) that together hold every earlier claim of the block once.

    The triangle below the diagonal is cut into halves, and what is small is taken whole.
    """
    open_ranges = [(low, high)]
    while open_ranges:
        low, high = open_ranges.pop()
        begin, end = (int(np.searchsorted(rows, edge)) for edge in (low, high))
        if begin == end:
            continue
        if high - low <= _SMALL:
            yield begin, end, low, high
            continue
        middle = (low + high) // 2
        split = int(np.searchsorted(rows, middle))
        if split < end:
            yield split, end, low, middle
        open_ranges += [(low, middle), (middle, high)]
