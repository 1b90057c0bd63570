"""A file of an earlier version opens, is brought up to date, and keeps everything decided in it."""

import sqlite3
from pathlib import Path

import pytest
from invented import database_of
from sqlite_utils import Database as Tables

from curator import Workspace, decisions
from curator.review.blind import Guards
from curator.store import additions, migrations, schema
from curator.store.database import Database
from curator.store.script import statements

_IN_FILES = 1
"""What SQLite calls `temp_store=FILE`."""


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
    """Put what is in the database into one that the first version made: its tables, nothing of later ones."""
    newer = path.rename(path.with_name("newer.db"))
    connection = sqlite3.connect(path)
    made = [statement for part in schema.PARTS for statement in statements(part)]
    for statement in made:
        if not statement.strip().startswith("CREATE TRIGGER"):
            connection.execute(statement)
    connection.execute("ATTACH ? AS newer", (str(newer),))
    there = {row[0] for row in connection.execute("SELECT name FROM newer.sqlite_schema")}
    for (table,) in connection.execute(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE '%search%'"
    ).fetchall():
        if table in there and not table.startswith("match_"):
            columns = [f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})")]
            listed = ", ".join(columns)
            connection.execute(f"INSERT INTO main.{table}({listed}) SELECT {listed} FROM newer.{table}")
    for table in ("claim_search", "article_search"):
        connection.execute(f"INSERT INTO {table}({table}) VALUES ('rebuild')")
    for statement in made:
        if statement.strip().startswith("CREATE TRIGGER"):
            connection.execute(statement)
    for (statement,) in connection.execute(
        "SELECT sql FROM newer.sqlite_schema WHERE name LIKE '%_sqlite_migrations%' AND sql IS NOT NULL"
    ).fetchall():
        connection.execute(statement)
    connection.execute(
        "INSERT INTO main._sqlite_migrations SELECT * FROM newer._sqlite_migrations WHERE name = 'tables'"
    )
    connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
    connection.execute("PRAGMA user_version=1")
    connection.commit()
    connection.close()
    newer.unlink()


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


def test_what_each_reviewer_decided_is_counted_in_a_file_of_the_first_version(
    first_version: tuple[Path, list[str]],
) -> None:
    path, ids = first_version
    with Workspace.open(path, reviewer="ana") as workspace:
        workspace.guard(Guards(blind=True))
        assert (workspace.progress().confirmed, workspace.progress().pending) == (1, len(ids) - 1)
        workspace.decide(decisions.Merge(ids[1], ids[0]))
        assert (workspace.progress().merged, workspace.progress().pending) == (1, len(ids) - 2)


def test_the_file_as_it_was_is_kept_beside_it(first_version: tuple[Path, list[str]]) -> None:
    path, _ = first_version
    Workspace.open(path, reviewer="ana").close()
    assert _version(path.with_name("curator.db.schema-1.bak")) == 1


def test_no_half_of_a_copy_is_left_beside_it(first_version: tuple[Path, list[str]]) -> None:
    path, _ = first_version
    Workspace.open(path, reviewer="ana").close()
    assert {file.name for file in path.parent.iterdir()} == {path.name, f"{path.name}.schema-1.bak"}


def test_a_file_that_another_process_brought_up_to_date_first_keeps_the_copy_that_it_made(
    first_version: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = first_version
    back_up = migrations._back_up

    def later(database: Database, version: int) -> None:
        monkeypatch.setattr(migrations, "_back_up", back_up)
        Workspace.open(path, reviewer="ben").close()
        back_up(database, version)

    monkeypatch.setattr(migrations, "_back_up", later)
    Workspace.open(path, reviewer="ana").close()
    assert _version(path) == schema.VERSION
    assert _version(path.with_name("curator.db.schema-1.bak")) == 1


def test_a_file_whose_matching_was_killed_is_brought_up_to_date(
    first_version: tuple[Path, list[str]],
) -> None:
    path, _ = first_version
    connection = sqlite3.connect(path)
    connection.execute("DROP INDEX candidate_best")  # laid aside while very many candidates are stored
    connection.close()
    with Workspace.open(path, reviewer="ana") as workspace:
        assert _version(path) == schema.VERSION
        assert workspace.verify().findings == ()
        assert len(list(workspace.candidates())) > 0


def test_where_no_file_can_be_sorted_through_it_is_brought_up_to_date_in_memory(
    first_version: tuple[Path, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = first_version
    run, failed = migrations._run, []

    def without_room(db: Tables, script: str) -> None:
        if script == additions.ORDER and db.conn.execute("PRAGMA temp_store").fetchone() == (_IN_FILES,):
            failed.append(script)
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorname = "SQLITE_FULL"
            raise error
        run(db, script)

    monkeypatch.setattr(migrations, "_run", without_room)
    with Workspace.open(path, reviewer="ana") as workspace:
        assert failed == [additions.ORDER]
        assert _version(path) == schema.VERSION
        assert workspace.verify().findings == ()
