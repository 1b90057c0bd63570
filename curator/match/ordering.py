"""In which order undecided pairs are shown: mostly the likely, some uncertain, a few at random.

The likely ones bring results, the uncertain ones teach the weights, the random ones keep the estimate of
what is left honest. Never drops a pair: all are in the order, once.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Pair = TypeVar("Pair")
Reason = Literal["likely", "uncertain", "random"]

UNCERTAIN_EVERY = 12
"""One of so many shown pairs is the most uncertain one."""
RANDOM_EVERY = 25
"""One of so many is drawn at random from all that are undecided."""


@dataclass(frozen=True, slots=True)
class Choice(Generic[Pair]):
    """A pair to show, and why it comes now."""

    pair: Pair
    reason: Reason
    pool: int
    """How many pairs were undecided when it was chosen."""


def mixed(
    pairs: Sequence[tuple[float, Pair]],
    *,
    seed: int,
    shown: int = 0,
    uncertain_every: int = UNCERTAIN_EVERY,
    random_every: int = RANDOM_EVERY,
) -> Iterator[Choice[Pair]]:
    """All `pairs` with their probabilities, mixed; `shown`: how many this reviewer has seen before.

    The same seed and pairs give the same order. `uncertain_every`, `random_every`: 0 for none.
    """
    draw = random.Random(seed * 1_000_003 + shown)  # noqa: S311 - sampling, not secrets
    by_score = sorted(range(len(pairs)), key=lambda i: -pairs[i][0])
    by_doubt = sorted(range(len(pairs)), key=lambda i: abs(pairs[i][0] - 0.5))
    undecided = list(range(len(pairs)))
    place = list(range(len(pairs)))
    taken: set[int] = set()
    likely, doubtful = iter(by_score), iter(by_doubt)
    for turn in range(shown, shown + len(pairs)):
        reason: Reason = "likely"
        if random_every and turn % random_every == random_every - 1:
            reason, chosen = "random", undecided[draw.randrange(len(undecided))]
        elif uncertain_every and turn % uncertain_every == uncertain_every - 1:
            reason, chosen = "uncertain", next(i for i in doubtful if i not in taken)
        else:
            chosen = next(i for i in likely if i not in taken)
        taken.add(chosen)
        last = undecided.pop()
        if last != chosen:
            undecided[place[chosen]] = last
            place[last] = place[chosen]
        yield Choice(pairs[chosen][1], reason, len(undecided) + 1)


def worth(odds: float, left_cluster: int, right_cluster: int) -> float:
    """How early a pair of clusters deserves an answer: likely ones first, and of these the larger.

    A contradiction between clusters of three and four claims settles twelve pairs with one answer.
    """
    return odds + math.log(left_cluster * right_cluster)
