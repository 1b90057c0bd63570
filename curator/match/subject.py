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
    """The sentences around the claim: what it is about when its own words do not say."""
    publisher: str = ""
    published: str = ""
    """ISO 8601 date or date and time, "" if unknown."""
    title: str = ""
    """The article's title: its theme, which counts less than the sentences around."""


def subject_of(article: Article, claim: Claim, *, before: int = 2) -> Subject:
    """`claim` with the rest of its paragraph and the `before` sentences above it as context."""
    return Subject(
        claim=claim,
        context=surroundings(article.text, claim.start, claim.end, before=before),
        publisher=article.publisher,
        published=article.published,
        title=article.title,
    )


def surroundings(text: str, start: int, end: int, *, before: int = 2) -> str:
    """The sentence and the paragraph of `[start, end)` in `text` with the `before` sentences above it.

    What follows in another paragraph is left out: it is usually about something else. Only the 2,000 code
    points on either side are looked at, so a long article costs no more than a short one.
    """
    high = min(len(text), end + 2_000)
    # Mostly the sentences above are near; how far back is looked changes nothing once enough are found.
    for back in (400, 2_000):
        low = max(0, start - back)
        starts = _sentence_ends(text[low:start])
        begin = low + starts[-before - 1] if len(starts) > before else low
        if len(starts) > before:
            break
    finish = text.find("\n", end, high)
    return text[begin : high if finish < 0 else finish].strip()


def _sentence_ends(text: str) -> list[int]:
    """Where sentences of `text` end, leaving out ends with nothing but blanks since the one before."""
    found: list[int] = []
    previous = 0
    for match in _SENTENCE_END.finditer(text):
        end = match.end()
        if text[end - 1] != "\n" or text[previous:end].strip():
            found.append(end)
            previous = end
    return found
