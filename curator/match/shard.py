"""Some thousands of claims in columns: what reading them comes to, and what is laid out as a whole pile.

Holds the same readings as `reading.Reading`, for whole-array arithmetic. Never compares.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from hashlib import blake2b
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from curator.match.numbers import Number
from curator.match.reading import Reading
from curator.match.retrieval import affirms, questions
from curator.match.signals.names import said
from curator.match.signals.numbers import ALWAYS_ALIKE
from curator.match.signals.opposites import opposites
from curator.match.signals.time import day
from curator.match.stances import COMMITMENTS, STANCES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NOTHING: frozenset[str] = frozenset()
KEY_SETS = (
    *("keys", "finding", "matter", "near", "theme", "counted", "against", "negated", "speaker_keys"),
    *("names", "names said"),
)


@dataclass(slots=True)
class Shard:
    """Readings in columns; keys are numbered in this shard's own vocabulary."""

    ids: list[str]
    vocabulary: list[str]
    sets: dict[str, tuple[NDArray[np.int32], NDArray[np.int64]]]
    """For each key set the key numbers, row after row, and where each row begins."""
    codes: dict[str, NDArray[Any]]
    """One value a claim: commitment, stance, firmness, article …"""
    plain: Heap
    numbers: Heap

    @property
    def size(self) -> int:
        return len(self.ids)


@dataclass(slots=True)
class Heap:
    """Values of all lengths in one piece of memory, and where each begins."""

    content: bytes
    begins: NDArray[np.int64]

    @classmethod
    def of(cls, values: Sequence[bytes]) -> Heap:
        import numpy as np

        begins = np.zeros(len(values) + 1, dtype=np.int64)
        np.cumsum([len(value) for value in values], out=begins[1:])
        return cls(b"".join(values), begins)


def shard_of(readings: Sequence[Reading]) -> Shard:
    """Columns of some readings; numpy is loaded here and not before."""
    import numpy as np

    numbering: defaultdict[str, int] = defaultdict()
    numbering.default_factory = numbering.__len__
    sets = {}
    for name in KEY_SETS:
        of_claims = [_key_set(reading, name) for reading in readings]
        begins = np.zeros(len(readings) + 1, dtype=np.int64)
        np.cumsum([len(keys) for keys in of_claims], out=begins[1:])
        numbers = map(numbering.__getitem__, chain.from_iterable(of_claims))
        sets[name] = (np.fromiter(numbers, np.int32, count=int(begins[-1])), begins)
    return Shard(
        ids=[r.id for r in readings],
        vocabulary=list(numbering),
        sets=sets,
        codes=_codes(readings),
        plain=Heap.of([r.plain.encode("utf-8", "surrogatepass") for r in readings]),
        numbers=Heap.of([packed(r.numbers) for r in readings]),
    )


def _key_set(reading: Reading, name: str) -> frozenset[str]:
    if name in ("names", "names said"):
        return frozenset(reading.names) if name == "names" else said(reading)
    if name != "against":
        keys: frozenset[str] = getattr(reading, name)
        return keys
    table = opposites()
    found = reading.keys & table.keys()
    return frozenset().union(*(table[k] for k in found)) if found else _NOTHING


_PARTS_OF_NUMBER = attrgetter(*(field.name for field in fields(Number)))


def packed(numbers: tuple[Number, ...]) -> bytes:
    """The numbers of a claim in few bytes, nothing for none."""
    return pickle.dumps([_PARTS_OF_NUMBER(number) for number in numbers], protocol=5) if numbers else b""


def unpacked(content: bytes) -> tuple[Number, ...]:
    """The numbers behind `packed`; only ever of bytes that this program wrote."""
    return tuple(Number(*parts) for parts in pickle.loads(content)) if content else ()  # noqa: S301


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
        "names": np.array([len(r.names) for r in readings], dtype=np.int64),
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
