"""What matching is told about a claim: the claim, the sentences around it, who published it and when.

Holds values only; reads nothing but the texts it is given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from curator.models import Article, Claim

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)|\n")


@dataclass(frozen=True, slots=True)
class Subject:
    """One claim as matching sees it."""

    claim: Claim
    context: str = ""
    """The sentences around the claim and the article's title: what it is about."""
    publisher: str = ""
    published: str = ""
    """ISO 8601 date or date and time, "" if unknown."""


def subject_of(article: Article, claim: Claim, *, before: int = 2, after: int = 1) -> Subject:
    """`claim` with its title and the `before` and `after` sentences around its own as context."""
    return Subject(
        claim=claim,
        context=surroundings(article, claim.start, claim.end, before=before, after=after),
        publisher=article.publisher,
        published=article.published,
    )


def surroundings(article: Article, start: int, end: int, *, before: int = 2, after: int = 1) -> str:
    """The title, and the whole sentences around `[start, end)` of the article's text with some more.

    Only the 2,000 code points on either side are looked at, so a long article costs no more than a short.
    """
    reach = 2_000
    low, high = max(0, start - reach), min(len(article.text), end + reach)
    starts = [low + s for s in _sentence_ends(article.text[low:start])]
    begin = starts[-before - 1] if len(starts) > before else low
    stops = [end + s for s in _sentence_ends(article.text[end:high])]
    finish = stops[after] if len(stops) > after else high
    title = f"{article.title}\n" if article.title else ""
    return title + article.text[begin:finish].strip()


def _sentence_ends(text: str) -> list[int]:
    """Where sentences of `text` end, leaving out ends with nothing but blanks since the one before."""
    found: list[int] = []
    previous = 0
    for match in _SENTENCE_END.finditer(text):
        if text[previous : match.end()].strip():
            found.append(match.end())
            previous = match.end()
    return found
