"""Extracting again what is in: by this version's extractor, or by a guest that adds its own claims.

What reviewers decided stays as it is, whatever is found now. Holds no SQL and knows no extractor.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from curator.models import CuratorError, Failure
from curator.pipeline.extractors import EXTRACTOR, Guest, extracted, is_own
from curator.pipeline.run import Run
from curator.progress import Stopped

if TYPE_CHECKING:
    from curator.store.reextraction import Laid

_FAILURES_IN_A_ROW = 3
"""So many articles without an answer, and a guest is not asked any more."""


@dataclass(slots=True)
class Reextracted:
    """What another extraction came to, in claims."""

    kept: int = 0
    """Found again as they were, or decided on and so left as they are."""
    updated: int = 0
    """Undecided and described differently now."""
    stale: int = 0
    """Undecided and no longer found: kept, but neither listed nor asked about."""
    added: int = 0
    articles: int = 0
    candidates_added: int = 0
    failures: list[Failure] = field(default_factory=list)
    """Articles that a guest gave no claims for."""
    not_asked: int = 0
    """Articles that a guest was not asked about any more, because it failed too often in a row."""
    cancelled: bool = False

    def count(self, laid: Laid) -> None:
        """Count one article's claims in."""
        self.kept += laid.kept
        self.updated += laid.updated
        self.stale += laid.stale
        self.added += laid.added
        self.articles += 1


class Reextracting(Run):
    """One run of another extraction, with matching after it."""

    def reextract(self, guest: Guest | None = None) -> Reextracted:
        """Extract every article again; decided claims stay as they are, whatever the extractor says now.

        A `guest` (a language model) speaks for its own earlier claims only, and Curator's own extractor not
        for those of guests. An article that it fails on is listed; three in a row end the run.
        """
        from curator.store.reextraction import Reextraction

        result = Reextracted()
        reextraction = Reextraction(self._store.database)
        total = self._store.state.progress().articles
        in_a_row = 0
        try:
            for article in self._store.corpus.all_articles():
                self.stop_if_cancelled()
                try:
                    claims = extracted(article, guest)
                except CuratorError as error:
                    if guest is None:
                        raise
                    result.failures.append(Failure(article.source or article.id, str(error)))
                    in_a_row += 1
                    if in_a_row == _FAILURES_IN_A_ROW:
                        result.not_asked = total - result.articles - len(result.failures)
                        break
                    continue
                in_a_row = 0
                result.count(
                    reextraction.put(
                        article,
                        claims,
                        extracted="" if guest else EXTRACTOR,
                        speaks_for=guest.tool.__eq__ if guest else is_own,
                    )
                )
                self._progress("extracting claims", result.articles, total)
            self._store.fold_speakers()
            result.candidates_added = self.match()
        except (KeyboardInterrupt, Stopped):
            self._store.fold_speakers()
            result.cancelled = True
        return result
