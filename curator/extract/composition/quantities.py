"""Quantities: the numbers of a claim with what they count and how exactly they are meant.

"more than 147,000 people" is 147000.0, "people", "more than". Dates, clock times, ordinals, scores and
identifiers ("F-16", "Resolution 2254") are no quantities. Never converts one unit into
another: a reader must find the article's own number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from curator.extract.composition.counted import counted
from curator.extract.composition.labels import is_label
from curator.extract.composition.numerals import FIGURES, SCALE, SPELLED, factor, number
from curator.models import Quantity, Span

Bound = Literal["exact", "about", "at least", "at most", "more than", "less than"]

_CURRENCIES = {
    "$": "dollar",
    "US$": "dollar",
    "A$": "dollar",
    "C$": "dollar",
    "€": "euro",
    "£": "pound",
    "¥": "yen",
    "₹": "rupee",
    "₺": "lira",
    "₽": "rouble",
    "₴": "hryvnia",
}
_VAGUE = (
    r"(?:tens|hundreds|thousands|millions|billions|dozens|scores(?=[ ]of))"
    r"(?:[ ]of[ ](?:thousands|millions|billions))?"
)
_SHARE = (
    r"(?:an?[ ](?:third|quarter|fifth|tenth)|"
    r"(?:one|two|three|four)[- ](?:thirds?|quarters?|fifths?|tenths?)|half)"
    r"(?=[ ](?:of|the|its|their|all)\b)"
)
_HALF = (
    r"half(?=[ ]an?[ ](?:percentage[ ]point|point|second|minute|hour|day|month|year|century|mile|kilomet|"
    r"tonn?e?|pound|percent))"
)
_NUMBER = re.compile(
    rf"""(?<![\w.,/:#$€£¥₹])(?<![^\d\s][-–])(?:
      (?P<currency>(?:US|[AC])?[$€£¥₹₺₽₴])\s?(?P<money>{FIGURES})(?:\s?(?P<money_scale>(?i:{SCALE})))?
    | (?P<figures>{FIGURES})(?![.,]?\d|[/:]\d|(?:st|nd|rd|th)\b)
        (?:(?P<percent>\s?%)|[\s-]?(?P<scale>(?i:{SCALE})))?(?P<plus>\+)?
    | (?P<half>(?i:{_HALF}))[ ]an?
    | (?P<share>(?i:{_SHARE}))
    | (?P<few>(?i:several|a[ ]few|a[ ]couple[ ]of))\s(?P<few_scale>hundred|thousand|million|billion|dozen)\b
    | (?P<couple>(?i:a[ ]couple[ ]of))(?=\s)
    | (?P<vague>(?i:{_VAGUE}))\b
    | (?P<words>(?i:{SPELLED}))
    )""",
    re.VERBOSE,
)
_BOUND_BEFORE = re.compile(
    r"\b(?:(?P<more>more than|greater than|in excess of|upwards? of|exceed(?:s|ed|ing)?|surpass(?:ed|ing)?|"
    r"(?:well |just )?(?:over|above))"
    r"|(?P<least>at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|as (?:few|little) as)"
    r"|(?P<most>at most|no more than|not more than|up to|as (?:many|much) as|a maximum of)"
    r"|(?P<less>less than|fewer than|(?:well |just )?(?:under|below))"
    r"|(?P<about>about|around|approximately|approx\.?|roughly|some|nearly|almost|close to|(?:an )?estimated|"
    r"circa|perhaps|an average of|more or less))"
    r"\s$|(?P<tilde>[~≈])\s?$",
    re.I,
)
_BOUND_AFTER = re.compile(
    r"\s(?:or\s(?:(?P<least>more|over|above)|(?P<most>less|fewer|under)|(?P<about>so))\b|"
    r"and\s(?P<upwards>over|above|up)(?=\s?(?:[.,;)]|$)))",
    re.I,
)
_VICTIMS = re.compile(
    r"\b(?:kill|injur|wound|displac|evacuat|hospitali[sz]|infect|"
    r"detain|arrest|maim|slaughter|dead|death toll)"
    r"(?:ed|e|ing|s|es|ling|led)?\s(?:(?:to|of|at|is|was|rose to|reached)\s)?$",
    re.I,
)
_AGE_BEFORE = re.compile(r"\b(?:aged|age|age of|turned|turns)\s$", re.I)
_NAME_BEFORE_AGE = re.compile(r"[A-Z][\w'’-]+,\s$")
_AFTER_AGE = re.compile(r",\s[a-z]|,?\sof\s|,$")
_RANGE = re.compile(r"\s?[-–—]\s?|\s(?:to|and|or)\s")
_HYPHEN_DIGIT, _DIGIT_HYPHEN = re.compile(r"[-–]\d"), re.compile(r"\d[-–]$")
_LARGEST = 1e15
"""What is larger is an identifier, and a float no longer holds it exactly."""
_PLACING = ("over", "above", "under", "below")
_FEW = 10
_DURATIONS = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade"))


def quantities(text: str, span: Span, times: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The quantities in `text[span.start:span.end]`, by place; what overlaps one of `times` is none.

    Each span reaches from the words of its bound to the end of what is counted ("at least 300,000 people").
    """
    taken = sorted((time.start, time.end) for time in times)
    found: list[Quantity] = []
    position = span.start
    while match := _NUMBER.search(text, position, span.end):
        position = match.end()
        while taken and taken[0][1] <= match.start():
            taken.pop(0)
        if taken and taken[0][0] < match.end():
            continue
        quantity = _quantity(text, match, span)
        if quantity is None:
            continue
        if found and (joined := _range(text, found[-1], quantity)):
            found[-1:] = joined
        else:
            found.append(quantity)
        position = max(position, quantity.span.end)
    return tuple(quantity for quantity in found if not _is_score(text, quantity))


def _is_score(text: str, quantity: Quantity) -> bool:
    """Whether a number is half of "2-1": what is joined so and is a range has got its bounds by now."""
    start, end = quantity.span.start, quantity.span.end
    joined = _HYPHEN_DIGIT.match(text, end) or _DIGIT_HYPHEN.search(text, max(0, start - 2), start)
    return quantity.bound == "exact" and bool(joined)


def _quantity(text: str, match: re.Match[str], span: Span) -> Quantity | None:
    value, bound = _value(match)
    if not 0 <= value <= _LARGEST:
        return None
    unit, end = _unit(text, match, span.end)
    if is_label(text, match, unit, span.start):
        return None
    start = match.start()
    before = _BOUND_BEFORE.search(text, max(span.start, start - 24), start)
    if before and not _misleads(before, unit):
        bound, start = _bound(before), before.start()
    if after := _BOUND_AFTER.match(text, end, span.end):
        bound, end = _bound(after), after.end()
        if not unit:
            unit, end = counted(text, end, span.end, 2.0)
    if not unit and value < _FEW and before and before[0].strip().lower() in _PLACING:
        return None  # "a use under 1", "over 9 to the left": a place, not an amount
    return Quantity(
        Span(start, end), value, unit or _unit_from_the_left(text, start, end, value, span), bound
    )


def _unit_from_the_left(text: str, start: int, end: int, value: float, span: Span) -> str:
    """What a number without a noun counts where the words before it show that: victims, or an age."""
    before = text[max(span.start, start - 24) : start]
    if _VICTIMS.search(before):
        return "people"
    if value >= 120:
        return ""
    named = _NAME_BEFORE_AGE.search(before) and _AFTER_AGE.match(text, end, span.end)
    return "year old" if named or _AGE_BEFORE.search(before) else ""


def _value(match: re.Match[str]) -> tuple[float, Bound]:
    """The number itself and the bound that its own words have; nan where it is none."""
    if match["vague"]:
        scales = {"tens": 10.0, "dozens": 12.0, "scores": 20.0}
        value = 1.0
        for word in match["vague"].lower().split(" of "):
            value *= scales.get(word) or factor(word.removesuffix("s"))
        return value, "at least"
    if match["few"]:
        return 2 * factor(match["few_scale"]), "at least"
    if match["couple"]:
        return 2.0, "about"
    if match["half"]:
        return 0.5, "exact"
    if match["share"]:
        return _share(match["share"].lower()), "exact"
    figures = match["money"] or match["figures"]
    try:
        value = number(figures or match["words"])
    except ValueError:
        return float("nan"), "exact"
    scale = match["money_scale"] or match["scale"]
    return value * (factor(scale) if scale else 1.0), "at least" if match["plus"] else "exact"


def _share(words: str) -> float:
    if words == "half":
        return 50.0
    count, part = re.split("[- ]", words)
    parts = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}[part.removesuffix("s")]
    return round(100 * number(count) / parts, 1)


