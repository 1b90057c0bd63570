"""Blind review: what of a claim or a pair is shown to a reviewer who has not yet said anything of it.

Scores, the extractor's confidence and what others decided are taken out of the value itself, so that no
screen can show them. Corrections of words and speakers stay: they are what is to be judged. Never decides
who has said what.
"""

from __future__ import annotations

from dataclasses import replace

from curator.frozen import dataclass
from curator.models import ClaimView, Related


@dataclass(frozen=True, slots=True)
class Guards:
    """What a reviewer has chosen against deciding without looking."""

    blind: bool = False
    """Hide scores and other reviewers' words until one has decided oneself."""
    repeat: float = 0.0
    """The share of decided claims that are asked once more later, 0 to 1."""
    pace: bool = False
    """Say so when decisions come faster than the words can be read."""


REVEALING = ("confirm", "reject", "add", "adjudicate", "merge")
"""Kinds of events after which their reviewer is shown what others said of the claim."""
PAIR_REVEALING = ("merge", "contradict", "dismiss", "adjudicate")
"""The same of a pair."""


def veiled(view: ClaimView, own_notes: tuple[str, ...] = ()) -> ClaimView:
    """A claim as one who has said nothing of it may see it: open, and by itself."""
    claim = view.claim
    return replace(
        view,
        claim=replace(claim, confidence=1.0),
        status="pending",
        canonical_id=claim.id,
        reason="",
        reviewers=(),
        decided_at="",
        notes=own_notes,
        contradictions=0,
        candidates=0,
    )


def veiled_pair(related: Related) -> Related:
    """A claim beside another without what is proposed or decided of the two."""
    return replace(related, candidate=None, relation=None, contradiction_type="", inferred=False)
