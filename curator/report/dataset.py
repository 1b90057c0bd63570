"""What a report is made from, and how much of it one page can hold.

The dataset is the one that exporters read, in the same order. Never reads a database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from curator.models import Article, ClaimView, CuratorError, Event, Evidence, Progress, Relation

ProgressCallback = Callable[[str, int, int | None], None]
"""Called with (what is being read, how many are done, how many there are or None if unknown)."""
EvidenceOf = Callable[[str, str], tuple[Evidence, ...]]
"""What spoke for proposing a pair of claims (left_id < right_id); empty where nothing is known."""


class Dataset(Protocol):
    """One state of a review database: every call reads the same one, whatever is decided meanwhile."""

    def articles(self) -> Iterator[Article]:
        """Every article, by id."""

    def claims(self) -> Iterator[ClaimView]:
        """Every claim, by (article_id, extracted start, extracted end, id)."""

    def relations(self) -> Iterator[Relation]:
        """Every decided and inferred relation."""

    def events(self) -> Iterator[Event]:
        """The whole log, by (hlc, reviewer, rseq)."""

    def heads(self) -> Iterator[tuple[str, int, str]]:
        """(reviewer, rseq, hash) of the last event of each chain, by reviewer."""

    def progress(self) -> Progress:
        """The counts, which the claims must equal."""


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


class Inconsistent(CuratorError):
    """The database does not add up; no report was written."""

    def __init__(self, what: str) -> None:
        super().__init__(f"the report does not add up: {what}; run `curator verify`")


class Cancelled(CuratorError):
    """The user stopped it; no report was written."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A dataset being read: tells how far it is, and can be stopped."""

    dataset: Dataset
    progress: ProgressCallback | None = None
    cancelled: Callable[[], bool] | None = None

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
            raise Cancelled("report stopped; nothing was changed")
        if self.progress:
            self.progress(what, done, total)
