"""The calendar behind words for times: months and weeks as ISO 8601, and which year a bare "May 4" is in.

Holds only arithmetic on dates and the reading of a sentence's direction; it finds no times in a text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from curator import months

MONTHS = {name[:3]: n for n, name in enumerate(months.MONTHS, 1)}
"""By their first three letters."""
WEEKDAYS = {name: n for n, name in enumerate("Mon Tue Wed Thu Fri Sat Sun".split())}

_WORDS = re.compile(r"[\w']+")
_FUTURE = frozenset(
    """will would shall 'll be due scheduled set plans plan planned planning expected upcoming ahead starting
    begins starts meet meets convenes may might could should going intends deadline""".split()
)
_UNCHANGEABLE = _FUTURE & {"will", "would", "shall", "'ll", "may", "might", "could", "should"}
_PAST = frozenset(
    """said says told was were had did has have been wrote held began took met made came went saw left fell
    died won lost led became gave got found broke fought sent struck shot hit spoke ran""".split()
)
_LATE = timedelta(days=2)
"""How far after its own date an article may speak of a day in the past tense: datelines and time zones."""
_UNDER_WAY = timedelta(days=30)
"""How long ago something may have begun that "will run from January 23"."""
_REACH = 14
"""Words looked at on either side for the verb that a time belongs to."""


def direction(text: str, start: int, end: int) -> str:
    """Where the sentence around `[start, end)` puts that time: "past", "future", or "" if it does not say."""
    left = re.split(r"[.!?;\n“”\"](?=\s|$)|\n", text[max(0, start - 110) : start])[-1]
    before = [word.lower() for word in _WORDS.findall(left)][-_REACH:]
    for index in range(len(before) - 1, -1, -1):
        word, earlier = before[index], before[max(0, index - 3) : index]
        if word in ("is", "are", "was", "were") and before[index + 1 : index + 2] == ["to"]:
            return "future"
        if word in _FUTURE:
            undone = word not in _UNCHANGEABLE and not {"was", "were", "had", "been"}.isdisjoint(earlier)
            return "past" if undone else "future"
        if "be" in earlier[-2:]:
            continue  # "will be further discussed": the participle says nothing, its auxiliary does
        if word in _PAST or _is_past(word, earlier[-1:]):
            return "past"
    right = re.split(r"[.!?;\n](?=\s|$)|\n", text[end : end + 80])[0]
    after = _WORDS.findall(right)[:_REACH]
    for word, following in zip(after, [*after[1:], ""], strict=False):
        if word in _FUTURE or (word in ("is", "are") and following == "to"):
            return "future"
        if word in _PAST or (word.endswith("ed") and len(word) > 4):
            return "past"
    return ""


def _is_past(word: str, before: list[str]) -> bool:
    """Whether a word on -ed tells of the past: not in "a designated day"."""
    return (
        word.endswith("ed") and len(word) > 4 and before not in (["a"], ["an"], ["the"], ["its"], ["their"])
    )


def year_of(month: int, day: int | None, published: date, towards: str) -> int:
    """The year of a month (and day) named without one: the nearest, or the nearest in that direction."""
    near = [date(published.year + shift, month, min(day or 15, 28)) for shift in (-1, 0, 1)]
    if towards == "past":
        near = [there for there in near if there <= published + (_LATE if day else timedelta(days=15))]
    elif towards == "future":
        near = [there for there in near if there >= published - _UNDER_WAY]
    # news looks back more than ahead: half as far again into the past counts as near as the future
    return min(near, key=lambda there: max((published - there) * 2, (there - published) * 3)).year


def days(year: int, month: int, first: int, last: int = 0) -> str:
    """A day, or the days from `first` to `last` of a month; "" where there is no such day."""
    longest = monthrange(year, month)[1]
    if first > longest or last > longest or (last and last <= first):
        return ""
    begin = f"{year}-{month:02}-{first:02}"
    return f"{begin}/{year}-{month:02}-{last:02}" if last else begin


def month(year: int, number: int, part: str | None = None) -> str:
    """A month, or its first or second ten days or the rest of it ("early", "mid", "late")."""
    if not part:
        return f"{year}-{number:02}"
    bounds = {"early": (1, 10), "mid": (11, 20), "late": (21, monthrange(year, number)[1])}
    return days(year, number, *bounds[_third(part)])


def year(number: int, part: str | None = None) -> str:
    """A year, or four months of it ("early", "mid", "late")."""
    if not part:
        return f"{number}"
    first = {"early": 1, "mid": 5, "late": 9}[_third(part)]
    return f"{number}-{first:02}/{number}-{first + 3:02}"


def _third(part: str) -> str:
    part = part.lower()
    if "beginning" in part or "start" in part:
        return "early"
    if "middle" in part:
        return "mid"
    return "late" if "end" in part else part


def near_unit(unit: str, relation: str, part: str | None, published: date | None) -> str:
    """ "last month", "earlier this year", "the coming week" as ISO 8601; "" where there is no date."""
    if published is None:
        return ""
    if relation == "past":
        return window(1, unit, published, ahead=False) if unit != "weekend" else shifted(-1, unit, published)
    steps = {"this": 0, "next": 1, "coming": 1}.get(relation, -1)
    whole = shifted(steps, unit, published)
    if part and part.lower() in ("earlier", "later") and steps == 0:
        first, last = _ends(whole, unit, published)
        return f"{first}/{published}" if part.lower() == "earlier" else f"{published}/{last}"
    part = {"earlier": "early", "later": "late"}.get((part or "").lower(), part)
    if unit == "year":
        return year(int(whole), part)
    return month(int(whole[:4]), int(whole[5:7]), part) if unit == "month" else whole


def shifted(steps: int, unit: str, published: date) -> str:
    """The day, week, weekend, month, year or decade that lies `steps` of them from `published`."""
    if unit == "day":
        return (published + timedelta(days=steps)).isoformat()
    if unit in ("week", "weekend"):
        iso_year, week, _ = (published + timedelta(weeks=steps)).isocalendar()
        if unit == "week":
            return f"{iso_year}-W{week:02}"
        saturday = date.fromisocalendar(iso_year, week, 6)
        return f"{saturday}/{saturday + timedelta(days=1)}"
    if unit == "month":
        years, index = divmod(published.year * 12 + published.month - 1 + steps, 12)
        return f"{years}-{index + 1:02}"
    if unit == "year":
        return f"{published.year + steps}"
    first = published.year // 10 * 10 + 10 * steps
    return f"{first}/{first + 9}"


def _ends(iso: str, unit: str, published: date) -> tuple[date, date]:
    if unit == "week":
        monday = published - timedelta(days=published.weekday())
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return published.replace(day=1), published.replace(day=monthrange(published.year, published.month)[1])
    if unit == "year":
        return date(published.year, 1, 1), date(published.year, 12, 31)
    first, _, last = iso.partition("/")
    return (date(int(first[:4]), 1, 1), date(int(last[:4]), 12, 31))


def ago(amount: int, unit: str, published: date) -> str:
    """ "two weeks ago": the unit that far back; "" where that is before the calendar begins."""
    return _or_nothing(-amount, unit, published)


def window(amount: int, unit: str, published: date, *, ahead: bool) -> str:
    """ "the past six months", "the next two weeks": the stretch between then and the day of publication."""
    fine = "day" if unit in ("day", "week") else unit
    amount = amount * 7 if unit == "week" else amount
    if fine == "decade":
        fine, amount = "year", amount * 10
    there = _or_nothing(amount if ahead else -amount, fine, published)
    here = shifted(0, fine, published)
    if not there:
        return ""
    return f"{here}/{there}" if ahead else f"{there}/{here}"


def _or_nothing(steps: int, unit: str, published: date) -> str:
    try:
        result = shifted(steps, unit, published)
    except (ValueError, OverflowError):
        return ""
    return result if re.match(r"[12]\d{3}", result) else ""
