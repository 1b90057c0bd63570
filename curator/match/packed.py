"""Postings as a database keeps them, ranked by whole-array arithmetic: what `MemoryPostings` gives.

Loaded only where there are many, with numpy. Never reads a database.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from curator.match.postings import MOST, PRIOR, Found


def best_of_many(
    there: Sequence[tuple[int, bytes]], limit: int, least: float, *, affirming: bool
) -> list[Found]:
    """The best claims under keys given as (weight, postings); see `Postings.best`.

    A posting is two numbers of four bytes: the claim, and its mass doubled and one more where it affirms.
    """
    entries = np.frombuffer(b"".join(postings for _, postings in there), dtype="<u4").reshape(-1, 2)
    weights = np.repeat([weight for weight, _ in there], [len(postings) // 8 for _, postings in there])
    order = np.argsort(entries[:, 0], kind="stable")
    numbers, own = entries[order, 0].astype(np.int64), entries[order, 1].astype(np.int64)
    first = np.flatnonzero(np.diff(numbers, prepend=-1))
    mass = np.add.reduceat(weights[order], first)
    numbers, own = numbers[first], own[first]
    ranks = mass * ((1.0 - numbers * 2.0**-44) / np.sqrt(own // 2 + PRIOR))
    kept = np.flatnonzero((ranks >= least) & ((own & 1 == 1) | (not affirming)))
    best = kept[np.lexsort((-numbers[kept], -ranks[kept]))][:limit]
    return [Found(*found) for found in zip(ranks[best].tolist(), numbers[best].tolist(), strict=True)]


def first_of_each(
    values: NDArray[np.int32], begins: NDArray[np.int64]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The first `MOST` values of each row, and where rows begin then."""
    lengths = np.diff(begins)
    if lengths.max(initial=0) <= MOST:
        return values, begins
    places = np.arange(len(values)) - np.repeat(begins[:-1], lengths)
    return values[places < MOST], np.concatenate([[0], np.cumsum(np.minimum(lengths, MOST))])
