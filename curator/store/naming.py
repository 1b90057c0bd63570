"""What an event says of speakers' names: the decision turned into a payload, with what it replaces.

Refuses what makes no sense for the names as they are now. Writes nothing.
"""

from __future__ import annotations

from typing import Any

from curator.models import CuratorError, Refused
from curator.review.decisions import Distinguish, Identify
from curator.store.database import Database
from curator.store.speakers import Speakers
from curator.text import visible_line

Payload = dict[str, Any]


class Naming:
    """Makes the payloads of decisions on names."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._speakers = Speakers(database)

    def identify(self, wanted: Identify) -> Payload:
        """That two names are one speaker's; refused where they are that already."""
        speaker, other = self._speaker(wanted.name), self._speaker(wanted.other_name)
        payload: Payload = {
            "name": wanted.name,
            "other_name": wanted.other_name,
            "seen": self._seen(wanted.name, wanted.other_name),
            "replaced": {"speaker": speaker, "other_speaker": other},
        }
        if speaker == other and not self._disputed(wanted.name):
            raise Refused(f"{_shown(wanted.name)} and {_shown(wanted.other_name)} are one speaker already")
        return payload

    def distinguish(self, wanted: Distinguish) -> Payload:
        """That a name is nobody's but its own; refused where it is that already."""
        speaker = self._speaker(wanted.name)
        rows = self._db.rows(
            "SELECT form FROM speaker_form WHERE speaker = ? AND form <> ? ORDER BY form",
            (speaker, wanted.name),
        )
        apart = [row[0] for row in rows]
        if not apart and not self._disputed(wanted.name):
            raise Refused(f"{_shown(wanted.name)} is a speaker of its own already")
        return {
            "name": wanted.name,
            "apart": apart or self._disputed_with(wanted.name),
            "seen": self._seen(wanted.name),
            "replaced": {"speaker": speaker},
        }

    def _speaker(self, name: str) -> str:
        row = self._db.first("SELECT speaker FROM speaker_form WHERE form = ?", (name,))
        if row is None:
            raise CuratorError(
                f"no claim has a speaker called {_shown(name)!r}; `curator speakers` lists them"
            )
        return str(row[0])

    def _disputed(self, name: str) -> bool:
        row = self._db.first("SELECT disputed FROM speaker_form WHERE form = ?", (name,))
        return row is not None and bool(row[0])

    def _disputed_with(self, name: str) -> list[str]:
        """The names with which somebody joined this one, where it stands apart from them now."""
        joined = [fact for fact in self._speakers.standing([name]) if fact.kind == "identify"]
        return sorted({other for fact in joined for other in fact.names} - {name})

    def _seen(self, *names: str) -> list[str]:
        return [fact.event.event_id for fact in self._speakers.standing(names)]


def _shown(name: str) -> str:
    return visible_line(name)[:60]
