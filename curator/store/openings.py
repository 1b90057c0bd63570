"""How the texts of articles begin, for lists that have to call an article by its first words.

Reads a page of a text at most, however long it is, and none of an article whose title says something.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from curator.store.database import Database
from curator.store.troubles import explained
from curator.titles import OPENING, opening, says_something

_BYTES = OPENING
"""Of a text, read at most: as many as `opening` looks at code points, for most of them take one."""


class Openings:
    """The beginnings of the articles of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, titles: Iterable[tuple[int, str]]) -> dict[int, str]:
        """From numbers and titles of articles, how those begin that no title names; no others are in it."""
        return {no: self._opening(no) for no, title in dict(titles).items() if not says_something(title)}

    def _opening(self, article_no: int) -> str:
        try:
            with self._db.connection.blobopen("article", "text", article_no, readonly=True) as text:
                return opening(text.read(_BYTES).decode("utf-8", "ignore"))
        except sqlite3.Error as error:
            raise explained(error, self._db.path) from error
