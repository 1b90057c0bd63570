"""The wall clock as it is stored: ISO 8601 in UTC with milliseconds. Never local time."""

from __future__ import annotations

import time


def now() -> str:
    """This moment: "2024-06-22T10:00:00.123Z"."""
    return written(now_ms())


def now_ms() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def written(ms: int) -> str:
    """A moment in milliseconds since 1970, as stored."""
    seconds, rest = divmod(ms, 1000)
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{rest:03d}Z"
