"""What a sentence shows somebody to be: a person ("Tessel, who"), or no person ("Clean Harbour, a group").

Reads the phrases around one name, by position; whose name it is is for `cast`.
"""

from __future__ import annotations

from curator.extract.lexicon import vocabulary as v
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, NOUN_PHRASE, Parsed, kind_at

PERSON, THING = "person", "thing"
_OWN = {"his": PERSON, "her": PERSON, "its": THING}
_RELATIVES = {"who": PERSON, "which": THING}
_BETWEEN = frozenset({FINITE, t.RB, t.IN, t.TH})
_REACH = 6
"""Chunks after a subject within which "his" or "its" is its own."""


def shown_kind(parsed: Parsed, index: int) -> str:
    """What the words around the name that is chunk `index` show it to be; "" if nothing."""
    chunks = parsed.chunks
    if kind_at(chunks, index + 1) == FINITE:
        return kind_by_own(parsed, index + 1)
    if kind_at(chunks, index + 1) == "," and index + 2 < len(chunks):
        following = chunks[index + 2]
        if following.kind == t.WH:
            return _RELATIVES.get(parsed.low(following), "")
        if following.kind == NOUN_PHRASE and _is_organisation(parsed, index + 2):
            return THING
    described = index >= 2 and chunks[index - 1].kind == "," and _is_organisation(parsed, index - 2)
    return THING if described and kind_at(chunks, index + 1) == "," else ""


def _is_organisation(parsed: Parsed, index: int) -> bool:
    """Whether the chunk at `index` tells of an organisation what it is: "an environmental group"."""
    chunk = parsed.chunks[index]
    first = parsed.sentence.low[chunk.first]
    opened = first in ("a", "an", "the") or any(
        parsed.tags[at] == t.PO for at in range(chunk.first, chunk.last)
    )
    return chunk.kind == NOUN_PHRASE and opened and parsed.low(chunk) in v.ORGANISATIONS


def kind_by_own(parsed: Parsed, verb: int) -> str:
    """What "his", "her" or "its" right after the verb at chunk `verb` shows its subject to be; else ""."""
    for chunk in parsed.chunks[verb : verb + _REACH]:
        if chunk.kind == NOUN_PHRASE:
            return _OWN.get(parsed.sentence.low[chunk.first], "")
        if chunk.kind not in _BETWEEN:
            return ""
    return ""
