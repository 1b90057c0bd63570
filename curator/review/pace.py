"""How fast a reviewer decides and what that leaves: pauses do not count, and too little is no estimate."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_LONGEST_GAP_MS = 5 * 60_000
"""A longer gap between two decisions was a pause."""
_FEWEST = 5


def minutes_left(pending: int, moments_ms: Sequence[int]) -> float | None:
    """Minutes for `pending` claims at the pace of these decisions (any order); None where unknown."""
    gap = _usual_gap_ms(moments_ms)
    return None if gap is None else pending * gap / 60_000


def per_minute(moments_ms: Sequence[int]) -> float | None:
    """How many decisions a minute these moments (any order) come to; None where it is unknown."""
    gap = _usual_gap_ms(moments_ms)
    return None if gap is None else 60_000 / max(1.0, gap)


def _usual_gap_ms(moments_ms: Sequence[int]) -> float | None:
    moments = sorted(moments_ms)
    gaps = [b - a for a, b in pairwise(moments) if b - a <= _LONGEST_GAP_MS]
    return sum(gaps) / len(gaps) if len(gaps) >= _FEWEST else None
