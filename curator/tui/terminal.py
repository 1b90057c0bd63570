"""The terminal as Textual's driver, which may go away while it is written to: its window is closed.

It must never hold up the program: what cannot be written any more is dropped.
"""

from __future__ import annotations

import select
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from typing import TextIO

    from textual.driver import Driver


class _Mortal:
    """A terminal's file: what is written to one that is gone is dropped.

    An error would end the thread that writes, and the program would wait for ever for it to take more.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._gone = False

    def write(self, text: str) -> None:
        """Write, where anything can still be."""
        if not self._gone:
            try:
                self._file.write(text)
            except OSError:
                self._gone = True

    def flush(self) -> None:
        """Flush, where there is still anything to flush to."""
        if not self._gone:
            try:
                self._file.flush()
            except OSError:
                self._gone = True

    def fileno(self) -> int:
        """The file's number."""
        return self._file.fileno()


class Terminal(LinuxDriver):
    """Textual's driver over a terminal that may be gone."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._file: Any = _Mortal(self._file)

    @property
    def hung_up(self) -> bool:
        """Whether nobody is at the other end any more."""
        look = select.poll()
        look.register(self.fileno, 0)
        return any(events & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, events in look.poll(0))


def lasting(usual: type[Driver]) -> type[Driver]:
    """The driver to use where Textual would use this one; only a real terminal goes away."""
    return Terminal if usual is LinuxDriver else usual
