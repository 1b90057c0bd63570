"""Run the benchmark and print its table; `--json FILE` keeps every sample."""

from __future__ import annotations

import argparse
import compileall
import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import curator
from bench.latency.corpus import database, texts
from bench.latency.measuring import FIRST, Measuring, Samples
from bench.latency.stopwatch import Stopwatch
from curator import Workspace

PILE = 500
"""Articles in the folder of which the first claim is waited for."""


def first_of_a_folder(folder: Path) -> float:
    """Milliseconds from `curator FOLDER` on a folder of `PILE` articles to its first claims on the screen."""
    pile = folder / "pile"
    texts(pile, PILE)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        db = Path(scratch) / "new.db"
        command = [sys.executable, "-m", "curator", "--db", str(db), "--reviewer", "bench", str(pile)]
        with Stopwatch(command) as started:
            return started.first_screen(FIRST)


def show(what: str, samples: Samples) -> None:
    """Print a table of samples, and how the start compares with the bare one."""
    print(f"\n{what:46} n    min    p50    p95")
    for name, values in samples.items():
        ordered = sorted(values)
        p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
        low, middle = ordered[0], statistics.median(values)
        print(f"  {name:42} {len(values):4} {low:6.1f} {middle:6.1f} {p95:6.1f}")
    start = [statistics.median(samples[name]) for name in list(samples)[:2]]
    print(f"  start, ours / bare: {start[1] / start[0]:.2f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.latency", description=__doc__)
    parser.add_argument("--claims", type=int, nargs="*", default=[1000, 100_000], help="sizes to measure")
    parser.add_argument(
        "--together", type=int, nargs="*", default=[40_000], help="sizes of one article that has all claims"
    )
    parser.add_argument("--runs", type=int, default=15, help="starts of each program")
    parser.add_argument("--keys", type=int, default=100, help="keys of each kind")
    parser.add_argument("--keep", type=Path, help="a folder in which the databases are kept for the next run")
    parser.add_argument("--json", type=Path, help="write all samples to this file")
    arguments = parser.parse_args()
    compileall.compile_dir(str(Path(curator.__file__).parent), quiet=1)  # as an installed program is
    everything: dict[str, Samples] = {}
    with tempfile.TemporaryDirectory() as scratch:
        waits = sorted(first_of_a_folder(Path(scratch)) for _ in range(5))
        print(
            f"folder of {PILE} articles to its first claims: min {waits[0]:.0f} p50 {waits[2]:.0f} ms (n 5)"
        )
        sizes = [(claims, False) for claims in arguments.claims]
        for claims, together in [*sizes, *((claims, True) for claims in arguments.together)]:
            kept = database(arguments.keep or Path(scratch), claims, together=together)
            db = Path(scratch) / "review.db"
            shutil.copy(kept, db)
            Workspace.open(db, reviewer="bench").close()  # one that was kept may be of an older schema
            measuring = Measuring(db, claims)
            measuring.starts(arguments.runs)
            (measuring.in_one_article if together else measuring.in_articles)(arguments.keys)
            what = f"{claims:,} claims{' in one article' if together else ''}"
            everything[what] = measuring.samples
            show(what, measuring.samples)
    if arguments.json:
        arguments.json.write_text(json.dumps(everything, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
