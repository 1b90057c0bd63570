"""The whole program on a real terminal: what it writes, and how it starts, stops and comes back."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator import Workspace, decisions
from tests.tui.newsroom import BRIDGE, HURT, MUSEUM, ROAD, Said, Story, fill
from tests.tui.terminal import Terminal, curator

HOSTILE = (
    "\x1b]52;c;UFdO\x07 \x1b[5;31mPWN\x1b[0m \x1bPq#0\x1b\\ \x9b5m \x9d0;PWN\x9c \x00 \x07 \x08 "
    "\u202eevil\u202c \u2066iso\u2069 \u200b\ufeff \U000e0041 [@click=app.quit]x[/] [/] [bold]b"
)
FORBIDDEN = (
    b"\x1b]52;", b"\x1b[5;31m", b"\x1bPq", b"\x1b]0;", "\x9b".encode(), "\x9c".encode(), "\x9d".encode(),
    b"\x00", b"\x08", "\u202e".encode(), "\u202c".encode(), "\u2066".encode(), "\u2069".encode(),
    "\u200b".encode(), "\ufeff".encode(), "\U000e0041".encode(),
)  # fmt: skip
OWN = re.compile(rb"\x1b\[[0-9;:?<>=$]*[A-Za-z]|\x1b\]22;[a-z-]*\x07")
"""What the program itself writes: moves, colours and modes, and the shape of the mouse pointer."""


@pytest.fixture
def review(db: Path) -> Iterator[Terminal]:
    with curator("--db", str(db), "--reviewer", "ana", "review") as terminal:
        terminal.wait_for("c confirm")
        yield terminal


def stood(db: Path, words: str) -> str:
    with Workspace.open(db, reviewer="ana") as workspace:
        return next(view.status for view in workspace.claims() if view.claim.text == words)


def test_no_control_byte_of_a_hostile_article_reaches_the_terminal(tmp_path: Path) -> None:
    said = f"It is {HOSTILE} so"
    other = f"It was {HOSTILE} so"
    title, outlet, date = f"Title {HOSTILE}", f"Post {HOSTILE}", f"2020 {HOSTILE}"
    text = f"{HOSTILE}\n“{said}” said {HOSTILE}.\n{HOSTILE}"
    stories = [
        Story(title, outlet, date, text, (Said(said, HOSTILE, cue=HOSTILE),)),
        Story(title, outlet, HOSTILE, f"Second “{other}” said {HOSTILE}.", (Said(other, HOSTILE),)),
    ]
    path = tmp_path / "evil\x1b]52;c;UFdO\x07.db"
    fill(path, stories, [((0, 0), (1, 0), "same", 0.9, "wording", f"evidence {HOSTILE}")])
    with Workspace.open(path, reviewer="ana") as workspace:
        claim = next(iter(workspace.claims())).claim.id
        workspace.decide(decisions.Note(claim, f"note {HOSTILE}"))
        workspace.decide(decisions.Edit(claim, wording=f"wording {HOSTILE}", speaker=f"speaker {HOSTILE}"))
        workspace.decide(decisions.Reject(claim, f"reason {HOSTILE}"))
    keys = [
        "j", "k", "\r", "\x7f", "ew", "\x1b", "es", "\x1b", "eb", "\x1b[C", "\x1b", "a", "\x1b", "xn", "m",
        "\x1b", "n[/]\r", "R[@click=app.quit]x[/]\r", "u", "/It", "\x1b", "f[/]\r", "?", "\x1b", "\t", "\t",
        "o", ":rej", "\x1b", "u", "c", "2", "n", "x", "\x1b", "\t", "3", "j", "o", "\t", "e", "\x1b",
        "4", "5", "1",
    ]  # fmt: skip
    for width, height in ((120, 40), (80, 24), (200, 50)):
        with curator(
            "--db", str(path), "--reviewer", "ana", "review", width=width, height=height
        ) as terminal:
            terminal.wait_for("c confirm")
            for key in keys:
                terminal.send(key)
                terminal.settle(0.08)
            assert b"[@click=app.quit]x[/]" in terminal.raw
            terminal.send("\x1b")
            terminal.settle(0.5)  # a letter that comes with the escape would be Alt and the letter
            terminal.send("q")
            assert terminal.wait() == 0
            found = [bad for bad in FORBIDDEN if bad in terminal.raw]
            assert not found, found
            controls = {byte for byte in OWN.sub(b"", bytes(terminal.raw)) if byte < 0x20 or byte == 0x7F}
            assert controls <= {0x0A, 0x0D}, controls


def test_ctrl_q_and_q_leave_the_terminal_as_it_was(db: Path) -> None:
    for key in ("q", "\x11"):
        with curator("--db", str(db), "review") as terminal:
            terminal.wait_for("c confirm")
            terminal.send(key)
            assert terminal.wait() == 0
            assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
            assert b"\x1b[?25h" in terminal.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["SIGTERM", "SIGHUP"])
def test_a_signal_to_end_restores_the_terminal_and_keeps_the_place(
    db: Path, review: Terminal, number: int
) -> None:
    review.send("cj")
    review.wait_for("Claims 3 of 4")
    review.kill(number)
    assert review.wait() == 128 + number
    assert review.raw.rfind(b"\x1b[?1049l") > review.raw.rfind(b"\x1b[?1049h")
    with curator("--db", str(db), "--reviewer", "ana", "review") as again:
        again.wait_for("Claims 3 of 4")


def test_a_signal_ends_it_though_its_terminal_takes_nothing_any_more(db: Path, review: Terminal) -> None:
    review.send("c")
    review.wait_for("✓ confirmed")
    for turn in range(60):
        review.resize(100 + 2 * (turn % 40), 30 + turn % 20)
        time.sleep(0.02)
    review.kill(signal.SIGTERM)
    assert review.ends_unread(8)
    assert stood(db, BRIDGE) == "confirmed"


APART = """
import os, sys
if os.fork():
    os.wait()
