"""What a number counts, as people say it: "1 month", "6 months", "4 zones", "3 children".

Units are stored in the one form in which claims are compared; this is for showing alone, never for comparing.
"""

from __future__ import annotations

import re

_ALIKE = frozenset(
    "people troops personnel police aircraft staff series species headquarters mph kph".split()
)
"""Words with one form for one and for many."""
_IRREGULAR = {
    "child": "children",
    "foot": "feet",
    "life": "lives",
    "crisis": "crises",
    "basis": "bases",
    "wife": "wives",
    "knife": "knives",
    "half": "halves",
    "leaf": "leaves",
    "shelf": "shelves",
    "thief": "thieves",
    "hero": "heroes",
}
_MEN = ("woman", "sman", "ceman", "nman", "rman", "eman")
_HISSING = re.compile(r".*(?:s|x|z|ch|sh)")
_ENGLISH = re.compile(r"[A-Za-z -]*[a-z]")


def counted(value: float, unit: str, digits: str = ",.10g") -> str:
    """A number with its unit, in the plural unless it is one."""
    return f"{value:{digits}} {unit if abs(value) == 1 else plural(unit)}".strip()


def plural(unit: str) -> str:
    """Many of a unit; what is no English word, or is one already, stays as it is."""
    if not _ENGLISH.fullmatch(unit):
        return unit
    before, space, word = unit.rpartition(" ")
    return before + space + _many(word)


def _many(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word in _ALIKE or (word.endswith("s") and not word.endswith(("ss", "us"))):
        return word
    if word == "man" or (word.islower() and word.endswith(_MEN)):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if _HISSING.fullmatch(word) else "s")
