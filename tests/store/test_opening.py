"""Whatever file is given: it is opened, or refused in one line, and never harmed."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from curator import CuratorError, Workspace, decisions
from curator.store import ReadOnly, schema

OpenAs = Callable[..., Workspace]


def test_a_new_database_is_marked_as_curators(tmp_path: Path) -> None:
    Workspace.open(tmp_path / "new.db").close()
    connection = sqlite3.connect(tmp_path / "new.db")
    assert connection.execute("PRAGMA application_id").fetchone() == (0x43555241,)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_a_database_is_not_made_where_it_is_not_wanted(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match="there is no database at"):
        Workspace.open(tmp_path / "new.db", create=False)
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Dear diary, this is a text.\n" * 100, "is not a database"),
        (b"SQLite format 3\0" + b"\xff" * 2000, "is not a database|is damaged"),
    ],
)
def test_what_is_not_a_database_is_said_to_be_none_and_left_alone(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    with pytest.raises(CuratorError, match=said):
        Workspace.open(path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE claims(a)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(CuratorError, match="not Curator's"):
        Workspace.open(path)
    assert path.read_bytes() == before


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match="is a folder"):
        Workspace.open(tmp_path)


def test_a_database_in_a_folder_that_is_not_there_is_an_error_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match="cannot be opened; check that its folder exists"):
        Workspace.open(tmp_path / "nowhere" / "x.db")


def test_a_database_from_a_newer_version_can_be_read_and_not_written(
    open_as: OpenAs, path: Path, ids: list[str]
) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    workspace = open_as()
    assert "written by a newer Curator" in workspace.read_only
    assert workspace.claim(ids[0]).status == "pending"
    with pytest.raises(ReadOnly, match="upgrade Curator"):
        workspace.decide(decisions.Confirm(ids[0]))
    with pytest.raises(ReadOnly, match="upgrade Curator"):
        workspace.verify()


def test_a_damaged_page_is_said_to_be_damaged(open_as: OpenAs, path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 200] = b"\xee" * 200
    path.write_bytes(content)
    with pytest.raises(CuratorError, match="is damaged"):
        list(open_as().claims())


def test_four_first_starts_at_once_make_one_database(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with ThreadPoolExecutor(4) as pool:
        opened = pool.map(lambda name: Workspace.open(path, reviewer=name).close(), ["a", "b", "c", "d"])
        assert list(opened) == [None] * 4
    with Workspace.open(path) as workspace:
        assert not workspace.verify().findings


def test_a_migration_backs_the_file_up_first(
    path: Path, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlite_utils import Migrations

    from curator.store import migrations

    later = Migrations("curator")
    later._migrations = [*migrations.MIGRATIONS._migrations]
    later()(_add_a_column)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with Workspace.open(path, reviewer="ana") as workspace:
        workspace.decide(decisions.Confirm(ids[0]))
        assert workspace._store.database.one("PRAGMA user_version") == (schema.VERSION,)
    before = schema.VERSION - 1
    monkeypatch.setattr(schema, "VERSION", before)
    with Workspace.open(path.with_name(f"curator.db.schema-{before}.bak"), reviewer="ana") as backup:
        assert backup.claim(ids[0]).status == "pending"


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlite_utils import Migrations

    from curator.store import migrations

    later = Migrations("curator")
    later._migrations = [*migrations.MIGRATIONS._migrations]
    later()(_add_a_column)
    later()(_fail)
    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(CuratorError):
        Workspace.open(path, reviewer="ana")
    monkeypatch.undo()
    with Workspace.open(path, reviewer="ana") as workspace:
        assert workspace.verify().findings == ()


@pytest.mark.parametrize("name", ["", " ana", "a@b", "a\nb", "a\x1b]0;x\x07", "x" * 65])
def test_a_name_that_cannot_be_used_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CuratorError, match="cannot be a reviewer's name"):
        Workspace.open(tmp_path / "new.db", reviewer=name)


def test_write_ahead_logging_is_used_only_where_it_is_asked_for(tmp_path: Path, path: Path) -> None:
    for journal in ("delete", "wal"):
        with Workspace.open(path, journal=journal) as workspace:  # type: ignore[arg-type]
            assert workspace._store.database.one("PRAGMA journal_mode") == (journal,)


def _add_a_column(db: object) -> None:
    db.conn.execute("ALTER TABLE session ADD COLUMN colour TEXT")  # type: ignore[attr-defined]


def _fail(db: object) -> None:
    raise sqlite3.OperationalError("no")
