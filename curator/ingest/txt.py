"""Plain text: the whole file is the article, its metadata is what the text itself shows.

Never changes a character of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from curator.ingest.decoding import decoded
from curator.ingest.intake import Intake, make_article
from curator.ingest.masthead import shown_in
from curator.models import Article, Failure


def articles(intake: Intake) -> Iterator[Article | Failure]:
    """The one article in a plain text."""
    text = decoded(intake.whole(), intake.charset)
    shown = shown_in(text)
    yield make_article(
        text,
        source=intake.label,
        title=shown.title,
        publisher=shown.publisher,
        published=shown.published,
        url=intake.url or shown.url,
    )
