"""Bringing in: sources through ingest and extract into the store, then what is new through match.

An article goes in whole with its claims; stopping keeps what is finished, and the next run goes on from
there. Holds no SQL and knows no format, extractor or signal.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from curator.models import KINDS, Article, Candidate, Claim, CuratorError, Failure, claim_id
from curator.store import Store

if TYPE_CHECKING:
    from curator.ingest import Source

ProgressCallback = Callable[[str, int, int | None], None]
Cancelled = Callable[[], bool]

EXTRACTOR = "attribution"
_ARTICLES_TOGETHER = 50
"""Articles that go in by one commit: few commits, and still little lost when stopped."""
_CANDIDATES_TOGETHER = 5000


@dataclass(slots=True)
class Filled:
    """What has gone in so far."""

    articles_added: int = 0
    articles_known: int = 0
    claims_added: int = 0
    candidates_added: int = 0
    events_added: int = 0
    failures: list[Failure] = field(default_factory=list)
    cancelled: bool = False


@dataclass(slots=True)
class Reextracted:
    """What another extraction came to, in claims."""

    kept: int = 0
    """Found again as they were, or decided on and so left as they are."""
    updated: int = 0
    """Undecided and described differently now."""
    stale: int = 0
    """Undecided and no longer found: kept, but neither listed nor asked about."""
    added: int = 0
    articles: int = 0
    candidates_added: int = 0
    cancelled: bool = False


class _Stopped(Exception):
    """The user asked to stop."""


class Filling:
    """One run of `add` or of another extraction."""

    def __init__(self, store: Store, progress: ProgressCallback | None, cancelled: Cancelled | None) -> None:
        self._store = store
        self._progress = progress or (lambda what, done, total: None)
        self._cancelled = cancelled or (lambda: False)
        self.filled = Filled()
        self._read: dict[str, tuple[Article, list[Claim]]] = {}
        """Articles that are read but not stored yet, with their claims, by id."""

    def add(self, sources: Iterable[str | PathLike[str]], max_bytes: int) -> Filled:
        """Read, store, extract and match what is new."""
        from curator.ingest import count, find

        named = list(sources)
        done = 0
        try:
            total = count(named)
            for number, source in enumerate(find(named, max_bytes=max_bytes), start=1):
                for article in self._articles(source):
                    self._stop_if_cancelled()
                    self._take(article)
                    done += 1
                    if total == 1:  # of the articles in one source nobody knows the number
                        self._progress("reading articles", done, None)
                    else:
                        self._progress("reading articles", number, total)
                    if len(self._read) >= _ARTICLES_TOGETHER:
                        self._put_articles()
                self._stop_if_cancelled()
            self._put_articles()
            self.filled.candidates_added = self.match()
        except (KeyboardInterrupt, _Stopped):
            self._put_articles()
            self.filled.cancelled = True
        return self.filled

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise _Stopped

    # -- reading ---------------------------------------------------------------------------------------

    def _articles(self, source: Source) -> Iterator[Article]:
        """The articles of one source; failures are noted, and the open database itself is passed over.

        Nothing may open that file: closing it again would drop the locks that SQLite holds on it.
        """
        if source.kind == "file" and self._is_own(source.location):
            return
        if source.is_database:
            self._unite(source)
            return
        from curator.ingest import read

        for item in read(source):
            if isinstance(item, Failure):
                self.filled.failures.append(item)
            else:
                yield item

    def _is_own(self, location: str) -> bool:
        try:
            status = os.stat(location)  # noqa: PTH116
        except (OSError, ValueError):
            return False
        return (status.st_dev, status.st_ino) == self._store.database.identity()

    def _unite(self, source: Source) -> None:
        """Take in another review database; what is wrong with it is a failure like any other."""
        from curator.store.union import NotUnited, unite

        self._put_articles()
        try:
            united = unite(self._store.database, Path(source.location), self._progress)
        except NotUnited as error:
            self.filled.failures.append(Failure(source.label, str(error)))
            return
        self.filled.articles_added += united.articles_added
        self.filled.articles_known += united.articles_known
        self.filled.claims_added += united.claims_added
        self.filled.events_added += united.events_added

    def _take(self, article: Article) -> None:
        """Extract a new article's claims and hold both until the next commit."""
        if article.id in self._read or self._store.corpus.has_article(article.id):
            self.filled.articles_known += 1
            return
        try:
            self._read[article.id] = article, extracted(article)
        except CuratorError as error:
            self.filled.failures.append(Failure(article.source, str(error)))

    def _put_articles(self) -> None:
        """Store the articles read so far with their claims, in one transaction."""
        added = claims_added = known = 0
        if not self._read:
            return
        with self._store.database.writing():
            for article, claims in self._read.values():
                if self._store.corpus.has_article(article.id):
                    known += 1
                    continue
                self._store.corpus.add_article(article, claims, extracted=EXTRACTOR)
                added += 1
                claims_added += len(claims)
        self._read = {}
        self.filled.articles_added += added
        self.filled.articles_known += known
        self.filled.claims_added += claims_added

    # -- matching --------------------------------------------------------------------------------------

    def match(self) -> int:
        """Propose pairs for the claims of articles that were not matched yet; gives how many are new."""
        unmatched = self._store.corpus.unmatched_articles()
        if not unmatched:
            return 0
        from curator.match import Subject, propose, subject_of

        self._progress("matching claims", 0, None)
        subjects: list[Subject] = []
        new: set[str] = set()
        numbers: dict[str, int] = {}
        for article_no, article, claims in self._store.corpus.for_matching():
            self._stop_if_cancelled()
            subjects += (subject_of(article, claim) for claim in claims.values())
            numbers.update((claim.id, number) for number, claim in claims.items())
            if article_no in unmatched:
                new.update(claim.id for claim in claims.values())
        added = 0
        batch: list[Candidate] = []
        with self._store.database.bulk():
            for candidate in propose(subjects, new=new):
                batch.append(candidate)
                if len(batch) >= _CANDIDATES_TOGETHER:
                    self._stop_if_cancelled()
                    added += self._store.put_candidates(batch, numbers)
                    self._progress("matching claims", added, None)
                    batch = []
            added += self._store.put_candidates(batch, numbers)
        with self._store.database.writing():
            self._store.corpus.mark_matched(unmatched)
        return added

    # -- another extraction ----------------------------------------------------------------------------

    def reextract(self) -> Reextracted:
        """Extract every article again; decided claims stay as they are, whatever the extractor says now."""
        from curator.store.reextraction import Reextraction

        result = Reextracted()
        reextraction = Reextraction(self._store.database)
        total = self._store.state.progress().articles
        try:
            for article in self._store.corpus.all_articles():
                self._stop_if_cancelled()
                change = reextraction.put(article, extracted(article), extracted=EXTRACTOR)
                result.kept += change.kept
                result.updated += change.updated
                result.stale += change.stale
                result.added += change.added
                result.articles += 1
                self._progress("extracting claims", result.articles, total)
            result.candidates_added = self.match()
        except (KeyboardInterrupt, _Stopped):
            result.cancelled = True
        return result


def extracted(article: Article) -> list[Claim]:
    """The claims of an article; raises CuratorError when the extractor fails or breaks its contract."""
    from curator.extract import extract

    claims: dict[str, Claim] = {}
    for claim in extract(article, extractor=EXTRACTOR):
        if problem := _unsound(article, claim):
            raise CuratorError(f"extractor {EXTRACTOR!r} gave a claim {problem}; the article is left out")
        claims.setdefault(claim.id, claim)
    return list(claims.values())


def _unsound(article: Article, claim: Claim) -> str:
    """What is wrong with a claim, "" for nothing."""
    if not 0 <= claim.start < claim.end <= len(article.text):
        return f"from {claim.start} to {claim.end} in a text of {len(article.text)}"
    if claim.article_id != article.id or claim.id != claim_id(article.id, claim.start, claim.end):
        return f"at {claim.start} whose id is not that of its place"
    if claim.grounded and claim.text != article.text[claim.start : claim.end]:
        return f"at {claim.start} whose words are not the article's"
    if claim.kind not in KINDS:
        return f"at {claim.start} of the unknown kind {claim.kind!r}"
    return ""
