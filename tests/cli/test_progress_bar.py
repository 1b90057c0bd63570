"""The progress line: nothing for a second, then how far, how fast and how long still."""

from __future__ import annotations

import io

import pytest

from curator.cli.progress_bar import ProgressBar, duration, progress_line


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


def test_nothing_is_drawn_in_the_first_second() -> None:
    screen, clock = Screen(), Clock()
    with ProgressBar(screen, clock) as bar:
        clock.now += 0.9
        bar("reading articles", 10, 100)
    assert screen.getvalue() == ""


def test_after_a_second_the_line_is_drawn_ten_times_a_second_at_most_and_erased_at_the_end() -> None:
    screen, clock = Screen(), Clock()
    with ProgressBar(screen, clock, columns=100) as bar:
        bar("reading articles", 0, 100)
        clock.now += 2
        for done in range(20, 30):
            bar("reading articles", done, 100)
    drawn = screen.getvalue()
    assert drawn.count("reading articles") == 1
    assert "20/100  10/s  8 s left" in drawn
    assert drawn.endswith("\r\x1b[K")


def test_a_narrow_terminal_cuts_the_line_and_never_wraps_it() -> None:
    screen, clock = Screen(), Clock()
    bar = ProgressBar(screen, clock, columns=20)
    clock.now += 2
    bar("reading articles", 20, 100)
    assert len(screen.getvalue().removeprefix("\r\x1b[K")) == 19


@pytest.mark.parametrize("terminal", ["dumb", ""])
def test_a_terminal_that_cannot_go_back_gets_none(terminal: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", terminal or "dumb")
    screen, clock = Screen(), Clock()
    bar = ProgressBar(screen, clock)
    clock.now += 5
    bar("reading articles", 1, 2)
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("done", "total", "seconds", "line"),
    [
        (50, 200, 5.0, "reading  [######------------------]  50/200  10/s  15 s left"),
        (200, 200, 5.0, "reading  [########################]  200/200  40/s"),
        (3, 2_000_000, 6.0, "reading  [------------------------]  3/2,000,000  0.5/s  1111 h 7 min left"),
        (1_234, None, 2.0, "reading  1,234  617/s"),
        (0, None, 2.0, "reading …"),
        (0, 10, 0.0, "reading  [------------------------]  0/10"),
    ],
)
def test_the_line_says_how_far_how_fast_and_how_long(
    done: int, total: int | None, seconds: float, line: str
) -> None:
    assert progress_line("reading", done, total, seconds) == line


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.1, "1 s"), (59.0, "59 s"), (61.0, "1 min"), (3_660.0, "1 h 1 min")]
)
def test_times_are_told_in_the_unit_that_fits(seconds: float, words: str) -> None:
    assert duration(seconds) == words
