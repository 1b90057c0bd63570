"""Which stored article a name or some words mean: for claims that come from elsewhere.

Gives every article that could be meant, so that a caller can say when there are several. Never guesses by
likeness.
"""

from __future__ import annotations

import re

from curator.store.alike import ALIKE
from curator.store.database import Database

_TOKEN = re.compile(r"[^\W_]+")
_PHRASE_WORDS = 12
_MOST = 20
"""Articles looked at for a phrase; more than one is too many anyway."""


class Whereabouts:
    """Finds articles of one database by what others call them."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def named(self, name: str) -> list[str]:
        """The ids of the articles whose id, else address, else source, else title is `name`."""
        for column in ("id", "url", "source", "title"):
            rows = self._db.rows(f"SELECT id FROM article WHERE {column} = ? LIMIT ?", (name, _MOST))
            if rows:
                return [row[0] for row in rows]
        rows = self._db.rows(
            "SELECT id FROM article WHERE substr(source, -length(?) - 1) = '/' || ? LIMIT ?",
            (name, name, _MOST),
        )
        return [row[0] for row in rows]

    def holding(self, words: str) -> list[str]:
        """The ids of the articles that hold these words, character for character."""
        typed = words
        for letter, alike in ALIKE:
            typed = typed.replace(letter, alike)
        phrase = " ".join(_TOKEN.findall(typed)[:_PHRASE_WORDS])
        if not phrase:
            return []
        rows = self._db.rows(
            "SELECT a.id FROM article_search f JOIN article a ON a.no = f.rowid "
            "WHERE article_search MATCH ? AND instr(a.text, ?) > 0 LIMIT ?",
            (f'text : "{phrase}"', words, _MOST),
        )
        return [row[0] for row in rows]
