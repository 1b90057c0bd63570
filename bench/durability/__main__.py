"""Measure trust: `python -m bench.durability`, exit 1 if anything was lost.

python -m bench.durability                      everything but a million claims (some minutes)
python -m bench.durability --only kills,writers
python -m bench.durability --claims 1000,100000,1000000 --only cost
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.durability.cost import cost
from bench.durability.disks import fill_disk
from bench.durability.harness import Result
from bench.durability.hostile import read_hostile
from bench.durability.kills import kill_adding, kill_deciding
from bench.durability.power_cuts import cut_power
from bench.durability.syscalls import count_syncs
from bench.durability.writers import write_together


def main() -> int:
    """Run what is asked for and print one row each."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="curator-durability-") as temporary:
        folder = Path(options.folder or temporary)
        folder.mkdir(exist_ok=True)
        runs: dict[str, Callable[[], list[Result]]] = {
            "kills": lambda: [
                kill_deciding(folder, options.kills),
                kill_adding(folder, max(1, options.kills // 10)),
            ],
            "writers": lambda: [write_together(folder, 4, options.decisions)],
            "syncs": lambda: [count_syncs(folder, options.decisions)],
            "power": lambda: cut_power(folder, options.cuts),
            "disk": lambda: [fill_disk(folder)],
            "hostile": lambda: [read_hostile(folder, options.damages)],
            "cost": lambda: [cost(folder, int(size)) for size in options.claims.split(",")],
        }
        wanted = options.only.split(",") if options.only else list(runs)
        results: list[Result] = []
        for name in wanted:
            for result in runs[name]():
                results.append(result)
                mark = "well" if result.well else "NOT WELL"
                print(f"| {mark} | {result.what} | {result.tried} | {result.found} |", flush=True)
    return 0 if all(result.well for result in results) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.durability", description=__doc__)
    parser.add_argument("--only", default="", help="kills, writers, syncs, power, disk, hostile, cost")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--decisions", type=int, default=250, help="of each writer, and under strace")
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--damages", type=int, default=200)
    parser.add_argument("--claims", default="1000,100000")
    parser.add_argument("--folder", default="", help="where databases are made and kept")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
