"""Ctrl-C, SIGTERM and a killed parent while processes match a large pile: it ends soon, and all is sound."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from program import SEEDS, Run

pytestmark = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2, reason="one core, no workers"
)

ROOT = Path(__file__).parents[2]
_PATIENCE = 20.0
"""Seconds until what has to happen soon has failed to."""
_SOON = 5.0
"""Seconds that stopping may take on a slow machine; one or two here."""


def begun(db: Path) -> subprocess.Popen[str]:
    """The program in a process group of its own, with workers in the middle of their tasks."""
    program = started(db, ENDLESS="1")
    folder = db.with_name(f".{db.name}-matching")
    until = time.monotonic() + _PATIENCE
    while not list(folder.glob("begun-*")):
        assert program.poll() is None, program.communicate()
        assert time.monotonic() < until
        time.sleep(0.02)
    return program


def started(db: Path, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.cli.slow_matching", "--db", str(db), "add", str(SEEDS)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        start_new_session=True,
    )


def stopped(program: subprocess.Popen[str], *signals: signal.Signals) -> int:
    """The exit status of a program that was sent signals; it ends soon, says so, and leaves nobody behind."""
    asked = time.monotonic()
    for number in signals:
        program.send_signal(number)
        time.sleep(0.05)
    _, complaints = program.communicate(timeout=_PATIENCE)
    assert time.monotonic() - asked < _SOON
    assert "kept" in complaints
    assert "Traceback" not in complaints
    wait_until_none_is_left(program.pid)
    return program.returncode


def wait_until_none_is_left(group: int) -> None:
    until = time.monotonic() + _SOON
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    os.killpg(group, signal.SIGKILL)
    pytest.fail("processes were left behind")


def test_the_first_ctrl_c_ends_workers_mid_task_and_the_same_command_goes_on(
    tmp_path: Path, run: Run, filled: Path
) -> None:
    db = tmp_path / "pile.db"
    assert stopped(begun(db), signal.SIGINT) == 130
    assert run("verify", "--db", str(db)).status == 0
    again = started(db)
    again.communicate(timeout=_PATIENCE)
    assert again.returncode == 0
    pairs = [run("candidates", "--db", str(each), "--json").json for each in (db, filled)]
    names = ("left_id", "right_id", "kind", "score")  # evidence is told in fewer words where there is much
    one, other = ({tuple(pair[name] for name in names) for pair in each} for each in pairs)
    assert len(one) > 300
    assert one <= other  # in a small pile friends of friends are proposed as well
    assert not list(tmp_path.glob(".*"))


def test_sigterm_stops_likewise_and_a_second_signal_at_once(tmp_path: Path, run: Run) -> None:
    db = tmp_path / "pile.db"
    assert stopped(begun(db), signal.SIGTERM, signal.SIGINT) == 143
    assert run("verify", "--db", str(db)).status == 0


def test_a_scheduler_that_cannot_be_reached_is_named_soon_and_in_one_line(
    seeded: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.cli.matching._SECONDS_TO_CONNECT", 0.3)
    for address in ("tcp://127.0.0.1:1", "nonsense"):
        told = run("match", "--dask", address)
        assert told.status == 1
        assert told.err.startswith(f"curator: cannot reach the scheduler at {address}; ")
        assert len(told.err.splitlines()) == 1


def test_workers_end_with_a_program_that_was_killed(tmp_path: Path) -> None:
    program = begun(tmp_path / "pile.db")
    program.kill()
    program.communicate(timeout=_PATIENCE)
    wait_until_none_is_left(program.pid)
