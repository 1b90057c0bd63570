"""The attributions of one sentence: each phrase is offered to the constructions that could read it.

The one door to this folder for whoever has a parsed sentence.
"""

from __future__ import annotations

from dataclasses import replace

from curator.extract.lexicon.cues import Cue, adjective_cues, noun_cues, phrase_cues, verb_cues
from curator.extract.reporting.headlines import dateline_end, read_heading, read_signature
from curator.extract.reporting.leading import read_leading
from curator.extract.reporting.nominals import read_noun, read_predicate
from curator.extract.reporting.nonfinite import read_nonfinite
from curator.extract.reporting.passives import read_passive
from curator.extract.reporting.reading import Frame, Reading
from curator.extract.reporting.sources import read_as_clause, read_source
from curator.extract.reporting.subjects import subject_of
from curator.extract.reporting.trailing import (
    find_inverted,
    read_opening_inversion,
    read_trailing,
    read_unknown_verbs,
)
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, PARTICIPLE, Chunk, Parsed

_PAIRED = 6
"""Tokens before "nor" and its verb within which "neither" stands."""
_COPULAS = frozenset("be feel seem remain become sound appear grow".split())


def _read_finite(reading: Reading, index: int, chunk: Chunk) -> None:
    if _read_adjective(reading, index, chunk) or read_as_clause(reading, index):
        return
    cue, after = _cue_at(reading, index, chunk)
    if cue is None or (cue.cue_class == "denies" and _neither(reading, chunk)):
        return
    if cue.cue_class == "denies" and chunk.negated:
        cue = replace(cue, cue_class="predicts" if cue.word == "rule out" else "says")
    if chunk.passive or _shares_passive(reading, index, chunk):
        read_passive(reading, index, cue)
        return
    inverted = find_inverted(reading, index, chunk, cue)
    subject = inverted or subject_of(reading.parsed, index)
    if subject is None and reading.kind(index - 1) != t.QT and index > 0:
        return
    if read_trailing(reading, index, after, cue, subject, inverted is not None):
        return
    if inverted is None:
        read_leading(reading, index, after, cue, subject)
    elif index == 0:
        read_opening_inversion(reading, index, inverted, cue)


def _neither(reading: Reading, chunk: Chunk) -> bool:
    """Whether a verb is the second of two that somebody does not: "would neither confirm | nor deny"."""
    low = reading.parsed.sentence.low
    return (
        low[chunk.first - 1 : chunk.first] == ["nor"]
        and "neither" in low[max(0, chunk.first - _PAIRED) : chunk.first]
    )


def _read_adjective(reading: Reading, index: int, chunk: Chunk) -> bool:
    """Read "is sure that"; True if the verb is a copula, which reports nothing by itself."""
    adjectives = adjective_cues()
    low = reading.parsed.low(chunk)
    if low in adjectives and chunk.passive:
        read_predicate(reading, index, index, adjectives[low])
        return True
    if chunk.verb not in _COPULAS:
        return False
    after = index + 1
    while reading.kind(after) == t.RB:
        after += 1
    if reading.kind(after) in (t.JJ, NOUN_PHRASE, FINITE, PARTICIPLE) and reading.low(after) in adjectives:
        read_predicate(reading, index, after, adjectives[reading.low(after)])
        return True
    return chunk.verb == "be"


def _shares_passive(reading: Reading, index: int, chunk: Chunk) -> bool:
    """Whether a participle goes on with a passive: "was hauled in and told"."""
    if chunk.verb not in ("tell", "ask", "inform", "remind") or reading.kind(index - 1) != t.CC:
        return False
    for at in range(index - 2, max(-1, index - 6), -1):
        if reading.kind(at) == FINITE:
            return reading.chunks[at].passive
    return False


def _cue_at(reading: Reading, index: int, chunk: Chunk) -> tuple[Cue | None, int]:
    """The cue at a finite verb with its particle ("pointed out"), and the chunk after them."""
    phrases = phrase_cues()
    for after in (index + 1, index + 2):
        cue = phrases.get((chunk.verb, reading.low(after)))
        if cue is not None and (after == index + 1 or reading.kind(index + 1) in (NOUN_PHRASE, t.RB)):
            return (cue if cue.cue_class else None), after + 1
    return verb_cues().get(chunk.verb), index + 1


def frames_of(parsed: Parsed) -> list[Frame]:
    """The attributions of one sentence, in the order of their reporting words."""
    reading = Reading(parsed)
    sentence = parsed.sentence
    reading.used = reading.base = dateline_end(parsed)
    verbs, nouns = verb_cues(), noun_cues()
    for index, chunk in enumerate(parsed.chunks):
        if chunk.kind == FINITE:
            _read_finite(reading, index, chunk)
        elif chunk.kind in (GERUND, INFINITIVE):
            cue, after = _cue_at(reading, index, chunk)
            if cue is not None:
                read_nonfinite(reading, index, after, cue)
        elif chunk.kind == t.AC:
            read_source(reading, index)
        elif chunk.kind == NOUN_PHRASE and (noun := nouns.get(parsed.low(chunk))):
            read_noun(reading, index, noun)
    read_unknown_verbs(reading, verbs)
    if sentence.quotes:
        read_signature(reading)
    alone = sentence.opens_paragraph and sentence.closes_paragraph and not reading.frames
    if alone and parsed.chunks and parsed.chunks[-1].kind not in (".", ":"):
        read_heading(reading)
    return [frame for frame in reading.frames if not _is_echo(frame, reading)]


def _is_echo(frame: Frame, reading: Reading) -> bool:
    """Whether a thought is only the speaker's own: of "she said she believed it", "it"."""
    if frame.speaker is None or reading.parsed.tags[frame.speaker[0]] != t.PR:
        return False
    return any(
        other.content[0] == frame.speaker[0] and frame.content[1] <= other.content[1]
        for other in reading.frames
        if other is not frame
    )
