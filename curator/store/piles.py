"""A whole large pile matched and stored: read once, worked out by `match.bulk`, written in a few large steps.

What is finished is kept in a folder beside the database until all is stored, so that a run that is broken
off goes on where it stopped. Never compares two claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from curator.match.weights import Weights
from curator.progress import ProgressCallback
from curator.store.database import Database
from curator.store.evidence import EvidenceCodes
from curator.store.many_candidates import ManyCandidates, Proposed
from curator.store.postings import KeyRow, MatchIndex
from curator.store.tellings import Tellings, subjects
from curator.store.workers import workers

if TYPE_CHECKING:
    from curator.match.bulk import BulkRun

_BATCH = 50_000
"""Candidates handed on together."""
_TIED = 20_000
"""Claims whose ties are read together."""
_READ_ANEW = 4
"""Raised when readings or features change so that an unfinished run must not go on with what it had."""


class WholePile:
    """One run over all claims of a database."""

    def __init__(
        self, database: Database, claim_nos: Sequence[int], weights: Weights, executor: Executor | None
    ) -> None:
        self._db, self._weights, self._executor = database, weights, executor
        self._claims = list(claim_nos)
        self._index = MatchIndex(database)
        self._candidates = ManyCandidates(database)

    def match(self, progress: ProgressCallback) -> Iterator[Proposed]:
        """The candidates in the order in which they are best stored; the index is written after the last."""
        from curator.match.bulk import bulk_run, part_size

        size = part_size(len(self._claims))
        tellings = Tellings(self._db)
        parts = (
            partial(subjects, tellings.rows(self._claims[k : k + size]))
            for k in range(0, len(self._claims), size)
        )
        with self._db.writing():
            characters = EvidenceCodes(self._db).legend()
        with ExitStack() as kept:
            # The workers end before anything is stored: what each holds of the pile would stay in memory.
            with workers(len(self._claims), self._executor) as executor:
                run = kept.enter_context(
                    bulk_run(
                        parts,
                        len(self._claims),
                        -(-len(self._claims) // size),
                        folder=self._folder(),
                        mark=self._mark(),
                        executor=executor,
                        weights=self._weights,
                        characters=characters,
                        progress=progress,
                    )
                )
            yield from self._store(run, progress)
            self._write_index(run, progress)

    def _folder(self) -> Path:
        return self._db.path.with_name(f".{self._db.path.name}-matching")

    def _mark(self) -> str:
        """What an unfinished run must agree in to be gone on with."""
        told = self._db.one(
            "SELECT count(*), sum(length(text) + length(details) + length(speaker)) FROM claim"
        )
        titles = self._db.one(
            "SELECT sum(length(title) + length(publisher) + length(published)) FROM article"
        )
        weights = self._weights
        tables = sorted(weights.same.items()), sorted(weights.contradicts.items())
        known = _READ_ANEW, self._claims, told, titles, weights.version, tables
        return sha256(repr(known).encode()).hexdigest()

    # -- storing ---------------------------------------------------------------------------------------

    def _store(self, run: BulkRun, progress: ProgressCallback) -> Iterator[Proposed]:
        stored = run.by_claim(self._claims)
        progress("storing candidates", 0, len(stored))
        self._candidates.drop_doubles()
        with self._candidates.filling(len(stored)) as first:
            for k in range(0, len(stored), _BATCH):
                yield Proposed(*stored.columns(k, k + _BATCH))
                progress("storing candidates", min(k + _BATCH, len(stored)), len(stored))
        if first:
            for best in stored.best_scores(_BATCH):
                with self._db.writing():
                    self._candidates.raise_scores(best)
        else:
            for done in self._candidates.score(self._claims):
                progress("ordering claims", done, len(self._claims))

    def _write_index(self, run: BulkRun, progress: ProgressCallback) -> None:
        pile = run.pile
        total = 2 * len(self._claims) + len(pile.vocabulary)
        filled = self._index.fill(
            self._tied(run),
            _keys(run),
            zip(self._claims, run.readings(), strict=True),
            counted=pile.counted,
            weights=self._weights.version,
        )
        for written in filled:
            progress("writing the index", written, total)

    def _tied(self, run: BulkRun) -> Iterator[tuple[int, int, bytes]]:
        """Each claim with its ties."""
        ties = run.ties()
        for low in range(0, len(self._claims), _TIED):
            some = self._claims[low : low + _TIED]
            packed = ties.interleaved(low, low + len(some))
            yield from zip(range(low, low + len(some)), some, packed, strict=True)


def _keys(run: BulkRun) -> Iterator[KeyRow]:
    """Each key with its count and its postings, in their order."""
    pile = run.pile
    said, said_begins = pile.entries("said", "keys")
    around, around_begins = pile.entries("around", "near")
    counts = pile.counts.tolist()
    for number in sorted(range(len(pile.vocabulary)), key=pile.vocabulary.__getitem__):
        a, b, c, d = chain(said_begins[number : number + 2], around_begins[number : number + 2])
        yield pile.vocabulary[number], counts[number], said[a:b], around[c:d]
