"""kill -9 at random moments, again and again on one database: is anything acknowledged lost?"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

from bench.durability.harness import Result, complete, decider, fresh, reckon
from curator import Workspace


def kill_deciding(folder: Path, times: int) -> Result:
    """Kill a reviewer so often, each time within 150 ms of its first decision."""
    path, chance = fresh(folder), random.Random(9)
    acknowledged: list[str] = []
    for _ in range(times):
        process = decider(path, "ana", 0)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.random() * 0.15)
        process.kill()
        output, _ = process.communicate()
        acknowledged += complete(first + output)
    found = reckon(path, acknowledged)
    slack = found.unacknowledged <= times
    return Result(
        "kill -9 while deciding",
        f"{times} kills",
        f"{found}; {found.unacknowledged} in the file that were not told any more",
        found.well and slack,
    )


_ADDER = """
import sys
from curator import Workspace
with Workspace.open(sys.argv[1], reviewer="ana") as workspace:
    print("open", flush=True)
    workspace.add([sys.argv[2]])
"""


def kill_adding(folder: Path, times: int) -> Result:
    """Kill `add` so often while it takes 2,000 articles in: only whole articles, and in the end all."""
    sources = folder / "articles"
    sources.mkdir(exist_ok=True)
    for number in range(2000):
        (sources / f"{number:04}.txt").write_text(
            f"Story {number}\n\nThe ministry said on Monday that {number} people died in town {number}.\n"
        )
    path, chance = folder / "added.db", random.Random(4)
    path.unlink(missing_ok=True)
    for _ in range(times):
        process = subprocess.Popen(
            [sys.executable, "-c", _ADDER, str(path), str(sources)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.random() * 0.5)
        process.kill()
        process.communicate()
    with Workspace.open(path, reviewer="ana") as workspace:
        kept = sum(1 for _ in workspace.articles())
        empty = sum(not article.claims for article in workspace.articles())
        before = workspace.verify().findings
        workspace.add([sources])
        whole = sum(1 for _ in workspace.articles())
        after = workspace.verify().findings
    well = not (before or after or empty) and whole == 2000
    found = f"{kept} articles kept, {empty} without claims, {len(before)} findings; {whole} after going on"
    return Result("kill -9 while adding", f"{times} kills", found, well)
