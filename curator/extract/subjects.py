"""Who the subject of a verb is: the noun phrase that a reporting verb belongs to.

Works on the phrases of one sentence, by position; who that subject is in the article is for `speakers`.
"""

from __future__ import annotations

from dataclasses import dataclass

from curator.extract import tags as t
from curator.extract import vocabulary as v
from curator.extract.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, PARTICIPLE, Chunk, Parsed


@dataclass(frozen=True, slots=True)
class Subject:
    """Chunks `[first, last)`: the name or noun phrase with what hangs on it by prepositions."""

    first: int
    last: int
    clause: int
    """Index of the first chunk of everything that belongs to the subject and its verb: appositions, dates."""


_HARD = frozenset({";", ":", ".", t.QT})
_SKIPPED = frozenset({t.RB, "("})
_ATTACHING = frozenset("of for from at in on with to by against about near on-behalf within behind".split())


def extended_left(chunks: list[Chunk], at: int, parsed: Parsed) -> int:
    """The first chunk of the noun phrase whose last part is `at`: over "of the ministry", "Russia and"."""
    first = at
    while first >= 2:
        before = chunks[first - 1]
        if before.kind == t.IN and chunks[first - 2].kind == NOUN_PHRASE and not chunks[first - 2].time:
            if chunks[first - 2].pronoun and parsed.low(chunks[first - 2]) not in (
                "one",
                "some",
                "many",
                "all",
                "those",
            ):
                break
            if not _attaches(parsed, before):
                break
            first -= 2
        elif before.kind == t.CC and parsed.low(before) in ("and", "or", "&", "nor"):
            if chunks[first - 2].kind == NOUN_PHRASE and not _is_object(chunks, first - 2, parsed):
                first -= 2
            elif (
                first >= 3
                and chunks[first - 2].kind == ","
                and chunks[first - 3].kind == NOUN_PHRASE
                and _is_list(chunks, first - 3)
            ):
                first -= 3
            else:
                break
        elif (
            before.kind == ","
            and chunks[first - 2].kind == NOUN_PHRASE
            and not chunks[first - 2].time
            and (first < 3 or chunks[first - 3].kind != t.IN)
            and _in_series(chunks, first, at)
        ) or (before.kind == PARTICIPLE and chunks[first - 2].kind == NOUN_PHRASE):
            first -= 2
        elif (
            before.kind == NOUN_PHRASE
            and before.time
            and chunks[first - 2].kind == t.IN
            and first >= 3
            and chunks[first - 3].kind == NOUN_PHRASE
        ):
            first -= 3
        else:
            break
    return first


def _attaches(parsed: Parsed, preposition: Chunk) -> bool:
    return parsed.low(preposition) in _ATTACHING


def _is_object(chunks: list[Chunk], at: int, parsed: Parsed) -> bool:
    """Whether the noun phrase at `at` is the object of a verb and so no part of a following subject."""
    while at >= 2 and chunks[at - 1].kind == t.IN and chunks[at - 2].kind == NOUN_PHRASE:
        at -= 2
    if at == 0:
        return False
    before = chunks[at - 1]
    if before.kind in (INFINITIVE, GERUND):
        return True
    if before.kind == t.IN:
        return at >= 2 and chunks[at - 2].kind in (FINITE, INFINITIVE, GERUND, PARTICIPLE)
    return before.kind == FINITE and before.verb not in _CLAUSE_VERBS


_CLAUSE_VERBS = frozenset(
    "say believe think add argue claim insist know note suggest hope fear tell warn report announce".split()
)


def _is_list(chunks: list[Chunk], at: int) -> bool:
    return at >= 2 and chunks[at - 1].kind == "," and chunks[at - 2].kind == NOUN_PHRASE


def _in_series(chunks: list[Chunk], first: int, at: int) -> bool:
    """Whether a comma before chunk `first` joins members of a list that an "and" up to `at` completes."""
    return (
        first < at
        and any(chunks[k].kind == t.CC for k in range(first, at))
        and (first < 4 or chunks[first - 3].kind in (",", t.TH, t.SB, FINITE, t.CC))
    )


def _skip_back(parsed: Parsed, at: int) -> int:
    """Over adverbs, dates and brackets before a verb, to the last chunk of its subject."""
    chunks = parsed.chunks
    while at >= 0:
        chunk = chunks[at]
        if chunk.kind == t.RB:
            at -= 1
        elif chunk.kind == NOUN_PHRASE and chunk.time and at > 0:
            at -= 1
            if chunks[at].kind == t.IN and at > 0:
                at -= 1
        elif chunk.kind == ")":
            while at >= 0 and chunks[at].kind != "(":
                at -= 1
            at -= 1
        else:
            break
    return at


