"""The first run over a large pile, in shards that any Executor can work on.

Gives to the last digit what `proposing` gives; how many workers there are changes nothing. A worker holds
two shards at a time; what lies between the steps is written to a folder, not kept. Never reads a database.
"""

from __future__ import annotations

import pickle
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.match.arriving import LIMIT
from curator.match.compared import Compared, kept_of_each, supports_of
from curator.match.frequencies import Frequencies, counted_claims, weight_of
from curator.match.neighbours import tie
from curator.match.ranking import probability
from curator.match.retrieval import Entry
from curator.match.subject import Subject
from curator.match.tasks import Features, compare, read_shard, retrieve, weighed_shard
from curator.match.weights import NEIGHBOURS, SHIPPED, Weights
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
        self.kept: Compared

    def read(self, subjects: Iterable[Subject], claims: int, size: int) -> None:
        """Read all claims into shards and count their keys."""
        self.counted = counted_claims(claims)
        source = iter(subjects)
        chunks = iter(lambda: list(islice(source, size)), [])
        tasks = (
            (read_shard, self.folder, number, number * size, chunk, self.counted)
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
        tasks = ((retrieve, self.folder, number) for number in range(len(self.starts)))
        yield from self._all("finding pairs", tasks, len(self.starts))

    def compare(self, brought: Iterable[tuple[Numbers, Numbers]]) -> Compared:
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
            (compare, self.folder, n, *(int(h[g[0]]) for h in homes), later[g], earlier[g], self.weights)
            for n, g in enumerate(groups)
        )
        parts = list(self._all("comparing pairs", tasks, len(groups)))
        if not parts:
            nothing = np.zeros(0)
            return Compared(every, every, nothing, nothing, every, every)
        kept = [g[part[0]] for g, part in zip(groups, parts, strict=True)]
        return Compared(
            later[np.concatenate(kept)],
            earlier[np.concatenate(kept)],
            np.concatenate([part[1] for part in parts]),
            np.concatenate([part[2] for part in parts]),
            np.concatenate([np.full(len(k), n) for n, k in enumerate(kept)]),
            np.concatenate([np.arange(len(k)) for k in kept]),
        )

    def keep(self, compared: Compared, limit: int) -> None:
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
            yield from weighed_shard(self.folder, number).entries(np.load(self.folder / "counts.npy"))

    def proposals(self) -> Iterator[Proposal]:
        """The kept pairs with the support of their common neighbours, the best first."""
        chosen = self.kept
        supports = supports_of(chosen, len(self.ids))
        lifts = [self.weights.of(kind).get(NEIGHBOURS, 0.0) for kind in _KINDS]
        kinds = chosen.kinds
        odds = np.where(kinds, chosen.contradicts + lifts[1] * supports, chosen.same + lifts[0] * supports)
        features = Features(self.folder)
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
