"""Name, verb, statement: "Kalin said the zones would be discussed", "He urged Congress to act".

The commonest construction; also its relatives: "camps that critics charge are prisons", "Instead, officials
said, they fled". Works on one sentence.
"""

from __future__ import annotations

from dataclasses import replace

from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.cues import BEARERS, DISTANCED, Cue, noun_cues, verb_cues
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
from curator.extract.reporting.reading import Reading, Tokens
from curator.extract.reporting.subjects import Subject, inverted_subject, subject_of
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, INFINITIVE, NOUN_PHRASE, Chunk
from curator.extract.syntax.clauses import has_clause, sentence_part_end

_STYLES = {
    CLAUSE: "then what was said",
    QUOTATION: "then a quotation",
    INFINITIVAL: "then “to” and what is meant to happen",
    PHRASE: "then what it is about",
    QUESTION: "then a question",
}
_INTERPOSED = frozenset(
    """
    say add note argue explain tell believe think warn claim suggest insist recall report write
    acknowledge contend maintain predict observe concede admit
    """.split()
)
"""Verbs that stand between commas after an opening adverb."""
_LOOSE = frozenset("say think believe".split())
"""Verbs after which anything with a finite verb is content."""
_MERE_POSSIBILITY = frozenset("may might can could should must".split())
_EMPTY = frozenset("news announcement statement remark comment matter issue case question subject".split())
"""Objects that say nothing of what was said."""
_NAMING = frozenset("identify name quote".split())
"""What those who speak do not want to be: that is no claim."""
_MEASURING = frozenset(
    "poll polls survey surveys data figures study studies report analysis records results numbers".split()
)
"""What shows something by having measured it."""
_MUTE = frozenset("comment elaborate answer speculate discuss speak talk respond".split())
"""What somebody declines to do who says nothing at all."""
_TELLING = frozenset("confirm deny say identify name disclose reveal".split())
"""What somebody declines to do with a fact, of which no more is known then."""
_NOBODY = frozenset("nothing nobody none".split())
_KNOWN = frozenset("the this that these those it its his her their such him them".split())
"""What begins a phrase that only takes up what was told before ("rejected the claim")."""
_POINTED = frozenset("this that these those".split())
"""What points at one thing told before, of which a denial says enough ("disputes those figures")."""
_WORDS_OF_A_CLAIM = 3
_WORDS_OF_A_QUESTION = 4
"""Words up to which a question with "who" or "how" holds no statement."""


def read_leading(reading: Reading, index: int, after: int, cue: Cue, subject: Subject | None) -> None:
    """Content to the right of the finite verb at chunk `index`, whose particle ends before `after`."""
    start = content_after(reading.parsed, after, cue.takes)
    start = start or _gap(reading, subject, after, cue) or _after_opening(reading, index, after, cue, subject)
    if start is not None and start.style == INFINITIVAL and cue.cue_class == "refuses":
        start, after = _refused(reading, start, after)
    if start is not None and start.style == PHRASE and cue.cue_class == "denies":
        start = _within_claim(reading, start)
    if start is not None and start.naming:
        cue = replace(cue, cue_class=cue.naming)
    if start is not None and _believable(reading, start, cue, index, subject):
        cue_tokens = (reading.chunks[index].first, reading.chunks[after - 1].last)
        keep_leading(reading, index, start, subject, cue_tokens, cue)


def keep_leading(
    reading: Reading, index: int, start: Start, subject: Subject | None, cue: Tokens, word: Cue
) -> None:
    """Keep the attribution whose reporting word is chunk `index` and whose content begins at `start`."""
    embedded = subject is not None and (
        reading.kind(subject.clause) in (t.WH, t.TH)
        or reading.kind(subject.first - 1) == t.WH
        or _in_relative(reading, subject, index)
    )
    subordinate = _is_subordinate(reading, subject.first if subject else index)
    past = reading.parsed.tags[reading.chunks[index].head] == t.VD
    end = content_end(reading.parsed, start, embedded=embedded, subordinate=subordinate, past=past)
    if end > start.chunk:
        rule = f"name, “{word.word}”, {_STYLES[start.style]}"
        phrase = start.style in (INFINITIVAL, PHRASE)
        reading.add(reading.content(start, end), subject, cue, word, rule, phrase=phrase)
        if not embedded:  # what is told in a relative clause may be part of what is told around it
            reading.used = max(reading.used, end)


def _refused(reading: Reading, start: Start, after: int) -> tuple[Start | None, int]:
    """What somebody will not tell: "declined to say | how many"; nothing for "declined to comment"."""
    verb = reading.chunks[start.chunk].verb
    if verb in _MUTE:
        return None, after
    cue = verb_cues().get(verb)
    told = content_after(reading.parsed, start.chunk + 1, cue.takes) if cue is not None else None
    if told is not None and told.style in (QUESTION, CLAUSE) and told.plain:
        return told, start.chunk + 1
    return (None if verb in _TELLING else start), after


