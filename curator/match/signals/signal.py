"""What a signal is: a few numbers about a pair of claims, and the words for them.

Holds no weights: what a feature is worth is in `match.weights`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from curator.match.frequencies import SCALE, Frequencies
from curator.match.reading import Reading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from curator.match.numbers import Number

    Column = NDArray[np.float64]


IN_COMMON = "something in common"
"""0 to 1, rising fast: whether two claims are about one matter at all; how they stand to it counts so far."""
NEARLY = "nearly word for word"
"""0 to 1: how far two claims are one sentence; what one says and the other takes back weighs more then."""


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


_UNTOLD = SCALE
"""Added to what is negated or denied: little is known of what hardly has words."""

_ENOUGH = 0.25
"""The share of it from which the negation or denial is of the other claim."""


def scope(shared: Any, opposed: Any, other: Any) -> Any:
    """0 to 1: how far what one claim negates or denies is what the other says, of one pair or many.

    `shared`: the mass of the keys of both; `opposed`, `other`: of each.
    """
    reach = shared / (_least(opposed, other) + _UNTOLD) / _ENOUGH
    return _least(reach, 1.0)


def _least(one: Any, other: Any) -> Any:
    return one * (one <= other) + other * (other < one)


class Pairs(Protocol):
    """Many pairs under comparison, in columns."""

    found: dict[str, Column]
    """What the signals before have found, by feature."""

    def __len__(self) -> int: ...

    def codes(self, name: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """One value of each side, as `shard` writes them."""

    def masses(self, name: str) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The mass of a key set of both sides."""

    def plain(self, where: NDArray[np.int64]) -> tuple[list[str], list[str]]:
        """The folded words of both sides of some pairs."""

    def numbers(self, where: NDArray[np.int64]) -> Iterator[tuple[tuple[Number, ...], tuple[Number, ...]]]:
        """The numbers that both sides of some pairs name."""

    def shared(self, of_left: str, of_right: str) -> NDArray[np.int64]:
        """The mass that a key set of the left shares with one of the right, pair by pair."""

    def closely(self, signal: Signal, where: NDArray[np.bool_]) -> tuple[Column, ...]:
        """The values of a signal asked pair by pair, 0 elsewhere."""

    @property
    def same_article(self) -> NDArray[np.bool_]:
        """Which pairs are within one article."""


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

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        """The same values for many pairs, one column a feature."""

    def words(self, pair: Pair) -> str:
        """What a reviewer reads of it, "" where it is silent."""
