"""Dates as people read them: "22 June 2017". What is no date is handed back as it is, never guessed at."""

from __future__ import annotations

from datetime import UTC, datetime

from curator.months import MONTHS


def instant(iso: str) -> datetime | None:
    """The moment that an ISO 8601 text names, in UTC (where it names no zone, it is read as UTC)."""
    try:
        moment = datetime.fromisoformat(iso)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def day(iso: str) -> str:
    """ "22 June 2017", or "June 2017" or "2017" where that is all it says."""
    if len(iso) == 7 and iso[4] == "-" and iso.replace("-", "").isdecimal() and 1 <= int(iso[5:]) <= 12:
        return f"{MONTHS[int(iso[5:]) - 1]} {iso[:4]}"
    try:
        date = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def moment(iso: str) -> str:
    """ "22 June 2017, 14:32 UTC"; of a date alone the day."""
    at = instant(iso)
    if at is None or "T" not in iso.replace(" ", "T"):
        return day(iso)
    return f"{day(at.isoformat())}, {at:%H:%M} UTC"


def range_of(isos: list[str]) -> str:
    """ "22 June 2017", "22–27 June 2017" or "22 June – 3 July 2017": from the earliest to the latest."""
    readable = sorted(iso for iso in isos if instant(iso) is not None)
    if not readable:
        return ""
    first, last = day(readable[0]), day(readable[-1])
    if first == last:
        return first
    start, end = first.split(" "), last.split(" ")
    if start[1:] == end[1:]:
        return f"{start[0]}–{last}"
    if start[2] == end[2]:
        return f"{start[0]} {start[1]} – {last}"
    return f"{first} – {last}"
