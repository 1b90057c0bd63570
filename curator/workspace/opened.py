"""An open review database and whose it is: what every other part of the workspace stands on.

Holds no SQL and no question about claims.
"""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Self

from curator.review.queue import Filter
from curator.store import Journal, Store
from curator.store.selection import select

if TYPE_CHECKING:
    from curator.store.selection import Selection


class Opened:
    """One database, one reviewer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(
        cls,
        path: str | PathLike[str],
        *,
        reviewer: str | None = None,
        create: bool = True,
        timeout: float = 5.0,
        journal: Journal = "delete",
    ) -> Self:
        """Open (or make) the database at `path` for `reviewer` (default: the login name).

        `timeout`: seconds to wait while another program writes. `journal="wal"` is for databases that many
        read while one writes; see the documentation for what it costs.
        """
        return cls(Store.open(Path(path), reviewer=reviewer, create=create, timeout=timeout, journal=journal))

    def spare(self) -> Self:
        """Keep little of the file in memory: for what is opened behind a screen that has it open too."""
        self._store.database.spare()
        return self

    def close(self) -> None:
        """Let go of the file; nothing is pending, every decision was on disk when it was acknowledged."""
        self._store.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def recover(self) -> str:
        """After the file was deleted or replaced: write back what was open, open the path anew, say so."""
        before = self._store.database
        lost, said = before.gone(), before.rescue()
        if lost:
            self._store = Store.open(self.path, reviewer=self.reviewer, timeout=before.patience / 1000)
            before.become(self._store.database)
        return said

    def gone(self) -> str:
        """That the file was deleted or replaced, in a line ("" when it is there); `recover` mends it."""
        return self._store.database.gone()

    def held(self, *, writing: bool = False) -> bool:
        """Whether another program keeps this one from reading, or `writing`, for longer than a moment."""
        return self._store.database.held(writing=writing)

    @property
    def path(self) -> Path:
        return self._store.database.path

    @property
    def reviewer(self) -> str:
        """The reviewer's name."""
        return self._store.reviewer

    @property
    def read_only(self) -> str:
        """Why nothing can be decided here, in one line; "" when it can."""
        return self._store.database.read_only

    def _selection(self, filter: str, order: str) -> Selection:
        return select(Filter.parse(filter), order, self._store.reviewer, self._other_names)

    def _other_names(self, words: str) -> tuple[str, ...] | None:
        from curator.store.speaker_list import SpeakerList

        return SpeakerList(self._store.database).others(words)
