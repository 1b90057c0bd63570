"""Where content ends: before the next attribution, a new predicate of the speaker, the clause around it.

Works on the phrases of one sentence, from where `complements` found the content to begin.
"""

from __future__ import annotations

from curator.extract.lexicon import vocabulary as v
from curator.extract.reporting.attributions import REACH, SPEECH, Attributions
from curator.extract.reporting.complements import (
    CLAUSE,
    INFINITIVAL,
    PHRASE,
    QUESTION,
    QUOTATION,
    Start,
    content_after,
)
from curator.extract.reporting.phrase_ends import CAUSING, DIRECTING, SPEAKING_GERUNDS, phrase_end
from curator.extract.reporting.subjects import can_speak
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, PARTICIPLE, Chunk, Parsed
from curator.extract.syntax.sentences import CLOSE, OPEN

INVERTING = frozenset(
    """
    say add write explain note warn argue recall reply ask announce declare report claim continue
    conclude admit insist observe remark comment joke read tweet
    """.split()
)
"""Verbs that may stand before their subject after what was said ("…, said Kalin")."""
_SUMMARIES = frozenset(
    """
    claim allegation accusation assertion charge position stance view argument suggestion denial
    statement remark comment contention notion move decision figure finding practice possibility
    """.split()
)
"""Nouns by which a report sums up what was just said, to say more about it."""
_CHECKING = frozenset("verify confirm corroborate substantiate".split())
"""What a report says could not be done with what somebody told it."""
_LEFT_OUT = frozenset("elaborate give provide name explain specify offer cite say identify".split())
"""What somebody who said something did not do: "…, without | giving details"."""
_ASIDES = frozenset("with despite amid after following according".split())
"""What after a comma tells of the circumstances, and not of what is meant to happen."""


