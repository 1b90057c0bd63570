"""The log by pages and filters, what stands around an event, and the state at any moment.

Changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.models import ClaimView, Settled
from curator.workspace.opened import Opened

if TYPE_CHECKING:
    from curator.review.history import Around, Follows
    from curator.store.history import History
    from curator.store.log_pages import Reading
    from curator.store.past import Past


class LookingBack(Opened):
    """What was, and what came of it."""

    @property
    def _history(self) -> History:
        from curator.store.history import History

        return History(self._store.database, self.reviewer)

    def reading(self, filter: str = "") -> Reading:
        """The log by pages, the newest first, through a filter ("reviewer:ana verb:merge claim:3f2a words").

        Raises CuratorError for a filter that makes no sense.
        """
        from curator.review.history import LogFilter

        return self._history.reading(LogFilter.parse(filter))

    def log_length(self) -> int:
        """How many events the log has."""
        return self._history.count()

    def around(self, event_id: str) -> Around:
        """What stands around one event: who took it back, what came with it, what was built on it since."""
        return self._history.around(event_id)

    def settled(self, left_id: str, right_id: str) -> Settled | None:
        """What is decided of two claims or follows from decisions, and from which; None while it is open."""
        from curator.store.chains import Chains

        return Chains(self._store.database).settled(left_id, right_id)

    def follows(self, event_id: str, *, limit: int = 10) -> Follows:
        """What an event settled besides what it speaks of: pairs that are not asked since."""
        from curator.store.consequences import Consequences

        found = Consequences(self._store.database, self._store.views)
        return found.of(self._store.log.event(event_id), limit)

    def past(self, until_ms: int) -> Past:
        """The state at a moment, in milliseconds since 1970; reads the log up to it, so give it a thread."""
        return self._history.past(until_ms)

    def past_claims(
        self, past: Past, after: str = "", *, limit: int = 100, backwards: bool = False
    ) -> tuple[list[ClaimView], bool]:
        """Claims as they stood then, after (or before) the one with this id, and whether that is all."""
        return past.claims(self._store.database, after, limit, backwards=backwards)
