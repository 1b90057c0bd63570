"""When the file, the disk or another program fails: a plain line, the work kept, and then on."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from curator import CuratorError, Workspace, decisions
from curator.store import Gone, Locked, ReadOnly

OpenAs = Callable[..., Workspace]


def test_a_locked_database_says_so_and_takes_the_decision_once_it_is_free(
    open_as: OpenAs, path: Path, ids: list[str]
) -> None:
    workspace = open_as(timeout=0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Locked, match="being written by another program; nothing was lost"):
        workspace.decide(decisions.Confirm(ids[0]))
    other.execute("ROLLBACK")
    assert workspace.claim(ids[0]).status == "pending"
    workspace.decide(decisions.Confirm(ids[0]))
    assert workspace.claim(ids[0]).status == "confirmed"


def test_a_reader_that_does_not_let_go_holds_a_decision_up_and_loses_nothing(
    open_as: OpenAs, path: Path, ids: list[str]
) -> None:
    workspace = open_as(timeout=0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM claim").fetchone()
    with pytest.raises(Locked):
        workspace.decide(decisions.Confirm(ids[0]))
    other.close()
    workspace.decide(decisions.Confirm(ids[0]))
    assert [e.rseq for e in workspace.log()] == [1]


def test_a_full_disk_says_so_and_the_decision_can_be_made_again(
    open_as: OpenAs, path: Path, ids: list[str]
) -> None:
    workspace = open_as()
    database = workspace._store.database
    pages = database.one("PRAGMA page_count")[0]
    database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CuratorError, match=r"the disk that holds .* is full; free some space"):
        for _ in range(200):
            workspace.decide(decisions.Note(ids[0], "words " * 500))
    noted = len(workspace.claim(ids[0]).notes)
    database.rows(f"PRAGMA max_page_count = {pages * 10}")
    workspace.decide(decisions.Note(ids[0], "words"))
    assert len(workspace.claim(ids[0]).notes) == noted + 1
    assert workspace.verify().findings == ()


FILL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
from curator.cli import main
sys.exit(main(["add", "story.txt", "--db", "new.db"]))
"""


