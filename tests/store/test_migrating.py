"""A file of an earlier version opens, is brought up to date, and keeps everything decided in it."""

import sqlite3
from pathlib import Path

import pytest
from invented import database_of

from curator import Workspace, decisions
from curator.store import schema


@pytest.fixture
def first_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[str]]:
    """A database as the first release made it, with three decisions, and its claims."""
    from sqlite_utils import Migrations

    from curator.store import migrations

    path = tmp_path / "curator.db"
    with monkeypatch.context() as as_it_was:
        first = Migrations("curator")
        first._migrations = migrations.MIGRATIONS._migrations[:1]
        as_it_was.setattr(migrations, "MIGRATIONS", first)
        as_it_was.setattr(schema, "VERSION", 1)
        ids = database_of(path)
        with Workspace.open(path, reviewer="ana") as workspace:
            workspace.decide(decisions.Confirm(ids[0]))
            workspace.decide(decisions.Merge(ids[1], ids[0]))
            workspace.undo()
    assert _version(path) == 1
    return path, ids


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
