"""What is attributed: where the content of a reporting word begins and ends in its sentence.

Works on the phrases of one sentence. Content stops before another cue, a new speaker, the end of a clause
that only interrupts. Never decides who speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

from curator.extract import tags as t
from curator.extract.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, PARTICIPLE, Chunk, Parsed
from curator.extract.cues import verb_cues

CLAUSE, QUOTATION, INFINITIVAL, PHRASE, QUESTION = "clause", "quotation", "infinitive", "phrase", "question"

_ADVERBIAL = frozenset(
    """
    on in at during to from by before after via through with over late early of about for since outside
    inside amid following until into under between near as among within throughout upon
    """.split()
)
_PREPOSITIONS = {
    "F": ("of",),
    "A": ("about", "on"),
    "R": ("for",),
    "G": ("against",),
    "T": ("to",),
    "O": ("on",),
}
_OBJECT_PREPOSITIONS = ("for", "over", "with", "as")


@dataclass(frozen=True, slots=True)
class Start:
    """Where content begins: a chunk index and what it looks like."""

    chunk: int
    style: str
    plain: bool = True
    """False where only the verb's valency says that a clause follows."""


def has_finite(chunks: list[Chunk], first: int, last: int) -> bool:
    """Whether chunks `[first, last)` hold a clause: a finite verb in no relative or subordinate clause."""
    pending = 0
    for index in range(first, last):
        kind = chunks[index].kind
        if kind in (t.WH, t.TH, t.SB):
            pending += 1
        elif kind == FINITE:
            if not pending:
                return True
            pending -= 1
        elif kind == t.QT:
            return True
    return False


def clause_end(chunks: list[Chunk], first: int) -> int:
    """The end of the sentence part in which a clause from `first` can lie."""
    for index in range(first, len(chunks)):
        if chunks[index].kind in (".", ";") or (
            chunks[index].kind == ")" and not _opened(chunks, first, index)
        ):
            return index
    return len(chunks)


def _opened(chunks: list[Chunk], first: int, close: int) -> bool:
    return any(chunks[k].kind == "(" for k in range(first, close))


