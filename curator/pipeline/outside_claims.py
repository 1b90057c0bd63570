"""Claims from elsewhere into the store: each finds its article, is grounded there, and goes in with the rest.

An article that a file brings along is stored too, but not extracted from: its claims are the file's. What
finds no article is set aside with the reason. Holds no SQL and knows no format.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from curator.models import Article, Claim, CuratorError, Failure, OutsideClaim, article_id
from curator.progress import ProgressCallback
from curator.store import Store
from curator.store.whereabouts import Whereabouts

if TYPE_CHECKING:
    from curator.ingest import Source
    from curator.ingest.claims import Piece, SetAside

_SUFFIXES = (".jsonl", ".ndjson", ".json", ".csv", "")
_TOGETHER = 200
"""Claims that go in by one commit."""
_FAILURES_LISTED = 20
"""Pieces of a file that are listed one by one; the rest is counted, and in the file set aside."""


@dataclass(slots=True)
class Brought:
    """What files of claims have brought so far."""

    claims_added: int = 0
    claims_known: int = 0
    """There already: the same words of the same article."""
    ungrounded: int = 0
    """Of those added, how many have words that are not in their article."""
    articles_added: int = 0
    set_aside: int = 0
    """Pieces of the files that did not go in."""
    files: list[Path] = field(default_factory=list)
    """Where they were put."""
    failures: list[Failure] = field(default_factory=list)
    of_set_aside: int = 0
    """How many of the failures tell of what was set aside, piece by piece and where it is."""


class _NoArticle(Exception):
    """Why it is not known which article a claim is of."""


def format_of(source: Source) -> str:
    """The format of claims that a file holds, "" for articles and whatever cannot be read."""
    if source.kind != "file" or source.problem or source.suffix not in _SUFFIXES:
        return ""
    from curator.ingest.claims import claims_format
    from curator.ingest.claims.reading import HEAD

    try:
        path = Path(source.location)
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return claims_format(file.read(HEAD))
    except (OSError, ValueError):
        return ""


class OutsideClaims:
    """One run over files of claims."""

    def __init__(self, store: Store, progress: ProgressCallback) -> None:
        self._store = store
        self._progress = progress
        self._whereabouts = Whereabouts(store.database)
        self._names: dict[tuple[str, str], str] = {}
        """(what a file calls its article, the text it brings) -> the article's id."""
        self._articles: dict[str, Article] = {}
        self._waiting: list[tuple[Article, Claim]] = []
        self.brought = Brought()

    def bring(self, source: Source, name: str, columns: Mapping[str, str], stop: Callable[[], None]) -> None:
        """Bring in one file of claims in the format `name` ("" to tell it by its first bytes)."""
        from curator.ingest.claims import Piece
        from curator.ingest.intake import Unreadable
        from curator.ingest.source import os_reason

        aside: list[SetAside] = []
        try:
            with _opened(source) as stream:
                name = name or _format_of(stream)
                for number, item in enumerate(_items(stream, source, name, columns), start=1):
                    stop()
                    trouble = self._take(item.claim) if isinstance(item, Piece) else ""
                    if not isinstance(item, Piece):
                        aside.append(item)
                    elif trouble:
                        aside.append(item.aside(trouble))
                    self._progress("reading claims", number, None)
        except Unreadable as unread:
            self.brought.failures.append(Failure(source.label, str(unread)))
        except OSError as error:
            self.brought.failures.append(Failure(source.label, os_reason(error)))
        finally:
            self._put()
            self._set_aside(source, aside, name)

    # -- one claim -------------------------------------------------------------------------------------

    def _take(self, outside: OutsideClaim) -> str:
        """Hold a grounded claim until the next commit; gives why it is set aside instead, else ""."""
        from curator.extract.outside import claim_of

        try:
            article = self._article(outside)
        except _NoArticle as trouble:
            return str(trouble)
        self._waiting.append((article, claim_of(outside, article)))
        if len(self._waiting) >= _TOGETHER:
            self._put()
        return ""

    def _article(self, outside: OutsideClaim) -> Article:
        key = outside.article, outside.article_text
        if outside.article or outside.article_text:
            known = self._names.get(key)
            if known is None:
                known = self._names[key] = self._find(outside)
        else:
            known = _only(self._whereabouts.holding(outside.words), "these words stand in")
        if known not in self._articles:
            if len(self._articles) > 100:
                self._articles.clear()
            self._articles[known] = self._store.corpus.article(known)
        return self._articles[known]

    def _find(self, outside: OutsideClaim) -> str:
        """The id of the article that a file means; one that it brings along is stored."""
        text = outside.article_text
        if text and self._store.corpus.has_article(article_id(text)):
            return article_id(text)
        if outside.article:
            named = self._whereabouts.named(outside.article)
            if len(named) == 1:
                return named[0]
            if named and not text:
                return _only(named, f"{outside.article} could be")
        if not text:
            raise _NoArticle(f"its article {outside.article[:80]!r} is not in this database; add that first")
        holding = self._whereabouts.holding(text)
        return _only(holding, "its text stands in") if holding else self._store_article(outside)

    def _store_article(self, outside: OutsideClaim) -> str:
        from curator.ingest.intake import Intake, Unreadable
        from curator.ingest.row import article_of_row

        label, _, line = outside.source.rpartition(":")
        is_address = outside.article.startswith(("http://", "https://"))
        row = {"text": outside.article_text, "url": outside.article if is_address else ""}
        try:
            article = article_of_row(row, Intake(io.BytesIO(), label, 0), int(line))
        except Unreadable as trouble:
            raise _NoArticle(f"the text it brings cannot be stored: {trouble}") from None
        try:
            with self._store.database.writing():
                self._store.corpus.add_article(article, [], extracted="")
        except CuratorError as trouble:
            raise _NoArticle(str(trouble)) from None
        self.brought.articles_added += 1
        return article.id

    # -- storing ---------------------------------------------------------------------------------------

    def _put(self) -> None:
        """Store what waits, in one transaction."""
        if not self._waiting:
            return
        by_article: dict[str, dict[str, Claim]] = {}
        for article, claim in self._waiting:
            by_article.setdefault(article.id, {})[claim.id] = claim
        corpus, added = self._store.corpus, 0
        with self._store.database.writing():
            for name, claims in by_article.items():
                known = corpus.numbers(claims)
                new = [claim for claim in claims.values() if claim.id not in known]
                if new:
                    number = corpus.article_no(name)
                    corpus.add_claims(number, new, origin="found")
                    corpus.mark_unmatched(number)
                added += len(new)
                self.brought.ungrounded += sum(not claim.grounded for claim in new)
        self.brought.claims_added += added
        self.brought.claims_known += len(self._waiting) - added
        self._waiting = []

    # -- setting aside ---------------------------------------------------------------------------------

    def _set_aside(self, source: Source, aside: list[SetAside], name: str) -> None:
        from curator.ingest.claims import set_aside_path, write_set_aside

        wrong = [piece for piece in aside if piece.wrong]
        self.brought.set_aside += len(aside)
        for piece in wrong[:_FAILURES_LISTED]:
            self.brought.failures.append(Failure(f"{source.label} {piece.place}", piece.reason))
        if not wrong:
            return
        self.brought.of_set_aside += min(len(wrong), _FAILURES_LISTED) + 1
        path = set_aside_path(source.location)
        more = len(wrong) - _FAILURES_LISTED
        also = f"{more:,} more like these; " if more > 0 else ""
        try:
            self.brought.files.append(write_set_aside(wrong, path, name))
            self.brought.failures.append(
                Failure(source.label, f"{also}what was wrong is in {path}, to be corrected and added again")
            )
        except OSError as error:
            self.brought.failures.append(
                Failure(source.label, f"{also}what was wrong cannot be put into {path}: {error.strerror}")
            )


