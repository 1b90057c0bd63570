"""Ctrl-C while articles go in: the first asks to stop and keeps what is finished, the second insists.

Never leaves its signal handlers behind.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interruption:
    """Notes the first SIGINT or SIGTERM while it is entered; `cancelled=` takes it as it is."""

    def __init__(self, on_first: Callable[[], None] = lambda: None) -> None:
        self.signal = 0
        """The signal that asked to stop, 0 while none did."""
        self._on_first = on_first
        self._before: dict[int, object] = {}

    def __call__(self) -> bool:
        """Whether it was asked to stop."""
        return self.signal != 0

    def __enter__(self) -> Self:
        for number in _SIGNALS:
            self._before[number] = signal.signal(number, self._note)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self.signal:
            raise KeyboardInterrupt
        self.signal = number
        self._on_first()
