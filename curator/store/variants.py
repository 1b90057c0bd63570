"""Other descriptions of a claim that a decision was made on: what a reviewer saw is never lost.

A claim's id is its place; extractors of two databases can describe that place differently (another speaker,
another kind). One description holds, chosen from the set of all in the same way everywhere; the others are
kept here as long as an event speaks of them.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from curator.models import Claim, Quantity, Span
from curator.review.chain import canonical_json, claim_digest
from curator.review.facts import digests_of
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.log import Log
from curator.store.troubles import Damaged


class Variants:
    """The descriptions of one database's claims."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._corpus = Corpus(database)
        self._log = Log(database)

    def of(self, claim_id: str) -> list[Claim]:
        """The kept descriptions of one claim, the one that holds not among them."""
        rows = self._db.rows(
            "SELECT v.record FROM claim c JOIN claim_variant v ON v.claim_no = c.no WHERE c.id = ?",
            (claim_id,),
        )
        return [_claim_of(row[0]) for row in rows]

    def of_article(self, article_id: str) -> list[Claim]:
        """All kept descriptions of one article's claims."""
        rows = self._db.rows(
            "SELECT v.record FROM article a JOIN claim c ON c.no >= a.no << 29 AND c.no < (a.no + 1) << 29 "
            "JOIN claim_variant v ON v.claim_no = c.no WHERE a.id = ? ORDER BY v.claim_no, v.digest",
            (article_id,),
        )
        return [_claim_of(row[0]) for row in rows]

    def keep(self, claim: Claim) -> None:
        """Keep a description of a known claim, inside `writing()`; of two that look the same, the greater."""
        self._db.run(
            "INSERT INTO claim_variant(claim_no, digest, record) SELECT no, ?2, ?3 FROM claim WHERE id = ?1 "
            "ON CONFLICT(claim_no, digest) DO UPDATE SET record = max(record, excluded.record)",
            (claim.id, claim_digest(claim), _record(claim)),
        )

    def settle(self, claim_id: str) -> None:
        """Let the first description in the common order hold, and forget those no event speaks of."""
        self.keep(self._corpus.claim(claim_id))
        no = self._corpus.known_claim_no(claim_id)
        spoken = {digests_of(fact.event).get(claim_id) for fact in self._log.spoken([no])}
        known = self.of(claim_id)
        holding = max(
            known,
            key=lambda c: (claim_digest(c) in spoken, c.extractor_version, c.extractor, _record(c)),
        )
        self._corpus.replace_claim(holding)
        for claim in known:
            digest = claim_digest(claim)
            if digest not in spoken or digest == claim_digest(holding):
                self._db.run("DELETE FROM claim_variant WHERE claim_no = ? AND digest = ?", (no, digest))


def _record(claim: Claim) -> str:
    return canonical_json(asdict(claim))


def _claim_of(record: str) -> Claim:
    """The claim behind a record; raises Damaged where there is none behind it."""
    try:
        return _read(record)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Damaged("another description of a claim cannot be read") from None


def _read(record: str) -> Claim:
    fields: dict[str, Any] = json.loads(record)
    for name in ("speaker_span", "cue_span"):
        fields[name] = Span(**fields[name]) if fields[name] else None
    fields["quantities"] = tuple(
        Quantity(**{**quantity, "span": Span(**quantity["span"])}) for quantity in fields["quantities"]
    )
    for name in ("times", "places", "parties"):
        fields[name] = tuple(fields[name])
    return Claim(**fields)
