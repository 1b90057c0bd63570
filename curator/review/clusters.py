"""Which claims say the same: the partition that standing merge, split and canonical events come to.

Deterministic: the same standing facts give the same clusters and canonical claims, whoever computes it and
over however many claims at a time. Knows nothing of verdicts.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

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
    facts = list(standing)
    void = _void_before(facts)
    clusters = Clusters()
    for fact in facts:
        match fact.kind:
            case "merge" if fact.other_id and fact.order > void.get(fact.pair, ("", "", 0)):
                clusters.merge(fact.claim_id, fact.other_id)
            case "split":
                clusters.split(fact.claim_id)
            case "canonical":
                clusters.make_canonical(fact.claim_id)
            case "adjudicate" if fact.other_id and fact.word == "same":
                clusters.merge(fact.claim_id, fact.other_id)
            case "adjudicate" if not fact.other_id and fact.word == "rejected":
                clusters.split(fact.claim_id)
    return clusters


def joins(fact: Fact) -> bool:
    """Whether a fact can put two claims into one cluster."""
    return fact.kind == "merge" or (fact.kind == "adjudicate" and bool(fact.other_id))


def reshapes(fact: Fact) -> bool:
    """Whether a fact can change who is in which cluster."""
    return joins(fact) or fact.kind in ("split", "canonical", "adjudicate")


def path(standing: Iterable[Fact], start: str, goal: str) -> list[Fact]:
    """The fewest joining facts that lead from one claim to another: why both are in one cluster.

    All of them where none leads there any more, as after the split of a claim that lay between.
    """
    joining = [fact for fact in standing if joins(fact)]
    beside: dict[str, list[Fact]] = defaultdict(list)
    for fact in joining:
        for claim_id in fact.claim_ids:
            beside[claim_id].append(fact)
    came_by: dict[str, Fact | None] = {start: None}
    reached = deque([start])
    while reached and goal not in came_by:
        here = reached.popleft()
        for fact in beside[here]:
            for there in fact.claim_ids:
                if there not in came_by:
                    came_by[there] = fact
                    reached.append(there)
    if goal not in came_by:
        return joining
    steps: list[Fact] = []
    while (fact_to := came_by[goal]) is not None:
        steps.append(fact_to)
        goal = next(c for c in fact_to.claim_ids if c != goal)
    return steps


def _void_before(facts: Iterable[Fact]) -> dict[Pair, Order]:
    """Up to when merges of a pair are void: the last adjudication that says they are not the same."""
    last: dict[Pair, Fact] = {f.pair: f for f in facts if f.kind == "adjudicate" and f.other_id}
    return {pair: fact.order for pair, fact in last.items() if fact.word in ("contradicts", "unrelated")}
