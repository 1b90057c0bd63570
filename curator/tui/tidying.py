"""When garbage is collected: while nobody waits, after a key was answered or in a pause, never under a key.

A pass over what several keys left takes as long as drawing the whole screen. It must never keep anything:
what nothing needs any more is let go within a few keys or the next pause.
"""

from __future__ import annotations

import gc
from time import monotonic

_AT_LAST = 20_000
"""New objects after which garbage is collected whatever goes on: work behind the screen makes some too."""
_THOROUGH = 10
"""Every so manieth key also what has lived through some keys is looked at."""
_PAUSE = 1.0
"""Seconds without a key after which everything is."""


class Tidying:
    """Collects garbage between keys."""

    def __init__(self) -> None:
        self._keys = 0
        """Since everything was looked at."""
        self._last = 0.0

    def begin(self) -> None:
        """From now on; what is there is there to stay and is never looked at again."""
        gc.freeze()
        gc.set_threshold(_AT_LAST, _THOROUGH, _THOROUGH)
        gc.enable()

    def answered(self) -> None:
        """A key was answered."""
        self._keys += 1
        self._last = monotonic()
        gc.collect(1 if self._keys % _THOROUGH == 0 else 0)

    def look(self) -> None:
        """Look whether this is a pause; cheap, to be asked every second or so."""
        if self._keys and monotonic() - self._last > _PAUSE:
            self._keys = 0
            gc.collect()
