"""In which claims a key stands: the index behind both retrievals, in memory or in a database.

Holds numbers of claims only, in the order in which they came. Never weighs and never ranks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol


class Postings(Protocol):
    """Claim numbers by key, ascending."""

    def add(self, claim: int, keys: Iterable[str]) -> None:
        """Enter claim number `claim`, greater than all before, under its keys."""

    def claims(self, key: str) -> Sequence[int]:
        """The claims that were entered under `key`."""


class MemoryPostings:
    """Postings in a dictionary."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[int]] = {}

    def add(self, claim: int, keys: Iterable[str]) -> None:
        for key in keys:
            self._by_key.setdefault(key, []).append(claim)

    def claims(self, key: str) -> Sequence[int]:
        return self._by_key.get(key, ())
