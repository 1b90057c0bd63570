"""JSON Lines: one article a line, an object with text, title, publisher, published and url.

A bad line is a failure with its number; the other lines go in. Never reads more than one line at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from curator.ingest.intake import Intake, Unreadable
from curator.ingest.lines import Line, lines_of
from curator.ingest.row import FIELDS, article_of_row
from curator.models import Article, Failure


def articles(intake: Intake) -> Iterator[Article | Failure]:
    """The articles of a JSON Lines file, in order."""
    found = False
    for line in lines_of(intake, newline="\n"):
        if not line.problem and not line.text.strip():
            continue
        found = True
        try:
            yield article_of_row(_object(line), intake, line.number)
        except Unreadable as trouble:
            yield Failure(intake.label, f"line {line.number}: {trouble}")
    if not found:
        raise Unreadable("there is only white space in it")


def _object(line: Line) -> dict[str, object]:
    if line.problem:
        raise Unreadable(line.problem)
    try:
        value = json.loads(line.text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"not JSON: {error.msg} at column {error.colno}") from None
    except ValueError:
        raise Unreadable("not JSON that can be read: a number with thousands of digits") from None
    except RecursionError:
        raise Unreadable("not JSON that can be read: nested too deeply") from None
    if not isinstance(value, dict):
        raise Unreadable("not a JSON object with a text field")
    if "text" not in value:
        held = ", ".join(str(name)[:40] for name in list(value)[:8]) or "nothing"
        raise Unreadable(f"no field named text (it holds: {held}; known: {', '.join(FIELDS)})")
    return value
