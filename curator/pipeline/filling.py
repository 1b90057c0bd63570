"""Bringing in: sources through ingest and extract into the store, then what is new through match.

An article goes in whole with its claims; stopping keeps what is finished, and the next run goes on from
there. Holds no SQL and knows no format, extractor or signal.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from curator.models import Article, Claim, CuratorError, Failure
from curator.pipeline.extractors import EXTRACTOR, extracted
from curator.pipeline.run import Run
from curator.progress import Cancelled, ProgressCallback, Stopped
from curator.store import Store

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from curator.ingest import Source
    from curator.pipeline.outside_claims import Brought

_ARTICLES_TOGETHER = 50
"""The most articles that go in by one commit: few commits, and still little lost when stopped.

The first goes in alone, and each commit holds twice as many as the one before: who waits for something to
review does not wait for fifty.
"""


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
    brought: Brought | None = None
    """What files of claims brought, where there were any; counted above too."""


class Filling(Run):
    """One run of `add`, or of matching."""

    def __init__(self, store: Store, progress: ProgressCallback | None, cancelled: Cancelled | None) -> None:
        super().__init__(store, progress, cancelled)
        self.filled = Filled()
        self._together = 1
        self._read: dict[str, tuple[Article, list[Claim] | None]] = {}
        """Articles that are read but not stored yet, by id, with their claims; None: not extracted from."""

    def add(
        self,
        sources: Iterable[str | PathLike[str]],
        max_bytes: int,
        *,
        claims: bool = False,
        columns: Mapping[str, str] | None = None,
    ) -> Filled:
        """Read, store, extract and match what is new; files of claims come after all articles.

        `claims` takes every source for one of claims; `columns` says what the columns of a table mean.
        """
        try:
            claim_files = self._add_articles(list(sources), max_bytes, claims=claims)
            self._bring(claim_files, columns or {})
            self._store.fold_speakers()
            self.filled.candidates_added = self.match()
        except (KeyboardInterrupt, Stopped):
            self._put_articles()
            self._store.fold_speakers()
            self.filled.cancelled = True
        return self.filled

    def rematch(self, *, anew: bool, learning: bool | None, executor: Executor | None = None) -> Filled:
        """`match_anew` with what it came to, also where it was stopped."""
        try:
            self.filled.candidates_added = self.match_anew(anew=anew, learning=learning, executor=executor)
        except (KeyboardInterrupt, Stopped):
            self.filled.cancelled = True
        return self.filled

    def _add_articles(
        self, named: list[str | PathLike[str]], max_bytes: int, *, claims: bool
    ) -> list[tuple[Source, str]]:
        """Store the articles of these sources; gives the files of claims among them, each with its format."""
        from curator.ingest import count, find
        from curator.pipeline.outside_claims import format_of

        done = 0
        claim_files: list[tuple[Source, str]] = []
        total = count(named)
        for number, source in enumerate(find(named, max_bytes=max_bytes), start=1):
            name = "" if claims or self._is_own(source) else format_of(source)
            if claims or name:
                claim_files.append((source, name))
                continue
            for article in self._articles(source):
                self.stop_if_cancelled()
                self._take(article, is_exported=source.exported)
                done += 1
                if total == 1:  # of the articles in one source nobody knows the number
                    self._progress("reading articles", done, None)
                else:
                    self._progress("reading articles", number, total)
                if len(self._read) >= self._together:
                    self._together = min(2 * self._together, _ARTICLES_TOGETHER)
                    self._put_articles()
            self.stop_if_cancelled()
        self._put_articles()
        return claim_files

    def _bring(self, files: list[tuple[Source, str]], columns: Mapping[str, str]) -> None:
        """Bring in the claims of these files, each in its format."""
        if not files:
            return
        from curator.pipeline.outside_claims import OutsideClaims

        outside = OutsideClaims(self._store, self._progress)
        brought = self.filled.brought = outside.brought
        try:
            for source, name in files:
                outside.bring(source, name, columns, self.stop_if_cancelled)
        finally:
            self.filled.articles_added += brought.articles_added
            self.filled.claims_added += brought.claims_added
            self.filled.failures += brought.failures

    # -- reading ---------------------------------------------------------------------------------------

    def _articles(self, source: Source) -> Iterator[Article]:
        """The articles of one source; failures are noted, and the open database itself is passed over.

        Nothing may open that file: closing it again would drop the locks that SQLite holds on it.
        """
        if self._is_own(source):
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

    def _is_own(self, source: Source) -> bool:
        if source.kind != "file":
            return False
        try:
            status = os.stat(source.location)  # noqa: PTH116
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

    def _take(self, article: Article, *, is_exported: bool) -> None:
        """Extract a new article's claims and hold both until the next commit.

        Of one that an export brings nothing is extracted: its claims are there, as they were.
        """
        if article.id in self._read or self._store.corpus.has_article(article.id):
            self.filled.articles_known += 1
            return
        try:
            self._read[article.id] = article, None if is_exported else extracted(article)
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
                extractor = "" if claims is None else EXTRACTOR
                self._store.corpus.add_article(article, claims or [], extracted=extractor)
                added += 1
                claims_added += len(claims or [])
        self._read = {}
        self.filled.articles_added += added
        self.filled.articles_known += known
        self.filled.claims_added += claims_added
