"""Bringing in: sources through ingest and extract into the store, then what is new through match.

An article goes in whole with its claims; stopping keeps what is finished, and the next run goes on from
there. Holds no SQL and knows no format, extractor or signal.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from os import PathLike
from typing import TYPE_CHECKING

from curator.models import Article, Claim, CuratorError, Failure
from curator.store import DatabaseError, Store

if TYPE_CHECKING:
    from curator.ingest import Source

ProgressCallback = Callable[[str, int, int | None], None]
Cancelled = Callable[[], bool]

EXTRACTOR = "attribution"
_CHUNK = 50
"""Articles that go in together: fewer commits, and still little lost when stopped."""
_MATCHED_TOGETHER = 2000
_CANDIDATES_TOGETHER = 2000


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


class Filling:
    """One run of `add`."""

    def __init__(self, store: Store, progress: ProgressCallback | None, cancelled: Cancelled | None) -> None:
        self._store = store
        self._progress = progress or (lambda what, done, total: None)
        self._cancelled = cancelled or (lambda: False)
        self.filled = Filled()

    def add(self, sources: Iterable[str | PathLike[str]], max_bytes: int) -> Filled:
        """Read, store, extract and match what is new."""
        from curator.ingest import find

        chunk: list[tuple[Article, list[Claim]]] = []
        done = 0
        try:
            for source in find(sources, max_bytes=max_bytes):
                for article in self._articles(source):
                    self._stop_if_cancelled()
                    if self._store.corpus.has_article(article.id) or any(
                        a.id == article.id for a, _ in chunk
                    ):
                        self.filled.articles_known += 1
                    elif (claims := self._claims(article)) is not None:
                        chunk.append((article, claims))
                    done += 1
                    self._progress("reading articles", done, None)
                    if len(chunk) >= _CHUNK:
                        self._put(chunk)
                        chunk = []
            self._put(chunk)
            chunk = []
            self.match()
        except (KeyboardInterrupt, _Stopped):
            self._put(chunk)
            self.filled.cancelled = True
        return self.filled

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise _Stopped

    def _articles(self, source: Source) -> Iterator[Article]:
        """The articles of one source; failures are noted, and the open database itself is passed over."""
        if source.kind == "file" and self._is_own(source.location):
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

    def _claims(self, article: Article) -> list[Claim] | None:
        from curator.extract import extract

        try:
            return extract(article, extractor=EXTRACTOR)
        except CuratorError as error:
            self.filled.failures.append(Failure(article.source, str(error)))
            return None

    def _put(self, chunk: list[tuple[Article, list[Claim]]]) -> None:
        """Store finished articles with their claims, in one transaction."""
        if not chunk:
            return
        with self._store.database.writing():
            for article, claims in chunk:
                if self._store.corpus.has_article(article.id):
                    self.filled.articles_known += 1
                    continue
                self._store.corpus.add_article(article, claims, extracted=EXTRACTOR)
                self.filled.articles_added += 1
                self.filled.claims_added += len({claim.id for claim in claims})

    # -- matching --------------------------------------------------------------------------------------

    def match(self) -> None:
        """Propose pairs for the claims of articles that were not matched yet."""
        numbers = self._store.corpus.unmatched_articles()
        if not numbers:
            return
        from curator.match import Subject, propose, subject_of

        self._progress("matching claims", 0, None)
        subjects: list[Subject] = []
        new: set[str] = set()
        for number, article, claims in self._store.corpus.for_matching():
            self._stop_if_cancelled()
            for claim in claims:
                subjects.append(subject_of(article, claim))
                if number in numbers:
                    new.add(claim.id)
        batch = []
        for candidate in propose(subjects, new=new):
            batch.append(candidate)
            if len(batch) >= _CANDIDATES_TOGETHER:
                self._stop_if_cancelled()
                self.filled.candidates_added += self._store.put_candidates(batch)
                self._progress("matching claims", self.filled.candidates_added, None)
                batch = []
        self.filled.candidates_added += self._store.put_candidates(batch)
        with self._store.database.writing():
            self._store.corpus.mark_matched(numbers)


class _Stopped(DatabaseError):
    """The user asked to stop."""
