"""What can go wrong with a database file, in words for the person at the keyboard: what, where, what to do.

Never touches a file, and never lets the name of an SQLite error through where a sentence can be said.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from curator.models import CuratorError


class DatabaseError(CuratorError):
    """The database cannot do what is asked; nothing acknowledged before is lost."""


class Locked(DatabaseError):
    """Another program is writing; asking again later can succeed."""


class ReadOnly(DatabaseError):
    """The database can be read but not written."""


class Damaged(DatabaseError):
    """Something in the file cannot be what Curator wrote."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}: the database is damaged or was changed; `curator verify` says where")


class NoRoom(DatabaseError):
    """The disk is full or fails: nothing more can be written."""


class Gone(DatabaseError):
    """The file was deleted or replaced while it was open."""


def explained(error: sqlite3.Error | UnicodeDecodeError, path: Path) -> DatabaseError:
    """What a sqlite3 error means to the person at the keyboard, in one line."""
    if isinstance(error, UnicodeDecodeError):
        return DatabaseError(f"{path} is damaged (text that is none); restore a backup")
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Locked(f"{path} is being written by another program; nothing was lost, try again in a moment")
    if name.startswith("SQLITE_READONLY"):
        return ReadOnly(f"{path} is read-only; make it and its folder writable, or work on a copy")
    if name == "SQLITE_FULL":
        return NoRoom(f"the disk that holds {path} is full; free some space and do this once more")
    if name == "SQLITE_NOTADB":
        return DatabaseError(f"{path} is not a database; give another path with --db")
    if name.startswith("SQLITE_CORRUPT"):
        return DatabaseError(f"{path} is damaged ({error}); restore a backup")
    if name.startswith("SQLITE_CANTOPEN"):
        return DatabaseError(f"{path} cannot be opened; check that its folder exists and may be written")
    if name.startswith("SQLITE_IOERR"):
        return NoRoom(f"reading or writing {path} failed ({name}); check the disk, then try again")
    first_line = str(error).splitlines()[0] if str(error) else type(error).__name__
    return DatabaseError(f"{path} cannot be read as a review database ({first_line}); `curator verify` it")


def no_room_for_a_copy(path: Path, folder: Path) -> NoRoom:
    """A check of a database could not be made, for want of room for the copy that it is made on."""
    megabytes = path.stat().st_size / 1e6
    return NoRoom(
        f"verify works on a copy, and {folder} has no room for one of {megabytes:,.1f} MB; nothing was found "
        f"wrong with {path}: free some space and verify it again"
    )