else:
    os.setsid()
    print(f"here is {os.getpid()}.", flush=True)
    import time
    time.sleep(0.5)
    os.execv(sys.executable, [sys.executable, "-m", "curator", "--db", sys.argv[1], "--reviewer", "ana"])
"""
"""Starts the program where closing the window sends it no signal."""


def test_it_ends_when_its_window_was_closed_and_no_signal_came(db: Path) -> None:
    with Terminal([sys.executable, "-c", APART, str(db)]) as terminal:
        terminal.wait_for("here is")
        terminal.settle(0.1)
        found = re.search(r"here is (\d+)\.", terminal.text)
        assert found
        process = Path("/proc", found[1])
        terminal.wait_for("c confirm")
        terminal.send("c")
        terminal.wait_for("✓ confirmed")
    end = time.monotonic() + 8
    while process.exists() and time.monotonic() < end:
        time.sleep(0.05)
    ended = not process.exists() or " Z " in (process / "stat").read_text()
    if not ended:
        os.kill(int(found[1]), signal.SIGKILL)
    assert ended
    assert stood(db, BRIDGE) == "confirmed"


def test_ctrl_z_stops_and_fg_brings_the_whole_screen_back(review: Terminal) -> None:
    review.settle()
    before = review.lines
    review.send("\x1a")
    end = time.monotonic() + 5
    while time.monotonic() < end:
        review.read(0.05)
        state = Path(f"/proc/{review.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        if state == "T":
            break
    assert state == "T"
    assert review.raw.rfind(b"\x1b[?1049l") > review.raw.rfind(b"\x1b[?1049h")
    review._screen.reset()  # the shell had the terminal: nothing of the program is on it
    review.kill(signal.SIGCONT)
    review.wait_for("Claims 1 of 4")
    review.settle()
    assert review.lines == before
    review.send("c")
    review.wait_for("1/9")


@pytest.mark.parametrize(("key", "question"), [("n", "Note"), ("/", "Find"), ("x", "contradict")])
def test_ctrl_z_stops_also_where_something_is_asked(review: Terminal, key: str, question: str) -> None:
    review.send("j" + key)
    review.wait_for(question)
    review.send("\x1a")
    state, end = "", time.monotonic() + 5
    while state != "T" and time.monotonic() < end:
        review.read(0.05)
        state = Path(f"/proc/{review.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    assert state == "T"
    review._screen.reset()
    review.kill(signal.SIGCONT)
    review.wait_for(question)


def test_ctrl_c_tells_how_to_leave(review: Terminal) -> None:
    review.send("\x03")
    review.wait_for("q leaves")
    review.send("c")
    review.wait_for("✓ confirmed")


def test_ctrl_l_draws_the_whole_screen_over_whatever_else_wrote_there(review: Terminal) -> None:
    review.settle()
    before = review.lines
    review._stream.feed(b"\x1b[5;1H" + b"overwritten by a mail checker " * 20)
    assert review.lines != before
    review.send("\x0c")
    review.wait_for(lambda text: "mail checker" not in text)
    review.settle()
    assert review.lines == before


def test_kill_9_loses_nothing_that_was_shown_as_done(db: Path, review: Terminal) -> None:
    review.send("c")
    review.wait_for("✓ confirmed")
    review.send("r")
    review.wait_for("✓ rejected")
    review.kill(signal.SIGKILL)
    review.wait()
    assert stood(db, BRIDGE) == "confirmed"
    assert stood(db, ROAD) == "rejected"
    with curator("--db", str(db), "--reviewer", "ana", "review") as again:
        again.wait_for("Welcome back: 2 of 9")
        again.wait_for("Claims 3 of 4")


def test_keys_that_come_all_at_once_are_all_understood(db: Path, review: Terminal) -> None:
    review.send("nfirst note\rxnRnot said\resBo\rcu/museum\rRnew roof? quite\r")
    review.wait_for("rejected (new roof? quite)")
    with Workspace.open(db, reviewer="ana") as workspace:
        claims = {view.claim.text: view for view in workspace.claims() if view.reason or view.notes}
    assert (claims[BRIDGE].reason, claims[BRIDGE].notes) == ("not said", ("first note",))
    assert claims[MUSEUM].reason == "new roof? quite"
    assert stood(db, ROAD) == "pending"


def test_a_flood_of_keys_is_shown_as_it_is_done_and_cut_short(db: Path, review: Terminal) -> None:
    def told() -> bool:
        return "were dropped" in review.text

    review.send("curj" * 2500)
    seen, last, start = 0, time.monotonic(), time.monotonic()
    longest = 0.0
    while not told() and time.monotonic() - start < 30:
        review.read(0.02)
        if len(review.raw) != seen:
            longest, last, seen = max(longest, time.monotonic() - last), time.monotonic(), len(review.raw)
    assert told()
    assert longest < 1
    review.settle()
    with Workspace.open(db, reviewer="ana") as workspace:
        done = workspace.log_length()
        assert 0 < done < 4000
        review.settle(1)
        assert workspace.log_length() == done
        review.send("c")
        review.wait_for(lambda text: "were dropped" not in text)
        assert workspace.log_length() == done + 1


def test_the_window_can_be_made_another_size_at_any_time(review: Terminal) -> None:
    for width, height in ((80, 24), (250, 70), (60, 15), (120, 40)):
        review.resize(width, height)
        review.wait_for("Curator needs" if width < 80 else "Harbour Post")
    review.send("c")
    review.wait_for("1/9")


def test_the_mouse_selects_a_claim(review: Terminal) -> None:
    row = next(number for number, line in enumerate(review.lines) if HURT[:16] in line[64:])
    column = review.lines[row].index(HURT[:16], 64)
    review.send(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m")
    review.wait_for("Claims 3 of 4")


def test_without_colour_everything_can_still_be_told_apart(db: Path) -> None:
    with curator("--db", str(db), "review", env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("c confirm")
        terminal.send("ck")
        terminal.wait_for("✓ Maria Vance")
        assert b"\x1b[38;2" not in terminal.raw
        assert b"\x1b[48;2" not in terminal.raw


def opening(db: Path, marker: str) -> float:
    """Seconds from the start of the program until `marker` is on the screen."""
    start = time.monotonic()
    with curator("--db", str(db), "review") as terminal:
        terminal.wait_for(marker)
        return time.monotonic() - start


def test_a_five_megabyte_article_opens_within_a_second(tmp_path: Path, db: Path) -> None:
    line = "Nothing new was said by İbrahim Kalın about the “zones” on that day either. "
    text = (line * 5 + "\n\n") * (5_000_000 // (len(line) * 5)) + "“It ends here,” Ann Cole said."
    path = tmp_path / "long.db"
    fill(path, [Story("Long", "Post", "", text, (Said("It ends here", "Ann Cole"),))])
    small = min(opening(db, "▌") for _ in range(2))
    long = min(opening(path, "▌“It ends here,” Ann Cole said.") for _ in range(2))
    assert long - small < 1.0
    with curator("--db", str(path), "review") as terminal:
        terminal.wait_for("▌“It ends here,” Ann Cole said.")
        terminal.send("\t\tg")
        terminal.wait_for(lambda screen: screen.count("Nothing new was said") > 5)


@pytest.mark.parametrize("term", ["xterm-256color", "xterm", "linux", "screen", "vt100"])
def test_it_starts_on_terminals_of_every_age(db: Path, term: str) -> None:
    with curator("--db", str(db), "review", env={"TERM": term, "COLORTERM": ""}) as terminal:
        terminal.wait_for("c confirm")
        terminal.send("c")
        terminal.wait_for("1/9")
        terminal.send("q")
        assert terminal.wait() == 0


def test_a_database_moved_away_is_told_and_the_program_goes_on(db: Path, review: Terminal) -> None:
    shutil.move(db, db.with_suffix(".away"))
    review.send("c")
    review.wait_for(" ! ")
    shutil.move(db.with_suffix(".away"), db)
    os.utime(db)
    review.send("c")
    review.wait_for("1/9")


def test_a_window_quickly_back_at_its_old_size_shows_everything_again(db: Path) -> None:
    with curator("--db", str(db), "--reviewer", "ana", "review") as terminal:
        terminal.wait_for("c confirm")
        before = terminal.settle()
        terminal.resize(70, 20)
        terminal.resize(120, 40)
        assert terminal.settle() == before
        terminal.send("q")
        assert terminal.wait() == 0
