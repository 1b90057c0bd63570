"""What language models answered is in the database itself: found again in a copy of it, and never lost."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from curator import Workspace
from curator.extract.language_model import KeptResponse, ResponseFile
from curator.store.responses import ResponseTable


def answer(key: str, words: str, *, usable: bool = True, cost: float | None = 0.25) -> KeptResponse:
    return KeptResponse(
        key, "scripted", "a" * 32, "Which claims?", words, usable, 100, 20, f"2026-01-0{len(words)}", 9, cost
    )


def test_the_last_usable_answer_is_found_again_in_a_copy_of_the_database(path: Path, tmp_path: Path) -> None:
    with Workspace.open(path) as workspace:
        kept = ResponseTable(workspace._store.database)
        for response in (answer("k", "a"), answer("k", "bc"), answer("k", "def", usable=False)):
            kept.keep(response)
    copy = Path(shutil.copy(path, tmp_path / "copy.db"))
    with Workspace.open(copy) as workspace:
        assert ResponseTable(workspace._store.database).usable("k") == answer("k", "bc")
        assert ResponseTable(workspace._store.database).usable("other") is None
        assert workspace.verify().findings == ()


def test_answers_of_an_earlier_version_are_taken_in_once_from_the_file_beside_it(path: Path) -> None:
    beside = ResponseFile(f"{path}.responses.jsonl")
    for response in (answer("k", "a"), answer("k", "bc", usable=False), answer("l", "def", cost=None)):
        beside.keep(response)
    with beside.path.open("a") as file:
        file.write('{"torn')
    with Workspace.open(path) as workspace:
        kept = ResponseTable(workspace._store.database)
        assert kept.take_in(beside.path) == 3
        assert kept.take_in(beside.path) == 0
        assert kept.usable("k") == answer("k", "a")
        assert kept.usable("l") == answer("l", "def", cost=None)
    assert beside.path.exists()


def test_an_answer_that_was_paid_for_is_never_deleted(path: Path) -> None:
    with Workspace.open(path) as workspace:
        ResponseTable(workspace._store.database).keep(answer("k", "a"))
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="were paid for"):
        connection.execute("DELETE FROM response")
    connection.close()
