"""Whether the two claims speak of the same time, and were published near each other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from curator.match.signals.signal import Pair
from curator.months import ANY_YEAR, spoken

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_APART = {0: "published on the same day", 1: "published a day apart"}


class Time:
    """Times as the extractor resolved them: "on Thursday" of two articles may be one day."""

    name = "time"
    features = ("same time", "other time", "published together")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left.times, pair.right.times
        same = other = 0.0
        if left and right:
            same = float(any(_meets(a, b) for a in left for b in right))
            other = 1.0 - same
        return same, other, _together(pair.left.published, pair.right.published)

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np

        (left, right), (left_day, right_day) = pairs.codes("times"), pairs.codes("day")
        same, other, _ = pairs.closely(self, left & right)
        apart = np.abs(left_day - right_day)
        together = np.where(apart <= 1, 1.0, np.where(apart <= 7, 0.5, 0.0))
        return same, other, np.where((left_day < 0) | (right_day < 0), 0.0, together)

    def words(self, pair: Pair) -> str:
        same, other, together = self.values(pair)
        if same:
            time = next(a for a in pair.left.times if any(_meets(a, b) for b in pair.right.times))
            return f"both speak of {'the time ' if '..' in time else ''}{spoken(time)}"
        if other:
            return f"{spoken(pair.left.times[0])} against {spoken(pair.right.times[0])}"
        if not together:
            return ""
        if pair.same_article:
            return "in one article"
        return _APART.get(_days_apart(pair.left.published, pair.right.published), "published within a week")


def _meets(left: str, right: str) -> bool:
    """Whether one ISO date is the other or holds it, as 2017-06 does 2017-06-22; "XXXX" is any year."""
    left, right = left[:10], right[:10]
    if left.startswith(ANY_YEAR) or right.startswith(ANY_YEAR):
        left, right = left[4:], right[4:]
    return left.startswith(right) or right.startswith(left)


def _days_apart(left: str, right: str) -> int:
    """Days between two dates, exactly, for words; -1 where one is none."""
    try:
        return abs((date.fromisoformat(left[:10]) - date.fromisoformat(right[:10])).days)
    except ValueError:
        return -1


def _together(left: str, right: str) -> float:
    left_day, right_day = day(left), day(right)
    if left_day is None or right_day is None:
        return 0.0
    apart = abs(left_day - right_day)
    return 1.0 if apart <= 1 else 0.5 if apart <= 7 else 0.0


def day(published: str) -> int | None:
    """Days since some day, good to a day or two; None where the date has no day."""
    parts = published[:10].split("-")
    if len(parts) != 3 or not all(p.isdigit() for p in parts) or not 1 <= int(parts[1]) <= 12:
        return None
    year, month, day_of_month = map(int, parts)
    return year * 365 + year // 4 + _DAYS[month - 1] + day_of_month
