"""A sentence's tokens grouped into phrases: noun phrases, verb groups and the words between them.

The level at which attribution is decided. Builds phrases from left to right in one pass and settles which
past forms are finite verbs and which are participles; knows nothing of reporting words.
"""

from __future__ import annotations

from dataclasses import dataclass

from curator.extract import tags as t
from curator.extract import vocabulary as v
from curator.extract.sentences import Sentence
from curator.extract.tags import verb_of

NOUN_PHRASE, FINITE, INFINITIVE, GERUND, PARTICIPLE = "noun", "finite", "infinitive", "gerund", "participle"
"""Kinds of chunk; every other chunk is one token and its kind is the token's tag."""


@dataclass(slots=True)
class Chunk:
    """Tokens `[first, last)` of a sentence that belong together."""

    kind: str
    first: int
    last: int
    head: int
    """Index of the noun, the main verb or the token itself."""
    verb: str = ""
    """Dictionary form of the main verb."""
    passive: bool = False
    negated: bool = False
    modal: str = ""
    perfect: bool = False
    pronoun: bool = False
    """A noun phrase of one pronoun."""
    time: bool = False
    """A noun phrase that tells when ("the same day", "last week", "Thursday")."""
    certain: bool = True
    """False for a bare past form that might be a participle."""


@dataclass(slots=True)
class Parsed:
    """A sentence with its tags and chunks."""

    sentence: Sentence
    tags: list[str]
    chunks: list[Chunk]

    def low(self, chunk: Chunk) -> str:
        """The head word of a chunk, lower-cased."""
        return self.sentence.low[chunk.head]


_NOUN_PARTS = frozenset({t.NN, t.NP, t.CD})
_MODIFIERS = frozenset({t.JJ, t.NN, t.NP, t.CD, t.VG})
_SINGLE_NOUNS = frozenset({t.PR, t.OB, t.EX})


