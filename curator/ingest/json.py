"""JSON: one article, or an array of them; the fields are those of JSON Lines.

The whole file is read at once, so the cap holds for all of it: many articles are better in JSON Lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from curator.ingest.decoding import decoded
from curator.ingest.intake import Intake, Unreadable
from curator.ingest.jsonl import parsed
from curator.ingest.row import article_of_row
from curator.models import Article, Failure


def articles(intake: Intake) -> Iterator[Article | Failure]:
    """The articles of a JSON file, in order; each says which of them it was."""
    text = decoded(intake.whole(), intake.charset)
    if not text.strip():
        raise Unreadable("there is only white space in it")
    value = parsed(text)
    rows = value if isinstance(value, list) else [value]
    if not rows:
        raise Unreadable("the array in it is empty")
    for number, row in enumerate(rows, start=1):
        try:
            yield article_of_row(row, intake, number)
        except Unreadable as trouble:
            yield Failure(intake.label, f"article {number}: {trouble}")
