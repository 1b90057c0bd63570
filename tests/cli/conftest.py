"""A reviewed-nothing-yet database of the seeds for every test, and the program in this process."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from program import SEEDS, Ran, Run

from curator.cli import main


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the seeds in it, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "curator.db"
    assert main(["add", str(SEEDS), "--db", str(path), "--reviewer", "ana"]) == 0
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, with nothing of the user's settings."""
    for name in ("CURATOR_DB", "CURATOR_REVIEWER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CURATOR_CONFIG", "")
    monkeypatch.setenv("LOGNAME", "ana")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def seeded(home: Path, filled: Path) -> Path:
    """A working directory whose curator.db holds the seeds."""
    shutil.copy(filled, home / "curator.db")
    return home


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program in this process: `run("claims", "--json").json`."""

    def run(*words: str) -> Ran:
        capsys.readouterr()
        status = main(list(words))
        return Ran(status, *capsys.readouterr())

    return run
