"""Figures about the review, for Progress: read in short steps where they need every claim.

Decides nothing about how they are shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from curator.models import Agreement, CandidateKind, Progress
from curator.store import ArticleSummary
from curator.workspace.opened import Opened

if TYPE_CHECKING:
    from curator.review.figures import Reliability, Rhythm, Tallied, Unfound
    from curator.store.statistics import Statistics


class Figures(Opened):
    """How far, how fast, how much in agreement."""

    @property
    def _statistics(self) -> Statistics:
        from curator.store.statistics import Statistics

        return Statistics(self._store.database, self.reviewer)

    def mark(self) -> tuple[int, int]:
        """Where the file stands: another value than before when anything was written since, by anyone."""
        return self._statistics.mark()

    def article_page(
        self, after: str = "", *, limit: int = 100, backwards: bool = False
    ) -> tuple[ArticleSummary, ...]:
        """Articles after (or before) the one with this id in the order in which they came in."""
        return self._statistics.articles(after, limit, backwards=backwards)

    def tallied(self) -> Iterator[Tallied]:
        """Claims by kind, speaker and outlet; reads them all, in short steps, and tells how far it is."""
        return self._statistics.tallied()

    def rhythm(self) -> Rhythm:
        """How many decisions came in the last hour and in the last weeks."""
        return self._statistics.rhythm()

    def reliability(self) -> tuple[tuple[Agreement, ...], Reliability]:
        """How far every two reviewers, and all together, agree; read in short steps."""
        return self._statistics.agreement()

    def unfound(self, kind: CandidateKind) -> Unfound:
        """How many pairs of a kind are left among the open proposals, with its uncertainty."""
        from curator.store.unfound import UnfoundPairs

        return UnfoundPairs(self._store.database).of(kind)

    def agreement(self) -> tuple[Agreement, ...]:
        """How far every two reviewers agree on the claims that both decided."""
        from curator.review.agreement import agreements

        return agreements(self._store.state.verdict_pairs())

    def progress(self) -> Progress:
        """How far the review is."""
        return self._store.state.progress()
