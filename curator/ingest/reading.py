"""From a source to its articles: opens it with care, finds its format, and turns every trouble into words.

Never raises for bad content, and never waits on a pipe or a device.
"""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator
from typing import BinaryIO

from curator.ingest.intake import Intake, Unreadable
from curator.ingest.registry import Format, by_content, by_suffix, known_suffixes
from curator.ingest.source import Source, os_reason
from curator.models import Article, Failure

_SNIFFED = 512
_SPECIAL = (
    (stat.S_ISDIR, "it is a folder"),
    (stat.S_ISFIFO, "it is a pipe, not a file; use - to read standard input"),
    (stat.S_ISSOCK, "it is a socket, not a file"),
    (stat.S_ISCHR, "it is a device, not a file"),
    (stat.S_ISBLK, "it is a device, not a file"),
)


def read(source: Source) -> Iterator[Article | Failure]:
    """The articles in one source; what cannot be read is a Failure with a reason for people."""
    try:
        if source.problem:
            raise Unreadable(source.problem)
        if source.kind == "url":
            yield from _address(source)
        elif source.kind == "stdin":
            yield from _standard_input(source)
        else:
            yield from _file(source)
    except Unreadable as trouble:
        yield Failure(source.label, str(trouble))
    except OSError as error:
        yield Failure(source.label, os_reason(error))
    except RecursionError:
        yield Failure(source.label, "it is nested too deeply to be read")
    except MemoryError:
        yield Failure(source.label, "there is not enough memory to read it")


def _file(source: Source) -> Iterator[Article | Failure]:
    with _opened(source) as stream:
        entry = by_suffix(source.suffix)
        if entry is None:
            if source.suffix:
                raise Unreadable(f"{source.suffix} files cannot be read (known: {known_suffixes()})")
            entry = by_content(stream.read(_SNIFFED))
            stream.seek(0)
        yield from _articles(entry, Intake(stream, source.label, source.max_bytes))


def _opened(source: Source) -> BinaryIO:
    try:
        mode = os.stat(source.location).st_mode  # noqa: PTH116
        for is_such, reason in _SPECIAL:
            if is_such(mode):
                raise Unreadable(reason)
        return open(source.location, "rb")  # noqa: PTH123
    except FileNotFoundError:
        broken = os.path.islink(source.location)  # noqa: PTH114
        raise Unreadable("it is a link to nothing" if broken else "there is no such file") from None
    except ValueError as error:  # a NUL in the name
        raise Unreadable(str(error)) from None


def _standard_input(source: Source) -> Iterator[Article | Failure]:
    if sys.stdin is None:
        raise Unreadable("standard input is closed")
    with open(sys.stdin.fileno(), "rb", closefd=False) as stream:
        entry = by_content(stream.peek(_SNIFFED))
        yield from _articles(entry, Intake(stream, "-", source.max_bytes))


def _address(source: Source) -> Iterator[Article | Failure]:
    from curator.ingest.web import fetched

    page = fetched(source.location, source.max_bytes)
    entry = page.format or by_content(page.data[:_SNIFFED])
    yield from _articles(
        entry, Intake(io.BytesIO(page.data), source.label, source.max_bytes, page.charset, page.url)
    )


def _articles(entry: Format, intake: Intake) -> Iterator[Article | Failure]:
    yield from entry.reader()(intake)
