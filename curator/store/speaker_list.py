"""Speakers as they are listed and looked up: all, those with some words in a name, one with all its forms.

Reads the table of names, never the claims.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from curator.models import CuratorError, Speaker, SpeakerForm, SpeaksIn
from curator.store.database import Database
from curator.store.names import named, words_of
from curator.store.openings import Openings
from curator.text import folded, visible_line

_PAGE = 500
_MOST_FORMS = 300
"""Beyond so many names a search for claims goes through them all instead of naming each."""


class SpeakerList:
    """The speakers of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def listed(self, words: str = "", limit: int | None = None) -> tuple[Speaker, ...]:
        """Speakers one of whose names has all of these words, those with most claims first."""
        within, parameters = named(words)
        rows = self._db.rows(
            "SELECT f.speaker, sum(f.claims) AS claims FROM speaker_form f "
            f"WHERE {within} GROUP BY f.speaker HAVING claims > 0 ORDER BY claims DESC, f.speaker LIMIT ?",
            (*parameters, -1 if limit is None else limit),
        )
        return self._speakers(row[0] for row in rows)

    def all(self) -> Iterator[Speaker]:
        """Every speaker of a claim, by the name that they are known by, a page at a time."""
        after = ""
        while rows := self._db.rows(
            "SELECT f.speaker FROM speaker_form f WHERE f.speaker > ? GROUP BY f.speaker "
            "HAVING sum(f.claims) > 0 ORDER BY f.speaker LIMIT ?",
            (after, _PAGE),
        ):
            yield from self._speakers(row[0] for row in rows)
            after = rows[-1][0]

    def of(self, name: str) -> Speaker:
        """The speaker whose name this is; raises CuratorError where it is nobody's."""
        row = self._db.first("SELECT speaker FROM speaker_form WHERE form = ?", (name,))
        if row is None:
            raise CuratorError(f"no claim has a speaker called {visible_line(name)[:60]!r}")
        return self._speakers([row[0]])[0]

    def resolve(self, words: str, *, any_name: bool) -> str:
        """The one name that is meant by `words`: the name itself, or else the only one that has them.

        With `any_name`, where several names of one speaker have them, that by which they are known. Raises
        CuratorError for none and for several, naming some of them.
        """
        if self._db.first("SELECT 1 FROM speaker_form WHERE form = ?", (words,)):
            return words
        shown = visible_line(words)[:60]
        within, parameters = named(words)
        rows = self._db.rows(f"SELECT f.form, f.speaker FROM speaker_form f WHERE {within}", parameters)
        if not rows or not words_of(words):
            raise CuratorError(f"no claim has a speaker called {shown!r}; `curator speakers` lists them")
        same = [row for row in rows if folded(row[0]) == folded(words)] or rows
        if len(same) == 1:
            return str(same[0][0])
        speakers = {speaker for _, speaker in same}
        if any_name and len(speakers) == 1:
            return str(speakers.pop())
        some = ", ".join(visible_line(form) for form, _ in sorted(same)[:3])
        raise CuratorError(f"several names have {shown!r} in them ({some} …); give one of them whole")

    def others(self, words: str) -> tuple[str, ...] | None:
        """The names without these words of all speakers one of whose names has them; None: too many."""
        if not words_of(words):
            return ()
        within, parameters = named(words)
        rows = self._db.rows(
            f"SELECT o.form FROM speaker_form o WHERE o.speaker IN (SELECT f.speaker FROM speaker_form f "
            f"WHERE {within}) AND o.form NOT IN (SELECT f.form FROM speaker_form f WHERE {within}) "
            "ORDER BY o.form LIMIT ?",
            (*parameters, *parameters, _MOST_FORMS + 1),
        )
        return None if len(rows) > _MOST_FORMS else tuple(row[0] for row in rows)

    def _speakers(self, names: Iterable[str]) -> tuple[Speaker, ...]:
        wanted = list(names)
        rows = self._db.rows(
            "SELECT f.speaker, f.form, f.claims, "
            "(SELECT count(*) FROM speaker_article a WHERE a.form = f.form), f.disputed "
            "FROM json_each(?) j CROSS JOIN speaker_form f ON f.speaker = j.value "
            "ORDER BY f.claims DESC, f.form",
            (json.dumps(wanted),),
        )
        forms: dict[str, list[SpeakerForm]] = {name: [] for name in wanted}
        for speaker, *form in rows:
            forms[speaker].append(SpeakerForm(*form))
        return tuple(
            Speaker(name, sum(form.claims for form in forms[name]), tuple(forms[name])) for name in wanted
        )

    def articles(self, name: str, limit: int) -> tuple[SpeaksIn, ...]:
        """The articles with this name, those with most claims first."""
        rows = self._db.rows(
            "SELECT a.no, a.id, a.title, a.publisher, s.claims FROM speaker_article s JOIN article a "
            "ON a.no = s.article_no WHERE s.form = ? ORDER BY s.claims DESC, a.no LIMIT ?",
            (name, limit),
        )
        begin = Openings(self._db).of((row[0], row[2]) for row in rows)
        return tuple(SpeaksIn(*(*row[1:], begin.get(row[0], ""))) for row in rows)