def _segment_start(chunks: list[Chunk], at: int) -> int:
    """Index of the first chunk after the comma or dash before `at`, or of the clause."""
    while at > 0 and chunks[at - 1].kind not in (",", "-") and chunks[at - 1].kind not in _HARD:
        at -= 1
    return at


def _over_parenthesis(parsed: Parsed, comma: int) -> int | None:
    """From the comma or dash that closes what was put in, to the last chunk of the phrase before it."""
    chunks = parsed.chunks
    mark = chunks[comma].kind
    at = comma
    best: int | None = None
    for _ in range(6):
        start = _segment_start(chunks, at)
        if start == 0 or chunks[start - 1].kind != mark or start == at:
            break
        if _has_free_verb(chunks, start, at):
            break
        before = chunks[start - 2] if start >= 2 else None
        if before is None:
            break
        if before.kind == NOUN_PHRASE and not (before.time and start >= 3):
            best = start - 2
            opening = _segment_start(chunks, start - 1)
            if (
                chunks[opening].kind == NOUN_PHRASE
                and not chunks[opening].time
                and not _continues(parsed, opening)
            ):
                return start - 2
        elif before.kind == ")":
            return _skip_back(parsed, start - 2)
        at = start - 1
    return best


def _before_stray_comma(parsed: Parsed, comma: int) -> int | None:
    """The subject of a verb that a comma wrongly parts from it ("The results, revealed that")."""
    chunks = parsed.chunks
    start = _segment_start(chunks, comma)
    if start == comma or chunks[start].kind != NOUN_PHRASE or chunks[start].time:
        return None
    if _segment_has(chunks, start, comma, (FINITE, t.QT)) or (start > 0 and chunks[start - 1].kind == ","):
        return None
    return start


def _continues(parsed: Parsed, opening: int) -> bool:
    """Whether the segment that opens at a noun phrase is itself an apposition to a name before it."""
    chunks = parsed.chunks
    if opening < 2 or chunks[opening - 1].kind != "," or chunks[opening - 2].kind != NOUN_PHRASE:
        return False
    if _segment_has(chunks, _segment_start(chunks, opening - 1), opening - 1, (FINITE,)):
        return False
    first = parsed.sentence.low[chunks[opening].first]
    if first in ("a", "an", "the") or first in v.PERSON_ROLES or first in v.POSSESSIVES:
        earlier = chunks[_segment_start(chunks, opening - 1)]
        return earlier.kind == NOUN_PHRASE and parsed.tags[earlier.head] == t.NP and not earlier.time
    return parsed.tags[chunks[opening].head] == t.CD


def _segment_has(chunks: list[Chunk], first: int, last: int, kinds: tuple[str, ...]) -> bool:
    return any(chunks[k].kind in kinds for k in range(first, last))


def _has_free_verb(chunks: list[Chunk], first: int, last: int) -> bool:
    """Whether chunks `[first, last)` hold a finite verb that no relative or subordinate word opens."""
    open_clauses = 0
    for index in range(first, last):
        kind = chunks[index].kind
        if kind in (t.WH, t.SB, t.TH):
            open_clauses += 1
        elif kind == FINITE:
            if not open_clauses:
                return True
            open_clauses -= 1
    return False


def _through_relative(parsed: Parsed, at: int) -> int:
    """If the phrase at `at` ends a relative or participial clause, the phrase which that clause describes."""
    chunks = parsed.chunks
    start = at
    while start >= 2 and chunks[start - 1].kind in (t.IN, t.CC) and chunks[start - 2].kind == NOUN_PHRASE:
        start -= 2
    k = start - 1
    steps = 0
    while (
        k > 0
        and chunks[k].kind in (FINITE, INFINITIVE, GERUND, PARTICIPLE, t.IN, NOUN_PHRASE, t.RB)
        and steps < 9
    ):
        if (
            chunks[k].kind in (PARTICIPLE, GERUND)
            and chunks[k - 1].kind == NOUN_PHRASE
            and not chunks[k - 1].pronoun
        ):
            return k - 1
        if chunks[k].kind == FINITE and chunks[k - 1].kind in (t.WH, t.TH) and k >= 2:
            return k - 2 if chunks[k - 2].kind == NOUN_PHRASE else at
        if chunks[k].kind == FINITE:
            return at
        k -= 1
        steps += 1
    return at


