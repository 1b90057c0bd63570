"""A file of an earlier version opens, is brought up to date, and keeps everything decided in it."""

import sqlite3
from pathlib import Path

import pytest
from invented import database_of

from curator import Workspace, decisions
from curator.store import schema
from curator.store.migrations import statements


@pytest.fixture
def first_version(tmp_path: Path) -> tuple[Path, list[str]]:
    """A database as the first release made it, with three decisions, and its claims."""
    path = tmp_path / "curator.db"
    ids = database_of(path)
    with Workspace.open(path, reviewer="ana") as workspace:
        workspace.decide(decisions.Confirm(ids[0]))
        workspace.decide(decisions.Merge(ids[1], ids[0]))
        workspace.undo()
    _take_back_to_the_first_version(path)
    assert _version(path) == 1
    return path, ids


def _take_back_to_the_first_version(path: Path) -> None:
    """Drop whatever later versions added: what is left is what the first one made, word for word."""
    connection = sqlite3.connect(path)
    later = [
        line.split("(")[0].split()[1:3]
        for part in schema.LATER
        for line in part.splitlines()
        if line.startswith("CREATE ")
    ]
    connection.execute("PRAGMA foreign_keys=OFF")
    for what, name in reversed(later):
        connection.execute(f"DROP {what} IF EXISTS {name}")
    connection.execute("DELETE FROM _sqlite_migrations WHERE name <> 'tables'")
    connection.execute("PRAGMA user_version=1")
    connection.commit()
    made = {row[0] for row in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")}
    for part in schema.PARTS:
        assert all(statement.strip().rstrip(";") in made for statement in statements(part))
    assert not made & {statement.strip() for part in schema.LATER for statement in statements(part)}
    connection.close()


def _version(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def test_a_file_of_the_first_version_is_brought_up_to_date_and_its_log_holds(
    first_version: tuple[Path, list[str]],
) -> None:
    path, ids = first_version
    with Workspace.open(path, reviewer="ana") as workspace:
        assert _version(path) == schema.VERSION
        assert workspace.verify().findings == ()
        assert [event.kind for event in workspace.log()] == ["undo", "merge", "confirm"]
        assert workspace.claim(ids[0]).status == "confirmed"
        workspace.decide(decisions.Confirm(ids[2]))
        assert workspace.verify().findings == ()


def test_the_file_as_it_was_is_kept_beside_it(first_version: tuple[Path, list[str]]) -> None:
    path, _ = first_version
    Workspace.open(path, reviewer="ana").close()
    assert _version(path.with_name("curator.db.schema-1.bak")) == 1