def test_where_there_is_no_room_for_a_new_database_no_empty_file_is_left(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Troops will be deployed, Kalin said.")
    ran = subprocess.run([sys.executable, "-c", FILL], cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 1
    assert ran.stderr.startswith("curator: reading or writing new.db failed")
    assert [path.name for path in tmp_path.iterdir()] == ["story.txt"]


def test_an_empty_file_that_was_there_before_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Troops will be deployed, Kalin said.")
    (tmp_path / "new.db").touch()
    assert subprocess.run([sys.executable, "-c", FILL], cwd=tmp_path, capture_output=True).returncode == 1
    assert (tmp_path / "new.db").exists()


def test_what_cannot_be_verified_is_called_by_its_own_path(path: Path) -> None:
    Workspace.open(path, reviewer="ana").close()
    with sqlite3.connect(path) as other:
        (page,) = other.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'claim'").fetchone()
        (size,) = other.execute("PRAGMA page_size").fetchone()
    other.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with Workspace.open(path, reviewer="ana") as workspace:
        findings = workspace.verify().findings
    said = [finding.what for finding in findings if "could not be checked" in finding.what]
    assert any(f"{path} is damaged" in what for what in said)
    assert not any(".curator-" in what or "export" in what for what in said)


def test_a_name_that_is_far_too_long_is_not_repeated_in_full(path: Path) -> None:
    with pytest.raises(CuratorError, match="it is longer than 64 characters") as caught:
        Workspace.open(path, reviewer="a" * 3_000)
    assert len(str(caught.value)) < 200


def test_a_deleted_database_is_noticed_before_a_decision_is_acknowledged(
    open_as: OpenAs, path: Path, ids: list[str]
) -> None:
    workspace = open_as()
    workspace.decide(decisions.Confirm(ids[0]))
    path.unlink()
    with pytest.raises(Gone, match="was deleted while it was open"):
        workspace.decide(decisions.Confirm(ids[1]))
    assert not path.exists()


def test_a_deleted_database_is_written_back_without_a_restart(
    open_as: OpenAs, path: Path, ids: list[str]
) -> None:
    workspace = open_as()
    workspace.decide(decisions.Confirm(ids[0]))
    path.unlink()
    assert "written back with everything decided before" in workspace.recover()
    workspace.decide(decisions.Confirm(ids[1]))
    with Workspace.open(path, reviewer="ben") as after:
        assert [after.claim(c).status for c in ids[:3]] == ["confirmed", "confirmed", "pending"]
        assert after.verify().findings == ()


def test_a_replaced_database_is_noticed_and_both_files_are_kept(
    open_as: OpenAs, path: Path, ids: list[str], template: tuple[Path, list[str]]
) -> None:
    workspace = open_as()
    workspace.decide(decisions.Confirm(ids[0]))
    replacement = path.with_name("replacement.db")
    shutil.copy(template[0], replacement)
    replacement.replace(path)
    with pytest.raises(Gone, match="was replaced by another file"):
        workspace.decide(decisions.Confirm(ids[1]))
    assert "kept as curator.rescued-" in workspace.recover()
    assert workspace.claim(ids[0]).status == "pending"
    (rescued,) = path.parent.glob("curator.rescued-*.db")
    with Workspace.open(rescued, reviewer="ben") as kept:
        assert kept.claim(ids[0]).status == "confirmed"


def test_a_database_deleted_during_a_decision_does_not_acknowledge_it(
    open_as: OpenAs, path: Path, ids: list[str]
) -> None:
    workspace = open_as()
    with pytest.raises(Gone), workspace._store.database.writing():
        path.unlink()


def test_recovering_what_was_never_lost_changes_nothing(open_as: OpenAs, path: Path, ids: list[str]) -> None:
    workspace = open_as()
    before = path.read_bytes()
    assert "nothing had to be written back" in workspace.recover()
    assert path.read_bytes() == before


def test_a_database_that_turns_read_only_says_so(open_as: OpenAs, ids: list[str]) -> None:
    workspace = open_as()
    workspace._store.database.rows("PRAGMA query_only = ON")
    with pytest.raises(ReadOnly, match="is read-only; make it and its folder writable"):
        workspace.decide(decisions.Confirm(ids[0]))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs another user")
def test_a_read_only_file_is_known_to_be_one_from_the_start(
    path: Path,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "curator.db"
        shutil.copy(path, file)
        file.chmod(0o444)
        Path(folder).chmod(0o555)
        said = _as_nobody(lambda: Workspace.open(file, reviewer="ana").read_only)
        Path(folder).chmod(0o755)
    assert "is read-only; make it and its folder writable" in said


def _as_nobody(ask: Callable[[], str]) -> str:
    """The answer of a child process that may not write what belongs to others."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setresgid(65534, 65534, 65534)
                os.setresuid(65534, 65534, 65534)
            answer = ask()
        except BaseException as error:
            answer = f"{type(error).__name__}: {error}"
        os.write(writer, answer.encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader, encoding="utf-8") as pipe:
        return pipe.read()


def test_an_error_inside_a_decision_leaves_no_trace(
    open_as: OpenAs, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_as()
    before = list(workspace.claims())
    monkeypatch.setattr("curator.store.projection.Projection.apply", _interrupted)
    with pytest.raises(KeyboardInterrupt):
        workspace.decide(decisions.Confirm(ids[0]))
    monkeypatch.undo()
    assert list(workspace.claims()) == before
    assert not list(workspace.log())
    assert workspace.decide(decisions.Confirm(ids[0])).event.rseq == 1


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


CHECK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
from curator.cli import main
sys.exit(main(["verify", "--db", sys.argv[1]]))
"""


def test_verify_without_room_for_its_copy_says_that_nothing_is_wrong_with_the_database(
    open_as: OpenAs, path: Path
) -> None:
    open_as().close()
    run = subprocess.run(
        [sys.executable, "-c", CHECK, str(path)], capture_output=True, text=True, check=False
    )
    assert run.returncode != 0
    assert "verify works on a copy" in run.stderr
    assert f"nothing was found wrong with {path}" in run.stderr
