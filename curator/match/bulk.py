"""The first run over a large pile, in blocks that any Executor can work on.

Gives to the last digit what `proposing` gives; how many workers there are changes nothing. A worker holds
one block at a time; what lies between the steps is written to a folder, so that a run that was broken off
goes on where it stopped. Never reads a database.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, wait
from contextlib import contextmanager
from dataclasses import fields
from functools import cached_property, partial
from itertools import islice
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.match.arriving import LIMIT
from curator.match.compared import Compared, EvidenceText, Supported, Ties, ties_of
from curator.match.frequencies import counted_claims
from curator.match.pile import Pile, Subjects, lay_out
from curator.match.proposed import KINDS, ByClaim, Proposal, scores_of
from curator.match.shares import legend
from curator.match.subject import Subject
from curator.match.tasks import STRONG_TIES, finished, match_block, read_shard, support_block
from curator.match.weights import SHIPPED, Weights
from curator.models import Claim
from curator.progress import ProgressCallback

SHARD = 8_000
"""Claims read together, at most."""
BLOCK = 8_192
"""Claims matched together, at most."""
_LEAST_TASKS = 24
"""Into about so many tasks a smaller pile is cut, so that all workers have something to do."""
_TIES = "ties"
"""Under which name all of them are laid down."""
_AHEAD = 8
"""Tasks that are with the workers at a time."""
_PATIENCE = 0.2
"""Seconds for which nobody is told anything while workers work."""


def told(subjects: Iterable[Subject], size: int) -> Iterator[Subjects]:
    """Subjects in parts, as a run wants to be told them."""
    source = iter(subjects)
    while part := list(islice(source, size)):
        # Plain tuples travel to a worker five times as fast as what they are made of.
        claims = [_PARTS_OF_CLAIM(subject.claim) for subject in part]
        yield partial(_subjects, claims, [_PARTS_OF_SUBJECT(subject) for subject in part])


_PARTS_OF_CLAIM = attrgetter(*(field.name for field in fields(Claim)))
_PARTS_OF_SUBJECT = attrgetter(*(field.name for field in fields(Subject) if field.name != "claim"))


def _subjects(claims: Sequence[tuple[Any, ...]], rest: Sequence[tuple[Any, ...]]) -> list[Subject]:
    return [Subject(Claim(*claim), *parts) for claim, parts in zip(claims, rest, strict=True)]


def part_size(claims: int) -> int:
    """How many claims are best read together in a pile of so many."""
    return max(250, min(SHARD, -(-claims // _LEAST_TASKS)))


def propose_bulk(
    subjects: Iterable[Subject],
    claims: int,
    *,
    executor: Executor | None = None,
    limit: int = LIMIT,
    weights: Weights = SHIPPED,
    shard: int | None = None,
    progress: ProgressCallback | None = None,
    folder: Path | None = None,
) -> Iterator[Proposal]:
    """The candidates among `claims` subjects in the order in which they were added, the best first.

    `folder`: where parts are written; workers have to see it. Default: a temporary folder.
    """
    size = shard or part_size(claims)
    with tempfile.TemporaryDirectory(dir=folder, prefix="curator-match-") as spill:
        run = BulkRun(Path(spill), claims, executor, weights=weights, limit=limit, block=shard)
        run.progress = progress or run.progress
        run.match(told(subjects, size), -(-claims // size))
        yield from run.proposals()


@contextmanager
def bulk_run(
    parts: Iterable[Subjects],
    claims: int,
    count: int,
    *,
    folder: Path,
    mark: str,
    executor: Executor | None = None,
    weights: Weights = SHIPPED,
    characters: dict[str, str] | None = None,
    progress: ProgressCallback | None = None,
) -> Iterator[BulkRun]:
    """A finished run over `claims` claims told in `count` parts, worked out in `folder`.

    When the block ends the folder is removed; when it raises, the folder stays, and the next run with the
    same `mark` goes on with what was finished.
    """
    marked = folder / "mark"
    if not marked.exists() or marked.read_text(encoding="utf-8") != mark:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        marked.write_text(mark, encoding="utf-8")
    run = BulkRun(folder, claims, executor, weights=weights, characters=characters)
    run.progress = progress or run.progress
    run.match(parts, count)
    yield run
    shutil.rmtree(folder, ignore_errors=True)


class BulkRun:
    """One run: its steps in order, each a round of tasks."""

    def __init__(
        self,
        folder: Path,
        claims: int,
        executor: Executor | None,
        *,
        weights: Weights = SHIPPED,
        limit: int = LIMIT,
        block: int | None = None,
        characters: dict[str, str] | None = None,
    ) -> None:
        self.folder, self.claims, self.executor = folder, claims, executor
        self.weights, self.limit = weights, limit
        self.legend = legend(characters)
        self.block = block or max(512, min(BLOCK, -(-claims // _LEAST_TASKS)))
        self.progress: ProgressCallback = lambda *_: None

    def match(self, parts: Iterable[Subjects], count: int) -> None:
        """Do all steps over claims told in `count` parts."""
        self.read(parts, count)
        blocks = [(low, min(low + self.block, self.claims)) for low in range(0, self.claims, self.block)]
        tasks: Iterable[tuple[Any, ...]]
        tasks = (
            (match_block, n, low, high, self.weights, self.limit) for n, (low, high) in enumerate(blocks)
        )
        sizes = [high - low for low, high in blocks]
        list(self._all("comparing claims", "match", tasks, sizes))
        self.tie(len(blocks))
        tasks = ((support_block, n, self.weights, self.legend) for n in range(len(blocks)))
        list(self._all("weighing neighbours of claims", "support", tasks, sizes))
        self.blocks = len(blocks)

    def read(self, parts: Iterable[Subjects], count: int) -> None:
        """Read all claims and lay them out as one pile."""
        tasks = ((read_shard, number, part) for number, part in enumerate(parts))
        size = -(-self.claims // max(1, count))
        # The parts are told as they are read: until then they are taken to be of one size.
        sizes = [size] * (count - 1) + [self.claims - size * (count - 1)] if count else []
        if sum(self._all("reading claims", "read", tasks, sizes)) != self.claims:
            raise ValueError(f"{self.claims} claims were announced, others were told")
        shards = [self.folder / f"shard-{n}.pickle" for n in range(count)]
        finished(self.folder, "laid-out", lay_out, shards, counted_claims(self.claims))

    def tie(self, blocks: int) -> None:
        """Tie all claims that were brought together, for the common neighbours."""
        ends: list[list[Any]] = [[], [], []]
        for number in range(blocks):
            kept = Compared.loaded(self.folder, number)
            steps = ties_of(kept.same)
            for column, values in zip(ends, (kept.later, kept.earlier, steps), strict=True):
                column.append(values)
        empty = np.zeros(0, dtype=np.int32)
        later, earlier, steps = (np.concatenate([empty, *column]) for column in ends)
        ties = Ties.of(later, earlier, steps, self.claims)
        ties.save(self.folder, _TIES)
        ties.strong().save(self.folder, STRONG_TIES)

    @cached_property
    def pile(self) -> Pile:
        """The claims that were read."""
        return Pile(self.folder)

    def readings(self) -> Iterator[str]:
        """What was read of each claim, as `compact.written`."""
        for number in range(len(self.pile.starts) - 1):
            yield from (self.folder / f"lines-{number}.txt").read_text(encoding="ascii").split("\n")

    def pairs(self) -> Supported:
        """The kept pairs, block after block."""
        return Supported.loaded(self.folder, self.blocks)

    def ties(self) -> Ties:
        """All ties, also those that only wait."""
        return Ties.loaded(self.folder, _TIES)

    def by_claim(self, claims: Sequence[int]) -> ByClaim:
        """The pairs by other numbers of their claims, given in the order of arrival."""
        given = np.array(claims, dtype=np.int64)
        by_number = np.argsort(given, kind="stable")
        place = np.empty(len(given), dtype=np.int32)
        place[by_number] = np.arange(len(given), dtype=np.int32)
        pairs = self.pairs()
        left, right = (place[side] for side in self._sides(pairs, self._by_id()))
        order = np.argsort(left.astype(np.int64) * len(given) + right)
        evidence = EvidenceText.loaded(self.folder, self.blocks)
        return ByClaim(given[by_number], left, right, pairs.kinds, scores_of(pairs.odds), evidence, order)

    @staticmethod
    def _sides(pairs: Supported, place: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The left claim of each pair, which comes first by its `place`, and the right one."""
        swapped = place[pairs.later] > place[pairs.earlier]
        return np.where(swapped, pairs.earlier, pairs.later), np.where(swapped, pairs.later, pairs.earlier)

    def _by_id(self) -> NDArray[np.int32]:
        """The place of each claim in the order of their ids, which says who is left and who right."""
        ids = self.pile.ids
        place = np.empty(len(ids), dtype=np.int32)
        place[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids), dtype=np.int32)
        return place

    def proposals(self) -> Iterator[Proposal]:
        """The kept pairs, the best first."""
        pairs, ids, place = self.pairs(), self.pile.ids, self._by_id()
        left, right = self._sides(pairs, place)
        scores, evidence = scores_of(pairs.odds), EvidenceText.loaded(self.folder, self.blocks)
        order = np.lexsort((place[right], place[left], -pairs.odds))
        # In pieces as plain lists: single numbers out of arrays cost ten times as much.
        for k in range(0, len(order), 50_000):
            piece = order[k : k + 50_000]
            columns = (column[piece].tolist() for column in (left, right, pairs.kinds, scores))
            for one, other, kind, score, words in zip(*columns, evidence.of(piece), strict=True):
                yield Proposal(ids[one], ids[other], KINDS[kind], score, words)

    def _all(
        self, doing: str, stage: str, tasks: Iterable[tuple[Any, ...]], sizes: Sequence[int]
    ) -> Iterator[Any]:
        """The results of tasks in their order; a few more tasks than workers are under way at a time.

        `sizes`: how many claims each task is done with, which is what is told of as progress.
        """
        done, total = 0, sum(sizes)
        self.progress(doing, done, total)
        named = ((f"{stage}-{n}", *task) for n, task in enumerate(tasks))
        if self.executor is None:
            for (name, function, *arguments), size in zip(named, sizes, strict=True):
                yield finished(self.folder, name, function, *arguments)
                done += size
                self.progress(doing, done, total)
            return
        waiting: list[Future[Any]] = []
        try:
            for size in sizes:
                for name, function, *arguments in islice(named, _AHEAD - len(waiting)):
                    waiting.append(self.executor.submit(finished, self.folder, name, function, *arguments))
                while not wait(waiting[:1], timeout=_PATIENCE).done:
                    self.progress(doing, done, total)  # which may stop the run
                yield waiting.pop(0).result()
                done += size
                self.progress(doing, done, total)
        finally:
            for future in waiting:
                future.cancel()
