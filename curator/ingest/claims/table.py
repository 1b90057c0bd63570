"""A CSV table of claims, one a row; a column map says which of its columns means what.

Without a map the usual names are known (claim, quote, statement, text; article, url; speaker …), and
Curator's own `claims.csv` by all of its columns. Never guesses between two columns that could both be meant.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from curator.ingest.claims.own import outside as own_claim
from curator.ingest.claims.record import COLUMNS, Piece, SetAside, claim_in, place_of
from curator.ingest.intake import Intake, Unreadable
from curator.ingest.lines import lines_of
from curator.models import OutsideClaim
from curator.text import unguarded

_USUAL = {
    "claim": ("claim", "claim_text", "quote", "quotation", "statement", "text", "sentence"),
    "article": ("article", "article_id", "url", "article_url", "document", "document_id", "source", "title"),
    "speaker": ("speaker", "claimant", "who", "person", "author"),
    "kind": ("kind", "type"),
    "cue": ("cue", "verb"),
    "start": ("start", "start_pos", "begin"),
    "end": ("end", "end_pos", "stop"),
    "rule": ("rule", "reason", "note"),
    "confidence": ("confidence", "score", "probability"),
}
_OWN = frozenset(("claim_id", "article_id", "extracted_start", "extracted_end", "quantities"))
_OWN_LISTS = ("quantities", "times", "places", "parties")
_OWN_WHOLE = ("start", "end", "extracted_start", "extracted_end")
_OWN_MAYBE = ("speaker_start", "speaker_end", "cue_start", "cue_end")
_SEPARATORS = ",;\t|"


def claims(intake: Intake, columns: Mapping[str, str]) -> Iterator[Piece | SetAside]:
    """The claims of a table, row by row; raises Unreadable where no column holds claims."""
    lines = lines_of(intake, newline="")
    first = next(lines, None)
    if first is None or first.problem:
        raise Unreadable(first.problem if first else "there is nothing in it")
    separator = max(_SEPARATORS, key=first.text.count)
    header = [name.strip().lstrip("\ufeff") for name in _cells(first.text, separator)]
    is_own = not columns and set(header).issuperset(_OWN)
    meaning = {} if is_own else _meaning(header, columns)
    yield from _rows(intake, lines, separator, header, meaning)


def _cells(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def _meaning(header: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    """Curator's name -> the number of the column that it stands in."""
    found: dict[str, int] = {}
    for name, column in columns.items():
        if name not in COLUMNS:
            raise Unreadable(f"{name} is no name of a column’s meaning (known: {', '.join(COLUMNS)})")
        if column not in header:
            raise Unreadable(f"there is no column {column!r} (it has: {', '.join(header)})")
        found[name] = header.index(column)
    lower = [name.lower() for name in header]
    for name, usual in _USUAL.items():
        if name not in found:
            known = next(
                (word for word in usual if word in lower and lower.index(word) not in found.values()), ""
            )
            if known:
                found[name] = lower.index(known)
    if "claim" not in found:
        raise Unreadable(f"no column holds claims (it has: {', '.join(header)}); name one with claim=COLUMN")
    return found


def _rows(
    intake: Intake, lines: Iterator[Any], separator: str, header: list[str], meaning: dict[str, int]
) -> Iterator[Piece | SetAside]:
    feed = _Feed(lines)
    rows = csv.reader(feed, delimiter=separator, strict=True)
    while True:
        feed.taken = []
        try:
            row = next(rows)
        except StopIteration:
            return
        except (csv.Error, Unreadable) as error:
            reason = f"{error}; the rest of the file was not read"
            yield SetAside(f"line {feed.first}", reason, _table(header, [], separator) + feed.raw())
            return
        if not any(cell.strip() for cell in row):
            continue
        source, raw = f"{intake.label}:{feed.first}", partial(_table, header, [row], separator)
        try:
            if len(row) != len(header):
                raise Unreadable(f"it has {len(row)} cells, the header {len(header)}")
            claim = _claim(row, meaning, source) if meaning else own_claim(_own_row(header, row), source)
            yield Piece(claim, f"line {feed.first}", raw)
        except Unreadable as trouble:
            yield SetAside(f"line {feed.first}", str(trouble), raw())


class _Feed:
    """The lines that the csv module asks for, remembered until the row is done."""

    def __init__(self, lines: Iterator[Any]) -> None:
        self.lines = lines
        self.taken: list[Any] = []

    @property
    def first(self) -> int:
        return int(self.taken[0].number) if self.taken else 0

    def raw(self) -> str:
        return "".join(line.text for line in self.taken)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.taken.append(line)
        if line.problem:
            raise Unreadable(line.problem)
        return str(line.text)


def _table(header: list[str], rows: list[list[str]], separator: str) -> str:
    """A table of its own with these rows, as it is set aside."""
    written = io.StringIO()
    csv.writer(written, delimiter=separator, lineterminator="\n").writerows([header, *rows])
    return written.getvalue()


def _claim(row: list[str], meaning: dict[str, int], source: str) -> OutsideClaim:
    def cell(name: str) -> str:
        return unguarded(row[meaning[name]]).strip() if name in meaning else ""

    start, end = _whole(cell("start"), "start"), _whole(cell("end"), "end")
    return claim_in(
        cell("claim"),
        article=cell("article"),
        near=place_of(start, end, None),
        speaker=cell("speaker"),
        kind=cell("kind").lower(),
        cue=cell("cue"),
        rule=cell("rule"),
        confidence=_share(cell("confidence")),
        tool="csv",
        source=source,
    )


def _whole(cell: str, name: str) -> int | None:
    if not cell:
        return None
    try:
        return int(cell)
    except ValueError:
        raise Unreadable(f"{name} is {cell[:20]!r}, not a whole number") from None


def _share(cell: str) -> float:
    if not cell:
        return 1.0
    try:
        share = float(cell)
    except ValueError:
        raise Unreadable(f"confidence is {cell[:20]!r}, not a number") from None
    if not 0 <= share <= 1:
        raise Unreadable(f"confidence is {cell[:20]}, not between 0 and 1")
    return share


def _own_row(header: list[str], row: list[str]) -> dict[str, Any]:
    """A row of Curator's own table with its lists, numbers and truths read back."""
    values: dict[str, Any] = {name: unguarded(cell) for name, cell in zip(header, row, strict=True)}
    for name in _OWN_LISTS:
        try:
            values[name] = json.loads(values.get(name) or "[]")
        except ValueError:
            raise Unreadable(f"{name}: not a JSON array") from None
    for name in (*_OWN_WHOLE, *_OWN_MAYBE):
        values[name] = _whole(values.get(name, ""), name)
    values["grounded"] = values.get("grounded", "true").lower() == "true"
    values["confidence"] = _share(values.get("confidence", ""))
    return values
