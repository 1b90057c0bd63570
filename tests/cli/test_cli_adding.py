"""`curator add`: good inputs go in, bad ones are listed, and stopping keeps what is finished."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from program import SEEDS, Run, spawned

from curator.workspace import AddReport, Workspace

TEXT = "Turkish and Russian forces will be deployed in Idlib, the spokesman Ibrahim Kalin said on day {}."


def test_a_folder_goes_in_and_goes_in_once(home: Path, run: Run) -> None:
    first = run("add", str(SEEDS), "--json")
    assert first.status == 0
    assert first.err == ""
    assert first.json["articles_added"] == 5
    assert first.json["claims_added"] > 40
    assert first.json["candidates_added"] > 0
    again = run("add", str(SEEDS), "--json").json
    assert (again["articles_added"], again["articles_known"], again["claims_added"]) == (0, 5, 0)


def test_the_summary_is_one_line(home: Path, run: Run) -> None:
    (home / "a.txt").write_text(TEXT.format(1))
    assert re.fullmatch(r"1 article added, 1 claim, 0 candidate pairs\n", run("add", "a.txt").out)
    assert run("add", "a.txt").out.startswith("0 articles added, 1 known before")


def test_what_stands_behind_two_dashes_is_a_path_whatever_it_begins_with(home: Path, run: Run) -> None:
    (home / "-a.txt").write_text(TEXT.format(1))
    assert run("add", "-a.txt").status == 2
    assert run("add", "--json", "--", "-a.txt").json["articles_added"] == 1
    assert len(run("claims", "--json", "--", "-nobody").json) == 1


def test_bad_inputs_are_listed_with_reasons_and_the_good_go_in(home: Path, run: Run) -> None:
    (home / "good.txt").write_text(TEXT.format(1))
    (home / "empty.txt").write_bytes(b"")
    (home / "picture.png").write_bytes(b"\x89PNG")
    (home / "rows.jsonl").write_text('{"text": "' + TEXT.format(2) + '"}\n{oops\n')
    ran = run("add", ".", "gone.txt")
    assert ran.status == 1
    assert ran.out.startswith("2 articles added, 4 not added")
    assert ran.err.splitlines() == [
        "not added: ./empty.txt: the file is empty (0 bytes)",
        f"not added: ./picture.png: {ran.err.split('picture.png: ')[1].splitlines()[0]}",
        "not added: ./rows.jsonl: line 2: not JSON: "
        "Expecting property name enclosed in double quotes at column 2",
        "not added: gone.txt: there is no such file",
    ]
    report = run("add", "gone.txt", "--json")
    assert report.status == 1
    assert report.json["failures"] == [{"source": "gone.txt", "reason": "there is no such file"}]


def _without_a_screen(
    db: str,
    reviewer: str | None,
    paths: list[str],
    *,
    max_bytes: int,
    added: Callable[[AddReport], int],
    **_: object,
) -> int:
    with Workspace.open(db, reviewer=reviewer) as workspace:
        return added(workspace.add(paths, max_bytes=max_bytes))


@pytest.mark.parametrize("others", [0, 1], ids=["nothing to review", "something to review"])
def test_the_review_of_what_cannot_be_read_says_so_once(
    others: int, home: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.tui.app.obstacle", lambda: "")
    monkeypatch.setattr("curator.tui.app.run", _without_a_screen)
    (home / "empty.txt").write_bytes(b"")
    (home / "a.txt").write_text(TEXT.format(1))
    ran = run("empty.txt", *["a.txt"][:others])
    assert ran.status == 1
    assert ran.err == "not added: empty.txt: the file is empty (0 bytes)\n"


def test_the_cap_is_an_option(home: Path, run: Run) -> None:
    (home / "a.txt").write_text(TEXT.format(1) * 50)
    ran = run("add", "a.txt", "--max-bytes", "1kB")
    assert ran.status == 1
    assert "larger than the cap of 1 kB" in ran.err
    assert run("add", "a.txt", "--max-bytes", "5_000").status == 0


def test_an_article_comes_from_standard_input(home: Path) -> None:
    ran = spawned("add", "-", "--json", input=TEXT.format(1).encode())
    assert ran.returncode == 0
    assert b'"articles_added": 1' in ran.stdout


def test_a_hostile_name_or_reason_cannot_steer_the_terminal(home: Path, run: Run) -> None:
    (home / "\x1b]52;c;aGk=\x07\n.txt").write_bytes(b"")
    ran = run("add", ".")
    assert "\x1b" not in ran.err
    assert "\x07" not in ran.err
    assert ran.err.count("\n") == 1


def test_another_database_is_merged_in(seeded: Path, run: Run) -> None:
    claim = run("claims", "--json").json[0]["claim_id"]
    run("confirm", claim, "--reviewer", "ben")
    ran = run("add", "curator.db", "--db", "mine.db", "--json")
    assert ran.status == 0
    assert ran.json["articles_added"] == 5
    assert ran.json["events_added"] == 1


def many(folder: Path, count: int, lines: int = 1) -> Path:
    """A folder of so many different articles."""
    (folder / "many").mkdir()
    for number in range(count):
        body = "\n\n".join(f"{TEXT.format(number)} It is report {number}-{line}." for line in range(lines))
        (folder / "many" / f"{number:05}.txt").write_text(body)
    return folder / "many"


class Terminal:
    """A process whose standard error is a terminal; everything it draws there is kept."""

    def __init__(self, *words: str) -> None:
        self.screen, other = pty.openpty()
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "curator", *words], stdout=subprocess.PIPE, stderr=other, env=environment
        )
        os.close(other)
        self.drawn = b""

    def read_until(self, wanted: bytes, seconds: float = 30) -> bytes:
        end = time.monotonic() + seconds
        while wanted not in self.drawn and time.monotonic() < end:
            if select.select([self.screen], [], [], 0.05)[0]:
                try:
                    self.drawn += os.read(self.screen, 65_536)
                except OSError:
                    break
            elif self.process.poll() is not None:
                break
        return self.drawn

    def end(self) -> tuple[int, bytes]:
        self.read_until(b"\0never", 30)
        out, _ = self.process.communicate(timeout=30)
        os.close(self.screen)
        return self.process.returncode, out


def test_ctrl_c_keeps_what_is_finished_and_the_next_run_goes_on(home: Path, run: Run) -> None:
    folder = many(home, 3_000, lines=6)
    terminal = Terminal("add", str(folder))
    drawn = terminal.read_until(b"/s")
    assert b"reading articles" in drawn
    assert re.search(rb"[\d,]+/s", drawn)
    terminal.process.send_signal(signal.SIGINT)
    status, out = terminal.end()
    assert status == 130
    assert b"stopping when what is begun is finished" in terminal.drawn
    assert b"stopped: what is counted here is kept" in terminal.drawn
    kept = int(out.split()[0].replace(b",", b""))
    assert 0 < kept < 3_000
    assert run("status", "--json").json["articles"] == kept


def test_nothing_is_drawn_for_what_is_quick_or_unseen(home: Path) -> None:
    (home / "a.txt").write_text(TEXT.format(1))
    terminal = Terminal("add", "a.txt")
    assert terminal.end()[0] == 0
    assert terminal.drawn == b"" or terminal.drawn.endswith(b"\x1b[K")  # all is slow on a busy machine
    assert spawned("add", "a.txt").stderr == b""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_before_anything_is_finished_leaves_a_sound_database(
    number: int, home: Path, run: Run
) -> None:
    folder = many(home, 40)
    process = subprocess.Popen(
        [sys.executable, "-m", "curator", "add", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while not (home / "curator.db").exists():
        time.sleep(0.01)
    time.sleep(0.15)
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert process.returncode in (0, 128 + number, -number)
    assert b"Traceback" not in err
    assert run("add", str(folder)).status == 0
    assert run("status", "--json").json["articles"] == 40
