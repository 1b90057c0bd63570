"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.placement import placed


def test_a_file_appears_when_its_block_ends(tmp_path: Path) -> None:
    with placed(tmp_path / "page.html") as file:
        file.write(b"whole")
        assert not (tmp_path / "page.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_bytes() == b"whole"


def test_what_was_there_stays_when_the_block_fails(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"before")
    with pytest.raises(ValueError, match="half"), placed(tmp_path / "page.html") as file:
        file.write(b"ha")
        raise ValueError("half")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"before"]


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"before")
    (tmp_path / "page.html").chmod(0o640)
    with placed(tmp_path / "page.html") as file:
        file.write(b"after")
    assert (tmp_path / "page.html").stat().st_mode & 0o777 == 0o640
