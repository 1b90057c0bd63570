"""Nouns and adjectives that report: "his promise to", "reports appeared that", "is confident that".

Works on one sentence.
"""

from __future__ import annotations

from curator.extract.lexicon.cues import APPEARING, BEARERS, DISTANCED, Cue
from curator.extract.lexicon.vocabulary import TIME_NOUNS
from curator.extract.reporting.complements import (
    CLAUSE,
    INFINITIVAL,
    PHRASE,
    QUESTION,
    QUOTATION,
    Start,
    content_after,
)
from curator.extract.reporting.extents import content_end
from curator.extract.reporting.leading import keep_leading
from curator.extract.reporting.reading import Reading
from curator.extract.reporting.subjects import Subject, subject_of
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, INFINITIVE, NOUN_PHRASE, Chunk
from curator.extract.syntax.clauses import has_clause

_SOURCE_PREPOSITIONS = frozenset("by from of in on to at".split())
_POSSESSIVES = frozenset("his her their its our my".split())
_ANONYMOUS = frozenset(
    """
    report claim allegation accusation rumor rumour fear concern speculation warning suggestion complaint
    charge criticism denial admission assertion argument
    """.split()
)
"""Reporting nouns whose content is a claim even when nobody is named for it."""


def read_predicate(reading: Reading, verb: int, adjective: int, cue: Cue) -> None:
    """ "is confident that", "were worried that", "is determined to"."""
    subject = subject_of(reading.parsed, verb)
    if subject is None or reading.low(subject.first) in ("it", "that", "this", "there"):
        return
    start = content_after(reading.parsed, adjective + 1, cue.takes)
    if start is not None and start.style not in (PHRASE, QUOTATION):
        tokens = (reading.chunks[verb].first, reading.chunks[adjective].last)
        keep_leading(reading, verb, start, subject, tokens, cue)


def read_noun(reading: Reading, index: int, cue: Cue) -> None:
    """ "the claim that", "voiced fears that", "reports appeared that", "his promise to"."""
    chunk, after, separated = reading.chunks[index], index + 1, False
    if reading.kind(after) == FINITE and reading.chunks[after].verb in APPEARING:
        separated = reading.kind(after + 1) == t.TH
        after += 1 if separated else 0
    elif reading.low(after) in _SOURCE_PREPOSITIONS and reading.kind(after + 1) == NOUN_PHRASE:
        after += 2 if reading.kind(after + 2) == t.TH else 0
    elif reading.kind(after) == NOUN_PHRASE and reading.chunks[after].time:
        after += 1
    start = _start(reading, after, cue, separated)
    if start is None:
        return
    if reading.kind(index - 1) == FINITE and reading.chunks[index - 1].verb in DISTANCED:
        return
    subject = _bearer(reading, index, chunk)
    if subject is None and (start.style != CLAUSE or cue.word not in _ANONYMOUS):
        return
    embedded = reading.kind(index - 1) != FINITE and not separated
    end = content_end(reading.parsed, start, embedded=embedded)
    if end > start.chunk:
        content = reading.content(start, end)
        rule = f"“the {cue.word}” and what it says"
        pledged = cue.cue_class == "promises" and subject is not None and subject.tokens is not None
        aim = start.style == INFINITIVAL and not pledged
        reading.add(content, subject, (chunk.head, chunk.head + 1), cue, rule, phrase=aim)


def _start(reading: Reading, after: int, cue: Cue, separated: bool) -> Start | None:
    kind = reading.kind(after)
    if kind == t.TH and "h" in cue.takes:
        relative = reading.kind(after + 1) == FINITE and not separated
        clause = has_clause(reading.chunks, after + 1, len(reading.chunks))
        return Start(after + 1, CLAUSE) if clause and not relative else None
    if kind == INFINITIVE and "t" in cue.takes:
        return Start(after, INFINITIVAL)
    if kind == t.WH and "w" in cue.takes:
        return Start(after, QUESTION)
    return None


def _bearer(reading: Reading, index: int, chunk: Chunk) -> Subject | None:
    """Whose claim it is: its possessor, "by" or "from" somebody, or the subject of the verb before it."""
    tags, low = reading.parsed.tags, reading.parsed.sentence.low
    for at in range(chunk.head - 1, chunk.first - 1, -1):
        if tags[at] == t.PO and low[at - 1] not in TIME_NOUNS:
            return Subject(index, index + 1, index, (chunk.first, at))
    if low[chunk.first] in _POSSESSIVES:
        return Subject(index, index + 1, index, (chunk.first, chunk.first + 1))
    if reading.low(index + 1) in ("by", "from", "of") and reading.kind(index + 2) == NOUN_PHRASE:
        return Subject(index + 2, index + 3, index)
    before = index - 1
    while reading.kind(before) in (t.IN, NOUN_PHRASE):
        before -= 1
    if reading.kind(before) != FINITE:
        return None
    verb = reading.chunks[before]
    if verb.passive or verb.verb not in BEARERS or verb.verb in DISTANCED:
        return None
    return subject_of(reading.parsed, before)
