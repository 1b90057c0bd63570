"""One row of a data file as an article: the fields that Curator knows, by name.

Never takes a row without text, nor a field by a name that is not listed here. A row of Curator's own export
is known by its `article_id`, which fits its text, and is taken exactly as it was.
"""

from __future__ import annotations

from collections.abc import Iterable

from curator.ingest.dateline import iso_date
from curator.ingest.intake import Intake, Unreadable, make_article
from curator.ingest.masthead import shown_in
from curator.models import Article, article_id

FIELDS = ("text", "title", "publisher", "published", "url")
_ALSO = {
    "text": ("body", "content", "article_text", "full_text", "fulltext", "maintext", "articlebody"),
    "title": ("headline",),
    "publisher": ("outlet", "publication"),
    "published": ("date", "published_at", "publishedat", "date_published", "datepublished", "date_publish"),
    "url": ("link",),
}
"""How other people's files call a field, the most usual first; taken only where nothing has its own name."""


def known_names(names: Iterable[object]) -> dict[str, str]:
    """Curator's name of each field that these names hold -> how it is called there."""
    spelled = {name.strip().lower(): name for name in reversed(list(names)) if isinstance(name, str)}
    found = {}
    for name in FIELDS:
        if here := next((spelled[word] for word in (name, *_ALSO[name]) if word in spelled), None):
            found[name] = here
    return found


def article_of_row(row: object, intake: Intake, line: int) -> Article:
    """The article in a row; what the row leaves empty is taken from the text where that shows it.

    Raises Unreadable for what is no row with a text.
    """
    if not isinstance(row, dict):
        raise Unreadable("not an object with a text field")
    called = known_names(name for name, value in row.items() if value is not None)
    if "text" not in called and "text" not in row:
        held = ", ".join(str(name)[:40] for name in list(row)[:8]) or "nothing"
        raise Unreadable(f"no field named text (it holds: {held}; known: {', '.join(FIELDS)})")
    values = {name: _value(row, name, called.get(name, name)) for name in FIELDS}
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


def _value(row: dict[object, object], name: str, called: str) -> str:
    """A field by what it is called here; another's "date" that is no text is not what was looked for."""
    value = row.get(called)
    is_meant = name == "text" or called.strip().lower() == name
    return _word(called, value) if is_meant or isinstance(value, str) else ""


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
