"""Both retrievals over whole shards: the same lists as `retrieval.Retrieval`, by sparse products.

Loaded only for large piles, with numpy, scipy and sparse_dot_topn.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array
from sparse_dot_topn import sp_matmul_topn

from curator.match.retrieval import BY_TOPIC, BY_WORDING, COMMON, LEAST_LIKENESS, LEAST_TOPIC, PRIOR
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


def evenness(shard: Weighed) -> Ranks:
    """`retrieval.evenness` of every claim of a shard."""
    numbers = shard.shard.start + np.arange(shard.shard.size)
    return np.asarray((1.0 - numbers * 2.0**-44) / np.sqrt(shard.mass["keys"] + PRIOR))


def by_wording(one: Weighed, other: Weighed, counts: Numbers) -> Lists:
    """For claims of `one` those of `other` most like them in rare words."""
    least = LEAST_LIKENESS * np.sqrt(one.mass["keys"] + PRIOR)
    rows = np.arange(one.shard.size)
    return _best(
        one, other, "finding", rows, np.ones(other.shard.size, dtype=bool), counts, BY_WORDING, least
    )


def by_topic(one: Weighed, other: Weighed, counts: Numbers) -> Lists:
    """For claims of `one` that leave something open or deny it: asserting claims of `other` on the topic."""
    rows = np.flatnonzero(one.shard.codes["questions"])
    least = np.full(one.shard.size, LEAST_TOPIC)
    return _best(one, other, "near", rows, other.shard.codes["affirms"], counts, BY_TOPIC, least)


def _best(
    one: Weighed,
    other: Weighed,
    keys: str,
    rows: Numbers,
    wanted: NDArray[np.bool_],
    counts: Numbers,
    limit: int,
    least: Ranks,
) -> Lists:
    if not len(rows):
        return Lists.none()
    even = evenness(other)
    telling = np.where(counts <= COMMON, one.weights, 0).astype(np.float64)
    looking = one.matrices[keys][rows].astype(np.float64) @ diags_array(telling)
    looking.eliminate_zeros()
    looked_at = (diags_array(even * wanted) @ other.matrices["finding"].astype(np.float64)).T.tocsr()
    # One more than wanted: the claim itself may be among them.
    product: csr_matrix = sp_matmul_topn(
        csr_matrix(looking), csr_matrix(looked_at), top_n=limit + 1, threshold=1e-9
    )
    found_rows = rows[np.repeat(np.arange(len(rows)), np.diff(product.indptr))]
    found = product.indices.astype(np.int64)
    # The product is inexact in its last digits; the sum of whole weights behind it is not.
    mass = np.rint(product.data / even[found])
    ranks = mass * even[found]
    others = other.shard.start + found
    kept = (others != one.shard.start + found_rows) & (ranks >= least[found_rows])
    return Lists(found_rows[kept], others[kept], ranks[kept]).joined(Lists.none(), limit)
