"""`curator export` as it is typed: further formats, refusals in one line, a Ctrl-C that leaves nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from curator import Workspace

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("command") / "curator.db"
    with Workspace.open(path, reviewer="ana") as workspace:
        workspace.add([SEEDS])
    return path


def curator(database: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `curator WORDS` on a database and wait for it."""
    command = [sys.executable, "-m", "curator", *words, "--db", str(database), "--reviewer", "ana"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_formats_are_named_on_the_command_line(database: Path, tmp_path: Path) -> None:
    done = curator(database, "export", str(tmp_path / "out"), "--format", "prodigy", "--format", "prov")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "prodigy.jsonl").exists()
    assert "prov.json" in done.stdout


def test_an_unknown_format_is_one_line_and_writes_nothing(database: Path, tmp_path: Path) -> None:
    done = curator(database, "export", str(tmp_path / "out"), "--format", "excel")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "no export format 'excel': CSV is always written" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["export", "report"])
def test_what_is_written_to_a_path_is_not_written_to_a_dash(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = curator(database, command, "-")
    assert done.returncode == 2
    assert "not to standard output" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_other_peoples_files_are_one_line_that_names_them(database: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    done = curator(database, "export", str(tmp_path))
    assert done.returncode == 1
    assert "thesis.txt" in done.stderr
    assert "--force" in done.stderr
    assert curator(database, "export", str(tmp_path), "--force").returncode == 0
    assert (tmp_path / "thesis.txt").read_text() == "mine"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_an_export_and_leaves_nothing_behind(
    database: Path, tmp_path: Path, number: signal.Signals
) -> None:
    (tmp_path / "slow.py").write_text(
        "import curator.export.nli as nli, pathlib, time\n"
        "def write(dataset, folder):\n"
        "    with folder.file('slow.txt', 'text/plain') as file:\n"
        "        file.write('begun')\n"
        "        pathlib.Path('begun').touch()\n"
        "        time.sleep(0.5)\n"
        "        sum(1 for _ in dataset.articles())\n"
        "nli.write = write\n"
        "import sys, curator.cli\n"
        "sys.exit(curator.cli.main(sys.argv[1:]))\n"
    )
    words = ["export", "out", "--format", "nli", "--db", str(database), "--reviewer", "ana"]
    running = subprocess.Popen(
        [sys.executable, "slow.py", *words],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ},
    )
    while not (tmp_path / "begun").exists():
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(number)
    _, said = running.communicate(timeout=20)
    assert running.returncode == 128 + number
    assert said == "export stopped; nothing was changed\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["begun", "slow.py"]