class _Chunker:
    def __init__(self, sentence: Sentence, tags: list[str]) -> None:
        self.low = sentence.low
        self.tags = tags
        self.chunks: list[Chunk] = []
        self.at = 0

    def run(self) -> list[Chunk]:
        count = len(self.tags)
        while self.at < count:
            tag = self.tags[self.at]
            if tag == t.QM:
                self.at += 1
            elif tag in _SINGLE_NOUNS:
                self._single(tag)
            elif tag in (t.AX, t.MD, t.VB, t.VD, t.VN, t.NT):
                self._verb_group()
            elif tag == t.TO:
                self._infinitive()
            elif tag in (t.DT, t.JJ, t.NN, t.NP, t.CD, t.TM, t.PO) or (
                tag == t.VG and self._modifies(self.at)
            ):
                self._noun_phrase()
            elif tag == t.VG:
                self._add(GERUND, self.at, self.at + 1, verb=verb_of(self.low[self.at]))
            else:
                self._add(tag, self.at, self.at + 1)
        return self.chunks

    def _add(self, kind: str, first: int, last: int, head: int = -1, verb: str = "") -> Chunk:
        chunk = Chunk(kind, first, last, head if head >= 0 else last - 1, verb)
        self.chunks.append(chunk)
        self.at = last
        return chunk

    def _single(self, tag: str) -> None:
        chunk = self._add(NOUN_PHRASE, self.at, self.at + 1)
        chunk.pronoun = True

    def _skip_marks(self, at: int) -> int:
        while at < len(self.tags) and self.tags[at] == t.QM:
            at += 1
        return at

    def _tag(self, at: int) -> str:
        return self.tags[at] if at < len(self.tags) else ""

    def _modifies(self, at: int) -> bool:
        """Whether the -ing form at `at` stands before a noun inside a noun phrase that has begun."""
        return bool(
            self.chunks
            and self.chunks[-1].kind == t.CC
            and self._tag(at + 1) in (t.NN, t.NP)
            and self._tag(at + 2) in (t.IN, t.AX, t.MD)
        )

    # -- noun phrases ----------------------------------------------------------------------------------

    def _noun_phrase(self) -> None:
        first = at = self.at
        head = -1
        seen_noun = False
        while at < len(self.tags):
            at = self._skip_marks(at)
            tag = self._tag(at)
            if tag in _NOUN_PARTS or (tag == t.TM and not seen_noun):
                if tag == t.TM or (seen_noun and tag == t.CD and self.tags[head] == t.NN):
                    if tag == t.TM:
                        at = self._time(at)
                        head, seen_noun = at - 1, True
                    break
                head, seen_noun = at, True
                at += 1
                if (
                    tag == t.NN
                    and self.low[at - 1] in v.TIME_NOUNS
                    and self.low[first] in _TIME_OPENERS
                    and at - first > 1
                ):
                    break
            elif tag in (t.DT, t.JJ):
                if seen_noun and tag == t.DT:
                    break
                if seen_noun and not self._goes_on(at):
                    break
                at += 1
            elif (
                (tag == t.RB and not seen_noun and self._tag(at + 1) in (t.JJ, t.CD))
                or (
                    tag == t.CC
                    and not seen_noun
                    and self._tag(at - 1) == t.JJ
                    and self._tag(at + 1) in (t.JJ, t.NP)
                )
                or (
                    tag in (t.VG, t.VD, t.VN)
                    and not seen_noun
                    and at > first
                    and self._tag(at + 1) in (t.NN, t.NP, t.JJ)
                )
            ):
                at += 1
            elif tag == t.PO:
                seen_noun = False
                at += 1
            elif tag == "&":
                at += 1
            else:
                break
        if at == first:
            at += 1
        last = at
        while last > first + 1 and self.tags[last - 1] == t.QM:
            last -= 1
        chunk = self._add(NOUN_PHRASE, first, last, head if head >= 0 else last - 1)
        self.at = at
        chunk.time = self._is_time(chunk)

    def _goes_on(self, at: int) -> bool:
        """Whether an adjective after a noun still belongs to the phrase ("Hurriyet Daily News")."""
        if self.low[at] in _TIME_OPENERS:
            return False
        return (
            self._tag(at) == t.JJ
            and self._tag(at + 1) in (t.NN, t.NP)
            and self._tag(at - 1) in (t.NP, t.PO, t.CD)
        )

    def _time(self, at: int) -> int:
        """Past the words of a date that begins at `at`: "June 22, 2015", "Thursday morning"."""
        at += 1
        while self._tag(at) in (t.TM, t.CD) or (self._tag(at) == t.NN and self.low[at] in v.TIME_NOUNS):
            at += 1
        if self._tag(at) == "," and self._tag(at + 1) == t.CD and len(self.low[at + 1]) == 4:
            return at + 2
        return at

    def _is_time(self, chunk: Chunk) -> bool:
        if any(self.tags[i] == t.TM for i in range(chunk.first, chunk.last)):
            return self.tags[chunk.first] in (t.TM, t.JJ, t.DT, t.CD)
        if self.low[chunk.head] not in v.TIME_NOUNS:
            return False
        return chunk.last - chunk.first > 1 and self.low[chunk.first] in _TIME_OPENERS

    # -- verbs -----------------------------------------------------------------------------------------

    def _verb_group(self) -> None:
        first = at = self.at
        modal, negated, perfect, passive, be = "", False, False, False, False
        main = first
        finite = self.tags[first] in (t.AX, t.MD, t.VB, t.VD, t.NT)
        while at < len(self.tags):
            at = self._skip_marks(at)
            tag = self._tag(at)
            if tag in (t.AX, t.MD):
                low = self.low[at]
                if tag == t.MD:
                    if at > first and self.tags[at - 1] not in (t.RB, t.AX):
                        break
                    modal = low
                perfect = perfect or low in v.HAVE
                be = low in v.BE or (be and low not in v.HAVE)
                main = at
                at += 1
            elif tag == t.NT:
                negated = True
                at += 1
            elif tag == t.RB and self._leads_to_verb(at):
                at += 1
            elif tag in (t.VB, t.VD, t.VN, t.VG):
                if tag == t.VG and not be:
                    break
                if tag == t.VD and at > first and not (be or perfect) and main != first:
                    break
                main = at
                passive = be and tag in (t.VD, t.VN)
                at += 1
                break
            else:
                break
        low = self.low[main]
        if self.low[first] in ("be", "been", "being"):
            finite = False
        kind = FINITE if finite else PARTICIPLE
        chunk = self._add(
            kind, first, max(at, first + 1), main, verb_of(low) if self.tags[main] != t.AX else low
        )
        chunk.modal, chunk.negated, chunk.perfect, chunk.passive = modal, negated, perfect, passive
        if self.tags[main] == t.AX and low in v.BE:
            chunk.verb = "be"
        elif self.tags[main] == t.AX and low in v.HAVE:
            chunk.verb = "have"
        chunk.certain = not (main == first and self.tags[main] == t.VD and _may_be_participle(low))

    def _leads_to_verb(self, at: int) -> bool:
        """Whether the adverbs from `at` on are followed by more of the verb group."""
        for index in range(at + 1, min(at + 4, len(self.tags))):
            tag = self.tags[index]
            if tag in (t.RB, t.QM):
                continue
            return tag in (t.VB, t.VD, t.VN, t.AX, t.VG, t.NT)
        return False

    def _infinitive(self) -> None:
        first = self.at
        at = first + 1
        main, passive, be, perfect = first, False, False, False
        while at < len(self.tags):
            tag = self._tag(at)
            if tag in (t.RB, t.QM, t.NT):
                at += 1
            elif tag == t.AX:
                be, main = self.low[at] in v.BE, at
                perfect = perfect or self.low[at] in v.HAVE
                at += 1
            elif tag in (t.VB, t.VD, t.VN) or (tag == t.VG and be):
                main, passive = at, be and tag in (t.VN, t.VD)
                at += 1
                break
            else:
                break
        chunk = self._add(INFINITIVE, first, max(at, first + 1), main, verb_of(self.low[main]))
        chunk.passive, chunk.perfect = passive, perfect


