"""Which claims say the same: the partition that standing merge, split and canonical events come to.

Deterministic: the same standing facts give the same clusters and canonical claims, whoever computes it and
over however many claims at a time. Knows nothing of verdicts.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from typing import Literal

from curator.review.facts import Fact, Order, Pair


class Clusters:
    """A partition of claims; whatever was never joined to another stands alone."""

    def __init__(self) -> None:
        self._cluster_of: dict[str, list[str]] = {}

    def canonical(self, claim_id: str) -> str:
        """The canonical claim of the cluster that `claim_id` is in."""
        cluster = self._cluster_of.get(claim_id)
        return cluster[0] if cluster else claim_id

    def members(self, claim_id: str) -> tuple[str, ...]:
        """All of its cluster, the canonical claim first, then in the order in which they joined."""
        return tuple(self._cluster_of.get(claim_id, (claim_id,)))

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        """The clusters of two and more."""
        return (tuple(c) for claim_id, c in self._cluster_of.items() if c[0] == claim_id)

    def merge(self, claim_id: str, into_id: str) -> None:
        """Join the cluster of `claim_id` to that of `into_id`, whose canonical claim stays."""
        into = self._cluster_of.get(into_id) or [into_id]
        joining = self._cluster_of.get(claim_id) or [claim_id]
        if into is joining or claim_id == into_id:
            return
        into.extend(joining)
        for member in into:
            self._cluster_of[member] = into

    def split(self, claim_id: str) -> None:
        """Take one claim out; the next in order becomes canonical where it was that."""
        cluster = self._cluster_of.pop(claim_id, None)
        if cluster is None:
            return
        cluster.remove(claim_id)
        if len(cluster) == 1:
            del self._cluster_of[cluster[0]]

    def make_canonical(self, claim_id: str) -> None:
        """Put one claim at the head of its cluster."""
        cluster = self._cluster_of.get(claim_id)
        if cluster is not None:
            cluster.remove(claim_id)
            cluster.insert(0, claim_id)


def replay(standing: Iterable[Fact]) -> Clusters:
    """The clusters that `standing` facts, in their order, come to.

    An adjudication counts where it speaks of sameness: of a pair it joins the two or makes their earlier
    merges void, and a claim adjudicated as rejected leaves its cluster.
    """
    clusters = Clusters()
    for step, fact in _steps(standing):
        if step == "join":
            clusters.merge(fact.claim_id, fact.other_id)
        elif step == "leave":
            clusters.split(fact.claim_id)
        else:
            clusters.make_canonical(fact.claim_id)
    return clusters


def _steps(standing: Iterable[Fact]) -> Iterator[tuple[Literal["join", "leave", "lead"], Fact]]:
    """What `standing` facts, in their order, do to the partition."""
    facts = list(standing)
    void = _void_before(facts)
    for fact in facts:
        match fact.kind:
            case "merge" if fact.other_id and fact.order > void.get(fact.pair, ("", "", 0)):
                yield "join", fact
            case "split":
                yield "leave", fact
            case "canonical":
                yield "lead", fact
            case "adjudicate" if fact.other_id and fact.word == "same":
                yield "join", fact
            case "adjudicate" if not fact.other_id and fact.word == "rejected":
                yield "leave", fact


def joins(fact: Fact) -> bool:
    """Whether a fact can put two claims into one cluster."""
    return fact.kind == "merge" or (fact.kind == "adjudicate" and bool(fact.other_id))


def reshapes(fact: Fact) -> bool:
    """Whether a fact can change who is in which cluster."""
    return joins(fact) or fact.kind in ("split", "canonical", "adjudicate")


def path(standing: Iterable[Fact], start: str, goal: str) -> list[Fact]:
    """The fewest joining facts that lead from one claim to another: why both are in one cluster.

    Nothing where they are not. What joined a claim before it was last split off leads to it no more, but
    still holds those together that it stood between.
    """
    bonds, stay = _bonds(standing)
    came_by: dict[_Stay, tuple[_Stay, Fact] | None] = {(start, stay[start]): None}
    reached = deque(came_by)
    there = goal, stay[goal]
    while reached and there not in came_by:
        here = reached.popleft()
        for other, fact in bonds[here]:
            if other not in came_by:
                came_by[other] = here, fact
                reached.append(other)
    steps: list[Fact] = []
    while (step := came_by.get(there)) is not None:
        there, fact = step
        steps.append(fact)
    return steps


def holding(standing: Iterable[Fact], claim_id: str) -> list[Fact]:
    """The joining facts that hold one claim in its cluster: none from before it was last split off."""
    bonds, stay = _bonds(standing)
    return [fact for _, fact in bonds[claim_id, stay[claim_id]]]


_Stay = tuple[str, int]
"""A claim from one time that it was split off to the next: how often it was split off before."""


def _bonds(standing: Iterable[Fact]) -> tuple[dict[_Stay, list[tuple[_Stay, Fact]]], Counter[str]]:
    """What joins each stay of each claim with which others, and the stay that each is in."""
    bonds: dict[_Stay, list[tuple[_Stay, Fact]]] = defaultdict(list)
    stay: Counter[str] = Counter()
    for step, fact in _steps(standing):
        if step == "leave":
            stay[fact.claim_id] += 1
        elif step == "join":
            left, right = ((claim_id, stay[claim_id]) for claim_id in (fact.claim_id, fact.other_id))
            bonds[left].append((right, fact))
            bonds[right].append((left, fact))
    return bonds, stay


def _void_before(facts: Iterable[Fact]) -> dict[Pair, Order]:
    """Up to when merges of a pair are void: the last adjudication that says they are not the same."""
    last: dict[Pair, Fact] = {f.pair: f for f in facts if f.kind == "adjudicate" and f.other_id}
    return {pair: fact.order for pair, fact in last.items() if fact.word in ("contradicts", "unrelated")}
