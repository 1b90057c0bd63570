"""Where content that is no clause ends: a noun phrase, or what hangs on a preposition.

Works on the phrases of one sentence. Clauses are for `extents`.
"""

from __future__ import annotations

from curator.extract.reporting.complements import Start
from curator.extract.reporting.objects import is_named
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, NOUN_PHRASE, Chunk, Parsed, kind_at
from curator.extract.syntax.sentences import CLOSE, OPEN

_OBJECT = 6
"""Chunks of an object up to the "as" that says what it is taken for."""
SPEAKING_GERUNDS = frozenset(
    """
    say add note cite claim argue insist warn call accuse tell write explain announce quote describe
    suggest stress emphasize point complain joke state declare refer urge vow promise ask demand
    recall conclude predict admit acknowledge deny reply
    """.split()
)
"""Participles that begin what else was said ("…, adding that")."""
CAUSING = frozenset("prompt spark trigger draw contradict echo underscore provoke".split())
"""Participles by which a report tells what came of what was said ("…, prompting protests")."""
DIRECTING = frozenset("urge ask demand call tell order warn vow promise".split())
"""Those by which whoever is spoken of may well speak to others: "said officers came, urging them to go"."""


def phrase_end(parsed: Parsed, start: Start, embedded: bool) -> int:
    """The end of content that is a noun phrase or what hangs on a preposition: before the next clause."""
    chunks = parsed.chunks
    opened = False
    """A relative clause or "that" has begun inside the phrase."""
    brackets = 0
    for index in range(start.chunk + 1, len(chunks)):
        chunk, before = chunks[index], chunks[index - 1].kind
        if chunk.kind != "." and _quoted(parsed, start, chunk):
            continue
        if chunk.kind == "(" or (chunk.kind == ")" and brackets):
            brackets += 1 if chunk.kind == "(" else -1
            continue
        if chunk.kind in (".", ";", ")", "-", ":", t.AC, t.SB) and not _goes_on(parsed, start, index):
            return index
        if chunk.kind == t.WH and parsed.low(chunk) in ("when", "where") and index > start.chunk + 1:
            return index
        if chunk.kind == FINITE and before not in (t.WH, t.TH, t.CC) and (embedded or not opened):
            return index
        if _dates(parsed, index):
            return index
        if chunk.kind == "," and not _list_goes_on(chunks, index):
            return index
        followed = chunks[index + 1].kind if index + 1 < len(chunks) else ""
        if chunk.kind == t.CC and followed == FINITE and not opened:
            return index
        if chunk.kind == t.CC and followed == GERUND and chunks[index + 1].verb in SPEAKING_GERUNDS:
            return index
        opened = opened or chunk.kind in (t.WH, t.TH)
    return len(chunks)


def _goes_on(parsed: Parsed, start: Start, index: int) -> bool:
    """Whether what else opens a clause opens none at `index`: "putting profit | before people"."""
    chunks = parsed.chunks
    if chunks[index].kind != t.SB:
        return False
    if parsed.low(chunks[index]) == "as":
        return index - start.chunk <= _OBJECT
    bare = parsed.low(chunks[index]) in ("before", "after", "since", "until")
    rest = [chunk.kind for chunk in chunks[index + 1 : index + 3]]
    return bare and rest[:1] == [NOUN_PHRASE] and FINITE not in rest and not chunks[index + 1].time


def _dates(parsed: Parsed, index: int) -> bool:
    """Whether a date stands at `index` that tells when it was said ("called it a lie | Wednesday on")."""
    chunks = parsed.chunks
    if chunks[index].kind == NOUN_PHRASE:
        when = chunks[index].time and not is_named(parsed, chunks[index])
        return when and chunks[index - 1].kind == NOUN_PHRASE
    if chunks[index].kind != t.IN or parsed.low(chunks[index]) != "on" or index + 1 >= len(chunks):
        return False
    return chunks[index + 1].time and chunks[index - 1].kind == NOUN_PHRASE


def _quoted(parsed: Parsed, start: Start, chunk: Chunk) -> bool:
    """Whether a chunk stands inside a quoted fragment that began in the content."""
    inside = parsed.sentence.low[max(0, parsed.chunks[start.chunk].first - 1) : chunk.first]
    return inside.count(OPEN) > inside.count(CLOSE)


def _list_goes_on(chunks: list[Chunk], comma: int) -> bool:
    """Whether the comma stands between members of a list or before a relative clause."""
    following = kind_at(chunks, comma + 1)
    if following == t.CC:
        return kind_at(chunks, comma + 2) == NOUN_PHRASE and kind_at(chunks, comma + 3) != FINITE
    if following != NOUN_PHRASE:
        return following == t.WH
    if any(kind_at(chunks, at) == FINITE for at in range(comma + 1, comma + 4)):
        return False
    return any(
        kind_at(chunks, at) == t.CC and kind_at(chunks, at + 1) == NOUN_PHRASE
        for at in range(comma + 2, comma + 8)
    )
