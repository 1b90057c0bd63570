"""Times that an article speaks of, resolved to ISO 8601 against the day it was published.

A day is "2017-06-22", a week "2017-W24", a month "2017-06", a year "2015", a stretch "2017-07-01/2017-07-10",
an open one "2015/..". What the article's date does not settle keeps its known parts with X for the rest
(ISO 8601-2: "XXXX-05-04"), or its own words ("thursday"). Never guesses a year without a date to stand on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from curator.extract.composition import calendar_words as calendar
from curator.extract.composition.numerals import SPELLED, number
from curator.models import Span

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_PART = r"(?i:early|mid|late|the[ ](?:beginning|start|middle|end)[ ]of)"
_UNIT = r"(?:day|week|month|year|decade)"
_AMOUNT = rf"(?:\d{{1,3}}|(?i:{SPELLED}|an?))"

_TIME = re.compile(
    rf"""\b(?:
      (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])-(?:[12]\d|3[01]|0[1-9]))(?![\d-])
    | (?:{_WEEKDAY},?\s)?(?P<mdy>{_MONTH})\s(?P<mdy_day>{_DAY})(?:\s?[-–]\s?(?P<mdy_last>{_DAY}))?\b
        (?![,.]?\d)(?:,?\s(?P<mdy_year>{_YEAR})\b)?
    | (?:{_WEEKDAY},?\s)?(?:the\s)?(?P<dmy_day>{_DAY})(?:\s?[-–]\s?(?P<dmy_last>{_DAY}))?\s(?:of\s)?
        (?P<dmy>{_MONTH})\b(?:,?\s(?P<dmy_year>{_YEAR})\b)?
    | (?:(?P<my_part>{_PART})[ -])?(?P<my>{_MONTH})(?:,?\s|\sof\s)(?P<my_year>{_YEAR})\b
    | (?:(?P<m_part>{_PART})[ -])?(?:(?P<m_rel>(?i:last|this|next))\s)?(?P<m>{_MONTH})(?!\w)
    | (?:(?P<w_rel>(?i:last|this|next))\s)?(?P<w>(?<!\dth\s){_WEEKDAY})
        (?:\s(?:morning|afternoon|evening|night))?\b
    | (?P<rel>(?<!USA\s)(?i:today|tonight|yesterday|tomorrow))\b
    | (?P<this>(?i:this))\s(?:morning|afternoon|evening)\b
    | (?:(?P<u_part>(?i:early|later?|earlier|mid))[ -])?(?:the[ ])?
        (?P<u_rel>(?i:last|past|this|next|previous|coming))\s
        (?P<u>week|weekend|month|year|decade)\b
    | (?P<e_part>(?i:the[ ](?:beginning|start|middle|end)))[ ]of[ ](?:(?:the|this)[ ]|(?P<e_rel>last|next)[ ])
        (?P<e>month|year|decade)\b
    | (?P<ago>{_AMOUNT})\s(?P<ago_unit>{_UNIT})s?\sago\b
    | (?P<win_rel>(?i:(?<=the[ ])last|past|next|coming|within(?:\sthe\snext)?))\s
        (?P<win>{_AMOUNT})\s(?P<win_unit>{_UNIT})s\b
    | (?P<clock>(?:[01]?\d|2[0-3])(?::[0-5]\d|(?=\s?[ap]\.?m\b))(?:\s?(?P<noon>[ap]\.?m\b))?
        |(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:GMT|UTC|hours|hrs|local)\b|\s\((?:[01]\d|2[0-3])[0-5]\d[ ]GMT))
        (?:\s(?P<zone>GMT|UTC)\b)?
    | (?:(?P<y_part>{_PART})[ -])?(?P<y>{_YEAR})
        (?:[-–](?P<y_last>{_YEAR}|\d\d)|(?P<decade>s))?(?![\w%/]|[.,:]\d)
    )""",
    re.VERBOSE,
)

_ANCHOR = re.compile(
    r"\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|ago\b|[Tt]o(?:day|night|morrow)|[Yy]esterday|"
    r"(?:day|week|month|year|decade|morning|afternoon|evening)s?\b|weekend)|day\b"
)
"""One of these is in every time: most claims have none, and are done with at once."""
_BOUND = re.compile(r"\b(since|until|till|before|after|by|from|through|between|prior to)\s(?:the\s)?$", re.I)
_IN_NAMED_MONTH = re.compile(
    r"\b(?:in|since|until|during|early|mid|late|last|this|next|from|through|between)[ -]$", re.I
)
"""Stricter: May and March are verbs, and May, April and June are people."""
_NAMED_MONTHS = frozenset(("May", "March", "April", "June"))
_IN_TIME = re.compile(
    r"\b(?:in|since|until|till|by|from|of|on|during|before|after|to|between|and|through|every|each|around|"
    r"early|mid|late|a|an|the|for|last|this|next|their|its|his|her|our)[ -]$",
    re.I,
)
_AMOUNT_BEFORE = re.compile(
    r"(?:\b(?:than|least|most|some|about|around|over|nearly|almost|approximately|to|exactly|"
    r"[Ff]light|[Rr]esolution|[Rr]egulation|[Dd]irective|[Rr]oute|[Rr]oom|[Aa]rticle|[Dd]ecree|[Nn]umber)\s"
    r"|[$€£¥#.,/:-]|No\. )$",
    re.I,
)
_TIME_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|during|before|after|the|from|through|year|and|to)\s|[(–-])$", re.I
)
_COUNTED = re.compile(r"\s[a-z]+(?:s|people|men|women|children)\b(?<!ss)(?<!is)(?<!was)(?<!has)(?<!its)")
_OF_THE_END = re.compile(r"(?:the )?end of ")
_YEAR_SAID = re.compile(rf"{_YEAR}\b")
_BETWEEN = re.compile(r"\s(?:to|and|until|through)\s|\s?[-–]\s?")


@dataclass(frozen=True, slots=True)
class Time:
    """One time as the article has it and as a calendar has it."""

    span: Span
    iso: str


def times(text: str, span: Span, published: str = "") -> tuple[Time, ...]:
    """The times in `text[span.start:span.end]`, by place; `published` is the article's ISO 8601 date or "".

    Durations ("for six months") are no times: they are quantities.
    """
    if not _ANCHOR.search(text, span.start, span.end):
        return ()
    day = _published_day(published)
    found: list[Time] = []
    for match in _TIME.finditer(text, span.start, span.end):
        for time in _read(text, match, day):
            previous = found[-1] if found else None
            if previous and _BETWEEN.fullmatch(text[previous.span.end : match.start()]):
                joined = _joined(text, previous, time, _bound(text, previous.span.start, span.start))
                if joined:
                    found[-1] = joined
                    continue
            found.append(time)
    return tuple(_bounded(text, time, span.start) for time in found)


def _published_day(published: str) -> date | None:
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return day if 1500 <= day.year <= 2200 else None


def _read(text: str, match: re.Match[str], day: date | None) -> Iterator[Time]:
    iso = _iso(text, match, day)
    if iso:
        yield Time(Span(match.start(), match.end()), iso)


def _iso(text: str, match: re.Match[str], day: date | None) -> str:
    if match["iso"]:
        return match["iso"]
    if match["mdy"] or match["dmy"]:
        return _of_day(text, match, "mdy" if match["mdy"] else "dmy", day)
    if match["my"]:
        return calendar.month(int(match["my_year"]), calendar.MONTHS[match["my"][:3]], match["my_part"])
    if match["m"]:
        return _of_month(text, match, day)
    if match["w"]:
        return _of_weekday(text, match, day)
    if match["rel"] or match["this"]:
        word = (match["rel"] or "today").lower()
        shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        return (day + timedelta(days=shift)).isoformat() if day else match[0].lower()
    if match["u"] or match["e"]:
        return _of_near_unit(text, match, day)
    if match["ago"] or match["win"]:
        return _of_stretch(match, day)
    if match["y"]:
        return _of_year(text, match)
    return _of_clock(match)


def _of_day(text: str, match: re.Match[str], form: str, day: date | None) -> str:
    month = calendar.MONTHS[match[form][:3]]
    first, last = (int(re.sub(r"\D", "", match[f"{form}_{end}"] or "0")) for end in ("day", "last"))
    year = match[f"{form}_year"]
    if year:
        return calendar.days(int(year), month, first, last)
    if day is None:
        return f"XXXX-{month:02}-{first:02}"
    direction = calendar.direction(text, match.start(), match.end())
    return calendar.days(calendar.year_of(month, first, day, direction), month, first, last)


def _of_month(text: str, match: re.Match[str], day: date | None) -> str:
    name, part, near = match["m"], match["m_part"], match["m_rel"]
    before = text[max(0, match.start() - 12) : match.start()]
    named = name in _NAMED_MONTHS
    if not (part or near or (_IN_NAMED_MONTH if named else _IN_TIME).search(before)):
        return ""
    if named and text[match.end() : match.end() + 1] in ("'", "’"):
        return ""  # "in May’s cabinet"
    month = calendar.MONTHS[name[:3]]
    if day is None:
        return f"XXXX-{month:02}"
    direction = {"last": "past", "next": "future"}.get(
        (near or "").lower(), calendar.direction(text, match.start(), match.end())
    )
    return calendar.month(calendar.year_of(month, None, day, direction), month, part)


def _of_weekday(text: str, match: re.Match[str], day: date | None) -> str:
    if day is None:
        return match["w"].lower()
    wanted = calendar.WEEKDAYS[match["w"][:3]]
    near = (match["w_rel"] or "").lower()
    if near == "this":
        return (day + timedelta(days=wanted - day.weekday())).isoformat()
    back, ahead = (day.weekday() - wanted) % 7, (wanted - day.weekday()) % 7
    if near == "last":
        return (day - timedelta(days=back or 7)).isoformat()
    if near == "next":
        return (day + timedelta(days=ahead or 7)).isoformat()
    if calendar.direction(text, match.start(), match.end()) == "future":
        return (day + timedelta(days=ahead)).isoformat()
    return (day - timedelta(days=back)).isoformat()


def _of_near_unit(text: str, match: re.Match[str], day: date | None) -> str:
    form = "u" if match["u"] else "e"
    unit, relation = match[form], (match[f"{form}_rel"] or "this").lower()
    if unit == "weekend" and relation == "this" and day and day.weekday() < calendar.WEEKDAYS["Fri"]:
        gone = calendar.direction(text, match.start(), match.end()) == "past"
        relation = "last" if gone else "this"  # on a Monday "it rained this weekend"
    return calendar.near_unit(unit, relation, match[f"{form}_part"], day) or match[0].lower()


def _of_stretch(match: re.Match[str], day: date | None) -> str:
    form = "ago" if match["ago"] else "win"
    if day is None:
        return match[0].lower()
    try:
        amount = int(number(match[form]))
    except ValueError:
        return ""
    if form == "ago":
        return calendar.ago(amount, match["ago_unit"], day)
    ahead = not match["win_rel"].lower().startswith(("last", "past"))
    return calendar.window(amount, match["win_unit"], day, ahead=ahead)


def _of_year(text: str, match: re.Match[str]) -> str:
    before = text[max(0, match.start() - 14) : match.start()]
    year = int(match["y"])
    if match["decade"]:
        return f"{year}/{year + 9}" if year % 10 == 0 else ""
    if _AMOUNT_BEFORE.search(before) and not _TIME_BEFORE_YEAR.search(before):
        return ""
    if year < 1800 and not _TIME_BEFORE_YEAR.search(before):
        return ""
    if _COUNTED.match(text, match.end()) and not (match["y_part"] or _TIME_BEFORE_YEAR.search(before)):
        return ""  # "2000 people" is a number
    if match["y_last"]:
        last = int(match["y_last"]) if len(match["y_last"]) == 4 else year // 100 * 100 + int(match["y_last"])
        return f"{year}/{last}" if last > year else ""
    return calendar.year(year, match["y_part"])


def _of_clock(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match["clock"])
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    noon = match["noon"]
    if noon:
        if not 1 <= hours <= 12:
            return ""
        hours = hours % 12 + (12 if noon[0] == "p" else 0)
    return f"T{hours:02}:{minutes:02}" + ("Z" if match["zone"] else "")


def _bound(text: str, start: int, floor: int) -> re.Match[str] | None:
    return _BOUND.search(text, max(floor, start - 14), start)


def _joined(text: str, first: Time, second: Time, bound: re.Match[str] | None) -> Time | None:
    if not bound or bound[1].lower() not in ("from", "between", "since"):
        return None
    start, end = first.iso.partition("/")[0], second.iso.rpartition("/")[2]
    bare = not _YEAR_SAID.search(text, first.span.start, first.span.end)
    if bare and _YEAR_SAID.search(text, second.span.start, second.span.end) and start[4:5] == "-":
        year = int(end[:4])  # "from March to August 2011" names the year of both
        start = f"{year if start[4:] <= end[4:] else year - 1}{start[4:]}"
    if end < start and (start[:4] + end[:4]).isdigit():
        end = f"{int(start[:4]) + 1}{end[4:]}"  # "from December 20 to January 6" has two years in it
    return Time(Span(first.span.start, second.span.end), f"{start}/{end}")


def _bounded(text: str, time: Time, floor: int) -> Time:
    """`time` as an open stretch where a preposition makes it one: "since 2015" is "2015/.."."""
    bound = _bound(text, time.span.start, floor)
    if bound is None or time.iso[0] == "T" or not time.iso[-1:].isdigit():
        return time
    start, slash, end = time.iso.partition("/")
    end = end or start
    word = bound[1].lower()
    if word in ("from", "between"):  # "a photo from 2015" opens no stretch
        return Time(Span(bound.start(), time.span.end), time.iso) if slash else time
    iso = {
        "since": f"{start}/..",
        "after": f"{end}/..",
        "before": f"../{end if _OF_THE_END.match(text, time.span.start) else start}",
        "prior to": f"../{start}",
    }.get(word, f"../{end}")
    return Time(Span(bound.start(), time.span.end), iso)
