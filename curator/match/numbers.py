"""Numbers and dates of a text: their value or range, and what they count.

Reads folded text only (`words.plain`) and keeps no offsets. Never guesses a unit that the text does not
name, and takes no number that is part of a name ("covid-19") for a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from curator.match.lexicon import any_of, phrases, standing_for, word_set
from curator.match.words import NUMBER_WORDS, key

NumberKind = Literal[
    "count", "percent", "rating", "magnitude", "money", "span", "age", "date", "day", "clock", "rank"
]

_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALES |= {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_MONTHS = {name: int(number) for name, number in standing_for("months").items() if name.isalpha()}
_TELLING = 13
_COUNTED_NOUNS = word_set("counted")
_THE_REST = ("other ", "another ", "remaining ")
"""Before a number: it counts those that were not counted yet."""
_WHERE = frozenset({"in", "at", "on", "for", "from", "to", "with", "by", "near", "under", "across", "about"})
"""Words after which no more of what is counted follows."""
_CURRENCIES = word_set("currencies")
_SPANS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.5, "year": 365.25}
"""Days of what a stretch of time is told in."""
_OF_SPANS, _OF_AGES = frozenset({"#span"}), frozenset({"old", "year"})
_PER_CENT = ["per", "cent"]
_LANDS = frozenset(standing_for("lands"))
_YEAR_DAYS = 372.0
"""Days of a year of twelve months of 31: dates need an order here, not a calendar."""


_BOUNDS, _DATED = phrases("bounds"), phrases("dated")
_BOUND = re.compile(r"\b(" + any_of(_BOUNDS) + r")\s+(?:(?:the|a|its|their|an)\s+)?$")
_DATE_BOUND = re.compile(r"\b(" + any_of(_DATED) + r")[\s-]+(?:the\s+)?$")
_AFTERWARDS = {"or more": "at least", "or less": "at most", "or fewer": "at most", "or so": "about"}
_NUMBER_WORDS = frozenset(w for w in NUMBER_WORDS if w.isalpha() and w not in {"twice", "thrice", "dozen"})
_WORDED = any_of(_NUMBER_WORDS)
_DIGIT, _LETTERS = re.compile(r"\d"), re.compile(r"[^\W\d_]+")
_MONTH = any_of(_MONTHS)
_NUMBER = re.compile(
    r"(?<![\w.,/:])(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]m|gmt|o'clock)\b"
    r"|(?<![\w.,/:])(?P<hour2>[01]?\d|2[0-3]):(?P<minute2>[0-5]\d)\b(?![:.,]?\d)"
    rf"|\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})\b(?:\s*,?\s*(?P<y1>\d{{4}})\b)?"
    rf"|\b(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?%|[,.]\d)(?:\s*,?\s*(?P<y2>\d{{4}})\b)?"
    rf"|\b(?P<m3>{_MONTH})\s+(?:of\s+)?(?P<y3>\d{{4}})\b"
    r"|(?<![\w.,/])(?<!\w[-–])(?P<money>(?:us|a|c)?[$£€])?\s?(?P<digits>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<suffix>\s?%|(?:st|nd|rd|th)\b)?(?:\s?/\s?(?P<outof>\d+))?"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|mn|bn|m|k)\b)?"
    rf"|\b(?P<word>{_WORDED})(?:[- ](?P<wordscale>hundred|thousand|million|billion))?\b"
)
_AGED = re.compile(r"[\s-]years?[\s-]olds?\b")
_AGE_BEFORE = re.compile(r"\b(?:aged?|turned) (?:of )?$")
_APART = re.compile(r"[^\W\d_], $")
"""Before the age of "Vane, 31, leaves"."""
_OLDEST = 110
_SPAN = re.compile(r"[\s-](minute|hour|day|week|month|year)s?\b")
_MAGNITUDE = re.compile(r"\b(magnitude)\s(?:of\s)?$")
_QUAKE = re.compile(r"[\s-](?:magnitude|(?:earth)?quake|tremor)\b|(?: on| in)? the richter\b")
_OUT_OF = re.compile(r"\s?out of\s(?:a possible\s)?(\d+|five|ten)\b")
_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[.;:!?()\",]|\d")
_PLURAL = re.compile(r".*[^sui]s|.*(?:people|children|men|women)")
_UNIT_WORDS = 3
"""Words of what is counted that are shown, at most."""
_UNIT_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[.;:!?()\"]|,(?=\s)|\d")


@dataclass(frozen=True, slots=True)
class Number:
    """One number or date of a text."""

    kind: NumberKind
    value: float
    low: float
    """The least value that it leaves possible, as far as the text goes."""
    high: float
    """The greatest."""
    bound: str
    """A head of lists/bounds.txt, "" for an exact number."""
    unit: str
    """What is counted, folded: "zones", "de-escalation zones", of "10-year term" "-year"; "" if not told."""
    counted: frozenset[str]
    """Keys of the words around it that tell what is counted."""
    things: frozenset[str]
    """Those of the words that follow it."""
    shown: str
    """As a reviewer reads it: "more than 470,000"."""
    itself: str = ""
    """A key for a count so large that two claims have it for the same reason; else ""."""

    @property
    def whole(self) -> str:
        """As a reviewer reads it, with its unit: "more than three weeks"."""
        return (
            f"{self.shown}{self.unit}" if self.unit.startswith("-") else f"{self.shown} {self.unit}".rstrip()
        )


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers and dates of a folded text in order."""
    if not _DIGIT.search(text) and _NUMBER_WORDS.isdisjoint(_LETTERS.findall(text)):
        return ()
    found: list[Number] = []
    for match in _NUMBER.finditer(text):
        if match["m1"] or match["m2"] or match["m3"]:
            found.append(_date(text, match))
        elif match["hour"] or match["hour2"]:
            found.append(_clock(text, match))
        elif (number := _number(text, match)) is not None:
            found.append(number)
    return tuple(found)


