"""Speakers set off by a dash or a colon: "Troops may go - minister", "Police: man held", a pull quote's name.

Works on one sentence: a heading, or a quotation with a name after it.
"""

from __future__ import annotations

from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.cues import Cue
from curator.extract.reporting.reading import Reading, Tokens
from curator.extract.reporting.subjects import Subject
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, NOUN_PHRASE, Parsed
from curator.extract.syntax.clauses import has_clause

_CUE = Cue("", "says", "b")
_SPEAKING = v.PERSON_ROLES | v.GROUP_ROLES | v.DOCUMENTS | v.ORGANISATIONS
_NAME_LENGTH, _LABEL_LENGTH = 8, 5
_NO_SPEAKERS = frozenset("opinion comment editorial column letter letters review obituary correction".split())
"""What a heading's label says of the article, and not who speaks in it."""
_FINDERS = frozenset("poll survey study police officials report source sources experts".split())
_DATELINE = 9
"""Chunks within which a dateline ends."""
_RUBRICS = frozenset(
    "live latest update updates breaking analysis explained explainer exclusive recap".split()
)
"""What ends the words before a heading's colon that name a page and no speaker ("Ferry strike live: …")."""
_VERBLESS = 4
"""Words from which a heading without a verb says something ("Man killed in crash: police")."""
_OF_SPEAKERS = frozenset("of for at from in on".split())
"""What joins a speaker to an office or a place, where "after" tells what happened."""


def _names_speaker(reading: Reading, first: int, last: int) -> bool:
    """Whether chunks `[first, last)` are a speaker and nothing else."""
    chunks = reading.chunks[first:last]
    if not chunks or any(chunk.kind not in (NOUN_PHRASE, t.IN) or chunk.time for chunk in chunks):
        return False
    head = chunks[0]
    if chunks[-1].last - head.first > _NAME_LENGTH or head.pronoun:
        return False
    if reading.parsed.word(head.first)[0].isdigit():
        return False
    if any(chunk.kind == t.IN and reading.parsed.low(chunk) not in _OF_SPEAKERS for chunk in chunks):
        return False
    return reading.parsed.tags[head.head] == t.NP or reading.parsed.low(head) in _SPEAKING


def _says_something(reading: Reading, first: int, last: int) -> bool:
    if last <= first:
        return False
    begin, end = reading.tokens(first, last)
    return has_clause(reading.chunks, first, last) or end - begin >= _VERBLESS


def dateline_end(parsed: Parsed) -> int:
    """The chunk after the place or rubric that a report opens with ("BEIRUT (AP) — "); 0 without one."""
    chunks = parsed.chunks
    if not parsed.sentence.opens_paragraph or not chunks:
        return 0
    if (rubric := _rubric_end(parsed)) > 0:
        return rubric
    capitals = parsed.word(chunks[0].first).isupper() and chunks[0].last - chunks[0].first < _LABEL_LENGTH
    for at, chunk in enumerate(chunks[:_DATELINE]):
        if chunk.kind == "-" or (chunk.kind == ":" and capitals):
            return at + 1 if at and has_clause(chunks, at + 1, len(chunks)) else 0
        name = chunk.kind == NOUN_PHRASE and (chunk.time or parsed.tags[chunk.head] == t.NP)
        if not name and chunk.kind not in (",", "(", ")", "."):
            return 0
    return 0


def _rubric_end(parsed: Parsed) -> int:
    """The chunk after a heading's rubric ("Ferry strike live: "); 0 if there is none."""
    chunks, low = parsed.chunks, parsed.sentence.low
    if not parsed.sentence.closes_paragraph or chunks[-1].kind == ".":
        return 0
    for at, chunk in enumerate(chunks[1:_DATELINE], start=1):
        if chunk.kind == ":":
            says = low[chunk.first - 1] in _RUBRICS and has_clause(chunks, at + 1, len(chunks))
            return at + 1 if says else 0
    return 0


def read_heading(reading: Reading) -> None:
    """The attribution of a heading: the speaker stands at its end or its beginning."""
    chunks = reading.chunks
    marks = [at for at, chunk in enumerate(chunks) if chunk.kind in ("-", ":")]
    if not marks:
        return
    last, first = marks[-1], marks[0]
    if _names_speaker(reading, last + 1, len(chunks)) and _says_something(reading, 0, last):
        _keep(reading, (0, last), (last + 1, len(chunks)), last, "heading, then a dash or colon and a name")
    elif chunks[first].kind == ":" and _names_speaker(reading, 0, first):
        label = chunks[first].first - chunks[0].first
        says = has_clause(chunks, first + 1, len(chunks))
        spoken = reading.parsed.sentence.low[chunks[first].first - 1] not in _NO_SPEAKERS | _RUBRICS
        if spoken and label <= _LABEL_LENGTH and (says or _labels(reading, first)):
            _keep(reading, (first + 1, len(chunks)), (0, first), first, "name and colon, then the heading")


def read_signature(reading: Reading) -> None:
    """The name after a quotation and a dash: “It is a long game.” — Matthew Ingram."""
    chunks = reading.chunks
    for at in range(1, len(chunks) - 1):
        if chunks[at].kind != "-" or chunks[at - 1].kind != t.QT:
            continue
        end = at + 1
        while end < len(chunks) and chunks[end].kind in (NOUN_PHRASE, t.IN, ","):
            end += 1
        if reading.kind(end) not in ("", "."):
            continue
        name_end = next((k for k in range(at + 1, end) if chunks[k].kind == ","), end)
        if _names_speaker(reading, at + 1, name_end):
            _keep(reading, (at - 1, at), (at + 1, name_end), at, "quotation, then a dash and a name")


def _labels(reading: Reading, colon: int) -> bool:
    """Whether the label before a heading's colon tells who found what follows, verb or none ("Poll: …")."""
    end = len(reading.chunks)
    return reading.low(colon - 1) in _FINDERS and _says_something(reading, colon + 1, end)


def _keep(reading: Reading, content: Tokens, speaker: Tokens, mark: int, rule: str) -> None:
    subject = Subject(speaker[0], speaker[1], speaker[0])
    chunks = reading.chunks
    if any(chunk.kind == FINITE for chunk in chunks[speaker[0] : speaker[1]]):
        return
    tokens = (chunks[mark].first, chunks[mark].last)
    reading.add(reading.tokens(*content), subject, tokens, _CUE, rule)
