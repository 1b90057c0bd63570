"""An export is in its place whole or not at all, and nothing that others put there is touched."""

import errno
import os
import resource
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from story import STORY, Collected

from curator.export import staging, write
from curator.export.exchange import exchanged
from curator.models import ClaimView, CuratorError

SMALLER = replace(STORY, relation_list=())


def snapshot(folder: Path) -> dict[str, bytes | str | None]:
    """Everything beneath a folder: bytes of files, targets of links, None for folders."""
    found: dict[str, bytes | str | None] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = str(path.readlink())
        else:
            found[name] = path.read_bytes() if path.is_file() else None
    return found


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    write(STORY, tmp_path / "a" / "b" / "dataset")
    assert (tmp_path / "a" / "b" / "dataset" / "claims.csv").exists()


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "dataset").mkdir(mode=0o750)
    write(STORY, tmp_path / "dataset")
    assert (tmp_path / "dataset").stat().st_mode & 0o777 == 0o750


def test_an_earlier_export_is_replaced(tmp_path: Path) -> None:
    write(SMALLER, tmp_path / "dataset")
    write(STORY, tmp_path / "dataset")
    write(STORY, tmp_path / "fresh")
    assert snapshot(tmp_path / "dataset") == snapshot(tmp_path / "fresh")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dataset", "fresh"]


def test_a_relative_folder_is_the_one_beneath_where_we_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    write(STORY, "../dataset")
    assert (tmp_path / "dataset" / "claims.csv").exists()


def test_the_folder_where_we_stand_stays_the_same_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    write(SMALLER, ".")
    write(STORY, ".")
    assert tmp_path.stat().st_ino == before
    assert (tmp_path / "claims.csv").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("stranger", ["notes.txt", "claims.csv", "datapackage.json", ".hidden"])
def test_a_folder_with_other_peoples_files_is_refused(tmp_path: Path, stranger: str) -> None:
    (tmp_path / stranger).write_text("{}")
    before = snapshot(tmp_path)
    with pytest.raises(CuratorError, match=r"holds files that no export wrote .*--force"):
        write(STORY, tmp_path)
    assert snapshot(tmp_path) == before


def test_a_strangers_file_beside_an_earlier_export_is_noticed(tmp_path: Path) -> None:
    write(STORY, tmp_path / "dataset")
    (tmp_path / "dataset" / "notes.txt").write_text("mine")
    before = snapshot(tmp_path)
    with pytest.raises(CuratorError, match=r"notes\.txt"):
        write(STORY, tmp_path / "dataset")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("name", ["claims.csv", "datapackage.json"])
def test_work_done_in_an_exported_file_is_not_overwritten(tmp_path: Path, name: str) -> None:
    write(STORY, tmp_path / "dataset")
    path = tmp_path / "dataset" / name
    path.write_text(path.read_text(encoding="utf-8").replace("Idlib", "Hama").replace("Curated", "My"))
    before = snapshot(tmp_path)
    with pytest.raises(CuratorError, match=f"changed since they were exported .{name}"):
        write(STORY, tmp_path / "dataset")
    assert snapshot(tmp_path) == before


def test_force_writes_beside_other_peoples_files(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "more.txt").write_text("theirs")
    (tmp_path / "claims.csv").write_text("old")
    write(STORY, tmp_path, force=True)
    write(STORY, tmp_path, force=True)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "theirs" / "more.txt").read_text() == "theirs"
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8") != "old"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_force_does_not_put_a_file_in_a_folders_place(tmp_path: Path) -> None:
    (tmp_path / "claims.csv").mkdir()
    (tmp_path / "claims.csv" / "mine.txt").write_text("mine")
    before = snapshot(tmp_path)
    with pytest.raises(CuratorError, match="is a folder"):
        write(STORY, tmp_path, force=True)
    assert snapshot(tmp_path) == before


def test_a_link_in_the_folder_is_never_written_through(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("precious")
    folder = tmp_path / "dataset"
    write(STORY, folder)
    (folder / "claims.csv").unlink()
    (folder / "claims.csv").symlink_to(tmp_path / "precious.txt")
    with pytest.raises(CuratorError, match="holds files that no export wrote"):
        write(STORY, folder)
    write(STORY, folder, force=True)
    assert (tmp_path / "precious.txt").read_text() == "precious"
    assert not (folder / "claims.csv").is_symlink()


@pytest.mark.parametrize("target", ["elsewhere", "missing"])
def test_a_folder_that_is_a_link_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / target)
    for force in (False, True):
        with pytest.raises(CuratorError, match="symbolic link"):
            write(STORY, tmp_path / "link", force=force)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dataset").write_text("mine")
    with pytest.raises(CuratorError, match="is a file"):
        write(STORY, tmp_path / "dataset", force=True)
    assert (tmp_path / "dataset").read_text() == "mine"