def _date(text: str, match: re.Match[str]) -> Number:
    month = _MONTHS[match["m1"] or match["m2"] or match["m3"]]
    day = match["d1"] or match["d2"]
    year = match["y1"] or match["y2"] or match["y3"]
    first = (month - 1) * 31.0 + (int(day) - 1 if day else 0) + (int(year) * _YEAR_DAYS if year else 0.0)
    last = first if day else first + 30.0
    return _dated(text, match, "date" if year else "day", first, last)


def _clock(text: str, match: re.Match[str]) -> Number:
    """A time of day, in minutes; one without "am" or "pm" is taken for what it says."""
    hour, minute = int(match["hour"] or match["hour2"]), int(match["minute"] or match["minute2"] or 0)
    half = {"am": -12 if hour == 12 else 0, "pm": 12 if hour < 12 else 0}.get(match["half"] or "", 0)
    value = 60.0 * (hour + half) + minute
    around = _things(text[match.end() : match.end() + 60])[0] | _preceding(text, match.start())
    return Number("clock", value, value, value, "", "", around, frozenset(), " ".join(match.group().split()))


def _dated(text: str, match: re.Match[str], kind: NumberKind, first: float, last: float) -> Number:
    before = text[max(0, match.start() - 24) : match.start()]
    limit = _DATE_BOUND.search(before)
    bound = _DATED[limit[1]] if limit else ""
    low, high = first, last
    if bound == "less than":
        low, high = float("-inf"), first - 0.5
    elif bound == "at most":
        # "as of 9 April", "by 2014": what holds then, so the day itself is what is spoken of.
        low, high = first - 31.0 if limit and limit[1] != "as of" else first, last
    elif bound == "more than":
        low, high = last + 0.5, float("inf")
    elif bound == "at least":
        high = float("inf")
    shown = f"{limit[1]} {match.group().strip()}" if limit else match.group().strip()
    return Number(kind, first, low, high, bound, "", _preceding(text, match.start()), frozenset(), shown)


