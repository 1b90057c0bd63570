"""Where the content of a reporting word begins: past the listener, the time and the place, by its valency.

Works on the phrases of one sentence, to the right of the reporting word. Never decides where content ends.
"""

from __future__ import annotations

from dataclasses import dataclass

from curator.extract.lexicon.cues import noun_cues
from curator.extract.reporting.content_subjects import begins_clause
from curator.extract.reporting.listeners import after_listener, clause_at, is_listener, split_listener
from curator.extract.reporting.objects import (
    object_and_infinitive,
    object_at_figure,
    object_called,
    object_with,
)
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, PARTICIPLE, Chunk, Parsed
from curator.extract.syntax.clauses import has_clause, sentence_part_end

CLAUSE, QUOTATION, INFINITIVAL, PHRASE, QUESTION = "clause", "quotation", "infinitive", "phrase", "question"

_ADVERBIAL = frozenset(
    """
    on in at during to from by before after via through with over late early of about for since outside
    inside amid following until into under between near as among within throughout upon
    """.split()
)
_PREPOSITIONS = {"F": ("of",), "A": ("about",), "N": ("on",), "R": ("for",), "G": ("against",), "T": ("to",)}
_JOINTS = {"u": ("for", "over", "with", "as"), "O": ("on",), "S": ("as",), "L": ("to", "with"), "F": ("of",)}
_CONTENT_OPENERS = frozenset("if when while because although once unless since as after before".split())
_TIMELY = frozenset("when while since as after before".split())
"""Those that need a main clause after their own, or they only tell when it was said."""
_MANNER = frozenset("here there today later also again earlier recently afterwards then only too".split())
_WORDS_OF_A_CLAUSE = 5
_STEPS, _REACH = 12, 14


@dataclass(frozen=True, slots=True)
class Start:
    """Where content begins: a chunk index and what it looks like."""

    chunk: int
    style: str
    plain: bool = True
    """False where only the verb's valency says that a clause follows."""
    naming: bool = False
    """It is an object and what that is called."""
    token: int = -1
    """The first token, where content begins inside its chunk ("told CNN | Moscow was")."""


