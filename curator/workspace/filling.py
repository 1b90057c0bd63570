"""Bringing in articles and claims, and the long work on them: matching and extracting anew.

Each takes `progress` and `cancelled`. The work itself is in `curator.pipeline`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from curator.models import Article
from curator.progress import Cancelled, ProgressCallback
from curator.workspace.opened import Opened
from curator.workspace.outcomes import AddReport

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from curator.extract.language_model import LanguageModel
    from curator.pipeline.extractors import Guest
    from curator.pipeline.reextracting import Reextracted


class Filling(Opened):
    """What changes the pile."""

    def add(
        self,
        sources: Iterable[str | PathLike[str]],
        *,
        max_bytes: int = 20_000_000,
        claims: bool = False,
        columns: Mapping[str, str] | None = None,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> AddReport:
        """Read, store, extract and match what is new in files, folders, URLs, `-` or curator databases.

        Files of claims (Curator's own, Prodigy, langextract, Label Studio) are known by their content;
        `claims` takes whatever is named for one, and `columns` says which column of a table means what.
        """
        from curator.pipeline.filling import Filling as Work

        filled = Work(self._store, progress, cancelled).add(
            sources, max_bytes, claims=claims, columns=columns
        )
        brought = filled.brought
        return AddReport(
            articles_added=filled.articles_added,
            articles_known=filled.articles_known,
            claims_added=filled.claims_added,
            candidates_added=filled.candidates_added,
            events_added=filled.events_added,
            failures=tuple(filled.failures),
            cancelled=filled.cancelled,
            claims_known=brought.claims_known if brought else 0,
            failures_of_set_aside=brought.of_set_aside if brought else 0,
            claims_ungrounded=brought.ungrounded if brought else 0,
            set_aside=brought.set_aside if brought else 0,
            set_aside_files=tuple(map(str, brought.files)) if brought else (),
        )

    def match(
        self,
        *,
        anew: bool = False,
        learning: bool | None = None,
        executor: Executor | None = None,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> AddReport:
        """Propose pairs for what is new, or `anew` for everything.

        `learning`: True refits the weights to what was decided here first, False goes back to the shipped
        ones, None leaves them as they are. `executor` carries the heavy part of a large pile.
        """
        from curator.pipeline.filling import Filling as Work

        filled = Work(self._store, progress, cancelled).rematch(
            anew=anew, learning=learning, executor=executor
        )
        return AddReport(candidates_added=filled.candidates_added, cancelled=filled.cancelled)

    def reextract(
        self,
        guest: Guest | None = None,
        *,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> Reextracted:
        """Extract every article again: decided claims stay, undecided ones that vanished go stale.

        A `guest` (`language_model(…)`) adds its claims to what is there and replaces only its own.
        """
        from curator.pipeline.reextracting import Reextracting

        return Reextracting(self._store, progress, cancelled).reextract(guest)

    def language_model(self, name: str, *, price: str = "", key: str | None = None) -> LanguageModel:
        """A guest extractor: a model by its name in `llm`; its answers are kept in the database.

        `price` is what a million tokens cost, input/output ("0.25/2.00"), for its estimates.
        """
        from curator.extract.language_model import LanguageModel, Price
        from curator.store.responses import ResponseTable

        kept = ResponseTable(self._store.database)
        kept.take_in(Path(f"{self.path}.responses.jsonl"))  # where earlier versions kept them
        return LanguageModel(name, kept, key=key, price=Price.parse(price) if price else None)

    def extractor(self, name: str) -> Guest | None:
        """A guest extractor by the name under which another package offers it; None for Curator's own."""
        from curator.pipeline.extractors import EXTRACTOR, NamedExtractor

        return None if name == EXTRACTOR else NamedExtractor(name)

    def whole_articles(self) -> Iterator[Article]:
        """Every article with its text, in the order they came in."""
        return self._store.corpus.all_articles()