class _End(Attributions):
    """Finds where content that begins at a chunk ends."""

    def __init__(self, parsed: Parsed, start: Start, embedded: bool, subordinate: bool, past: bool) -> None:
        super().__init__(parsed)
        self.start = start
        self.embedded = embedded
        self.subordinate = subordinate
        self.past = past
        self.shifted = False
        """The content's first verb is in the past, as it is after "said"."""
        self.verbs = 0

    def find(self) -> int:
        first = self.start.chunk
        depth = 0
        for index in range(first, len(self.chunks)):
            kind = self.chunks[index].kind
            if kind == "(":
                depth += 1
            elif kind == ")":
                if not depth:
                    return index
                depth -= 1
            elif kind == "." or (not depth and self._ends_at(index, kind)):
                return index
            elif kind == t.QT and index == first:
                return index + 1
            elif kind == FINITE:
                self.verbs += 1
                self.shifted = self.shifted or (self.verbs == 1 and self._is_past(self.chunks[index]))
        return len(self.chunks)

    def _ends_at(self, index: int, kind: str) -> bool:
        if index == self.start.chunk:
            return False
        if kind == FINITE:
            whole = 0 if self.start.style == INFINITIVAL else 1
            return self.embedded and self.verbs == whole and self._resumes(index)
        if kind == ",":
            return self._at_comma(index)
        if kind == t.CC:
            return self._at_coordinator(index)
        if kind == "-":
            return self._new_attribution(index + 1) or self._kind(index + 1) == t.AC
        return kind == t.AC or (kind == ";" and self._new_attribution(index + 1))

    def _resumes(self, index: int) -> bool:
        """Whether the finite verb at `index` belongs to the clause around an embedded attribution."""
        if self._kind(index - 1) not in (NOUN_PHRASE, t.RB, PARTICIPLE, INFINITIVE, t.IN, FINITE, t.JJ):
            return False
        between = self.chunks[self.start.chunk + 1 : index]
        surely = self.chunks[index].certain or self.start.style == INFINITIVAL
        return surely and not any(chunk.kind in (t.CC, t.WH, t.TH, t.SB, ",") for chunk in between)

    def _at_comma(self, index: int) -> bool:
        if index + 1 >= len(self.chunks):
            return True
        chunk, following = self.chunks[index + 1], self._kind(index + 1)
        if self._kind(self.start.chunk) == t.SB and self.verbs == 1 and self._verb_follows(index + 1):
            return False  # "wrote that while they had lied, | the rest"
        if following == t.AC or self._comments(index + 1):
            return True
        if following == GERUND:
            return chunk.verb in CAUSING or (chunk.verb in SPEAKING_GERUNDS and not self._directs(index + 1))
        if following == FINITE:
            inverted = self._kind(index + 2) == NOUN_PHRASE and chunk.verb in INVERTING
            return (inverted and self._cue(index + 1) is not None) or self.embedded
        if following == t.SB:
            return self._at_subordinator(index + 1)
        if following == t.CC:
            after = index + 2
            while self._kind(after) == t.RB:
                after += 1
            if self._kind(after) == FINITE and not self._series(index):
                return self._new_predicate(after)
            if self.start.style == INFINITIVAL and self._main_clause(index + 2):
                return True
            return (
                self._new_attribution(index + 2)
                or self._coordinated_cue(index + 2)
                or self._returns_to_now(index + 2)
            )
        if self._kind(index + 2) == GERUND and self.chunks[index + 2].verb in _LEFT_OUT:
            return self.parsed.low(chunk) == "without"
        aside = following == t.IN and self.parsed.low(chunk) in _ASIDES
        if self._new_attribution(index + 1) or (aside and self.start.style == INFINITIVAL):
            return True
        outside = self.subordinate or self.start.style == INFINITIVAL
        return outside and following in (NOUN_PHRASE, t.QT) and self._main_clause(index + 1)

    def _verb_follows(self, at: int) -> bool:
        """Whether a clause that is no attribution goes on at `at`, up to the next mark."""
        for index in range(at, len(self.chunks)):
            if self.chunks[index].kind in (",", ";", ".", t.QT):
                return False
            if self.chunks[index].kind == FINITE:
                return index + 1 < len(self.chunks) and self._cue(index) is None
        return False

    def _directs(self, at: int) -> bool:
        """Whether who the content is about speaks to others in it: "officers came, urging them to go"."""
        subject = self.chunks[self.start.chunk]
        low = self.parsed.low(subject)
        own = can_speak(self.parsed, subject) or low.removesuffix("s") in v.PERSON_ROLES
        return self.verbs == 1 and own and not subject.pronoun and self.chunks[at].verb in DIRECTING

    def _comments(self, at: int) -> bool:
        """Whether a remark on what was said begins at `at` (", a claim he denies", ", which she called")."""
        if self._kind(at) == NOUN_PHRASE:
            chunk, low = self.chunks[at], self.parsed.sentence.low
            if self.parsed.low(chunk) == "something":
                return self._kind(at + 1) in (NOUN_PHRASE, t.TH)
            summary = self.parsed.low(chunk) in _SUMMARIES and low[chunk.first] in ("a", "an", "the")
            return summary and self._kind(at + 1) in (NOUN_PHRASE, t.TH, t.WH)
        judged = self._kind(at) == t.WH and self.parsed.low(self.chunks[at]) == "which"
        verb = at + 2
        if not judged or self._kind(at + 1) != NOUN_PHRASE or self._kind(verb) != FINITE:
            return False
        cue = self.cues.get(self.chunks[verb].verb)
        return (
            cue is not None
            and "a" in cue.takes
            and self.parsed.low(self.chunks[at + 1]) in ("he", "she", "they")
        )

    def _at_subordinator(self, index: int) -> bool:
        low = self.parsed.low(self.chunks[index])
        if low == "as":
            return self._new_attribution(index + 1)
        if low not in ("while", "whereas", "although", "though"):
            return False
        for at in range(index + 1, min(index + REACH, len(self.chunks))):
            chunk = self.chunks[at]
            if chunk.kind == FINITE:
                unsure = chunk.negated and chunk.passive and chunk.verb in _CHECKING
                return unsure or (self._cue(at) is not None and self._complete(at))
        return False

    def _new_predicate(self, index: int) -> bool:
        """Whether the finite verb after ", and" goes on with what the speaker did."""
        chunk = self.chunks[index]
        alone = self.parsed.tags[chunk.first] == t.NT  # "disappointed, but | not surprised"
        return not (chunk.modal or alone or chunk.verb in ("be", "have"))

    def _is_past(self, chunk: Chunk) -> bool:
        low, tags = self.parsed.sentence.low[chunk.first], self.parsed.tags
        return low in ("was", "were", "had", "would", "could", "might", "did") or tags[chunk.first] == t.VD

    def _returns_to_now(self, at: int) -> bool:
        """Whether a clause after ", but" is the article's own: "said it would appeal, but it has not"."""
        if not (self.past and self.shifted) or self._kind(at) != NOUN_PHRASE:
            return False
        for index in range(at + 1, min(at + REACH, len(self.chunks))):
            if self.chunks[index].kind == FINITE:
                low = self.parsed.sentence.low[self.chunks[index].first]
                return low in ("has", "have", "is", "are", "'s", "do", "does")
            if self.chunks[index].kind not in (NOUN_PHRASE, t.IN, t.RB):
                return False
        return False

    def _coordinated_cue(self, index: int) -> bool:
        """Whether an adverb and a reporting verb follow a coordinator ("but later added")."""
        while self._kind(index) == t.RB:
            index += 1
        return self._kind(index) == FINITE and self._cue(index) is not None

    def _series(self, comma: int) -> bool:
        """Whether the content is a list of predicates, so that ", and" only completes it."""
        return any(
            self._kind(index) == "," and self._kind(index + 1) == FINITE
            for index in range(self.start.chunk, comma)
        )

    def _main_clause(self, at: int) -> bool:
        """Whether the clause that an opening subordinate clause hangs on begins at `at`."""
        for index in range(at, len(self.chunks)):
            kind = self.chunks[index].kind
            if kind == FINITE:
                return True
            contact = self.chunks[index].pronoun and index > at and self._kind(index - 1) == NOUN_PHRASE
            if contact or kind in (",", ";", ".", t.CC, t.WH, t.TH):
                return False
        return False

    def _at_coordinator(self, index: int) -> bool:
        """Whether "and" or "but" without a comma begins what the speaker said next or another speaker."""
        following = index + 1
        while self._kind(following) == t.RB:
            following += 1
        infinitive = self.start.style == INFINITIVAL
        if self._kind(index - 1) == "," or not (self.verbs or infinitive):
            return False
        if infinitive and self._kind(following) == NOUN_PHRASE and self._kind(following + 1) == FINITE:
            return True
        if self._kind(following) == FINITE:
            return infinitive or self._quotation_closed(index) or self._speaks_on(following)
        return self._kind(following) == NOUN_PHRASE and self._new_attribution(following)

    def _quotation_closed(self, index: int) -> bool:
        """Whether a quoted fragment that is all the content ends right before the coordinator at `index`."""
        low = self.parsed.sentence.low
        first, last = self.chunks[self.start.chunk].first, self.chunks[index].first
        return low[first - 1] == OPEN and low[last - 1] == CLOSE and low[first:last].count(CLOSE) == 1

    def _speaks_on(self, index: int) -> bool:
        """Whether the reporting verb at `index` has the speaker as its subject and not the content's."""
        chunk, cue = self.chunks[index], self.cues.get(self.chunks[index].verb)
        if cue is None or chunk.passive or chunk.modal or chunk.perfect or cue.cue_class not in SPEECH:
            return False
        found = content_after(self.parsed, index + 1, cue.takes)
        if self.past and not self.shifted and self.parsed.tags[chunk.head] == t.VD and self.verbs:
            return found is not None
        subject = self.chunks[self.start.chunk]
        if can_speak(self.parsed, subject) and self._agree(subject, chunk):
            return False
        return found is not None and found.style in (CLAUSE, QUOTATION, QUESTION, INFINITIVAL)

    def _agree(self, subject: Chunk, verb: Chunk) -> bool:
        """Whether a verb's number fits the content's subject: of "Paris … and claim" it does not."""
        low, head = self.parsed.sentence.low, self.parsed.low(subject)
        noun = self.parsed.tags[subject.head] == t.NN
        plural = (noun and head.endswith("s")) or head in ("i", "we", "you", "they") or head in v.GROUP_ROLES
        bare = self.parsed.tags[verb.head] == t.VB and not low[verb.head].endswith("s")
        return plural or not bare


def content_end(
    parsed: Parsed, start: Start, *, embedded: bool = False, subordinate: bool = False, past: bool = False
) -> int:
    """The chunk before which content that begins at `start` ends.

    `embedded`: the reporting verb stands in a relative clause; `subordinate`: after "while", "although" …;
    `past`: it is in the past.
    """
    if start.style == PHRASE:
        return phrase_end(parsed, start, embedded)
    return _End(parsed, start, embedded, subordinate, past).find()
