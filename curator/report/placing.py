"""The page on the disk: there whole or not at all, and never in the place of somebody's other file.

Written beside its target under another name, flushed, renamed. Never follows a symbolic link.
"""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from curator.models import CuratorError
from curator.report.page import GENERATOR

_MARK = f'<meta name="generator" content="{GENERATOR}">'.encode()
_HEAD = 1000
"""Within so many bytes of its beginning a report says that it is one."""


def check(target: Path, *, force: bool) -> None:
    """Raise CuratorError where a report may not be written."""
    if target.is_symlink():
        raise CuratorError(f"{target} is a symbolic link; name the file that it points to")
    if target.is_dir():
        raise CuratorError(f"{target} is a folder; name a file in it, like {target / 'report.html'}")
    if not target.parent.is_dir():
        raise CuratorError(f"{target.parent} is no folder; make it first")
    if not target.exists():
        return
    if not stat.S_ISREG(target.stat().st_mode):
        raise CuratorError(f"{target} is no ordinary file; choose another name")
    if force:
        return
    with target.open("rb") as file:
        if _MARK not in file.read(_HEAD):
            raise CuratorError(
                f"{target} is there and is no report of Curator; choose another name, or --force to replace"
            )


def place(page: str, target: Path, *, force: bool = False) -> int:
    """Write the page at `target` and give its size in bytes; raises CuratorError and leaves all as it was."""
    temporary = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.new")
    data = page.encode()
    try:
        check(target, force=force)
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        try:
            with os.fdopen(os.open(temporary, flags, mode), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()
        _sync(target.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CuratorError(f"cannot write {target}: {reason}; nothing was changed there") from error
    return len(data)


def _sync(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
