"""The first run over a large pile, in shards that any Executor can work on.

Gives to the last digit what `proposing` gives; how many workers there are changes nothing. A worker holds
two shards at a time; what lies between the steps is written to a folder, not kept. Never reads a database.
"""

from __future__ import annotations

import pickle
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.match.columns import PairColumns, features_of
from curator.match.frequencies import Frequencies, counted_claims, weight_of
from curator.match.joining import Lists, by_topic, by_wording
from curator.match.neighbours import NEAREST, STRONG, support_of, tie
from curator.match.proposing import FLOOR
from curator.match.ranking import probability
from curator.match.reading import read
from curator.match.retrieval import BY_TOPIC, BY_WORDING
from curator.match.shard import Shard, Weighed, shard_of, weighed
from curator.match.subject import Subject
from curator.match.weights import NEIGHBOURS, SHIPPED, START, Weights
from curator.models import CandidateKind

SHARD = 25_000
"""Claims a shard."""
Progress = Callable[[str, int, int | None], None]
Numbers = NDArray[np.int64]
_KINDS: tuple[CandidateKind, CandidateKind] = ("same", "contradicts")
_LEAST_ODDS = float(np.log(FLOOR / (1.0 - FLOOR)))


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed pair with its features, from which its evidence can be told at any time."""

    left_id: str
    right_id: str
    kind: CandidateKind
    score: float
    features: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Read:
    """What reading a shard came to."""

    size: int
    ids: list[str]
    counts: Counter[str]
    vocabulary: list[str]


def propose_bulk(
    subjects: Iterable[Subject],
    claims: int,
    *,
    executor: Executor | None = None,
    limit: int = 20,
    weights: Weights = SHIPPED,
    shard: int = SHARD,
    progress: Progress | None = None,
    folder: Path | None = None,
) -> Iterator[Proposal]:
    """The candidates among `claims` subjects in the order in which they were added, the best first.

    `folder`: where shards are written; workers have to see it. Default: a temporary folder.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix="curator-match-") as spill:
        run = _Run(Path(spill), executor, weights, progress or (lambda *_: None))
        run.read(subjects, claims, shard)
        run.number()
        yield from run.ranked(run.compare(run.retrieve()), limit)


