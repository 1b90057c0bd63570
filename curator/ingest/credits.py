"""Who published a plain text, as its own lines tell it: a masthead, a byline, the copyright at its end.

Never invents, and never takes a line for a credit that says anything else besides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from curator.ingest.dateline import apart_from_date
from curator.ingest.outlet_names import is_of_sentences, outlet_name

_LONGEST = 120
_BY = re.compile(
    r"\W*(?i:by|von|par|por|written by|reported by|report by|text by|story by|from)\s*:?\s+"
    r"(?P<who>[^\W\d_a-z].+)"
)
_BEFORE_BY = re.compile(r"(?P<name>[^\W\d_a-z].+?)[.,]?\s+[|•·—–-]?\s*(?i:by)\s+(?P<who>[^\W\d_a-z].+?)\.?")
"""A masthead and a byline in one line: "Harbour Tribune, March 10, 2026. By Ana Öz"."""
_PUBLISHED_IN = re.compile(
    r"\W*(?:this (?:article|story|report|piece) )?(?:was )?(?:(?:originally|first) )?"
    r"(?:published|appeared|posted) (?:in|by|on|at) (?-i:the )?(?P<name>[^\W\d_].+?)\W*",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"\W*(?:©|\(c\)|copyright)\W*(?:©|\(c\))?\W*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?\W*(?:by\s+)?"
    r"(?P<name>[^\W\d_].*?)"
    r"(?:[\s,]+(?:ltd|inc|llc|limited|gmbh|company|co|corp|group)\b\.?)*(?:\s*,?\s*(?:19|20)\d\d)?"
    r"(?:\W+all rights reserved)?\W*",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[|•·—–(]\s*|\s+[-/]+\s+|\s*,\s+|\t+")
_BARS = re.compile(r"\s*[|•·]\s*|\s*,\s+|\t+")
"""What parts a reporter from an outlet without a word before; a dash parts a headline from its source."""
_LONGEST_PERSON = 4
_PERSON = re.compile(
    r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:(?:and|und|et|y|de|van|von|al)\s+)*[^\W\d_a-z][\w.'’-]*){0,5}"
)
_OF_OUTLET = re.compile(r"(?P<person>.{3,60}?)\s+(?:of|for|from|at)\s+(?:the\s+)?(?P<name>[^\W\d_a-z].+)")
_ROLE = re.compile(
    r"(?:.{0,30}\b)?(?:staff|writer|correspondent|reporter|reporters|editor|columnist|contributor|desk|newsroom"
    r"|exclusive|online|print|opinion|analysis|news|politics|world|business)\b.{0,12}",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\s+(?:(?:staff|senior|political|foreign|crime|health|business|special)\s+)*"
    r"(?:staff|writers?|correspondents?|reporters?|newsroom|editorial board|desk)$",
    re.IGNORECASE,
)
_BRACKETS = "()[]—–-* \t"


def masthead_name(line: str, *, trusted: bool = False) -> str:
    """The outlet of a line that is nothing but its name, or its name and a date; "" for any other line."""
    if len(line) > _LONGEST:
        return ""
    rest, _ = apart_from_date(line)
    return outlet_name(rest.strip(_BRACKETS), trusted=trusted or rest != line)


@lru_cache(maxsize=64)
def byline_name(line: str) -> str:
    """The outlet that a byline names beside the reporter ("Ana Öz | Capital Times"), else ""."""
    if len(line) > _LONGEST:
        return ""
    above = _BEFORE_BY.fullmatch(line)
    if above and _PERSON.fullmatch(apart_from_date(above["who"])[0]):
        return masthead_name(above["name"], trusted=True)
    rest, _ = apart_from_date(line)
    by = _BY.fullmatch(rest)
    if not by:
        return _beside_reporter(_BARS.split(rest))
    pieces = [piece for piece in _SEPARATOR.split(by["who"].strip()) if piece.strip()]
    if of := _OF_OUTLET.fullmatch(pieces[0]):
        pieces[:1] = [of["person"], of["name"]]
    return _only_outlet(pieces)


def imprint_name(line: str) -> str:
    """The outlet of a copyright line, or of one that tells where the text was published before; else ""."""
    if len(line) > _LONGEST:
        return ""
    rest, _ = apart_from_date(line)
    found = _COPYRIGHT.fullmatch(line) or _PUBLISHED_IN.fullmatch(rest)
    is_picture = found is not None and "/" in found["name"]
    return outlet_name(found["name"].strip(" .,"), trusted=True) if found and not is_picture else ""


def _beside_reporter(pieces: Sequence[str]) -> str:
    """As `_only_outlet` where no word tells that it is a byline: nobody may be named but by a short name."""
    name = _only_outlet(pieces) if len(pieces) > 1 else ""
    others = [piece for piece in pieces if piece.strip() != name]
    is_short = all(len(piece.split()) <= _LONGEST_PERSON for piece in others)
    return name if others and is_short and " and " not in name else ""


def _only_outlet(pieces: Sequence[str]) -> str:
    """The one outlet among a byline's pieces, where all others are the reporter, a role or a place."""
    outlets = [_of_staff(piece, trusted=at > 0) for at, piece in enumerate(pieces)]
    names = [name for name in outlets if name]
    others = [piece.strip() for piece, name in zip(pieces, outlets, strict=True) if not name]
    return names[0] if len(names) == 1 and len(others) <= 3 and all(map(_is_harmless, others)) else ""


def _is_harmless(piece: str) -> bool:
    return bool(_ROLE.fullmatch(piece) or (_PERSON.fullmatch(piece) and not is_of_sentences(piece)))


def _of_staff(piece: str, *, trusted: bool) -> str:
    """The outlet of "Valen Post", "(Valen Post)" or "Valen Post Staff"."""
    words = piece.strip(" ().")
    name = _STAFF.sub("", words)
    return outlet_name(name, trusted=trusted or name != words)
