"""Numbers of a text with what they count, and whether two texts' numbers can both hold.

Reads folded text only (`words.plain`); keeps no offsets. Never guesses a unit that the text does not name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from curator.match.lexicon import word_set
from curator.match.words import NUMBER_WORDS, key

NumberKind = Literal["count", "percent", "money", "year", "day", "clock", "rank"]
Bound = Literal["exact", "about", "at least", "at most", "more than", "less than"]

_SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "k": 1e3,
    "mn": 1e6,
}
_MONTHS = word_set("months")
_BOUND_WORDS: tuple[tuple[str, Bound], ...] = (
    ("at least", "at least"),
    ("no fewer than", "at least"),
    ("no less than", "at least"),
    ("not less than", "at least"),
    ("a minimum of", "at least"),
    ("minimum of", "at least"),
    ("at most", "at most"),
    ("no more than", "at most"),
    ("not more than", "at most"),
    ("as many as", "at most"),
    ("as much as", "at most"),
    ("up to", "at most"),
    ("a maximum of", "at most"),
    ("more than", "more than"),
    ("greater than", "more than"),
    ("higher than", "more than"),
    ("larger than", "more than"),
    ("longer than", "more than"),
    ("in excess of", "more than"),
    ("over", "more than"),
    ("above", "more than"),
    ("exceeding", "more than"),
    ("exceeded", "more than"),
    ("exceeds", "more than"),
    ("surpassed", "more than"),
    ("surpassing", "more than"),
    ("upwards of", "more than"),
    ("past", "more than"),
    ("less than", "less than"),
    ("fewer than", "less than"),
    ("lower than", "less than"),
    ("smaller than", "less than"),
    ("under", "less than"),
    ("below", "less than"),
    ("almost", "about"),
    ("nearly", "about"),
    ("about", "about"),
    ("around", "about"),
    ("roughly", "about"),
    ("approximately", "about"),
    ("some", "about"),
    ("close to", "about"),
    ("circa", "about"),
    ("estimated", "about"),
    ("an estimated", "about"),
    ("before", "less than"),
    ("prior to", "less than"),
    ("earlier than", "less than"),
    ("until", "at most"),
    ("by", "at most"),
    ("after", "more than"),
    ("later than", "more than"),
    ("since", "at least"),
)
_TIME_ONLY_BOUNDS = frozenset(
    {"before", "prior to", "earlier than", "until", "by", "after", "later than", "since"}
)
_BOUND = re.compile(
    r"\b("
    + "|".join(sorted((w for w, _ in _BOUND_WORDS), key=len, reverse=True))
    + r")\s+(?:the\s+|a\s+)?[$£€]?\s*$"
)
_BOUND_OF = dict(_BOUND_WORDS)
_AFTERWARDS: tuple[tuple[str, Bound], ...] = (
    ("or more", "at least"),
    ("or less", "at most"),
    ("or fewer", "at most"),
)
_WORDED = "|".join(
    sorted(
        (w for w in NUMBER_WORDS if w.isalpha() and w not in {"twice", "thrice", "dozen"}),
        key=len,
        reverse=True,
    )
)
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<money>us\$|[$£€])?\s?(?P<digits>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<suffix>%|(?:st|nd|rd|th)\b)?"
    r"(?:\s?(?P<scale>hundred|thousand|million|billion|trillion|mn|bn|m|k)\b)?"
    r"|\b(?P<word>" + _WORDED + r")(?:[- ](?P<wordscale>hundred|thousand|million|billion))?\b"
)
_CLOCK = re.compile(r"^\s?(?:am|pm|gmt|a\.m|p\.m|o'clock)\b|^:\d\d")
_UNIT_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[.;:!?()\"]|,(?=\s)")


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text."""

    value: float
    kind: NumberKind
    bound: Bound
    unit: str
    """The first word after it that names what is counted, as written (folded); "" where none follows."""
    counted: frozenset[str]
    """Keys of the words around it that tell what is counted."""
    shown: str
    """As a reviewer reads it: "more than 470,000"."""

    @property
    def low(self) -> float:
        """The least value that it leaves possible."""
        if self.bound in ("at most", "less than"):
            return float("-inf")
        return self.value * 0.9 if self.bound == "about" and self.kind != "year" else self.value

    @property
    def high(self) -> float:
        """The greatest value that it leaves possible."""
        if self.bound in ("at least", "more than"):
            return float("inf")
        return self.value * 1.1 if self.bound == "about" and self.kind != "year" else self.value


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a folded text in order."""
    if not _NUMBER.search(text):
        return ()
    return tuple(n for m in _NUMBER.finditer(text) if (n := _number(text, m)) is not None)


def _number(text: str, match: re.Match[str]) -> Number | None:
    word = match["word"]
    if word is not None:
        value = float(NUMBER_WORDS[word])
        scale = _SCALES.get(match["wordscale"] or "", 1.0)
        if word == "one" and scale == 1.0:
            return None
    else:
        value = float(match["digits"].replace(",", ""))
        scale = _SCALES.get(match["scale"] or "", 1.0)
    value *= scale
    following = text[match.end() : match.end() + 60]
    before = text[max(0, match.start() - 40) : match.start()]
    kind = _kind(match, value, before, following)
    bound, bound_word = _bound(before, following, kind)
    unit, counted = _counted(before, following, kind)
    shown = f"{bound_word} {match.group().strip()}".strip()
    return Number(value, kind, bound, unit, counted, shown)


def _kind(match: re.Match[str], value: float, before: str, following: str) -> NumberKind:
    if match["word"] is None:
        if match["money"]:
            return "money"
        suffix = match["suffix"] or ""
        if suffix == "%":
            return "percent"
        if _CLOCK.match(following):
            return "clock"
        previous = before.rsplit(None, 1)[-1] if before.split() else ""
        after = following.split(None, 1)[0].strip(",.") if following.split() else ""
        if value <= 31 and (previous in _MONTHS or after in _MONTHS):
            return "day"
        if suffix:
            return "rank"
        plain_digits = match["digits"].isdigit() and not match["scale"]
        if plain_digits and 1500 <= value <= 2100 and after not in _COUNTED_NOUNS:
            return "year"
    first = following.split(None, 1)[0] if following.split() else ""
    if first.startswith(("percent", "per")) and (first != "per" or following.split()[1:2] == ["cent"]):
        return "percent"
    if first.startswith(("dollar", "euro", "pound", "usd")):
        return "money"
    return "count"


_COUNTED_NOUNS = word_set("counted")


def _bound(before: str, following: str, kind: NumberKind) -> tuple[Bound, str]:
    match = _BOUND.search(before)
    if match is not None:
        word = match.group(1)
        if word not in _TIME_ONLY_BOUNDS or kind in ("year", "day"):
            return _BOUND_OF[word], word
    for words, bound in _AFTERWARDS:
        if words in following[:40]:
            return bound, words
    if following.startswith("+"):
        return "at least", "at least"
    return "exact", ""


def _counted(before: str, following: str, kind: NumberKind) -> tuple[str, frozenset[str]]:
    unit, found = "", []
    for token in _UNIT_WORD.findall(following)[:6]:
        if not token[0].isalpha():
            break
        k = key(token)
        if k:
            unit = unit or token
            found.append(k)
    preceding = [k for token in _UNIT_WORD.findall(before)[-4:] if token[0].isalpha() and (k := key(token))]
    if kind == "year":
        return "", frozenset(preceding)
    return unit, frozenset(found[:4] + preceding)


Verdict = Literal["equal", "compatible", "conflict", "unrelated"]


def compare(left: Number, right: Number) -> Verdict:
    """Whether two numbers that count the same thing are equal, can both hold, or cannot."""
    if left.kind != right.kind:
        return "unrelated"
    if left.value == right.value and left.bound == right.bound:
        return "equal"
    if left.bound == right.bound == "exact":
        return "conflict"
    low, high = max(left.low, right.low), min(left.high, right.high)
    if low > high or (low == high and "than" in left.bound + right.bound):
        return "conflict"
    if left.bound in _OPEN and right.bound in _OPEN and not _close(left.value, right.value):
        return "conflict"
    return "compatible"


_OPEN = ("at least", "more than")


def _close(left: float, right: float) -> bool:
    return min(left, right) >= 0.8 * max(left, right)
