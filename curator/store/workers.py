"""The processes that a large pile is worked on by where nobody brought any.

Never started for a small pile: what they cost would be felt more than what they save. Never waits for them
where the work is broken off, and never leaves one behind.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from threading import Thread

WORTH = 5_000
"""Claims from which several processes are worth their start."""
_MOST = 8


@contextmanager
def workers(claims: int, given: Executor | None) -> Iterator[Executor | None]:
    """What carries the heavy part of a pile of so many claims: what was given, else a process a core."""
    cores = min(_MOST, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)
    if given is not None or claims < WORTH or cores < 2:
        yield given
        return
    with processes(cores) as pool:
        yield pool


@contextmanager
def processes(count: int) -> Iterator[Executor]:
    """So many processes, ended with what they work for: at once, in the middle of a task."""
    others = set(active_children())
    # Started fresh, since this process may have threads and has its own way with signals.
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)
    try:
        yield pool
    finally:
        # What is not done by now is not wanted; a task counts as done only once its result has its name.
        for process in set(active_children()) - others:
            process.terminate()
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """What a process does before its first task."""
    # Tens of thousands of readings at once, and no circle among them: looking for some costs a fifth.
    gc.set_threshold(100_000, 50, 100)
    _follow_parent()


def _follow_parent() -> None:
    """Leave the terminal's Ctrl-C to the process that started this one, and end when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
