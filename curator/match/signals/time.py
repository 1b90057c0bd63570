"""Whether the two claims speak of the same time, and were published near each other."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from curator.match.signals.signal import Pair
from curator.months import ANY_YEAR, spoken

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DATE = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_APART = {0: "published on the same day", 1: "published a day apart"}


class Time:
    """Times as the extractor resolved them: "on Thursday" of two articles may be one day.

    They are other times only where what is known of all of them differs.
    """

    name = "time"
    features = ("same time", "other time", "published together")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left.times, pair.right.times
        same = other = 0.0
        if left and right:
            same = float(any(_meets(a, b) for a in left for b in right))
            other = float(not same and all(_differ(a, b) for a in left for b in right))
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


def _differ(left: str, right: str) -> bool:
    """Whether two times cannot be one: "tuesday" and a Friday's date cannot, "tuesday" and "2026-03" can."""
    weekdays = _weekday(left), _weekday(right)
    if left in _WEEKDAYS or right in _WEEKDAYS:
        return None not in weekdays and weekdays[0] != weekdays[1]
    if left[:1] == right[:1] == "T":
        return left.endswith("Z") == right.endswith("Z") and left[:6] != right[:6]
    if ANY_YEAR in left + right:
        known = bool(_DATE.fullmatch(left[:10]) and _DATE.fullmatch(right[:10]))
        return known and "/" not in left + right and not _meets(left, right)
    one, other = _extent(left), _extent(right)
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def _weekday(time: str) -> int | None:
    """Monday's is 0; None where a time does not tell."""
    if time in _WEEKDAYS:
        return _WEEKDAYS.index(time)
    try:
        return date.fromisoformat(time).weekday() if _DATE.fullmatch(time) else None
    except ValueError:
        return None


def _extent(time: str) -> tuple[str, str] | None:
    """The ends of a date, a week or a stretch, to be compared as words; None for other times."""
    start, slash, end = time.partition("/")
    first, last = _first_and_last(start), _first_and_last(end if slash else start)
    return (first[0], last[1]) if first and last else None


def _first_and_last(part: str) -> tuple[str, str] | None:
    """The same of one end of a stretch; "~" stands behind every figure."""
    if part == "..":
        return "", "~"
    if week := _WEEK.fullmatch(part):
        try:
            first, last = (date.fromisocalendar(int(week[1]), int(week[2]), day) for day in (1, 7))
        except ValueError:
            return None
        return first.isoformat(), last.isoformat() + "~"
    known = part[:10]
    return (known, known + "~") if _DATE.fullmatch(known) else None


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
