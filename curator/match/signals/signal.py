"""What a signal is: a few numbers about a pair of claims, and the words for them.

Holds no weights: what a feature is worth is in `match.weights`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from curator.match.frequencies import Frequencies
from curator.match.reading import Reading

if TYPE_CHECKING:
    from curator.match.columns import Column, PairColumns


IN_COMMON = "something in common"
"""0 to 1, rising fast: whether two claims are about one matter at all; how they stand to it counts so far."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims under comparison, with what several signals need of both."""

    left: Reading
    right: Reading
    frequencies: Frequencies
    found: dict[str, float] = field(default_factory=dict, compare=False)
    """What the signals before have found, by feature; filled by `ranking.features`."""

    @property
    def in_common(self) -> float:
        """What `topic` found of `IN_COMMON`."""
        return self.found.get(IN_COMMON, 0.0)

    @property
    def same_article(self) -> bool:
        return self.left.article_id == self.right.article_id


class Signal(Protocol):
    """One way to look at a pair."""

    @property
    def name(self) -> str:
        """Shown as `Evidence.signal`."""

    @property
    def features(self) -> tuple[str, ...]:
        """Names of the values, in words; the weights are kept under these."""

    def values(self, pair: Pair) -> tuple[float, ...]:
        """One number for each feature, 0 where silent; the order of the two claims does not matter."""

    def columns(self, pairs: PairColumns) -> tuple[Column, ...]:
        """The same values for many pairs, one column a feature."""

    def words(self, pair: Pair) -> str:
        """What a reviewer reads of it, "" where it is silent."""
