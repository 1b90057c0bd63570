"""Opens a review database: whose file it is, of which version, and whether it can be written.

A file of another program is never touched, and one of a newer Curator is only read.
"""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path
from typing import Literal

from curator.store import schema
from curator.store.database import PRAGMAS, SYNCHRONOUS, Database
from curator.store.troubles import Damaged, DatabaseError, NoRoom, ReadOnly, explained

Journal = Literal["delete", "wal"]


def opened(path: Path, *, create: bool = True, timeout: float = 5.0, journal: Journal = "delete") -> Database:
    """The database at `path`, made or brought up to date where needed and allowed.

    Raises a DatabaseError where that is not to be; a file that there was no room to make is taken away.
    """
    is_new = _is_new(path, create=create)
    try:
        connection = sqlite3.connect(path, timeout=timeout, isolation_level=None)
    except sqlite3.Error as error:
        raise explained(error, path) from error
    try:
        for pragma in PRAGMAS:
            connection.execute(pragma)
        database = _prepared(Database(path, connection), create=create)
        if journal == "wal" and not database.read_only:
            connection.execute("PRAGMA journal_mode=WAL").fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        problem = explained(error, path)
        if is_new and isinstance(problem, NoRoom):
            _remove_empty(path)
        raise problem from error
    except NoRoom:
        connection.close()
        if is_new:
            _remove_empty(path)
        raise
    except BaseException:
        connection.close()
        raise
    return database


def _is_new(path: Path, *, create: bool) -> bool:
    """Whether there is no file at `path` yet; raises where none may be made, or where it can be none."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if not create:
            raise DatabaseError(f"there is no database at {path}; `curator add` makes one") from None
        return True
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DatabaseError(f"{path} cannot be opened: {reason}") from None
    if stat.S_ISDIR(mode):
        raise DatabaseError(f"{path} is a folder; give the path of a database file")
    return False


def _prepared(database: Database, *, create: bool) -> Database:
    """The database, brought up to this version; one that cannot be written says why in `read_only`."""
    path = database.path
    with database.snapshot():
        application = database.one("PRAGMA application_id")[0]
        version = database.one("PRAGMA user_version")[0]
        tables = database.one("SELECT count(*) FROM sqlite_schema")[0]
    if application not in (0, schema.APPLICATION_ID):
        raise DatabaseError(f"{path} is a database of another program; give another path with --db")
    if application == 0:
        if tables:
            raise DatabaseError(f"{path} is a database, but not Curator's; give another path with --db")
        if not create:
            raise DatabaseError(f"{path} is an empty file; `curator add` makes a database")
    if application and version < 1:
        raise Damaged(f"{path} has no version that Curator ever wrote")
    if version > schema.VERSION:
        database.read_only = (
            f"{path} was written by a newer Curator (schema {version}, this one knows "
            f"{schema.VERSION}): it can only be read; upgrade Curator to decide"
        )
    elif version < schema.VERSION:
        from curator.store.migrations import migrate

        migrate(database)
        return Database(path, database.connection)
    else:
        database.read_only = _write_problem(database)
    return database


def _write_problem(database: Database) -> str:
    """Why a real write fails, "" where it succeeds (BEGIN IMMEDIATE succeeds on read-only files).

    It is always taken back, so nobody waits for the disk to know that its journal is gone; what is left of
    a program that was killed meanwhile is still put right with every other wait (hence FULL, not OFF).
    """
    connection = database.connection
    connection.execute("PRAGMA synchronous=FULL")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version = {int(version)}")
    except sqlite3.Error as error:
        problem = explained(error, database.path)
        return str(problem) if isinstance(problem, ReadOnly) else ""
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute(SYNCHRONOUS)
    return ""


def _remove_empty(path: Path) -> None:
    """Take away the file of a database that there was no room to make, unless something is in it."""
    try:
        if path.stat().st_size == 0:
            path.unlink()
    except OSError:
        pass
