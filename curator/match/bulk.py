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
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.match.arriving import HEADSTART, LEAST_CONTRADICTS, LEAST_SAME, LIMIT
from curator.match.columns import PairColumns, features_of
from curator.match.frequencies import Frequencies, counted_claims, weight_of
from curator.match.joining import SEARCHES, Lists
from curator.match.neighbours import NEAREST, support_of, tie
from curator.match.ranking import probability
from curator.match.reading import read
from curator.match.retrieval import Entry
from curator.match.shard import Shard, Weighed, shard_of, weighed
from curator.match.subject import Subject
from curator.match.weights import NEIGHBOURS, SHIPPED, START, Weights
from curator.models import CandidateKind

SHARD = 25_000
"""Claims a shard."""
Progress = Callable[[str, int, int | None], None]
Numbers = NDArray[np.int64]
_KINDS: tuple[CandidateKind, CandidateKind] = ("same", "contradicts")


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
    limit: int = LIMIT,
    weights: Weights = SHIPPED,
    shard: int = SHARD,
    progress: Progress | None = None,
    folder: Path | None = None,
) -> Iterator[Proposal]:
    """The candidates among `claims` subjects in the order in which they were added, the best first.

    `folder`: where shards are written; workers have to see it. Default: a temporary folder.
    """
    with bulk_run(
        subjects,
        claims,
        executor=executor,
        limit=limit,
        weights=weights,
        shard=shard,
        progress=progress,
        folder=folder,
    ) as run:
        yield from run.proposals()


@contextmanager
def bulk_run(
    subjects: Iterable[Subject],
    claims: int,
    *,
    executor: Executor | None = None,
    limit: int = LIMIT,
    weights: Weights = SHIPPED,
    shard: int = SHARD,
    progress: Progress | None = None,
    folder: Path | None = None,
) -> Iterator[BulkRun]:
    """A finished run, from which proposals and the index for later arrivals can be taken."""
    with tempfile.TemporaryDirectory(dir=folder, prefix="curator-match-") as spill:
        run = BulkRun(Path(spill), executor, weights, progress or (lambda *_: None))
        run.read(subjects, claims, shard)
        run.number()
        run.keep(run.compare(run.retrieve()), limit)
        yield run


class BulkRun:
    """One run: its steps in order, each a round of tasks."""

    def __init__(self, folder: Path, executor: Executor | None, weights: Weights, progress: Progress) -> None:
        self.folder, self.executor, self.weights, self.progress = folder, executor, weights, progress
        self.ids: list[str] = []
        self.starts: list[int] = []
        self.counts: Counter[str] = Counter()
        self.counted = 0
        self.vocabularies: list[list[str]] = []
        self.kept: _Compared

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

    def retrieve(self) -> Iterator[tuple[Numbers, Numbers]]:
        """For each shard the pairs that its claims bring, by number: the later and the earlier claim."""
        tasks = ((_retrieve, self.folder, number) for number in range(len(self.starts)))
        yield from self._all("finding pairs", tasks, len(self.starts))

    def compare(self, brought: Iterable[tuple[Numbers, Numbers]]) -> _Compared:
        """Every pair that was brought, compared once."""
        total = len(self.ids)
        codes = [np.unique(later * total + earlier) for later, earlier in brought]
        every = np.concatenate(codes) if codes else np.zeros(0, dtype=np.int64)
        later, earlier = every // max(1, total), every % max(1, total)
        starts = np.array(self.starts, dtype=np.int64)
        homes = [np.searchsorted(starts, side, "right") - 1 for side in (later, earlier)]
        blocks = homes[0] * len(starts) + homes[1]
        order = np.argsort(blocks, kind="stable")
        groups = [g for g in np.split(order, np.flatnonzero(np.diff(blocks[order])) + 1) if len(g)]
        tasks = (
            (_compare, self.folder, n, *(int(h[g[0]]) for h in homes), later[g], earlier[g], self.weights)
            for n, g in enumerate(groups)
        )
        parts = list(self._all("comparing pairs", tasks, len(groups)))
        if not parts:
            nothing = np.zeros(0)
            return _Compared(every, every, nothing, nothing, every, every)
        kept = [g[part[0]] for g, part in zip(groups, parts, strict=True)]
        return _Compared(
            later[np.concatenate(kept)],
            earlier[np.concatenate(kept)],
            np.concatenate([part[1] for part in parts]),
            np.concatenate([part[2] for part in parts]),
            np.concatenate([np.full(len(k), n) for n, k in enumerate(kept)]),
            np.concatenate([np.arange(len(k)) for k in kept]),
        )

    def keep(self, compared: _Compared, limit: int) -> None:
        """Of what was compared keep the best of each claim."""
        self.kept = kept_of_each(compared, limit)

    def ties(self) -> Iterator[tuple[int, int, int]]:
        """The ties of the kept pairs: both numbers and the steps."""
        kept = self.kept
        for later, earlier, odds in zip(
            kept.later.tolist(), kept.earlier.tolist(), kept.same.tolist(), strict=True
        ):
            if steps := tie(odds):
                yield later, earlier, steps

    def entries(self) -> Iterator[Entry]:
        """Under what each claim is found by later ones, in order."""
        for number in range(len(self.starts)):
            yield from _weighed(self.folder, number).entries(np.load(self.folder / "counts.npy"))

    def proposals(self) -> Iterator[Proposal]:
        """The kept pairs with the support of their common neighbours, the best first."""
        chosen = self.kept
        supports = supports_of(chosen, len(self.ids))
        lifts = [self.weights.of(kind).get(NEIGHBOURS, 0.0) for kind in _KINDS]
        kinds = chosen.kinds
        odds = np.where(kinds, chosen.contradicts + lifts[1] * supports, chosen.same + lifts[0] * supports)
        features = _Features(self.folder)
        place = np.empty(len(self.ids), dtype=np.int64)
        place[np.argsort(np.array(self.ids), kind="stable")] = np.arange(len(self.ids))
        ends = place[chosen.later], place[chosen.earlier]
        order = np.lexsort((np.maximum(*ends), np.minimum(*ends), -odds))
        columns = (chosen.later, chosen.earlier, kinds, odds, supports, chosen.part, chosen.row)
        # In pieces as plain lists: single numbers out of arrays cost ten times as much.
        for k in range(0, len(order), 50_000):
            piece = order[k : k + 50_000]
            rows = zip(*(column[piece].tolist() for column in columns), strict=True)
            for later, earlier, kind, value, support, part, row in rows:
                found = features.of(part, row)
                if support:
                    found[NEIGHBOURS] = support
                one, other = self.ids[later], self.ids[earlier]
                left, right = (one, other) if one < other else (other, one)
                yield Proposal(left, right, _KINDS[kind], round(probability(value), 4), found)

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

    later: Numbers
    earlier: Numbers
    same: NDArray[np.float64]
    contradicts: NDArray[np.float64]
    part: Numbers
    row: Numbers
    """Where the pair's features lie: the file and the row in it."""

    @property
    def kinds(self) -> Numbers:
        """The number of the kind that each pair is proposed as, as `arriving.kept`."""
        return (self.same + HEADSTART < self.contradicts).astype(np.int64)

    def only(self, which: Numbers) -> _Compared:
        """Some of the pairs."""
        return _Compared(
            self.later[which],
            self.earlier[which],
            self.same[which],
            self.contradicts[which],
            self.part[which],
            self.row[which],
        )


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


