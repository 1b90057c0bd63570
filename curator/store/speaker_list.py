"""Speakers as they are listed and looked up: all, those with some words in a name, one with all its forms.

Reads the table of names, never the claims.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from curator.models import CuratorError, Speaker, SpeakerForm
from curator.store.database import Database
from curator.store.names import named, words_of
from curator.text import folded, visible_line

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

    def of(self, name: str) -> Speaker:
        """The speaker whose name this is; raises CuratorError where it is nobody's."""
        row = self._db.first("SELECT speaker FROM speaker_form WHERE form = ?", (name,))
        if row is None:
            raise CuratorError(f"no claim has a speaker called {visible_line(name)[:60]!r}")
        return self._speakers([row[0]])[0]

    def resolve(self, words: str) -> str:
        """The one name that is meant by `words`: the name itself, or else all that fold to it.

        Raises CuratorError for none and for several, naming some of them.
        """
        if self._db.first("SELECT 1 FROM speaker_form WHERE form = ?", (words,)):
            return words
        within, parameters = named(words)
        rows = self._db.rows(f"SELECT f.form, f.speaker FROM speaker_form f WHERE {within}", parameters)
        same = [form for form, _ in rows if folded(form) == folded(words)]
        if len(same) == 1:
            return same[0]
        speakers = {speaker for _, speaker in rows}
        if len(speakers) == 1:
            return str(speakers.pop())
        if not speakers or not words_of(words):
            raise CuratorError(
                f"no claim has a speaker called {visible_line(words)[:60]!r}; `curator speakers` lists them"
            )
        some = ", ".join(visible_line(name) for name in sorted(speakers)[:3])
        raise CuratorError(
            f"several speakers have {visible_line(words)[:60]!r} in a name ({some} …); "
            "give one of their names whole"
        )

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

    def articles(self, name: str, limit: int) -> tuple[tuple[str, str, str, int], ...]:
        """(id, title, publisher, claims) of the articles with this name, those with most claims first."""
        rows = self._db.rows(
            "SELECT a.id, a.title, a.publisher, s.claims FROM speaker_article s JOIN article a "
            "ON a.no = s.article_no WHERE s.form = ? ORDER BY s.claims DESC, a.no LIMIT ?",
            (name, limit),
        )
        return tuple(rows)
