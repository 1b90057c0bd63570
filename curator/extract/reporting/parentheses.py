"""What is put into a sentence between commas or dashes: appositions, relative clauses, circumstances.

Finds the phrase before it, from its end. Works on the phrases of one sentence.
"""

from __future__ import annotations

from curator.extract.lexicon import vocabulary as v
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, NOUN_PHRASE, Chunk, Parsed

_HARD = frozenset({";", ":", ".", t.QT})
_MAX_SEGMENTS = 6
_REACH = 25
"""Chunks between two dashes at most."""


def segment_start(chunks: list[Chunk], at: int) -> int:
    """Index of the first chunk after the comma or dash before `at`, or of the sentence part."""
    while at > 0 and chunks[at - 1].kind not in (",", "-") and chunks[at - 1].kind not in _HARD:
        at -= 1
    return at


def _has_free_verb(chunks: list[Chunk], first: int, last: int) -> bool:
    """Whether chunks `[first, last)` hold a finite verb that no relative or subordinate word opens."""
    opened = 0
    for index in range(first, last):
        kind = chunks[index].kind
        if kind in (t.WH, t.SB, t.TH):
            opened += 1
        elif kind == FINITE:
            if not opened and not is_reduced(chunks, index):
                return True
            opened = max(0, opened - 1)
    return False


def is_reduced(chunks: list[Chunk], index: int) -> bool:
    """Whether a past form looks like a reduced relative clause ("people briefed on the plan")."""
    after = chunks[index + 1].kind if index + 1 < len(chunks) else ""
    before = chunks[index - 1] if index else chunks[index]
    return not chunks[index].certain and after == t.IN and before.kind == NOUN_PHRASE and not before.pronoun


def before_parenthesis(parsed: Parsed, close: int) -> int | None:
    """From the comma or dash that closes what was put in, to the last chunk of the phrase before it.

    "Kalin, a spokesman for Erdogan, | said" gives "Kalin"; None where nothing was put in.
    """
    chunks = parsed.chunks
    mark, at = chunks[close].kind, close
    if mark == "-" and (head := _before_dash(chunks, close)) is not None:
        return head
    best: int | None = None
    for _ in range(_MAX_SEGMENTS):
        start = segment_start(chunks, at)
        if start < 2 or start == at or chunks[start - 1].kind != mark or _has_free_verb(chunks, start, at):
            break
        before = chunks[start - 2]
        if before.kind == ")":
            return start - 2
        if before.kind == NOUN_PHRASE and not before.time:
            best = start - 2
            opening = segment_start(chunks, start - 1)
            name = chunks[opening].kind == NOUN_PHRASE and not chunks[opening].time
            begun = any(chunk.kind in (t.SB, t.TH) for chunk in chunks[opening:best])
            if begun or (name and not _is_apposition(parsed, opening)):
                return best
        at = start - 1
    return best


def _before_dash(chunks: list[Chunk], close: int) -> int | None:
    """The last chunk of the phrase before what two dashes put in, commas and all."""
    for at in range(close - 1, max(0, close - _REACH), -1):
        if chunks[at].kind in _HARD:
            return None
        if chunks[at].kind == "-":
            named = chunks[at - 1].kind == NOUN_PHRASE and not chunks[at - 1].time
            return at - 1 if named and not _has_free_verb(chunks, at + 1, close) else None
    return None


def _is_apposition(parsed: Parsed, opening: int) -> bool:
    """Whether the segment that opens at a noun phrase describes a name before it."""
    chunks = parsed.chunks
    if opening < 2 or chunks[opening - 1].kind != "," or chunks[opening - 2].kind != NOUN_PHRASE:
        return False
    earlier = segment_start(chunks, opening - 1)
    if any(chunks[index].kind == FINITE for index in range(earlier, opening - 1)):
        return False
    if parsed.tags[chunks[opening].head] == t.CD:
        return True
    first = parsed.sentence.low[chunks[opening].first]
    if first in ("a", "an", "the") or first in v.PERSON_ROLES or first in v.POSSESSIVES:
        name = chunks[earlier]
        return name.kind == NOUN_PHRASE and parsed.tags[name.head] == t.NP and not name.time
    return False


def before_stray_comma(parsed: Parsed, comma: int) -> int | None:
    """The subject of a verb that a comma wrongly parts from it ("The results, revealed that")."""
    chunks = parsed.chunks
    start = segment_start(chunks, comma)
    if start == comma or chunks[start].kind != NOUN_PHRASE or chunks[start].time:
        return None
    if start > 0 and chunks[start - 1].kind == ",":
        return None
    if any(chunks[index].kind in (FINITE, t.QT) for index in range(start, comma)):
        return None
    return start
