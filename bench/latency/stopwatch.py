"""A program in a pty and a clock: how long from a key to the bytes that answer it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

QUIET = 0.012
"""Seconds without output after which a repaint is over."""


class Stopwatch:
    """Starts a program on a terminal of `width` x `height` and times what it writes."""

    def __init__(self, command: Sequence[str], *, width: int = 120, height: int = 40) -> None:
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # the child
            for name in ("COLUMNS", "LINES", "NO_COLOR"):
                os.environ.pop(name, None)
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
            os.execvp(command[0], list(command))
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.raw = bytearray()

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], max(0.0, seconds))
        if ready:
            self.raw += os.read(self._fd, 1 << 16)
        return bool(ready)

    def until(self, marker: bytes, since: int = 0, seconds: float = 30) -> float:
        """The moment at which `marker` has been written; raises TimeoutError."""
        end = time.perf_counter() + seconds
        while self.raw.find(marker, since) < 0:
            if time.perf_counter() > end:
                raise TimeoutError(f"{marker!r} was never written: …{bytes(self.raw[-300:])!r}")
            self._read(0.5)
        return time.perf_counter()

    def settle(self, quiet: float = 0.25) -> None:
        """Wait until nothing is written any more."""
        while self._read(quiet):
            pass

    def first_screen(self, marker: bytes) -> float:
        """Milliseconds from the start of the process until `marker` was written."""
        return (self.until(marker) - self.started) * 1e3

    def paint(self, key: bytes, quiet: float = QUIET) -> float:
        """Milliseconds from a key to the last byte of the repaint that answers it."""
        since = len(self.raw)
        pressed = last = time.perf_counter()
        os.write(self._fd, key)
        while self._read(5.0 if len(self.raw) == since else quiet):
            last = time.perf_counter()
        return (last - pressed) * 1e3

    def paints(self, key: bytes, quiet: float) -> tuple[float, float]:
        """Milliseconds from a key to the end of the first repaint, and of the last one before `quiet`."""
        since = len(self.raw)
        pressed = first = last = time.perf_counter()
        os.write(self._fd, key)
        while self._read(5.0 if len(self.raw) == since else quiet):
            now = time.perf_counter()
            if last == pressed or (first == last and now - last < QUIET):
                first = now
            last = now
        return (first - pressed) * 1e3, (last - pressed) * 1e3

    def answer(self, key: bytes, marker: bytes) -> float:
        """Milliseconds from a key until `marker` was written, and the repaint around it is over."""
        since = len(self.raw)
        pressed = time.perf_counter()
        os.write(self._fd, key)
        last = self.until(marker, since)
        while self._read(QUIET):
            last = time.perf_counter()
        return (last - pressed) * 1e3

    def repeat(self, key: bytes, times: int, rate: float) -> float:
        """Milliseconds by which the last repaint lags behind the last of `times` keys at `rate` a second."""
        begun = time.perf_counter()
        for number in range(times):
            while (left := begun + number / rate - time.perf_counter()) > 0:
                self._read(left)
            os.write(self._fd, key)
        pressed = last = time.perf_counter()
        while self._read(0.1):
            last = time.perf_counter()
        return (last - pressed) * 1e3

    def megabytes(self) -> float:
        """Resident memory now."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="utf-8")
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def __enter__(self) -> Stopwatch:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
