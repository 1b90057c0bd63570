"""The whole log folded into the state of review: what stands of every claim and every pair.

Pure, total and deterministic in the order (hlc, reviewer, rseq). The store keeps the same state in tables,
event by event, with the same functions; this is what `verify` holds those tables against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from curator.frozen import dataclass
from curator.models import Event
from curator.review import pairs, verdicts
from curator.review.clusters import Clusters, replay
from curator.review.facts import Fact, Pair, read
from curator.review.pairs import PairWord
from curator.review.verdicts import Judgement, Origin


@dataclass(frozen=True, slots=True)
class State:
    """What a log comes to."""

    undone: frozenset[str]
    """Ids of the events that do not stand."""
    clusters: Clusters
    words: dict[Pair, PairWord]
    judgements: dict[str, Judgement]
    """By claim id, for every claim that any event speaks of."""
    contradictions: dict[str, int]
    """By canonical claim: how many clusters stand against its cluster."""


def fold(events: Iterable[Event], origin: Callable[[str], Origin]) -> State:
    """The state that `events`, in any order, come to; `origin` tells where a claim comes from."""
    facts = sorted((read(event) for event in events), key=lambda fact: fact.order)
    gone = undone(facts)
    standing = [f for f in facts if f.event.event_id not in gone and f.kind != "undo"]
    clusters = replay(standing)
    said = pairs.words(standing, clusters.canonical)
    disputed = {claim_id for word in said.values() if word.disputed for claim_id in word.pair}
    of_claim: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        for claim_id in fact.claim_ids:
            of_claim[claim_id]
    for fact in standing:
        for claim_id in fact.claim_ids:
            of_claim[claim_id].append(fact)
    judgements = {
        claim_id: verdicts.judge(
            claim_id,
            spoken,
            verdicts.Standing(
                canonical_id=clusters.canonical(claim_id),
                cluster_size=len(clusters.members(claim_id)),
                pair_disputed=claim_id in disputed,
                origin=origin(claim_id),
            ),
        )
        for claim_id, spoken in of_claim.items()
    }
    against = pairs.contradicting(said, clusters.canonical)
    counts = {canonical: len(others) for canonical, others in against.items()}
    return State(gone, clusters, said, judgements, counts)


def undone(facts: Iterable[Fact]) -> frozenset[str]:
    """Ids of the events taken back: those that a standing undo names, latest first.

    An undo that comes before its target in the order of the fold takes nothing back.
    """
    ordered = sorted(facts, key=lambda fact: fact.order)
    place = {fact.event.event_id: fact.order for fact in ordered}
    gone: set[str] = set()
    for fact in reversed(ordered):
        target = fact.event.target
        if fact.kind != "undo" or target is None or fact.event.event_id in gone:
            continue
        if target in place and place[target] < fact.order:
            gone.add(target)
    return frozenset(gone)
