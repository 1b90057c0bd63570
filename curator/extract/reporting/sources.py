""" "According to the ministry, …"; "…, according to the ministry"; "As the judge put it, …".

Works on one sentence.
"""

from __future__ import annotations

from curator.extract.lexicon.cues import Cue, verb_cues
from curator.extract.reporting.complements import CLAUSE, Start
from curator.extract.reporting.extents import content_end
from curator.extract.reporting.reading import Reading, Tokens
from curator.extract.reporting.subjects import Subject, subject_of
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, PARTICIPLE
from curator.extract.syntax.clauses import has_clause

_CUE = Cue("according to", "says", "b")
_WORDS_OF_A_STATEMENT = 6
_OPENS = frozenset({"", t.CC, t.TH, ";", t.SB})


def read_source(reading: Reading, index: int) -> None:
    """The attribution of "according" at chunk `index`."""
    if reading.low(index + 1) != "to" or reading.kind(index + 2) != NOUN_PHRASE:
        return
    last = _source_end(reading, index + 2)
    subject = Subject(index + 2, last, index)
    before = reading.kind(index - 1)
    verbless = not has_clause(reading.chunks, reading.base, index)
    if before in _OPENS or (verbless and not _closes_statement(reading, index, last)):
        _before_statement(reading, index, subject)
    else:
        _after_statement(reading, index, subject)


def _closes_statement(reading: Reading, index: int, last: int) -> bool:
    """Whether the words before a source that ends before chunk `last` are a statement of unknown verb."""
    first = reading.base
    named = reading.kind(first) == NOUN_PHRASE and not reading.chunks[first].time
    resumed = reading.kind(last) == "," and reading.kind(last + 1) == t.CC
    ended = resumed or reading.kind(last) in ("", ".")
    return named and ended and reading.kind(index - 1) == ","


def _before_statement(reading: Reading, index: int, subject: Subject) -> None:
    last = subject.last
    first = last + 1 if reading.kind(last) == "," else last
    if reading.kind(last) == ",":
        first = _over_apposition(reading, last) or first
    end = content_end(reading.parsed, Start(first, CLAUSE))
    if first < end and (has_clause(reading.chunks, first, end) or _is_long(reading, last, first, end)):
        cue = reading.tokens(index, index + 2)
        rule = "“according to” and a name, then the statement"
        reading.add(reading.tokens(first, end), subject, cue, _CUE, rule)
        reading.used = max(reading.used, last)


def _is_long(reading: Reading, comma: int, first: int, end: int) -> bool:
    """Whether what a comma parts from its source is long enough to be a statement without a verb we know."""
    begin, last = reading.tokens(first, end)
    return reading.kind(comma) == "," and last - begin >= _WORDS_OF_A_STATEMENT


def _after_statement(reading: Reading, index: int, subject: Subject) -> None:
    comma = reading.kind(index - 1) == ","
    end = index - 1 if comma else index
    first = reading.used
    if not (first < end and has_clause(reading.chunks, first, end)):
        first = reading.base
    for at in range(end - 1, first - 1, -1):
        if reading.kind(at) == ";":
            first = at + 1
            break
    while first < end and reading.kind(first) in (",", t.CC, ".", "-"):
        first += 1
    if first >= end or (end - first <= 2 and reading.low(first) in ("that", "this", "it")):
        return
    content = reading.tokens(first, end)
    rule = "statement, then “according to” and a name"
    last = subject.last
    if comma and reading.kind(last) == "," and reading.kind(last + 1) in (FINITE, INFINITIVE):
        resumed = content_end(reading.parsed, Start(last + 1, CLAUSE))
        content = (content[0], reading.chunks[resumed - 1].last)
        rule = "statement around “according to” and a name"
        last = resumed
    reading.add(content, subject, reading.tokens(index, index + 2), _CUE, rule)
    reading.used = reading.base = max(reading.used, last)


