"""The index of matching in the database: what each claim is found by, how telling keys are, who is tied.

Derived from the claims and nothing else: its tables can be emptied at any time and are filled again by the
next full run. Holds no scoring; what a key or a tie is worth is said by match.
"""

from __future__ import annotations

import json
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest
from itertools import islice
from struct import unpack
from sys import modules
from typing import TypeVar

from curator.match.postings import MOST, PRIOR, Found, evenness
from curator.store.database import Database
from curator.store.match_state import set_state, state

Item = TypeVar("Item")
KeyRow = tuple[str, int, bytes, bytes]
"""A key, in how many of the counted claims it stands, and its postings "said" and "around"."""

_TWO = struct.Struct("<II")
"""A posting (the claim; its mass, doubled, and whether it affirms), or a tie (the other, the steps)."""
_TOGETHER = 20_000
"""Rows written in one transaction: a reviewer waits no longer than that for a decision to be saved."""
_SOME = 3_000
"""Postings from which numpy is faster."""
_NEARLY = 1.0 - 2.0**-9
"""More than what the number of a claim and rounding take from the square of a rank."""
_MANY = 100_000
"""Postings from which it is worth its loading, which takes a tenth of a second."""


def posting(number: int, mass: int, *, affirms: bool) -> bytes:
    """A claim as it stands under its keys."""
    return _TWO.pack(number, 2 * mass + affirms)


def tied(other: int, steps: int) -> bytes:
    """One tie of a claim."""
    return _TWO.pack(other, steps)


class MatchIndex:
    """The index of one database; every method that writes does so inside `writing()`, but `fill`."""

    def __init__(self, database: Database) -> None:
        self._db = database

    # -- what is in it ---------------------------------------------------------------------------------

    def state(self, name: str) -> str:
        """A value kept with the index, "" if there is none."""
        return state(self._db, name)

    def claim_nos(self) -> list[int]:
        """The claims that have arrived, in their order; none while the index is being filled."""
        if not self.state("counted"):
            return []
        return [row[0] for row in self._db.rows("SELECT claim_no FROM match_claim ORDER BY number")]

    def size(self) -> int:
        """How many claims have arrived."""
        if not self.state("counted"):
            return 0
        return int(self._db.one("SELECT coalesce(max(number), -1) + 1 FROM match_claim")[0])

    def number(self, claim_no: int) -> int | None:
        """As which number a claim arrived; None if it has not."""
        row = self._db.first("SELECT number FROM match_claim WHERE claim_no = ?", (claim_no,))
        return row[0] if row else None

    def numbered(self, numbers: Iterable[int]) -> dict[int, int]:
        """The claims that arrived as these numbers."""
        rows = self._db.rows(
            "SELECT m.number, m.claim_no FROM json_each(?) j CROSS JOIN match_claim m ON m.number = j.value",
            (json.dumps(list(numbers)),),
        )
        return dict(rows)

    # -- writing ---------------------------------------------------------------------------------------

    def fill(
        self,
        claims: Iterable[tuple[int, int, bytes]],
        keys: Iterable[KeyRow],
        readings: Iterable[tuple[int, str]],
        *,
        counted: int,
        weights: str,
    ) -> Iterator[int]:
        """Fill it anew, some rows a transaction; gives the rows so far.

        `claims`: (number, claim, ties); `readings`: (claim, as `compact.written`).

        Until all are written the index counts as empty, so that a run that is broken off is done again.
        """
        with self._db.writing():
            for name in ("match_claim", "match_key", "match_reading"):
                self._db.run(f"DELETE FROM {name}")
            self._db.run("DELETE FROM match_state WHERE name IN ('counted', 'weights')")
        written = 0
        for statement, rows in (
            ("INSERT INTO match_claim VALUES (?,?,?)", claims),
            ("INSERT INTO match_key VALUES (?,?,?,?)", keys),
            ("INSERT INTO match_reading VALUES (?,?)", readings),
        ):
            for part in _parts(rows, _TOGETHER):
                with self._db.writing():
                    self._db.run_many(statement, part)
                written += len(part)
                yield written
        with self._db.writing():
            set_state(self._db, "counted", str(counted))
            set_state(self._db, "weights", weights)


