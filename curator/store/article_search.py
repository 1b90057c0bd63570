"""Articles by their words, each with the sentence that holds them, from the full-text index. Reads only."""

from __future__ import annotations

from curator.models import Span
from curator.review.passages import ArticleHit, passage
from curator.store.claim_rows import span_of
from curator.store.database import Database
from curator.store.selection import match_query
from curator.titles import opening, says_something

_SHORTEST = 3
"""Letters from which on a word may be unfinished: most articles hold a word with a given first one."""


class ArticleSearch:
    """The articles of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def found(self, words: str, limit: int) -> tuple[ArticleHit, ...]:
        """Articles that hold all of the words, as they came in."""
        query = match_query(words)
        if not query:
            return ()
        last = words.split()[-1]
        if len(last) < _SHORTEST:
            query = query.removesuffix("*")
        rows = self._db.rows(
            "SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rowid LIMIT ?",
            (f"{{title text}} : ({query})", limit),
        )
        return tuple(self._hit(int(row[0]), words) for row in rows)

    def _hit(self, article_no: int, words: str) -> ArticleHit:
        article_id, title, publisher, published, text = self._db.one(
            "SELECT id, title, publisher, published, text FROM article WHERE no = ?", (article_no,)
        )
        found = passage(text, words)
        start = found.span.start
        return ArticleHit(
            article_id,
            title,
            publisher,
            published,
            text[start : found.span.end],
            tuple(Span(hit.start - start, hit.end - start) for hit in found.hits),
            start,
            self._nearest(article_no, found.hits[0].start if found.hits else start),
            "" if says_something(title) else opening(text),
        )

    def _nearest(self, article_no: int, at: int) -> str:
        """The listed claim of an article that stands at a place, or nearest to it."""
        row = self._db.first(
            "SELECT c.id FROM claim c CROSS JOIN claim_state s ON s.no = c.no WHERE c.no >= ?1 AND c.no < ?2 "
            "AND s.status NOT IN ('stale','absent') "
            'ORDER BY max(c.start - ?3, ?3 - c."end" + 1, 0), c."end" - c.start LIMIT 1',
            (*span_of(article_no), at),
        )
        return str(row[0]) if row else ""
