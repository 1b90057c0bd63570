"""Numbers that name instead of counting: "Article 5", "Extracts 2 and 3", "Studio 54", scores, codes.

Judges a number by the words around it; what it counts and how exactly is for `quantities` to say.
"""

from __future__ import annotations

import re

_LABEL_BEFORE = re.compile(
    r"(?:\b(?:[Aa]rticle|[Rr]esolution|[Ff]light|[Rr]oute|[Ss]ection|[Cc]hapter|[Pp]age|No\.|[Nn]umber|"
    r"[Cc]hannel|Boeing|Airbus|[Gg]roup|Formula|Title|Phase|Level|Highway|Interstate|Room|Apollo|Type|Day|"
    r"Version|Windows|Part|Volume|Season|Episode|Paragraph|Protocol|Chapter|Area|Station|Radio|Gate|Act|"
    r"Factor|Wave|Stage|Step|Rule|Class|Grade|Category|Tier|Exhibit|Count|Amendment|Proposition|Figure|Table|"
    r"[Bb]attalion|[Bb]rigade|Unit|\bpp?\.|\d{4}:)\s|\bCOVID-|\bG|\b[A-Z]\w*-)$"
)
_AT_LINE_START = re.compile(r"\d{1,3}[.)]\s")
_NOT_COUNTING = re.compile(
    r"[ -](?:another|of|time|way|day|more|who|which|that|to|on|in|and|or|is|was|has)\b"
)
_BEFORE_ONE = re.compile(
    r"\b(?:no|any|every|some|this|that|the|each|which|another|only|or|by|at|last|next)[ -]$", re.I
)
_NAME_OR_IN_BEFORE = re.compile(r"(?:\b[A-Z][\w'’-]*:?|\b[Ii]n|(?<=\d)\sand)\s$")
"""A name with a colon has a score after it: "the Internet: 1"."""
_LISTED_LABELS = re.compile(r"\b[A-Z][a-z]+s\s\d{1,4}(?:,\s\d{1,4}){0,9},?\s(?:and|or|to|through)\s$")
"""Before a number that is one more label: "Extracts 2 and 3 show similar sequences"."""
_POSTCODE = re.compile(r"\d{5}")
_CODE_AFTER = re.compile(r"\s=\s")


def is_label(text: str, match: re.Match[str], unit: str, floor: int) -> bool:
    """Whether the number that `match` found names something; `unit` is what it would count, "" for nothing.

    Nothing left of `floor` is looked at.
    """
    before = text[max(floor, match.start() - 16) : match.start()]
    if (not unit and _is_bare_label(text, match, before)) or _CODE_AFTER.match(text, match.end()):
        return True
    if _LISTED_LABELS.search(text, max(floor, match.start() - 40), match.start()):
        return True
    if match["words"]:
        one = match["words"].lower() == "one"
        if one and (not unit or _BEFORE_ONE.search(before) or _NOT_COUNTING.match(text, match.end())):
            return True
        return not _is_number_in_words(text, match, unit, before)
    if match["figures"]:
        if _LABEL_BEFORE.search(before):
            return True
        if _AT_LINE_START.match(text, match.start()) and (not before or before.endswith("\n")):
            return True
        glued = text[match.end() : match.end() + 1]
        if glued.isalpha() and not match["scale"]:
            return not unit  # "5km" counts, "3D" and "1080p" do not
    return False


def _is_bare_label(text: str, match: re.Match[str], before: str) -> bool:
    """Whether a number without a unit is a name's or a list's: "Studio 54", "[12, 13]", "in 80 and 84"."""
    if match["currency"] or match["percent"] or match["vague"]:
        return False
    after = text[match.end() : match.end() + 1]
    if before.endswith("[") or after == "]":
        return True
    if match["figures"] and (before.endswith((" a ", " an ")) or _POSTCODE.fullmatch(match["figures"])):
        return True
    if after == ")" and "(" not in text[max(0, match.start() - 40) : match.start()]:
        return True
    return bool(match["figures"] and _NAME_OR_IN_BEFORE.search(before))


def _is_number_in_words(text: str, match: re.Match[str], unit: str, before: str) -> bool:
    first = match["words"][0]
    if text[match.end() : match.end() + 1] in ("-", "–") and not unit:
        return False  # "one-sided", "three-pronged", "twenty-first"
    if first.isupper() and before.strip() and before.rstrip()[-1] not in ".!?:;“”\"'‘’(\n–—":
        return False  # "the Group of Seven", "Big Three"
    return not (match["words"].lower().startswith(("a ", "an ")) and not unit and "hundred" in match["words"])
