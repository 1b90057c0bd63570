"""Who is told: the listener between a reporting verb and what is reported ("told reporters | that").

Works on the phrases of one sentence, to the right of the reporting word.
"""

from __future__ import annotations

from curator.extract.lexicon import vocabulary as v
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, NOUN_PHRASE, PARTICIPLE, Chunk, Parsed, kind_at

_JOINTS = frozenset("of at from for with in".split())
_REACH = 10


def clause_at(chunks: list[Chunk], at: int) -> bool:
    """Whether a noun phrase and its finite verb stand at chunk `at`."""
    while kind_at(chunks, at) == NOUN_PHRASE:
        at += 1
    return kind_at(chunks, at) == FINITE


def is_listener(parsed: Parsed, after: int) -> bool:
    """Whether a noun phrase that ends before chunk `after` is told something, and is not what is told."""
    chunks = parsed.chunks
    kind = kind_at(chunks, after)
    if kind in ("", FINITE):
        return False
    if kind == "," and kind_at(chunks, after + 1) != t.QT:
        return any(kind_at(chunks, index) in (t.TH, t.QT) for index in range(after, after + _REACH))
    return True


def after_listener(parsed: Parsed, at: int, takes: str) -> int:
    """The chunk after the listener that begins at `at`: "reporters in Ankara and Moscow"."""
    chunks = parsed.chunks
    at += 1
    while at + 1 < len(chunks):
        kind, following = chunks[at].kind, chunks[at + 1].kind
        low = parsed.low(chunks[at])
        outlet = kind == t.CC and kind_at(chunks, at + 2) == NOUN_PHRASE  # "the Globe and Mail | he was"
        if kind != t.IN and following == NOUN_PHRASE and clause_at(chunks, at + 1) and not outlet:
            break
        content = (low == "of" and "F" in takes) or (low == "for" and "R" in takes)
        joined = kind == t.IN and low in _JOINTS and not content
        if following == NOUN_PHRASE and (kind == t.CC or joined):
            at += 2
        elif kind in (GERUND, PARTICIPLE) and following in (t.IN, NOUN_PHRASE, t.RB):
            at += 1
            while kind_at(chunks, at) in (t.IN, NOUN_PHRASE) and not clause_at(chunks, at):
                at += 1
        else:
            break
    return at


def split_listener(parsed: Parsed, at: int) -> int:
    """The token where a listener ends and content begins that look like one phrase; 0 if there is none.

    "told RIA news agency | Moscow was", "told police | LaCalamita fired", "told CNN | Trump would".
    """
    chunk = parsed.chunks[at]
    if kind_at(parsed.chunks, at + 1) != FINITE or chunk.pronoun or chunk.last - chunk.first < 2:
        return 0
    tags, low = parsed.tags, parsed.sentence.low
    cut = chunk.last
    while cut > chunk.first and tags[cut - 1] == t.NP:
        cut -= 1
    if chunk.first < cut < chunk.last and tags[cut - 1] == t.NN:
        return cut
    if cut == chunk.first and (low[cut] in v.OUTLETS or parsed.word(cut).isupper()):
        return cut + 1
    return chunk.first + 1 if low[chunk.first] in v.GROUP_ROLES else 0