def _within_claim(reading: Reading, start: Start) -> Start:
    """What is denied of a claim that is denied: "rejected claims that | inspections had been skipped"."""
    noun, clause = noun_cues().get(reading.low(start.chunk)), start.chunk + 2
    if noun is None or reading.kind(clause - 1) != t.TH or reading.kind(clause) == FINITE:
        return start
    told = has_clause(reading.chunks, clause, sentence_part_end(reading.chunks, clause))
    return Start(clause, CLAUSE) if told and "h" in noun.takes else start


def _gap(reading: Reading, subject: Subject | None, after: int, cue: Cue) -> Start | None:
    """Content whose own subject went before: "a camp that critics charge | is a prison"."""
    if subject is None or not set("bc") & set(cue.takes) or reading.kind(after) != FINITE:
        return None
    contact = reading.kind(subject.first - 1) == NOUN_PHRASE and "b" in cue.takes
    return Start(after, CLAUSE) if contact or reading.kind(subject.first - 1) in (t.WH, t.TH) else None


def _after_opening(
    reading: Reading, index: int, after: int, cue: Cue, subject: Subject | None
) -> Start | None:
    """The statement after "Instead, officials said,": only an opening stands before the attribution."""
    if subject is None or cue.word not in _INTERPOSED or reading.chunks[index].negated:
        return None
    if reading.is_word(subject, "that", "this"):
        return None
    while reading.kind(after) == t.RB:
        after += 1
    if reading.kind(after) != "," or reading.kind(after + 1) != NOUN_PHRASE:
        return None
    if _is_subordinate(reading, subject.first) or has_clause(reading.chunks, reading.used, subject.first):
        return None
    found = has_clause(reading.chunks, after + 1, sentence_part_end(reading.chunks, after + 1))
    return Start(after + 1, CLAUSE) if found else None


def _believable(reading: Reading, start: Start, cue: Cue, index: int, subject: Subject | None) -> bool:
    """Whether content that a verb's valency allows is likely to be one."""
    if subject is None:
        return start.style == QUOTATION
    if start.style == PHRASE and _is_nominal(reading, start, cue):
        return False
    if start.style == QUESTION and _is_open(reading, start, reading.chunks[index], cue):
        return False
    if start.style == QUESTION and cue.cue_class == "thinks" and not reading.chunks[index].negated:
        return False
    if (
        reading.low(subject.first) in _NOBODY
        or reading.is_word(subject, "there", "you")
        or not (start.plain or cue.word in _LOOSE)
    ):
        return False
    chunk = reading.chunks[index]
    if chunk.modal in _MERE_POSSIBILITY and not chunk.negated:
        return False
    if start.style == INFINITIVAL:
        wished = cue.cue_class == "wants" and (
            _is_hypothetical(reading, chunk, subject) or reading.chunks[start.chunk].verb in _NAMING
        )
        return not wished and _is_weighty(reading, start)
    if start.style == QUOTATION and cue.word == "read" and reading.kind(subject.clause) in (t.WH, t.TH):
        return False
    if start.style == CLAUSE and reading.kind(subject.clause) in (t.WH, t.TH):
        personal = reading.low(subject.clause) in ("who", "whom")
        if not (personal or reading.may_say(subject)) and reading.kind(start.chunk - 1) != t.TH:
            return False  # "a pump that adds | chlorine"
        measured = reading.low(subject.last - 1) in _MEASURING | v.DOCUMENTS  # "that found | prices fell"
        return "b" in cue.takes or measured or reading.kind(start.chunk - 1) == t.TH
    if start.naming:
        return _is_weighty(reading, start)
    if start.style == PHRASE and ("u" not in cue.takes or "o" in cue.takes):
        unsure = bool(chunk.modal and not chunk.negated)
        return not unsure and _is_believable_phrase(reading, start, cue, subject)
    return True


def _is_open(reading: Reading, start: Start, verb: Chunk, cue: Cue) -> bool:
    """Whether a question that nobody answers states nothing either ("did not say who would lead it")."""
    if not (verb.negated or cue.cue_class == "refuses"):
        return False
    if reading.low(start.chunk) in ("whether", "if"):
        return reading.kind(start.chunk + 1) == INFINITIVE
    first, last = reading.content(start, content_end(reading.parsed, start))
    return last - first <= _WORDS_OF_A_QUESTION


