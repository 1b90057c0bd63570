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


def spoken(time: str) -> str:
    """A time of a claim as people write it: "22 June 2017", "July"; what is no date stays as it is."""

    def worded(match: re.Match[str]) -> str:
        year, month, day = match.groups()
        if not 1 <= int(month) <= 12:
            return match.group()
        parts = (day and str(int(day)), MONTHS[int(month) - 1], "" if year == ANY_YEAR else year)
        return " ".join(filter(None, parts))

    return _DATE.sub(worded, time).replace("/", " to ")
