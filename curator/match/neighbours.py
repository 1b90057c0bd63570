"""Common neighbours: two claims that are both like a third are likelier to be the same.

Works on scores alone; never reads a claim.
"""

from __future__ import annotations

from collections.abc import Mapping

STRONG = -2.2
"""Log-odds of `same` from which a neighbour counts (a probability of a tenth)."""
NEAREST = 5
"""How many common neighbours are averaged."""


def support(left: Mapping[int, float], right: Mapping[int, float]) -> float:
    """How much common neighbours speak for a pair, 0 to 1: the mean of the best of their weaker ties.

    `left`, `right`: of each claim its strong neighbours with the probability of being the same.
    """
    if len(right) < len(left):
        left, right = right, left
    ties = sorted([min(tie, right[c]) for c, tie in left.items() if c in right], reverse=True)
    return sum(ties[:NEAREST]) / NEAREST