def _only(found: list[str], words: str) -> str:
    """The one article found; raises _NoArticle with what is wrong with none or several."""
    if len(found) == 1:
        return found[0]
    if not found:
        raise _NoArticle("it names no article, and its words stand in none")
    raise _NoArticle(f"{words} {len(found)} articles: name one by its id")


def _opened(source: Source) -> BinaryIO:
    from curator.ingest.intake import Unreadable

    if source.problem:
        raise Unreadable(source.problem)
    if source.kind == "url":
        raise Unreadable("claims are read from files and from standard input; save this one first")
    if source.kind == "stdin":
        if sys.stdin is None:
            raise Unreadable("standard input is closed")
        return io.BytesIO(sys.stdin.buffer.read(source.max_bytes + 1))
    path = Path(source.location)
    if not path.is_file():
        raise Unreadable("it is not a file" if path.exists() else "there is no such file")
    return path.open("rb")


def _format_of(stream: BinaryIO) -> str:
    """The format that the first bytes show, else a table: what is called claims and is no JSON is one."""
    from curator.ingest.claims import claims_format
    from curator.ingest.claims.reading import HEAD

    head = stream.read(HEAD)
    stream.seek(0)
    return claims_format(head) or ("" if head.lstrip()[:1] in (b"{", b"[") else "table")


def _items(
    stream: BinaryIO, source: Source, name: str, columns: Mapping[str, str]
) -> Iterator[Piece | SetAside]:
    from curator.ingest.claims import read_claims
    from curator.ingest.intake import Intake

    return read_claims(Intake(stream, source.label, source.max_bytes), name, columns)
