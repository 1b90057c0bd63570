"""One line on standard error for what takes longer than a second: how far, how fast, how long still.

Draws nothing where nobody would see it (no terminal), and leaves nothing behind.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

_QUIET_SECONDS = 1.0
_REDRAW_SECONDS = 0.1
_BAR_COLUMNS = 24
_ERASE_LINE = "\r\x1b[K"


class ProgressBar:
    """A callback for `Workspace.add(progress=…)`; used as a context manager, which erases it at the end."""

    def __init__(
        self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic, *, columns: int = 0
    ) -> None:
        self._stream = stream or sys.stderr
        self._clock = clock
        self._columns = columns
        self._shows = self._stream.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self._what = ""
        self._phase_began = self._began = clock()
        self._drawn_at = 0.0
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.erase()

    def __call__(self, what: str, done: int, total: int | None) -> None:
        """Note that `done` of `total` things (None: nobody knows) are done of `what`."""
        if not self._shows:
            return
        now = self._clock()
        if what != self._what:
            self._what, self._phase_began = what, now
        if now - self._began < _QUIET_SECONDS or now - self._drawn_at < _REDRAW_SECONDS:
            return
        columns = self._columns or shutil.get_terminal_size().columns
        line = progress_line(what, done, total, now - self._phase_began)
        self._stream.write(_ERASE_LINE + line[: columns - 1])
        self._stream.flush()
        self._drawn_at, self._drawn = now, True

    def erase(self) -> None:
        """Take the line away, so that a message can stand in its place."""
        if self._drawn:
            self._stream.write(_ERASE_LINE)
            self._stream.flush()
            self._drawn = False


def progress_line(what: str, done: int, total: int | None, seconds: float) -> str:
    """The words of the bar after `seconds` of this work; time left only where a total is known."""
    rate = done / seconds if seconds > 0 else 0.0
    speed = f"{rate:,.0f}/s" if rate >= 10 else f"{rate:.1f}/s"
    if not total:
        return f"{what}  {done:,}  {speed}" if done else f"{what} …"
    share = min(1.0, done / total)
    filled = round(share * _BAR_COLUMNS)
    bar = "#" * filled + "-" * (_BAR_COLUMNS - filled)
    left = f"  {duration((total - done) / rate)} left" if rate and done < total else ""
    return f"{what}  [{bar}]  {done:,}/{total:,}" + (f"  {speed}{left}" if done else "")


def duration(seconds: float) -> str:
    """A time for people: "8 s", "3 min", "2 h 5 min"."""
    if seconds < 59.5:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"
