"""The page is on the disk whole or not at all, and never in the place of somebody's other file."""

import os
import stat
from pathlib import Path

import pytest
from stories import Story

from curator.models import CuratorError
from curator.report import write
from curator.report.placing import place


def test_a_report_replaces_an_earlier_report(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    write(Story(), target, title="First")
    write(Story(), target, title="Second")
    assert "<title>Second</title>" in target.read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_another_file_is_not_replaced_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "curator.db"
    target.write_bytes(b"SQLite format 3\0 and years of work")
    with pytest.raises(CuratorError, match=r"curator\.db is there and is no report of Curator; .* --force"):
        write(Story(), target)
    assert target.read_bytes().endswith(b"years of work")
    write(Story(), target, force=True)
    assert target.read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("folder", "is a folder; name a file in it"),
        ("link.html", "is a symbolic link"),
        ("none/report.html", "is no folder; make it first"),
        ("pipe.html", "is no ordinary file"),
    ],
)
def test_what_cannot_be_a_report_is_refused_before_anything_is_read(
    tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.html").symlink_to(tmp_path / "elsewhere.html")
    os.mkfifo(tmp_path / "pipe.html")

    class Unread(Story):
        def progress(self):  # type: ignore[no-untyped-def]
            raise AssertionError("read all the same")

    with pytest.raises(CuratorError, match=said):
        write(Unread(), tmp_path / name)
    assert not (tmp_path / "elsewhere.html").exists()


def test_a_failure_leaves_the_earlier_report_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.html"
    write(Story(), target, title="First")
    before = target.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CuratorError, match="No space left on device; nothing was changed there"):
        write(Story(), target, title="Second")
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_the_page_is_flushed_to_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (order.append("fsync"), fsync(handle))[1])
    monkeypatch.setattr(Path, "replace", lambda *paths: (order.append("replace"), replace(*paths))[1])
    place("page", tmp_path / "report.html")
    assert order == ["fsync", "replace", "fsync"]


def test_the_permissions_of_an_earlier_report_stay(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    write(Story(), target)
    target.chmod(0o600)
    write(Story(), target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
