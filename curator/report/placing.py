"""The page on the disk: there whole or not at all, and never in the place of somebody's other file.

Never follows a symbolic link.
"""

from __future__ import annotations

import stat
from pathlib import Path

from curator.models import CuratorError
from curator.placement import placed
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
    data = page.encode()
    try:
        check(target, force=force)
        with placed(target) as file:
            file.write(data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CuratorError(f"cannot write {target}: {reason}; nothing was changed there") from error
    return len(data)
