"""A sentence's tokens grouped into phrases, from left to right in one pass.

Knows nothing of reporting words.
"""

from __future__ import annotations

from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.shapes import verb_of
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, PARTICIPLE, Chunk
from curator.extract.syntax.sentences import Sentence

_NOUN_PARTS = frozenset({t.NN, t.NP, t.CD})
_OPENING = frozenset({t.DT, t.JJ, t.NN, t.NP, t.CD, t.TM, t.PO})
_PRONOUNS = frozenset({t.PR, t.OB, t.EX})
_VERB_OPENING = frozenset({t.AX, t.MD, t.VB, t.VD, t.VN, t.NT})
_TIME_OPENERS = frozenset(
    """
    the last this next that same early earlier late later each every one two three four five six seven
    eight nine ten a several few monday tuesday wednesday thursday friday saturday sunday some
    """.split()
)
_APPROXIMATORS = frozenset(
    """
    about nearly almost around roughly approximately some over under at least most more than less up to
    """.split()
)
_CONTACT_VERBS = frozenset("say believe think claim allege suspect fear hope".split())
_CAUSING = frozenset("help let make have see watch hear bid feel notice observe dare".split())
"""Verbs that take an object and a bare infinitive."""
_PURE_PASTS = frozenset(
    """
    said went took gave saw knew wrote spoke swore began came became did drew drove ate fell flew forgot
    froze grew hid rode rose rang ran sang sank shook showed stole swam tore threw wore woke
    withdrew underwent chose broke was were had told thought felt got
    """.split()
)
"""Past forms that are hardly ever participles without an auxiliary."""


