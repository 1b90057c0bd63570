"""A real terminal for whole-program tests: a pty with the program in it and pyte reading its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pyte


class Terminal:
    """Runs a command in a pty of `width` x `height` cells and keeps every byte that it writes."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        width: int = 120,
        height: int = 40,
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self.raw = bytearray()
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # pragma: no cover - the child
            if cwd is not None:
                os.chdir(cwd)
            for name in ("COLUMNS", "LINES", "NO_COLOR"):
                os.environ.pop(name, None)
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})})
            os.execvp(command[0], list(command))
        self._set_size(width, height)
        self._status: int | None = None

    def _set_size(self, width: int, height: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def resize(self, width: int, height: int) -> None:
        """Give the window another size, as a window manager does."""
        self._screen.resize(height, width)
        self._set_size(width, height)
        os.kill(self.pid, signal.SIGWINCH)

    def send(self, keys: str) -> None:
        """Type."""
        os.write(self._fd, keys.encode())

    def read(self, seconds: float = 0.05) -> bool:
        """Take in what was written within `seconds`; false when the program has closed its terminal."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    @property
    def lines(self) -> list[str]:
        """What can be read on the screen now."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def wait_for(self, condition: str | Callable[[str], bool], seconds: float = 10) -> str:
        """Read until something is on the screen; raises AssertionError if it never is."""
        check = condition if callable(condition) else lambda text: condition in text
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if check(self.text):
                return self.text
            if not self.read():
                break
        if check(self.text):
            return self.text
        raise AssertionError(f"{condition!r} never appeared; the screen shows:\n{self.text}")

    def settle(self, seconds: float = 0.3) -> str:
        """Read until nothing was written for `seconds`."""
        before = -1
        while before != len(self.raw):
            before = len(self.raw)
            self.read(seconds)
        return self.text

    def kill(self, number: int) -> None:
        """Send a signal to the program."""
        os.kill(self.pid, number)

    def wait(self, seconds: float = 10) -> int:
        """The exit status once the program has ended; raises AssertionError when it does not."""
        end = time.monotonic() + seconds
        while self._status is None and time.monotonic() < end:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
        if self._status is None:
            raise AssertionError(f"the program did not end; the screen shows:\n{self.text}")
        while self.read(0.02) and select.select([self._fd], [], [], 0)[0]:
            pass
        return self._status

    def ends_unread(self, seconds: float) -> bool:
        """Whether the program ends in time though nobody reads what it writes."""
        end = time.monotonic() + seconds
        while self._status is None and time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        return self._status is not None

    def close(self) -> None:
        """End the program if it still runs."""
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self._status = -signal.SIGKILL
        os.close(self._fd)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def curator(*arguments: str, **options: object) -> Terminal:
    """The installed program in a terminal."""
    return Terminal([sys.executable, "-m", "curator", *arguments], **options)  # type: ignore[arg-type]
