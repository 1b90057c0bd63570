"""Who the subject of a verb is: the noun phrase that a reporting verb belongs to.

Works on the phrases of one sentence, by position; who that subject is in the article is for `speakers`.
"""

from __future__ import annotations

from dataclasses import dataclass

from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.cues import verb_cues
from curator.extract.reporting.parentheses import before_parenthesis, before_stray_comma, is_reduced
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, PARTICIPLE, Chunk, Parsed

_ATTACHING = frozenset(
    """
    of for from at in on with to by against about near within behind outside inside around across among
    between under
    """.split()
)
_PARTITIVE = frozenset(
    "one some many all those most both none several two three few more much less enough nothing".split()
)
_CLAUSE_VERBS = frozenset(
    "say believe think add argue claim insist know note suggest hope fear tell warn report announce".split()
)
_RELATIVES = ("who", "whom", "which", "that")
_MAX_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Subject:
    """Chunks `[first, last)`: the name or noun phrase with what hangs on it by prepositions."""

    first: int
    last: int
    clause: int
    """Index of the first chunk of everything that belongs to the subject and its verb."""
    tokens: tuple[int, int] | None = None
    """Where it is less than whole chunks: the possessor in "Trump's claim"."""


def extended_left(parsed: Parsed, at: int) -> int:
    """The first chunk of the noun phrase whose last part is `at`: over "of the ministry", "Russia and"."""
    first = at
    while first >= 2:
        step = _step_left(parsed, first, at)
        if not step:
            break
        first -= step
    return first


def _step_left(parsed: Parsed, first: int, at: int) -> int:
    """How many chunks before `first` still belong to the noun phrase that ends at `at`."""
    chunks = parsed.chunks
    joint, left = chunks[first - 1], chunks[first - 2]
    if joint.kind == t.IN:
        noun = left.kind == NOUN_PHRASE and not left.time
        bare = left.pronoun and parsed.low(left) not in _PARTITIVE
        return 2 if noun and not bare and parsed.low(joint) in _ATTACHING else 0
    if joint.kind == t.CC and parsed.low(joint) != "but":
        if left.kind == NOUN_PHRASE and not _is_object(parsed, first - 2):
            return 2
        serial = first >= 4 and left.kind == "," and chunks[first - 3].kind == NOUN_PHRASE
        return 3 if serial and chunks[first - 4].kind == "," else 0
    if joint.kind == "," and left.kind == NOUN_PHRASE and not left.time:
        return 2 if _in_series(parsed, first, at) else 0
    if joint.kind in (PARTICIPLE, t.JJ) and left.kind == NOUN_PHRASE:
        return 2
    dated = joint.kind == NOUN_PHRASE and joint.time and left.kind == t.IN and first >= 3
    return 3 if dated and chunks[first - 3].kind == NOUN_PHRASE else 0


def _is_object(parsed: Parsed, at: int) -> bool:
    """Whether the noun phrase at `at` is the object of a verb and so no part of a following subject."""
    chunks = parsed.chunks
    while at >= 2 and chunks[at - 1].kind == t.IN and chunks[at - 2].kind == NOUN_PHRASE:
        at -= 2
    if at == 0:
        return False
    before = chunks[at - 1]
    if before.kind == t.IN:
        return at >= 2 and chunks[at - 2].kind in (FINITE, INFINITIVE, GERUND, PARTICIPLE)
    if before.kind == FINITE:
        return before.verb not in _CLAUSE_VERBS
    return before.kind in (INFINITIVE, GERUND)


def _in_series(parsed: Parsed, first: int, at: int) -> bool:
    """Whether a comma before chunk `first` joins members of a list that an "and" up to `at` completes."""
    chunks = parsed.chunks
    if not any(chunks[index].kind == t.CC for index in range(first, at)):
        return False
    if first < 3:
        return True
    before = chunks[first - 3]
    if before.kind == t.IN:
        bare = parsed.tags[chunks[first].first] != t.DT
        return bare and parsed.low(before) in ("of", "for", "between")
    return before.kind in (",", t.TH, t.SB, FINITE, t.CC, t.QT) or before.time


