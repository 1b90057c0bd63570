"""What stands of one claim: reviewers' verdicts, corrections and notes, and the status they come to.

Two reviewers who differ make a claim disputed; never does the later one silently win.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from curator.frozen import dataclass
from curator.models import Status, VerdictWord
from curator.review.facts import Fact

Origin = Literal["found", "vanished", "reviewer"]
"""Whether the extractor finds a claim, no longer finds it, or never did and a reviewer added it."""
Listing = Literal["listed", "stale", "absent"]

VERDICT_OF: dict[str, VerdictWord] = {"confirm": "confirmed", "add": "confirmed", "reject": "rejected"}
"""The verdict that each kind of event gives. An answer to a claim that is asked again (repeat) gives none."""
_DECIDING = frozenset({"confirm", "reject", "edit", "add", "adjudicate", "merge", "split", "canonical"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """One reviewer's standing word on a claim."""

    reviewer: str
    word: VerdictWord
    reason: str
    decided_at: str
    event_id: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything that stands of one claim."""

    status: Status = "pending"
    listing: Listing = "listed"
    wording: str | None = None
    speaker: str | None = None
    span: tuple[int, int] | None = None
    reason: str = ""
    reviewers: tuple[str, ...] = ()
    decided_at: str = ""
    notes: tuple[str, ...] = ()
    skipped_by: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()
    """Why it is disputed, in words."""
    verdicts: tuple[Verdict, ...] = ()


PAIR_DISPUTED = "reviewers' words on a pair differ, or it contradicts its own cluster"
CORRECTED_APART = "corrected its"
MERGED_AND_REJECTED = "merged by one and rejected by another"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a claim's judgement needs to know of its surroundings."""

    canonical_id: str
    cluster_size: int = 1
    pair_disputed: bool = False
    """Whether reviewers' words on one of its pairs conflict."""
    origin: Origin = "found"


def judge(claim_id: str, facts: Iterable[Fact], standing: Standing) -> Judgement:
    """What the standing `facts` that speak of one claim, in their order, come to."""
    facts = [f for f in facts if claim_id in f.claim_ids]
    verdicts = _verdicts(claim_id, facts)
    word, differing = _settled(claim_id, facts, verdicts)
    disputes = [differing] if differing else []
    edits = [f for f in facts if f.kind == "edit"]
    disputes += _conflicting_edits(edits)
    if standing.pair_disputed:
        disputes.append(PAIR_DISPUTED)
    if standing.cluster_size > 1 and word == "rejected":
        disputes.append(MERGED_AND_REJECTED)
    status: Status = word or "pending"
    if disputes:
        status = "disputed"
    elif standing.canonical_id != claim_id:
        status = "merged"
    deciding = [f for f in facts if f.kind in _DECIDING and claim_id == f.claim_id]
    times = [f.event.wall_time for f in deciding if f.kind != "edit"]
    wording, span = _wording(edits)
    return Judgement(
        status=status,
        listing=_listing(facts, verdicts, standing),
        wording=wording,
        speaker=next((f.speaker for f in reversed(edits) if f.speaker is not None), None),
        span=span,
        reason=next((v.reason for v in reversed(verdicts) if v.word == "rejected" and v.reason), ""),
        reviewers=tuple(sorted({f.reviewer for f in deciding})),
        decided_at=max(times, default="") if status != "pending" else "",
        notes=tuple(f.text for f in facts if f.kind == "note"),
        skipped_by=tuple(sorted({f.reviewer for f in facts if f.kind == "skip"}))
        if status == "pending"
        else (),
        disputes=tuple(disputes),
        verdicts=verdicts,
    )


def is_of_verdicts(dispute: str) -> bool:
    """Whether a dispute is one that a word on the claim itself can settle."""
    return dispute != PAIR_DISPUTED and CORRECTED_APART not in dispute


def _verdicts(claim_id: str, facts: Iterable[Fact]) -> tuple[Verdict, ...]:
    """The last word of each reviewer, in order."""
    latest: dict[str, Fact] = {}
    for fact in facts:
        if fact.kind in VERDICT_OF and fact.claim_id == claim_id:
            latest[fact.reviewer] = fact
    return tuple(
        Verdict(f.reviewer, VERDICT_OF[f.kind], f.text, f.event.wall_time, f.event.event_id)
        for f in sorted(latest.values(), key=lambda f: f.order)
    )


def _settled(
    claim_id: str, facts: Sequence[Fact], verdicts: tuple[Verdict, ...]
) -> tuple[VerdictWord | None, str]:
    """The word that the verdicts come to, and how they differ ("" where they do not)."""
    by_id = {f.event.event_id: f for f in facts}
    settling = [f for f in facts if f.kind == "adjudicate" and not f.other_id and f.claim_id == claim_id]
    if settling:
        last = settling[-1]
        settled: VerdictWord = "rejected" if last.word == "rejected" else "confirmed"
        later = [v for v in verdicts if by_id[v.event_id].order > last.order and v.word != settled]
        if not later:
            return settled, ""
        return settled, f"{later[-1].reviewer} {later[-1].word} it after it was settled as {settled}"
    if len({v.word for v in verdicts}) > 1:
        return None, ", ".join(f"{v.reviewer} {v.word} it" for v in verdicts)
    return (verdicts[-1].word if verdicts else None), ""


def _conflicting_edits(edits: Sequence[Fact]) -> list[str]:
    """Where the last two reviewers to correct a field did so without seeing each other's correction."""
    conflicts = []
    for field in ("wording", "speaker", "span"):
        values = [(f, getattr(f, field)) for f in edits if getattr(f, field) is not None]
        if not values:
            continue
        last, value = values[-1]
        for earlier, other in values[:-1]:
            unseen = earlier.event.event_id not in last.seen
            if earlier.reviewer != last.reviewer and other != value and unseen:
                both = f"{earlier.reviewer} and {last.reviewer}"
                conflicts.append(f"{both} {CORRECTED_APART} {field} differently")
                break
    return conflicts


def _wording(edits: Sequence[Fact]) -> tuple[str | None, tuple[int, int] | None]:
    """The corrected wording and boundaries; without a wording of their own, the article's words at them."""
    own, at, span = None, None, None
    for fact in edits:
        if fact.span is not None:
            span, at = fact.span, fact.span_text
            if fact.wording_stays is None:  # logs from before the two were independent read as they did
                own = None
        if fact.wording is not None:
            own = None if fact.as_in_article else fact.wording
    return (own if own is not None else at), span


def _listing(facts: Iterable[Fact], verdicts: tuple[Verdict, ...], standing: Standing) -> Listing:
    """Whether the claim is shown: what nobody finds and nobody speaks of is not."""
    if standing.origin == "found":
        return "listed"
    if verdicts or standing.cluster_size > 1:
        return "listed"
    if standing.origin == "reviewer":
        related = any(f.kind in ("contradict", "dismiss", "adjudicate") for f in facts)
        return "listed" if related else "absent"
    return "listed" if any(f.kind not in ("skip", "repeat") for f in facts) else "stale"
