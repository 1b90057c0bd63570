"""An article's text as paragraphs, quotations and sentences, laid out once for all who read it.

Keeps the last two texts, since one article is read for what is said in it and for what it says itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from curator.extract.syntax.quotations import Quotation, find_quotations
from curator.extract.syntax.sentences import Sentence, split_sentences
from curator.extract.syntax.tokens import paragraphs, tokenised


@dataclass(frozen=True, slots=True)
class Layout:
    """One text, laid out; nobody changes its sentences."""

    paragraphs: tuple[tuple[int, int], ...]
    quotations: tuple[Quotation, ...]
    sentences: tuple[Sentence, ...]


@lru_cache(maxsize=2)
def layout(text: str) -> Layout:
    """The layout of `text`; linear in its length."""
    blocks = paragraphs(text)
    quotations = find_quotations(text, blocks)
    sentences = split_sentences(text, tokenised(text), blocks, quotations)
    return Layout(tuple(blocks), tuple(quotations), tuple(sentences))