def kept_of_each(compared: _Compared, limit: int) -> _Compared:
    """Of the pairs that each claim brings the `limit` best of each kind, as `arriving.best`."""
    kinds = compared.kinds
    odds = np.where(kinds, compared.contradicts, compared.same)
    likely = np.flatnonzero(odds >= np.where(kinds, LEAST_CONTRADICTS, LEAST_SAME))
    group = compared.later[likely] * 2 + kinds[likely]
    order = np.lexsort((compared.earlier[likely], -odds[likely], group))
    group = group[order]
    first = np.flatnonzero(np.diff(group, prepend=-1))
    place = np.arange(len(group)) - np.repeat(first, np.diff(np.append(first, len(group))))
    return compared.only(likely[order][place < limit])


def supports_of(kept: _Compared, claims: int) -> NDArray[np.float64]:
    """The support of common neighbours for every kept pair, as `arriving.supported`."""
    from scipy.sparse import csr_matrix

    steps = np.array([tie(odds) for odds in kept.same.tolist()], dtype=np.int64)
    tied = np.flatnonzero(steps)
    ends = kept.later[tied], kept.earlier[tied]
    ties = csr_matrix(
        (np.tile(steps[tied], 2), (np.concatenate(ends), np.concatenate(ends[::-1]))), shape=(claims, claims)
    )
    result = np.zeros(len(kept.later))
    for k in range(0, len(result), 100_000):
        piece = slice(k, k + 100_000)
        result[piece] = _supports(ties[kept.later[piece]].minimum(ties[kept.earlier[piece]]).tocsr())
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


def _retrieve(folder: Path, number: int) -> tuple[Numbers, Numbers]:
    """The pairs that the claims of one shard bring, looking through it and all shards before."""
    counts = np.load(folder / "counts.npy")
    lists = [Lists.none() for _ in SEARCHES]
    one = _weighed(folder, number)
    for other in (_weighed(folder, n) for n in range(number + 1)):
        lists = [
            known.joined(search(one, other, counts), limit)
            for known, (search, limit) in zip(lists, SEARCHES, strict=True)
        ]
    later = np.concatenate([found.rows for found in lists]) + one.shard.start
    return later, np.concatenate([found.others for found in lists])


def _compare(
    folder: Path, part: int, one: int, other: int, later: Numbers, earlier: Numbers, weights: Weights
) -> tuple[Numbers, NDArray[np.float64], NDArray[np.float64]]:
    """Compare pairs between two shards; gives which are worth keeping, and their odds."""
    a, b = _weighed(folder, other), _weighed(folder, one)
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
