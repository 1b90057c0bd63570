"""Passives that report: "was quoted as saying", "it was announced that".

Works on one sentence.
"""

from __future__ import annotations

from curator.extract.lexicon.cues import Cue
from curator.extract.reporting.complements import CLAUSE, PHRASE, QUESTION, QUOTATION, Start, content_after
from curator.extract.reporting.extents import content_end
from curator.extract.reporting.leading import keep_leading
from curator.extract.reporting.reading import Reading
from curator.extract.reporting.subjects import Subject, subject_of
from curator.extract.reporting.trailing import content_before, keep_trailing
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, NOUN_PHRASE
from curator.extract.syntax.clauses import has_clause

_QUOTED = Cue("be quoted as saying", "says", "bwh")
_QUOTING = ("quote", "cite", "report", "hear")
_TELLING = frozenset("tell inform warn advise notify assure remind".split())
_HELD = frozenset("understand believe think allege claim report say".split())
"""Verbs that need no "that": "It is understood | the report was late"."""
_JOINTS = frozenset("of from at for in".split())
_REACH = 12


def read_passive(reading: Reading, index: int, cue: Cue) -> None:
    """The attribution of the passive finite verb at chunk `index`, if it reports."""
    chunk = reading.chunks[index]
    if chunk.verb in _QUOTING:
        for at in range(index + 1, min(index + _REACH, len(reading.chunks))):
            if reading.kind(at) == GERUND and reading.chunks[at].verb in ("say", "tell"):
                _quoted_as_saying(reading, index, at)
                return
            if reading.kind(at) in (FINITE, ".", ";"):
                break
    subject = subject_of(reading.parsed, index)
    tokens = (chunk.first, chunk.last)
    if chunk.verb == "quote":
        left = content_before(reading, index, subject, inverted=False)
        if left is not None:
            keep_trailing(reading, left, subject, tokens, _QUOTED, index + 1, inverted=False)
        return
    if chunk.verb in _TELLING or chunk.verb in ("accuse", "blame"):
        _told(reading, index, cue)
        return
    if subject is None or not reading.is_word(subject, "it") or not set("bch") & set(cue.takes):
        return
    bare = chunk.verb in _HELD and reading.kind(index + 1) == NOUN_PHRASE
    bare = bare and has_clause(reading.chunks, index + 1, len(reading.chunks))
    if bare or reading.kind(index + 1) == t.TH:
        start = Start(index + (1 if bare else 2), CLAUSE)
        end = content_end(reading.parsed, start)
        if end > start.chunk:
            rule = f"“it was {chunk.verb} that”, nobody named"
            reading.add(reading.content(start, end), None, tokens, cue, rule)
            reading.used = max(reading.used, end)


def _told(reading: Reading, index: int, cue: Cue) -> None:
    """ "She was told by her doctor that …", "He was accused of …": the subject is no speaker."""
    after, speaker = index + 1, None
    if reading.low(after) == "by" and reading.kind(after + 1) == NOUN_PHRASE:
        last = after + 2
        while (
            reading.kind(last) == t.IN
            and reading.low(last) in _JOINTS
            and reading.kind(last + 1) == NOUN_PHRASE
        ):
            last += 2
        speaker, after = Subject(after + 1, last, after), last
    start = _told_content(reading, after, cue)
    if start is None:
        return
    end = content_end(reading.parsed, start)
    if end > start.chunk:
        chunk = reading.chunks[index]
        rule = f"“be {chunk.verb}”, {'by whom' if speaker else 'nobody named'}, then what was said"
        phrase = start.style == PHRASE
        reading.add(reading.content(start, end), speaker, (chunk.first, chunk.last), cue, rule, phrase=phrase)
        reading.used = max(reading.used, end)


def _told_content(reading: Reading, after: int, cue: Cue) -> Start | None:
    if cue.cue_class == "accuses":
        accused = reading.low(after) == "of" and reading.kind(after + 1) in (GERUND, NOUN_PHRASE)
        return Start(after, PHRASE) if accused else None
    start = content_after(reading.parsed, after, cue.takes.replace("r", "").replace("n", ""))
    return (
        start if start is not None and start.plain and start.style in (CLAUSE, QUOTATION, QUESTION) else None
    )


def _quoted_as_saying(reading: Reading, index: int, saying: int) -> None:
    subject = subject_of(reading.parsed, index)
    tokens = (reading.chunks[index].first, reading.chunks[saying].last)
    start = content_after(reading.parsed, saying + 1, _QUOTED.takes)
    if start is not None:
        keep_leading(reading, index, start, subject, tokens, _QUOTED)
        return
    left = content_before(reading, index, subject, inverted=False)
    if left is not None:
        keep_trailing(reading, left, subject, tokens, _QUOTED, saying + 1, inverted=False)
