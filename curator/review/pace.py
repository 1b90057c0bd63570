"""How fast a reviewer decides and what that leaves: pauses do not count, and too little is no estimate."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_LONGEST_GAP_MS = 5 * 60_000
"""A longer gap between two decisions was a pause."""
_FEWEST = 5


def minutes_left(pending: int, moments_ms: Sequence[int]) -> float | None:
    """Minutes for `pending` claims at the pace of these decisions (any order); None where unknown."""
    moments = sorted(moments_ms)
    gaps = [b - a for a, b in pairwise(moments) if b - a <= _LONGEST_GAP_MS]
    if len(gaps) < _FEWEST:
        return None
    return pending * (sum(gaps) / len(gaps)) / 60_000