def _is_believable_phrase(reading: Reading, start: Start, cue: Cue, subject: Subject) -> bool:
    """Whether a phrase is likely to be content after a verb that has ordinary objects too."""
    relative = reading.kind(subject.clause) in (t.WH, t.TH)
    if relative and cue.cue_class not in ("judges", "accuses", "praises", "denies"):
        return False
    if cue.word == "show" and reading.low(subject.last - 1) not in _MEASURING:
        return False
    if cue.word == "cite" and _is_source(reading, start):
        return False
    return reading.low(start.chunk) not in _EMPTY and _is_weighty(
        reading, start, denied=cue.cue_class == "denies"
    )


def _is_source(reading: Reading, start: Start) -> bool:
    """Whether what is cited is who says it, and not the reason that is given ("citing | a report")."""
    chunk = reading.chunks[start.chunk]
    named = reading.parsed.tags[chunk.head] == t.NP
    return named or reading.low(start.chunk) in v.DOCUMENTS | v.GROUP_ROLES | v.PERSON_ROLES


def _is_nominal(reading: Reading, start: Start, cue: Cue) -> bool:
    """Whether the content is a reporting noun with its own ("voiced | fears that")."""
    noun = noun_cues().get(reading.low(start.chunk))
    carried = cue.word in BEARERS and cue.word not in DISTANCED
    after = start.chunk + 1
    while reading.kind(after) == NOUN_PHRASE and reading.chunks[after].time:
        after += 1
    takes = "h" if reading.kind(after) == t.TH else "t" if reading.kind(after) == INFINITIVE else ""
    return noun is not None and carried and bool(takes) and takes in noun.takes


def _is_hypothetical(reading: Reading, chunk: Chunk, subject: Subject) -> bool:
    """Whether a wish is nobody's: "you want to", "would need to"."""
    return chunk.modal in ("would", "should", "could") or reading.is_word(subject, "you", "it", "that")


def _is_weighty(reading: Reading, start: Start, *, denied: bool = False) -> bool:
    """Whether content that is no clause says enough to be a claim: three words, or two without an article.

    `denied`: two are enough that point at a thing told before, unless they only call it a claim.
    """
    first, last = reading.content(start, max(start.chunk + 1, content_end(reading.parsed, start)))
    if reading.kind(start.chunk) == t.IN and last - first == 2 and reading.chunks[start.chunk + 1].pronoun:
        return False  # "what we think | of her"
    opening = reading.parsed.sentence.low[first]
    pointed = denied and opening in _POINTED and reading.low(start.chunk) not in noun_cues()
    known = (opening in _KNOWN and not pointed) or start.style != PHRASE
    return last - first >= (_WORDS_OF_A_CLAIM if known else _WORDS_OF_A_CLAIM - 1)


def _in_relative(reading: Reading, subject: Subject, verb: int) -> bool:
    """Whether the verb stands in a relative clause of its own subject ("Kalin, who said")."""
    between = [reading.kind(at) for at in range(subject.last, verb)]
    return t.WH in between and FINITE not in between


def _is_subordinate(reading: Reading, first: int) -> bool:
    """Whether the clause that begins at chunk `first` hangs on "while", "although", "when" …"""
    before = first - 1
    while reading.kind(before) == t.RB:
        before -= 1
    return reading.kind(before) == t.SB or reading.low(before) in ("when", "where")


def shared_subject(reading: Reading, index: int) -> Subject | None:
    """The subject of the finite verb that a participle or infinitive at chunk `index` hangs on.

    The nearest verb before it whose subject can say something, else the first one; of a participle that
    opens the sentence, the verb after the comma.
    """
    farthest: Subject | None = None
    for at in range(index - 1, -1, -1):
        if reading.kind(at) == FINITE and not _closed_before(reading, at, index):
            inverted = at == 0 or reading.kind(at - 1) in (t.QT, ",")
            subject = subject_of(reading.parsed, at)
            if subject is None and inverted:
                subject = inverted_subject(reading.parsed, at)
            if subject is not None and reading.may_say(subject) and not reading.is_word(subject, "we", "you"):
                return subject
            farthest = subject or farthest
        if reading.kind(at) in (";", "."):
            break
    if farthest is not None:
        return farthest
    comma = next((at for at in range(index, len(reading.chunks)) if reading.kind(at) == ","), index)
    for at in range(comma + 1, len(reading.chunks)):
        if reading.kind(at) == FINITE:
            return subject_of(reading.parsed, at)
    return None


def _closed_before(reading: Reading, verb: int, index: int) -> bool:
    """Whether the finite verb at `verb` is inside a relative clause that a comma closed before `index`."""
    before = verb - 1
    while reading.kind(before) == t.RB:
        before -= 1
    opener = reading.kind(before - 1) if reading.kind(before) == NOUN_PHRASE else reading.kind(before)
    inside = opener in (t.WH, t.SB, t.TH) if reading.kind(before) == NOUN_PHRASE else opener == t.WH
    return inside and before > 2 and any(reading.kind(at) == "," for at in range(verb, index))
