"""What a number counts: the noun after it, in the form in which two claims can be compared.

"84 settlements populated by …" counts "settlement", "four separate de-escalation zones" counts "zone",
"7 field commanders" counts "commander". Works on the words alone, without a tagger; gives "" where
they do not show it. Never looks left of the number.
"""

from __future__ import annotations

import re
from functools import lru_cache

_UNITS = {
    form: unit
    for unit, forms in {
        "%": "percent pct",
        "percentage point": "percentage-point",
        "kilometre": "km kms kilometer kilometers kilometre kilometres",
        "metre": "m meter meters metre metres",
        "centimetre": "cm centimeter centimeters centimetre centimetres",
        "millimetre": "mm millimeter millimeters millimetre millimetres",
        "mile": "mi mile miles",
        "foot": "ft foot feet",
        "inch": "inch inches",
        "kilogram": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
        "gram": "g gram grams gramme grammes",
        "tonne": "tonne tonnes",
        "ton": "ton tons",
        "pound": "lb lbs pound pounds",
        "litre": "l liter liters litre litres",
        "hectare": "ha hectare hectares",
        "mph": "mph",
        "kph": "kph",
        "degree": "degree degrees °C °F",
        "dollar": "dollar dollars USD",
        "euro": "euro euros EUR",
        "people": "people person persons",
        "man": "men man",
        "woman": "women woman",
        "child": "children child",
        "serviceman": "servicemen serviceman",
        "policeman": "policemen policeman",
        "gunman": "gunmen gunman",
        "fisherman": "fishermen fisherman",
        "foot soldier": "foot-soldiers",
        "life": "lives life",
        "troops": "troops troop",
        "personnel": "personnel",
        "police": "police",
        "aircraft": "aircraft",
        "staff": "staff",
        "series": "series",
        "species": "species",
        "headquarters": "headquarters",
        "megawatt": "MW megawatts megawatt",
        "crisis": "crisis crises",
        "basis": "bases",
        "time": "times time",
        "year": "year years yr yrs",
        "hour": "hour hours hr hrs",
        "minute": "minute minutes min mins",
        "second": "second seconds sec secs",
        "cent": "cents cent",
    }.items()
    for form in forms.split()
}
_UNITS["bases"] = "base"
_ALONE = frozenset(
    ("man", "woman", "child", "person", "time", "foot", "life", "second", "min", "m", "g", "l")
)
"""Forms that are a unit only right after the number, else they modify ("two child soldiers")."""

_PLAIN_PEOPLE = frozenset("others dead killed wounded injured missing displaced".split())
"""What stands for people where a number stands alone: "killed 20 and wounded 30 others", "20 dead"."""

_STOP = frozenset(
    """of in on at to from by for with without within into onto over under between among against after before
    during since until as than and or but nor if when while where who whom whose which that because although
    is are was were be been being am has have had do does did will would can could may might shall should must
    not no yes it he she they we you i them him us me her his its their our your my this these those the a an
    said says say told added according about around near per each every more less fewer most least ago later
    earlier further there here now then also only just already still yet so too all both either neither
    came went took made got gave left fled fell died lost won met saw""".split()
)
_MORE = frozenset("more other additional fewer".split())
"""Between a number and what it counts: "25 million more people"."""
_NO_PLURAL = re.compile(r"(?:ss|us|is|'s|’s|\b(?:gas|alias|canvas|bias|atlas|whereas|christmas|texas))$")
_IRREGULAR = {
    "countries": "country", "enemies": "enemy", "lives": "life", "wives": "wife", "knives": "knife",
    "leaves": "leaf", "shelves": "shelf", "halves": "half", "thieves": "thief", "buses": "bus",
    "viruses": "virus", "heroes": "hero", "missiles": "missile", "movies": "movie", "ties": "tie",
    "cases": "case", "houses": "house", "nurses": "nurse", "horses": "horse", "bases": "base",
    "phases": "phase", "releases": "release", "purchases": "purchase", "expenses": "expense",
    "gases": "gas", "lies": "lie",
}  # fmt: skip
_TOKEN = re.compile(r"(?P<gap>[\s-]?)[\"“‘'(]?(?P<word>[^\W\d_](?:[\w'’.&-]*\w)?|%|°[CF])")
_OF_WHOLE = re.compile(
    r"\sof\s(?:(?:the|its|their|his|her|our|those|these)\s(?:(?:\w+\s)?\w+(?:['’]s|s['’])\s)?|[A-Z]\w+['’]s\s)"
    r"\d+(?:,\d{3})*(?=\s)"
)
_HYPHENATED = re.compile(
    r"-(?P<unit>years?|months?|weeks?|days?|hours?|minutes?|miles?|km|metres?|meters?|point|"
    r"foot|member|storey|seat|person|man|metre|ton|tonne|percent|part|time|term|judge|page|vote|state|acre|"
    r"bed(?:room)?|inch|pound|gallon|dollar|game|round|week|hour|count|justice|candidate)\b(?P<old>-olds?\b)?",
    re.I,
)
_CENT, _POINT = re.compile(r"\scent\b"), re.compile(r"\spoints?\b")
_OLD = re.compile(r"[\s-]olds?\b")
_SQUARE = re.compile(r"[\s-](?P<power>square|cubic|sq\.?)[\s-](?P<unit>\w+)", re.I)
_REACH = 6
"""Words looked at after the number for what it counts."""


