"""The index of matching in the database: what each claim is found by, how telling keys are, who is tied.

Derived from the claims and nothing else: its tables can be emptied at any time and are filled again by the
next full run. Holds no scoring; what a key or a tie is worth is said by match.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TypeVar

from curator.match.postings import Found
from curator.match.retrieval import Entry
from curator.store.database import Database

Item = TypeVar("Item")

_NAMES = ("match_claim", "match_said", "match_around", "match_count", "match_tie")
_TOGETHER = 50_000
"""Rows written by one statement."""


class MatchIndex:
    """The index of one database; every method that writes does so inside `writing()`."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def empty(self) -> None:
        """Forget everything but what was learned, before a full run fills it anew."""
        for name in _NAMES:
            self._db.run(f"DELETE FROM {name}")
        self._db.run("DELETE FROM match_state WHERE name <> 'learned'")

    # -- what is in it ---------------------------------------------------------------------------------

    def state(self, name: str) -> str:
        """A value kept with the index, "" if there is none."""
        row = self._db.first("SELECT value FROM match_state WHERE name = ?", (name,))
        return row[0] if row else ""

    def set_state(self, name: str, value: str) -> None:
        self._db.run("INSERT OR REPLACE INTO match_state(name, value) VALUES (?,?)", (name, value))

    def claim_nos(self) -> list[int]:
        """The claims that have arrived, in their order."""
        return [row[0] for row in self._db.rows("SELECT claim_no FROM match_claim ORDER BY number")]

    def size(self) -> int:
        """How many claims have arrived."""
        return int(self._db.one("SELECT coalesce(max(number), -1) + 1 FROM match_claim")[0])

    def claim_no(self, number: int) -> int:
        """The claim that arrived as `number`."""
        return int(self._db.one("SELECT claim_no FROM match_claim WHERE number = ?", (number,))[0])

    def number(self, claim_no: int) -> int | None:
        """As which number a claim arrived; None if it has not."""
        row = self._db.first("SELECT number FROM match_claim WHERE claim_no = ?", (claim_no,))
        return row[0] if row else None

    # -- writing ---------------------------------------------------------------------------------------

    def enter(self, entries: Iterable[tuple[Entry, int]]) -> None:
        """Enter claims with their claim numbers."""
        for part in _parts(entries, 2_000):
            self._db.run_many(
                "INSERT INTO match_claim VALUES (?,?,?,?,?)",
                [(e.number, no, e.said_evenness, e.around_evenness, int(e.affirms)) for e, no in part],
            )
            for table in ("said", "around"):
                rows = sorted((key, e.number) for e, _ in part for key in getattr(e, table))
                self._db.run_many(f"INSERT INTO match_{table} VALUES (?,?)", rows)

    def count(self, counts: Mapping[str, int], claims: int) -> None:
        """Keep in how many of the `claims` counted claims each key occurs."""
        for part in _parts(sorted(counts.items()), _TOGETHER):
            self._db.run_many("INSERT INTO match_count VALUES (?,?)", part)
        self.set_state("counted", str(claims))

    def tie_all(self, ties: Iterable[tuple[int, int, int]]) -> None:
        """Enter ties, both ways."""
        both = chain.from_iterable(((one, other, steps), (other, one, steps)) for one, other, steps in ties)
        for part in _parts(both, _TOGETHER):
            self._db.run_many("INSERT OR REPLACE INTO match_tie VALUES (?,?,?)", part)


class StoredPostings:
    """Postings in one of the tables: "said" or "around"."""

    def __init__(self, database: Database, table: str) -> None:
        assert table in ("said", "around")
        self._db, self._table = database, table

    def add(self, number: int, keys: Iterable[str], evenness: float, *, affirms: bool) -> None:
        """The keys only: `MatchIndex.enter` or `Arrivals` writes the claim's row."""
        rows = [(key, number) for key in sorted(keys)]
        self._db.run_many(f"INSERT INTO match_{self._table} VALUES (?,?)", rows)
        column = f"{self._table}_evenness"
        self._db.run(
            f"UPDATE match_claim SET {column} = ?, affirms = ? WHERE number = ?", (evenness, affirms, number)
        )

    def best(self, weights: Mapping[str, int], limit: int, least: float, *, affirming: bool) -> list[Found]:
        rows = self._db.rows(
            f"""
            WITH shared(number, mass) AS MATERIALIZED (
              SELECT p.number, sum(k.value) FROM json_each(?1) k
              CROSS JOIN match_{self._table} p ON p.key = k.key GROUP BY p.number)
            SELECT s.mass * c.{self._table}_evenness AS rank, s.number
            FROM shared s CROSS JOIN match_claim c ON c.number = s.number
            WHERE rank >= ?2 AND c.affirms >= ?3 ORDER BY rank DESC, s.number DESC LIMIT ?4
            """,
            (json.dumps(dict(weights)), least, int(affirming), limit),
        )
        return [Found(*row) for row in rows]


class StoredTies:
    """Ties in the database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, number: int) -> Mapping[int, int]:
        return dict(self._db.rows("SELECT other, steps FROM match_tie WHERE one = ?", (number,)))

    def add(self, one: int, other: int, steps: int) -> None:
        self._db.run_many(
            "INSERT OR REPLACE INTO match_tie VALUES (?,?,?)", [(one, other, steps), (other, one, steps)]
        )


class StoredCounts(Mapping[str, int]):
    """Counts of keys in the database, each looked up once."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._known: dict[str, int] = {}

    def __getitem__(self, key: str) -> int:
        known = self._known.get(key)
        if known is None:
            row = self._db.first("SELECT claims FROM match_count WHERE key = ?", (key,))
            known = self._known[key] = row[0] if row else 0
        return known

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._db.rows("SELECT key FROM match_count"))

    def __len__(self) -> int:
        return int(self._db.one("SELECT count(*) FROM match_count")[0])


def _parts(rows: Iterable[Item], size: int) -> Iterator[list[Item]]:
    source = iter(rows)
    return iter(lambda: list(islice(source, size)), [])