def skip_back(parsed: Parsed, at: int) -> int:
    """From chunk `at` to the left over adverbs, dates and brackets: the last chunk of the verb's subject."""
    chunks = parsed.chunks
    while at >= 0:
        chunk = chunks[at]
        if chunk.kind == t.RB:
            at -= 1
        elif chunk.kind == NOUN_PHRASE and chunk.time and at > 0:
            at -= 2 if chunks[at - 1].kind == t.IN else 1
        elif chunk.kind == NOUN_PHRASE and at > 1 and chunks[at - 1].kind == "," and _is_party(parsed, chunk):
            at -= 2
        elif chunk.kind == ")":
            while at >= 0 and chunks[at].kind != "(":
                at -= 1
            at -= 1
        else:
            break
    return at


def _is_party(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a phrase says of which party and state a politician is ("D-Ore.")."""
    low = parsed.sentence.low[chunk.first]
    return (
        chunk.last - chunk.first == 1
        and low[:2] in ("d-", "r-", "i-")
        and parsed.word(chunk.first)[0].isupper()
    )


def _through_relative(parsed: Parsed, at: int) -> int:
    """If the phrase at `at` ends a relative or participial clause, the phrase which that clause describes."""
    chunks = parsed.chunks
    if parsed.low(chunks[at]) in ("he", "she", "they", "i", "we"):
        return at  # never the object that ends such a clause
    start = at
    while start >= 2 and chunks[start - 1].kind in (t.IN, t.CC) and chunks[start - 2].kind == NOUN_PHRASE:
        start -= 2
    for index in range(start - 1, max(0, start - 10), -1):
        kind, before = chunks[index].kind, chunks[index - 1]
        if kind in (PARTICIPLE, GERUND, t.JJ) and before.kind == NOUN_PHRASE and not before.pronoun:
            if before.time:
                continue
            return index - 1
        if kind == FINITE and is_reduced(chunks, index):
            return index - 1
        if kind == FINITE:
            relative = before.kind in (t.WH, t.TH) and index >= 2
            return index - 2 if relative and chunks[index - 2].kind == NOUN_PHRASE else at
        if kind not in (INFINITIVE, GERUND, PARTICIPLE, t.IN, NOUN_PHRASE, t.RB):
            return at
    return at


def _governing(parsed: Parsed, at: int) -> int | None:
    """The finite verb before the coordinator at `at` that the verb after it shares its subject with.

    The nearest one, but after a comma the nearest that introduces what was said ("…, and added").
    """
    chunks, cues = parsed.chunks, verb_cues()
    comma = chunks[at - 1].kind == ","
    nearest: int | None = None
    for index in range(at - 1, -1, -1):
        chunk = chunks[index]
        if chunk.kind in (";", ".", ":") or (chunk.kind == t.QT and nearest is not None):
            break
        if chunk.kind == FINITE:
            if nearest is None:
                nearest = index
                bare = parsed.tags[chunks[at + 1].head] == t.VB and not parsed.low(chunks[at + 1]).endswith(
                    "s"
                )
                if (
                    not comma
                    and not _now_then(parsed, index, at + 1)
                    and not _is_mute(parsed, index)
                    and not (bare and _is_singular(parsed, index))
                ):
                    return index
            takes = cues[chunk.verb].takes if chunk.verb in cues else ""
            if "b" in takes or ("c" in takes and not chunk.modal and not chunk.negated):
                return index
    return nearest


def _now_then(parsed: Parsed, verb: int, later: int) -> bool:
    """Whether a verb tells of now and the one after "and" of then: "said he is tired and called for help"."""
    first = parsed.sentence.low[parsed.chunks[verb].first]
    now = first in ("'s", "is", "are", "'re", "am", "'m", "has", "have")
    return now and not parsed.chunks[verb].perfect and parsed.tags[parsed.chunks[later].head] == t.VD


def can_speak(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a noun phrase can be somebody who says things: a person, a group, a name."""
    if chunk.kind != NOUN_PHRASE:
        return False
    low = parsed.low(chunk)
    if chunk.pronoun:
        return low in ("he", "she", "they", "i", "we", "you", "who")
    return parsed.tags[chunk.head] == t.NP or low in v.PERSON_ROLES or low in v.GROUP_ROLES


def _is_mute(parsed: Parsed, verb: int) -> bool:
    """Whether the subject right before a verb cannot be somebody who says things."""
    before = skip_back(parsed, verb - 1)
    return (
        before >= 0
        and parsed.chunks[before].kind == NOUN_PHRASE
        and not can_speak(parsed, parsed.chunks[before])
    )


def _is_singular(parsed: Parsed, verb: int) -> bool:
    """Whether the subject right before a verb is one name, which no bare verb can follow."""
    before = skip_back(parsed, verb - 1)
    if before < 0 or parsed.tags[parsed.chunks[before].head] != t.NP:
        return False
    return parsed.low(parsed.chunks[before]) not in v.GROUP_ROLES and parsed.chunks[before - 1].kind != t.CC


def _subject(parsed: Parsed, head: int, last: int = -1) -> Subject:
    """The subject whose noun is chunk `head`, up to chunk `last` with the clause that describes it."""
    first = extended_left(parsed, head)
    clause = first
    while clause > 0 and parsed.chunks[clause - 1].kind == t.RB:
        clause -= 1
    return Subject(first, max(head, last) + 1, clause)


def subject_of(parsed: Parsed, verb: int, depth: int = 0) -> Subject | None:
    """The subject of the finite verb that is chunk `verb`; None where none can be found."""
    chunks = parsed.chunks
    at = skip_back(parsed, verb - 1)
    if at < 0 or depth > _MAX_DEPTH:
        return None
    kind = chunks[at].kind
    if kind == NOUN_PHRASE:
        return _subject(parsed, _through_relative(parsed, at), at)
    if kind in (",", "-"):
        head = before_parenthesis(parsed, at)
        if head is None:
            head = before_stray_comma(parsed, at)
        if head is None:
            return None
        head = skip_back(parsed, head)
        return _subject(parsed, _through_relative(parsed, head), head)
    if kind in (t.WH, t.TH) and parsed.low(chunks[at]) in _RELATIVES:
        return _antecedent(parsed, at)
    if kind == t.CC:
        governing = _governing(parsed, at)
        shared = None if governing is None else subject_of(parsed, governing, depth + 1)
        return Subject(shared.first, shared.last, at, shared.tokens) if shared else None
    if kind in (PARTICIPLE, t.IN, GERUND):
        head = _through_relative(parsed, at + 1)
        return _subject(parsed, head) if head <= at and chunks[head].kind == NOUN_PHRASE else None
    return None


def _antecedent(parsed: Parsed, relative: int) -> Subject | None:
    chunks = parsed.chunks
    at = relative - 1
    if at >= 1 and chunks[at].kind == t.IN and parsed.low(chunks[at - 1]) in _PARTITIVE:
        at -= 2
    if at >= 0 and chunks[at].kind == ",":
        at -= 1
    at = skip_back(parsed, at)
    if at < 0 or chunks[at].kind != NOUN_PHRASE:
        return None
    first = extended_left(parsed, at)
    if parsed.low(chunks[relative]) == "who" and first < at and chunks[first + 1].kind == t.CC:
        first = at
    return Subject(first, at + 1, relative)


def inverted_subject(parsed: Parsed, verb: int) -> Subject | None:
    """The subject after the verb, as in "…," said Kalin, a spokesman."""
    chunks = parsed.chunks
    at = verb + 1
    if at >= len(chunks) or chunks[at].kind != NOUN_PHRASE or chunks[at].time:
        return None
    of = [chunk.kind for chunk in chunks[at + 1 : at + 3]] == [t.IN, NOUN_PHRASE]
    one = of and parsed.low(chunks[at]) == "one"  # "said one of them, Gerd Falk"
    if chunks[at].pronoun and not one and parsed.low(chunks[at]) not in v.SUBJECT_PRONOUNS:
        return None
    last = at + 3 if one else at + 1
    while last + 1 < len(chunks) and _joins_inverted(parsed, chunks[last]):
        if chunks[last + 1].kind != NOUN_PHRASE or chunks[last + 1].pronoun or chunks[last + 1].time:
            break
        last += 2
    if last < len(chunks) and chunks[last].kind == FINITE:
        return None
    return Subject(at, last, verb)


def _joins_inverted(parsed: Parsed, joint: Chunk) -> bool:
    if joint.kind == t.CC:
        return parsed.low(joint) in ("and", "&")
    return joint.kind == t.IN and parsed.low(joint) in ("of", "for", "at", "from", "with")
