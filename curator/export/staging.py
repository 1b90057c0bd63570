"""The folder that an export is written in before it takes its place: whole or not at all.

Everything is written into a temporary folder, flushed to the disk, and put in place by renaming. Never
follows a symbolic link, never removes or overwrites a file that an earlier export did not write (unless
forced), and leaves nothing behind when it fails.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curator.dataset import MARKER
from curator.export.exchange import exchanged
from curator.export.lines import json_text, without_surrogates
from curator.export.ownership import contents, known_files, why_not_ours
from curator.models import CuratorError
from curator.placement import sync_folder

_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9]+)+")


@dataclass(frozen=True, slots=True)
class Written:
    """One file of an export."""

    name: str
    mediatype: str
    rows: int
    bytes: int
    sha256: str
    row_type: Any = None
    """Of a CSV table, what its rows are: the data package's schema is made from that."""


class StagedFile:
    """A file being written: UTF-8, LF, hashed and counted on the way."""

    def __init__(self, path: Path) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        self._file = os.fdopen(os.open(path, flags, 0o666), "wb", buffering=1 << 16)
        self._hash = hashlib.sha256()
        self.rows = 0
        self.bytes = 0

    def write(self, text: str, rows: int = 1) -> None:
        """Add `text`, which holds this many `rows` (0 for headers and brackets)."""
        try:
            data = text.encode()
        except UnicodeEncodeError:
            data = without_surrogates(text).encode()
        self._file.write(data)
        self._hash.update(data)
        self.rows += rows
        self.bytes += len(data)

    def finish(self) -> str:
        """Flush to the disk; the file's SHA-256 in hexadecimal."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        return self._hash.hexdigest()

    def abandon(self) -> None:
        """Close without caring for what was written."""
        with suppress(OSError):
            self._file.close()


def write_array(file: StagedFile, values: Iterable[Any]) -> None:
    """Write `values` as a JSON array, one on a line, without holding them all."""
    file.write("[", rows=0)
    for number, value in enumerate(values):
        file.write((",\n" if number else "\n") + json_text(value))
    file.write("\n]", rows=0)


class Folder:
    """What an exporter writes into."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._names: list[str] = []
        self._written: dict[str, Written] = {}

    @property
    def files(self) -> tuple[Written, ...]:
        """What was written so far, in the order of opening."""
        return tuple(self._written[name] for name in self._names if name in self._written)

    @contextmanager
    def file(self, name: str, mediatype: str, row_type: Any = None) -> Iterator[StagedFile]:
        """A new file in the folder; `name` is lower-case letters, digits, `_` and `-` with an extension."""
        if not _SAFE_NAME.fullmatch(name) or name in self._names:
            raise CuratorError(f"an export format may not write a file called {name!r}")
        file = StagedFile(self._path / name)
        self._names.append(name)
        try:
            yield file
            sha256 = file.finish()
        finally:
            file.abandon()
        self._written[name] = Written(name, mediatype, file.rows, file.bytes, sha256, row_type)


@contextmanager
def staged(folder: Path, *, force: bool = False) -> Iterator[Folder]:
    """A `Folder` that becomes `folder` when the block ends well, and vanishes when it does not.

    Raises CuratorError before anything is written where `folder` may not be replaced, and for every error of
    the file system.
    """
    made: list[Path] = []
    try:
        if folder.is_symlink():
            raise CuratorError(f"{folder} is a symbolic link; name the folder that it points to")
        target = folder.resolve()
        _sweep(target)
        _check(target, force=force)
        made = _make_parents(target.parent)
        with _placed(target, force=force) as staging:
            yield Folder(staging)
    except BaseException as error:
        for parent in reversed(made):
            with suppress(OSError):
                parent.rmdir()
        if isinstance(error, OSError):
            reason = error.strerror or str(error)
            raise CuratorError(f"cannot export to {folder}: {reason}; nothing was changed there") from error
        raise


