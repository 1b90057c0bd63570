"""The word class of each token where it stands: closed classes, word forms and the neighbours decide.

A light tagger for edited English. It keeps what attribution needs apart (finite verb, participle, noun,
name, determiner …) and nothing else, and never looks beyond the sentence.
"""

from __future__ import annotations

from curator.extract.syntax import labels as t
from curator.extract.syntax.content_words import open_tag
from curator.extract.syntax.context import PUNCTUATION, Context
from curator.extract.syntax.function_words import CONTEXTUAL, is_name_like
from curator.extract.syntax.sentences import QUOTE, Sentence


def is_heading(sentence: Sentence, text: str) -> bool:
    """Whether most words of a sentence without a final mark are capitalised, as in a title."""
    words = [i for i, low in enumerate(sentence.low) if low[0].isalpha() and len(low) > 3]
    if len(words) < 3 or sentence.low[-1] in (".", QUOTE):
        return False
    return sum(text[sentence.start[i]].isupper() for i in words) * 10 >= len(words) * 8


def tag(sentence: Sentence, text: str) -> list[str]:
    """One tag (see `labels`) for each token of `sentence`, from left to right."""
    context = Context(sentence, text, is_heading(sentence, text))
    closed, capital = context.closed, context.capital
    append = context.tags.append
    for at, low in enumerate(context.low):
        known = closed.get(low)
        if known is None:
            append(PUNCTUATION.get(low) or open_tag(context, at, low))
        elif capital[at] and is_name_like(context, at, low, known):
            append(t.NP)
        elif (rule := CONTEXTUAL.get(low)) is not None:
            append(rule(context, at, context.previous(at), context.peek(at)))
        else:
            append(known)
    return context.tags
