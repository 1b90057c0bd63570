"""Where a sentence ends: which full stop is one, and what may come after a quotation.

Looks at a few tokens on either side, and never builds a sentence.
"""

from __future__ import annotations

from curator.extract.lexicon.vocabulary import (
    ABBREVIATIONS,
    LATER_STARTERS,
    MAY_END,
    PREPOSITIONS,
    WRITTEN_SMALL,
)
from curator.extract.syntax.quotations import Quotation
from curator.extract.syntax.tokens import Tokens

_GLIMPSE = 40


def ends_sentence(text: str, tokens: Tokens, at: int, following: int) -> bool:
    """Whether the terminal mark `at` ends its sentence when token `following` comes next."""
    if following >= len(tokens.start):
        return True
    low = tokens.low[at]
    begin = tokens.start[following]
    opener = text[begin]
    if low in ("?", "!"):
        return not opener.islower()
    if opener.islower() or opener in ",;:)]":
        return False
    before = tokens.low[at - 1] if at else ""
    if low == "." and tokens.end[at - 1] == tokens.start[at]:
        if before in ABBREVIATIONS and before not in MAY_END:
            return text[tokens.start[at - 1]].islower() and before not in WRITTEN_SMALL
        if before == "no":
            return not opener.isdigit()
        if before in MAY_END:
            return tokens.low[following] in LATER_STARTERS and before != "st"
        if len(before) == 1 and before.isalpha() and text[tokens.start[at - 1]].isupper():
            return tokens.low[following] in LATER_STARTERS
        if begin == tokens.end[at] and not opener.isupper():
            return False
    return True


def acronym_ends(text: str, tokens: Tokens, at: int, following: int, upcoming: Quotation | None) -> bool:
    """Whether a token such as "U.S." is also the end of its sentence."""
    low = tokens.low[at]
    if not (low.endswith(".") and len(low) > 2 and low.count(".") > 1) or following >= len(tokens.start):
        return False
    if upcoming is not None and upcoming.start == tokens.start[following]:
        inner = text[upcoming.inner_start : upcoming.inner_start + _GLIMPSE]
        return inner[:1].isupper() and inner.count(" ") > 2
    return text[tokens.start[following]].isupper() and tokens.low[following] in LATER_STARTERS - {
        "a",
        "in",
        "on",
    }


def ends_after_quote(text: str, quotation: Quotation, tokens: Tokens, following: int) -> bool:
    """Whether a sentence ends with the quotation it holds: nothing but a new sentence comes after."""
    if following >= len(tokens.start):
        return True
    ending = text[quotation.inner_start : quotation.inner_end].rstrip()[-1:]
    opener = text[tokens.start[following]]
    if not ending or ending not in ".?!…—–-" or opener.islower() or opener in ",;:.—–-(":
        return False
    return not trails_quote(text, tokens, following)


_TRAILING_CUES = frozenset(
    """said says added asked wrote told replied explained noted continued recalled argued insisted warned
    tweeted joked concluded responded declared stated exclaimed shouted yelled demanded wondered remarked
    quipped admitted cried screamed whispered answered retorted observed commented""".split()
)


def trails_quote(text: str, tokens: Tokens, at: int) -> bool:
    """Whether the words from `at` say who spoke the quotation before them (“Really?” Kalin asked.)."""
    for index in range(at, min(at + 12, len(tokens.start))):
        low = tokens.low[index]
        if low in _TRAILING_CUES:
            after = tokens.low[index + 1] if index + 1 < len(tokens.start) else "."
            return index > at and (after in ".,:;" or after in PREPOSITIONS or after in _AFTER_TRAILING)
        if (
            not (low[0].isalnum() or low in ",'-’.'s")
            or "\n" in text[tokens.end[index - 1] : tokens.start[index]]
        ):
            return False
        if low == "." and tokens.low[index - 1] not in ABBREVIATIONS and len(tokens.low[index - 1]) > 1:
            return False
    return False


_AFTER_TRAILING = frozenset(
    "when as while after before monday tuesday wednesday thursday friday saturday sunday".split()
)
