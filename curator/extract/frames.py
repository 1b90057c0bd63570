"""Attributions in one sentence: who is speaker, which words are the cue, what is the content.

Each finder knows one construction and names it as the rule a reviewer reads. Places are token indices of the
sentence; nothing here looks at another sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from curator.extract import contents as k
from curator.extract import tags as t
from curator.extract.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, PARTICIPLE, Chunk, Parsed
from curator.extract.contents import Start, content_after, content_end, has_finite
from curator.extract.cues import (
    APPEARING,
    BEARERS,
    Cue,
    adjective_cues,
    noun_cues,
    phrase_cues,
    verb_cues,
)
from curator.extract.subjects import Subject, extended_left, inverted_subject, subject_of


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution: token ranges `[first, last)` in its sentence."""

    content: tuple[int, int]
    speaker: tuple[int, int] | None
    cue: tuple[int, int]
    cue_class: str
    rule: str
    trailing: bool = False
    """The speaker comes after the content, so what follows in the paragraph may go on with it."""
    clause: tuple[int, int] = (0, 0)
    """Everything that names the speaker: the tokens that no content may take."""


_STYLE_RULES = {
    k.CLAUSE: "then what was said",
    k.QUOTATION: "then a quotation",
    k.INFINITIVAL: "then “to” and what is meant to happen",
    k.PHRASE: "then what it is about",
    k.QUESTION: "then a question",
}
_ASSERTING = "bc"
_MIND = frozenset({"wants", "thinks", "hopes", "fears", "predicts", "shows", "judges", "feels", "refuses"})
_TRAILING_THOUGHTS = frozenset(
    "believe think suspect predict estimate fear hope reckon guess feel suppose".split()
)
_DUMMIES = frozenset("it there".split())


