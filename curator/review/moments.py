"""Moments as people type them, for looking back: "14:32", "yesterday 9:05", "2024-06-22", "2 h ago".

Knows no clock of its own and no time zone but the one of the machine.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from curator.models import CuratorError

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_AGO = re.compile(
    r"(\d+)\s*(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?|w|weeks?)\s*(?:ago)?", re.IGNORECASE
)
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_MILLISECOND = timedelta(milliseconds=1)


def parse(text: str, now: datetime) -> datetime:
    """The last millisecond that `text` means, before `now`'s end of it; raises CuratorError for no moment.

    A minute or a day is meant to its end, so that what happened in it is in. A time alone that is still to
    come today is yesterday's. Without a zone it is `now`'s.
    """
    words = text.strip().lower()
    try:
        return _parsed(words, now)
    except (ValueError, OverflowError):
        raise CuratorError(
            f"{text!r} is no moment; write 14:32, 2024-06-22 14:32, yesterday 9:05, 2024-06-22 or 20 min ago"
        ) from None


def _parsed(words: str, now: datetime) -> datetime:
    if words in ("now", ""):
        return now
    if ago := _AGO.fullmatch(words):
        return now - timedelta(**{_UNITS[ago[2][0]]: int(ago[1])})
    day, _, rest = words.partition(" ")
    if "t" in day and day[0].isdigit():
        day, _, rest = words.partition("t")
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if _CLOCK.fullmatch(words):
        moment = midnight + _time(words)
        return moment if moment - _step(words) < now else moment - timedelta(days=1)
    if day in ("today", "yesterday"):
        start = midnight - timedelta(days=day == "yesterday")
    else:
        start = datetime.fromisoformat(day).replace(tzinfo=now.tzinfo)
    if not rest:
        return start + timedelta(days=1) - _MILLISECOND
    return start + _time(rest)


def _time(words: str) -> timedelta:
    """The end of a minute or second of the day."""
    clock = _CLOCK.fullmatch(words.strip())
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59 or int(clock[3] or 0) > 59:
        raise ValueError(words)
    start = timedelta(hours=int(clock[1]), minutes=int(clock[2]), seconds=int(clock[3] or 0))
    return start + _step(words) - _MILLISECOND


def _step(words: str) -> timedelta:
    return timedelta(seconds=1) if words.count(":") == 2 else timedelta(minutes=1)
