"""Words as matching compares them: one key for all the forms and spellings of a content word.

Keys are for comparison only: they are never shown and never give an offset. Knows nothing of claims.
"""

from __future__ import annotations

import re
from functools import lru_cache

from curator.match.lexicon import standing_for, word_set
from curator.text import folded

_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?")

STOP = word_set("stop")

NUMBER_WORDS = standing_for("numerals")
_STANDS_FOR = {**standing_for("families"), **standing_for("lands")}


PROCESS = word_set("process")


def plain(text: str) -> str:
    """`text` folded on one line, with initials joined: "U.S." and "US" are both "us"."""
    return _INITIALS.sub(lambda m: m.group().replace(".", ""), folded(text))


def tokens(plain_text: str) -> list[str]:
    """The words and numbers of a text that went through `plain()`, in order, stop words included."""
    return _TOKEN.findall(plain_text)


@lru_cache(maxsize=200_000)
def key(token: str) -> str:
    """The key of a token of `tokens()`, "" for a word that carries no topic.

    A number is its value; a people or a capital is its land; near-synonyms of the news are one; any other
    word is its first five letters without a plural s.
    """
    if token[0].isdigit():
        return token.replace(",", "")
    word = token[:-2] if token.endswith("'s") else token
    if word in STOP or len(word) < 2:
        return ""
    known = NUMBER_WORDS.get(word) or _STANDS_FOR.get(word)
    if known is not None:
        return known
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:5]


def keys(tokens_of_text: list[str]) -> frozenset[str]:
    """The distinct keys of the content words among `tokens_of_text`."""
    return frozenset(k for k in map(key, tokens_of_text) if k)


def matter(tokens_of_text: list[str]) -> frozenset[str]:
    """The keys that tell what a text is about, without those that tell how far the matter has come."""
    return frozenset(k for t in tokens_of_text if t not in PROCESS and (k := key(t)))
