"""Which past forms are finite verbs and which are participles, and whether phrases hold a clause.

Completes what `chunks` builds: `parse` is the door to the syntax of one sentence.
"""

from __future__ import annotations

from curator.extract.lexicon.cues import verb_cues
from curator.extract.lexicon.verbs import third_person
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunker import Chunker
from curator.extract.syntax.chunks import (
    FINITE,
    GERUND,
    INFINITIVE,
    NOUN_PHRASE,
    PARTICIPLE,
    Chunk,
    Parsed,
)
from curator.extract.syntax.sentences import Sentence
from curator.extract.syntax.tags import is_heading, tag

_BOUNDARIES = frozenset({GERUND, ",", t.CC, t.SB, t.WH, t.TH, ";", ":", "-", "(", ")", t.QT, "."})
_BEFORE_PARTICIPLE = frozenset({",", "(", "-", t.IN, GERUND, FINITE, INFINITIVE, PARTICIPLE})
_OF_TAKERS = frozenset(
    """
    think speak dream warn hear know complain talk learn approve dispose consist die come grow tire run
    remain become emerge boast repent despair smell taste
    """.split()
)
"""Verbs that stand before "of" as finite ones."""
_LOOKED_BACK = 20


def _takes_clause(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a past form may have a clause without "that" right after it."""
    cue = verb_cues().get(chunk.verb)
    if cue is None or not set("bc") & set(cue.takes):
        return False
    following = parsed.tags[chunk.last] if chunk.last < len(parsed.tags) else ""
    return chunk.verb in ("say", "tell") or following not in (t.IN, t.RB, t.TO)


def _parenthesis_before(chunks: list[Chunk], index: int) -> bool:
    """Whether the comma before chunk `index` closes something put in after a noun phrase."""
    for at in range(index - 2, max(0, index - _LOOKED_BACK), -1):
        if chunks[at].kind == ",":
            return chunks[at - 1].kind == NOUN_PHRASE
    return False


def _cannot_be_finite(parsed: Parsed, index: int, clause_has_verb: bool) -> bool:
    """Whether what stands around an uncertain past form leaves only the participle."""
    chunks, low = parsed.chunks, parsed.sentence.low
    chunk = chunks[index]
    following = low[chunk.last] if chunk.last < len(low) else ""
    cue = verb_cues().get(chunk.verb)
    if (
        following == "to"
        and cue is not None
        and not set("tT") & set(cue.takes)
        and set("bc") & set(cue.takes)
    ):
        return parsed.tags[chunk.last] == t.TO
    if following == "by" or (following == "of" and chunk.verb not in _OF_TAKERS):
        return not (index and chunks[index - 1].pronoun)
    previous = chunks[index - 1].kind if index else ""
    if following == "that" and previous == "," and not clause_has_verb and index > 1:
        pronoun = low[chunk.last + 1 : chunk.last + 2] in ([","], [":"], ["."], [";"])  # "disputed that:"
        return not (pronoun or _takes_clause(parsed, chunk))
    if (
        previous == NOUN_PHRASE
        and index >= 2
        and chunks[index - 2].kind == t.IN
        and not chunks[index - 1].time
    ):
        return (index == 2 or chunks[index - 3].kind == ",") and not chunks[index - 1].pronoun
    if previous == "," and index >= 2 and chunks[index - 2].kind == t.QT and cue is not None:
        return not set("bcq") & set(cue.takes)  # “…”, added Kalin
    if index == 0 or previous in _BEFORE_PARTICIPLE:
        return clause_has_verb or previous != "," or not _parenthesis_before(chunks, index)
    return False


def _settle(parsed: Parsed, heading: bool) -> None:
    """Make participles of the past forms that cannot be the finite verb of their clause.

    Headings tell in the present, so that a bare past form in one is a participle.
    """
    chunks = parsed.chunks
    last = -1
    """Index of the finite verb of the clause so far, -1 for none."""
    for index, chunk in enumerate(chunks):
        if chunk.kind != FINITE:
            if chunk.kind in _BOUNDARIES:
                last = -1
            continue
        if _goes_on_infinitive(parsed, index):
            chunk.kind = INFINITIVE
            continue
        if not chunk.certain and (heading or _cannot_be_finite(parsed, index, last >= 0)):
            chunk.kind = PARTICIPLE
            continue
        previous = chunks[index - 1] if index else chunk
        after_noun = previous.kind in (NOUN_PHRASE, t.RB, PARTICIPLE) and not previous.pronoun
        if last >= 0 and after_noun and not _takes_clause(parsed, chunks[last]):
            earlier = chunks[last]
            said = chunk.certain or _takes_that(parsed, index)
            if said and not earlier.certain and not _must_be_finite(chunks, last):
                earlier.kind = PARTICIPLE
            elif not chunk.certain and previous.kind == NOUN_PHRASE:
                chunk.kind = PARTICIPLE
                continue
        if previous.kind == "," and chunk.kind == FINITE and chunk.verb != "say":
            _reduce_before_comma(parsed, index - 1)
        last = index


def _goes_on_infinitive(parsed: Parsed, index: int) -> bool:
    """Whether a bare verb after "and" shares the "to" of an infinitive ("to threaten or even punish")."""
    chunks = parsed.chunks
    chunk, at = chunks[index], index - 1
    if parsed.tags[chunk.head] != t.VB or chunk.modal or chunk.negated:
        return False
    if any(parsed.tags[token] in (t.AX, t.MD) for token in range(chunk.first, chunk.head)):
        return False
    if parsed.sentence.low[chunk.head] == third_person(chunk.verb):
        return False
    while at > 0 and chunks[at].kind == t.RB:
        at -= 1
    if at < 1 or chunks[at].kind != t.CC or parsed.low(chunks[at]) not in ("and", "or"):
        return False
    infinitive = False
    for before in range(at - 1, max(-1, at - _LOOKED_BACK), -1):
        earlier = chunks[before]
        if earlier.kind == INFINITIVE and not infinitive:
            infinitive = True
        elif earlier.kind == FINITE:
            bare = parsed.tags[earlier.head] == t.VB and not earlier.modal
            agrees = bare and parsed.sentence.low[earlier.head] != third_person(earlier.verb)
            return infinitive and not (agrees and chunk.verb in verb_cues())
        elif earlier.kind in (t.TH, t.SB, t.WH, ";", ":", t.QT) and not infinitive:
            return False
    return infinitive


def _takes_that(parsed: Parsed, index: int) -> bool:
    """Whether a reporting verb with "that" after it stands at chunk `index` ("released May 2 found that")."""
    cue = verb_cues().get(parsed.chunks[index].verb)
    following = parsed.chunks[index + 1].kind if index + 1 < len(parsed.chunks) else ""
    return following == t.TH and cue is not None and bool(set("bch") & set(cue.takes))


def _must_be_finite(chunks: list[Chunk], index: int) -> bool:
    """Whether a pronoun or a relative stands right before the verb at `index`."""
    return index > 0 and (chunks[index - 1].pronoun or chunks[index - 1].kind in (t.WH, t.TH))


def _reduce_before_comma(parsed: Parsed, comma: int) -> None:
    """In "the results published in May, revealed that" make a participle of the verb before the comma."""
    chunks = parsed.chunks
    for at in range(comma - 1, max(0, comma - _LOOKED_BACK), -1):
        chunk = chunks[at]
        if chunk.kind in _BOUNDARIES:
            return
        if chunk.kind == FINITE:
            if not chunk.certain and chunks[at + 1].kind == t.IN and not chunks[at - 1].pronoun:
                chunk.kind = PARTICIPLE
            return


def parse(sentence: Sentence, text: str) -> Parsed:
    """The phrases of one sentence."""
    tags = tag(sentence, text)
    parsed = Parsed(sentence, text, tags, Chunker(sentence, tags).run())
    _settle(parsed, is_heading(sentence, text))
    return parsed


def main_verb(chunks: list[Chunk], before: int) -> int | None:
    """The index of the first finite verb before token `before` that no subordinate word opens."""
    pending = 0
    for index, chunk in enumerate(chunks):
        if chunk.last > before:
            break
        if chunk.kind in (t.WH, t.TH, t.SB):
            pending += 1
        elif chunk.kind == FINITE:
            if not pending:
                return index
            pending -= 1
    return None


def has_clause(chunks: list[Chunk], first: int, last: int) -> bool:
    """Whether chunks `[first, last)` hold a quotation or a finite verb outside subordinate clauses."""
    pending = 0
    for index in range(first, min(last, len(chunks))):
        kind = chunks[index].kind
        if kind in (t.WH, t.TH, t.SB):
            pending += 1
        elif kind == FINITE:
            if not pending:
                return True
            pending -= 1
        elif kind == t.QT:
            return True
    return False


def sentence_part_end(chunks: list[Chunk], first: int) -> int:
    """The end of the part of a sentence in which a clause from chunk `first` can lie."""
    depth = 0
    for index in range(first, len(chunks)):
        kind = chunks[index].kind
        if kind in (".", ";"):
            return index
        if kind == "(":
            depth += 1
        elif kind == ")":
            if not depth:
                return index
            depth -= 1
    return len(chunks)