class StoredKeys:
    """The rows of keys, each read once; what is added is written by `flush`, inside `writing()`."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._known: dict[str, tuple[int, bytes, bytes]] = {}
        self._changed: set[str] = set()

    def load(self, keys: Iterable[str]) -> None:
        """Read these keys at once."""
        missing = [key for key in keys if key not in self._known]
        if not missing:
            return
        self._known.update((key, (0, b"", b"")) for key in missing)
        rows = self._db.rows(
            "SELECT k.key, k.claims, k.said, k.around FROM json_each(?) j CROSS JOIN match_key k "
            "ON k.key = j.value",
            (json.dumps(missing),),
        )
        self._known.update((row[0], row[1:]) for row in rows)

    def postings(self, key: str, *, around: bool) -> bytes:
        """The postings of a key that was loaded."""
        _, said, near = self._known[key]
        return near if around else said

    def add(self, keys: Iterable[str], entry: bytes, *, around: bool) -> None:
        """Enter a claim under these keys."""
        for key in keys:
            claims, said, near = self._known[key]
            if len(near if around else said) >= MOST * _TWO.size:
                continue
            self._known[key] = (claims, said, near + entry) if around else (claims, said + entry, near)
            self._changed.add(key)

    def flush(self) -> None:
        """Write what was added."""
        self._db.run_many(
            "INSERT INTO match_key(key, claims, said, around) VALUES (?,?,?,?) "
            "ON CONFLICT(key) DO UPDATE SET said = excluded.said, around = excluded.around",
            [(key, *self._known[key]) for key in sorted(self._changed)],
        )
        self._changed.clear()


class StoredPostings:
    """The postings "said" or "around" of stored keys."""

    def __init__(self, keys: StoredKeys, *, around: bool) -> None:
        self._keys, self._around = keys, around

    def add(self, number: int, keys: Iterable[str], mass: int, *, affirms: bool) -> None:
        found = list(keys)
        self._keys.load(found)
        self._keys.add(found, posting(number, mass, affirms=affirms), around=self._around)

    def best(self, weights: Mapping[str, int], limit: int, least: float, *, affirming: bool) -> list[Found]:
        self._keys.load(weights)
        there = [
            (weight, postings)
            for key, weight in weights.items()
            if (postings := self._keys.postings(key, around=self._around))
        ]
        if sum(len(postings) for _, postings in there) > _TWO.size * (_SOME if "numpy" in modules else _MANY):
            from curator.match.packed import best_of_many

            return best_of_many(there, limit, least, affirming=affirming)
        shared: defaultdict[int, int] = defaultdict(int)
        for weight, postings in there:
            for both in unpack(f"<{len(postings) // 8}Q", postings):  # one number is counted faster than two
                shared[both] += weight
        return _best(shared, limit, least, affirming=affirming)


def _best(shared: Mapping[int, int], limit: int, least: float, *, affirming: bool) -> list[Found]:
    """The best of claims given as the second and first number of a posting in one, with what they share."""
    if affirming:
        shared = {both: mass for both, mass in shared.items() if both >> 32 & 1}
    squares = [mass * mass / ((both >> 33) + PRIOR) for both, mass in shared.items()]
    enough = max(least * least, sorted(squares)[-limit] if len(squares) > limit else 0.0) * _NEARLY
    # Of thousands only these few are ranked to the last digit.
    ranked = [
        (shared[both] * evenness(both >> 33, number), number)
        for both, square in zip(shared, squares, strict=True)
        if square >= enough
        for number in [both & 0xFFFFFFFF]
    ]
    return [Found(*best) for best in nlargest(limit, (r for r in ranked if r[0] >= least))]


class StoredTies:
    """Ties in the database, those of each claim read once; what is added is written by `flush`."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._known: dict[int, dict[int, int]] = {}
        self._changed: set[int] = set()

    def of(self, number: int) -> Mapping[int, int]:
        return self._of(number)

    def _of(self, number: int) -> dict[int, int]:
        known = self._known.get(number)
        if known is None:
            row = self._db.first("SELECT ties FROM match_claim WHERE number = ?", (number,))
            known = self._known[number] = dict(_TWO.iter_unpack(row[0])) if row else {}
        return known

    def add(self, one: int, other: int, steps: int) -> None:
        self._of(one)[other] = self._of(other)[one] = steps
        self._changed |= {one, other}

    def flush(self) -> None:
        """Write what was added, inside `writing()`."""
        self._db.run_many(
            "UPDATE match_claim SET ties = ?2 WHERE number = ?1",
            [
                (number, b"".join(tied(*tie) for tie in self._known[number].items()))
                for number in sorted(self._changed)
            ],
        )
        self._changed.clear()


class StoredCounts(Mapping[str, int]):
    """Counts of keys in the database, each looked up once."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._known: dict[str, int] = {}

    def load(self, keys: Iterable[str]) -> None:
        """Look these keys up at once."""
        missing = [key for key in keys if key not in self._known]
        if missing:
            self._known.update(dict.fromkeys(missing, 0))
            self._known.update(
                self._db.rows(
                    "SELECT k.key, k.claims FROM json_each(?) j CROSS JOIN match_key k ON k.key = j.value",
                    (json.dumps(missing),),
                )
            )

    def __getitem__(self, key: str) -> int:
        if key not in self._known:
            self.load([key])
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._db.rows("SELECT key FROM match_key"))

    def __len__(self) -> int:
        return int(self._db.one("SELECT count(*) FROM match_key")[0])


def _parts(rows: Iterable[Item], size: int) -> Iterator[list[Item]]:
    source = iter(rows)
    return iter(lambda: list(islice(source, size)), [])
