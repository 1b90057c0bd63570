"""The union of two databases: articles and claims by content, events by id, then the same fold.

Commutative, associative and idempotent: in whichever order files are brought together, the same state comes
out. Nothing of the other file is believed: its structure, texts and chains are checked on the way in, and a
chain that is broken or forked is refused with the place.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curator.models import KINDS, Article, Claim, CuratorError, Event, article_id, id_of
from curator.progress import ProgressCallback
from curator.review import chain, clock
from curator.review.facts import EVENT_KINDS, read
from curator.store import schema, structure
from curator.store.claim_rows import CLAIM_COLUMNS, CLAIM_WIDTH, claim_of
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.dataset import Snapshot
from curator.store.log import EVENT_COLUMNS, Log
from curator.store.opening import opened
from curator.store.rebuilding import rebuild
from curator.store.troubles import Damaged, explained
from curator.store.variants import Variants

_PAGE = 500
_ORIGINS = ("reviewer", "vanished", "found")
"""Of two origins of one claim the later one here holds."""


@dataclass(frozen=True, slots=True)
class United:
    """What came in from another database."""

    articles_added: int
    articles_known: int
    claims_added: int
    events_added: int


class NotUnited(CuratorError):
    """Another database that is not taken in; nothing of it was."""


def unite(database: Database, other: Path, progress: ProgressCallback) -> United:
    """Take everything in from the database at `other`, which is not changed; all of it or nothing."""
    with tempfile.TemporaryDirectory(prefix="curator-") as folder:
        copy = _copied(other, Path(folder) / "other.db")
        try:
            return _Union(database, copy, other, progress).run()
        finally:
            copy.close()


def _copied(other: Path, path: Path) -> Database:
    """A copy of another database, checked to be Curator's and brought up to date."""
    try:
        source = sqlite3.connect(f"{other.resolve().as_uri()}?mode=rw", uri=True, timeout=5)
        try:
            application = source.execute("PRAGMA application_id").fetchone()[0]
            version = source.execute("PRAGMA user_version").fetchone()[0]
            if application != schema.APPLICATION_ID:
                raise NotUnited(f"{other} is a database of another program, not Curator's")
            if version > schema.VERSION:
                raise NotUnited(f"{other} was written by a newer Curator; upgrade this one to take it in")
            target = sqlite3.connect(path)
            try:
                source.backup(target)
            finally:
                target.close()
        finally:
            source.close()
        return opened(path, create=False)
    except sqlite3.Error as error:
        raise NotUnited(str(explained(error, other))) from error