class _Complement:
    """Reads what follows a reporting verb, chunk by chunk."""

    def __init__(self, parsed: Parsed, at: int, takes: str) -> None:
        self.parsed = parsed
        self.chunks = parsed.chunks
        self.at = at
        self.takes = takes
        self.clausal = bool(set("bch") & set(takes))
        self.fallback: Start | None = None
        self.adverb = -1
        self.told = False

    def find(self) -> Start | None:
        for _ in range(_STEPS):
            if self.at >= len(self.chunks):
                break
            found = self._step(self.chunks[self.at])
            if isinstance(found, Start):
                return self._with_adverb(found) if found.chunk < len(self.chunks) else self.fallback
            if found is not None:
                break
        return self.fallback

    def _with_adverb(self, start: Start) -> Start:
        """Content from the adverb on that stands right before it ("said | only two were left")."""
        if start.style == CLAUSE and self.adverb == start.chunk - 1 and self.adverb >= 0:
            low = self.parsed.low(self.chunks[self.adverb])
            if not low.endswith("ly") and low not in _MANNER:
                return Start(self.adverb, CLAUSE, start.plain)
        return start

    def _step(self, chunk: Chunk) -> Start | bool | None:
        """A start, False for "nothing here", None for "look further" (having moved on)."""
        kind, takes = chunk.kind, self.takes
        if kind == t.QT:
            return Start(self.at, QUOTATION)
        if kind == t.TH:
            return Start(self.at + 1, CLAUSE) if self.clausal and self._opens_clause() else False
        if kind == ":":
            return Start(self.at + 1, CLAUSE) if self.clausal or "q" in takes else False
        if kind == t.WH or (kind == t.SB and self.parsed.low(chunk) in ("if", "whether")):
            if self.told and self.parsed.low(chunk) in ("who", "whom", "which", "whose"):
                return self._past_relative()
            return Start(self.at, QUESTION) if "w" in takes else False
        if kind == t.RB:
            self.adverb = self.at
            self.at += 1
            return None
        if kind == "(":
            self.at = self._closing(self.at) + 1
            return None
        if kind in (",", "-"):
            return self._comma(kind)
        if kind == t.IN:
            return self._preposition(chunk)
        if kind == INFINITIVE:
            return Start(self.at, INFINITIVAL) if "t" in takes else False
        if kind == GERUND:
            if "b" in takes and self._subject_here(self.at + 1):
                return Start(self.at, CLAUSE)
            return Start(self.at, PHRASE) if "g" in takes else False
        if kind == NOUN_PHRASE:
            return self._noun_phrase(chunk)
        if kind == t.SB and "b" in takes and self.parsed.low(chunk) in _CONTENT_OPENERS:
            timely = self.parsed.low(chunk) in _TIMELY
            complete = not timely or has_clause(self.chunks, self.at, sentence_part_end(self.chunks, self.at))
            return Start(self.at, CLAUSE, plain=False) if complete else False
        return False

    def _past_relative(self) -> bool | None:
        """Move past a clause that describes the listener ("told a woman who had asked | that")."""
        for index in range(self.at + 2, min(self.at + _REACH, len(self.chunks))):
            if self._kind(index) == t.TH and FINITE in [self._kind(at) for at in range(self.at, index)]:
                self.at = index
                return None
        return False

    def _opens_clause(self) -> bool:
        """Whether the "that" here is followed by what is told, and is no pronoun or relative itself."""
        following, before = self._kind(self.at + 1), self.chunks[self.at - 1]
        if following == "," and self._kind(self.at + 2) == GERUND:
            return False  # "disputed that, | saying"
        if following in (":", ";", "."):
            return False  # "disputed that: | it said"
        described = before.kind == NOUN_PHRASE and not before.time and not self.told
        relative = described and following == FINITE  # "charged after a crash that | killed"
        return not relative and self._says(self.at + 1)

    def _says(self, at: int) -> bool:
        """Whether a clause or something quoted stands after "that"."""
        end = sentence_part_end(self.chunks, at)
        if has_clause(self.chunks, at, end):
            return True
        last = self.chunks[end - 1].last if end > at else 0
        opened = any(chunk.kind in (t.SB, t.WH, t.TH) for chunk in self.chunks[at:end])
        return opened or t.QM in self.parsed.tags[self.chunks[at - 1].last : last]

    def _kind(self, at: int) -> str:
        return self.chunks[at].kind if at < len(self.chunks) else ""

    def _subject_here(self, first: int) -> bool:
        return begins_clause(self.parsed, first, free="b" in self.takes)

    def _closing(self, at: int) -> int:
        for index in range(at, min(at + 40, len(self.chunks))):
            if self.chunks[index].kind == ")":
                return index
        return at

    def _comma(self, mark: str) -> Start | bool | None:
        """Content after a comma or dash, or after what a pair of them puts in."""
        opening = self._kind(self.at + 1)
        if opening == t.QT:
            return Start(self.at + 1, QUOTATION)
        if opening == t.TH and self.clausal:
            return Start(self.at + 2, CLAUSE)
        if opening not in (t.IN, GERUND, t.RB, t.SB, PARTICIPLE, NOUN_PHRASE, t.AC):
            return False
        for index in range(self.at + 1, min(self.at + _REACH, len(self.chunks))):
            kind = self.chunks[index].kind
            if kind == mark and index > self.at + 1:
                if (found := self._after_parenthesis(opening, index + 1)) is not None:
                    return found
            elif kind == ":":
                return Start(index + 1, CLAUSE)
            elif kind == t.QT and opening in (GERUND, t.IN):
                return Start(index, QUOTATION)
            elif kind in (".", ";") or (kind == FINITE and opening != t.SB):
                break
        return False

    def _after_parenthesis(self, opening: str, at: int) -> Start | None:
        """Content right after what a pair of commas put in ("said, in a statement, that …")."""
        kind = self._kind(at)
        if kind == t.QT:
            return Start(at, QUOTATION)
        if kind == t.TH and self.clausal:
            return Start(at + 1, CLAUSE)
        clause = opening in (t.IN, t.RB) and kind == NOUN_PHRASE and "b" in self.takes
        if clause and has_clause(self.chunks, at, sentence_part_end(self.chunks, at)):
            return Start(at, CLAUSE)
        return None

    def _preposition(self, chunk: Chunk) -> Start | bool | None:
        low = self.parsed.low(chunk)
        following = self._kind(self.at + 1)
        if self.fallback is None and "u" not in self.takes and following in (NOUN_PHRASE, GERUND, t.WH, t.QT):
            time = following == NOUN_PHRASE and self.chunks[self.at + 1].time
            for letter, words in _PREPOSITIONS.items():
                if letter in self.takes and low in words and not time:
                    self.fallback = Start(self.at, PHRASE)
        if "P" in self.takes and low in ("on", "upon", "to", "with", "for") and following == NOUN_PHRASE:
            self.at += 1
            if object_and_infinitive(self.chunks, self.at):
                return Start(self.at, INFINITIVAL)
            self.at -= 1
        if low not in _ADVERBIAL or (low == "of" and "b" not in self.takes):
            return False
        at = self.at + 1
        while self._kind(at) in (GERUND, t.IN, t.RB):
            at += 1
        if self._kind(at) != NOUN_PHRASE:
            return False
        claim = low in ("with", "about", "against") and self.parsed.low(self.chunks[at]) in noun_cues()
        if claim and self._kind(at + 1) == t.TH:
            return False
        at += 1
        while (
            self._kind(at) == t.CC
            and self._kind(at + 1) == NOUN_PHRASE
            and not clause_at(self.chunks, at + 1)
        ):
            at += 2
        while self._kind(at) == PARTICIPLE:
            at += 1
        self.at = at
        return None

    # -- a noun phrase: listener, object, or the subject of the content --------------------------------

    def _noun_phrase(self, chunk: Chunk) -> Start | bool | None:
        takes = self.takes
        following = self._kind(self.at + 1)
        vote = self.parsed.tags[chunk.head] == t.CD and following == t.TH
        if vote or (chunk.time and following != FINITE):
            self.at += 1
            return None
        if "n" in takes and object_and_infinitive(self.chunks, self.at):
            return Start(self.at, INFINITIVAL)
        if "r" in takes and not self.told:
            after = after_listener(self.parsed, self.at, takes)
            if is_listener(self.parsed, after):
                self.told = True
                self.at = after
                return None
            if (cut := split_listener(self.parsed, self.at)) > 0:
                return Start(self.at, CLAUSE, token=cut)
        if (joints := _joints(takes)) and object_with(self.parsed, self.at, joints):
            return Start(self.at, PHRASE)
        if "V" in takes and object_at_figure(self.parsed, self.at):
            return Start(self.at, PHRASE)
        if "a" in takes and object_called(self.parsed, self.at):
            return Start(self.at, PHRASE, naming=True)
        if set("bc") & set(takes) and self._subject_here(self.at):
            return Start(self.at, CLAUSE)
        if "o" in takes:
            return Start(self.at, PHRASE)
        if "b" in takes and not chunk.pronoun:
            end = sentence_part_end(self.chunks, self.at)
            words = self.chunks[end - 1].last - chunk.first
            if has_clause(self.chunks, self.at, end) or words >= _WORDS_OF_A_CLAUSE:
                return Start(self.at, CLAUSE, plain=False)
        return False


def _joints(takes: str) -> tuple[str, ...]:
    """The words that join an object to what is said of it: "accused him | of lying"."""
    letters = takes if "u" in takes else takes.replace("F", "")
    return tuple(word for letter, words in _JOINTS.items() if letter in letters for word in words)


def content_after(parsed: Parsed, at: int, takes: str) -> Start | None:
    """Where the content of a reporting word begins that ends before chunk `at`; None if there is none."""
    return _Complement(parsed, at, takes).find()
