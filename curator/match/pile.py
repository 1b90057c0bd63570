"""A whole pile of claims in columns, on disk: what workers share instead of sending it to each other.

`lay_out` puts shards one after the other with keys numbered for all alike; `Pile` reads parts of it through
memory maps, so that a worker holds what it works on and no more. Never compares two claims.
"""

from __future__ import annotations

import pickle
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix

from curator.match.frequencies import Frequencies, weight_of
from curator.match.numbers import Number
from curator.match.packed import first_of_each
from curator.match.reading import Reading, read
from curator.match.retrieval import COMMON
from curator.match.shard import KEY_SETS, Shard, unpacked
from curator.match.subject import Subject

Numbers = NDArray[np.int64]
Subjects = Callable[[], Sequence[Subject]]
"""Some claims that are still to be told: a call that can be sent to a worker."""


def lay_out(folder: Path, shards: Sequence[Path], counted: int) -> None:
    """Write the shards in these files as one pile; `counted`: how many first claims count for frequencies."""
    numbering: dict[str, int] = {}
    renumbered: list[NDArray[np.int32]] = []
    starts, ids = [0], []
    for path in shards:
        shard = load_shard(path)
        renumbered.append(
            np.array([numbering.setdefault(k, len(numbering)) for k in shard.vocabulary], dtype=np.int32)
        )
        starts.append(starts[-1] + shard.size)
        ids += shard.ids
    counts = np.zeros(len(numbering), dtype=np.int64)
    sheets = {name: _Sheet(folder / name, np.int32) for name in KEY_SETS}
    heaps = {name: _Sheet(folder / name, np.uint8) for name in ("plain", "numbers")}
    codes: dict[str, list[NDArray[Any]]] = {}
    for path, numbers, start in zip(shards, renumbered, starts, strict=False):
        shard = load_shard(path)
        for name, sheet in sheets.items():
            indices, begins = shard.sets[name]
            row = csr_matrix(
                (np.ones(len(indices), dtype=np.int8), numbers[indices], begins),
                shape=(shard.size, max(1, len(numbering))),
            )
            row.sort_indices()
            sheet.add(row.indices, begins)
            if name == "finding":
                first = row.indices[: begins[min(shard.size, max(0, counted - start))]]
                counts += np.bincount(first, minlength=len(numbering))[: len(numbering)]
        for name, heap in heaps.items():
            values = getattr(shard, name)
            heap.add(np.frombuffer(values.content, dtype=np.uint8), values.begins)
        for name, column in shard.codes.items():
            codes.setdefault(name, []).append(column)
    for sheet in (*sheets.values(), *heaps.values()):
        sheet.close()
    for name, columns in codes.items():
        np.save(folder / f"code {name}.npy", np.concatenate(columns))
    weights = np.array([weight_of(count, counted) for count in range(int(counts.max(initial=0)) + 1)])
    np.save(folder / "weights.npy", weights[counts].astype(np.int32))
    np.save(folder / "counts.npy", counts.astype(np.int32))
    known = {"starts": starts, "ids": ids, "vocabulary": list(numbering), "counted": counted}
    for name, value in known.items():
        (folder / f"{name}.pickle").write_bytes(pickle.dumps(value, protocol=5))
    _weigh(folder)


def _weigh(folder: Path) -> None:
    """Write what follows from the weights: the mass of each key set, and in which claims a key stands."""
    pile = Pile(folder)
    for name in KEY_SETS:
        begins, indices = pile.begins(name), pile.array(name)
        masses = [np.zeros(0, dtype=np.int32)]
        for low in range(0, pile.size, 100_000):
            part = begins[low : low + 100_001]
            summed = np.concatenate([[0], np.cumsum(pile.weights[indices[part[0] : part[-1]]])])
            masses.append(np.diff(summed[part - part[0]]).astype(np.int32))
        np.save(folder / f"{name} mass.npy", np.concatenate(masses))
    telling = pile.counts <= COMMON
    for name, keys, which in (("said", "finding", None), ("around", "near", pile.code("questions"))):
        found = _postings(pile.begins(keys), pile.array(keys), telling, which)
        numbers, until = first_of_each(found.indices, found.indptr.astype(np.int64))
        np.save(folder / f"{name} numbers.npy", numbers)
        np.save(folder / f"{name} begins.npy", until)


