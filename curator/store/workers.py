"""The processes that a large pile is worked on by where nobody brought any.

Never started for a small pile: what they cost would be felt more than what they save.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

WORTH = 20_000
"""Claims from which several processes are worth their start."""
_MOST = 8


@contextmanager
def workers(claims: int, given: Executor | None) -> Iterator[Executor | None]:
    """What carries the heavy part of a pile of so many claims: what was given, else a process a core."""
    cores = min(_MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)
    if given is not None or claims < WORTH or cores < 2:
        yield given
        return
    # Started fresh, since this process may have threads; the terminal's Ctrl-C is for it alone.
    pool = ProcessPoolExecutor(cores, mp_context=get_context("spawn"), initializer=_leave_interrupts)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
