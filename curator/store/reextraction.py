"""What a better extractor finds, laid over what is there: human work stays, the rest follows.

A claim that any event speaks of keeps its description; an undecided one that is no longer found goes stale,
and comes back when it is found again. Never removes a claim.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from curator.models import Article, Claim
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.projection import Projection


@dataclass(frozen=True, slots=True)
class Laid:
    """What one article's new claims came to."""

    kept: int
    updated: int
    stale: int
    added: int


class Reextraction:
    """Lays new extractions over one database, an article at a time."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._corpus = Corpus(database)
        self._projection = Projection(database)

    def put(
        self,
        article: Article,
        claims: Sequence[Claim],
        *,
        extracted: str,
        speaks_for: Callable[[str], bool] = lambda extractor: True,
    ) -> Laid:
        """Lay `claims` over those of one article, in a transaction of its own.

        Known claims of extractors that this one does not speak for stay as they are, found again or not.
        `extracted` names the extractor, "" where it is a guest beside the article's own.
        """
        with self._db.writing():
            known = self._corpus.records(article.id)
            spoken = self._corpus.spoken_claims(article.id)
            found = {claim.id: claim for claim in claims}
            updated = 0
            origins = {}
            for claim_id, (record, origin) in known.items():
                if not speaks_for(record.extractor):
                    continue
                now = "found" if claim_id in found else "vanished" if origin == "found" else origin
                if now != origin:
                    origins[claim_id] = now
                if claim_id in found and claim_id not in spoken and found[claim_id] != record:
                    self._corpus.replace_claim(found[claim_id])
                    updated += 1
            for claim_id, origin in origins.items():
                self._corpus.set_origin(claim_id, origin)
            self._projection.judge_anew(origins)
            number = self._corpus.article_no(article.id)
            new = [claim for claim in claims if claim.id not in known]
            added = len(self._corpus.add_claims(number, new, origin="found"))
            if extracted:
                self._corpus.set_extracted(number, extracted)
            if added or updated or origins:
                self._corpus.mark_unmatched(number)
            stale = self._corpus.stale_among(origins)
        kept = sum(claim_id in known for claim_id in found) - updated
        kept += sum(origin == "vanished" for origin in origins.values()) - stale
        return Laid(kept, updated, stale, added)
