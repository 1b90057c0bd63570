"""Common neighbours: two claims that are both like a third are likelier to be the same.

Works on scores alone; never reads a claim.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

STRONG = -3.0
"""Log-odds of `same` from which a neighbour counts (a probability of a twentieth)."""
NEAREST = 5
"""How many common neighbours are averaged."""


def support(left: Mapping[int, float], right: Mapping[int, float]) -> float:
    """How much common neighbours speak for a pair, 0 to 1.

    It is the mean of the best of their weaker ties on a logarithmic scale: 0 for a thousandth, 1 for one.

    `left`, `right`: of each claim its strong neighbours with the probability of being the same.
    """
    if len(right) < len(left):
        left, right = right, left
    ties = sorted([min(tie, right[c]) for c, tie in left.items() if c in right], reverse=True)
    mean = sum(ties[:NEAREST]) / NEAREST
    return max(0.0, 1.0 + math.log10(mean) / 3.0) if mean > 0.0 else 0.0
