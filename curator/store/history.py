"""Looking back: the door to the log's pages, what stands around one event, and the state at a moment.

Reads only, by key.
"""

from __future__ import annotations

from curator.review.facts import read
from curator.review.history import Around, LogFilter
from curator.store.afterwards import Afterwards
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.entries import entries, key_of
from curator.store.log import Log
from curator.store.log_pages import Reading
from curator.store.past import Past
from curator.store.selection import match_query
from curator.store.speakers import Speakers
from curator.store.state import State

_MOST_LATER = 50
_MOST_CLAIMS = 2000


class History:
    """What was decided in one database, and what stood when."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self._db = database
        self._reviewer = reviewer
        self._log = Log(database)
        self._corpus = Corpus(database)

    def reading(self, words: LogFilter) -> Reading:
        """The log through a filter; raises CuratorError for a claim that there is not."""
        state = State(self._db, self._reviewer)
        numbers: set[int] | None = None
        if words.claims:
            ids = [state.resolve(prefix, "claim") for prefix in words.claims]
            numbers = set(self._corpus.numbers(ids).values())
        if words.words:
            found = self._with_words(words.words)
            # words so common that more claims have them are looked for in one event after the other
            if len(found) <= _MOST_CLAIMS:
                numbers = found if numbers is None else numbers & found
                words = LogFilter(words.reviewers, words.verbs, words.claims)
        return Reading(self._db, words, None if numbers is None else sorted(numbers))

    def _with_words(self, words: str) -> set[int]:
        """Some of the claims with these words, by the full-text index."""
        rows = self._db.rows(
            "SELECT rowid FROM claim_search WHERE claim_search MATCH ? LIMIT ?",
            (match_query(words) or '"\U0010fffd"', _MOST_CLAIMS + 1),
        )
        return {row[0] for row in rows}

    def count(self) -> int:
        """How many events the log has, from its key: nothing is ever deleted from it."""
        return int(self._db.one("SELECT coalesce(max(seq), 0) FROM decision_event")[0])

    def around(self, event_id: str) -> Around:
        """What stands around one event; raises CuratorError for an unknown id."""
        event = self._log.event(event_id)
        (entry,) = entries(self._db, [event])
        undone_by = next(
            (
                fact.event
                for fact in self._log.undos(event)
                if fact.event.target == event_id and self._log.stands(fact.event)
            ),
            None,
        )
        group = read(event).group
        together = self._log.group_size(event)
        spoken = read(entry.base)
        numbers = self._corpus.numbers(spoken.claim_ids)
        named = Speakers(self._db).standing(spoken.names)
        later = [
            fact.event
            for fact in (*self._log.standing(numbers.values()), *named)
            if key_of(fact.event) > key_of(event) and (not group or fact.group != group)
        ]
        told = tuple(entries(self._db, later[:_MOST_LATER]))
        after = Afterwards(self._db, entry.base).status()
        return Around(entry, undone_by, together, told, len(later), after)

    def past(self, until_ms: int) -> Past:
        """The state as it was at a moment, in milliseconds since 1970; reads the whole log up to it."""
        return Past(self._db, self._reviewer, until_ms)
