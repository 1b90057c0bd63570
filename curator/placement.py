"""A file put in its place whole or not at all, and lasting through a power cut.

Written beside its target under another name, flushed, renamed. Knows nothing of what is in it, and never
follows a symbolic link to write there.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_NAME = 200
"""Characters of a name that are kept under the other name; file systems take 255 bytes."""


@contextmanager
def placed(target: Path) -> Iterator[BinaryIO]:
    """A file that becomes `target` when the block ends well, with the mode of the one it replaces.

    Raises OSError; then, and when the block raises, what was at `target` is as it was.
    """
    import secrets

    temporary = target.with_name(f".{target.name[:_NAME]}.{secrets.token_hex(4)}.new")
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    try:
        with os.fdopen(os.open(temporary, flags, mode), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last through a power cut, where the system can; raises OSError."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
