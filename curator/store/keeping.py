"""What a reviewer keeps for themselves: filters by name, and marked claims. No decision, so not in the log.

A file of an earlier version that cannot be written has neither, and says so only when something is kept.
"""

from __future__ import annotations

from curator.models import CuratorError
from curator.review.queue import SavedFilter, checked_name
from curator.store.database import Database
from curator.store.times import now

BEFORE_JUMP = "'"
"""The mark of where the reviewer was before they last went far, as vi has it."""


class Keeping:
    """The saved filters and marks of one reviewer."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self._db = database
        self._reviewer = reviewer

    def _has(self, table: str) -> bool:
        return bool(self._db.rows("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)))

    # -- filters ---------------------------------------------------------------------------------------

    def filters(self) -> tuple[SavedFilter, ...]:
        """The saved filters by their names."""
        if not self._has("saved_filter"):
            return ()
        rows = self._db.rows(
            "SELECT name, filter FROM saved_filter WHERE reviewer = ? ORDER BY name", (self._reviewer,)
        )
        return tuple(SavedFilter(*row) for row in rows)

    def filter(self, name: str) -> str:
        """The words of the filter of this name; raises CuratorError with the names there are."""
        saved = self.filters()
        for each in saved:
            if each.name == " ".join(name.split()):
                return each.words
        known = f"there are {', '.join(each.name for each in saved)}" if saved else "none is saved yet"
        raise CuratorError(f"there is no saved filter {name!r}; {known}")

    def save_filter(self, name: str, words: str) -> SavedFilter:
        """Keep a filter by a name, in the place of one of the same name."""
        saved = SavedFilter(checked_name(name), words)
        with self._db.writing():
            self._db.run(
                "INSERT INTO saved_filter(reviewer, name, filter, saved_at) VALUES (?1,?2,?3,?4) "
                "ON CONFLICT(reviewer, name) DO UPDATE SET filter = ?3, saved_at = ?4",
                (self._reviewer, saved.name, saved.words, now()),
            )
        return saved

    def forget_filter(self, name: str) -> None:
        """Keep the filter of this name no longer; raises CuratorError where there is none."""
        self.filter(name)
        with self._db.writing():
            self._db.run(
                "DELETE FROM saved_filter WHERE reviewer = ? AND name = ?",
                (self._reviewer, " ".join(name.split())),
            )

    # -- marks -----------------------------------------------------------------------------------------

    def marks(self) -> dict[str, str]:
        """The marked claims by the letter of their mark."""
        if not self._has("mark"):
            return {}
        rows = self._db.rows(
            "SELECT letter, claim_id FROM mark WHERE reviewer = ? ORDER BY letter", (self._reviewer,)
        )
        return dict(rows)

    def mark(self, letter: str, claim_id: str) -> None:
        """Mark a claim with a letter or digit, which marks no other from now on."""
        if len(letter) != 1 or not (letter.isalnum() or letter == BEFORE_JUMP):
            raise CuratorError(f"a mark is one letter or digit, not {letter!r}")
        with self._db.writing():
            self._db.run(
                "INSERT INTO mark(reviewer, letter, claim_id, set_at) VALUES (?1,?2,?3,?4) "
                "ON CONFLICT(reviewer, letter) DO UPDATE SET claim_id = ?3, set_at = ?4",
                (self._reviewer, letter, claim_id, now()),
            )
