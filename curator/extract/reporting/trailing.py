"""Statement, then name and verb: "…," Kalin said; "…," said Kalin; and statements that go on after it.

Works on one sentence; quotations that go on in the next sentence are for `attribution`.
"""

from __future__ import annotations

from curator.extract.lexicon.cues import Cue, verb_cues
from curator.extract.reporting.attributions import SPEECH
from curator.extract.reporting.complements import (
    CLAUSE,
    INFINITIVAL,
    PHRASE,
    QUESTION,
    QUOTATION,
    Start,
    content_after,
)
from curator.extract.reporting.extents import INVERTING, content_end
from curator.extract.reporting.reading import Reading, Tokens
from curator.extract.reporting.subjects import Subject, inverted_subject, subject_of
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, Chunk
from curator.extract.syntax.clauses import has_clause

_MIND = frozenset({"wants", "thinks", "hopes", "fears", "predicts", "shows", "judges", "feels", "refuses"})
_TRAILING_THOUGHTS = frozenset(
    "believe think suspect predict estimate fear hope reckon guess feel suppose".split()
)
_NEVER_INVERTED = frozenset("tell inform ask remind assure".split())
"""Verbs that stand before their subject after a quotation alone."""
_WORDS_OF_A_STATEMENT = 6
_CIRCUMSTANCE_ENDS = frozenset({".", ",", ";", "-", t.AC, "(", t.CC, GERUND, t.SB, t.QT, ":"})


def find_inverted(reading: Reading, index: int, chunk: Chunk, cue: Cue) -> Subject | None:
    """The subject after a reporting verb that follows what was said; None if the order is not inverted."""
    before = reading.kind(index - 1)
    if before == t.RB and reading.kind(index - 2) in (t.QT, ","):
        before = reading.kind(index - 2)
    if before == "," and reading.kind(index - 2) == t.QT:
        before = t.QT  # “…”, said Kalin
    if chunk.modal or chunk.negated or (chunk.verb in _NEVER_INVERTED and before != t.QT):
        return None
    if not set("bcqw" if before == t.QT else "bcq") & set(cue.takes):
        return None
    found = inverted_subject(reading.parsed, index)
    if found is None:
        return None
    if before == "":
        return found if reading.kind(found.last) in (":", ",", t.QT) else None
    if before == ",":
        return found if _inverts_after_comma(reading, index, chunk) else None
    return found if before in (t.QT, "-") else None


def _inverts_after_comma(reading: Reading, index: int, chunk: Chunk) -> bool:
    if chunk.verb not in INVERTING:
        return False
    if chunk.verb != "say":
        return subject_of(reading.parsed, index) is None
    commas = sum(1 for at in range(reading.base, index - 1) if reading.kind(at) == ",")
    return not commas or has_clause(reading.chunks, reading.base, index)


def content_before(reading: Reading, index: int, subject: Subject | None, inverted: bool) -> Tokens | None:
    """Chunks `[first, last)` of content that ends where the subject and its verb at `index` begin."""
    if inverted or subject is None:
        last = index
    elif reading.kind(subject.clause) in (t.WH, t.TH):
        return None
    else:
        last = subject.clause
    while last > 0 and reading.kind(last - 1) in (t.RB, t.CC) and reading.kind(last - 2) in (",", t.QT):
        last -= 1
    if last == 0 or reading.kind(last - 1) not in (",", t.QT, "-", ")"):
        return None
    while last > 0 and reading.kind(last - 1) in (",", "-"):
        last -= 1
    for begin in (reading.used, reading.base):
        first = begin
        for at in range(last - 1, first - 1, -1):
            if reading.kind(at) == ";":
                first = at + 1
                break
        if reading.kind(last - 1) == t.QT and last - 2 >= first and reading.kind(last - 2) == ":":
            first = last - 1  # "Storm denied it: “Not one crown,” she said"
        while first < last and reading.kind(first) in (",", "-", "."):
            first += 1
        if begin > reading.base and reading.kind(first) == FINITE:
            continue  # its subject stands before what somebody said in between
        if first < last and (
            has_clause(reading.chunks, first, last) or _stands_alone(reading, first, last, index)
        ):
            return first, last
    return None


