"""What exporters and the report read: one unchanging state of a review database, in a fixed order.

Never reads a database: the store provides a dataset, and who reads one keeps to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from curator.models import Article, ClaimView, CuratorError, Event, Progress, Relation, Speaker

MARKER = "datapackage.json"
"""The file by which a folder is known that an export wrote."""
NAME = "curator-claims"
"""The data package's name in it."""


class Dataset(Protocol):
    """One state of a review database: every call reads the same one, whatever is decided meanwhile."""

    def articles(self) -> Iterator[Article]:
        """Every article, by id."""

    def claims(self) -> Iterator[ClaimView]:
        """Every claim, by (article_id, extracted start, extracted end, id)."""

    def speakers(self) -> Iterator[Speaker]:
        """Every speaker with all names that claims have of them, by the name that they are known by."""

    def relations(self) -> Iterator[Relation]:
        """Every decided and inferred relation, by (left_id, right_id, relation, type, source)."""

    def events(self) -> Iterator[Event]:
        """The whole log, by (hlc, reviewer, rseq)."""

    def heads(self) -> Iterator[tuple[str, int, str]]:
        """(reviewer, rseq, hash) of the last event of each chain, by reviewer."""

    def progress(self) -> Progress:
        """The counts from the projections, which the rows must equal."""


class Inconsistent(CuratorError):
    """The database does not add up; nothing was written."""

    def __init__(self, what: str) -> None:
        super().__init__(f"the dataset does not add up: {what}; run `curator verify`")
