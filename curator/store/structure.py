"""Whether a file has the tables, triggers and views that Curator makes, word for word.

A dropped trigger would let the log be rewritten, a view in a table's place could compute anything: both are
found here. Never changes a file.
"""

from __future__ import annotations

import sqlite3

from curator.store import schema
from curator.store.database import Database, Row
from curator.store.script import statements

_MADE_BY_OTHERS = ("sqlite_", "_sqlite_migrations", "idx__sqlite_migrations")
_SCHEMA = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
_SHADOWS = ("claim_search_", "article_search_")
"""Tables that FTS5 makes for itself, in words that depend on its version."""


def expected() -> dict[str, str]:
    """The statement behind each table, index, trigger and view."""
    connection = sqlite3.connect(":memory:")
    try:
        for part in (*schema.PARTS, *schema.LATER):
            for statement in statements(part):
                connection.execute(statement)
        return _named(connection.execute(_SCHEMA).fetchall())
    finally:
        connection.close()


def differences(database: Database) -> list[tuple[str, str]]:
    """What is missing, changed or added: (name, what)."""
    wanted = expected()
    there = _named(database.rows(_SCHEMA))
    found = [(name, "is missing") for name in wanted if name not in there]
    found += [(name, "was changed") for name in wanted if there.get(name, wanted[name]) != wanted[name]]
    return found + [(name, "was added") for name in there if name not in wanted]


def _named(rows: list[Row]) -> dict[str, str]:
    return {name: sql for name, sql in rows if not name.startswith(_MADE_BY_OTHERS + _SHADOWS)}
