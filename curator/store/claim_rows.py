"""A claim as a row, and back: which column holds what.

Holds no statement of its own; a row that holds no claim raises Damaged.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from curator.models import Claim, Quantity, Span
from curator.store.database import Row
from curator.store.schema import ARTICLE_SHIFT
from curator.store.troubles import Damaged

CLAIM_COLUMNS = (
    'c.id, a.id, c.start, c."end", c.text, c.kind, c.speaker, c.cue, c.polarity, c.modality, c.rule, '
    "c.confidence, c.grounded, c.extractor, c.extractor_version, c.details"
)
"""What `claim_of` reads, from `claim c` and `article a`."""
CLAIM_WIDTH = 16


def span_of(article_no: int) -> tuple[int, int]:
    """The half-open range of numbers that the claims of one article have."""
    return article_no << ARTICLE_SHIFT, (article_no + 1) << ARTICLE_SHIFT


def claim_row(article_no: int, claim: Claim) -> Row:
    """A claim's columns from id to grounded."""
    return (
        claim.id,
        article_no,
        claim.start,
        claim.end,
        claim.kind,
        claim.speaker,
        claim.cue,
        claim.polarity,
        claim.modality,
        claim.text,
        claim.extractor,
        claim.extractor_version,
        claim.rule,
        float(claim.confidence),
        int(claim.grounded),
    )


def details_of(claim: Claim) -> str:
    """The fields without a column of their own as JSON, those at their default left out."""
    details: dict[str, Any] = {}
    if claim.speaker_span:
        details["speaker_span"] = [claim.speaker_span.start, claim.speaker_span.end]
    if claim.cue_span:
        details["cue_span"] = [claim.cue_span.start, claim.cue_span.end]
    if claim.quantities:
        details["quantities"] = [asdict(quantity) for quantity in claim.quantities]
    for name in ("cue_class", "tense", "times", "places", "parties"):
        if value := getattr(claim, name):
            details[name] = value
    return json.dumps(details, ensure_ascii=False, sort_keys=True) if details else ""


def claim_of(row: Sequence[Any]) -> Claim:
    """The claim behind the columns CLAIM_COLUMNS; raises Damaged where there is none behind them."""
    try:
        return _claim_of(row)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Damaged(f"claim {row[0]} cannot be read") from None


def _claim_of(row: Sequence[Any]) -> Claim:
    (id_, article_id, start, end, text, kind, speaker, cue, polarity, modality, rule) = row[:11]
    confidence, grounded, extractor, version, details = row[11:CLAIM_WIDTH]
    more: dict[str, Any] = json.loads(details) if details else {}
    return Claim(
        id=id_,
        article_id=article_id,
        start=start,
        end=end,
        text=text,
        kind=kind,
        speaker=speaker,
        speaker_span=_span(more.get("speaker_span")),
        cue=cue,
        cue_span=_span(more.get("cue_span")),
        cue_class=more.get("cue_class", ""),
        polarity=polarity,
        modality=modality,
        tense=more.get("tense", ""),
        quantities=tuple(_quantity(q) for q in more.get("quantities", ())),
        times=tuple(more.get("times", ())),
        places=tuple(more.get("places", ())),
        parties=tuple(more.get("parties", ())),
        rule=rule,
        confidence=confidence,
        grounded=bool(grounded),
        extractor=extractor,
        extractor_version=version,
    )


def _span(value: list[int] | None) -> Span | None:
    return Span(*value) if value else None


def _quantity(value: dict[str, Any]) -> Quantity:
    return Quantity(
        span=Span(value["span"]["start"], value["span"]["end"]),
        value=value["value"],
        unit=value["unit"],
        bound=value["bound"],
    )
