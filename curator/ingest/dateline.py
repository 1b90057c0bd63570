"""Dates as news writes them, in ISO 8601: "Friday, 23 June 2017 06:13" is 2017-06-23T06:13.

Never guesses: a date that two countries read differently (03/04/2017), or without a year, is no date.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

from curator.months import MONTHS

_MONTH_NAMES = (
    " ".join(MONTHS).lower(),
    " ".join(month[:3] for month in MONTHS).lower(),
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "сiчня лютого березня квiтня травня червня липня серпня вересня жовтня листопада грудня",
)
_MONTHS = {name: number for row in _MONTH_NAMES for number, name in enumerate(row.split(), start=1)}
_MONTHS["sept"] = 9

_UNACCENTED = str.maketrans("éèûäáçãşığüöİ", "eeuaacasiguoi")
_MONTH = r"(?P<month>[^\W\d_]{3,10})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|er|º)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TIME = (
    r"(?:(?:\s*[,|@·•–-]\s*|\s+(?:at\s+|um\s+|à\s+)?|T)"
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*(?P<zone>Z\b|GMT\b|UTC\b|(?:GMT|UTC)?[+-]\d\d:?\d\d)?)?"
)
_WORDED = (
    rf"{_DAY}\s+(?:de\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}",
    rf"{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}",
    rf"{_DAY}-{_MONTH}-{_YEAR}",
)
_FIGURES = (
    r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)",
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d)",
    r"(?P<first>\d{1,2})/(?P<second_figure>\d{1,2})/(?P<year>(?:19|20)\d\d)",
)
_DATES = tuple(re.compile(pattern + _TIME, re.IGNORECASE) for pattern in (*_WORDED, *_FIGURES))

_WEEKDAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|mié|jeu|gio|jue|ven|vie|sam|sab|sáb|dim|dom|die|mit|don|fre"
    r"|son|seg|ter|qua|qui|sex|paz|pzt|sal|çar|per|cum|пон|вто|сре|чет|пят|суб|вос)[^\W\d_]*\.?,?\s*"
)
_LEAD_IN = re.compile(
    r"\W*(?:by\s+[^\d|]{3,60}[,|·•–-]\s*)?"
    r"(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|modified|created|issued|date"
    r"|publiée?|mis à jour|veröffentlicht|publicado|pubblicato|yayınlanma(?:\s+tarihi)?|güncelleme"
    r"|опубликовано)\s*)?(?:(?:on|at|le|am|el|il|em)\s+)?\W*"
    rf"(?:\d{{1,2}}[:.]\d\d\s*(?:[A-Z]{{2,5}})?,?\s*)?(?:{_WEEKDAY})?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"\s*(?:{_WEEKDAY}(?:\d{{1,2}}[:.]\d\d)?)?"
    r"(?:\(?(?:[A-Z]{2,5}|local time|Moscow time|h|Uhr|[ap]\.?m\.?)\)?)?\W*(?:\bupdated\b.*)?",
    re.IGNORECASE,
)
_HAS_FIGURE = re.compile(r"\d")
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")
_PLACE = re.compile(
    r"(?!(?:In|On|At|By|From|Since|Until|After|Before)\b)"
    r"[^\W\d_a-z][\w.'’-]*(?:[ /]+(?:(?:de|of|the|la|el|upon|on)\s+)?[^\W\d_a-z][\w.'’-]*){0,4}"
    r"(?:,\s*[^\W\d_a-z][\w.'’-]*(?:\s+[^\W\d_a-z][\w.'’-]*){0,2})?"
    rf"\s*(?:[,|·•–—-]\s*|\()(?i:{_WEEKDAY})?",
)
"""A town with its country, or a paper's name, up to its date: "Rotterdam, ", "ANKARA, Turkey - Fri, "."""
_MONTH_NAME = rf"(?:{'|'.join(name for month in MONTHS for name in (month, month[:3] + '[.]?'))}|sept[.]?)"
_DAY_NAME = (
    rf"(?:(?:(?<=^)|(?<=[,|•·—–(-] )|(?<=[,|(])){_WEEKDAY}|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)"
)
"""A weekday before a date; a short one behind a comma or bar only: "The Valen Sun 4 March" has none."""
_DATE_LEAD = re.compile(
    rf"(?:(?<=^)|(?<=\W))(?:(?:published|posted|updated|on|le|am|el|il)\W+)*{_DAY_NAME}?\W*$", re.IGNORECASE
)
_DAY_AT_END = re.compile(
    rf"[\s,|•·—–(-]+{_DAY_NAME}?"
    rf"(?:{_MONTH_NAME}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH_NAME}|{_MONTH_NAME}\s+(?:19|20)\d\d)\)?$",
    re.IGNORECASE,
)
"""A day without its year, or a month, behind something else."""
_AFTER_DATE = re.compile(r"\s*(?:$|\)|[.–—:|/-]\s|[.,]?\s*(?:\([^()]{2,30}\)|/[^/]{2,30}/)\s*[–—:-])")
_LONGEST = 120
"""Code points of a line that is a date and little else."""
_FARTHEST = 70
"""Code points of a line within which the date after its place begins."""


