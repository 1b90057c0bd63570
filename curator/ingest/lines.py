"""Files with many articles, line by line: bytes to decoded lines with bounded memory.

A line that cannot be decoded or is over the cap says so in its place; the others are not touched by it.
Never holds more than one line and one sample of the file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from curator.ingest.decoding import decoded, encoding_of
from curator.ingest.intake import Intake, Unreadable, too_large

_SAMPLE = 262_144
_UNDECODED = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text file, with its line break."""

    number: int
    """Counted from 1."""
    text: str
    problem: str = ""
    """Why there is no text, where there is none."""


def lines_of(intake: Intake, *, newline: str) -> Iterator[Line]:
    """The lines of a file as `io.TextIOWrapper` would break them with this `newline`."""
    sample, stream = _sampled(intake.stream)
    if not sample:
        raise Unreadable("the file is empty (0 bytes)")
    encoding = encoding_of(sample)
    wide = encoding.startswith(("utf-16", "utf-32"))
    text = io.TextIOWrapper(stream, encoding, "strict" if wide else "surrogateescape", newline)
    number = 0
    try:
        while line := text.readline(intake.max_bytes + 1):
            number += 1
            if len(line) > intake.max_bytes:
                _skip_rest(text, line)
                yield Line(number, "", too_large(intake.max_bytes))
            elif not line.isascii() and _UNDECODED.search(line):
                yield _repaired(number, line, encoding)
            else:
                yield Line(number, line)
    except UnicodeDecodeError as error:
        yield Line(number + 1, "", f"it is not {encoding.upper()} as the file's start says ({error.reason})")


def _sampled(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes, and a stream that still holds them (a pipe cannot be wound back)."""
    buffered = io.BufferedReader(stream, _SAMPLE)  # type: ignore[type-var]
    return buffered.peek(_SAMPLE)[:_SAMPLE], buffered


def _skip_rest(text: io.TextIOWrapper, line: str) -> None:
    while line and not line.endswith(("\n", "\r")):
        line = text.readline(65_536)


def _repaired(number: int, line: str, encoding: str) -> Line:
    """A line with bytes that the file's encoding does not know, by whatever encoding fits this line."""
    try:
        return Line(number, decoded(line.encode(encoding, "surrogateescape")))
    except (Unreadable, UnicodeEncodeError) as trouble:
        return Line(number, "", f"its encoding cannot be told: {trouble}")
