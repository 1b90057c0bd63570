"""One run over the pile: how far it is, whether it shall stop, and the matching at its end.

Holds no SQL and knows no signal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.progress import Cancelled, ProgressCallback, Stopped
from curator.store import Store

if TYPE_CHECKING:
    from concurrent.futures import Executor


class Run:
    """What every run has."""

    def __init__(self, store: Store, progress: ProgressCallback | None, cancelled: Cancelled | None) -> None:
        self._store = store
        self._progress = progress or (lambda what, done, total: None)
        self._cancelled = cancelled or (lambda: False)

    def stop_if_cancelled(self) -> None:
        """Raises Stopped when the user asked for that."""
        if self._cancelled():
            raise Stopped("stopped; what was finished is kept")

    def match(self) -> int:
        """Propose pairs for the claims of articles that were not matched yet; gives how many are new."""
        unmatched = self._store.corpus.unmatched_articles()
        if not unmatched:
            return 0
        self._progress("matching claims", 0, None)
        return self.match_anew(anew=False, learning=None)

    def match_anew(self, *, anew: bool, learning: bool | None, executor: Executor | None = None) -> int:
        """Match what is new, or everything, perhaps with weights refitted to what was decided here."""
        from curator.store.matching import Matching
        from curator.store.relearning import learn
        from curator.store.weights import forget

        database = self._store.database
        if learning is not None:
            (learn if learning else forget)(database)
            anew = True
        added = 0
        unmatched = self._store.corpus.unmatched_articles()
        with database.bulk():
            for batch in Matching(database, executor=executor, progress=self._matching).run(anew=anew):
                self.stop_if_cancelled()
                added += self._store.put_candidates(batch)
        with database.writing():
            self._store.corpus.mark_matched(unmatched)
        return added

    def _matching(self, doing: str, done: int, total: int | None) -> None:
        """Tell how far matching is, and stop it where that was asked for."""
        self.stop_if_cancelled()
        self._progress(doing, done, total)