def _stands_alone(reading: Reading, first: int, last: int, verb: int) -> bool:
    """Whether all words before a subject and the verb that ends the sentence are a statement."""
    cue = verb_cues().get(reading.chunks[verb].verb)
    named = reading.kind(first) == NOUN_PHRASE and not reading.chunks[first].time
    ended = reading.kind(verb + 1) == "." and reading.kind(last) == ","
    begin, end = reading.tokens(first, last)
    long = end - begin >= _WORDS_OF_A_STATEMENT
    return first == 0 and named and ended and long and cue is not None and cue.cue_class in SPEECH


def read_trailing(
    reading: Reading, index: int, after: int, cue: Cue, subject: Subject | None, inverted: bool
) -> bool:
    """Content to the left of the finite verb at chunk `index`; False if there is none."""
    left = content_before(reading, index, subject, inverted)
    right = subject.last if inverted and subject else after
    if left is None:
        return _read_interposed(reading, index, after, cue, subject, right, inverted)
    start = _after_inverted(reading, right) if inverted else content_after(reading.parsed, right, cue.takes)
    if not _trails(reading, start, right, left, cue, inverted, reading.chunks[index].negated):
        return False
    tokens = (reading.chunks[index].first, reading.chunks[after - 1].last)
    keep_trailing(reading, left, subject, tokens, cue, right, inverted=inverted)
    if start is not None and start.style == QUOTATION:
        end = content_end(reading.parsed, start)
        rule = f"quotation going on after “{cue.word}”"
        reading.add(reading.tokens(start.chunk, end), subject, tokens, cue, rule)
        reading.used = max(reading.used, end)
    return True


def _read_interposed(
    reading: Reading, index: int, after: int, cue: Cue, subject: Subject | None, right: int, inverted: bool
) -> bool:
    """A statement of which the subject alone stands first: "The plan, said Kalin, will fail"."""
    last = index if inverted or subject is None else subject.clause
    opening = reading.used
    if reading.kind(last) in (t.WH, t.TH):
        return False
    named = reading.kind(opening) == NOUN_PHRASE or reading.low(opening) == "what"
    if reading.kind(last - 1) != "," or not named or not set("bc") & set(cue.takes):
        return False
    while right < len(reading.chunks) and reading.kind(right) in (t.IN, NOUN_PHRASE, t.RB):
        right += 1
    if reading.kind(right) != "," or reading.kind(right + 1) != FINITE or opening >= last - 1:
        return False
    tokens = (reading.chunks[index].first, reading.chunks[after - 1].last)
    keep_trailing(reading, (opening, last - 1), subject, tokens, cue, right, inverted=inverted)
    return True


def _after_inverted(reading: Reading, right: int) -> Start | None:
    """A quotation or a colon after "said Kalin", past what tells where and when."""
    for at in range(right, min(right + 10, len(reading.chunks))):
        kind = reading.kind(at)
        if kind == t.QT:
            return Start(at, QUOTATION) if reading.kind(at - 1) in (",", ":", "-") else None
        if kind == ":":
            return Start(at + 1, CLAUSE) if reading.kind(at + 1) else None
        if kind in (FINITE, t.WH, GERUND, ";", "."):
            return None
    return None


def read_opening_inversion(reading: Reading, index: int, subject: Subject, cue: Cue) -> None:
    """ "Said Kalin: …" at a sentence's beginning."""
    start = _after_inverted(reading, subject.last)
    if start is not None:
        end = content_end(reading.parsed, start)
        tokens = (reading.chunks[index].first, reading.chunks[index].last)
        rule = f"“{cue.word}” and a name, then what was said"
        reading.add(reading.tokens(start.chunk, end), subject, tokens, cue, rule)
        reading.used = max(reading.used, end)