class _Complement:
    """Reads what follows a reporting verb, chunk by chunk."""

    def __init__(self, parsed: Parsed, at: int, takes: str) -> None:
        self.parsed = parsed
        self.chunks = parsed.chunks
        self.at = at
        self.takes = takes
        self.fallback: Start | None = None
        self.recipient_seen = False

    def find(self) -> Start | None:
        for _ in range(12):
            if self.at >= len(self.chunks):
                break
            chunk = self.chunks[self.at]
            found = self._step(chunk)
            if found is not None:
                return found if isinstance(found, Start) else self.fallback
        return self.fallback

    def _step(self, chunk: Chunk) -> Start | bool | None:
        """A start, False for "nothing here", None for "look further" (having moved on)."""
        kind = chunk.kind
        takes_clause = any(c in self.takes for c in "bch")
        if kind == t.QT:
            return Start(self.at, QUOTATION)
        if kind == t.TH:
            return Start(self.at + 1, CLAUSE) if takes_clause else False
        if kind == ":":
            return Start(self.at + 1, CLAUSE) if takes_clause or "q" in self.takes else False
        if kind == t.WH or (kind == t.SB and self.parsed.low(chunk) in ("if", "whether")):
            return Start(self.at, QUESTION) if "w" in self.takes else False
        if kind == t.RB:
            self.at += 1
            return None
        if kind == "(":
            self.at = self._closing(self.at) + 1
            return None
        if kind == ",":
            return self._comma()
        if kind == t.IN:
            return self._preposition(chunk)
        if kind == INFINITIVE:
            return Start(self.at, INFINITIVAL) if "t" in self.takes else False
        if kind == GERUND:
            return Start(self.at, PHRASE) if "g" in self.takes else False
        if kind == NOUN_PHRASE:
            return self._noun_phrase(chunk)
        if kind == t.SB and takes_clause and "b" in self.takes and self.parsed.low(chunk) in _CONTENT_OPENERS:
            return Start(self.at, CLAUSE, plain=False)
        if kind == FINITE and chunk.certain and takes_clause and chunk.first == self.chunks[self.at - 1].last:
            return False
        return False

    def _closing(self, at: int) -> int:
        for index in range(at, len(self.chunks)):
            if self.chunks[index].kind == ")":
                return index
        return len(self.chunks)

    def _kind(self, at: int) -> str:
        return self.chunks[at].kind if at < len(self.chunks) else ""

    def _comma(self) -> Start | bool | None:
        following = self._kind(self.at + 1)
        if following == t.QT:
            return Start(self.at + 1, QUOTATION)
        if following == t.TH and any(c in self.takes for c in "bch"):
            return Start(self.at + 2, CLAUSE)
        if following in (t.IN, GERUND, t.RB, t.SB, PARTICIPLE, NOUN_PHRASE, t.AC):
            for index in range(self.at + 1, min(self.at + 14, len(self.chunks))):
                kind = self.chunks[index].kind
                if kind == "," and index > self.at + 1:
                    after = self._kind(index + 1)
                    if after == t.QT:
                        return Start(index + 1, QUOTATION)
                    if after == t.TH and any(c in self.takes for c in "bch"):
                        return Start(index + 2, CLAUSE)
                    if (
                        following in (t.IN, t.RB)
                        and after == NOUN_PHRASE
                        and "b" in self.takes
                        and has_finite(self.chunks, index + 1, clause_end(self.chunks, index + 1))
                    ):
                        return Start(index + 1, CLAUSE)
                elif kind == ":":
                    return Start(index + 1, CLAUSE)
                elif kind == t.QT and following in (GERUND, t.IN):
                    return Start(index, QUOTATION)
                elif kind in (".", ";") or (kind == FINITE and following != t.SB):
                    break
        return False

    def _preposition(self, chunk: Chunk) -> Start | bool | None:
        low = self.parsed.low(chunk)
        following = self._kind(self.at + 1)
        if self.fallback is None:
            for letter, words in _PREPOSITIONS.items():
                if letter in self.takes and low in words and following in (NOUN_PHRASE, GERUND, t.WH, t.QT):
                    self.fallback = Start(self.at, PHRASE)
        if low not in _ADVERBIAL:
            return False
        at = self.at + 1
        while at < len(self.chunks) and self.chunks[at].kind in (GERUND, t.IN, t.RB):
            at += 1
        if at < len(self.chunks) and self.chunks[at].kind == NOUN_PHRASE:
            self.at = at + 1
            while (
                self._kind(self.at) == t.CC
                and self._kind(self.at + 1) == NOUN_PHRASE
                and not self._clause_at(self.at + 1)
            ):
                self.at += 2
            while self._kind(self.at) == PARTICIPLE:
                self.at += 1
            return None
        return False

    def _clause_at(self, at: int) -> bool:
        """Whether a subject and its finite verb stand at chunk `at`."""
        while at < len(self.chunks) and self.chunks[at].kind == NOUN_PHRASE:
            at += 1
        return at < len(self.chunks) and self.chunks[at].kind == FINITE

    def _noun_phrase(self, chunk: Chunk) -> Start | bool | None:
        following = self._kind(self.at + 1)
        takes = self.takes
        if chunk.time and following not in (FINITE,) and not (following == "," and "b" not in takes):
            self.at += 1
            return None
        clausal = any(c in takes for c in "bc")
        end = clause_end(self.chunks, self.at)
        if "n" in takes and self._object_infinitive():
            return Start(self.at, INFINITIVAL)
        if "r" in takes and not self.recipient_seen and self._is_recipient():
            self.recipient_seen = True
            self.at = self._after_recipient()
            return None
        if "u" in takes and (
            start := self._object_with(
                (*_OBJECT_PREPOSITIONS, "of") if "F" in takes else _OBJECT_PREPOSITIONS
            )
        ):
            return start
        if "a" in takes and (start := self._object_with(("as",)) or self._object_called(end)):
            return start
        if clausal and self._finite_before_stop(self.at, end):
            return Start(self.at, CLAUSE)
        if "o" in takes:
            return Start(self.at, PHRASE)
        if "b" in takes and chunk.pronoun is False and has_finite(self.chunks, self.at, end):
            return Start(self.at, CLAUSE, plain=False)
        return False

    def _finite_before_stop(self, first: int, end: int) -> bool:
        """Whether the phrase at `first` is the subject of a finite verb that comes before a new clause."""
        pending = 0
        for index in range(first, end):
            kind = self.chunks[index].kind
            if kind in (t.WH, t.SB):
                if kind == t.SB and index > first and not pending:
                    return False
                pending += 1
            elif kind == t.TH:
                pending += 1
            elif kind == FINITE:
                if not pending:
                    return True
                pending -= 1
            elif (
                (kind in (INFINITIVE, GERUND) and not pending and "b" not in self.takes)
                or (kind == t.CC and self._kind(index + 1) == FINITE and not pending)
                or kind == ";"
            ):
                return False
        return False

    def _is_recipient(self) -> bool:
        at = self._after_recipient()
        if at >= len(self.chunks):
            return False
        kind = self.chunks[at].kind
        if kind == FINITE:
            return False
        if kind == "," and self._kind(at + 1) not in (t.QT,):
            return "q" in self.takes or self._comma_leads(at)
        return True

    def _comma_leads(self, at: int) -> bool:
        return any(self.chunks[k].kind in (t.TH, t.QT) for k in range(at, min(at + 10, len(self.chunks))))

    def _after_recipient(self) -> int:
        at = self.at + 1
        while at + 1 < len(self.chunks):
            kind, following = self.chunks[at].kind, self.chunks[at + 1].kind
            if (kind == t.CC and following == NOUN_PHRASE and not self._clause_at(at + 1)) or (
                kind == t.IN
                and self.parsed.low(self.chunks[at]) in ("of", "at", "from", "for", "with")
                and following == NOUN_PHRASE
                and not ("F" in self.takes and self.parsed.low(self.chunks[at]) == "of")
                and not ("R" in self.takes and self.parsed.low(self.chunks[at]) == "for")
            ):
                at += 2
            elif kind in (GERUND, PARTICIPLE) and following in (t.IN, NOUN_PHRASE, t.RB):
                at += 1
                while (
                    at < len(self.chunks)
                    and self.chunks[at].kind in (t.IN, NOUN_PHRASE)
                    and not self._clause_at(at)
                ):
                    at += 1
            else:
                break
        return at

    def _object_infinitive(self) -> bool:
        for index in range(self.at + 1, min(self.at + 8, len(self.chunks))):
            kind = self.chunks[index].kind
            if kind == INFINITIVE:
                return True
            if kind not in (NOUN_PHRASE, t.IN, t.CC, t.RB, ","):
                return False
        return False

    def _object_with(self, words: tuple[str, ...]) -> Start | None:
        for index in range(self.at + 1, min(self.at + 8, len(self.chunks))):
            chunk = self.chunks[index]
            low = self.parsed.low(chunk)
            if low in words and chunk.kind in (t.IN, t.SB):
                return Start(self.at, PHRASE)
            if chunk.kind not in (NOUN_PHRASE, t.IN, t.CC, t.RB):
                return None
        return None

    def _object_called(self, end: int) -> Start | None:
        """An object with what it is called, told by a second noun phrase or a quoted fragment right after."""
        after = self.at + 1
        last = self.chunks[self.at].last
        tags = self.parsed.tags
        if after < end and self.chunks[after].kind in (NOUN_PHRASE, t.QT) and not self.chunks[after].time:
            return Start(self.at, PHRASE)
        inside = range(self.chunks[self.at].first + 1, min(last + 1, len(tags)))
        return Start(self.at, PHRASE) if any(tags[k] == t.QM for k in inside) else None


