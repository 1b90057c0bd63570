"""How long work tells how far it is and learns that it shall stop.

Names only: nothing here counts, shows or waits.
"""

from __future__ import annotations

from collections.abc import Callable

from curator.models import CuratorError

ProgressCallback = Callable[[str, int, int | None], None]
"""Called with (what is being done, how many are done, how many there are or None if unknown)."""

Cancelled = Callable[[], bool]
"""Asked now and then: True stops the work at the next point where what is kept is whole."""


class Stopped(CuratorError):
    """The user asked to stop; says what is left as it was."""