def _governing(parsed: Parsed, at: int) -> int | None:
    """The finite verb before chunk `at` that a coordinated verb shares its subject with."""
    from curator.extract.cues import verb_cues

    chunks = parsed.chunks
    cues = verb_cues()
    nearest: int | None = None
    for index in range(at - 1, -1, -1):
        chunk = chunks[index]
        if chunk.kind in (";", ".", ":") or (chunk.kind == t.QT and nearest is not None):
            break
        if chunk.kind == FINITE:
            before = _skip_back(parsed, index - 1)
            if before >= 0 and chunks[before].kind in (t.WH, t.SB) and nearest is None and index > 2:
                nearest = index
                continue
            if nearest is None:
                nearest = index
                if chunks[at - 1].kind != ",":
                    return index
            if chunk.verb in cues and "b" in cues[chunk.verb].takes:
                return index
    return nearest


def subject_of(parsed: Parsed, verb: int, depth: int = 0) -> Subject | None:
    """The subject of the finite verb that is chunk `verb`; None where it has none that can be found."""
    chunks = parsed.chunks
    at = _skip_back(parsed, verb - 1)
    if at < 0 or depth > 3:
        return None
    chunk = chunks[at]
    if chunk.kind == NOUN_PHRASE:
        head = _through_relative(parsed, at)
        first = extended_left(chunks, head, parsed)
        return _trimmed(parsed, first, head + 1, first)
    if chunk.kind in (",", "-"):
        found = _over_parenthesis(parsed, at)
        if found is None:
            found = _before_stray_comma(parsed, at)
        if found is None:
            return None
        head = found
        first = extended_left(chunks, head, parsed)
        return _trimmed(parsed, first, head + 1, first)
    if chunk.kind in (t.WH, t.TH) and parsed.low(chunk) in ("who", "which", "that"):
        return _antecedent(parsed, at)
    if chunk.kind == t.CC:
        governing = _governing(parsed, at)
        if governing is None:
            return None
        shared = subject_of(parsed, governing, depth + 1)
        return Subject(shared.first, shared.last, at) if shared else None
    if chunk.kind == PARTICIPLE or chunk.kind == t.IN or chunk.kind == GERUND:
        head = _through_relative(parsed, at + 1)
        if head <= at and chunks[head].kind == NOUN_PHRASE:
            first = extended_left(chunks, head, parsed)
            return _trimmed(parsed, first, head + 1, first)
    return None


def _antecedent(parsed: Parsed, relative: int) -> Subject | None:
    chunks = parsed.chunks
    at = relative - 1
    if at >= 0 and chunks[at].kind == ",":
        at -= 1
    at = _skip_back(parsed, at)
    if at < 0 or chunks[at].kind != NOUN_PHRASE:
        return None
    first = extended_left(chunks, at, parsed)
    if parsed.low(chunks[relative]) == "who" and first < at and chunks[first + 1].kind == t.CC:
        first = at
    return Subject(first, at + 1, relative)


def _trimmed(parsed: Parsed, first: int, last: int, clause: int) -> Subject:
    """Without an opening that belongs to the sentence ("Thursday", "In Washington")."""
    chunks = parsed.chunks
    while clause > 0 and chunks[clause - 1].kind in (t.RB,):
        clause -= 1
    return Subject(first, last, clause)


def inverted_subject(parsed: Parsed, verb: int) -> Subject | None:
    """The subject after the verb, as in "…," said Kalin, a spokesman."""
    chunks = parsed.chunks
    at = verb + 1
    if at >= len(chunks) or chunks[at].kind != NOUN_PHRASE or chunks[at].time:
        return None
    if chunks[at].pronoun and parsed.low(chunks[at]) not in v.SUBJECT_PRONOUNS:
        return None
    last = at + 1
    while last + 1 < len(chunks) and (
        (chunks[last].kind == t.IN and parsed.low(chunks[last]) in ("of", "for", "at", "from", "with"))
        or (chunks[last].kind == t.CC and parsed.low(chunks[last]) in ("and", "&"))
    ):
        if chunks[last + 1].kind != NOUN_PHRASE or chunks[last + 1].pronoun:
            break
        last += 2
    if last < len(chunks) and chunks[last].kind == FINITE:
        return None
    return Subject(at, last, verb)