def _postings(begins: Numbers, indices: Any, telling: Any, which: Any) -> csc_matrix:
    """For each telling key the claims (those of `which`) that have it, in order."""
    kept = telling[indices]
    if which is not None:
        kept &= np.repeat(which, np.diff(begins))
    until = np.concatenate([[0], np.cumsum(kept)])[begins]
    matrix = csr_matrix(
        (np.ones(int(until[-1]), dtype=np.int8), indices[kept], until), shape=(len(begins) - 1, len(telling))
    )
    return csc_matrix(matrix)


class _Sheet:
    """Rows of all lengths, written to disk as they come."""

    def __init__(self, path: Path, dtype: type[np.generic]) -> None:
        self._path, self._dtype = path, dtype
        self._file = path.with_suffix(".raw").open("wb")
        self._begins: list[Numbers] = [np.zeros(1, dtype=np.int64)]

    def add(self, values: NDArray[Any], begins: Numbers) -> None:
        values.astype(self._dtype, copy=False).tofile(self._file)
        self._begins.append(begins[1:] + self._begins[-1][-1])

    def close(self) -> None:
        self._file.close()
        np.save(self._path.with_name(f"{self._path.name} begins.npy"), np.concatenate(self._begins))


def load_shard(path: Path) -> Shard:
    """The shard in a file of this run."""
    with path.open("rb") as file:
        shard: Shard = pickle.load(file)  # noqa: S301 - this run's own file
    return shard


