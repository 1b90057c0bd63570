"""Common neighbours: two claims that are both like a third are likelier to be the same.

Works on scores alone; never reads a claim.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

STRONG = -4.3
"""Log-odds of `same`, before neighbours, from which a pair is a tie."""
_HEADSTART = -1.5
"""Added to the log-odds of a tie: before its neighbours are counted, a pair looks less likely than it is."""
NEAREST = 3
"""How many common neighbours are averaged."""
STEPS = 1_000_000
"""Ties are counted in whole steps of probability, which add up to the same in any order."""


def tie(odds: float) -> int:
    """The tie of two claims whose log-odds of being the same are `odds`, in steps; 0 if it is none."""
    return round(STEPS / (1.0 + math.exp(-odds - _HEADSTART))) if odds >= STRONG else 0


def support(left: Mapping[int, int], right: Mapping[int, int]) -> float:
    """How much common neighbours speak for a pair, 0 to 1.

    `left`, `right`: the strong ties of each claim by number of the neighbour, in steps.
    """
    if len(right) < len(left):
        left, right = right, left
    weaker = sorted([min(t, right[c]) for c, t in left.items() if c in right], reverse=True)
    return support_of(sum(weaker[:NEAREST]))


def support_of(steps: int) -> float:
    """Of the summed best weaker ties: their mean on a logarithmic scale, 0 for a thousandth, 1 for one."""
    return max(0.0, 1.0 + math.log10(steps / (NEAREST * STEPS)) / 3.0) if steps else 0.0
