"""Compared pairs in columns: which are kept for each claim, and the support of their common neighbours.

The same choices as `arriving`, made for all claims at once. Loaded only for large piles.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from curator.match.arriving import (
    HEADSTART,
    IN_ARTICLE,
    LEAST_CONTRADICTS,
    LEAST_SAME,
    WEAK_CONTRADICTS,
    WEAK_KEPT,
)
from curator.match.neighbours import NEAREST, STEPS, STRONG, WAITING, support_of, tie

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Compared:
    """Compared pairs in columns."""

    later: NDArray[np.int32]
    earlier: NDArray[np.int32]
    same: NDArray[np.float64]
    contradicts: NDArray[np.float64]
    inside: NDArray[np.bool_]
    """Whether both claims are of one article."""
    shares: NDArray[np.int16]
    strongest: NDArray[np.uint8]
    """As `shares.shares_of`."""

    @classmethod
    def of(cls, later: Any, earlier: Any, same: Any, contradicts: Any, inside: Any) -> Compared:
        """Pairs whose shares are not known yet."""
        none = np.zeros((len(later), 0), dtype=np.int16)
        return cls(
            later.astype(np.int32),
            earlier.astype(np.int32),
            same,
            contradicts,
            inside,
            none,
            none.astype(np.uint8),
        )

    @classmethod
    def joined(cls, parts: Sequence[Compared]) -> Compared:
        """All of these pairs."""
        if not parts:
            nothing = np.zeros(0)
            return cls.of(nothing, nothing, nothing, nothing, nothing.astype(np.bool_))
        return cls(*(np.concatenate([getattr(part, f.name) for part in parts]) for f in fields(cls)))

    @property
    def kinds(self) -> Numbers:
        """The number of the kind that each pair is proposed as, as `arriving.kept`."""
        least = np.where(self.same >= LEAST_SAME, WEAK_CONTRADICTS, LEAST_CONTRADICTS)
        against = (self.same + HEADSTART < self.contradicts) & (self.contradicts >= least)
        return against.astype(np.int64)

    def likely(self) -> Numbers:
        """Which are likely enough to be kept."""
        least = np.where(self.kinds, self.contradicts >= LEAST_CONTRADICTS, self.same >= LEAST_SAME)
        return np.flatnonzero(least)

    def only(self, which: Numbers) -> Compared:
        """Some of the pairs."""
        return Compared(*(getattr(self, f.name)[which] for f in fields(self)))

    def with_shares(self, shares: NDArray[np.int16], strongest: NDArray[np.uint8]) -> Compared:
        """The same pairs with their shares."""
        return Compared(self.later, self.earlier, self.same, self.contradicts, self.inside, shares, strongest)

    def save(self, folder: Path, number: int) -> None:
        for field in fields(self):
            np.save(folder / f"pairs-{number} {field.name}.npy", getattr(self, field.name))

    @classmethod
    def loaded(cls, folder: Path, number: int) -> Compared:
        return cls(*(np.load(folder / f"pairs-{number} {field.name}.npy") for field in fields(cls)))


@dataclass(frozen=True, slots=True)
class Supported:
    """Kept pairs with the support of their common neighbours."""

    later: NDArray[np.int32]
    earlier: NDArray[np.int32]
    kinds: NDArray[np.int8]
    odds: NDArray[np.float64]

    def save(self, folder: Path, number: int) -> None:
        for field in fields(self):
            np.save(folder / f"final-{number} {field.name}.npy", getattr(self, field.name))

    @classmethod
    def loaded(cls, folder: Path, blocks: int) -> Supported:
        """All pairs of a run, block after block."""
        return cls(*(_joined(folder, field.name, blocks) for field in fields(cls)))


@dataclass(frozen=True, slots=True)
class EvidenceText:
    """The evidence of very many pairs as one text: as cells of one width it would take thrice the memory."""

    text: str
    begins: NDArray[np.int64]
    """Where that of each pair begins; its end is the next one's beginning."""

    @staticmethod
    def save(evidence: NDArray[np.bytes_], folder: Path, number: int) -> None:
        """Write the evidence of one block's pairs."""
        letters = evidence.view(np.uint8).reshape(len(evidence), evidence.dtype.itemsize)
        lengths = np.count_nonzero(letters, axis=1).astype(np.uint8)  # zeroes stand at the end alone
        np.save(folder / f"final-{number} lengths.npy", lengths)
        (folder / f"final-{number} evidence.txt").write_bytes(letters[letters != 0].tobytes())

    @classmethod
    def loaded(cls, folder: Path, blocks: int) -> EvidenceText:
        """That of all pairs of a run, in the order of `Supported`."""
        parts = [(folder / f"final-{n} evidence.txt").read_text(encoding="ascii") for n in range(blocks)]
        lengths = _joined(folder, "lengths", blocks)
        begins = np.zeros(len(lengths) + 1, dtype=np.int64)
        np.cumsum(lengths, out=begins[1:])
        return cls("".join(parts), begins)

    def of(self, pairs: Numbers) -> list[str]:
        """That of some pairs."""
        ends = zip(self.begins[pairs].tolist(), self.begins[pairs + 1].tolist(), strict=True)
        return [self.text[begin:end] for begin, end in ends]


