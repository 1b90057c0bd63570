"""One row of a data file as an article: the fields that Curator knows, by name.

Never guesses which field is meant, and never takes a row without text. A row of Curator's own export is known
by its `article_id`, which fits its text, and is taken exactly as it was.
"""

from __future__ import annotations

from curator.ingest.dateline import iso_date
from curator.ingest.intake import Intake, Unreadable, make_article
from curator.ingest.masthead import shown_in
from curator.models import Article, article_id

FIELDS = ("text", "title", "publisher", "published", "url")


def article_of_row(row: object, intake: Intake, line: int) -> Article:
    """The article in a row; what the row leaves empty is taken from the text where that shows it.

    Raises Unreadable for what is no row with a text.
    """
    if not isinstance(row, dict):
        raise Unreadable("not an object with a text field")
    if "text" not in row:
        held = ", ".join(str(name)[:40] for name in list(row)[:8]) or "nothing"
        raise Unreadable(f"no field named text (it holds: {held}; known: {', '.join(FIELDS)})")
    values = {name: _word(name, row.get(name)) for name in FIELDS}
    if row.get("article_id") == article_id(values["text"]):
        return make_article(source=_word("source", row.get("source")) or f"{intake.label}:{line}", **values)
    shown = shown_in(values["text"])
    return make_article(
        values["text"],
        source=f"{intake.label}:{line}",
        title=values["title"] or shown.title,
        publisher=values["publisher"] or shown.publisher,
        published=iso_date(values["published"]) or shown.published,
        url=values["url"] or shown.url,
    )


def _word(name: str, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Unreadable(f"{name} is {_kind(value)}, not a text")
    return value


def _kind(value: object) -> str:
    """What JSON calls a value, for messages."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list) else "an object"
