"""Which formats there are: one line each, read by name, media type or first bytes.

A new format is a module here with `articles(intake)` and one line in `FORMATS`. Its module is imported
when the first such file comes, so that no format costs anything to those who do not use it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from curator.ingest.intake import Intake
from curator.models import Article, Failure

Reader = Callable[[Intake], Iterator[Article | Failure]]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of input."""

    name: str
    """Its module in this folder."""
    suffixes: tuple[str, ...]
    """Ends of file names, lower case with the dot."""
    media_types: tuple[str, ...]
    """What web servers call it."""

    def reader(self) -> Reader:
        """The function that reads it, imported now."""
        return cast(Reader, import_module(f"curator.ingest.{self.name}").articles)


FORMATS: tuple[Format, ...] = (
    Format("txt", (".txt", ".text"), ("text/plain",)),
    Format("markdown", (".md", ".markdown"), ("text/markdown",)),
    Format("html", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml")),
    Format("jsonl", (".jsonl", ".ndjson"), ("application/jsonl", "application/x-ndjson")),
    Format("json", (".json",), ("application/json",)),
    Format("csv", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values")),
    Format("pdf", (".pdf",), ("application/pdf",)),
)

_BY_SUFFIX = {suffix: entry for entry in FORMATS for suffix in entry.suffixes}
_BY_MEDIA_TYPE = {media_type: entry for entry in FORMATS for media_type in entry.media_types}
_BY_NAME = {entry.name: entry for entry in FORMATS}


def by_suffix(suffix: str) -> Format | None:
    """The format of files whose name ends so."""
    return _BY_SUFFIX.get(suffix)


def by_media_type(media_type: str) -> Format | None:
    """The format that a web server means, None where it says nothing of use."""
    return _BY_MEDIA_TYPE.get(media_type)


def by_content(head: bytes) -> Format:
    """The format that the first bytes look like; plain text where nothing else shows."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if start.startswith(b"%pdf-"):
        name = "pdf"
    elif start.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml", b"<!--")):
        name = "html"
    elif start.startswith((b'{"', b"{ ")):
        name = "jsonl"
    elif re.match(rb"\[\s*\{\s*\"", start):
        name = "json"
    else:
        name = "txt"
    return _BY_NAME[name]


def known_suffixes() -> str:
    """All ends of names that can be read, for messages."""
    return " ".join(sorted(_BY_SUFFIX))
