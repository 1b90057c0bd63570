"""CSV: one article a row, the columns text, title, publisher, published and url named in the first line.

The separator may be a comma, semicolon, tab or bar. In Curator's own table, cells that a spreadsheet would
run are read as they were before they were guarded; in others nobody knows what an apostrophe means. Never
reads on after broken quote marks: no one can tell where the next row would start.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from curator.ingest.intake import Intake, Unreadable, too_large
from curator.ingest.lines import Line, lines_of
from curator.ingest.row import article_of_row, known_names
from curator.models import Article, Failure
from curator.text import unguarded

_SEPARATORS = ",;\t|"
_OWN = frozenset(("article_id", "source", "length", "text"))
"""Columns of the table of articles that Curator exports."""
_LONGEST_FIELD = 2**31 - 1
"""The csv module's own limit is one for the whole process and too low; `_Feed` has ours."""


class _Feed:
    """The lines that the csv module asks for, with a limit on what one row may take."""

    def __init__(self, lines: Iterator[Line], max_bytes: int) -> None:
        self.lines = lines
        self.max_bytes = max_bytes
        self.taken = 0
        self.first = 0
        """The number of the line that the row began on."""

    def new_row(self) -> None:
        self.taken, self.first = 0, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.first = self.first or line.number
        self.taken += len(line.text)
        if line.problem:
            raise Unreadable(line.problem)
        if self.taken > self.max_bytes:
            raise Unreadable(f"the row is {too_large(self.max_bytes)}; is a quote mark left open?")
        return line.text


def articles(intake: Intake) -> Iterator[Article | Failure]:
    """The articles of a CSV file, in order."""
    csv.field_size_limit(_LONGEST_FIELD)
    lines = lines_of(intake, newline="")
    first = next(lines, Line(1, "", "there is nothing but a byte order mark"))
    if first.problem:
        raise Unreadable(f"line 1: {first.problem}")
    separator, columns = _header(first.text)
    feed = _Feed(lines, intake.max_bytes)
    rows = csv.reader(feed, delimiter=separator, strict=True)
    found = False
    while True:
        feed.new_row()
        try:
            row = next(rows)
        except StopIteration:
            break
        except Unreadable as trouble:
            yield Failure(intake.label, f"line {feed.first}: {trouble}; the rest of the file was not read")
            return
        except csv.Error as error:
            reason = f"line {feed.first}: {_quoting(error)}; the rest of the file was not read"
            yield Failure(intake.label, reason)
            return
        if any(row):
            found = True
            yield _article(row, columns, intake, feed.first)
    if not found:
        raise Unreadable("there are no rows under the column names")


def _header(line: str) -> tuple[str, list[str]]:
    """The separator and the column names; raises Unreadable where none holds the text."""
    for separator in _SEPARATORS:
        columns = next(csv.reader([line], delimiter=separator), [])
        names = [name.strip().lower() for name in columns]
        if "text" in (known := known_names(names)):
            for name in known.values():
                if names.count(name) > 1:
                    raise Unreadable(f"line 1: two columns are named {name}")
            return separator, names
    shown = line.strip()[:80] or "nothing"
    raise Unreadable(f"line 1: no column is named text (it reads: {shown})")


def _article(row: list[str], columns: list[str], intake: Intake, line: int) -> Article | Failure:
    if len(row) > len(columns):
        reason = f"{len(row)} fields under {len(columns)} column names; does a field lack its quote marks?"
        return Failure(intake.label, f"line {line}: {reason}")
    cells = map(unguarded, row) if set(columns) >= _OWN else row
    try:
        return article_of_row(dict(zip(columns, cells, strict=False)), intake, line)
    except Unreadable as trouble:
        return Failure(intake.label, f"line {line}: {trouble}")


def _quoting(error: csv.Error) -> str:
    """What the csv module objects to, in words."""
    if "expected after" in str(error):
        return "a quote mark inside a quoted field must be doubled"
    if "unexpected end" in str(error):
        return "a quote mark is opened and never closed"
    return str(error)
