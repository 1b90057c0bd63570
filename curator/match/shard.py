"""Some thousands of claims in columns: what the heavy part computes on, and what travels to a worker.

Holds the same readings as `reading.Reading`, laid out for whole-array arithmetic. Never compares.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from curator.match.numbers import Number
from curator.match.reading import COMMITMENTS, STANCES, Reading
from curator.match.retrieval import COMMON, Entry, affirms, evenness, questions
from curator.match.signals.numbers import ALWAYS_ALIKE
from curator.match.signals.opposites import opposites
from curator.match.signals.time import day

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

KEY_SETS = ("keys", "finding", "matter", "near", "theme", "counted", "against", "negated", "speaker_keys")


@dataclass(slots=True)
class Shard:
    """Readings in columns; keys are numbered in this shard's own vocabulary."""

    start: int
    """The number of its first claim among all."""
    vocabulary: list[str]
    sets: dict[str, tuple[NDArray[np.int32], NDArray[np.int64]]]
    """For each key set the key numbers, row after row, and where each row begins."""
    codes: dict[str, NDArray[Any]]
    """One value a claim: commitment, stance, firmness, article …"""
    plain: list[str]
    numbers: list[tuple[Number, ...]]
    packed: list[bytes]
    """Each reading, pickled, for the signals that look closely at a few pairs."""

    @property
    def size(self) -> int:
        return len(self.plain)

    def reading(self, row: int) -> Reading:
        """The reading of one claim; only ever unpacked from this program's own bytes."""
        reading: Reading = pickle.loads(self.packed[row])  # noqa: S301
        return reading


def shard_of(start: int, readings: Sequence[Reading]) -> Shard:
    """Columns of some readings; numpy is loaded here and not before."""
    import numpy as np

    numbers: dict[str, int] = {}
    sets = {}
    for name in KEY_SETS:
        indices: list[int] = []
        begins = [0]
        for reading in readings:
            for k in sorted(_key_set(reading, name)):
                indices.append(numbers.setdefault(k, len(numbers)))
            begins.append(len(indices))
        sets[name] = (np.array(indices, dtype=np.int32), np.array(begins, dtype=np.int64))
    return Shard(
        start=start,
        vocabulary=list(numbers),
        sets=sets,
        codes=_codes(readings),
        plain=[r.plain for r in readings],
        numbers=[r.numbers for r in readings],
        packed=[pickle.dumps(r, protocol=5) for r in readings],
    )


def _key_set(reading: Reading, name: str) -> frozenset[str]:
    if name != "against":
        keys: frozenset[str] = getattr(reading, name)
        return keys
    table = opposites()
    return frozenset().union(*(table[k] for k in reading.keys & table.keys()))


def _codes(readings: Sequence[Reading]) -> dict[str, NDArray[Any]]:
    import numpy as np

    return {
        "article": np.array([digest(r.article_id) for r in readings], dtype=np.int64),
        "start": np.array([r.start for r in readings], dtype=np.int64),
        "end": np.array([r.end for r in readings], dtype=np.int64),
        "commitment": np.array([COMMITMENTS.index(r.commitment) for r in readings], dtype=np.int8),
        "stance": np.array([STANCES.index(r.stance) for r in readings], dtype=np.int8),
        "firmness": np.array([r.firmness for r in readings], dtype=np.float64),
        "always alike": np.array([_kinds(r) for r in readings], dtype=np.int64),
        "negated": np.array([bool(r.negated) for r in readings], dtype=np.bool_),
        "refutes": np.array([r.refutes for r in readings], dtype=np.bool_),
        "questions": np.array([questions(r) for r in readings], dtype=np.bool_),
        "affirms": np.array([affirms(r) for r in readings], dtype=np.bool_),
        "times": np.array([bool(r.times) for r in readings], dtype=np.bool_),
        "places": np.array([bool(r.places) for r in readings], dtype=np.bool_),
        "day": np.array([-1 if (d := day(r.published)) is None else d for r in readings], dtype=np.int64),
        "text": np.array([digest(r.plain) for r in readings], dtype=np.int64),
        "words": np.array([r.plain.count(" ") + 1 for r in readings], dtype=np.int64),
    }


def _kinds(reading: Reading) -> int:
    """The kinds of its numbers that are always held against each other, a bit each."""
    kinds = {n.kind for n in reading.numbers}
    return sum(1 << bit for bit, kind in enumerate(ALWAYS_ALIKE) if kind in kinds)


def digest(text: str) -> int:
    """A stable 63-bit number for a text: equal texts are equal, different ones in practice never."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


@dataclass(slots=True)
class Weighed:
    """A shard with its keys in the numbering that all shards share, and their weights."""

    shard: Shard
    numbers: NDArray[np.int32]
    """Of each key of this shard its number among those of all."""
    weights: NDArray[np.int64]
    """Of each key of all shards."""
    matrices: dict[str, csr_matrix]
    """For each key set, claims by keys, 1 where a claim has the key."""
    mass: dict[str, NDArray[np.int64]]

    def entries(self, counts: NDArray[np.int64]) -> Iterator[Entry]:
        """The entries of its claims, as `retrieval.entry`; `counts`: of each key of all shards."""
        shard = self.shard
        told = (counts[self.numbers] <= COMMON).tolist()
        columns = [shard.codes[name].tolist() for name in ("questions", "affirms")]
        masses = [self.mass[name].tolist() for name in ("keys", "near")]
        for row, (asks, asserts, mass, near) in enumerate(zip(*columns, *masses, strict=True)):
            number = shard.start + row
            said, around = (
                tuple(shard.vocabulary[k] for k in self._row(name, row) if told[k])
                for name in ("finding", "near")
            )
            yield Entry(
                number, said, evenness(mass, number), around if asks else (), evenness(near, number), asserts
            )

    def _row(self, name: str, row: int) -> list[int]:
        indices, begins = self.shard.sets[name]
        found: list[int] = indices[begins[row] : begins[row + 1]].tolist()
        return found

    def gathered(self, name: str, rows: NDArray[np.int64]) -> NDArray[Any]:
        """A code of some claims."""
        return self.shard.codes[name][rows]


def weighed(shard: Shard, numbers: NDArray[np.int32], weights: NDArray[np.int64]) -> Weighed:
    """`shard` with the numbers and weights that hold for all shards."""
    import numpy as np
    from scipy.sparse import csr_matrix

    matrices, mass = {}, {}
    for name, (indices, begins) in shard.sets.items():
        columns = numbers[indices]
        matrix = csr_matrix(
            (np.ones(len(columns), dtype=np.int64), columns, begins), shape=(shard.size, len(weights))
        )
        matrix.sort_indices()
        matrices[name] = matrix
        mass[name] = matrix @ weights
    return Weighed(shard, numbers, weights, matrices, mass)