_CONTENT_OPENERS = frozenset("if when while because although once unless since as after before".split())


def content_after(parsed: Parsed, at: int, takes: str) -> Start | None:
    """Where the content of a reporting word begins that ends before chunk `at`; None if there is none."""
    return _Complement(parsed, at, takes).find()


class _End:
    """Finds where content that begins at a chunk ends."""

    def __init__(self, parsed: Parsed, start: Start, embedded: bool, subordinate: bool) -> None:
        self.parsed = parsed
        self.chunks = parsed.chunks
        self.start = start
        self.embedded = embedded
        self.subordinate = subordinate
        self.cues = verb_cues()

    def find(self) -> int:
        first = self.start.chunk
        depth = verbs = 0
        for index in range(first, len(self.chunks)):
            kind = self.chunks[index].kind
            if kind == ".":
                return index
            if kind == "(":
                depth += 1
            elif kind == ")":
                if not depth:
                    return index
                depth -= 1
            elif depth:
                continue
            elif kind == t.QT:
                if index == first and self._stands_alone(index):
                    return index + 1
            elif kind == FINITE:
                verbs += 1
                if self.embedded and verbs == 2 and self._resumes(index):
                    return index
            elif (
                (kind == ";" and self._new_attribution(index + 1))
                or (kind == "," and index > first and self._stops_at_comma(index))
                or (kind == "-" and index > first and self._stops_at_dash(index))
                or (kind == t.CC and index > first and self._stops_at_coordinator(index, verbs))
                or (kind == t.AC and index > first)
            ):
                return index
        return len(self.chunks)

    def _kind(self, at: int) -> str:
        return self.chunks[at].kind if at < len(self.chunks) else ""

    def _stands_alone(self, at: int) -> bool:
        """Whether nothing after the quotation at `at` can belong to the same statement."""
        following = self._kind(at + 1)
        return following not in (FINITE, t.IN) or self.start.style == QUOTATION

    def _resumes(self, index: int) -> bool:
        """Whether the finite verb at `index` belongs to the clause around an embedded attribution."""
        before = self._kind(index - 1)
        return (
            before in (NOUN_PHRASE, t.RB, PARTICIPLE, INFINITIVE, t.IN)
            and not any(
                self.chunks[k].kind in (t.CC, t.WH, t.TH, t.SB, ",")
                for k in range(self.start.chunk + 1, index)
            )
            and self.chunks[index].certain
        )

    def _cue_at(self, index: int) -> bool:
        chunk = self.chunks[index]
        cue = self.cues.get(chunk.verb)
        return cue is not None and not chunk.passive and any(c in cue.takes for c in "bchq")

    def _new_attribution(self, at: int) -> bool:
        """Whether a new subject with a reporting verb of its own begins at chunk `at`."""
        for index in range(at, min(at + 9, len(self.chunks))):
            chunk = self.chunks[index]
            if chunk.kind == FINITE:
                if index == at or not self._cue_at(index) or self.cues[chunk.verb].cue_class not in _SPEECH:
                    return False
                if chunk.modal or chunk.negated:
                    return False
                return self._ends_or_takes(index)
            if chunk.kind not in (NOUN_PHRASE, t.IN, t.RB, ",", t.CC, "(", ")", t.WH) or (
                chunk.kind == "," and index == at
            ):
                return False
        return False

    def _ends_or_takes(self, index: int) -> bool:
        following = self._kind(index + 1)
        if following in ("", ".", ",", "-", t.QT, ";") or following == t.TH:
            return True
        if following == t.IN or (following == NOUN_PHRASE and self.chunks[index + 1].time):
            return True
        return content_after(self.parsed, index + 1, self.cues[self.chunks[index].verb].takes) is not None

    def _stops_at_comma(self, index: int) -> bool:
        following = self._kind(index + 1)
        chunk = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        if chunk is None or following == t.AC:
            return True
        if (
            self.start.style == INFINITIVAL
            and following in (NOUN_PHRASE, t.QT)
            and self._main_clause(index + 1)
        ):
            return True
        if following == GERUND:
            return chunk.verb in _SPEAKING_GERUNDS
        if following == FINITE:
            if self._cue_at(index + 1) and self._inverted(index + 1):
                return True
            return self.embedded and self._kind(index - 1) != t.RB
        if following == t.SB:
            low = self.parsed.low(chunk)
            if low == "as" and self._new_attribution(index + 2):
                return True
            return low in ("while", "whereas", "although", "though") and self._attribution_within(index + 2)
        if following == t.CC:
            if self._kind(index + 2) == FINITE and not self._series(index):
                return self._new_predicate(index + 2)
            return self._new_attribution(index + 2) or self._coordinated_cue(index + 2)
        if self._new_attribution(index + 1):
            return True
        if self.subordinate and following in (NOUN_PHRASE, t.QT):
            return self._main_clause(index + 1)
        return self.embedded and following in (t.WH, t.SB) and False

    def _new_predicate(self, index: int) -> bool:
        """Whether the finite verb after ", and" goes on with what the speaker did."""
        chunk = self.chunks[index]
        return not (chunk.modal or chunk.verb in ("be", "have"))

    def _coordinated_cue(self, index: int) -> bool:
        """Whether an adverb and a reporting verb follow a coordinator ("but later added")."""
        while self._kind(index) == t.RB:
            index += 1
        return self._kind(index) == FINITE and self._cue_at(index)

    def _series(self, comma: int) -> bool:
        return any(
            self.chunks[k].kind == "," and self._kind(k + 1) == FINITE for k in range(self.start.chunk, comma)
        )

    def _inverted(self, index: int) -> bool:
        return self._kind(index + 1) == NOUN_PHRASE and self.chunks[index].verb in _INVERTING

    def _attribution_within(self, at: int) -> bool:
        for index in range(at, min(at + 12, len(self.chunks))):
            if self.chunks[index].kind == FINITE:
                return self._cue_at(index) and self._ends_or_takes(index)
        return False

    def _main_clause(self, at: int) -> bool:
        for index in range(at, len(self.chunks)):
            kind = self.chunks[index].kind
            if kind == FINITE:
                return True
            if kind in (t.CC,) and index > at:
                return False
            if kind in (",", ";", "."):
                return False
        return False

    def _stops_at_dash(self, index: int) -> bool:
        return self._new_attribution(index + 1) or self._kind(index + 1) == t.AC

    def _stops_at_coordinator(self, index: int, verbs: int) -> bool:
        following = index + 1
        while self._kind(following) == t.RB:
            following += 1
        if self._kind(index - 1) == ",":
            return False
        if self._kind(following) == FINITE and verbs and self._cue_at(following):
            chunk = self.chunks[following]
            if chunk.modal or chunk.perfect:
                return False
            found = content_after(self.parsed, following + 1, self.cues[chunk.verb].takes)
            return (
                found is not None
                and found.style in (CLAUSE, QUOTATION, QUESTION)
                and (self.cues[chunk.verb].cue_class in _SPEECH)
            )
        return (
            verbs > 0
            and self._kind(following) == NOUN_PHRASE
            and self._new_attribution(following)
            and (self.parsed.low(self.chunks[index]) in ("but", "while", "and"))
        )