def date_line(line: str) -> str:
    """The date that a line consists of ("Published: Fri, 23 June 2017 06:13 GMT"), "" when it is no such."""
    if len(line) > _LONGEST or not _HAS_YEAR.search(line):
        return ""
    for pattern in _DATES:
        found = pattern.search(line)
        if (
            found
            and _LEAD_IN.fullmatch(line, 0, found.start())
            and _TAIL.fullmatch(line, found.end())
            and (iso := _iso(found))
        ):
            return iso
    return ""


def opening_date(line: str) -> str:
    """The full date of a line that opens with a place or a paper and a date, else "".

    "Rotterdam, 21 November 2025 – The port …" is 2025-11-21: a dash, a full stop or the line's end has to
    follow, so that a sentence that only tells of a day ("Paris, 3 May 2011 was wet") is none.
    """
    if not _HAS_YEAR.search(line[: 2 * _FARTHEST]):
        return ""
    for pattern in _DATES:
        found = pattern.search(line, 0, 2 * _FARTHEST)
        if (
            found
            and found.start() <= _FARTHEST
            and _PLACE.fullmatch(line, 0, found.start())
            and _AFTER_DATE.match(line, _end_of_date(found))
            and (iso := _iso(found))
        ):
            return iso
    return ""


def _end_of_date(found: re.Match[str]) -> int:
    """Where a date ends: without the number after it that is no time of day ("2025 – 5 ships")."""
    parts = found.groupdict()
    if parts["minute"] or parts["half"]:
        return found.end()
    return max(found.end(name) for name in ("year", "day", "second_figure") if name in parts)


@lru_cache(maxsize=64)
def apart_from_date(line: str) -> tuple[str, str]:
    """A line without the date at either end of it ("Ana Öz | Friday, 23 June 2017"), and the date or "".

    A day without a year is taken off as well, but is no date.
    """
    if len(line) > _LONGEST or not _HAS_FIGURE.search(line):
        return line, ""
    for pattern in _DATES if _HAS_YEAR.search(line) else ():
        found = pattern.search(line)
        if found and (iso := _iso(found)):
            before = _DATE_LEAD.sub("", line[: found.start()])
            rest = line[_end_of_date(found) if not iso[10:] else found.end() :]
            if not before.strip(" |•·—–-,(") or _TAIL.fullmatch(rest.rstrip(" )")):
                return (before or rest).strip(" |•·—–-,("), iso
    return _DAY_AT_END.sub("", line), ""


def date_in(words: str) -> str:
    """The first date inside `words` as ISO 8601, "" when there is none that is certain."""
    found = sorted((m.start(), index, m) for index, p in enumerate(_DATES) if (m := p.search(words)))
    for _, _, match in found:
        if iso := _iso(match):
            return iso
    return ""


def iso_date(value: str) -> str:
    """A date field of a data file as ISO 8601: kept when it is, read as a date line when not, else ""."""
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return date_line(value)
    if re.match(r"\d{4}-\d\d-\d\d", value):
        return value.replace(" ", "T")
    return moment.date().isoformat() if len(value) <= 10 else moment.isoformat()


def _iso(found: re.Match[str]) -> str:
    parts = found.groupdict()
    try:
        day = date(int(parts["year"]), *_month_and_day(parts))
        moment = _moment(parts)
    except ValueError:
        return ""
    if moment is None:
        return day.isoformat()
    return f"{day.isoformat()}T{moment.isoformat('seconds' if moment.second else 'minutes')}"


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    if parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second_figure"] or 0)
        if first > 12:
            return second, first
        if second > 12 or first == second:
            return first, second
        raise ValueError("read as day/month by some and as month/day by others")
    month, day = parts["month"] or "", int(parts["day"] or 0)
    if month.isdigit():
        return int(month), day
    name = month.lower().replace("i̇", "i").translate(_UNACCENTED).replace("і", "i")
    if name not in _MONTHS:
        raise ValueError("no month")
    return _MONTHS[name], day


def _moment(parts: dict[str, str | None]) -> time | None:
    if not parts["hour"] or not (parts["minute"] or parts["half"]):
        return None
    hour, minute = int(parts["hour"]), int(parts["minute"] or 0)
    if half := (parts["half"] or "").lower():
        if not 1 <= hour <= 12:
            raise ValueError("no hour of a half day")
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute, int(parts["second"] or 0), tzinfo=_zone(parts["zone"] or ""))


def _zone(words: str) -> timezone | None:
    if not words:
        return None
    offset = re.search(r"([+-])(\d\d):?(\d\d)", words)
    if not offset:
        return timezone.utc  # noqa: UP017
    minutes = int(offset[2]) * 60 + int(offset[3])
    return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