def _sweep(target: Path) -> None:
    """Clear away what exports to this place left that were killed; never what a living one is writing."""
    leftover = re.compile(rf"\.{re.escape(target.name)}\.(\d+)-[0-9a-f]{{8}}\.(new|old)")
    for path in target.parent.iterdir() if target.parent.is_dir() else ():
        match = leftover.fullmatch(path.name)
        if match is None or path.is_symlink() or _lives(int(match[1])):
            continue
        if match[2] == "old" and not os.path.lexists(target):
            path.rename(target)
        else:
            shutil.rmtree(path, ignore_errors=True)


def _lives(process: int) -> bool:
    """Whether a process of this number may still be there."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _check(target: Path, *, force: bool) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise CuratorError(f"{target} is a file; name a folder for the export")
    reason = why_not_ours(target)
    if reason and not force:
        raise CuratorError(
            f"{target} {reason}; choose another folder, or --force to write there all the same"
        )


def _make_parents(parent: Path) -> list[Path]:
    missing = [path for path in (parent, *parent.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir()
    return list(reversed(missing))


@contextmanager
def _placed(target: Path, *, force: bool) -> Iterator[Path]:
    token = f"{os.getpid()}-{secrets.token_hex(4)}"
    within = target.exists() and (_must_stay(target) or (force and why_not_ours(target) != ""))
    staging = target / f".curator-export-{token}" if within else target.parent / f".{target.name}.{token}.new"
    before = contents(target) if target.exists() else None
    staging.mkdir()
    try:
        if before is not None:
            staging.chmod(stat.S_IMODE(target.stat().st_mode))
        yield staging
        sync_folder(staging)
        if within:
            _move_in(staging, target)
        else:
            _swap(staging, target, before, target.parent / f".{target.name}.{token}.old")
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _must_stay(target: Path) -> bool:
    """Whether the folder itself cannot be renamed, or somebody would notice (a shell that stands in it)."""
    return (
        target.samefile(Path.cwd())
        or os.path.ismount(target)
        or not os.access(target.parent, os.W_OK | os.X_OK)
    )


def _swap(staging: Path, target: Path, before: frozenset[str] | None, old: Path) -> None:
    """Put the staging folder in the target's place; the old one is back if anything goes wrong."""
    if before is None:
        if os.path.lexists(target):
            raise CuratorError(f"{target} was made by somebody else meanwhile; nothing was changed there")
        staging.rename(target)
        sync_folder(target.parent)
        return
    if contents(target) != before:
        raise CuratorError(f"{target} was changed by somebody else meanwhile; nothing was changed there")
    if exchanged(staging, target):
        _rescue(staging, before, target)
    else:
        _swap_in_two_steps(staging, target, before, old)
    sync_folder(target.parent)


def _swap_in_two_steps(staging: Path, target: Path, before: frozenset[str], old: Path) -> None:
    """As `_swap` where folders cannot change places at once: for a moment there is none at the target."""
    try:
        target.rename(old)
        staging.rename(target)
        _rescue(old, before, target)
    finally:
        if not staging.exists():
            shutil.rmtree(old, ignore_errors=True)
        elif old.exists() and not os.path.lexists(target):
            old.rename(target)


def _rescue(old: Path, before: frozenset[str], target: Path) -> None:
    """Take along what somebody put into the old folder in the last moment."""
    for name in contents(old) - before:
        (old / name).rename(target / name)


def _move_in(staging: Path, target: Path) -> None:
    """Put the staged files into the target one by one, the marker last; back they go if anything fails."""
    old = staging / "old"
    old.mkdir()
    new = sorted(contents(staging) - {"old"}, key=lambda name: (name == MARKER, name))
    for name in new:
        if (target / name).is_dir() and not (target / name).is_symlink():
            raise CuratorError(f"{target / name} is a folder; an export writes a file of that name")
    outdated = known_files(target) - set(new)
    placed = []
    try:
        for name in (*new, *outdated):
            if os.path.lexists(target / name):
                (target / name).rename(old / name)
            if name not in outdated:
                (staging / name).rename(target / name)
                placed.append(name)
    except BaseException:
        for name in placed:
            (target / name).unlink()
        for name in contents(old):
            (old / name).rename(target / name)
        raise
    sync_folder(target)
