"""`curator PATH…` on a real terminal: what is new goes in, then the review opens."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from pathlib import Path

from program import SEEDS, Run


def on_a_terminal(*words: str, keys: bytes, until: bytes, term: str = "xterm-256color") -> tuple[int, bytes]:
    """Run the program on a terminal of 120x40, type `keys` when it has drawn `until`; status and bytes."""
    child, screen = pty.fork()
    if child == 0:  # pragma: no cover - the child
        os.environ["TERM"] = term
        os.execv(sys.executable, [sys.executable, "-m", "curator", *words])
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    drawn, typed, end = b"", False, time.monotonic() + 40
    while time.monotonic() < end:
        if select.select([screen], [], [], 0.05)[0]:
            try:
                drawn += os.read(screen, 65_536)
            except OSError:
                break
        if not typed and until in drawn:
            os.write(screen, keys)
            typed = True
    _, status = os.waitpid(child, 0)
    os.close(screen)
    return os.waitstatus_to_exitcode(status), drawn


def test_the_first_run_opens_the_review_and_adds_behind_it(home: Path, run: Run) -> None:
    status, drawn = on_a_terminal(str(SEEDS), keys=b"q", until=b"5 articles added")
    assert status == 0, drawn[-2000:]
    assert run("status", "--json").json["articles"] == 5


def test_a_later_run_opens_the_review_and_adds_behind_it(seeded: Path, run: Run) -> None:
    (seeded / "new.txt").write_text("Forces will be deployed in Aleppo, Anna Bern said on Monday.")
    status, drawn = on_a_terminal("new.txt", keys=b"cq", until=b"Kalin")
    assert status == 0, drawn[-2000:]
    told = run("status", "--json").json
    assert told["confirmed"] == 1
    assert told["articles"] in (
        5,
        6,
    )  # q may come before the file was read, which then waits for the next run


def test_bad_inputs_of_the_first_run_are_told_and_in_the_exit_status(home: Path, run: Run) -> None:
    (home / "empty.txt").write_bytes(b"")
    status, drawn = on_a_terminal(str(SEEDS), "empty.txt", keys=b"q", until=b"could not be read")
    assert status == 1
    assert b"not added: empty.txt: the file is empty (0 bytes)" in drawn


def test_where_nothing_goes_in_the_screen_says_why_and_so_does_the_shell(home: Path) -> None:
    (home / "empty.txt").write_bytes(b"")
    status, drawn = on_a_terminal("empty.txt", keys=b"q", until=b"could not be read")
    assert status == 1
    assert b"not added: empty.txt: the file is empty (0 bytes)" in drawn.partition(b"\x1b[?1049l")[2]


def test_the_most_that_an_article_may_weigh_is_kept_to_behind_the_screen(home: Path) -> None:
    (home / "long.txt").write_text("Nothing was said on Monday. " * 100)
    status, drawn = on_a_terminal("--max-bytes", "1kB", "long.txt", keys=b"q", until=b"could not be read")
    assert status == 1
    assert b"not added: long.txt" in drawn


def test_the_review_can_be_left_while_articles_come_in_and_the_same_command_goes_on(
    home: Path, run: Run
) -> None:
    for number in range(60):
        (home / f"{number}.txt").write_text(
            f"Forces {number} will be deployed, Anna Bern said on Monday.\n" * 40
        )
    status, drawn = on_a_terminal(".", keys=b"q", until=b"Anna Bern")
    assert status == 0
    assert b"the same command goes on from there" in drawn.partition(b"\x1b[?1049l")[2]
    before = run("status", "--json").json["articles"]
    assert 0 < before < 60
    run("add", ".")
    assert run("status", "--json").json["articles"] == 60


def test_a_dumb_terminal_is_told_so_with_exit_status_2(seeded: Path) -> None:
    for words in (["review"], ["."], []):
        status, drawn = on_a_terminal(*words, keys=b"", until=b"\0never", term="dumb")
        assert status == 2
        assert drawn.startswith(b"curator: this terminal (TERM=dumb) cannot show the review")
        assert drawn.count(b"\n") == 1
