"""Participles and infinitives that report: "…, saying that", "went on to say", "by arguing that".

Their speaker is the subject of the verb they hang on. Works on one sentence.
"""

from __future__ import annotations

from dataclasses import replace

from curator.extract.lexicon.cues import Cue, verb_cues
from curator.extract.reporting.complements import CLAUSE, INFINITIVAL, QUESTION, QUOTATION, content_after
from curator.extract.reporting.leading import keep_leading, shared_subject
from curator.extract.reporting.parentheses import segment_start
from curator.extract.reporting.phrase_ends import DIRECTING
from curator.extract.reporting.reading import Reading
from curator.extract.reporting.subjects import Subject, extended_left, skip_back
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE

_MIND = frozenset({"wants", "judges", "feels", "refuses", "shows"})
_SEEMING = frozenset({"seem", "appear"})
_DOING = frozenset("add prove mandate require direct determine establish figure offer".split())
"""Verbs that as participles tell what is done, unless a comma or "that" makes them tell what is said."""
_LEADING_TO_SPEECH = frozenset(
    "go take use rise stand call come turn step write continue issue release post hold appear seem be".split()
)


def read_nonfinite(reading: Reading, index: int, after: int, cue: Cue) -> None:
    """The attribution of the gerund or infinitive at chunk `index`, with its particle up to `after`."""
    chunk = reading.chunks[index]
    infinitive = chunk.kind == INFINITIVE
    if _is_denied(reading, index):
        return
    seeming = infinitive and reading.kind(index - 1) == FINITE and reading.chunks[index - 1].verb in _SEEMING
    thought = infinitive and cue.cue_class in ("thinks", "hopes", "fears", "predicts")
    if (cue.cue_class in _MIND and not cue.naming) or (thought and not seeming):
        return
    if cue.cue_class in ("thinks", "shows") and reading.kind(index - 1) != "," and not seeming:
        return
    start = content_after(reading.parsed, after, cue.takes)
    if start is None or not start.plain:
        return
    if cue.word in _DOING and reading.kind(index - 1) != "," and reading.kind(index + 1) not in (t.TH, t.QT):
        return
    judging = (start.naming or cue.cue_class in ("accuses", "praises")) and not infinitive
    urging = start.style == INFINITIVAL and cue.cue_class == "urges" and not infinitive
    if start.style not in (CLAUSE, QUOTATION, QUESTION) and not (judging or urging):
        return
    if start.naming:
        cue = replace(cue, cue_class=cue.naming)
    untold = infinitive and reading.low(index - 1) == "yet"
    if infinitive and not untold and (start.style == QUESTION or not _leads_to_speech(reading, index)):
        return
    subject = shared_subject(reading, index) if infinitive else _participle_subject(reading, index)
    if (
        infinitive
        and subject is not None
        and reading.is_word(subject, "it")
        and reading.kind(index - 1) == t.JJ
    ):
        return  # "it is fashionable | to say that", which nobody says
    if subject is not None or not infinitive:
        keep_leading(reading, index, start, subject, (chunk.first, chunk.last), cue)


def _is_denied(reading: Reading, index: int) -> bool:
    """Whether somebody denies what the gerund at chunk `index` tells ("denied | having told")."""
    before = reading.chunks[index - 1] if index else None
    cue = verb_cues().get(before.verb) if before is not None and before.kind == FINITE else None
    return cue is not None and cue.cue_class == "denies"


def _participle_subject(reading: Reading, index: int) -> Subject | None:
    """The noun right before a participle ("a statement saying"), or the subject of its main verb."""
    if (blamed := _blamed(reading, index)) is not None:
        return blamed
    if reading.kind(index - 1) == "," and (described := _with_apposition(reading, index - 1)) is not None:
        return described
    at = skip_back(reading.parsed, index - 1) if reading.kind(index - 1) == NOUN_PHRASE else index - 1
    if reading.kind(at) == "," and at < index - 1:
        at -= 1
    if reading.kind(at) == NOUN_PHRASE and _is_thing(reading, at):
        first = extended_left(reading.parsed, at)
        return Subject(first, at + 1, first)
    return _speaker_so_far(reading, index) or shared_subject(reading, index)


def _blamed(reading: Reading, index: int) -> Subject | None:
    """Whom somebody judges for what the gerund tells: "criticised the company | for telling us that"."""
    joint, last = reading.chunks[index - 1], index - 2
    if joint.kind != t.IN or reading.kind(last) != NOUN_PHRASE:
        return None
    first = extended_left(reading.parsed, last)
    if reading.kind(first - 1) not in (FINITE, GERUND, INFINITIVE):
        return None
    cue = verb_cues().get(reading.chunks[first - 1].verb)
    judged = cue is not None and bool(set("uF") & set(cue.takes)) and cue.cue_class in ("accuses", "praises")
    return Subject(first, last + 1, first) if judged else None


def _speaker_so_far(reading: Reading, index: int) -> Subject | None:
    """Who has been speaking up to the comma before a participle: "Kalin said they left, | adding that"."""
    if reading.kind(index - 1) != "," or reading.chunks[index].verb in DIRECTING:
        return None
    comma = reading.chunks[index - 1].first
    told = [
        frame for frame in reading.frames if frame.content[1] == comma and frame.cue[1] <= frame.content[0]
    ]
    if not told or told[0].speaker is None or not told[0].voiced:
        return None
    return Subject(index, index, index, told[0].speaker)


def _with_apposition(reading: Reading, comma: int) -> Subject | None:
    """The noun of "with a spokesman, Brian Fallon, | saying"."""
    opening = segment_start(reading.chunks, comma) - 1
    if reading.kind(opening) != "," or reading.kind(opening - 1) != NOUN_PHRASE:
        return None
    if any(reading.kind(at) == FINITE for at in range(opening, comma)):
        return None
    first = extended_left(reading.parsed, opening - 1)
    return Subject(first, opening, first) if reading.low(first - 1) == "with" else None


def _is_thing(reading: Reading, at: int) -> bool:
    """Whether the phrase at `at` is a noun and no date."""
    return not reading.chunks[at].time and not reading.chunks[at].pronoun


def _leads_to_speech(reading: Reading, index: int) -> bool:
    """Whether an infinitive reports something that was said ("went on to say")."""
    before = index - 1
    while before >= 0 and reading.kind(before) not in (FINITE, GERUND, ",", ";"):
        before -= 1
    if reading.kind(before) == GERUND and reading.chunks[before].verb == "go":
        return True
    while before >= 0 and reading.kind(before) not in (FINITE, ",", ";"):
        before -= 1
    if reading.kind(before) != FINITE:
        return False
    governor = reading.chunks[before]
    return governor.verb in _LEADING_TO_SPEECH and not governor.negated and not governor.modal