def _trails(
    reading: Reading, start: Start | None, right: int, left: Tokens, cue: Cue, inverted: bool, negated: bool
) -> bool:
    """Whether the words before subject and verb are the content, and not what follows."""
    quoted = reading.kind(left[1] - 1) == t.QT
    if negated and not quoted:
        return False
    if not set("bc" if not quoted else "bcqw") & set(cue.takes):
        return False
    if cue.cue_class in _MIND and cue.word not in _TRAILING_THOUGHTS:
        ends = reading.kind(right) in (".", "") and reading.kind(left[1]) == ","
        return ends and cue.cue_class == "shows" and not quoted
    if (
        start is not None
        and start.style == QUESTION
        and reading.low(start.chunk) in ("when", "where", "while")
    ):
        start = None
    if start is None:
        return quoted or inverted or _only_circumstance(reading, right, cue)
    if inverted or (start.style == QUOTATION and quoted):
        return True
    return quoted and start.style in (PHRASE, INFINITIVAL)


def _only_circumstance(reading: Reading, at: int, cue: Cue) -> bool:
    """Whether only time, place and manner follow before the sentence's or the clause's end."""
    if reading.kind(at) == NOUN_PHRASE and not reading.chunks[at].time and "r" not in cue.takes:
        return False
    for index in range(at, len(reading.chunks)):
        kind = reading.kind(index)
        if kind in _CIRCUMSTANCE_ENDS:
            return True
        if kind in (t.WH, t.TH, FINITE):
            return kind == t.WH
    return True


def keep_trailing(
    reading: Reading,
    left: Tokens,
    subject: Subject | None,
    cue: Tokens,
    word: Cue,
    right: int,
    *,
    inverted: bool,
) -> None:
    """Keep the attribution whose content is chunks `left`; chunks from `right` on come after its verb."""
    first, last = left
    quotation = reading.kind(last - 1) == t.QT and last - first == 1
    order = f"“{word.word}” and a name" if inverted else f"a name and “{word.word}”"
    content = reading.tokens(first, last)
    rule = f"{'quotation' if quotation else 'statement'}, then {order}"
    resumed = None if quotation else _resumed(reading, right)
    if resumed is not None:
        content = (content[0], reading.chunks[resumed - 1].last)
        rule = f"statement around {order}"
    reading.add(content, subject, cue, word, rule)
    reading.used = reading.base = max(reading.used, right, resumed or 0)


def _resumed(reading: Reading, right: int) -> int | None:
    """The end of a statement that goes on after an attribution put into it; None if it does not."""
    if reading.kind(right) != ",":
        return None
    following = reading.kind(right + 1)
    if reading.low(right + 1) in ("as", "while", "after", "when", "with", "amid", "without"):
        return None
    if following not in (INFINITIVE, FINITE, t.SB, t.IN):
        return None
    end = content_end(reading.parsed, Start(right + 1, CLAUSE))
    return end if end > right + 1 else None


def read_unknown_verbs(reading: Reading, verbs: dict[str, Cue]) -> None:
    """A quotation, then a name and any verb: “…,” the minister thundered."""
    for index, chunk in enumerate(reading.chunks):
        if chunk.kind != t.QT or any(f.content[0] <= chunk.first < f.content[1] for f in reading.frames):
            continue
        if reading.kind(index + 1) == t.CC:
            continue
        for at in range(index + 1, min(index + 11, len(reading.chunks))):
            if reading.kind(at) in (".", ";", t.QT):
                break
            if reading.kind(at) == FINITE:
                verb = reading.chunks[at]
                subject = subject_of(reading.parsed, at)
                if subject and subject.clause > index and not verb.modal:
                    word = verbs[verb.verb].word if verb.verb in verbs else verb.verb
                    cue = Cue(word, "says", "q")
                    tokens = (verb.first, verb.last)
                    rule = "quotation, then a name and a verb"
                    reading.add((chunk.first, chunk.last), subject, tokens, cue, rule)
                break
