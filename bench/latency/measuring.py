"""What starts, keys and decisions take in one database, ours in turn with bare Textual programs.

Presses keys and reads the clock; it must never look into the program that it measures.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.latency.stopwatch import Stopwatch

WORDS = (b"harbour", b"border talks", b"unio", b"doctors strike", b"river price")
"""What is typed to search for: common words and rarer ones, of which each letter is a search."""
BARE = str(Path(__file__).with_name("bare.py"))
FIRST = b"in this article"
"""Written with the first screen that shows claims."""

Samples = dict[str, list[float]]
"""By what was measured, in the order of measuring; milliseconds, or megabytes where the name says so."""

_AT_THE_START = b"\x1b[H", b"\x1b[6~", b"j"
"""Keys that lead to the beginning of a pane, and from there on by a page and by a line."""
_AT_THE_END = b"G", b"\x1b[5~", b"k"


class Measuring:
    """The samples of one database of so many claims; nobody else may have it open."""

    def __init__(self, db: Path, claims: int) -> None:
        self.samples: Samples = {}
        self._db, self._claims = db, claims

    def _note(self, name: str, value: float) -> None:
        self.samples.setdefault(name, []).append(value)

    def starts(self, runs: int) -> None:
        """From the command to the first screen, so many times."""
        for _ in range(runs):
            with Stopwatch([sys.executable, BARE, "hello"]) as bare:
                self._note("start: bare Textual hello", bare.first_screen(b"hello"))
            with Stopwatch(self._ours()) as started:
                self._note("start: first screen with claims", started.first_screen(FIRST))

    def in_articles(self, keys: int) -> None:
        """Keys of each kind, through articles that a screen or two hold."""
        with self._side_by_side() as (rows, review):
            for number in range(keys):
                self._note("key to paint: bare line-API list", rows.paint(b"j"))
                self._note("key to paint: next claim", review.paint(b"j" if number % 40 < 20 else b"k"))
            for number in range(keys):
                self._note("key to paint: bare line-API list", rows.paint(b"j"))
                self._note("key to paint: next related", review.paint(b"K" if number % 2 else b"J"))
            for _ in range(keys):
                self._note("key to paint: bare line-API list", rows.paint(b"j"))
                self._note("key to paint: next article", review.paint(b"]"))
            self._note("lag after 3 s of j at 30/s: bare list", rows.repeat(b"j", 90, 30))
            self._note("lag after 3 s of j at 30/s: ours", review.repeat(b"j", 90, 30))
            review.settle()
            for _ in range(keys):
                self._note("commit alone: one row in an empty file", commit(self._db.with_name("commit.db")))
            self._confirm(review, keys)
            for _ in range(keys // 4):
                self._note("undo: durable and painted", review.answer(b"u", b"undone: "))
            self._search(review)
            self._switch(review, max(2, keys // 10))

    def in_one_article(self, keys: int) -> None:
        """Keys of each kind, through one article that has all claims and is as large a text."""
        with self._side_by_side() as (rows, review):
            review.paint(b"G", quiet=0.5)  # with this the text is broken into lines
            for number in range(keys):
                end, page, step = _AT_THE_START if number % 10 < 5 else _AT_THE_END
                if number % 5 == 0:
                    self._note("key to paint: first or last claim", review.paint(end))
                    self._note("key to paint: page of claims", review.paint(page))
                self._note("key to paint: bare line-API list", rows.paint(b"j"))
                self._note("key to paint: next claim", review.paint(step))
            review.paint(b"\x1b[H", quiet=0.1)
            self._confirm(review, keys)
            review.paint(b"\x1b[Z", quiet=0.1)  # to the article
            for number in range(keys):
                end, page, step = _AT_THE_END if number % 10 < 5 else _AT_THE_START
                if number % 5 == 0:
                    self._note("key to paint: end or beginning of it", review.paint(end))
                    self._note("key to paint: page of the article", review.paint(page))
                self._note("key to paint: line of the article", review.paint(step))
            self._note("lag after 3 s of j at 30/s: the article", review.repeat(b"j", 90, 30))

    @contextmanager
    def _side_by_side(self) -> Iterator[tuple[Stopwatch, Stopwatch]]:
        """A bare list of as many rows and the review, both at rest; how much memory they took in the end."""
        bare = [sys.executable, BARE, "list", str(self._claims)]
        with Stopwatch(bare) as rows, Stopwatch(self._ours()) as review:
            rows.until(b"row 0")
            review.until(FIRST)
            rows.settle()
            review.settle()
            yield rows, review
            self._note("memory (MB): ours", review.megabytes())
            self._note("memory (MB): bare list", rows.megabytes())

    def _ours(self) -> list[str]:
        return [sys.executable, "-m", "curator", "--db", str(self._db), "--reviewer", "bench", "review"]

    def _confirm(self, review: Stopwatch, keys: int) -> None:
        for number in range(1, keys + 1):
            done = f" {number}/{self._claims}".encode()
            self._note("confirm: durable and next claim painted", review.answer(b"c", done))

    def _search(self, review: Stopwatch) -> None:
        review.paint(b"/")
        review.settle()
        for word in WORDS:
            for letter in word:
                first, last = review.paints(bytes([letter]), quiet=0.12)
                self._note("search as you type: first results painted", first)
                self._note("search as you type: last result painted", last)
            for _ in word:
                review.paint(b"\x7f", quiet=0.12)
        review.paint(b"\x1b")
        review.settle()

    def _switch(self, review: Stopwatch, rounds: int) -> None:
        for number in range(rounds):
            for view in b"2131415":
                first = "first time" if not number and view != ord("1") else "again"
                taken = review.paint(bytes([view]), quiet=0.06)
                self._note(f"view switch: to {chr(view)}, {first}", taken)
            review.paint(b"1", quiet=0.06)


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
