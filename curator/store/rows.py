"""What stands of claims and pairs as columns, and back: how a value is spelled in a projection.

Holds no statement.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from curator.review.facts import ordered
from curator.review.pairs import PairWord

if TYPE_CHECKING:
    from curator.review.verdicts import Judgement

STATE_SEPARATOR = "\n"
"""Between the entries of a list that is stored as text (reviewers, disputes, events)."""


def stored_status(judgement: Judgement) -> str:
    """The status column: a claim that is not shown has its reason there."""
    return judgement.status if judgement.listing == "listed" else judgement.listing


def state_row(judgement: Judgement) -> tuple[object, ...]:
    """The columns of claim_state that a judgement fills, from status to disputes."""
    start, end = judgement.span or (None, None)
    return (
        stored_status(judgement),
        judgement.wording,
        judgement.speaker,
        start,
        end,
        judgement.reason,
        STATE_SEPARATOR.join(judgement.reviewers),
        judgement.decided_at,
        json.dumps(judgement.notes, ensure_ascii=False) if judgement.notes else "",
        STATE_SEPARATOR.join(judgement.disputes),
    )


def word_row(numbers: Mapping[str, int], word: PairWord) -> tuple[object, ...]:
    """The columns of relation for one pair."""
    left, right = word.pair
    return (
        numbers[left],
        numbers[right],
        word.relation,
        word.type,
        STATE_SEPARATOR.join(word.reviewers),
        word.decided_at,
        word.conflict,
        STATE_SEPARATOR.join(word.event_ids),
    )


def word_of(row: Sequence[str]) -> PairWord:
    """The word behind (left id, right id, relation, type, reviewers, decided_at, conflict, events)."""
    left, right, relation, type_, reviewers, decided_at, conflict, events = row
    return PairWord(
        pair=ordered(left, right),
        relation=relation,  # type: ignore[arg-type]
        type=type_,
        reviewers=tuple(reviewers.split(STATE_SEPARATOR)) if reviewers else (),
        decided_at=decided_at,
        conflict=conflict,  # type: ignore[arg-type]
        event_ids=tuple(events.split(STATE_SEPARATOR)),
    )
