"""JSON Lines: one article a line, an object with text, title, publisher, published and url.

A bad line is a failure with its number; the other lines go in. Never reads more than one line at a time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from curator.ingest.intake import Intake, Unreadable
from curator.ingest.lines import Line, lines_of
from curator.ingest.row import article_of_row
from curator.models import Article, Failure


def articles(intake: Intake) -> Iterator[Article | Failure]:
    """The articles of a JSON Lines file, in order."""
    found = False
    for line in filled_lines(intake):
        found = True
        try:
            yield article_of_row(value_of(line), intake, line.number)
        except Unreadable as trouble:
            yield Failure(intake.label, f"line {line.number}: {trouble}")
    if not found:
        raise Unreadable("there is only white space in it")


def filled_lines(intake: Intake) -> Iterator[Line]:
    """The lines of a JSON Lines file that hold anything."""
    return (line for line in lines_of(intake, newline="\n") if line.problem or line.text.strip())


def value_of(line: Line) -> Any:
    """The JSON value in a line; raises Unreadable where there is none."""
    if line.problem:
        raise Unreadable(line.problem)
    return parsed(line.text)


def parsed(text: str) -> Any:
    """The JSON value that `text` spells; raises Unreadable with the place where it does not."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and "\n" in text.strip():
            raise Unreadable("several JSON values, one after the other; name such a file .jsonl") from None
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise Unreadable(f"not JSON: {error.msg} at {line}column {error.colno}") from None
    except ValueError:
        raise Unreadable("not JSON that can be read: a number with thousands of digits") from None
    except RecursionError:
        raise Unreadable("not JSON that can be read: nested too deeply") from None