def _joined(folder: Path, column: str, blocks: int) -> NDArray[Any]:
    parts = [np.load(folder / f"final-{n} {column}.npy") for n in range(blocks)]
    return np.concatenate(parts) if parts else np.zeros(0)


def kept_of_each(compared: Compared, limit: int) -> Compared:
    """Of the pairs that each claim brings the best of each kind, as `arriving.best`."""
    likely = compared.likely()
    kinds = compared.kinds[likely]
    odds = np.where(kinds, compared.contradicts[likely], compared.same[likely])
    group = compared.later[likely].astype(np.int64) * 2 + kinds
    order = np.lexsort((compared.earlier[likely], -odds, group))
    inside = compared.inside[likely][order]
    # First those inside an article are thinned out, then all are counted.
    order = order[~inside | (_places(group[order], inside) < IN_ARTICLE)]
    most = np.where((kinds == 1) & (odds < WEAK_CONTRADICTS), min(limit, WEAK_KEPT), limit)
    everything = np.ones(len(order), dtype=np.bool_)
    return compared.only(likely[order[_places(group[order], everything) < most[order]]])


def _places(group: Numbers, counted: NDArray[np.bool_]) -> Numbers:
    """How many that are `counted` stand before each in its group; groups are together."""
    before: Numbers = np.cumsum(counted) - counted
    first = np.flatnonzero(np.diff(group, prepend=-1))
    lengths = np.diff(np.append(first, len(group)))
    return np.asarray(before - np.repeat(before[first], lengths))


@dataclass(frozen=True, slots=True)
class Ties:
    """The strong ties of all claims, both ways: where those of each begin, the other, the steps."""

    begins: NDArray[np.int64]
    others: NDArray[np.int32]
    steps: NDArray[np.int32]

    @classmethod
    def of(cls, later: Numbers, earlier: Numbers, steps: NDArray[np.int32], claims: int) -> Ties:
        ends = np.concatenate([later, earlier]), np.concatenate([earlier, later])
        matrix = csr_matrix((np.tile(steps, 2), ends), shape=(claims, claims))
        matrix.sort_indices()
        return cls(matrix.indptr.astype(np.int64), matrix.indices, matrix.data)

    def strong(self) -> Ties:
        """Only those that count."""
        counts = self.steps != WAITING
        begins = np.concatenate([[0], np.cumsum(counts)])[self.begins]
        return Ties(begins, self.others[counts], self.steps[counts])

    def save(self, folder: Path, name: str) -> None:
        for field in fields(self):
            np.save(folder / f"{name} {field.name}.npy", getattr(self, field.name))

    @classmethod
    def loaded(cls, folder: Path, name: str) -> Ties:
        paths = [folder / f"{name} {field.name}.npy" for field in fields(cls)]
        return cls(*(np.load(path, mmap_mode="r").view(np.ndarray) for path in paths))

    def interleaved(self, low: int, high: int) -> Iterator[bytes]:
        """For each claim from `low` to `high` its ties as a database keeps them: the other, and the steps."""
        begins = self.begins[low : high + 1]
        piece = slice(begins[0], begins[-1])
        content = np.column_stack([self.others[piece], self.steps[piece]]).astype("<u4").tobytes()
        places = (8 * (begins - begins[0])).tolist()
        return (content[a:b] for a, b in pairwise(places))

    def matrix(self) -> csr_matrix:
        """Claims by claims."""
        claims = len(self.begins) - 1
        return csr_matrix((self.steps, self.others, self.begins), shape=(claims, claims), copy=False)


def ties_of(odds: NDArray[np.float64]) -> NDArray[np.int32]:
    """`neighbours.tie` of many log-odds."""
    found = np.full(len(odds), WAITING, dtype=np.int32)
    which = np.flatnonzero(odds >= STRONG)
    found[which] = [tie(value) for value in odds[which].tolist()]
    return found


def supports_of(later: Any, earlier: Any, ties: Ties) -> NDArray[np.float64]:
    """The support of common neighbours for pairs by strong ties, as `arriving.supported`."""
    matrix = ties.matrix()
    result = np.zeros(len(later))
    for k in range(0, len(result), 100_000):
        piece = slice(k, k + 100_000)
        result[piece] = _supports(matrix[later[piece]].minimum(matrix[earlier[piece]]).tocsr())
    return result


def _supports(weaker: Any) -> NDArray[np.float64]:
    """Of a matrix with the weaker ties of each pair in a row, the support of each row."""
    rows = np.repeat(np.arange(weaker.shape[0]), np.diff(weaker.indptr))
    order = np.argsort(rows * np.int64(2 * STEPS) - weaker.data, kind="stable")
    place = np.arange(len(rows)) - weaker.indptr[rows]
    nearest = order[place < NEAREST]
    sums = np.bincount(rows[nearest], weights=weaker.data[nearest], minlength=weaker.shape[0])
    result = np.zeros(len(sums))
    found = np.flatnonzero(sums)
    result[found] = [support_of(steps) for steps in sums[found].astype(np.int64).tolist()]
    return result