def _unit(text: str, match: re.Match[str], end: int) -> tuple[str, int]:
    if match["currency"]:
        return _CURRENCIES[match["currency"]], match.end()
    if match["percent"] or match["share"]:
        return "%", match.end()
    value = 2.0 if match["vague"] or match["scale"] or match["few"] else 0.0
    if not value and match["words"]:
        value = 1.0 if match["words"].lower() == "one" else 2.0
    return counted(text, match.end(), end, value or (1.0 if match["figures"] == "1" else 2.0))


def _misleads(before: re.Match[str], unit: str) -> bool:
    """ "over six months" says how long, not how much more; "some" and "over" alone are no bounds of time."""
    return before[0].strip().lower() in _PLACING and unit in _DURATIONS


def _bound(match: re.Match[str]) -> Bound:
    names: dict[str, Bound] = {
        "more": "more than",
        "least": "at least",
        "most": "at most",
        "less": "less than",
        "about": "about",
        "tilde": "about",
        "upwards": "at least",
    }
    return next(bound for name, bound in names.items() if match.groupdict().get(name))


def _range(text: str, low: Quantity, high: Quantity) -> tuple[Quantity, Quantity] | None:
    """ "between 100 and 200 people" as at least 100 and at most 200 people; None where it is no range."""
    between = text[low.span.end : high.span.start]
    if not _RANGE.fullmatch(between) or (low.unit and low.unit != high.unit):
        return None
    joint = between.strip()
    said = text[max(0, low.span.start - 8) : low.span.start].lower()
    is_range = low.value < high.value and high.bound == "exact" and low.bound in ("exact", "about")
    if joint == "and":
        is_range = is_range and said.endswith("between ")
    elif joint == "to":  # "rose from 5 % to 10 %" are two numbers, not a range
        is_range = is_range and not (said.endswith("from ") and low.unit)
    elif joint == "or":
        is_range = is_range and not low.unit and not said.endswith("either ")
    if is_range:
        return replace(low, unit=high.unit, bound="at least"), replace(high, bound="at most")
    shared = joint.isalpha() and high.unit and not low.unit  # "between 10 and 20 tanks and 30 guns"
    return (replace(low, unit=high.unit), high) if shared else None