def _number(text: str, match: re.Match[str]) -> Number | None:
    following = text[match.end() : match.end() + 60]
    before = text[max(0, match.start() - 40) : match.start()]
    if match["word"] is not None:
        value = float(NUMBER_WORDS[match["word"]]) * _SCALES.get(match["wordscale"] or "", 1.0)
        only = value == 1.0 and not before.endswith(("only ", "just ", "exactly "))
        if only or before.endswith(("out of ", "no ", "-", *_THE_REST)):
            return None
    else:
        value = float(match["digits"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1.0)
        if before.endswith(("out of ", *_THE_REST)) or _names_something(match, before):
            return None
    kind = _kind(match, value, before, following)
    if kind == "date":
        return _dated(text, match, kind, value * _YEAR_DAYS, value * _YEAR_DAYS + _YEAR_DAYS - 1)
    bound, bound_word = _bound(before, following)
    unit, named = _unit(following), match.group()
    things, around = _things(following)
    counted = around | _preceding(text, match.start())
    if kind == "magnitude" and _MAGNITUDE.search(before):
        named, unit = f"magnitude {named}", ""
    elif kind == "age":
        counted -= _OF_AGES
    low, high = _range(value, bound, kind)
    if kind == "span" and (stretch := _SPAN.match(following)) is not None:
        days = _SPANS[stretch[1]]
        slack = 0.0 if bound else days / 4
        value, low, high = value * days, low * days - slack, high * days + slack
        counted |= _OF_SPANS
    shown = " ".join(f"{bound_word} {named}".split())
    itself = f"#{value:g}" if kind == "count" and value >= _TELLING else ""
    return Number(kind, value, low, high, bound, unit, counted, things, shown, itself)


def _names_something(match: re.Match[str], before: str) -> bool:
    """Whether the digits belong to a name ("boeing 737", "g2") or to a code with leading zeros."""
    digits = match["digits"]
    return len(digits) > 1 and digits[0] == "0" and "." not in digits


def _kind(match: re.Match[str], value: float, before: str, following: str) -> NumberKind:
    words = following.split(None, 2)
    first, second = (words[k].strip(",.") if len(words) > k else "" for k in (0, 1))
    if match["outof"] and float(match["outof"]) in (5.0, 10.0, 100.0):
        return "percent" if match["outof"] == "100" else "rating"
    if out_of := _OUT_OF.match(following):
        return "percent" if out_of[1] == "100" else "rating"
    if match["money"] or first in _CURRENCIES or (first in _LANDS and second in _CURRENCIES):
        return "money"
    if (match["suffix"] or "").strip() == "%" or first in ("percent", "pc") or [first, second] == _PER_CENT:
        return "percent"
    if match["word"] is None and not match["outof"]:
        if match["suffix"]:
            return "rank"
        plain_digits = match["digits"].isdigit() and not match["scale"]
        if plain_digits and 1500 <= value <= 2100 and first not in _COUNTED_NOUNS:
            return "date"
    return _kind_by_words(match, value, before, following)


def _kind_by_words(match: re.Match[str], value: float, before: str, following: str) -> NumberKind:
    """What the words beside a bare number make of it."""
    decimals = "." in (match["digits"] or "")
    if ("magnitude" in before and _MAGNITUDE.search(before)) or (decimals and _QUAKE.match(following)):
        return "magnitude"
    set_apart = value <= _OLDEST and following[:1] in (",", ".") and _APART.search(before)
    if _AGED.match(following) or _AGE_BEFORE.search(before) or (set_apart and match["digits"]):
        return "age"
    return "span" if _SPAN.match(following) else "count"


def _bound(before: str, following: str) -> tuple[str, str]:
    match = _BOUND.search(before)
    if match is not None:
        return _BOUNDS[match[1]], match[1]
    for words, bound in _AFTERWARDS.items():
        if words in following[:30]:
            return bound, words if bound == "about" else bound
    return ("at least", "at least") if following.startswith("+") else ("", "")


def _range(value: float, bound: str, kind: NumberKind) -> tuple[float, float]:
    slack = abs(value) * 1e-9
    if bound == "more than":
        return value + slack, float("inf")
    if bound == "at least":
        return value, float("inf")
    if bound == "less than":
        return float("-inf"), value - slack
    if bound == "at most":
        return float("-inf"), value
    if bound == "almost":
        return value * 0.85, value
    if bound == "about":
        return value * 0.9, value * 1.1
    if kind in ("count", "money") and value >= 1_000 and value % 1_000 == 0:
        return value - _rounding(value), value + _rounding(value)
    return value, value


def _rounding(value: float) -> float:
    """How far off a round number may be: half of its last digit that is not 0, at most a twentieth."""
    unit = 1.0
    while value % (unit * 10) == 0:
        unit *= 10
    return min(unit / 2, value / 20)


def _unit(following: str) -> str:
    """The words after a number that name what is counted: as far as a plural, else the first."""
    joined = following[:1] == "-"
    named: list[str] = []
    for word in _WHOLE_WORD.findall(following.lstrip(" \"'-"))[:6]:
        telling = word[0].isalpha() and not word.endswith("'s") and (key(word) or "-" in word)
        if not telling:
            if named or not word[0].isalpha():
                break
            continue
        if (named and word in _WHERE) or word in _NUMBER_WORDS:
            break
        named.append(word)
        if joined or _PLURAL.fullmatch(word) or word in _COUNTED_NOUNS:
            return " ".join(named) if not joined else f"-{word}"
        if len(named) == _UNIT_WORDS:
            break
    return named[0] if named else ""


def _things(following: str) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of what is counted after a number, and of what follows it.

    What is counted ends where a word tells where or for what it is, and whose it is does not matter: in
    "eight of Syria's 14 provinces" no word is left.
    """
    found: list[str] = []
    counted = 0
    ended = False
    for token in _UNIT_WORD.findall(following.lstrip(" \"'"))[:6]:
        if not token[0].isalpha():
            break
        ended = ended or (bool(found) and token in _WHERE)
        if (k := key(token)) and not token.endswith("'s"):
            found.append(k)
            counted += not ended
    return frozenset(found[: min(4, counted)]), frozenset(found[:4])


def _preceding(text: str, start: int) -> frozenset[str]:
    words = _UNIT_WORD.findall(text[max(0, start - 40) : start])
    return frozenset(k for token in words[-4:] if token[0].isalpha() and (k := key(token)))
