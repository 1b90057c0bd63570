"""Common neighbours: two claims that are both like a third are likelier to be the same.

Works on scores alone; never reads a claim.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

STRONG = -3.4
"""Log-odds of `same`, before neighbours, from which a tie counts."""
WAITING = 1
"""The steps of a tie that does not count: it only tells that the pair may yet become worth proposing."""
_HEADSTART = -1.2
"""Added to the log-odds of a tie: before its neighbours are counted, a pair looks less likely than it is."""
NEAREST = 3
"""How many common neighbours are averaged."""
STEPS = 1_000_000
"""Ties are counted in whole steps of probability, which add up to the same in any order."""


def tie(odds: float) -> int:
    """The tie of two claims whose log-odds of being the same are `odds`, in steps."""
    return round(STEPS / (1.0 + math.exp(-odds - _HEADSTART))) if odds >= STRONG else WAITING


def support(left: Mapping[int, int], right: Mapping[int, int], *, until: int | None = None) -> float:
    """How much common neighbours speak for a pair, 0 to 1.

    `left`, `right`: the strong ties of each claim by number of the neighbour, in steps; `until`: only
    neighbours of lower numbers count.
    """
    common = left.keys() & right.keys()
    weaker = [min(left[c], right[c]) for c in common if until is None or c < until]
    strong = sorted([steps for steps in weaker if steps != WAITING], reverse=True)
    return support_of(sum(strong[:NEAREST]))


def support_of(steps: int) -> float:
    """Of the summed best weaker ties: their mean on a logarithmic scale, 0 for a thousandth, 1 for one."""
    return max(0.0, 1.0 + math.log10(steps / (NEAREST * STEPS)) / 3.0) if steps else 0.0
