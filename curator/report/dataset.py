"""What a report is made from, and how much of it one page can hold.

The dataset is the one that exporters read, in the same order. Never reads a database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from curator.dataset import Dataset
from curator.models import Article, ClaimView, Evidence
from curator.progress import Cancelled, ProgressCallback, Stopped

EvidenceOf = Callable[[str, str], tuple[Evidence, ...]]
"""What spoke for proposing a pair of claims, as seen from the first; empty where nothing is known."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many of each the page shows at most; what is left out is counted on it."""

    contradictions: int = 60
    clusters: int = 100
    wordings: int = 12
    """Of one cluster."""
    voices: int = 20
    """Of one wording."""
    singles: int = 250
    disputed: int = 60
    rejected: int = 100
    articles: int = 300
    outlets: int = 16
    """In the chart of outlets."""
    matrix_carriers: int = 12
    matrix_clusters: int = 30
    reviewers: int = 40
    decisions: int = 12
    """Of one claim or pair."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A dataset being read: tells how far it is, and can be stopped."""

    dataset: Dataset
    progress: ProgressCallback | None = None
    cancelled: Cancelled | None = None

    def articles(self, what: str) -> Iterator[Article]:
        """Every article, while `what` is shown as being done."""
        total = self.dataset.progress().articles
        for done, article in enumerate(self.dataset.articles()):
            self._pause(what, done, total)
            yield article

    def claims(self, what: str) -> Iterator[ClaimView]:
        """Every claim, while `what` is shown as being done."""
        total = self.dataset.progress().total
        for done, view in enumerate(self.dataset.claims()):
            self._pause(what, done, total)
            yield view

    def _pause(self, what: str, done: int, total: int) -> None:
        if done % 1000:
            return
        if self.cancelled and self.cancelled():
            raise Stopped("report stopped; nothing was changed")
        if self.progress:
            self.progress(what, done, total)