_TIME_OPENERS = frozenset(
    """
    the last this next that same early earlier late later each every one two three four five six seven
    eight nine ten a several few monday tuesday wednesday thursday friday saturday sunday some
    """.split()
)


def _may_be_participle(low: str) -> bool:
    """Whether a past form can also be a participle ("released" can, "went" and "said" hardly)."""
    return low not in _PURE_PASTS


_PURE_PASTS = frozenset(
    """
    said went took gave saw knew wrote spoke swore began came became did drew drove ate fell flew forgot
    froze grew hid rode rose rang ran sang sank shook showed stole swam tore threw wore woke
    withdrew underwent chose broke was were had told thought felt meant stood sat kept got lay led
    won lost met added
    """.split()
)


def _settle(parsed: Parsed) -> None:
    """Make participles of the past forms that cannot be the finite verb of their clause."""
    chunks = parsed.chunks
    last_finite: Chunk | None = None
    for index, chunk in enumerate(chunks):
        kind = chunk.kind
        if kind == FINITE:
            previous = chunks[index - 1].kind if index else ""
            if not chunk.certain and (
                (index == 0 or previous in (",", "(", "-", t.IN, GERUND, FINITE, INFINITIVE, PARTICIPLE))
                or parsed.sentence.low[chunk.last : chunk.last + 1] == ["by"]
            ):
                if (
                    previous == ","
                    and last_finite is None
                    and index > 1
                    and _parenthesis_before(chunks, index)
                ):
                    last_finite = chunk
                    continue
                chunk.kind = PARTICIPLE
                continue
            if (
                last_finite is not None
                and not last_finite.certain
                and chunk.certain
                and previous in (NOUN_PHRASE, t.RB, PARTICIPLE)
                and not chunks[index - 1].pronoun
                and not _takes_clause(parsed, last_finite)
            ):
                last_finite.kind = PARTICIPLE
            elif (
                last_finite is not None
                and not chunk.certain
                and previous == NOUN_PHRASE
                and not chunks[index - 1].pronoun
                and not _takes_clause(parsed, last_finite)
            ):
                chunk.kind = PARTICIPLE
                continue
            last_finite = chunk
        elif kind in (",", t.CC, t.SB, t.WH, t.TH, ";", ":", "-", "(", ")", t.QT, "."):
            last_finite = None


def _takes_clause(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a past form may have a clause without "that" right after it."""
    if chunk.verb not in _CLAUSE_TAKERS:
        return False
    following = parsed.tags[chunk.last] if chunk.last < len(parsed.tags) else ""
    return following not in (t.IN, t.TM, t.RB, t.TO)


def _parenthesis_before(chunks: list[Chunk], index: int) -> bool:
    """Whether the comma before chunk `index` closes something put in after a noun phrase."""
    commas = [i for i in range(max(0, index - 12), index - 1) if chunks[i].kind == ","]
    return bool(commas) and chunks[commas[-1] - 1].kind == NOUN_PHRASE


_CLAUSE_TAKERS = frozenset(
    """
    say believe think add argue claim insist know note suggest hope fear confirm deny explain write
    reveal agree predict expect feel hear learn ensure mean indicate admit acknowledge decide
    declare tell warn report announce find show state maintain contend allege stress assert conclude
    estimate
    """.split()
)


def parse(sentence: Sentence, text: str) -> Parsed:
    """The phrases of one sentence."""
    tags = t.tag(sentence, text)
    parsed = Parsed(sentence, tags, _Chunker(sentence, tags).run())
    _settle(parsed)
    return parsed
