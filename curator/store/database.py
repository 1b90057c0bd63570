"""One open SQLite file: its connection and its transactions; `curator.store.opening` opens it.

Never lets a raw sqlite3 error out, never leaves a cursor open (an open SELECT blocks every commit), and
never opens the file by any other means: closing such a handle would drop SQLite's locks on it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from curator.placement import sync_folder
from curator.store.times import now
from curator.store.troubles import Gone, Locked, ReadOnly, explained

Row = tuple[Any, ...]

_MOMENT = 30
"""Milliseconds for which nobody notices that they wait; most writes of others are over by then."""
_SORTERS = 2
"""Threads that sort beside the one that reads and writes."""
SYNCHRONOUS = "PRAGMA synchronous=EXTRA"
"""A commit is on the disk, with the deletion of its journal, when it returns."""
PRAGMAS = (
    SYNCHRONOUS,
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
)


class Database:
    """A connection to one review database."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self.read_only = ""
        """Why it cannot be written, "" when it can."""
        self._identity = _identity(path)
        self._data_version = self._version_of_data()

    @classmethod
    def copied(cls, source: Database, path: Path) -> Database:
        """A copy of `source` at the new `path`, made through the backup API; a writer waits a moment."""
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            source.connection.backup(connection)
            for pragma in (*PRAGMAS, "PRAGMA synchronous=OFF"):
                connection.execute(pragma)
        except sqlite3.Error as error:
            connection.close()
            raise explained(error, source.path) from error
        return cls(path, connection)

    def close(self) -> None:
        self.connection.close()

    # -- reading ---------------------------------------------------------------------------------------

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query, fetched at once."""
        try:
            return self.connection.execute(sql, parameters).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise explained(error, self.path) from error

    def first(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Row:
        """The one row that a query has."""
        return self.rows(sql, parameters)[0]

    def changed(self) -> bool:
        """Whether another connection has committed since the last call."""
        version = self._version_of_data()
        changed = version != self._data_version
        self._data_version = version
        return changed

    def _version_of_data(self) -> int:
        return int(self.one("PRAGMA data_version")[0])

    def held(self, *, writing: bool) -> bool:
        """Whether another program keeps this one from reading, or from writing, for longer than a moment."""
        if self.connection.in_transaction:
            return False
        try:
            patience = self.patience
            self.connection.execute(f"PRAGMA busy_timeout={_MOMENT}")
            try:
                if writing and not self.read_only:
                    self.connection.execute("BEGIN IMMEDIATE")
                    self.connection.execute("ROLLBACK")
                else:
                    self.connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()
            finally:
                self.connection.execute(f"PRAGMA busy_timeout={patience}")
        except sqlite3.Error as error:
            return isinstance(explained(error, self.path), Locked)
        return False

    @property
    def patience(self) -> int:
        """Milliseconds for which it waits while another program writes."""
        return int(self.connection.execute("PRAGMA busy_timeout").fetchone()[0])

    def gone(self) -> str:
        """Why nothing decided now would be kept: the file was deleted or replaced; "" when it is there."""
        try:
            self._check_identity()
        except Gone as error:
            return str(error)
        except OSError:
            return ""
        return ""

    def spare(self) -> None:
        """Keep little of the file in memory from now on: for a connection that stands beside another."""
        self.rows("PRAGMA cache_size=-2000")

    @contextmanager
    def bulk(self) -> Iterator[None]:
        """Within it more of the file is kept in memory, for work that touches all of it."""
        self.rows("PRAGMA cache_size=-96000")
        try:
            yield
        finally:
            self.rows("PRAGMA cache_size=-16000")

    @contextmanager
    def sorting(self) -> Iterator[None]:
        """Within it indexes are made by several threads through files, in a fraction of the memory.

        No temporary table may be in use: they are dropped.
        """
        kept = self.one("PRAGMA cache_size")[0]
        self.rows(f"PRAGMA threads={_SORTERS}")
        self.rows("PRAGMA cache_size=-8000")  # which is also what is sorted at a time
        self.rows("PRAGMA temp_store=FILE")
        try:
            yield
        finally:
            self.rows("PRAGMA temp_store=MEMORY")
            self.rows(f"PRAGMA cache_size={kept}")
            self.rows("PRAGMA threads=0")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Within it every read sees one and the same state."""
        if self.connection.in_transaction:
            yield
            return
        self.rows("BEGIN")
        try:
            yield
        finally:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")

    # -- writing ---------------------------------------------------------------------------------------

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run one statement inside `writing()`; gives the number of rows it changed."""
        return self.connection.execute(sql, parameters).rowcount

    def insert(self, sql: str, parameters: Sequence[Any]) -> int:
        """Insert one row inside `writing()`; gives its number."""
        number = self.connection.execute(sql, parameters).lastrowid
        assert number is not None
        return number

    def run_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> int:
        """Run one statement for each of `rows` inside `writing()`; gives the number of rows changed."""
        return self.connection.executemany(sql, rows).rowcount if rows else 0

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: on disk when the block ends, and nothing of it kept when the block raises."""
        if self.connection.in_transaction:
            yield
            return
        if self.read_only:
            raise ReadOnly(self.read_only)
        self._check_identity()
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._check_identity()
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise explained(error, self.path) from error

    def _check_identity(self) -> None:
        """Raises Gone when the path no longer leads to the file that is open."""
        try:
            here = _identity(self.path)
        except FileNotFoundError:
            raise Gone(
                f"{self.path} was deleted while it was open; nothing after that is saved "
                "(what you decided before can still be written back)"
            ) from None
        if here != self._identity:
            raise Gone(f"{self.path} was replaced by another file while it was open; open it again")

    def rescue(self) -> str:
        """Write what is open back to disk after the file was deleted or replaced; says where, in a line.

        A deleted file is written back to its path; a replaced one is kept beside its replacement, which is
        left alone. Either way the path can be opened anew after.
        """
        try:
            self._check_identity()
        except Gone:
            pass
        else:
            return f"{self.path} is where it was; nothing had to be written back"
        target = self.path
        if target.exists():
            stamp = now().replace(":", "").replace("-", "")[:15]
            target = self.path.with_name(f"{self.path.stem}.rescued-{stamp}{self.path.suffix}")
        part = target.with_name(f"{target.name}.part")
        try:
            with closing(sqlite3.connect(part)) as connection:
                self.connection.backup(connection)
        except sqlite3.Error as error:
            raise explained(error, part) from error
        try:
            os.link(part, target)  # never over a file that came meanwhile
            part.unlink()
        except OSError:  # a file system without links
            part.rename(target)
        with suppress(OSError):  # the copy is whole; only its name may not last
            sync_folder(target.parent)
        if target == self.path:
            return f"{self.path} had been deleted; it is written back with everything decided before"
        return f"{self.path} had been replaced; what was open is kept as {target.name}"

    def become(self, other: Database) -> None:
        """Go on with what `other` has open: whoever reads through this one reads on there."""
        self.connection.close()
        self.connection, self.read_only = other.connection, other.read_only
        self._identity, self._data_version = other.identity(), self._version_of_data()

    def identity(self) -> tuple[int, int]:
        """(device, inode) of the open file."""
        return self._identity


def _identity(path: Path) -> tuple[int, int]:
    status = os.stat(path)  # noqa: PTH116
    return status.st_dev, status.st_ino