def counted(text: str, start: int, end: int, value: float) -> tuple[str, int]:
    """The folded unit after a number that ends at `start`, and where it ends; ("", start) if unshown."""
    if hyphen := _HYPHENATED.match(text, start, end):
        return unit_of(hyphen["unit"]) + (" old" if hyphen["old"] else ""), hyphen.end()
    if whole := _OF_WHOLE.match(text, start, end):
        return _head(text, whole.end(), end, value=2)[0], start  # "eight of Syria’s 14 provinces"
    square = _SQUARE.match(text, start, end)
    if square and square["unit"].lower() in _UNITS:
        power = "cubic" if square["power"].lower() == "cubic" else "square"
        return f"{power} {unit_of(square['unit'])}", square.end()
    if text.startswith(" of ", start):
        unit, stop = _head(text, start + 3, end, value=2)
        return (unit, stop) if unit else ("", start)
    return _head(text, start, end, value)


def _head(text: str, start: int, end: int, value: float) -> tuple[str, int]:
    plural: tuple[str, int] | None = None
    single: tuple[str, int] | None = None
    position = start
    for index in range(_REACH):
        token = _TOKEN.match(text, position, end)
        if token is None or (index and not token["gap"]):
            break
        word, position = token["word"], token.end()
        if index == 0 and (near := _right_after(text, token, end)):
            return near
        if index == 0 and word in _MORE and token["gap"] == " ":
            continue
        if not token["gap"] or word.lower() in _STOP:
            break
        if word in _PLAIN_PEOPLE:
            return plural or ("people", position)
        if _is_plural(word):
            plural = unit_of(word), position
        elif plural or (index and word.endswith(("ed", "ing")) and len(word) > 4):
            break
        elif token["gap"] != "-" and (word[0].islower() or index == 0):
            single = unit_of(word), position
    if plural:
        return plural
    return single if single and value == 1 else ("", start)


def _right_after(text: str, token: re.Match[str], end: int) -> tuple[str, int] | None:
    """A measure that stands right after its number: "km", "per cent", "percentage points", "dead"."""
    word = token["word"]
    if word.lower() == "per" and (cent := _CENT.match(text, token.end(), end)):
        return "%", cent.end()
    if word == "percentage" and (point := _POINT.match(text, token.end(), end)):
        return "percentage point", point.end()
    if word == "%":
        return "%", token.end()
    unit = _UNITS.get(word) or (_UNITS.get(word.lower()) if len(word) > 2 else None)
    if unit is None or (not token["gap"] and unit == "people"):
        return None
    if old := _OLD.match(text, token.end(), end):
        return unit + " old", old.end()
    follows = _TOKEN.match(text, token.end(), end)
    if word in _ALONE and follows and follows["gap"] and _is_plural(follows["word"]):
        return None
    return unit, token.end()


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _UNITS:
        return lower not in _ALONE
    return len(word) > 3 and lower.endswith("s") and not _NO_PLURAL.search(lower)


@lru_cache(4096)
def unit_of(word: str) -> str:
    """A counted noun folded to the form in which claims are compared: "settlements" -> "settlement"."""
    lower = word.lower()
    if word in _UNITS or lower in _UNITS:
        return _UNITS.get(word) or _UNITS[lower]
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if not _is_plural(lower):
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return lower[:-2]
    if lower.endswith("men") and len(lower) > 4:
        return lower[:-2] + "an"
    return lower[:-1]
