"""Several processes decide in one database at once: is anything lost or doubled, and how fast is it?"""

from __future__ import annotations

import time
from pathlib import Path

from bench.durability.harness import Result, complete, decider, fresh, reckon


def write_together(folder: Path, processes: int, each: int) -> Result:
    """So many processes (the last two under one name) make so many decisions each."""
    path = fresh(folder)
    names = [f"reviewer {min(number, processes - 2)}" for number in range(processes)]
    start = time.perf_counter()
    running = [decider(path, name, each) for name in names]
    outputs = [process.communicate() for process in running]
    seconds = time.perf_counter() - start
    failed = [error.decode() for _, error in outputs if error]
    for error in failed:
        print(error)
    found = reckon(path, [event for output, _ in outputs for event in complete(output)])
    everything = found.acknowledged == processes * each and not failed
    return Result(
        "writers at once",
        f"{processes} processes x {each} decisions",
        f"{found}; {found.acknowledged / seconds:.0f} decisions a second together",
        found.well and everything and not found.unacknowledged,
    )
