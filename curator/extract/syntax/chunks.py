"""Phrases: noun phrases, verb groups and the words between them, the level at which attribution is decided.

Holds what a phrase is; `chunker` finds them.
"""

from __future__ import annotations

from dataclasses import dataclass

from curator.extract.syntax.sentences import Sentence

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
    text: str
    """The article's text, which the sentence's offsets refer to."""
    tags: list[str]
    chunks: list[Chunk]

    def low(self, chunk: Chunk) -> str:
        """The head word of a chunk, lower-cased."""
        return self.sentence.low[chunk.head]

    def word(self, token: int) -> str:
        """A token as the article writes it."""
        return self.text[self.sentence.start[token] : self.sentence.end[token]]


def kind_at(chunks: list[Chunk], at: int) -> str:
    """The kind of the chunk at `at`, "" outside the sentence."""
    return chunks[at].kind if 0 <= at < len(chunks) else ""