@dataclass(frozen=True)
class Interrupted(Collected):
    """A dataset whose reading ends in an exception after three claims."""

    error: type[BaseException] = KeyboardInterrupt

    def claims(self) -> Iterator[ClaimView]:
        for number, told in enumerate(super().claims()):
            if number == 3:
                raise self.error
            yield told


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError, SystemExit, MemoryError])
def test_what_was_there_stays_when_the_export_is_interrupted(
    tmp_path: Path, error: type[BaseException], force: bool
) -> None:
    write(SMALLER, tmp_path / "dataset")
    if force:
        (tmp_path / "dataset" / "notes.txt").write_text("mine")
    before = snapshot(tmp_path)
    with pytest.raises(error):
        write(Interrupted(**vars(STORY), error=error), tmp_path / "dataset", force=force)
    with pytest.raises(error):
        write(Interrupted(**vars(STORY), error=error), tmp_path / "new" / "dataset")
    assert snapshot(tmp_path) == before


def test_a_disk_that_will_take_no_more_leaves_nothing_behind(tmp_path: Path) -> None:
    write(SMALLER, tmp_path / "dataset")
    before = snapshot(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
        with pytest.raises(CuratorError, match=r"cannot export to .*File too large; nothing was changed"):
            write(STORY, tmp_path / "dataset")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert snapshot(tmp_path) == before


def test_every_file_is_on_the_disk_before_it_is_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    fsync, rename = os.fsync, Path.rename

    def recorded_fsync(handle: int) -> None:
        calls.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def recorded_rename(path: Path, target: Path) -> Path:
        calls.append("rename")
        return rename(path, target)

    def recorded_exchange(one: Path, other: Path) -> bool:
        calls.append("exchange")
        return exchanged(one, other)

    monkeypatch.setattr(os, "fsync", recorded_fsync)
    monkeypatch.setattr(Path, "rename", recorded_rename)
    monkeypatch.setattr(staging, "exchanged", recorded_exchange)
    write(STORY, tmp_path / "dataset")
    assert calls == ["file"] * 12 + ["folder", "rename", "folder"]
    calls.clear()
    write(STORY, tmp_path / "dataset")
    assert calls[:14] == ["file"] * 12 + ["folder", "exchange"]
    assert calls[-1] == "folder"


@pytest.mark.parametrize("failing_at", range(2))
def test_a_swap_that_fails_puts_the_old_export_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing_at: int
) -> None:
    write(SMALLER, tmp_path / "dataset")
    before = snapshot(tmp_path)
    monkeypatch.setattr(staging, "exchanged", cannot_exchange)
    fail_rename(monkeypatch, failing_at)
    with pytest.raises(CuratorError, match="nothing was changed"):
        write(STORY, tmp_path / "dataset")
    assert snapshot(tmp_path) == before


def cannot_exchange(one: Path, other: Path) -> bool:
    """A file system where two folders cannot change places in one step."""
    return False


def test_an_earlier_export_is_replaced_where_folders_cannot_change_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "exchanged", cannot_exchange)
    write(SMALLER, tmp_path / "dataset")
    write(STORY, tmp_path / "dataset")
    assert (tmp_path / "dataset" / "relations.csv").read_text(encoding="utf-8").count("\n") == 5
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]


def test_an_exchange_that_fails_leaves_the_old_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SMALLER, tmp_path / "dataset")
    before = snapshot(tmp_path)

    def failing(one: Path, other: Path) -> bool:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(staging, "exchanged", failing)
    with pytest.raises(CuratorError, match="Input/output error; nothing was changed"):
        write(STORY, tmp_path / "dataset")
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("at_once", [True, False])
def test_a_file_that_appears_in_the_last_moment_is_taken_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: bool
) -> None:
    write(SMALLER, tmp_path / "dataset")

    def late(one: Path, other: Path) -> bool:
        (other / "notes.txt").write_text("mine")
        return at_once and exchanged(one, other)

    monkeypatch.setattr(staging, "exchanged", late)
    write(STORY, tmp_path / "dataset")
    assert (tmp_path / "dataset" / "notes.txt").read_text() == "mine"
    assert (tmp_path / "dataset" / "relations.csv").read_text(encoding="utf-8").count("\n") == 5
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]