class Pile:
    """A pile that was laid out in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.weights: NDArray[np.int32] = np.load(folder / "weights.npy")
        self.counts: NDArray[np.int32] = np.load(folder / "counts.npy")
        self._mapped: dict[str, NDArray[Any]] = {}
        self.named = lru_cache(maxsize=20_000)(self._named)
        """The numbers that a claim names."""
        self._told = lru_cache(maxsize=4)(self._read_told)

    @property
    def size(self) -> int:
        return len(self.begins("keys")) - 1

    @cached_property
    def starts(self) -> list[int]:
        """The number of the first claim of each shard, and how many there are in all."""
        return list(self._known("starts"))

    @cached_property
    def ids(self) -> list[str]:
        """The id of each claim."""
        return list(self._known("ids"))

    @cached_property
    def vocabulary(self) -> list[str]:
        """The keys by number."""
        return list(self._known("vocabulary"))

    def _known(self, name: str) -> Any:
        with (self.folder / f"{name}.pickle").open("rb") as file:
            return pickle.load(file)  # noqa: S301 - this run's own file

    @cached_property
    def counted(self) -> int:
        """How many first claims count for frequencies."""
        return int(self._known("counted"))

    @cached_property
    def frequencies(self) -> Frequencies:
        """For signals that look closely; takes memory for every key, so only where one does."""
        return Frequencies(self.counted, dict(zip(self.vocabulary, self.counts.tolist(), strict=True)))

    def array(self, name: str) -> NDArray[Any]:
        """The values of a key set or heap, claim after claim."""
        dtype = np.uint8 if name in ("plain", "numbers") else np.int32
        return self._map(name, lambda: _mapped(self.folder / f"{name}.raw", dtype))

    def begins(self, name: str) -> Numbers:
        """Where the values of each claim begin."""
        return self._column(f"{name} begins")

    def mass(self, name: str) -> NDArray[np.int32]:
        """The mass of a key set of each claim."""
        return self._column(f"{name} mass")

    def code(self, name: str) -> NDArray[Any]:
        """One value a claim."""
        return self._column(f"code {name}")

    def postings(self, name: str) -> tuple[Numbers, NDArray[np.int32]]:
        """Of "said" or "around": where the claims of each key begin, and their numbers."""
        return self._column(f"{name} begins"), self._column(f"{name} numbers")

    def entries(self, name: str, mass: str) -> tuple[bytes, list[int]]:
        """The postings of every key as a database keeps them, and where in bytes those of each begin.

        Two numbers each: the claim's, and its mass doubled and one more where it affirms.
        """
        begins, numbers = self.postings(name)
        packed = np.empty((len(numbers), 2), dtype="<u4")
        packed[:, 0] = numbers
        packed[:, 1] = 2 * self.mass(mass)[numbers] + self.code("affirms")[numbers]
        return packed.tobytes(), (8 * begins).tolist()

    def _column(self, name: str) -> NDArray[Any]:
        return self._map(name, lambda: np.load(self.folder / f"{name}.npy", mmap_mode="r"))

    def _map(self, name: str, load: Callable[[], NDArray[Any]]) -> NDArray[Any]:
        if name not in self._mapped:
            # As a plain array: slices of a memmap cost ten times as much.
            self._mapped[name] = load().view(np.ndarray)
        return self._mapped[name]

    def rows(self, name: str, which: Numbers) -> tuple[NDArray[Any], Numbers]:
        """The values of some claims, one after the other, and where those of each begin."""
        begins = self.begins(name)
        first = begins[which]
        lengths = begins[which + 1] - first
        until = np.concatenate([[0], np.cumsum(lengths)])
        places = np.arange(until[-1]) + np.repeat(first - until[:-1], lengths)
        return self.array(name)[places], until

    def _named(self, number: int) -> tuple[Number, ...]:
        begin, end = self.begins("numbers")[number : number + 2].tolist()
        return unpacked(self.array("numbers")[begin:end].tobytes())

    def reading(self, number: int) -> Reading:
        """The reading of one claim, read again from what was told."""
        shard = bisect_right(self.starts, number) - 1
        return read(self._told(shard)[number - self.starts[shard]])

    def _read_told(self, shard: int) -> Sequence[Subject]:
        with (self.folder / f"told-{shard}.pickle").open("rb") as file:
            subjects: Subjects = pickle.load(file)  # noqa: S301 - this run's own file
        return subjects()


def _mapped(path: Path, dtype: type[np.generic]) -> NDArray[Any]:
    # An empty file cannot be mapped.
    return np.memmap(path, dtype=dtype, mode="r") if path.stat().st_size else np.zeros(0, dtype=dtype)


class Chosen:
    """Some claims of a pile, side by side for comparison; what a signal asks for is fetched when it does."""

    def __init__(self, pile: Pile, numbers: Numbers) -> None:
        self._pile, self.numbers = pile, numbers
        self._matrices: dict[str, tuple[csr_matrix, csr_matrix]] = {}
        self._masses: dict[str, NDArray[np.int32]] = {}
        self._codes: dict[str, NDArray[Any]] = {}

    def matrices(self, name: str) -> tuple[csr_matrix, csr_matrix]:
        """Claims by keys, as the weight of each key that a claim has, and as ones."""
        if name not in self._matrices:
            keys, until = self._pile.rows(name, self.numbers)
            shape = len(self.numbers), max(1, len(self._pile.weights))
            keys, until = keys.astype(np.int32, copy=False), until.astype(np.int32)
            self._matrices[name] = (
                csr_matrix((self._pile.weights[keys], keys, until), shape=shape),
                csr_matrix((np.ones(len(keys), dtype=np.int32), keys, until), shape=shape),
            )
        return self._matrices[name]

    def mass(self, name: str) -> NDArray[np.int32]:
        """The mass of a key set of each."""
        if name not in self._masses:
            self._masses[name] = self._pile.mass(name)[self.numbers]
        return self._masses[name]

    def code(self, name: str) -> NDArray[Any]:
        """One value of each."""
        if name not in self._codes:
            self._codes[name] = self._pile.code(name)[self.numbers]
        return self._codes[name]

    @cached_property
    def plain(self) -> list[str]:
        """The words of each, folded."""
        values, until = self._pile.rows("plain", self.numbers)
        content, ends = values.tobytes(), until.tolist()
        return [content[a:b].decode("utf-8", "surrogatepass") for a, b in pairwise(ends)]

    def named(self, rows: Numbers) -> Iterator[tuple[Number, ...]]:
        """The numbers that some of them name, one after the other."""
        return map(self._pile.named, self.numbers[rows].tolist())

    @property
    def frequencies(self) -> Frequencies:
        return self._pile.frequencies

    def reading(self, row: int) -> Reading:
        """The reading of one."""
        return self._pile.reading(int(self.numbers[row]))