class Chunker:
    """Groups the tokens of one sentence."""

    def __init__(self, sentence: Sentence, tags: list[str]) -> None:
        self.low = sentence.low
        self.tags = tags
        self.chunks: list[Chunk] = []
        self.at = 0

    def run(self) -> list[Chunk]:
        """The chunks in order; quote marks of fragments are in none."""
        count = len(self.tags)
        while self.at < count:
            tag = self.tags[self.at]
            if tag == t.QM:
                self.at += 1
            elif tag in _PRONOUNS:
                self._add(NOUN_PHRASE, self.at, self.at + 1).pronoun = True
            elif tag == t.TO or (tag == t.NT and self._tag(self.at + 1) == t.TO):
                self._infinitive()
            elif tag == t.NT and self._tag(self.at + 1) == t.VG:
                self._add(GERUND, self.at, self.at + 2, verb=verb_of(self.low[self.at + 1])).negated = True
            elif tag in _VERB_OPENING:
                self._verb_group()
            elif tag in _OPENING or (tag == t.VG and self._modifies(self.at)):
                self._noun_phrase(self.at)
            elif tag == t.VG:
                self._add(GERUND, self.at, self.at + 1, verb=verb_of(self.low[self.at]))
            elif tag in (t.RB, t.IN) and (number := self._approximated(self.at)):
                self._noun_phrase(number)
            else:
                self._add(tag, self.at, self.at + 1)
        return self.chunks

    def _add(self, kind: str, first: int, last: int, head: int = -1, verb: str = "") -> Chunk:
        chunk = Chunk(kind, first, last, head if head >= 0 else last - 1, verb)
        self.chunks.append(chunk)
        self.at = last
        return chunk

    def _tag(self, at: int) -> str:
        return self.tags[at] if at < len(self.tags) else ""

    def _skip_marks(self, at: int) -> int:
        while at < len(self.tags) and self.tags[at] == t.QM:
            at += 1
        return at

    def _modifies(self, at: int) -> bool:
        """Whether the -ing form at `at` stands before a noun of a list ("and adjoining districts of")."""
        after_coordinator = bool(self.chunks) and self.chunks[-1].kind == t.CC
        return (
            after_coordinator
            and self._tag(at + 1) in (t.NN, t.NP)
            and self._tag(at + 2) in (t.IN, t.AX, t.MD)
        )

    def _approximated(self, at: int) -> int:
        """Where the number is that "at least", "more than" … at `at` belong to; 0 if there is none."""
        index = at
        while index < len(self.low) and index - at < 3 and self.low[index] in _APPROXIMATORS:
            index += 1
        found = index > at and self._tag(index) == t.CD
        if found and self.low[at] in ("about", "over", "under", "around", "to", "than"):
            before = self.chunks[-1].kind if self.chunks else ""
            return index if before in (FINITE, t.CC, ",", t.TH, INFINITIVE) else 0
        return index if found else 0

    # -- noun phrases ----------------------------------------------------------------------------------

    def _noun_phrase(self, begin: int) -> None:
        """The noun phrase from here on; `begin` is past the words that make its number approximate."""
        first = self.at
        at = begin
        head = -1
        seen_noun = False
        while at < len(self.tags):
            at = self._skip_marks(at)
            tag = self._tag(at)
            if tag == t.TM:
                if seen_noun:
                    break
                at = self._time(at)
                head, seen_noun = at - 1, True
                if self._tag(at) != t.PO:
                    break
            elif tag in _NOUN_PARTS:
                if seen_noun and tag == t.CD and self.tags[head] == t.NN:
                    break
                if seen_noun and self._opens_contact_clause(at):
                    break
                head, seen_noun = at, True
                at += 1
                if self._is_time_noun(at - 1, first):
                    break
            elif tag in (t.DT, t.JJ):
                if seen_noun and (tag == t.DT or not self._goes_on(at)):
                    break
                at += 1
            elif tag == t.PO:
                seen_noun = False
                at += 1
            elif not seen_noun and self._premodifies(at, tag, first):
                at += 1
            else:
                break
        at = max(at, first + 1)
        last = at
        while last > first + 1 and self.tags[last - 1] == t.QM:
            last -= 1
        bare = not seen_noun and self.tags[first] in (t.JJ, t.RB)
        chunk = self._add(t.JJ if bare else NOUN_PHRASE, first, last, head)
        self.at = at
        chunk.time = self._is_time(chunk)

    def _premodifies(self, at: int, tag: str, first: int) -> bool:
        """Whether an adverb, a participle or "and" at `at` stands inside a noun phrase before its noun."""
        following = self._tag(at + 1)
        if tag == t.RB:
            return following in (t.JJ, t.CD)
        if tag == t.CC:
            return self._tag(at - 1) == t.JJ and following in (t.JJ, t.NP)
        return tag in (t.VG, t.VD, t.VN) and at > first and following in (t.NN, t.NP, t.JJ)

    def _is_time_noun(self, at: int, first: int) -> bool:
        """Whether the noun at `at` ends a time: "Last month Russia" are two phrases."""
        if self.tags[at] != t.NN or self.low[at] not in v.TIME_NOUNS or at == first:
            return False
        return self.low[first] in _TIME_OPENERS and self._tag(at + 1) != t.PO

    def _opens_contact_clause(self, at: int) -> bool:
        """Whether a group that says something begins here: "the man | police say is behind it"."""
        if self.low[at] not in v.GROUP_ROLES or self._tag(at + 1) not in (t.VB, t.VD):
            return False
        return verb_of(self.low[at + 1]) in _CONTACT_VERBS and self._tag(at + 2) in (t.AX, t.MD, t.VD, t.VB)

    def _goes_on(self, at: int) -> bool:
        """Whether an adjective after a noun still belongs to the phrase ("Hurriyet Daily News")."""
        if self.low[at] in _TIME_OPENERS or self._tag(at) != t.JJ:
            return False
        return self._tag(at + 1) in (t.NN, t.NP) and self._tag(at - 1) in (t.NP, t.PO, t.CD)

    def _time(self, at: int) -> int:
        """Past the words of a date that begins at `at`: "June 22, 2015", "Thursday morning"."""
        at += 1
        while self._tag(at) in (t.TM, t.CD) or (self._tag(at) == t.NN and self.low[at] in v.TIME_NOUNS):
            at += 1
        if self._tag(at) == "," and self._tag(at + 1) == t.CD and len(self.low[at + 1]) == 4:
            return at + 2
        return at

    def _is_time(self, chunk: Chunk) -> bool:
        if self.tags[chunk.head] == t.TM or (
            self.tags[chunk.head] == t.CD and self.tags[chunk.first] == t.TM
        ):
            return self.tags[chunk.first] in (t.TM, t.JJ, t.DT, t.CD)
        if self.low[chunk.head] not in v.TIME_NOUNS:
            return False
        return chunk.last - chunk.first > 1 and self.low[chunk.first] in _TIME_OPENERS

    # -- verbs -----------------------------------------------------------------------------------------

    def _verb_group(self) -> None:
        first = at = self.at
        group = Chunk(FINITE, first, first, first)
        be = False
        while at < len(self.tags):
            at = self._skip_marks(at)
            tag = self._tag(at)
            low = self.low[at] if at < len(self.low) else ""
            if tag in (t.AX, t.MD):
                if tag == t.MD:
                    if at > first and self.tags[at - 1] not in (t.RB, t.AX):
                        break
                    group.modal = low
                group.perfect = group.perfect or low in v.HAVE
                be = low in v.BE or (be and low not in v.HAVE)
                group.head = at
            elif tag == t.NT:
                group.negated = True
            elif tag in (t.VB, t.VD, t.VN, t.VG):
                auxiliary = be or group.perfect
                if (tag == t.VG and not be) or (tag == t.VD and at > first and not auxiliary):
                    break
                group.head = at
                group.passive = be and tag in (t.VD, t.VN)
                at += 1
                break
            elif tag != t.RB or not self._leads_to_verb(at):
                break
            at += 1
        self._finish_verb(group, max(at, first + 1))

    def _finish_verb(self, group: Chunk, last: int) -> None:
        low, tag = self.low[group.head], self.tags[group.head]
        finite = self.tags[group.first] != t.VN and self.low[group.first] not in ("be", "been", "being")
        group.kind = t.NT if tag == t.NT else FINITE if finite else PARTICIPLE
        if self.low[group.first] == "having":
            group.kind = GERUND  # "denied | having told"
        group.last = self.at = last
        group.verb = verb_of(low)
        if tag == t.AX:
            group.verb = "be" if low in v.BE else "have" if low in v.HAVE else low
        if tag == t.VB and group.head == group.first and self._has_object_pronoun():
            group.kind = INFINITIVE
        group.certain = group.head != group.first or tag != t.VD or low in _PURE_PASTS
        self.chunks.append(group)

    def _has_object_pronoun(self) -> bool:
        """Whether a verb and its object stand before, so that a verb here is not finite ("help them act")."""
        if not self.chunks or not self.chunks[-1].pronoun:
            return False
        if self.low[self.chunks[-1].head] not in ("him", "them", "us", "me"):
            return False
        return len(self.chunks) < 2 or self.chunks[-2].verb in _CAUSING

    def _leads_to_verb(self, at: int) -> bool:
        """Whether the adverbs from `at` on are followed by more of the verb group."""
        for index in range(at + 1, min(at + 4, len(self.tags))):
            tag = self.tags[index]
            if tag not in (t.RB, t.QM):
                return tag in (t.VB, t.VD, t.VN, t.AX, t.VG, t.NT)
        return False

    def _infinitive(self) -> None:
        first = self.at
        at = first + 1
        main, passive, be, perfect = first, False, False, False
        while at < len(self.tags):
            tag = self._tag(at)
            if tag == t.AX:
                be, main = self.low[at] in v.BE, at
                perfect = perfect or self.low[at] in v.HAVE
            elif tag in (t.VB, t.VD, t.VN) or (tag == t.VG and be):
                main, passive = at, be and tag in (t.VN, t.VD)
                at += 1
                break
            elif tag not in (t.RB, t.QM, t.NT, t.TO):
                break
            at += 1
        chunk = self._add(INFINITIVE, first, max(at, first + 1), main, verb_of(self.low[main]))
        chunk.passive, chunk.perfect, chunk.negated = passive, perfect, self.tags[first] == t.NT
