"""From a source to its outside claims: tells which tool wrote it by its first bytes, and reads it.

A new format is a module here with `claims(intake)` and one line in `FORMATS`. Never takes a file of articles
for one of claims: what no format knows is not read here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import cast

from curator.ingest.claims.record import Piece, SetAside
from curator.ingest.intake import Intake, Unreadable

Items = Iterator[Piece | SetAside]

FORMATS = ("own", "langextract", "prodigy", "label_studio", "table")
"""Modules of this folder; all but `table` are known by their first bytes."""

_MARKS: dict[str, frozenset[str]] = {
    "own": frozenset(("claim_id", "article_id", "extracted_start")),
    "langextract": frozenset(("extractions", "text")),
    "prodigy": frozenset(("text", "spans")),
    "label_studio": frozenset(("data", "annotations")),
}
"""Keys that the first object of such a file has on its top level."""
_TEXTCAT = frozenset(("text", "answer", "_view_id"))
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"(?P<colon>\s*:)?')
_OWN_TABLE = re.compile(r"\ufeff?\"?claim_id\"?,\"?article_id\"?,")
HEAD = 1_000_000
"""Bytes that tell a format."""


def claims_format(head: bytes) -> str:
    """The format of claims that a file's first bytes show, "" where they show none."""
    text = head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if _OWN_TABLE.match(text):
        return "table"
    if text[:1] not in ("{", "["):
        return ""
    keys = _top_keys(text)
    for name, marks in _MARKS.items():
        if marks <= keys:
            return name
    if {"data", "predictions"} <= keys:
        return "label_studio"
    return "prodigy" if keys >= _TEXTCAT else ""


def read_claims(intake: Intake, name: str, columns: Mapping[str, str] | None = None) -> Items:
    """The outside claims of a file in the format `name`; `columns` maps Curator's names to a table's own.

    Raises Unreadable where the file as a whole is none of that format.
    """
    if name not in FORMATS:
        raise Unreadable(
            "it is no file of claims that is known (Curator’s own, langextract, Prodigy, Label Studio)"
        )
    module = import_module(f"curator.ingest.claims.{name}")
    if name == "table":
        yield from cast(Callable[[Intake, Mapping[str, str]], Items], module.claims)(intake, columns or {})
    else:
        yield from cast(Callable[[Intake], Items], module.claims)(intake)


def _top_keys(text: str) -> frozenset[str]:
    """The keys of the first object in `text`, which may be cut off in its middle."""
    decoder = json.JSONDecoder()
    start = text.find("{")
    try:
        value, _ = decoder.raw_decode(text, start)
        return frozenset(value) if isinstance(value, dict) else frozenset()
    except (ValueError, RecursionError):
        return _keys_at_depth_one(text, start)


def _keys_at_depth_one(text: str, start: int) -> frozenset[str]:
    """The same for an object that goes on behind the end of `text`."""
    keys: set[str] = set()
    depth, at = 0, start
    while 0 <= at < len(text):
        character = text[at]
        if character == '"':
            string = _STRING.match(text, at)
            if string is None:
                break
            if string["colon"] and depth == 1:
                keys.add(string[1])
            at = string.end()
            continue
        depth += (character in "{[") - (character in "}]")
        if depth == 0:
            break
        at += 1
    return frozenset(keys)