def test_a_kill_at_any_moment_leaves_one_whole_export(tmp_path: Path) -> None:
    write(SMALLER, tmp_path / "dataset")
    write(STORY, tmp_path / "new")
    whole = [snapshot(tmp_path / "dataset"), snapshot(tmp_path / "new")]
    program = "import sys; from story import STORY; from curator.export import write\n"
    program += "print('ready', flush=True)\nwhile True: write(STORY, sys.argv[1])\n"
    for turn in range(8):
        command = [sys.executable, "-c", program, str(tmp_path / "dataset")]
        writing = subprocess.Popen(command, cwd=Path(__file__).parent, stdout=subprocess.PIPE)
        assert writing.stdout is not None
        writing.stdout.readline()
        time.sleep(0.009 * turn)
        writing.kill()
        writing.communicate()
        assert snapshot(tmp_path / "dataset") in whole
    write(STORY, tmp_path / "dataset")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dataset", "new"]


def test_an_export_that_was_killed_between_two_steps_is_put_back(tmp_path: Path) -> None:
    write(SMALLER, tmp_path / "dataset")
    dead = subprocess.Popen(["true"])
    dead.wait()
    (tmp_path / "dataset").rename(tmp_path / f".dataset.{dead.pid}-0123abcd.old")
    (tmp_path / f".dataset.{dead.pid}-0123abcd.new").mkdir()
    with pytest.raises(KeyboardInterrupt):
        write(Interrupted(**vars(STORY)), tmp_path / "dataset")
    assert [path.name for path in tmp_path.iterdir()] == ["dataset"]
    assert (tmp_path / "dataset" / "relations.csv").read_text(encoding="utf-8").count("\n") == 1


def test_what_a_living_export_is_writing_is_left_alone(tmp_path: Path) -> None:
    living = tmp_path / f".dataset.{os.getpid()}-0123abcd.new"
    living.mkdir()
    write(STORY, tmp_path / "dataset")
    assert living.exists()


@pytest.mark.parametrize("failing_at", [0, 1, 2, 9, 12, 13])
def test_a_move_into_a_shared_folder_that_fails_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing_at: int
) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write(SMALLER, tmp_path, force=True)
    for name in ("heads.json", "claims.csv", "decisions.jsonl"):
        (tmp_path / name).unlink()
    before = snapshot(tmp_path)
    fail_rename(monkeypatch, failing_at)
    with pytest.raises(CuratorError, match="nothing was changed"):
        write(STORY, tmp_path, force=True)
    assert snapshot(tmp_path) == before


def fail_rename(monkeypatch: pytest.MonkeyPatch, failing_at: int) -> None:
    """Let the rename of this number, counted from 0, fail as on a full disk; the others work."""
    rename, count = Path.rename, iter(range(1000))

    def failing(path: Path, target: Path) -> Path:
        if next(count) == failing_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)


def test_a_file_that_appears_during_the_export_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(SMALLER, tmp_path / "dataset")

    class Slow(Collected):
        def relations(self):  # type: ignore[no-untyped-def]
            (tmp_path / "dataset" / "notes.txt").write_text("mine")
            return super().relations()

    with pytest.raises(CuratorError, match="changed by somebody else"):
        write(Slow(**vars(STORY)), tmp_path / "dataset")
    assert (tmp_path / "dataset" / "notes.txt").read_text() == "mine"
    assert (tmp_path / "dataset" / "relations.csv").read_text(encoding="utf-8").count("\n") == 1


@pytest.mark.parametrize("name", ["../out.csv", "/tmp/out.csv", "a/b.csv", "Out.csv", "", ".hidden", "plain"])
def test_a_format_cannot_write_outside_the_folder(tmp_path: Path, name: str) -> None:
    folder = staging.Folder(tmp_path)
    with pytest.raises(CuratorError, match="may not write"), folder.file(name, "text/csv"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_two_formats_cannot_write_the_same_file(tmp_path: Path) -> None:
    folder = staging.Folder(tmp_path)
    with folder.file("claims.csv", "text/csv") as file:
        file.write("once\n")
    with pytest.raises(CuratorError, match="may not write"), folder.file("claims.csv", "text/csv"):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_to_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(CuratorError, match="Permission denied"):
            write(STORY, tmp_path / "dataset")
    finally:
        tmp_path.chmod(0o700)
