"""What the finders of attributions share while they read one sentence: the phrases and what is found so far.

Holds state and answers small questions; each construction is a module of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from curator.extract.lexicon import vocabulary as v
from curator.extract.lexicon.cues import Cue
from curator.extract.reporting.complements import Start
from curator.extract.reporting.subjects import Subject, can_speak
from curator.extract.syntax.chunks import Parsed

_SHARES = frozenset(
    "majority minority number percent cent half third quarter dozens hundreds lot handful".split()
)
"""What people are counted by: "a majority of voters think"."""
Tokens = tuple[int, int]
"""A half-open range of token indices of one sentence."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution in a sentence, by token ranges."""

    content: Tokens
    speaker: Tokens | None
    cue: Tokens
    cue_class: str
    rule: str
    phrase: bool = False
    """Whether the content is an infinitive or a noun phrase: what something is about, not what was said."""
    voiced: bool = True
    """Whether the speaker can be somebody who says things, and is no thing that shows them."""


class Reading:
    """One sentence being read for attributions."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.chunks = parsed.chunks
        self.frames: list[Frame] = []
        self.used = 0
        """Chunks before this index belong to an attribution that has been found."""
        self.base = 0
        """Chunks before this index belong to one whose speaker has been named after it."""

    def kind(self, at: int) -> str:
        """The kind of the chunk at `at`, "" outside the sentence."""
        return self.chunks[at].kind if 0 <= at < len(self.chunks) else ""

    def low(self, at: int) -> str:
        """The head word of the chunk at `at`, "" outside the sentence."""
        return self.parsed.low(self.chunks[at]) if 0 <= at < len(self.chunks) else ""

    def tokens(self, first: int, last: int) -> Tokens:
        """The token range of chunks `[first, last)`."""
        return self.chunks[first].first, self.chunks[last - 1].last

    def content(self, start: Start, end: int) -> Tokens:
        """The token range of content from `start` to the chunk `end`."""
        first, last = self.tokens(start.chunk, end)
        return (start.token if start.token >= 0 else first), last

    def speaker(self, subject: Subject | None) -> Tokens | None:
        """The token range of a subject."""
        if subject is None:
            return None
        return subject.tokens or self.tokens(subject.first, subject.last)

    def add(
        self,
        content: Tokens,
        subject: Subject | None,
        cue: Tokens,
        word: Cue,
        rule: str,
        *,
        phrase: bool = False,
    ) -> None:
        """Keep an attribution, unless its content is empty."""
        if content[1] > content[0]:
            source = word.word == "according to"
            voiced = subject is not None and (source or self.may_say(subject))
            frame = Frame(content, self.speaker(subject), cue, word.cue_class, rule, phrase, voiced)
            self.frames.append(frame)

    def may_say(self, subject: Subject) -> bool:
        """Whether a subject is a person, a group, an organisation or a document, and no "it"."""
        low = self.low(subject.first)
        known = low in v.ORGANISATIONS or low in v.DOCUMENTS or low.removesuffix("s") in v.PERSON_ROLES
        return (
            known
            or subject.tokens is not None
            or low in _SHARES
            or can_speak(self.parsed, self.chunks[subject.first])
        )

    def is_word(self, subject: Subject, *words: str) -> bool:
        """Whether a subject is exactly one of these words ("it", "there")."""
        return subject.last - subject.first == 1 and self.low(subject.first) in words
