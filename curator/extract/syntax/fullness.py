"""Which quotation is a clause of its own, which a fragment inside a sentence, and which a title.

Looks at the quotation and what stands right before it; never at the rest of the sentence.
"""

from __future__ import annotations

from curator.extract.lexicon.vocabulary import (
    ABBREVIATIONS,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
)
from curator.extract.syntax.quotations import Quotation
from curator.extract.syntax.tokens import Tokens

_TITLE_LENGTH = 14

_SMALL = PREPOSITIONS | DETERMINERS | COORDINATORS

_AROUND_WORDS = ".,:;!?()[]\"'“”‘’«»…"

TERMINALS = frozenset({".", "?", "!", "…", "...", "..", "?!", "...."})

_NEVER_BEFORE_QUOTE = (DETERMINERS | PREPOSITIONS | {"'s"}) - {
    "that",
    "this",
    "all",
    "like",
    "in",
    "by",
    "with",
    "of",
}


def is_full(text: str, quotation: Quotation, tokens: Tokens, first: int, last: int) -> bool:
    """Whether a quotation, tokens `[first, last)` inside it, is a clause of its own and no fragment."""
    words = sum(1 for i in range(first, min(last, first + 12)) if tokens.low[i][0].isalnum())
    if words < 2:
        return (
            words == 1 and text[quotation.inner_end - 1] in ".?!," and text[quotation.inner_start].isupper()
        )
    before = tokens.low[first - 2] if first >= 2 else ""
    ending = text[quotation.inner_start : quotation.inner_end].rstrip()[-1:]
    opening = text[quotation.inner_start]
    capital = opening.isupper() or opening in "[…." or opening.isdigit()
    if any(
        tokens.low[i] in TERMINALS and i + 1 < last and text[tokens.start[i + 1]].isupper() and i > first
        for i in range(first, last - 1)
        if len(tokens.low[i - 1]) > 2 and tokens.low[i - 1] not in ABBREVIATIONS
    ):
        return True
    if before in _NEVER_BEFORE_QUOTE:
        return False
    title = ending in ".,?!" and before not in _SAYING
    if (
        title
        and last - first <= _TITLE_LENGTH
        and is_title(text[quotation.inner_start : quotation.inner_end])
    ):
        return False
    starts_clause = before in ("", ",", ":", ".", "?", "!", "-", "–", "—", "…") or _at_line_start(
        text, quotation.start
    )
    if (
        starts_clause
        and before in ("", ".", "?", "!")
        and text[quotation.end : quotation.end + 1] in (".", ",")
    ):
        ending = text[quotation.end]
    if ending and ending in ".,?!…—–-;":
        resumed = before == "," and words >= 2 and ending in ".?!"
        return (capital and (words >= 3 or starts_clause)) or (starts_clause and (words >= 3 or resumed))
    return capital and words >= 4 and (starts_clause or before in _SAYING)


def is_title(words: str) -> bool:
    """Whether every longer word is capitalised, as in the title of a book, a song or a prize."""
    longer = [word.strip(_AROUND_WORDS) for word in words.split()]
    longer = [word for word in longer if len(word) > 1 and word.lower() not in _SMALL]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


_SAYING = frozenset(
    "said says say saying told wrote added asked tweeted tweeting writing adding reads read like as".split()
)


def _at_line_start(text: str, offset: int) -> bool:
    return offset == 0 or text[offset - 1] in "\n\r"
