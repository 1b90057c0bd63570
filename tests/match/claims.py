"""Claims for tests of matching, made from bare sentences."""

from __future__ import annotations

from curator.match import Subject
from curator.match.frequencies import Frequencies
from curator.match.reading import Reading, read
from curator.models import Claim, article_id, claim_id


def subject(
    text: str, *, article: str = "", context: str = "", speaker: str = "", publisher: str = ""
) -> Subject:
    """One claim of an article of its own, or of the `article` named."""
    home = article_id(article or text)
    claim = Claim(claim_id(home, 0, len(text)), home, 0, len(text), text, "assertion", speaker=speaker)
    return Subject(claim, context, publisher=publisher)


def reading(text: str, **more: str) -> Reading:
    return read(subject(text, **more))


def frequencies(*readings: Reading) -> Frequencies:
    return Frequencies.of(r.finding for r in readings)