class _Union:
    def __init__(self, here: Database, there: Database, name: Path, progress: ProgressCallback) -> None:
        self._here, self._there, self._name = here, there, name
        self._progress = progress
        self._corpus, self._log = Corpus(here), Log(here)
        self._variants = Variants(here)
        self._other_variants = Variants(there)

    def run(self) -> United:
        self._check_structure()
        self._check_chains()
        with self._here.writing():
            articles_added, articles_known, claims_added = self._articles()
            events_added = self._events()
            self._settle_records()
            if events_added or claims_added or articles_added or self._differing:
                self._progress("folding the decisions", 0, None)
                rebuild(self._here)
        return United(articles_added, articles_known, claims_added, events_added)

    def _refuse(self, what: str) -> NotUnited:
        return NotUnited(f"{self._name} is not taken in: {what}")

    # -- checks ----------------------------------------------------------------------------------------

    def _check_structure(self) -> None:
        for name, what in structure.differences(self._there):
            raise self._refuse(f"its {name} {what}")
        for (message,) in self._there.rows("PRAGMA quick_check(1)"):
            if message != "ok":
                raise self._refuse(f"the file is damaged ({message})")

    def _check_chains(self) -> None:
        """Every event is what its hash says, follows the one before it, and agrees with what is here."""
        for event, what in chain.breaks(self._checked_events()):
            raise self._refuse(f"decision {event.rseq} of {event.reviewer}: {what}")
        for undo, target in self._there.rows(
            "SELECT u.rseq || ' of ' || u.reviewer, t.event_id FROM decision_event u "
            "JOIN decision_event t ON t.event_id = u.target "
            "WHERE (u.hlc, u.reviewer, u.rseq) <= (t.hlc, t.reviewer, t.rseq)"
        ):
            raise self._refuse(f"decision {undo} takes back {target}, which comes after it")

    def _checked_events(self) -> Iterator[Event]:
        last: tuple[str, int] = ("", 0)
        while rows := self._there.rows(
            f"SELECT {EVENT_COLUMNS} FROM decision_event e WHERE (e.reviewer, e.rseq) > (?, ?) "
            "ORDER BY e.reviewer, e.rseq LIMIT ?",
            (*last, _PAGE),
        ):
            for row in rows:
                event = Event(*row)
                self._check_event(event)
                yield event
            last = (rows[-1][2], rows[-1][3])

    def _check_event(self, event: Event) -> None:
        where = f"decision {event.rseq} of {event.reviewer}"
        if event.kind not in EVENT_KINDS:
            raise self._refuse(f"{where} is of the unknown kind {event.kind!r}")
        name, at, mark = event.reviewer.rpartition("@")
        if not name or not at or not mark or "@" in name or not event.reviewer.isprintable():
            raise self._refuse(f"{where} has no proper reviewer")
        try:
            clock.parse(event.hlc)
            payload = json.loads(event.payload)
        except ValueError:
            raise self._refuse(f"{where} cannot be read") from None
        if not isinstance(payload, dict) or chain.canonical_json(payload) != event.payload:
            raise self._refuse(f"{where} is not written as Curator writes it")
        known = self._here.first(
            "SELECT hash FROM decision_event WHERE reviewer = ? AND rseq = ?", (event.reviewer, event.rseq)
        )
        if known is not None and known[0] != event.hash:
            raise self._refuse(
                f"the chain of {event.reviewer} forks at decision {event.rseq}: here it goes on differently"
            )
        known = self._here.first("SELECT hash FROM decision_event WHERE event_id = ?", (event.event_id,))
        if known is not None and known[0] != event.hash:
            raise self._refuse(f"{where} has the id of another decision that is here")

    # -- articles and claims ---------------------------------------------------------------------------

    def _articles(self) -> tuple[int, int, int]:
        """Take in what is new; gives (articles added, articles known, claims added)."""
        added = known = claims_added = 0
        self._differing: set[str] = set()
        for article, claims in self._there_articles():
            if article_id(article.text) != article.id:
                raise self._refuse(f"the text of article {article.id} does not fit its id")
            for claim, _ in claims:
                self._check_claim(article, claim)
            if self._corpus.has_article(article.id):
                known += 1
                self._corpus.better_metadata(article)
            else:
                added += 1
                self._corpus.add_article(article, [], extracted=self._extracted(article.id))
            claims_added += self._claims(article, claims)
            if (added + known) % _PAGE == 0:
                self._progress("taking articles in", added + known, None)
        return added, known, claims_added

    def _there_articles(self) -> Iterator[tuple[Article, list[tuple[Claim, str]]]]:
        for article in Snapshot(self._there, "").articles():
            rows = self._there.rows(
                f"SELECT {CLAIM_COLUMNS}, c.origin FROM article a JOIN claim c ON c.article_no = a.no "
                "AND c.no >= a.no << 29 AND c.no < (a.no + 1) << 29 WHERE a.id = ?",
                (article.id,),
            )
            yield article, [(self._claim_of(row), row[CLAIM_WIDTH]) for row in rows]

    def _claim_of(self, row: tuple[Any, ...]) -> Claim:
        try:
            return claim_of(row)
        except Damaged:
            raise self._refuse(f"claim {row[0]} cannot be read") from None

    def _check_claim(self, article: Article, claim: Claim) -> None:
        if claim.article_id != article.id or id_of(claim) != claim.id:
            raise self._refuse(f"the id of claim {claim.id} does not fit its place")
        if claim.grounded and article.text[claim.start : claim.end] != claim.text:
            raise self._refuse(f"the text of claim {claim.id} is not what its article has there")
        if claim.kind not in KINDS:
            raise self._refuse(f"claim {claim.id} is of the unknown kind {claim.kind!r}")

    def _extracted(self, article: str) -> str:
        row = self._there.one(
            "SELECT s.extracted FROM article a JOIN article_state s ON s.no = a.no WHERE a.id = ?", (article,)
        )
        return str(row[0])

    def _claims(self, article: Article, claims: list[tuple[Claim, str]]) -> int:
        here = self._corpus.records(article.id)
        article_no = self._corpus.article_no(article.id)
        added = 0
        for origin in _ORIGINS:
            new = [claim for claim, o in claims if o == origin and claim.id not in here]
            added += len(self._corpus.add_claims(article_no, new, origin=origin))
        for claim, origin in claims:
            if claim.id not in here:
                continue
            known, known_origin = here[claim.id]
            if _ORIGINS.index(origin) > _ORIGINS.index(known_origin):
                self._corpus.set_origin(claim.id, origin)
                self._differing.add(claim.id)
            if known != claim:
                self._variants.keep(known)
                self._variants.keep(claim)
                self._differing.add(claim.id)
        for variant in self._other_variants.of_article(article.id):
            self._check_claim(article, variant)
            self._variants.keep(variant)
            self._differing.add(variant.id)
        if added:
            self._corpus.mark_unmatched(article_no)
        return added

    def _settle_records(self) -> None:
        """Of claims that the two files describe differently, let one description hold, the same in both."""
        for claim in sorted(self._differing):
            self._variants.settle(claim)

    # -- events ----------------------------------------------------------------------------------------

    def _events(self) -> int:
        """Insert the events that are not here, in the order of the fold."""
        added = 0
        for event in Snapshot(self._there, "").events():
            if self._here.first("SELECT 1 FROM decision_event WHERE event_id = ?", (event.event_id,)):
                continue
            for spoken in read(event).claim_ids:
                if self._corpus.claim_no(spoken) is None:
                    raise self._refuse(
                        f"decision {event.rseq} of {event.reviewer} speaks of a claim that is not there"
                    )
            self._log.insert(event)
            added += 1
            if added % _PAGE == 0:
                self._progress("taking decisions in", added, None)
        return added
