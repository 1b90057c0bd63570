"""The English names of the months, and a stored time in words, for every stage that reads or writes a date.

What a date means where is for the stage that reads it.
"""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
"""January first."""

ANY_YEAR = "XXXX"
"""Stands for the year in a date that an article gives none for."""
_DATE = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_CLOCK = re.compile(r"\bT(\d\d:\d\d)(Z?)")
_OPEN = ".."
"""Stands for the end of a stretch that has none: "2015/..", "../2024"."""


def spoken(time: str) -> str:
    """A time of a claim as people write it: "22 June 2017", "July", "from 2015 on"; what is no date stays."""
    begin, slash, end = time.partition("/")
    if slash and end == _OPEN:
        return f"from {_worded(begin)} on"
    if slash and begin == _OPEN:  # "by", "until" and "before" alike: what it was is not kept
        return f"up to {_worded(end)}"
    return f"{_worded(begin)} to {_worded(end)}" if slash else _worded(begin)


def _worded(time: str) -> str:
    """One end of a stretch, or a time that is none."""

    def date(match: re.Match[str]) -> str:
        year, month, day = match.groups()
        if not 1 <= int(month) <= 12:
            return match.group()
        parts = (day and str(int(day)), MONTHS[int(month) - 1], "" if year == ANY_YEAR else year)
        return " ".join(filter(None, parts))

    weeks = _WEEK.sub(lambda week: f"week {int(week[2])} of {week[1]}", time)
    return _CLOCK.sub(lambda clock: clock[1] + (" GMT" if clock[2] else ""), _DATE.sub(date, weeks))
