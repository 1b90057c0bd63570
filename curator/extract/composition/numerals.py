"""Numbers in words and figures: "seven", "147,000", "two and a half million" as the value they name.

Number words are read by text2num; what newspapers write around them (half a million, two dozen, 2.5bn,
lakh) is added here. Never decides what a number counts, or whether it is a quantity at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

_UNITS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_SCALES = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
_WORD = rf"(?:{_UNITS}|{_SCALES})"

SPELLED = (
    rf"(?:half[ ]an?[ ](?:{_SCALES})"
    rf"|(?:an?[ ](?:{_SCALES})|(?:{_UNITS}))(?:(?:[ -]|[ ]and[ ]){_WORD}){{0,11}}"
    rf"(?:[ ]and[ ]a[ ]half(?:[ ](?:{_SCALES}))?)?)\b"
)
"""A regular expression for a number in words, of bounded length so that no text makes it quadratic."""

FIGURES = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore|dozen|bn|tn|(?<=\d)[mk])\b"
"""A multiplier that follows figures: "2.5 million", "3bn"."""

_FACTORS = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "m": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "dozen": 12.0,
}
_TRAILING_FACTOR = re.compile(r"(.*\S)\s+(dozen|lakh|crore)")
_HALF = re.compile(r"half an? (\w+)")
_AND_A_HALF = re.compile(r"(.+) and a half(?: (\w+))?")


_LONGEST = 12
"""Words in the longest number read; what is longer is a countdown or an attack, not a number."""


@cache
def _word_reader() -> Callable[[str, str], int]:
    from text_to_num import text2num  # 11 ms, so only where a number in words is met

    reader: Callable[[str, str], int] = text2num
    return reader


def factor(scale: str) -> float:
    """What a scale word multiplies by: factor("million") == 1e6; KeyError for any other word."""
    return _FACTORS[scale.lower()]


def number(words: str) -> float:
    """The value of a number in figures or words; ValueError where they are no number ("one two")."""
    words = words.strip().lower()
    if words[:1].isdigit():
        return float(words.replace(",", ""))
    parts = words.replace("-", " ").split()
    if len(parts) > _LONGEST:
        raise ValueError("too many words for one number")
    return _spelled(" ".join(parts))


@lru_cache(4096)
def _spelled(words: str) -> float:
    if half := _HALF.fullmatch(words):
        return _FACTORS[half[1]] / 2
    if half := _AND_A_HALF.fullmatch(words):
        return (_spelled(half[1]) + 0.5) * _FACTORS.get(half[2] or "", 1.0)
    if trailing := _TRAILING_FACTOR.fullmatch(words):
        return _spelled(trailing[1]) * _FACTORS[trailing[2]]
    if words in ("a", "an"):
        return 1.0
    return float(_word_reader()(re.sub(r"^an? ", "one ", words), "en"))
