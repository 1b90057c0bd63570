"""The only SQL: one review database, opened by `Store.open`, with everything in it behind a few classes.

What is decided goes through `Store.ledger`; everything else reads. Never knows of a stage but `review`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from curator.models import Candidate
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.installation import checked_name
from curator.store.log import Log
from curator.store.opening import Journal, opened
from curator.store.queue import Queue
from curator.store.related import Relations
from curator.store.state import ArticleSummary, State
from curator.store.troubles import DatabaseError, Gone, Locked, ReadOnly
from curator.store.views import Views

if TYPE_CHECKING:
    from curator.store.candidates import OpenCandidates
    from curator.store.ledger import Ledger
    from curator.store.many_candidates import ManyCandidates, Proposed

__all__ = [
    "ArticleSummary",
    "DatabaseError",
    "Gone",
    "Journal",
    "Locked",
    "ReadOnly",
    "Store",
]


class Store:
    """One database as one reviewer sees it."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self.database = database
        self.reviewer = reviewer
        self.corpus = Corpus(database)
        self.views = Views(database, reviewer)
        self.queue = Queue(database, self.views, reviewer)
        self.relations = Relations(database, self.views)
        self.state = State(database, reviewer)
        self.log = Log(database)

    @cached_property
    def chain(self) -> str:
        """The chain that this reviewer's decisions on this machine go to; only they need it."""
        from curator.store.installation import chain_of

        return chain_of(self.reviewer, self.database.identity())

    @cached_property
    def _open_candidates(self) -> OpenCandidates:
        from curator.store.candidates import OpenCandidates

        return OpenCandidates(self.database)

    @cached_property
    def _many_candidates(self) -> ManyCandidates:
        from curator.store.many_candidates import ManyCandidates

        return ManyCandidates(self.database)

    @cached_property
    def ledger(self) -> Ledger:
        """Where decisions go; loaded with the first of them, since the first screen needs none."""
        from curator.store.ledger import Ledger

        return Ledger(self.database, self.chain, self.reviewer)

    def fold_speakers(self) -> None:
        """Work out whose names those are that claims brought or took away, after many of them."""
        from curator.store.speakers import Speakers

        with self.database.writing():
            Speakers(self.database).settle()

    def put_candidates(
        self, candidates: Sequence[Candidate] | Proposed, numbers: Mapping[str, int] | None = None
    ) -> int:
        """Store proposals and close those that follow from decisions; gives how many are new.

        `numbers`: of all claims named, where the caller knows them; else they are looked up.
        """
        with self.database.writing():
            if not isinstance(candidates, Sequence):
                return self._many_candidates.put(candidates)
            return self._open_candidates.put(candidates, numbers)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        reviewer: str | None = None,
        create: bool = True,
        timeout: float = 5.0,
        journal: Journal = "delete",
    ) -> Store:
        """The database at `path` for `reviewer` (default: the login name)."""
        name = checked_name(reviewer)
        return cls(opened(path, create=create, timeout=timeout, journal=journal), name)
