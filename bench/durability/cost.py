"""What a decision and the first screen cost at a thousand, a hundred thousand and a million claims."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.durability.harness import Result, fresh
from curator import CuratorError, Workspace, decisions

_BAR_MS = 2.0
"""What a confirm may take beyond the disk's own time for as many syncs, at any size."""
_SYNCS = 5
"""Of a decision, as `syncs` counts them."""


def cost(folder: Path, claims: int) -> Result:
    """Measure in a process of its own, so that memory is that of one session."""
    path = fresh(folder, claims)
    run = subprocess.run(
        [sys.executable, "-m", "bench.durability.cost", str(path)], capture_output=True, text=True, check=True
    )
    words, _, beyond = run.stdout.strip().rpartition("|")
    return Result("what it costs", f"{claims:,} claims", words, float(beyond) <= _BAR_MS)


def measure(path: Path) -> None:
    """Print what each thing costs, and after a bar what a confirm takes beyond its syncs, in milliseconds."""
    start = time.perf_counter()
    workspace = Workspace.open(path, reviewer="ana")
    opened = time.perf_counter()
    view = workspace.next_claim()
    assert view is not None
    workspace.session()
    workspace.article(view.claim.article_id)
    workspace.claims_of(view.claim.article_id)
    workspace.related(view.claim.id)
    workspace.progress()
    first = time.perf_counter()
    here = view.claim.id
    moments: list[float] = []
    following: list[float] = []
    bare: list[float] = []
    for number in range(300):
        if number % 3 == 0:
            bare.append(_ms(partial(_sync_bare, path)))
        moments.append(_ms(partial(workspace.decide, decisions.Confirm(here))))
        began = time.perf_counter()
        found = workspace.next_claim(here)
        following.append((time.perf_counter() - began) * 1000)
        assert found is not None
        here = found.claim.id
    merges: list[float] = []
    ids = [v.claim.id for v, _ in zip(workspace.claims(order="contradictions"), range(300), strict=False)]
    for left, right in zip(ids[::2], ids[1::2], strict=True):
        merges.append(_ms(partial(_try, workspace, decisions.Merge(left, right))))
    undos = [_ms(workspace.undo) for _ in range(100)]
    typed = ("h", "ha", "harb", "harbour", "harbour br")
    searches = [_ms(partial(workspace.search, words)) for words in typed for _ in range(5)]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"open {(opened - start) * 1000:.1f} ms, first screen's reads {(first - opened) * 1000:.1f} ms; "
        f"confirm {_spread(moments)} (bare: {_SYNCS} syncs of 4 kB {_spread(bare)}), "
        f"next {_spread(following)}, merge {_spread(merges)}, "
        f"undo {_spread(undos)}, search {_spread(searches)}; {memory:.0f} MB"
        f"|{statistics.median(moments) - statistics.median(bare)}"
    )


def _sync_bare(path: Path) -> None:
    """As many synced writes beside the database as a decision makes, and nothing else."""
    beside = path.with_name("bare")
    handle = os.open(beside, os.O_CREAT | os.O_WRONLY)
    try:
        for _ in range(_SYNCS):
            os.pwrite(handle, bytes(4096), 0)
            os.fdatasync(handle)
    finally:
        os.close(handle)
    beside.unlink()


def _try(workspace: Workspace, decision: decisions.Decision) -> None:
    try:
        workspace.decide(decision)
    except CuratorError:
        return


def _ms(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def _spread(values: list[float]) -> str:
    ordered = sorted(values)
    return f"{statistics.median(ordered):.2f} (p95 {ordered[int(len(ordered) * 0.95)]:.2f})"


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