def read_as_clause(reading: Reading, index: int) -> bool:
    """ "As the judge put it, the contract was void", "…, as the judge noted"; False if it is neither."""
    chunk, subject = reading.chunks[index], subject_of(reading.parsed, index)
    cue, after = _cue_of_as_clause(reading, index)
    if cue is None or subject is None or reading.low(subject.first - 1) != "as" or not subject.first:
        return False
    opening = subject.first - 1
    while reading.kind(after) in (t.RB, t.IN) or (
        reading.kind(after - 1) == t.IN and reading.kind(after) != ","
    ):
        after += 1
    told = _told_around(reading, opening, after)
    if told is None:
        return False
    content, rule, used = told
    reading.add(content, subject, (reading.chunks[opening].first, chunk.last), cue, rule)
    if used:
        reading.used = reading.base = max(reading.used, used)
    return True


def _cue_of_as_clause(reading: Reading, index: int) -> tuple[Cue | None, int]:
    """What the verb at chunk `index` reports in "as the judge put it", and the chunk after it."""
    chunk = reading.chunks[index]
    after = index + 1
    cue = verb_cues().get(chunk.verb)
    if chunk.verb in ("put", "see") and reading.low(after) == "it":
        cue, after = Cue(f"as … {chunk.verb} it", "says", "b"), after + 1
    if chunk.verb == "point" and reading.low(after) == "out":
        cue, after = Cue("as … point out", "says", "b"), after + 1
    if cue is None or not set("bc") & set(cue.takes) or chunk.passive:
        return None, after
    return (cue if cue.cue_class in ("says", "warns", "predicts") else None), after


def _told_around(reading: Reading, opening: int, after: int) -> tuple[Tokens, str, int] | None:
    """The statement beside the "as" at `opening`, whose clause ends before `after`: rule, and up to where."""
    rule = "“as”, a name and a verb"
    first, last = reading.base, opening - 1
    if opening == first and reading.kind(after) == ",":
        end = content_end(reading.parsed, Start(after + 1, CLAUSE))
        if has_clause(reading.chunks, after + 1, end):
            return reading.tokens(after + 1, end), f"{rule}, then the statement", 0
    if reading.kind(last) != "," or reading.kind(after) not in ("", ".", ","):
        return None
    if has_clause(reading.chunks, first, last):
        return reading.tokens(first, last), f"statement, then {rule}", after
    if (
        reading.kind(after) == ","
        and reading.kind(after + 1) == FINITE
        and reading.kind(first) == NOUN_PHRASE
    ):
        end = content_end(reading.parsed, Start(after + 1, CLAUSE))
        whole = reading.tokens(first, last)[0], reading.chunks[end - 1].last
        return whole, f"statement around {rule}", end
    return None


def _over_apposition(reading: Reading, comma: int) -> int:
    """The chunk after an apposition that the comma opens ("Wilkins, a curator, | …"); 0 if there is none."""
    opening = comma + 1
    if reading.kind(opening) not in (NOUN_PHRASE, t.WH):
        return 0
    tag = reading.parsed.tags[reading.chunks[opening].first]
    if tag not in (t.DT, t.WH, t.NN, t.JJ):
        return 0
    for at in range(opening, min(opening + 12, len(reading.chunks))):
        kind = reading.kind(at)
        if kind == ",":
            return at + 1
        if kind == t.QT or (kind == FINITE and tag != t.WH):
            return 0
    return 0


def _source_end(reading: Reading, at: int) -> int:
    """The end of the source that begins at chunk `at`: its name with what hangs on it."""
    last = at + 1
    while last + 1 < len(reading.chunks):
        kind, following = reading.kind(last), reading.kind(last + 1)
        if kind in (t.IN, t.CC) and following == NOUN_PHRASE:
            if kind == t.CC and reading.kind(last + 2) == FINITE:
                break
            last += 2
        elif kind == GERUND and following in (NOUN_PHRASE, t.IN):
            last += 2
        elif (
            kind == PARTICIPLE
            or (kind == NOUN_PHRASE and reading.chunks[last].time)
            or (kind == FINITE and not reading.chunks[last].certain)
        ):
            last += 1
        else:
            break
    if reading.kind(last) == PARTICIPLE:
        last += 1
    return last
