"""What a reviewer can decide: one small class a verb. `Workspace.decide` turns each into one event.

These are requests. What is written to the log (with the hashes of the texts spoken of and the state that
was replaced) is made by the store when the decision is accepted. Nothing here touches a database.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from curator.frozen import dataclass
from curator.models import CandidateKind, ContradictionType, RelationKind, Span, VerdictWord


@dataclass(frozen=True, slots=True)
class Confirm:
    """The article really makes this claim (which never means that it is true)."""

    claim_id: str


@dataclass(frozen=True, slots=True)
class Reject:
    """The article does not make this claim, or it is no claim."""

    claim_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """Put a claim off: it stays pending and comes back after the others."""

    claim_id: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Correct a claim; what is None stays as it is."""

    claim_id: str
    wording: str | None = None
    speaker: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Add:
    """A claim that the extractor missed; adding it confirms it."""

    article_id: str
    span: Span
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a claim, kept with it and exported."""

    claim_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Lot:
    """Why a pair was asked: it was drawn at random, each as likely as any other."""

    kind: CandidateKind
    """The kind of proposals that it was drawn from."""
    pool: int
    """How many of them were open."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two claims say the same: `claim_id`'s cluster joins that of `into_id`, whose canonical claim stays."""

    claim_id: str
    into_id: str
    lot: Lot | None = None


@dataclass(frozen=True, slots=True)
class Contradict:
    """Two claims cannot both hold."""

    left_id: str
    right_id: str
    type: ContradictionType = "other"
    lot: Lot | None = None


@dataclass(frozen=True, slots=True)
class Dismiss:
    """Two claims have nothing to do with each other: the pair is never proposed again."""

    left_id: str
    right_id: str
    lot: Lot | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """One member leaves its cluster."""

    claim_id: str


@dataclass(frozen=True, slots=True)
class Canonical:
    """Make this member the canonical claim of its cluster."""

    claim_id: str


@dataclass(frozen=True, slots=True)
class Adjudicate:
    """Settle a claim on which reviewers differ."""

    claim_id: str
    verdict: VerdictWord


@dataclass(frozen=True, slots=True)
class AdjudicatePair:
    """Settle a pair of claims on which reviewers differ."""

    left_id: str
    right_id: str
    relation: RelationKind
    type: ContradictionType = "other"
    """Of a contradiction."""


@dataclass(frozen=True, slots=True)
class Identify:
    """Two names are one speaker's: whoever is called `name` is whom `other_name` calls, and known as that."""

    name: str
    other_name: str


@dataclass(frozen=True, slots=True)
class Distinguish:
    """A name is not that speaker's: it leaves the names that it is folded or was joined with."""

    name: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """The answer to a claim that was asked once more: kept beside the earlier verdict, which it leaves."""

    claim_id: str
    verdict: VerdictWord
    repeat_of: str
    """The event of the earlier verdict."""
    share: float
    """The share of claims that were being asked again, by which this one was drawn; 0 to 1."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back one event of the log by its id; the undo of an undo is a redo."""

    event_id: str


Decision: TypeAlias = (
    Confirm
    | Reject
    | Skip
    | Edit
    | Add
    | Note
    | Merge
    | Contradict
    | Dismiss
    | Split
    | Canonical
    | Adjudicate
    | AdjudicatePair
    | Repeat
    | Identify
    | Distinguish
    | Undo
)


def runs(decisions: Iterable[Decision]) -> Iterator[list[Decision]]:
    """Decisions in runs of which none looks at what another does: these can be judged together.

    So are verdicts of one sort on different claims, and merges into one and the same claim.
    """
    run: list[Decision] = []
    spoken: set[str] = set()
    for decision in decisions:
        alike = bool(run) and _alike(run[-1], decision)
        claim = getattr(decision, "claim_id", "")
        if run and not (alike and claim not in spoken):
            yield run
            run, spoken = [], set()
        run.append(decision)
        spoken.add(claim)
    if run:
        yield run


def _alike(one: Decision, other: Decision) -> bool:
    """Whether two decisions are of a sort that can be in one run."""
    if isinstance(one, Merge) and isinstance(other, Merge):
        return one.into_id == other.into_id
    return isinstance(one, Confirm | Reject | Skip) and type(one) is type(other)
