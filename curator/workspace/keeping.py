"""What a reviewer keeps for themselves: filters by name, and marked claims.

Neither is a decision: nothing of it is in the log, and it goes into no export.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.review.queue import Filter, SavedFilter
from curator.workspace.opened import Opened

if TYPE_CHECKING:
    from curator.store.keeping import Keeping as Kept


class Keeping(Opened):
    """Saved filters and marks."""

    @property
    def _keeping(self) -> Kept:
        from curator.store.keeping import Keeping as Kept

        return Kept(self._store.database, self.reviewer)

    def saved_filters(self) -> tuple[SavedFilter, ...]:
        """This reviewer's saved filters by their names."""
        return self._keeping.filters()

    def saved_filter(self, name: str) -> str:
        """The words of a saved filter; raises CuratorError with the names there are."""
        return self._keeping.filter(name)

    def save_filter(self, name: str, words: str) -> SavedFilter:
        """Keep a filter by a name; raises CuratorError for one that makes no sense, or for an empty one."""
        return self._keeping.save_filter(name, str(Filter.parse(words)))

    def forget_filter(self, name: str) -> None:
        """Keep a filter no longer."""
        self._keeping.forget_filter(name)

    def marks(self) -> dict[str, str]:
        """This reviewer's marks: the id of a claim by the letter or digit that marks it."""
        return self._keeping.marks()

    def set_mark(self, letter: str, claim_id: str) -> None:
        """Mark a claim with a letter or digit; it marks no other from now on."""
        self._store.corpus.known_claim_no(claim_id)
        self._keeping.mark(letter, claim_id)
