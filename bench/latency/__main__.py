"""Run the benchmark and print its table; `--json FILE` keeps every sample."""

from __future__ import annotations

import argparse
import compileall
import json
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

import curator
from bench.latency.corpus import database, texts
from bench.latency.stopwatch import Stopwatch
from curator import Workspace

BARE = str(Path(__file__).with_name("bare.py"))
HELLO = [sys.executable, BARE, "hello"]
FIRST = b"in this article"
"""Written with the first screen that shows claims."""

PILE = 500
"""Articles in the folder of which the first claim is waited for."""

Samples = dict[str, list[float]]

_AT_THE_START = b"\x1b[H", b"\x1b[6~", b"j"
"""Keys that lead to the beginning of a pane, and from there on by a page and by a line."""
_AT_THE_END = b"G", b"\x1b[5~", b"k"


def ours(db: Path) -> list[str]:
    return [sys.executable, "-m", "curator", "--db", str(db), "--reviewer", "bench", "review"]


def first_of_a_folder(folder: Path) -> float:
    """Milliseconds from `curator FOLDER` on a folder of `PILE` articles to its first claims on the screen."""
    pile = folder / "pile"
    texts(pile, PILE)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        db = Path(scratch) / "new.db"
        command = [sys.executable, "-m", "curator", "--db", str(db), "--reviewer", "bench", str(pile)]
        with Stopwatch(command) as started:
            return started.first_screen(FIRST)


def measured(db: Path, claims: int, runs: int, keys: int) -> Samples:
    """All samples for one size, ours and the bare ones in turn."""
    samples: Samples = {}

    def note(name: str, value: float) -> None:
        samples.setdefault(name, []).append(value)

    for _ in range(runs):
        with Stopwatch(HELLO) as bare:
            note("start: bare Textual hello", bare.first_screen(b"hello"))
        with Stopwatch(ours(db)) as started:
            note("start: first screen with claims", started.first_screen(FIRST))
    with Stopwatch([sys.executable, BARE, "list", str(claims)]) as rows, Stopwatch(ours(db)) as review:
        rows.until(b"row 0")
        review.until(FIRST)
        rows.settle()
        review.settle()
        for number in range(keys):
            note("key to paint: bare line-API list", rows.paint(b"j"))
            note("key to paint: next claim", review.paint(b"j" if number % 40 < 20 else b"k"))
        for number in range(keys // 2):
            note("key to paint: next related", review.paint(b"K" if number % 2 else b"J"))
        for _ in range(keys // 2):
            note("key to paint: next article", review.paint(b"]"))
        note("lag after 3 s of j at 30/s: bare list", rows.repeat(b"j", 90, 30))
        note("lag after 3 s of j at 30/s: ours", review.repeat(b"j", 90, 30))
        review.settle()
        for _ in range(keys):
            note("commit alone: one row in an empty file", commit(db.with_name("commit.db")))
        for number in range(1, keys + 1):
            done = f" {number}/{claims}".encode()
            note("confirm: durable and next claim painted", review.answer(b"c", done))
        for _ in range(keys // 4):
            note("undo: durable and painted", review.answer(b"u", b"undone: "))
        review.paint(b"/")
        review.settle()
        for letter in b"harbour":
            note("search as you type: last result painted", review.paint(bytes([letter]), quiet=0.12))
        review.paint(b"\x1b")
        review.settle()
        for number in range(max(2, keys // 10)):
            for view in b"2131415":
                first = "first time" if not number and view != ord("1") else "again"
                note(f"view switch: to {chr(view)}, {first}", review.paint(bytes([view]), quiet=0.06))
            review.paint(b"1", quiet=0.06)
        note("memory (MB): ours", review.megabytes())
        note("memory (MB): bare list", rows.megabytes())
    return samples


def measured_in_one_article(db: Path, claims: int, runs: int, keys: int) -> Samples:
    """All samples for one article of so many claims, which is as large a text, beside the bare list."""
    samples: Samples = {}

    def note(name: str, value: float) -> None:
        samples.setdefault(name, []).append(value)

    for _ in range(runs):
        with Stopwatch(HELLO) as bare:
            note("start: bare Textual hello", bare.first_screen(b"hello"))
        with Stopwatch(ours(db)) as started:
            note("start: first screen with claims", started.first_screen(FIRST))
    with Stopwatch([sys.executable, BARE, "list", str(claims)]) as rows, Stopwatch(ours(db)) as review:
        rows.until(b"row 0")
        review.until(FIRST)
        rows.settle()
        review.settle()
        review.paint(b"G", quiet=0.5)  # the whole text is broken into lines with the first look at its end
        for number in range(keys):
            end, page, step = _AT_THE_START if number % 10 < 5 else _AT_THE_END
            if number % 5 == 0:
                note("key to paint: first or last claim", review.paint(end))
                note("key to paint: page of claims", review.paint(page))
            note("key to paint: bare line-API list", rows.paint(b"j"))
            note("key to paint: next claim", review.paint(step))
        review.paint(b"\x1b[H", quiet=0.1)
        for number in range(1, keys + 1):
            done = f" {number}/{claims}".encode()
            note("confirm: durable and next claim painted", review.answer(b"c", done))
        review.paint(b"\x1b[Z", quiet=0.1)  # to the article
        for number in range(keys):
            end, page, step = _AT_THE_END if number % 10 < 5 else _AT_THE_START
            if number % 5 == 0:
                note("key to paint: end or beginning of it", review.paint(end))
                note("key to paint: page of the article", review.paint(page))
            note("key to paint: line of the article", review.paint(step))
        note("lag after 3 s of j at 30/s: the article", review.repeat(b"j", 90, 30))
        note("memory (MB): ours", review.megabytes())
        note("memory (MB): bare list", rows.megabytes())
    return samples


def commit(path: Path) -> float:
    """Milliseconds that this disk takes for one row with the settings that decisions are written with."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("CREATE TABLE IF NOT EXISTS row(value TEXT)")
    started = time.perf_counter()
    connection.execute("INSERT INTO row VALUES ('x')")
    taken = time.perf_counter() - started
    connection.close()
    return taken * 1e3


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
            measure = measured_in_one_article if together else measured
            samples = measure(db, claims, arguments.runs, arguments.keys)
            what = f"{claims:,} claims{' in one article' if together else ''}"
            everything[what] = samples
            show(what, samples)
    if arguments.json:
        arguments.json.write_text(json.dumps(everything, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
