"""How fast a reviewer decides and what that leaves: pauses do not count, and too little is no estimate.

Also whether decisions come faster than their words can be read. Never stops anybody.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_LONGEST_GAP_MS = 5 * 60_000
"""A longer gap between two decisions was a pause."""
_FEWEST = 5
READING_SPEED = 238
"""Words a minute at which adults read non-fiction silently, in English: Brysbaert, M. (2019), How many words
do we read per minute? A review and meta-analysis of reading rate, Journal of Memory and Language 109."""
SKIMMING = 3
"""How many times faster skimming may be: beyond about 700 words a minute people skip most of the words, and
know much less of what they saw (Rayner, K. et al. (2016), So Much to Read, So Little Time)."""
MEASURED = 10
"""Decisions over which haste is measured."""
_SILENT_MS = 5 * 60_000
"""After it was said, nothing is said for so long."""
_SHOWN_MS = 8_000
"""But for so long it is said with every verdict: one who is in haste would not see it otherwise."""


def minutes_left(pending: int, moments_ms: Sequence[int]) -> float | None:
    """Minutes for `pending` claims at the pace of these decisions (any order); None where unknown."""
    gap = _usual_gap_ms(moments_ms)
    return None if gap is None else pending * gap / 60_000


def per_minute(moments_ms: Sequence[int]) -> float | None:
    """How many decisions a minute these moments (any order) come to; None where it is unknown."""
    gap = _usual_gap_ms(moments_ms)
    return None if gap is None else 60_000 / max(1.0, gap)


class Given(NamedTuple):
    """One verdict that was given by itself."""

    event_id: str
    moment_ms: int
    """By the wall time of its event."""
    words: int
    """How many words the claim has."""


class Haste:
    """Notices when the last verdicts came faster than their claims can be skimmed, and says so at times."""

    def __init__(self) -> None:
        self._given: deque[Given] = deque(maxlen=MEASURED + 1)
        self._said_ms: int | None = None
        self._words = ""

    def add(self, given: Given) -> str:
        """Count one more verdict; what there is to say, "" for nothing."""
        self._given.append(given)
        since = None if self._said_ms is None else given.moment_ms - self._said_ms
        if since is not None and since < _SILENT_MS:
            return self._words if since < _SHOWN_MS else ""
        seconds = hurried(self._given)
        if seconds is None:
            return ""
        self._said_ms = given.moment_ms
        self._words = (
            f"{MEASURED} verdicts in {max(1, round(seconds))} s: faster than their words can be read, "
            "and no hurry"
        )
        return self._words

    def take_back(self, event_id: str) -> None:
        """Forget a verdict that was undone."""
        kept = [given for given in self._given if given.event_id != event_id]
        self._given = deque(kept, MEASURED + 1)


def hurried(given: Sequence[Given]) -> float | None:
    """Seconds that the last verdicts took where that is less than skimming their claims takes; None else.

    Of too few, or with a pause among them, nothing is said.
    """
    if len(given) <= MEASURED:
        return None
    last = list(given)[-MEASURED - 1 :]
    if any(after.moment_ms - before.moment_ms > _LONGEST_GAP_MS for before, after in pairwise(last)):
        return None
    seconds = (last[-1].moment_ms - last[0].moment_ms) / 1000
    needed = 60 * sum(one.words for one in last[1:]) / (READING_SPEED * SKIMMING)
    return seconds if seconds < needed else None


def _usual_gap_ms(moments_ms: Sequence[int]) -> float | None:
    moments = sorted(moments_ms)
    gaps = [b - a for a, b in pairwise(moments) if b - a <= _LONGEST_GAP_MS]
    return sum(gaps) / len(gaps) if len(gaps) >= _FEWEST else None
