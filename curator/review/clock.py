"""The hybrid logical clock (Kulkarni et al. 2014): times that sort causally across reviewers.

A reading is "MMMMMMMMMMMM-CCCC": milliseconds since 1970 and a counter, both hexadecimal, so that readings
sort as text. Never goes backwards, whatever the machine's clock does.
"""

from __future__ import annotations

_COUNTER_END = 0x10000


def next_reading(last: str, wall_ms: int) -> str:
    """The reading of an event that happens now and after everything up to `last` ("" at the start)."""
    if not last:
        return _reading(wall_ms, 0)
    ms, counter = parse(last)
    if wall_ms > ms:
        return _reading(wall_ms, 0)
    if counter + 1 < _COUNTER_END:
        return _reading(ms, counter + 1)
    return _reading(ms + 1, 0)


def parse(reading: str) -> tuple[int, int]:
    """(milliseconds, counter) of a reading; raises ValueError for anything else."""
    ms, _, counter = reading.partition("-")
    if len(ms) != 12 or len(counter) != 4:
        raise ValueError(f"not a clock reading: {reading!r}")
    return int(ms, 16), int(counter, 16)


def _reading(ms: int, counter: int) -> str:
    return f"{ms:012x}-{counter:04x}"
