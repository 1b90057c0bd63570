"""Schema changes in order, each applied once and recorded in the file; a backup is made before any.

A migration never touches the decision log's rows. To change the schema, add a function at the end and
raise `schema.VERSION`.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from sqlite_utils import Database as Tables
from sqlite_utils import Migrations

from curator.store import additions, schema
from curator.store.script import statements
from curator.store.troubles import NoRoom

if TYPE_CHECKING:
    from curator.store.database import Database

MIGRATIONS = Migrations("curator")


@MIGRATIONS()
def tables(db: Tables) -> None:
    """Everything that the first release stores."""
    for part in schema.PARTS:
        _run(db, part)


@MIGRATIONS()
def finding(db: Tables) -> None:
    """Saved filters and marks."""
    _run(db, additions.FINDING)


@MIGRATIONS()
def speakers(db: Tables) -> None:
    """Whose names the speakers of claims are."""
    _run(db, additions.SPEAKERS)


@MIGRATIONS()
def responses(db: Tables) -> None:
    """What language models answered, which was in a file beside the database before."""
    _run(db, additions.RESPONSES)


@MIGRATIONS()
def index(db: Tables) -> None:
    """The index of matching in few rows, and evidence in few characters."""
    _run(db, additions.INDEX)


@MIGRATIONS()
def readings(db: Tables) -> None:
    """What matching read of each claim."""
    _run(db, additions.READINGS)


@MIGRATIONS()
def own(db: Tables) -> None:
    """How many claims each reviewer decided."""
    _run(db, additions.OWN)


@MIGRATIONS()
def order(db: Tables) -> None:
    """Candidates by likelihood in whole percent."""
    _run(db, additions.ORDER)


def _run(db: Tables, script: str) -> None:
    for statement in statements(script):
        db.conn.execute(statement)


def migrate(database: Database) -> None:
    """Bring the file up to `schema.VERSION`; other processes that start meanwhile wait for it."""
    version = database.one("PRAGMA user_version")[0]
    if version:
        _back_up(database, version)
    try:
        with database.sorting():
            _apply(database)
    except NoRoom:  # where no file can be sorted through, memory will do
        _apply(database)


def _apply(database: Database) -> None:
    """Apply what the file has not seen yet, all of it or nothing."""
    with database.writing():
        if database.one("PRAGMA user_version")[0] >= schema.VERSION:
            return
        MIGRATIONS.apply(Tables(database.connection))
        _fold_speakers(database)
        database.run(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        database.run(f"PRAGMA user_version = {schema.VERSION}")


def _fold_speakers(database: Database) -> None:
    """Fold the spellings of all speakers' names, where a file comes from before there was a table of them."""
    from curator.store.speakers import Speakers

    Speakers(database).settle()


def _back_up(database: Database, version: int) -> None:
    """Copy the database beside itself through the backup API, whatever others write meanwhile.

    Where another process brought the file up to date meanwhile, the copy that it made before is left.
    """
    copy = database.path.with_name(f"{database.path.name}.schema-{version}.bak")
    part = copy.with_name(f"{copy.name}.{os.getpid()}.part")
    try:
        with closing(sqlite3.connect(part)) as target:
            database.connection.backup(target)
            (copied,) = target.execute("PRAGMA user_version").fetchone()
        if copied == version:
            part.replace(copy)
    finally:
        part.unlink(missing_ok=True)
