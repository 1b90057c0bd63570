"""What matching keeps by name beside its index: its weights, how many claims were counted, what was learned.

Never says what a value means.
"""

from __future__ import annotations

from curator.store.database import Database


def state(database: Database, name: str) -> str:
    """A value, "" if there is none."""
    row = database.first("SELECT value FROM match_state WHERE name = ?", (name,))
    return row[0] if row else ""


def set_state(database: Database, name: str, value: str) -> None:
    """Keep a value, inside `writing()`."""
    database.run("INSERT OR REPLACE INTO match_state(name, value) VALUES (?,?)", (name, value))
