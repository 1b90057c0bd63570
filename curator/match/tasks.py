"""What a worker does for a large pile: read a shard, find its pairs, compare pairs between two shards.

Tasks know each other only through files in a folder; a worker holds two shards at a time. Never ranks.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.match.arriving import LEAST_CONTRADICTS, LEAST_SAME
from curator.match.columns import PairColumns, features_of
from curator.match.frequencies import Frequencies
from curator.match.joining import SEARCHES, Lists
from curator.match.reading import read
from curator.match.shard import Shard, Weighed, shard_of, weighed
from curator.match.subject import Subject
from curator.match.weights import START, Weights

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Read:
    """What reading a shard came to."""

    size: int
    ids: list[str]
    counts: Counter[str]
    vocabulary: list[str]


def read_shard(folder: Path, number: int, start: int, subjects: Sequence[Subject], counted: int) -> Read:
    readings = [read(s) for s in subjects]
    counts: Counter[str] = Counter()
    for reading in readings[: max(0, counted - start)]:
        counts.update(reading.finding)
    shard = shard_of(start, readings)
    (folder / f"shard-{number}.pickle").write_bytes(pickle.dumps(shard, protocol=5))
    return Read(len(readings), [r.id for r in readings], counts, shard.vocabulary)


@lru_cache(maxsize=2)
def weighed_shard(folder: Path, number: int) -> Weighed:
    with (folder / f"shard-{number}.pickle").open("rb") as file:
        shard: Shard = pickle.load(file)  # noqa: S301 - this run's own file
    return weighed(shard, np.load(folder / f"numbers-{number}.npy"), np.load(folder / "weights.npy"))


@lru_cache(maxsize=1)
def _frequencies(folder: Path) -> Frequencies:
    frequencies: Frequencies = pickle.loads((folder / "frequencies.pickle").read_bytes())  # noqa: S301
    return frequencies


def retrieve(folder: Path, number: int) -> tuple[Numbers, Numbers]:
    """The pairs that the claims of one shard bring, looking through it and all shards before."""
    counts = np.load(folder / "counts.npy")
    lists = [Lists.none() for _ in SEARCHES]
    one = weighed_shard(folder, number)
    for other in (weighed_shard(folder, n) for n in range(number + 1)):
        lists = [
            known.joined(search(one, other, counts), limit)
            for known, (search, limit) in zip(lists, SEARCHES, strict=True)
        ]
    later = np.concatenate([found.rows for found in lists]) + one.shard.start
    return later, np.concatenate([found.others for found in lists])


def compare(
    folder: Path, part: int, one: int, other: int, later: Numbers, earlier: Numbers, weights: Weights
) -> tuple[Numbers, NDArray[np.float64], NDArray[np.float64]]:
    """Compare pairs between two shards; gives which are worth keeping, and their odds."""
    a, b = weighed_shard(folder, other), weighed_shard(folder, one)
    pairs = PairColumns(a, b, earlier - a.shard.start, later - b.shard.start, _frequencies(folder))
    apart = np.flatnonzero(pairs.comparable())
    pairs = PairColumns(a, b, pairs.i[apart], pairs.j[apart], pairs.frequencies)
    columns = features_of(pairs)
    odds = [np.full(len(pairs), table[START]) for table in (weights.same, weights.contradicts)]
    for name, column in columns.items():
        odds[0] += weights.same.get(name, 0.0) * column
        odds[1] += weights.contradicts.get(name, 0.0) * column
    kept = np.flatnonzero((odds[0] >= LEAST_SAME) | (odds[1] >= LEAST_CONTRADICTS))
    _write_features(folder, part, {name: column[kept] for name, column in columns.items()})
    return apart[kept], odds[0][kept], odds[1][kept]


def _write_features(folder: Path, part: int, columns: dict[str, NDArray[np.float64]]) -> None:
    names = list(columns)
    table = np.column_stack([columns[name] for name in names])
    rows, which = np.nonzero(table)
    begins = np.searchsorted(rows, np.arange(len(table) + 1))
    (folder / f"names-{part}.pickle").write_bytes(pickle.dumps(names))
    np.save(folder / f"begin-{part}.npy", begins)
    np.save(folder / f"which-{part}.npy", which.astype(np.uint8))
    np.save(folder / f"value-{part}.npy", table[rows, which])


class Features:
    """The features of compared pairs, read back from the folder, file by file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[int, tuple[list[str], Any, Any, Any]] = {}

    def of(self, part: int, row: int) -> dict[str, float]:
        """The features of one pair that are not 0."""
        if part not in self._open:
            with (self._folder / f"names-{part}.pickle").open("rb") as file:
                names = pickle.load(file)  # noqa: S301 - this run's own file
            paths = [self._folder / f"{name}-{part}.npy" for name in ("begin", "which", "value")]
            # As plain arrays: slices of a memmap cost ten times as much.
            self._open[part] = (names, *(np.load(path, mmap_mode="r").view(np.ndarray) for path in paths))
        names, begins, which, values = self._open[part]
        span = slice(int(begins[row]), int(begins[row + 1]))
        return {names[w]: v for w, v in zip(which[span].tolist(), values[span].tolist(), strict=True)}
