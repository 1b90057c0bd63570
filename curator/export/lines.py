"""Values as lines of JSON and CSV, the same bytes on every machine and every Python.

Never loses a character in JSON. In CSV it changes what `text.guarded` and `without_surrogates` name, no more.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from typing import Any

from curator.text import guarded

_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Written as `\\uXXXX`: what steers a terminal or breaks lines when a file is looked at, and what UTF-8 has
no bytes for. Every JSON reader gives the same characters back."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def json_line(value: Any) -> str:
    """`value` as one line of JSON with its line feed; numbers that are not finite are a ValueError."""
    return json_text(value) + "\n"


def json_text(value: Any) -> str:
    """`value` as JSON without a line break in it."""
    text = _encode(value)
    return text if text.isascii() and "\x7f" not in text else _UNSAFE_IN_JSON.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


class _Line:
    """A file for csv.writer whose `write` gives the line back."""

    @staticmethod
    def write(line: str) -> str:
        return line


_writer = csv.writer(_Line(), quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")


def csv_line(values: Iterable[Any]) -> str:
    """`values` as one record of CSV: strings quoted and `guarded`, lists as JSON, None as an empty cell."""
    line: str = _writer.writerow([_cell(value) for value in values])
    return line


def _cell(value: Any) -> Any:
    kind = type(value)
    if kind is str:
        return guarded(value)
    if kind is bool:
        return "true" if value else "false"
    if kind is list:
        return json_text(value) if value else "[]"
    return value


def without_surrogates(text: str) -> str:
    """`text` with U+FFFD for lone surrogates, which UTF-8 cannot hold; as long as before."""
    return _SURROGATE.sub("\ufffd", text)
