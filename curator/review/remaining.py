"""How many pairs of a kind are still undiscovered among the undecided candidates, with an interval.

Rests on the share of the queue that is drawn at random, and on nothing that a model believes. Says nothing
of pairs that were never proposed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_WILKS = 1.92
"""Half of the 95 % point of chi-squared with one degree of freedom."""


@dataclass(frozen=True, slots=True)
class Draw:
    """One pair that was shown because it was drawn at random."""

    pool: int
    """How many candidates were undecided when it was drawn."""
    hit: bool
    """Whether it turned out to be of the kind."""
    found_since: int
    """How many of the kind have been found after it, decided or inferred."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many are left, with a 95 % interval."""

    low: int
    likely: int
    high: int


def remaining(draws: Sequence[Draw], undecided: int) -> Estimate:
    """Maximum likelihood from random draws of a shrinking pool, with the likelihood-ratio interval of Wilks.

    With R left now, a draw from a pool of M hits with probability (R + 1 if it hit + what was found since) /
    M: one unknown. Wilks, S. S. (1938): The large-sample distribution of the likelihood ratio for testing
    composite hypotheses. Annals of Mathematical Statistics 9.
    """
    if undecided <= 0:
        return Estimate(0, 0, 0)
    if not draws:
        return Estimate(0, 0, undecided)
    best = _highest(draws, undecided)
    threshold = _likelihood(best, draws) - _WILKS
    return Estimate(
        _edge(0, best, threshold, draws),
        best,
        _edge(undecided, best, threshold, draws),
    )


def _likelihood(left: int, draws: Sequence[Draw]) -> float:
    total = 0.0
    for draw in draws:
        in_pool = left + draw.found_since + (1 if draw.hit else 0)
        chance = min(1.0 - 1e-9, max(1e-9, in_pool / max(1, draw.pool)))
        total += math.log(chance if draw.hit else 1.0 - chance)
    return total


def _highest(draws: Sequence[Draw], undecided: int) -> int:
    """The likeliest number left: the likelihood is concave in it, so thirds are enough."""
    low, high = 0, undecided
    while high - low > 2:
        third = (high - low) // 3
        if _likelihood(low + third, draws) < _likelihood(high - third, draws):
            low += third
        else:
            high -= third
    return max(range(low, high + 1), key=lambda left: _likelihood(left, draws))


def _edge(outside: int, inside: int, threshold: float, draws: Sequence[Draw]) -> int:
    """The number nearest to `outside` that is still as likely as `threshold`."""
    if _likelihood(outside, draws) >= threshold:
        return outside
    while abs(outside - inside) > 1:
        middle = (outside + inside) // 2
        if _likelihood(middle, draws) >= threshold:
            inside = middle
        else:
            outside = middle
    return inside
