"""Many claims decided at once: what such a decision would do, told before it is made.

Pure: what stands of the claims is given, decisions come out. Never decides by itself what was not chosen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from curator.frozen import dataclass
from curator.models import CuratorError, Status
from curator.review.decisions import Confirm, Decision, Merge, Reject, Skip
from curator.text import visible_line

Verb = Literal["confirm", "reject", "merge", "skip"]

MOST_TOGETHER = 20_000
"""Claims that can be decided at once."""
UNASKED = 10
"""Up to so many are decided without a preview."""
_MOST_ARTICLES = 3
_LONGEST = 30


class NothingToDecide(CuratorError):
    """Of the claims chosen there is none for which the verb would change anything."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the claims chosen, with what stands of it."""

    claim_id: str
    status: Status
    own: str
    """This reviewer's standing verdict: "confirmed", "rejected" or ""."""
    canonical_id: str
    together: bool
    """Whether it is merged with others."""
    article: str
    """How its article is called."""


class Count(NamedTuple):
    """So many of something."""

    number: int
    what: str

    def __str__(self) -> str:
        return f"{self.number:,} {self.what}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is decided when the plan is carried out, all of it or nothing."""

    verb: Verb
    decisions: tuple[Decision, ...]
    parts: tuple[Count, ...]
    """What stands of the claims now, the most frequent first."""
    left_out: tuple[Count, ...]
    """Of which claims nothing is decided, and why."""
    articles: tuple[Count, ...]
    """The articles that they are in, those with most first."""

    @property
    def asks(self) -> bool:
        """Whether it is so much that it is shown before it is done."""
        return len(self.decisions) > UNASKED

    def __str__(self) -> str:
        """The preview in one line: `Confirm 37 claims: 31 pending, 2 disputed; in 3 articles: …`."""
        number = len(self.decisions)
        told = f"{_ASKED[self.verb].format(_claims(number))}: {', '.join(map(str, self.parts))}"
        first = ", ".join(
            f"{visible_line(count.what)} {count.number:,}" for count in self.articles[:_MOST_ARTICLES]
        )
        more = ", …" if len(self.articles) > _MOST_ARTICLES else ""
        places = "1 article" if len(self.articles) == 1 else f"{len(self.articles):,} articles"
        told += f"; in {places}: {first}{more}"
        return told + (f"; left out: {', '.join(map(str, self.left_out))}" if self.left_out else "")


_ASKED = {
    "confirm": "Confirm {}",
    "reject": "Reject {}",
    "merge": "Merge {} into one cluster",
    "skip": "Put off {}",
}


def _claims(number: int) -> str:
    return "1 claim" if number == 1 else f"{number:,} claims"


def plan(verb: Verb, chosen: Sequence[Chosen], *, reason: str = "", into: Chosen | None = None) -> Plan:
    """What a verb would do to the claims chosen; `into` is the claim that others are merged into.

    Raises NothingToDecide with the reasons where it would do nothing.
    """
    if len(chosen) > MOST_TOGETHER:
        raise CuratorError(
            f"more than {MOST_TOGETHER:,} claims cannot be decided at once: choose fewer, or filter them"
        )
    if verb == "merge":
        into = into or next((c for c in chosen if c.status != "rejected"), None)
    deciding: list[Chosen] = []
    left_out: Counter[str] = Counter()
    clusters: set[str] = set()
    for claim in chosen:
        why = _merging(claim, into, clusters) if verb == "merge" else _why_not(verb, claim)
        if why:
            left_out[why] += 1
        elif not (into and claim.claim_id == into.claim_id):
            deciding.append(claim)
    if not deciding:
        why = ", ".join(map(str, _counts(left_out)))
        raise NothingToDecide(f"there is nothing to {verb}: {why or 'choose two claims or more'}")
    target = into.claim_id if into else ""
    return Plan(
        verb,
        tuple(_decision(verb, claim.claim_id, reason, target) for claim in deciding),
        _counts(Counter(_standing(claim) for claim in deciding)),
        _counts(left_out),
        _counts(Counter(claim.article for claim in deciding)),
    )


def _decision(verb: Verb, claim: str, reason: str, into: str) -> Decision:
    match verb:
        case "confirm":
            return Confirm(claim)
        case "reject":
            return Reject(claim, reason)
        case "skip":
            return Skip(claim)
        case "merge":
            return Merge(claim, into)


def _why_not(verb: Verb, claim: Chosen) -> str:
    """Why a verb changes nothing of a claim, or would be refused; "" where it is to be done."""
    if verb == "skip":
        return "" if claim.status == "pending" else "decided already"
    if verb == "confirm":
        if claim.status == "merged":
            return "merged into others"
        return "confirmed by you already" if claim.own == "confirmed" else ""
    if claim.together:
        return "merged with others"
    return "rejected by you already" if claim.own == "rejected" else ""


def _merging(claim: Chosen, into: Chosen | None, clusters: set[str]) -> str:
    """Why a claim is not merged; of each cluster the first claim brings the others along."""
    if claim.status == "rejected":
        return "rejected"
    if into and claim.claim_id == into.claim_id:
        return ""
    if into and claim.canonical_id == into.canonical_id:
        return "in that cluster already"
    if claim.canonical_id in clusters:
        return "brought along by their cluster"
    clusters.add(claim.canonical_id)
    return ""


def _standing(claim: Chosen) -> str:
    """What stands of a claim, in a word or a few."""
    if claim.status in ("pending", "disputed", "merged"):
        return claim.status
    return f"{claim.status} {'by you before' if claim.own == claim.status else 'by others'}"


def _counts(counter: Counter[str]) -> tuple[Count, ...]:
    return tuple(Count(number, what) for what, number in counter.most_common())


def shortened(name: str) -> str:
    """An article's name in a few words."""
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