class _Run:
    """One run: its steps in order, each a round of tasks."""

    def __init__(self, folder: Path, executor: Executor | None, weights: Weights, progress: Progress) -> None:
        self.folder, self.executor, self.weights, self.progress = folder, executor, weights, progress
        self.ids: list[str] = []
        self.starts: list[int] = []
        self.counts: Counter[str] = Counter()
        self.counted = 0
        self.vocabularies: list[list[str]] = []

    def read(self, subjects: Iterable[Subject], claims: int, size: int) -> None:
        """Read all claims into shards and count their keys."""
        self.counted = counted_claims(claims)
        source = iter(subjects)
        chunks = iter(lambda: list(islice(source, size)), [])
        tasks = (
            (_read_shard, self.folder, number, number * size, chunk, self.counted)
            for number, chunk in enumerate(chunks)
        )
        total = -(-claims // size)
        for result in self._all("reading claims", tasks, total):
            self.starts.append(len(self.ids))
            self.ids.extend(result.ids)
            self.counts.update(result.counts)
            self.vocabularies.append(result.vocabulary)

    def number(self) -> None:
        """Give every key its number and weight, for all shards alike."""
        numbering: dict[str, int] = {}
        for shard, vocabulary in enumerate(self.vocabularies):
            numbers = [numbering.setdefault(k, len(numbering)) for k in vocabulary]
            np.save(self.folder / f"numbers-{shard}.npy", np.array(numbers, dtype=np.int32))
        counts = [self.counts.get(k, 0) for k in numbering]
        key_weights = [weight_of(count, self.counted) for count in counts]
        np.save(self.folder / "weights.npy", np.array(key_weights, dtype=np.int64))
        np.save(self.folder / "counts.npy", np.array(counts, dtype=np.int64))
        frequencies = Frequencies(self.counted, dict(self.counts))
        (self.folder / "frequencies.pickle").write_bytes(pickle.dumps(frequencies))
        self.vocabularies = []

    def retrieve(self) -> Iterator[tuple[int, Numbers, Numbers]]:
        """For each shard the pairs that its claims bring, by number: the bringing and the other claim."""
        shards = len(self.starts)
        tasks = ((_retrieve, self.folder, number, shards) for number in range(shards))
        for number, (left, right) in enumerate(self._all("finding pairs", tasks, shards)):
            yield number, left, right

    def compare(self, brought: Iterable[tuple[int, Numbers, Numbers]]) -> _Compared:
        """Every pair that was brought, compared once."""
        total = len(self.ids)
        codes = [np.minimum(left, right) * total + np.maximum(left, right) for _, left, right in brought]
        every = np.unique(np.concatenate(codes)) if codes else np.zeros(0, dtype=np.int64)
        left, right = every // total, every % total
        starts = np.array(self.starts, dtype=np.int64)
        homes = np.searchsorted(starts, left, "right") - 1, np.searchsorted(starts, right, "right") - 1
        blocks = homes[0] * len(starts) + homes[1]
        order = np.argsort(blocks, kind="stable")
        edges = np.flatnonzero(np.diff(blocks[order])) + 1
        groups = [g for g in np.split(order, edges) if len(g)]
        tasks = (
            (
                _compare,
                self.folder,
                n,
                int(homes[0][g[0]]),
                int(homes[1][g[0]]),
                left[g],
                right[g],
                self.weights,
            )
            for n, g in enumerate(groups)
        )
        parts = list(self._all("comparing pairs", tasks, len(groups)))
        return _Compared(
            np.concatenate([left[g][p[0]] for g, p in zip(groups, parts, strict=True)] or [every]),
            np.concatenate([right[g][p[0]] for g, p in zip(groups, parts, strict=True)] or [every]),
            np.concatenate([p[1] for p in parts] or [np.zeros(0)]),
            np.concatenate([p[2] for p in parts] or [np.zeros(0)]),
            np.concatenate([np.full(len(p[0]), n) for n, p in enumerate(parts)] or [every]),
            np.concatenate([np.arange(len(p[0])) for p in parts] or [every]),
        )

    def ranked(self, compared: _Compared, limit: int) -> Iterator[Proposal]:
        """The best pairs of each claim with the support of common neighbours, the best first."""
        supports = supports_of(compared, len(self.ids))
        same = compared.same + self.weights.same.get(NEIGHBOURS, 0.0) * supports
        contradicts = compared.contradicts + self.weights.contradicts.get(NEIGHBOURS, 0.0) * supports
        kinds = (contradicts > same).astype(np.int64)
        odds = np.where(kinds, contradicts, same)
        chosen = best_of_each(compared, kinds, odds, limit)
        features = _Features(self.folder)
        place = np.empty(len(self.ids), dtype=np.int64)
        place[np.argsort(np.array(self.ids), kind="stable")] = np.arange(len(self.ids))
        ends = place[compared.left[chosen]], place[compared.right[chosen]]
        order = np.lexsort((np.maximum(*ends), np.minimum(*ends), -odds[chosen]))
        for k in chosen[order].tolist():
            found = features.of(int(compared.part[k]), int(compared.row[k]))
            if supports[k]:
                found[NEIGHBOURS] = float(supports[k])
            left_id, right_id = sorted((self.ids[compared.left[k]], self.ids[compared.right[k]]))
            score = round(probability(float(odds[k])), 4)
            yield Proposal(left_id, right_id, _KINDS[kinds[k]], score, found)

    def _all(self, doing: str, tasks: Iterable[tuple[Any, ...]], total: int) -> Iterator[Any]:
        """The results of tasks in their order; a few more tasks than workers are under way at a time."""
        self.progress(doing, 0, total)
        if self.executor is None:
            for done, (function, *arguments) in enumerate(tasks, start=1):
                yield function(*arguments)
                self.progress(doing, done, total)
            return
        waiting: list[Future[Any]] = []
        source = iter(tasks)
        for done in range(1, total + 1):
            for function, *arguments in islice(source, _AHEAD - len(waiting)):
                waiting.append(self.executor.submit(function, *arguments))
            yield waiting.pop(0).result()
            self.progress(doing, done, total)


_AHEAD = 8


@dataclass(frozen=True, slots=True)
class _Compared:
    """Compared pairs in columns."""

    left: Numbers
    right: Numbers
    same: NDArray[np.float64]
    contradicts: NDArray[np.float64]
    part: Numbers
    row: Numbers
    """Where the pair's features lie: the file and the row in it."""


class _Features:
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


def supports_of(compared: _Compared, claims: int) -> NDArray[np.float64]:
    """The support of common neighbours for every pair."""
    from scipy.sparse import csr_matrix

    strong = np.flatnonzero(compared.same >= STRONG)
    steps = np.array([tie(odds) for odds in compared.same[strong].tolist()], dtype=np.int64)
    left, right = compared.left[strong], compared.right[strong]
    ties = csr_matrix(
        (np.concatenate([steps, steps]), (np.concatenate([left, right]), np.concatenate([right, left]))),
        shape=(claims, claims),
    )
    result = np.zeros(len(compared.left))
    for k in range(0, len(result), 100_000):
        piece = slice(k, k + 100_000)
        weaker = ties[compared.left[piece]].minimum(ties[compared.right[piece]]).tocsr()
        result[piece] = _supports(weaker)
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


def best_of_each(compared: _Compared, kinds: Numbers, odds: NDArray[np.float64], limit: int) -> Numbers:
    """The pairs among the `limit` best of either claim, each kind by itself."""
    likely = np.flatnonzero(odds >= _LEAST_ODDS)
    pair = np.concatenate([likely, likely])
    claim = np.concatenate([compared.left[likely], compared.right[likely]]) * 2 + kinds[pair]
    order = np.lexsort((compared.right[pair], compared.left[pair], -odds[pair], claim))
    claim = claim[order]
    first = np.flatnonzero(np.diff(claim, prepend=-1))
    place = np.arange(len(claim)) - np.repeat(first, np.diff(np.append(first, len(claim))))
    return np.unique(pair[order][place < limit])


# -- tasks: what a worker does ---------------------------------------------------------------------------


def _read_shard(folder: Path, number: int, start: int, subjects: Sequence[Subject], counted: int) -> _Read:
    readings = [read(s) for s in subjects]
    counts: Counter[str] = Counter()
    for reading in readings[: max(0, counted - start)]:
        counts.update(reading.finding)
    shard = shard_of(start, readings)
    (folder / f"shard-{number}.pickle").write_bytes(pickle.dumps(shard, protocol=5))
    return _Read(len(readings), [r.id for r in readings], counts, shard.vocabulary)


@lru_cache(maxsize=2)
def _weighed(folder: Path, number: int) -> Weighed:
    with (folder / f"shard-{number}.pickle").open("rb") as file:
        shard: Shard = pickle.load(file)  # noqa: S301 - this run's own file
    return weighed(shard, np.load(folder / f"numbers-{number}.npy"), np.load(folder / "weights.npy"))


@lru_cache(maxsize=1)
def _frequencies(folder: Path) -> Frequencies:
    frequencies: Frequencies = pickle.loads((folder / "frequencies.pickle").read_bytes())  # noqa: S301
    return frequencies


def _retrieve(folder: Path, number: int, shards: int) -> tuple[Numbers, Numbers]:
    """The pairs that the claims of one shard bring, looking through all shards."""
    counts = np.load(folder / "counts.npy")
    wording, topic = Lists.none(), Lists.none()
    one = _weighed(folder, number)
    for other in (_weighed(folder, n) for n in range(shards)):
        wording = wording.joined(by_wording(one, other, counts), BY_WORDING)
        topic = topic.joined(by_topic(one, other, counts), BY_TOPIC)
    rows = np.concatenate([wording.rows, topic.rows]) + one.shard.start
    return rows, np.concatenate([wording.others, topic.others])


def _compare(
    folder: Path, part: int, one: int, other: int, left: Numbers, right: Numbers, weights: Weights
) -> tuple[Numbers, NDArray[np.float64], NDArray[np.float64]]:
    """Compare pairs between two shards; gives which are worth keeping, and their odds."""
    a, b = _weighed(folder, one), _weighed(folder, other)
    pairs = PairColumns(a, b, left - a.shard.start, right - b.shard.start, _frequencies(folder))
    apart = np.flatnonzero(pairs.comparable())
    pairs = PairColumns(a, b, pairs.i[apart], pairs.j[apart], pairs.frequencies)
    columns = features_of(pairs)
    odds = [np.full(len(pairs), table[START]) for table in (weights.same, weights.contradicts)]
    for name, column in columns.items():
        odds[0] += weights.same.get(name, 0.0) * column
        odds[1] += weights.contradicts.get(name, 0.0) * column
    lift = [max(0.0, table.get(NEIGHBOURS, 0.0)) for table in (weights.same, weights.contradicts)]
    kept = np.flatnonzero((odds[0] + lift[0] >= _LEAST_ODDS) | (odds[1] + lift[1] >= _LEAST_ODDS))
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
