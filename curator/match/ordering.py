"""In which order undecided pairs are shown: mostly the likely, some uncertain, a few at random.

The likely ones bring results, the uncertain ones teach the weights, the random ones keep the estimate of
what is left honest. Takes each order as it comes, a pair at a time, for there may be millions. Never drops a
pair: all are in the order, once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Pair = TypeVar("Pair")
Reason = Literal["likely", "uncertain", "random"]

UNCERTAIN_EVERY = 16
"""One of so many shown pairs is the most uncertain one."""
RANDOM_EVERY = 30
"""One of so many is drawn at random from all that are undecided."""


@dataclass(frozen=True, slots=True)
class Choice(Generic[Pair]):
    """A pair to show, and why it comes now."""

    pair: Pair
    reason: Reason = "likely"
    pool: int = 0
    """Of a pair drawn at random: how many were undecided when it was; else 0."""


def mixed(
    likely: Iterator[Pair],
    uncertain: Iterator[Pair],
    drawn: Callable[[], tuple[Pair, int] | None],
    *,
    key: Callable[[Pair], Hashable],
    shown: int = 0,
) -> Iterator[Choice[Pair]]:
    """All pairs of `likely`, those that `uncertain` begins with and those `drawn` earlier than by their turn.

    `drawn` gives a pair and how many it was drawn from, or None; `shown` is how many were shown before, so
    that one who comes back every day for a few pairs gets the same mixture.
    """
    taken: set[Hashable] = set()

    def first(pairs: Iterator[Pair]) -> Pair | None:
        return next((pair for pair in pairs if key(pair) not in taken), None)

    turn = shown
    while True:
        choice: Choice[Pair] | None = None
        if turn % RANDOM_EVERY == RANDOM_EVERY - 1:
            found = drawn()
            if found is not None and key(found[0]) not in taken:
                choice = Choice(found[0], "random", found[1])
        elif turn % UNCERTAIN_EVERY == UNCERTAIN_EVERY - 1:
            doubtful = first(uncertain)
            choice = None if doubtful is None else Choice(doubtful, "uncertain")
        if choice is None:
            best = first(likely)
            if best is None:
                return
            choice = Choice(best)
        turn += 1
        taken.add(key(choice.pair))
        yield choice