_SPEECH = frozenset({"says", "denies", "warns", "promises", "asks", "urges", "accuses"})
_SPEAKING_GERUNDS = frozenset(
    """
    say add note cite claim argue insist warn call accuse tell write explain announce quote describe
    suggest stress emphasize point complain joke state declare refer urge vow promise ask demand
    recall conclude predict admit acknowledge deny reply
    """.split()
)
_INVERTING = frozenset(
    """
    say add write explain note warn argue recall reply ask tell announce declare report claim continue
    conclude admit insist observe remark comment joke read tweet
    """.split()
)


def content_end(parsed: Parsed, start: Start, *, embedded: bool = False, subordinate: bool = False) -> int:
    """The chunk before which content that begins at `start` ends.

    `embedded`: the reporting verb stands in a relative clause; `subordinate`: after "while", "although" …
    """
    if start.style == PHRASE:
        return _phrase_end(parsed, start, embedded)
    return _End(parsed, start, embedded, subordinate).find()


def _phrase_end(parsed: Parsed, start: Start, embedded: bool) -> int:
    """The end of content that is a noun phrase or what hangs on a preposition: before the next clause."""
    chunks = parsed.chunks
    for index in range(start.chunk + 1, len(chunks)):
        chunk = chunks[index]
        if chunk.kind in (".", ";", ")", "-", ":", t.AC, t.SB):
            return index
        if chunk.kind == t.WH and parsed.low(chunk) in ("when", "where") and index > start.chunk + 1:
            return index
        if (
            chunk.kind == FINITE
            and chunks[index - 1].kind not in (t.WH, t.TH, t.CC)
            and (embedded or not any(chunks[k].kind in (t.WH, t.TH) for k in range(start.chunk, index)))
        ):
            return index
        if chunk.kind == "," and not _list_goes_on(chunks, index):
            return index
        if (
            chunk.kind == t.CC
            and index + 1 < len(chunks)
            and chunks[index + 1].kind == FINITE
            and not any(chunks[k].kind in (t.WH, t.TH, FINITE) for k in range(start.chunk, index))
        ):
            return index
    return len(chunks)


def _list_goes_on(chunks: list[Chunk], comma: int) -> bool:
    if comma + 1 >= len(chunks):
        return False
    following = chunks[comma + 1].kind
    if following == t.CC and comma + 2 < len(chunks):
        return chunks[comma + 2].kind == NOUN_PHRASE and not (
            comma + 3 < len(chunks) and chunks[comma + 3].kind == FINITE
        )
    if following == NOUN_PHRASE:
        return any(
            chunks[k].kind == t.CC and k + 1 < len(chunks) and chunks[k + 1].kind == NOUN_PHRASE
            for k in range(comma + 2, min(comma + 8, len(chunks)))
        ) and not any(chunks[k].kind == FINITE for k in range(comma + 1, min(comma + 4, len(chunks))))
    return following in (t.WH,)
