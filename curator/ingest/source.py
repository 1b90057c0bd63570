"""Where articles come from: turns what a user named (files, folders, `-`, addresses) into single sources.

Folders are walked lazily and in order. Never opens a file to read it, and never fails: what cannot be
read is a source too, and `read` says why.
"""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike
from typing import Literal

from curator.dataset import MARKER, NAME

DEFAULT_MAX_BYTES = 20_000_000
"""The most that one article may weigh."""

_EXPORTED = ("articles", "claims")
"""What is read of an exported folder: decisions travel in a database, with their log."""
_LONGEST_MARKER = 10_000_000
_SQLITE_MAGIC = b"SQLite format 3\0"
_DATABASE_SUFFIXES = (".db", ".sqlite", ".sqlite3", ".db-journal", ".db-wal", ".db-shm", "-journal")
_Directory = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Source:
    """One place to read: a file, standard input or a web address."""

    location: str
    """A path as the operating system spells it, an address, or `-`."""
    kind: Literal["file", "stdin", "url"] = "file"
    max_bytes: int = DEFAULT_MAX_BYTES
    problem: str = ""
    """Why it cannot be read, where that is known before trying."""
    exported: bool = False
    """Whether it lies in a folder that an export wrote: the claims of its articles are there too."""

    @property
    def label(self) -> str:
        """The location as text: bytes of a file name that are not UTF-8 are written as `\\xff`."""
        if self.location.isascii():
            return self.location
        return self.location.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

    @property
    def suffix(self) -> str:
        """The lower-case end of a file's name with its dot, "" where there is none."""
        return os.path.splitext(self.location)[1].lower() if self.kind == "file" else ""  # noqa: PTH122

    @property
    def is_database(self) -> bool:
        """Whether it is a SQLite file, which is for the store to read and not for this stage."""
        if self.kind != "file" or self.problem:
            return False
        try:
            if not stat.S_ISREG(os.stat(self.location).st_mode):  # noqa: PTH116
                return False
            with open(self.location, "rb") as file:  # noqa: PTH123
                return file.read(len(_SQLITE_MAGIC)) == _SQLITE_MAGIC
        except (OSError, ValueError):
            return False


def find(sources: Iterable[str | PathLike[str]], *, max_bytes: int = DEFAULT_MAX_BYTES) -> Iterator[Source]:
    """The single sources behind `sources`, folders expanded lazily, depth first and in order of names.

    Hidden files and databases inside a folder are passed over; named themselves they are given. Of a folder
    that an export wrote, only its articles and claims are.
    """
    for named in sources:
        location = os.fspath(named)
        if location == "-":
            yield Source("-", "stdin", max_bytes)
        elif "://" in location:
            yield _address(location, max_bytes)
        elif os.path.isdir(location):  # noqa: PTH112
            yield from _folder(location, max_bytes)
        else:
            yield Source(location, "file", max_bytes)


def count(sources: Iterable[str | PathLike[str]], *, seconds: float = 1.0) -> int | None:
    """How many single sources there are behind `sources`; None when telling takes longer than `seconds`."""
    deadline = time.monotonic() + seconds
    number = 0
    for _ in find(sources):
        number += 1
        if time.monotonic() > deadline:
            return None
    return number


def _address(location: str, max_bytes: int) -> Source:
    known = location.lower().startswith(("http://", "https://"))
    problem = "" if known else "this kind of address cannot be read; give an http or https address"
    return Source(location, "url", max_bytes, problem)


def _folder(location: str, max_bytes: int) -> Iterator[Source]:
    found = False
    for source in _walk(location, max_bytes, frozenset(), os.path.realpath(location)):
        found = True
        yield source
    if not found:
        yield Source(location, "file", max_bytes, "the folder holds no files to read")


def _walk(folder: str, max_bytes: int, above: frozenset[_Directory], named: str) -> Iterator[Source]:
    """The files under `folder`; `above` holds the folders that it lies in, so that a link cannot loop.

    `named`: the folder that was named, without links; what leads out of it is a problem and not read.
    """
    try:
        here = os.stat(folder)  # noqa: PTH116
        identity = (here.st_dev, here.st_ino)
        if identity in above:
            return
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Source(folder, "file", max_bytes, f"the folder cannot be listed: {os_reason(error)}")
        return
    if _is_exported(folder):
        names = {entry.name for entry in listed if entry.is_file(follow_symlinks=False)}
        for table in _EXPORTED:
            name = next((name for name in (f"{table}.jsonl", f"{table}.csv") if name in names), "")
            if name:
                yield Source(os.path.join(folder, name), "file", max_bytes, exported=True)  # noqa: PTH118
        return
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if _leads_out(entry, named):
            problem = "it is a link out of the folder; name what it leads to, to read that"
            yield Source(entry.path, "file", max_bytes, problem)
        elif _is_folder(entry):
            yield from _walk(entry.path, max_bytes, above | {identity}, named)
        elif not entry.name.lower().endswith(_DATABASE_SUFFIXES):
            yield Source(entry.path, "file", max_bytes)


def _is_exported(folder: str) -> bool:
    """Whether an export of Curator's wrote this folder, by its `datapackage.json`."""
    try:
        with open(os.path.join(folder, MARKER), "rb") as file:  # noqa: PTH118, PTH123
            described = json.loads(file.read(_LONGEST_MARKER))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(described, dict) and described.get("name") == NAME and "curator" in described


def _leads_out(entry: os.DirEntry[str], named: str) -> bool:
    """Whether an entry is a link to what lies outside the folder that was named."""
    if not entry.is_symlink():
        return False
    target = os.path.realpath(entry.path)
    return target != named and not target.startswith(os.path.join(named, ""))  # noqa: PTH118


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def os_reason(error: OSError) -> str:
    """What the operating system objects to, in lower-case words without its error number."""
    words = error.strerror or str(error) or type(error).__name__
    return words[:1].lower() + words[1:]
