"""What was acknowledged is there: after kill -9, and with four processes deciding at once."""

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from curator import Workspace

DECIDER = """
import os, sys
from curator import Workspace, decisions
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Workspace.open(path, reviewer=name, timeout=30) as workspace:
    ids = [view.claim.id for view in workspace.claims()]
    for number in range(count):
        claim = ids[number % len(ids)]
        kinds = (
            decisions.Confirm(claim),
            decisions.Note(claim, str(number)),
            decisions.Edit(claim, speaker=f"{os.getpid()} {number}"),
        )
        outcome = workspace.undo() if number % 7 == 6 else workspace.decide(kinds[number % 3])
        print(outcome.event.event_id, flush=True)
"""


def decider(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    """A process that decides so often and prints the id of each event once it is acknowledged."""
    return subprocess.Popen(
        [sys.executable, "-c", DECIDER, str(path), name, str(count)], stdout=subprocess.PIPE, text=True
    )


def events_in(path: Path) -> Counter[str]:
    with Workspace.open(path, reviewer="after") as workspace:
        assert workspace.verify().findings == ()
        return Counter(event.event_id for event in workspace.log())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_no_acknowledged_decision_is_lost_to_kill_9(path: Path) -> None:
    chance = random.Random(3)
    acknowledged: list[str] = []
    for _ in range(6):
        process = decider(path, "ana", 100_000)
        assert process.stdout is not None
        acknowledged.append(process.stdout.readline().strip())
        time.sleep(chance.random() * 0.05)
        process.kill()
        acknowledged += process.stdout.read().split()
        process.wait()
        process.stdout.close()
    found = events_in(path)
    complete = [event for event in acknowledged if len(event) == 32]
    assert len(complete) >= 6
    assert not set(complete) - set(found)
    assert len(found) - len(complete) <= 6  # at most the one under way when it was killed


def test_four_processes_deciding_at_once_lose_nothing_and_double_nothing(path: Path) -> None:
    processes = [decider(path, name, 12) for name in ("ana", "ben", "cy", "ana")]
    acknowledged = [line for process in processes for line in process.communicate(timeout=60)[0].split()]
    assert [process.returncode for process in processes] == [0] * 4
    assert len(acknowledged) == 48
    assert events_in(path) == Counter(acknowledged)


def test_an_interrupted_add_keeps_whole_articles_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    for number in range(150):
        (tmp_path / f"{number:03}.txt").write_text(
            f"Story {number}\n\nThe ministry said on Monday that {number} people had been killed there.\n"
        )
    path = tmp_path / "curator.db"
    with Workspace.open(path, reviewer="ana") as workspace:
        stopping = iter([False] * 80 + [True] * 1000)
        report = workspace.add([tmp_path], cancelled=lambda: next(stopping))
        assert report.cancelled
        assert 0 < report.articles_added < 150
        assert workspace.verify().findings == ()
        assert sum(1 for _ in workspace.articles()) == report.articles_added
        again = workspace.add([tmp_path])
        assert (again.articles_added, again.articles_known) == (
            150 - report.articles_added,
            report.articles_added,
        )
        assert not again.cancelled
        assert all(article.claims for article in workspace.articles())
