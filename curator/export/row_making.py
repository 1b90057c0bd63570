"""The rows of a dataset from the values of the review: each field from where it stands.

Never decides or corrects anything: a row says what its value says, and text is cut from its article.
"""

from __future__ import annotations

import json
import re
from typing import Any

from curator.export.rows import ArticleRow, ClaimRow, DecisionRow, QuantityRow, RelationRow, SpeakerRow
from curator.models import Article, ClaimView, Event, Relation, Speaker


def source_name(source: str) -> str:
    """Where an article was read from, without the folders of the machine that read it."""
    if "://" in source:
        return source
    return re.split(r"[/\\]", source.rstrip("/\\"))[-1]


def article_row(article: Article) -> ArticleRow:
    """The row of an article."""
    return ArticleRow(
        article_id=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        source=source_name(article.source),
        length=len(article.text),
        text=article.text,
    )


def claim_row(view: ClaimView, article_text: str) -> ClaimRow:
    """The row of a claim; the text between its boundaries is cut from `article_text`, its article's."""
    claim = view.claim
    moved = (view.start, view.end) != (claim.start, claim.end)
    grounded = claim.grounded or moved
    text = article_text[view.start : view.end] if grounded else claim.text
    reworded = view.wording not in ("", claim.text)
    speaker_span, cue_span = claim.speaker_span, claim.cue_span
    return ClaimRow(
        claim_id=claim.id,
        article_id=claim.article_id,
        start=view.start,
        end=view.end,
        text=text,
        kind=claim.kind,
        speaker=view.speaker,
        speaker_name=view.speaker_name or view.speaker,
        cue=claim.cue,
        cue_class=claim.cue_class,
        polarity=claim.polarity,
        modality=claim.modality,
        tense=claim.tense,
        status=view.status,
        canonical_id=view.canonical_id or claim.id,
        wording=view.wording if reworded else text,
        reason=view.reason,
        reviewers=view.reviewers,
        decided_at=view.decided_at,
        notes=view.notes,
        contradictions=view.contradictions,
        stale=view.stale,
        quantities=tuple(
            QuantityRow(q.span.start, q.span.end, q.value, q.unit, q.bound) for q in claim.quantities
        ),
        times=claim.times,
        places=claim.places,
        parties=claim.parties,
        speaker_start=speaker_span.start if speaker_span else None,
        speaker_end=speaker_span.end if speaker_span else None,
        cue_start=cue_span.start if cue_span else None,
        cue_end=cue_span.end if cue_span else None,
        extracted_start=claim.start,
        extracted_end=claim.end,
        extracted_text=claim.text if claim.text != text else "",
        extracted_speaker=claim.speaker,
        grounded=grounded,
        extractor=claim.extractor,
        extractor_version=claim.extractor_version,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def speaker_rows(speaker: Speaker) -> tuple[SpeakerRow, ...]:
    """The rows of a speaker: one for each of their names."""
    return tuple(
        SpeakerRow(form.name, speaker.name, form.claims, form.articles, form.disputed)
        for form in speaker.forms
    )


def relation_row(relation: Relation) -> RelationRow:
    """The row of a relation."""
    return RelationRow(
        left_id=relation.left_id,
        right_id=relation.right_id,
        relation=relation.relation,
        type=relation.type,
        source=relation.source,
        reviewers=relation.reviewers,
        decided_at=relation.decided_at,
        disputed=relation.disputed,
    )


def decision_row(event: Event) -> DecisionRow:
    """The row of an event: every column, unchanged, and what of its payload one sorts decisions by."""
    payload = _payload(event)
    repeat_of = payload.get("repeat_of")
    return DecisionRow(
        seq=event.seq,
        event_id=event.event_id,
        reviewer=event.reviewer,
        rseq=event.rseq,
        hlc=event.hlc,
        wall_time=event.wall_time,
        kind=event.kind,
        target=event.target,
        payload=event.payload,
        prev_hash=event.prev_hash,
        hash=event.hash,
        blind=payload.get("blind") is True,
        repeat_of=repeat_of if isinstance(repeat_of, str) else "",
    )


def _payload(event: Event) -> dict[str, Any]:
    try:
        payload = json.loads(event.payload)
    except ValueError:
        return {}
    return payload if isinstance(payload, dict) else {}