class Reader:
    """Finds the attributions of one parsed sentence."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.chunks = parsed.chunks
        self.frames: list[Frame] = []
        self.used = 0
        """Chunks before this index belong to an attribution that has been found."""
        self.base = 0
        """Chunks before this index belong to one whose speaker has been named after it."""

    def read(self) -> list[Frame]:
        verbs, nouns, adjectives = verb_cues(), noun_cues(), adjective_cues()
        for index, chunk in enumerate(self.chunks):
            if chunk.kind == FINITE:
                self._finite(index, chunk, verbs, adjectives)
            elif chunk.kind in (GERUND, INFINITIVE) and chunk.verb in verbs:
                self._nonfinite(index, chunk, verbs[chunk.verb])
            elif chunk.kind == t.AC:
                self._according(index)
            elif chunk.kind == NOUN_PHRASE and (noun := nouns.get(self.parsed.low(chunk))):
                self._nominal(index, chunk, noun)
        self._unknown_verbs(verbs)
        return self.frames

    # -- small questions -------------------------------------------------------------------------------

    def _kind(self, at: int) -> str:
        return self.chunks[at].kind if 0 <= at < len(self.chunks) else ""

    def _low(self, at: int) -> str:
        return self.parsed.low(self.chunks[at]) if 0 <= at < len(self.chunks) else ""

    def _tokens(self, first: int, last: int) -> tuple[int, int]:
        """The token range of chunks `[first, last)`."""
        return self.chunks[first].first, self.chunks[last - 1].last

    def _speaker(self, subject: Subject | None) -> tuple[int, int] | None:
        if isinstance(subject, _WithTokens):
            return subject.tokens
        return self._tokens(subject.first, subject.last) if subject else None

    def _add(
        self, content: tuple[int, int], subject: Subject | None, cue: tuple[int, int], word: Cue, rule: str
    ) -> None:
        if content[1] > content[0]:
            self.frames.append(Frame(content, self._speaker(subject), cue, word.cue_class, rule))

    # -- finite verbs ----------------------------------------------------------------------------------

    def _finite(self, index: int, chunk: Chunk, verbs: dict[str, Cue], adjectives: dict[str, Cue]) -> None:
        low = self.parsed.low(chunk)
        if low in adjectives and chunk.passive:
            self._predicate(index, index, adjectives[low])
            return
        if chunk.verb in _COPULAS:
            after = index + 1
            while self._kind(after) == t.RB:
                after += 1
            if self._kind(after) == NOUN_PHRASE and self._low(after) in adjectives:
                self._predicate(index, after, adjectives[self._low(after)])
                return
            if self._kind(after) in (FINITE, PARTICIPLE) and self._low(after) in adjectives:
                self._predicate(index, after, adjectives[self._low(after)])
            return
        cue, after = self._phrase(index, chunk, verbs)
        if cue is None:
            return
        if chunk.passive:
            self._passive(index, chunk, cue)
            return
        self._verb(index, after, chunk, cue)

    def _phrase(self, index: int, chunk: Chunk, verbs: dict[str, Cue]) -> tuple[Cue | None, int]:
        """The cue at a finite verb with its particle ("pointed out"), and the chunk after them."""
        phrases = phrase_cues()
        for after in (index + 1, index + 2):
            if after < len(self.chunks) and (chunk.verb, self._low(after)) in phrases:
                if after == index + 2 and self._kind(index + 1) not in (NOUN_PHRASE, t.RB):
                    continue
                cue = phrases[chunk.verb, self._low(after)]
                return (cue if cue.cue_class else None), after + 1
        return verbs.get(chunk.verb), index + 1

    def _verb(self, index: int, after: int, chunk: Chunk, cue: Cue) -> None:
        inverted = self._inverted(index, chunk, cue)
        subject = inverted or subject_of(self.parsed, index)
        right = after if inverted is None else inverted.last
        if subject is None and self._kind(index - 1) != t.QT and index > 0:
            return
        if subject and self._is_dummy(subject) and cue.cue_class != "shows":
            return
        cue_tokens = (chunk.first, self.chunks[after - 1].last)
        takes = self._takes(cue, subject)
        start = content_after(self.parsed, right, takes) if inverted is None else self._after_inverted(right)
        left = self._content_before(index, subject, inverted)
        if left is not None and self._trails(start, right, left, cue, inverted):
            self._trailing(left, subject, cue_tokens, cue, inverted is not None, right, start)
            return
        if start is None and inverted is None:
            start = self._gap(index, after, cue)
        if start is None or not self._believable(start, cue, chunk, subject):
            return
        self._leading(index, start, subject, cue_tokens, cue)

    def _takes(self, cue: Cue, subject: Subject | None) -> str:
        return cue.takes

    def _is_dummy(self, subject: Subject) -> bool:
        return (
            subject.last - subject.first == 1
            and self._low(subject.first) in _DUMMIES
            and (
                self._low(subject.first) == "there" or (self._kind(subject.first - 1) in ("", t.CC) and False)
            )
        )

    def _inverted(self, index: int, chunk: Chunk, cue: Cue) -> Subject | None:
        if chunk.modal or chunk.negated or not (set("bcq") & set(cue.takes)):
            return None
        before = self._kind(index - 1)
        after_quotation = before in (t.QT, ",", "-") or (
            before == t.RB and self._kind(index - 2) in (t.QT, ",")
        )
        if not after_quotation and not (before == "" and self._kind(index + 1) == NOUN_PHRASE):
            return None
        found = inverted_subject(self.parsed, index)
        if found is None:
            return None
        if before == "," and self.chunks[index].verb not in k._INVERTING:
            return None
        if before == "," and not has_finite(self.chunks, self.used, index):
            return None if subject_of(self.parsed, index) else found
        if before == "," and self._over_apposition(index):
            return None
        if before == "" and self._kind(found.last) not in (":", ",", t.QT):
            return None
        return found

    def _over_apposition(self, index: int) -> bool:
        """Whether a verb after a comma goes with what an apposition describes ("Kalin, a spokesman, said")."""
        subject = subject_of(self.parsed, index)
        if subject is None:
            return False
        return not has_finite(self.chunks, self.used, subject.first) and not has_finite(
            self.chunks, subject.first, index
        )

    def _after_inverted(self, right: int) -> Start | None:
        """Content after "said Kalin": a quotation or a colon, past what tells where and when."""
        for at in range(right, min(right + 10, len(self.chunks))):
            kind = self._kind(at)
            if kind == t.QT:
                return Start(at, k.QUOTATION) if self._kind(at - 1) in (",", ":", "-") else None
            if kind == ":":
                return Start(at + 1, k.CLAUSE)
            if kind in (FINITE, t.WH, GERUND, ";", "."):
                return None
        return None

    def _gap(self, index: int, after: int, cue: Cue) -> Start | None:
        """Content without its subject: "a camp that critics charge is a prison"."""
        if not set("bc") & set(cue.takes) or self._kind(after) != FINITE:
            return None
        subject = subject_of(self.parsed, index)
        if subject is None or self._kind(subject.first - 1) not in (t.WH, t.TH, NOUN_PHRASE, ","):
            return None
        if self._kind(subject.first - 1) in (NOUN_PHRASE, ","):
            return None
        return Start(after, k.CLAUSE)

    def _believable(self, start: Start, cue: Cue, chunk: Chunk, subject: Subject | None) -> bool:
        if subject is None and start.style != k.QUOTATION:
            return False
        if not start.plain and cue.word not in _ALWAYS:
            return False
        if start.style == k.INFINITIVAL and not self._weighty(start):
            return False
        if (
            start.style == k.INFINITIVAL
            and chunk.modal in ("would", "should", "could")
            and cue.cue_class == "wants"
        ):
            return False
        if start.style == k.PHRASE and set(cue.takes) & set("oaFARGT") and not set(cue.takes) & set("u"):
            return self._weighty(start)
        return True

    def _weighty(self, start: Start) -> bool:
        """Whether content that is no clause says enough to be a claim: three words or more."""
        first, last = self._tokens(start.chunk, max(start.chunk + 1, content_end(self.parsed, start)))
        return last - first >= 3

    def _leading(
        self, index: int, start: Start, subject: Subject | None, cue: tuple[int, int], word: Cue
    ) -> None:
        first = subject.first if subject else index
        embedded = self._kind(first - 1) in (t.WH,) or (
            subject is not None and self._kind(subject.clause) == t.WH
        )
        embedded = embedded or (subject is not None and self._relative(subject, index))
        subordinate = self._subordinate(subject.first if subject else index)
        end = content_end(self.parsed, start, embedded=embedded, subordinate=subordinate)
        if end <= start.chunk:
            return
        rule = f"name, “{word.word}”, {_STYLE_RULES[start.style]}"
        self._add(self._tokens(start.chunk, end), subject, cue, word, rule)
        self.used = max(self.used, end)

    def _relative(self, subject: Subject, verb: int) -> bool:
        """Whether the verb stands in a relative clause of its own subject ("Kalin, who said")."""
        return any(self._kind(at) == t.WH for at in range(subject.last, verb)) and not any(
            self._kind(at) == FINITE for at in range(subject.last, verb)
        )

    def _subordinate(self, first: int) -> bool:
        before = first - 1
        while self._kind(before) in (t.RB,):
            before -= 1
        return self._kind(before) == t.SB or (
            self._kind(before) == t.WH and self._low(before) in ("when", "where")
        )

    # -- content before its cue ------------------------------------------------------------------------

    def _content_before(
        self, index: int, subject: Subject | None, inverted: Subject | None
    ) -> tuple[int, int] | None:
        """Chunks `[first, last)` of content that ends where the subject and its verb begin."""
        last = index if inverted is not None or subject is None else subject.clause
        if inverted is None and subject is not None and self._kind(subject.clause) == t.WH:
            return None
        while last > 0 and self._kind(last - 1) in (t.RB, t.CC) and self._kind(last - 2) in (",", t.QT):
            last -= 1
        if last == 0 or self._kind(last - 1) not in (",", t.QT, "-", ")"):
            return None
        end = last
        while end > 0 and self._kind(end - 1) in (",", "-"):
            end -= 1
        for first in (self.used, self.base):
            first = min(first, last)
            for at in range(last - 2, first - 1, -1):
                if self._kind(at) in (";",):
                    first = at + 1
                    break
            while first < end and self._kind(first) in (",", "-", ";", "."):
                first += 1
            if first < end and has_finite(self.chunks, first, end):
                return first, end
        return None

    def _trails(
        self, start: Start | None, right: int, left: tuple[int, int], cue: Cue, inverted: Subject | None
    ) -> bool:
        """Whether the words before subject and verb are the content, and not what follows."""
        if not set("bcqw") & set(cue.takes):
            return False
        if not set("bc") & set(cue.takes) and self._kind(left[1] - 1) != t.QT:
            return False
        if cue.cue_class in _MIND and cue.word not in _TRAILING_THOUGHTS:
            return False
        quoted = self._kind(left[1] - 1) == t.QT
        if start is None:
            return quoted or inverted is not None or self._rest_is_circumstance(right)
        if start.style == k.QUOTATION and quoted:
            return True
        if inverted is not None:
            return True
        return quoted and start.style in (k.PHRASE, k.INFINITIVAL)

    def _rest_is_circumstance(self, at: int) -> bool:
        """Whether only time, place and manner follow before the sentence's or the clause's end."""
        for index in range(at, len(self.chunks)):
            chunk = self.chunks[index]
            if chunk.kind in (".", ",", ";", "-", t.AC, "(", t.CC, GERUND, t.SB, t.QT, ":"):
                return True
            if chunk.kind == FINITE and index == at:
                return False
            if chunk.kind in (t.WH, t.TH, FINITE):
                return chunk.kind == t.WH
        return True

    def _trailing(
        self,
        left: tuple[int, int],
        subject: Subject | None,
        cue: tuple[int, int],
        word: Cue,
        inverted: bool,
        right: int,
        start: Start | None,
    ) -> None:
        first, last = left
        quotation = self._kind(last - 1) == t.QT and last - first == 1
        order = f"“{word.word}” and a name" if inverted else f"a name and “{word.word}”"
        rule = f"{'quotation' if quotation else 'statement'}, then {order}"
        content = self._tokens(first, last)
        resumed = self._resumed(right, quotation)
        if resumed is not None:
            content = (content[0], self.chunks[resumed - 1].last)
            rule = f"statement around a name and “{word.word}”"
        self.frames.append(Frame(content, self._speaker(subject), cue, word.cue_class, rule, trailing=True))
        self.used = self.base = max(self.used, right, resumed or 0)
        if start is not None and start.style == k.QUOTATION:
            end = content_end(self.parsed, start)
            self._add(
                self._tokens(start.chunk, end), subject, cue, word, f"quotation going on after “{word.word}”"
            )
            self.used = max(self.used, end)

    def _resumed(self, right: int, quotation: bool) -> int | None:
        """The end of a statement that goes on after an attribution put into it; None if it does not."""
        if quotation or self._kind(right) != ",":
            return None
        following = self._kind(right + 1)
        if following in (INFINITIVE, FINITE, t.SB) or (following == t.IN and right + 2 < len(self.chunks)):
            if following == t.SB and self._low(right + 1) in ("as", "while", "after", "when"):
                return None
            end = content_end(self.parsed, Start(right + 1, k.CLAUSE))
            return end if end > right + 1 else None
        return None

    # -- other constructions ---------------------------------------------------------------------------

    def _passive(self, index: int, chunk: Chunk, cue: Cue) -> None:
        if chunk.verb in ("quote", "cite", "report", "say", "hear"):
            for at in range(index + 1, min(index + 12, len(self.chunks))):
                if self._kind(at) == GERUND and self.chunks[at].verb in ("say", "tell"):
                    self._quoted_as_saying(index, at)
                    return
                if self._kind(at) in (FINITE, ".", ";"):
                    break
        if chunk.verb == "quote" and self._kind(index - 1) in (NOUN_PHRASE, ","):
            subject = subject_of(self.parsed, index)
            left = self._content_before(index, subject, None)
            if left is not None:
                self._trailing(left, subject, (chunk.first, chunk.last), cue, False, index + 1, None)
                return
        subject = subject_of(self.parsed, index)
        if subject is None or not self._is_it(subject) or not set("bch") & set(cue.takes):
            return
        if self._kind(index + 1) == t.TH:
            start = Start(index + 2, k.CLAUSE)
            end = content_end(self.parsed, start)
            self._add(
                self._tokens(start.chunk, end),
                None,
                (chunk.first, chunk.last),
                cue,
                f"“it was {cue.word} that”, nobody named",
            )
            self.used = max(self.used, end)

    def _is_it(self, subject: Subject) -> bool:
        return subject.last - subject.first == 1 and self._low(subject.first) == "it"

    def _quoted_as_saying(self, index: int, saying: int) -> None:
        cue = Cue("be quoted as saying", "says", "bw")
        subject = subject_of(self.parsed, index)
        tokens = (self.chunks[index].first, self.chunks[saying].last)
        start = content_after(self.parsed, saying + 1, "bwh")
        left = self._content_before(index, subject, None)
        if start is None and left is not None:
            self._trailing(left, subject, tokens, cue, False, saying + 1, None)
        elif start is not None:
            self._leading(index, start, subject, tokens, cue)

    def _predicate(self, verb: int, adjective: int, cue: Cue) -> None:
        """ "is confident that", "were worried that", "is determined to"."""
        subject = subject_of(self.parsed, verb)
        if subject is None or self._low(subject.first) in ("it", "that", "this", "there"):
            return
        start = content_after(self.parsed, adjective + 1, cue.takes)
        if start is None or start.style in (k.PHRASE, k.QUOTATION):
            return
        tokens = (self.chunks[verb].first, self.chunks[adjective].last)
        self._leading(verb, start, subject, tokens, cue)

    def _nonfinite(self, index: int, chunk: Chunk, cue: Cue) -> None:
        """ "…, saying that", "went on to say", "by arguing that": the subject is that of the verb before."""
        if cue.cue_class in _MIND and not (
            chunk.kind == GERUND and cue.cue_class in ("thinks", "fears", "hopes", "predicts")
        ):
            return
        start = content_after(self.parsed, index + 1, cue.takes)
        if start is None:
            return
        accusing = cue.cue_class == "accuses" and chunk.kind == GERUND
        if start.style not in (k.CLAUSE, k.QUOTATION, k.QUESTION) and not accusing:
            return
        if start.style == k.QUESTION and chunk.kind == INFINITIVE:
            return
        if not start.plain:
            return
        before = self._kind(index - 1)
        if before == NOUN_PHRASE and chunk.kind == GERUND:
            first = extended_left(self.chunks, index - 1, self.parsed)
            subject: Subject | None = Subject(first, index, first)
        else:
            subject = self._controller(index)
        if chunk.kind == INFINITIVE and (subject is None or not self._infinitive_speaks(index)):
            return
        self._leading(index, start, subject, (chunk.first, chunk.last), cue)

    def _controller(self, index: int) -> Subject | None:
        """The subject of the finite verb that a participle or infinitive at chunk `index` hangs on."""
        for at in range(index - 1, -1, -1):
            if self._kind(at) == FINITE and not self._in_relative(at, index):
                return subject_of(self.parsed, at)
            if self._kind(at) in (";", "."):
                break
        for at in range(index + 1, len(self.chunks)):
            if self._kind(at) == FINITE:
                return subject_of(self.parsed, at)
        return None

    def _in_relative(self, at: int, index: int) -> bool:
        """Whether the finite verb at `at` is inside a clause that a comma closed before `index`."""
        before = at - 1
        while self._kind(before) in (t.RB,):
            before -= 1
        direct = self._kind(before) in (t.WH,) or (
            self._kind(before) == NOUN_PHRASE and self._kind(before - 1) in (t.WH, t.SB, t.TH)
        )
        return direct and before > 2 and any(self._kind(m) == "," for m in range(at, index))

    def _infinitive_speaks(self, index: int) -> bool:
        """Whether an infinitive reports something that was said ("went on to say")."""
        before = index - 1
        while before >= 0 and self._kind(before) not in (FINITE, ",", ";"):
            before -= 1
        if self._kind(before) != FINITE:
            return False
        verb = self.chunks[before].verb
        return (
            verb in _LEADING_TO_SPEECH and not self.chunks[before].negated and not self.chunks[before].modal
        )

    def _according(self, index: int) -> None:
        """ "According to the ministry, …" and "…, according to the ministry"."""
        if self._low(index + 1) != "to" or self._kind(index + 2) != NOUN_PHRASE:
            return
        last = self._source_end(index + 2)
        subject = Subject(index + 2, last, index)
        tokens = (self.chunks[index].first, self.chunks[index + 1].last)
        cue = Cue("according to", "says", "b")
        before = self._kind(index - 1)
        opens = (
            index == 0 or before in (t.CC, t.TH, ";", t.SB) or not has_finite(self.chunks, self.used, index)
        )
        if opens:
            first = last + 1 if self._kind(last) == "," else last
            if self._kind(last) == "," and self._apposition(last):
                first = self._apposition(last)
            start = Start(first, k.CLAUSE)
            end = content_end(self.parsed, start)
            if first < end and has_finite(self.chunks, first, end):
                self._add(
                    self._tokens(first, end),
                    subject,
                    tokens,
                    cue,
                    "“according to” and a name, then the statement",
                )
                self.used = max(self.used, last)
            return
        left_end = index - 1 if before == "," else index
        first = min(self.used, left_end)
        for at in range(left_end - 1, first - 1, -1):
            if self._kind(at) == ";":
                first = at + 1
                break
        while first < left_end and self._kind(first) in (",", ";", t.CC, "."):
            first += 1
        if left_end <= first:
            return
        content = self._tokens(first, left_end)
        rule = "statement, then “according to” and a name"
        if self._kind(last) == "," and self._kind(last + 1) in (FINITE, INFINITIVE) and before == ",":
            end = content_end(self.parsed, Start(last + 1, k.CLAUSE))
            content = (content[0], self.chunks[end - 1].last)
            rule = "statement around “according to” and a name"
        self._add(content, subject, tokens, cue, rule)
        self.used = max(self.used, last)

    def _apposition(self, comma: int) -> int:
        """The chunk after an apposition that the comma opens ("Wilkins, a curator, …"); 0 if none."""
        for at in range(comma + 1, min(comma + 10, len(self.chunks))):
            if self._kind(at) == ",":
                rest = at + 1
                inside_verb = any(self._kind(m) == FINITE for m in range(comma + 1, at))
                first = self.chunks[comma + 1]
                opens = self.parsed.tags[first.first] in (t.DT, t.WH, t.NN, t.JJ)
                return rest if not inside_verb and opens and self._kind(comma + 1) == NOUN_PHRASE else 0
            if self._kind(at) in (FINITE, t.QT):
                return 0
        return 0

    def _source_end(self, at: int) -> int:
        """The end of the source after "according to": its name with what hangs on it."""
        last = at + 1
        while last + 1 < len(self.chunks):
            kind, following = self._kind(last), self._kind(last + 1)
            if kind in (t.IN, t.CC) and following == NOUN_PHRASE:
                if kind == t.CC and self._kind(last + 2) == FINITE:
                    break
                last += 2
            elif kind == PARTICIPLE or (kind == NOUN_PHRASE and self.chunks[last].time):
                last += 1
            elif kind == GERUND and following in (NOUN_PHRASE, t.IN):
                last += 2
            else:
                break
        if last < len(self.chunks) and self._kind(last) == PARTICIPLE:
            last += 1
        return last

    def _nominal(self, index: int, chunk: Chunk, cue: Cue) -> None:
        """ "the claim that", "voiced fears that", "reports appeared that", "his promise to"."""
        after = index + 1
        governed = False
        if (
            self._kind(after) == FINITE
            and self.chunks[after].verb in APPEARING
            and self._kind(after + 1) == t.TH
        ):
            after += 1
            governed = True
        elif (
            self._kind(after) == t.IN
            and self._kind(after + 1) == NOUN_PHRASE
            and self._kind(after + 2) in (t.TH,)
        ) and self._low(after) in ("by", "from", "of", "in", "on", "to", "at"):
            after += 2
        if self._kind(after) == t.TH and "h" in cue.takes:
            if self._kind(after + 1) == FINITE and not governed:
                return
            start = Start(after + 1, k.CLAUSE)
        elif self._kind(after) == INFINITIVE and "t" in cue.takes:
            start = Start(after, k.INFINITIVAL)
        elif self._kind(after) == t.WH and "w" in cue.takes:
            start = Start(after, k.QUESTION)
        else:
            return
        subject = self._bearer(index, chunk)
        if subject is None and (
            start.style == k.INFINITIVAL or cue.word in ("idea", "notion", "point", "prospect")
        ):
            return
        if not has_finite(self.chunks, start.chunk, len(self.chunks)) and start.style == k.CLAUSE:
            return
        embedded = self._kind(index - 1) != FINITE and not governed
        end = content_end(self.parsed, start, embedded=embedded)
        cue_tokens = (chunk.head, chunk.head + 1)
        self._add(
            self._tokens(start.chunk, end), subject, cue_tokens, cue, f"“the {cue.word}” and what it says"
        )

    def _bearer(self, index: int, chunk: Chunk) -> Subject | None:
        """Whose claim it is: its possessor, "by" or "from" somebody, or the subject of the verb before it."""
        tags = self.parsed.tags
        for at in range(chunk.head - 1, chunk.first - 1, -1):
            if tags[at] == t.PO:
                return _WithTokens(index, index + 1, index, (chunk.first, at))
        first = self.parsed.sentence.low[chunk.first]
        if first in ("his", "her", "their", "its", "our", "my"):
            return _WithTokens(index, index + 1, index, (chunk.first, chunk.first + 1))
        if (
            self._kind(index + 1) == t.IN
            and self._low(index + 1) in ("by", "from", "of")
            and self._kind(index + 2) == NOUN_PHRASE
        ):
            return Subject(index + 2, index + 3, index)
        before = index - 1
        while self._kind(before) in (t.IN, NOUN_PHRASE) and self._kind(before) != "":
            before -= 1
        if (
            self._kind(before) == FINITE
            and self.chunks[before].verb in BEARERS
            and not self.chunks[before].passive
        ):
            if self.chunks[before].verb in ("dismiss", "reject", "deny", "hear", "receive", "get", "cite"):
                return None
            return subject_of(self.parsed, before)
        return None

    def _unknown_verbs(self, verbs: dict[str, Cue]) -> None:
        """A quotation with a comma inside its end, then a name and any verb: “…,” the minister thundered."""
        for index, chunk in enumerate(self.chunks):
            if chunk.kind != t.QT or self._is_taken(chunk.first):
                continue
            subject_at = index + 1
            for at in range(subject_at, min(subject_at + 10, len(self.chunks))):
                if self._kind(at) == FINITE:
                    subject = subject_of(self.parsed, at)
                    if subject and subject.clause >= subject_at and not self.chunks[at].modal:
                        cue = verbs.get(self.chunks[at].verb) or Cue(self.chunks[at].verb, "says", "q")
                        self._add(
                            (chunk.first, chunk.last),
                            subject,
                            (self.chunks[at].first, self.chunks[at].last),
                            replace(cue, cue_class="says"),
                            "quotation, then a name and a verb",
                        )
                    break
                if self._kind(at) in (".", ";", t.QT):
                    break

    def _is_taken(self, token: int) -> bool:
        return any(frame.content[0] <= token < frame.content[1] for frame in self.frames)


@dataclass(frozen=True, slots=True)
class _WithTokens(Subject):
    """A subject that is a part of a chunk: the possessor of a nominal cue."""

    tokens: tuple[int, int] = (0, 0)


_COPULAS = frozenset("be feel seem remain become sound appear grow".split())
_ALWAYS = frozenset("say think believe".split())
_LEADING_TO_SPEECH = frozenset(
    "go take use rise stand call come turn step write continue issue release post hold appear be".split()
)


def frames_of(parsed: Parsed) -> list[Frame]:
    """The attributions of one sentence, in the order of their cues."""
    return Reader(parsed).read()
