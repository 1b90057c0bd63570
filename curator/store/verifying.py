"""Checks everything that the file claims of itself: structure, texts, chains, projections, heads.

Works on a copy, so it changes nothing and holds nobody up. Never repairs; says where.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from curator.models import Article, ClaimView, CuratorError, Event, article_id, id_of
from curator.progress import ProgressCallback
from curator.review import chain, clock
from curator.review.facts import EVENT_KINDS, digests_of, read
from curator.store import schema, structure
from curator.store.database import Database
from curator.store.dataset import Snapshot, roomy
from curator.store.heads import read_heads
from curator.store.rebuilding import PROJECTIONS, rebuild
from curator.store.speakers import Speakers
from curator.store.troubles import NoRoom, ReadOnly, no_room_for_a_copy

_MOST_FINDINGS = 1000
"""After so many of one kind, the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `verify` found wrong, with where."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was checked, in sentences with counts, and what is wrong (empty: all is well)."""

    checked: tuple[str, ...]
    findings: tuple[Finding, ...]


class Verification:
    """One run over a copy of a database."""

    def __init__(self, copy: Database, path: Path, heads: dict[str, tuple[int, str]] | None) -> None:
        self._db = copy
        self._path = path
        """Of the database itself, by which findings call it."""
        self._dataset = Snapshot(copy, "")
        self._heads = heads
        self._checked: list[str] = []
        self._findings: list[Finding] = []
        self._digests: dict[str, str] = {}
        self._suppressed: dict[str, int] = defaultdict(int)

    def run(self, progress: ProgressCallback) -> VerifyReport:
        """All checks, the later ones as far as the earlier ones leave something to read."""
        checks = (
            self._structure,
            self._texts,
            self._chains,
            self._projections,
            self._search,
            self._against,
        )
        for done, check in enumerate(checks):
            progress(f"checking {check.__name__.strip('_')}", done, len(checks))
            try:
                check()
            except NoRoom:  # nothing that the database is to blame for
                raise
            except (sqlite3.Error, CuratorError, UnicodeError, ValueError, KeyError, TypeError) as error:
                reason = str(error).replace(str(self._db.path), str(self._path))
                self._found(check.__name__.strip("_"), f"could not be checked to the end: {reason}")
        for kind, count in self._suppressed.items():
            self._findings.append(Finding(kind, f"{count:,} more findings of this kind"))
        return VerifyReport(tuple(self._checked), tuple(self._findings))

    def _found(self, where: str, what: str) -> None:
        if len(self._findings) < _MOST_FINDINGS:
            self._findings.append(Finding(where, what))
        else:
            self._suppressed[where.partition(" ")[0]] += 1

    # -- structure -------------------------------------------------------------------------------------

    def _structure(self) -> None:
        for (message,) in self._db.rows("PRAGMA integrity_check(100)"):
            if message != "ok":
                self._found("file", message)
        for table, rowid, parent, _ in self._db.rows("PRAGMA foreign_key_check"):
            self._found(f"{table} row {rowid}", f"refers to a row of {parent} that is not there")
        for left, right in self._db.rows(
            "SELECT left_no, right_no FROM candidate WHERE left_no NOT IN (SELECT no FROM claim) "
            "OR right_no NOT IN (SELECT no FROM claim) LIMIT 100"
        ):
            self._found(f"candidate {left} {right}", "is of a claim that is not there")
        for name, what in structure.differences(self._db):
            self._found(f"schema {name}", f"{what}: it is not as Curator makes it")
        self._checked.append("structure: pages, foreign keys, tables, indexes, triggers and views")

    # -- texts -----------------------------------------------------------------------------------------

    def _texts(self) -> None:
        articles = claims = 0
        for article, views in self._dataset.claims_with_text():
            articles += 1
            claims += len(views)
            where = f"article {article.id}"
            if article_id(article.text) != article.id:
                self._found(where, "its text does not fit its id: it was changed after it was stored")
            for view in views:
                self._claim(article, view)
        for (orphan,) in self._db.rows(
            "SELECT id FROM claim WHERE no >> 29 <> article_no OR NOT EXISTS "
            "(SELECT 1 FROM article a WHERE a.no = claim.article_no) LIMIT 100"
        ):
            self._found(f"claim {orphan}", "does not stand where its article is")
        wrong = self._db.rows("SELECT id FROM article WHERE length <> length(text) LIMIT 100")
        for (wrong_id,) in wrong:
            self._found(f"article {wrong_id}", "its length is not that of its text")
        self._checked.append(
            f"texts: {articles:,} articles against their ids, {claims:,} claims against their articles"
        )

    def _claim(self, article: Article, view: ClaimView) -> None:
        claim, where = view.claim, f"claim {view.claim.id}"
        if claim.article_id != article.id or id_of(claim) != claim.id:
            self._found(where, "its id does not fit its article and boundaries")
        if claim.grounded and article.text[claim.start : claim.end] != claim.text:
            self._found(where, "its text is not what the article has between its boundaries")
        for name, span in (("speaker", claim.speaker_span), ("cue", claim.cue_span)):
            if span and not 0 <= span.start <= span.end <= len(article.text):
                self._found(where, f"the place of its {name} lies outside the article")
        self._digests[claim.id] = chain.claim_digest(claim)

    # -- chains ----------------------------------------------------------------------------------------

    def _chains(self) -> None:
        count, chains = 0, set()

        def counted() -> Iterator[Event]:
            nonlocal count
            for event in self._by_chain():
                count += 1
                chains.add(event.reviewer)
                self._event(event)
                yield event

        for event, what in chain.breaks(counted()):
            self._found(f"decision {event.event_id} ({event.reviewer} {event.rseq})", what)
        for undo, target in self._db.rows(
            "SELECT u.event_id, t.event_id FROM decision_event u "
            "JOIN decision_event t ON t.event_id = u.target "
            "WHERE (u.hlc, u.reviewer, u.rseq) <= (t.hlc, t.reviewer, t.rseq)"
        ):
            self._found(f"decision {undo}", f"takes back {target}, which comes after it")
        self._checked.append(
            f"decisions: {count:,} in {len(chains):,} chains, each hash, link and number, "
            "and the claims that they speak of"
        )

    def _by_chain(self) -> Iterator[Event]:
        from curator.store.log import EVENT_COLUMNS

        after: tuple[str, int] = ("", 0)
        while rows := self._db.rows(
            f"SELECT {EVENT_COLUMNS} FROM decision_event e WHERE (e.reviewer, e.rseq) > (?, ?) "
            "ORDER BY e.reviewer, e.rseq LIMIT 1000",
            after,
        ):
            yield from (Event(*row) for row in rows)
            after = (rows[-1][2], rows[-1][3])

    def _event(self, event: Event) -> None:
        where = f"decision {event.event_id} ({event.reviewer} {event.rseq})"
        if event.kind not in EVENT_KINDS:
            self._found(where, f"is of the unknown kind {event.kind!r}")
        try:
            clock.parse(event.hlc)
        except ValueError:
            self._found(where, "its clock cannot be read")
        digests = digests_of(event)
        for claim in read(event).claim_ids:
            if claim not in self._digests:
                self._found(where, f"speaks of claim {claim}, which is not there")
            elif digests.get(claim) != self._digests[claim] and not self._variant(claim, digests.get(claim)):
                self._found(where, f"claim {claim} is not as the reviewer was shown it: it was changed since")

    def _variant(self, claim: str, digest: str | None) -> bool:
        row = self._db.first(
            "SELECT 1 FROM claim_variant v JOIN claim c ON c.no = v.claim_no WHERE c.id = ? AND v.digest = ?",
            (claim, digest),
        )
        return row is not None

    # -- projections -----------------------------------------------------------------------------------

    def _projections(self) -> None:
        self._db.run("PRAGMA temp_store=FILE")
        with self._db.writing():
            Speakers(self._db).settle()
            for table in PROJECTIONS:
                self._db.run(f"CREATE TEMP TABLE was_{table} AS SELECT {_compared(table)} FROM main.{table}")
            rebuild(self._db)
            rows = 0
            for table in PROJECTIONS:
                rows += self._db.one(f"SELECT count(*) FROM temp.was_{table}")[0]
                self._compare(table)
        self._checked.append(
            f"projections: {rows:,} rows in {len(PROJECTIONS)} tables against the log, folded anew"
        )

    def _compare(self, table: str) -> None:
        now = f"SELECT {_compared(table)} FROM main.{table}{_KEPT.get(table, '')}"
        was = f"SELECT * FROM temp.was_{table}{_KEPT.get(table, '')}"
        for first, second, what in (
            (was, now, "is there but does not follow from the log"),
            (now, was, "follows from the log but is not there"),
        ):
            differing = self._db.rows(f"SELECT * FROM ({first} EXCEPT {second}) LIMIT 20")
            for row in differing:
                self._found(f"{table} {self._named(table, row)}", f"{what}: {_short(row)}")

    def _named(self, table: str, row: tuple[Any, ...]) -> str:
        if table in ("claim_state", "verdict", "event_claim", "relation", "candidate"):
            found = self._db.first("SELECT id FROM claim WHERE no = ?", (row[0],))
            return f"claim {found[0]}" if found else f"claim number {row[0]}"
        return str(row[0])

    def _search(self) -> None:
        with self._db.writing():
            for table in ("claim_search", "article_search"):
                try:
                    self._db.run(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")
                except sqlite3.DatabaseError:
                    self._found(table, "the full-text index does not fit the texts")
        self._checked.append("search: the full-text indexes against the texts")

    # -- heads -----------------------------------------------------------------------------------------

    def _against(self) -> None:
        if self._heads is None:
            return
        for reviewer, (rseq, hash_) in sorted(self._heads.items()):
            row = self._db.first(
                "SELECT hash FROM decision_event WHERE reviewer = ? AND rseq = ?", (reviewer, rseq)
            )
            if row is None:
                last = self._db.one(
                    "SELECT coalesce(max(rseq), 0) FROM decision_event WHERE reviewer = ?", (reviewer,)
                )[0]
                self._found(f"chain {reviewer}", f"ends at {last}, but reached {rseq} when it was exported")
            elif row[0] != hash_:
                self._found(f"chain {reviewer}", f"decision {rseq} is not the one that was exported")
        self._checked.append(f"heads: {len(self._heads):,} chains against the heads given")


_COLUMNS = {
    "tally": "name, count",
    "candidate": "left_no, right_no, kind, open",
}
_KEPT = {"tally": " WHERE count <> 0"}


def _compared(table: str) -> str:
    return _COLUMNS.get(table, "*")


def _short(row: Iterable[Any]) -> str:
    words = ", ".join(str(value) for value in row)
    return words if len(words) <= 200 else words[:199] + "…"


def verify(
    database: Database,
    against: str | PathLike[str] | None = None,
    progress: ProgressCallback = lambda what, done, total: None,
) -> VerifyReport:
    """Check a database, and its chains against the heads of an earlier export."""
    if database.one("PRAGMA user_version")[0] > schema.VERSION:
        raise ReadOnly(database.read_only)
    heads = None if against is None else read_heads(against)
    with tempfile.TemporaryDirectory(prefix=".curator-", dir=roomy(database)) as folder:
        try:
            copy = Database.copied(database, Path(folder) / database.path.name)
            try:
                return Verification(copy, database.path, heads).run(progress)
            finally:
                copy.close()
        except NoRoom as error:
            raise no_room_for_a_copy(database.path, Path(folder).parent) from error
