"""Claims as matching is told them: with the sentences around, by whom they were published and when.

Reads many claims with one question each for them and their articles. Never compares and never writes.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

from curator.match.subject import Subject, subject_of
from curator.models import Article
from curator.store.claim_rows import CLAIM_COLUMNS, claim_of
from curator.store.database import Database, Row
from curator.store.schema import ARTICLE_SHIFT

_ARTICLE = "a.no, a.id, a.text, a.title, a.publisher, a.published, a.url, a.source"
_RECENT = 64
"""Articles kept in mind: claims that arrive together are of few."""


class Tellings:
    """The claims of one database as subjects."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._article = lru_cache(maxsize=_RECENT)(self._read_article)

    def subject(self, claim_no: int) -> Subject:
        """One claim."""
        row = self._db.one(
            f"SELECT {CLAIM_COLUMNS} FROM claim c JOIN article a ON a.no = c.article_no WHERE c.no = ?",
            (claim_no,),
        )
        return subject_of(self._article(claim_no >> ARTICLE_SHIFT), claim_of(row))

    def rows(self, claim_nos: Sequence[int]) -> tuple[list[Row], list[Row]]:
        """Some claims and their articles as rows, which `subjects` makes subjects of, here or elsewhere."""
        claims = self._db.rows(
            f"SELECT c.article_no, {CLAIM_COLUMNS} FROM json_each(?) j CROSS JOIN claim c ON c.no = j.value "
            "CROSS JOIN article a ON a.no = c.article_no ORDER BY j.key",
            (json.dumps(list(claim_nos)),),
        )
        articles = self._db.rows(
            f"SELECT {_ARTICLE} FROM json_each(?) j CROSS JOIN article a ON a.no = j.value",
            (json.dumps(sorted({row[0] for row in claims})),),
        )
        return claims, articles

    def _read_article(self, article_no: int) -> Article:
        return Article(*self._db.one(f"SELECT {_ARTICLE} FROM article a WHERE a.no = ?", (article_no,))[1:])


def subjects(rows: tuple[list[Row], list[Row]]) -> list[Subject]:
    """The subjects behind `Tellings.rows`, in the order that was asked for."""
    claims, articles = rows
    known = {row[0]: Article(*row[1:]) for row in articles}
    return [subject_of(known[row[0]], claim_of(row[1:])) for row in claims]
