"""Words as matching compares them: one key for all the forms and spellings of a content word.

Keys are for comparison only: they are never shown and never give an offset. Knows nothing of claims.
"""

from __future__ import annotations

import re
from functools import lru_cache

from curator.match.lexicon import any_of, phrases, standing_for, word_set
from curator.text import folded

_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?")

_VOWEL = re.compile(r"[aeiouy]")
_HALF = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")

_NAMED = phrases("names")
_NAMES = re.compile(r"\b" + any_of(_NAMED))

STOP = word_set("stop")

NUMBER_WORDS = standing_for("numerals")
_STANDS_FOR = {**standing_for("families"), **standing_for("lands")}


PROCESS = word_set("process")
_NONE = frozenset({""})


def plain(text: str) -> str:
    """`text` folded on one line, initials and known names joined: "U.S." is "us", "United States" "usa"."""
    joined = _INITIALS.sub(lambda m: m.group().replace(".", ""), folded(text))
    return _NAMES.sub(lambda m: _NAMED[m.group()], joined)


def tokens(plain_text: str) -> list[str]:
    """The words and numbers of a text that went through `plain()`, in order, stop words included."""
    return _TOKEN.findall(plain_text)


@lru_cache(maxsize=200_000)
def key(token: str) -> str:
    """The key of a token of `tokens()`, "" for a word that carries no topic.

    A number is its value; a people or a capital is its land; near-synonyms of the news are one; any other
    word is the first five letters of its stem.
    """
    if token[0].isdigit():
        return token.replace(",", "")
    word = token[:-2] if token.endswith("'s") else token
    if word in STOP or len(word) < 2:
        return ""
    known = NUMBER_WORDS.get(word) or _STANDS_FOR.get(word)
    if known is not None:
        return known
    return _stem(word)[:5]


def _stem(word: str) -> str:
    """`word` without the endings of plurals and verbs: "tipped" and "tips" are "tip", "firing" is "fire"."""
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("shes", "ches", "xes", "sses", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if len(stem) < 3 or stem == word or not _VOWEL.search(stem) or stem.endswith("e"):
            continue
        if stem[-1] == stem[-2] and stem[-1] not in "lsz":
            return stem[:-1]
        # A short verb that does not double its last letter has lost an e: "hoped", but "hopped".
        return stem + "e" if _HALF.fullmatch(stem) else stem
    return word


def keys(tokens_of_text: list[str]) -> frozenset[str]:
    """The distinct keys of the content words among `tokens_of_text`."""
    return frozenset(map(key, tokens_of_text)) - _NONE


def keys_of(text: str) -> frozenset[str]:
    """The distinct keys of the content words of a text as written."""
    return keys(tokens(plain(text))) if text else frozenset()


@lru_cache(maxsize=10_000)
def keys_of_name(name: str) -> frozenset[str]:
    """`keys_of` what stands at many claims: a speaker, a title."""
    return keys_of(name)


def matter(tokens_of_text: list[str]) -> frozenset[str]:
    """The keys that tell what a text is about, without those that tell how far the matter has come."""
    return frozenset([key(t) for t in tokens_of_text if t not in PROCESS]) - _NONE
