"""Markdown: the whole file as it is written, its metadata from the front matter or the first heading.

Never renders and never removes anything: spans count in the file's own characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.ingest.dateline import iso_date
from curator.ingest.decoding import decoded
from curator.ingest.intake import Intake, make_article
from curator.ingest.masthead import shown_in
from curator.models import Article, Failure

_FRONT_MATTER = re.compile(
    r"\A(---|\+\+\+)[ \t]*\r?\n(?P<lines>.{0,20000}?)\r?\n\1[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_ENTRY = re.compile(r"^(?P<name>[A-Za-z_]+)[ \t]*[:=][ \t]*(?P<value>\S.*?)[ \t\r]*$", re.MULTILINE)
_HEADING = re.compile(
    r"^ {0,3}#{1,2}[ \t]+(?P<hashed>\S.*?)[ \t]*#*[ \t\r]*$|^(?P<underlined>\S.*?)[ \t\r]*\n={3,}[ \t\r]*$",
    re.MULTILINE,
)
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]{1,3}")
_NAMES = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "site", "sitename", "source", "publication"),
    "published": ("published", "date", "pubdate"),
    "url": ("url", "link", "canonical", "source_url"),
}
_HEAD_CHARACTERS = 20_000


def articles(intake: Intake) -> Iterator[Article | Failure]:
    """The one article in a Markdown file."""
    text = decoded(intake.whole(), intake.charset)
    matter = _FRONT_MATTER.match(text)
    entries = _entries(matter["lines"]) if matter else {}
    body = text[matter.end() if matter else 0 :]
    shown = shown_in(body)
    yield make_article(
        text,
        source=intake.label,
        title=_named("title", entries) or _heading(body[:_HEAD_CHARACTERS]) or shown.title,
        publisher=_named("publisher", entries) or shown.publisher,
        published=iso_date(_named("published", entries)) or shown.published,
        url=_named("url", entries) or intake.url or shown.url,
    )


def _entries(lines: str) -> dict[str, str]:
    """The plain `name: value` lines of a front matter, names in lower case; nested ones are no metadata."""
    return {found["name"].lower(): _unquoted(found["value"]) for found in _ENTRY.finditer(lines)}


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] in "\"'" and value.endswith(value[0]):
        return value[1:-1]
    return value


def _named(field: str, entries: dict[str, str]) -> str:
    return next((entries[name] for name in _NAMES[field] if entries.get(name)), "")


def _heading(body: str) -> str:
    """The first heading's words without their marks, "" when there is none."""
    found = _HEADING.search(body)
    if not found:
        return ""
    return _MARKS.sub(lambda mark: mark[1] or "", found["hashed"] or found["underlined"]).strip()
