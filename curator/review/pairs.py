"""What was said of pairs of claims: reviewers' words on each, and where they conflict.

`contradicts` and `unrelated` lift to clusters: what holds of two members holds of the two clusters. Never
decides between reviewers; where they differ it says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Literal

from curator.frozen import dataclass
from curator.models import RelationKind
from curator.review.facts import PAIR_KINDS, Fact, Pair, ordered

Canonical = Callable[[str], str]
"""Gives the canonical claim of a claim's cluster."""

_WORDS: dict[str, RelationKind] = {"merge": "same", "contradict": "contradicts", "dismiss": "unrelated"}
Conflict = Literal["", "differ", "inside", "between"]
"""Reviewers differ on the pair itself, it lies inside one cluster, or it differs from another pair's word
between the same two clusters."""


@dataclass(frozen=True, slots=True)
class PairWord:
    """What stands of one pair of claims."""

    pair: Pair
    relation: RelationKind
    type: str = ""
    reviewers: tuple[str, ...] = ()
    decided_at: str = ""
    conflict: Conflict = ""
    event_ids: tuple[str, ...] = ()
    """The standing events that it rests on, in order."""

    @property
    def disputed(self) -> bool:
        return bool(self.conflict)


def speaks_of_pair(fact: Fact) -> bool:
    """Whether a fact is a word on a pair of claims."""
    return fact.kind in PAIR_KINDS or (fact.kind == "adjudicate" and bool(fact.other_id))


def words(standing: Iterable[Fact], canonical: Canonical) -> dict[Pair, PairWord]:
    """The word on every pair that `standing` facts, in their order, speak of; disputes included.

    For a dispute between two clusters to be found, the words between all their members have to be there.
    """
    spoken: dict[Pair, list[Fact]] = defaultdict(list)
    for fact in standing:
        if fact.other_id and fact.claim_id != fact.other_id and speaks_of_pair(fact):
            spoken[fact.pair].append(fact)
    said = {}
    for pair, facts in spoken.items():
        word = _word(pair, facts, joined=canonical(pair[0]) == canonical(pair[1]))
        if word is not None:
            said[pair] = word
    return _lifted(said, canonical)


def _word(pair: Pair, facts: list[Fact], *, joined: bool) -> PairWord | None:
    """What the facts of one pair come to; None when nothing is left, as of a merge that was split."""
    latest: dict[str, Fact] = {}
    settled: Fact | None = None
    for fact in facts:
        if fact.kind == "adjudicate":
            settled = fact
        elif fact.kind == "merge" and not joined:
            latest.pop(fact.reviewer, None)
        else:
            latest[fact.reviewer] = fact
    if settled is not None and settled.word == "same" and not joined:
        settled = None
    standing = list(latest.values())
    if settled is not None:
        standing = [settled, *(f for f in standing if f.order > settled.order)]
    if not standing:
        return None
    standing.sort(key=lambda fact: fact.order)
    last = standing[-1]
    relation = _relation(last)
    conflict: Conflict = "differ" if len({_relation(f) for f in standing}) > 1 else ""
    if joined and any(_relation(f) != "same" for f in standing):
        conflict = "inside"
    return PairWord(
        pair=pair,
        relation=relation,
        type=last.type if relation == "contradicts" else "",
        reviewers=tuple(sorted({f.reviewer for f in standing})),
        decided_at=max(f.event.wall_time for f in standing),
        conflict=conflict,
        event_ids=tuple(f.event.event_id for f in standing),
    )


def _relation(fact: Fact) -> RelationKind:
    if fact.kind == "adjudicate":
        return "contradicts" if fact.word == "contradicts" else "same" if fact.word == "same" else "unrelated"
    return _WORDS[fact.kind]


def _lifted(said: dict[Pair, PairWord], canonical: Canonical) -> dict[Pair, PairWord]:
    """`said` with the words between two clusters marked as disputed where they differ from each other."""
    between: dict[Pair, list[PairWord]] = defaultdict(list)
    for word in said.values():
        clusters = ordered(*map(canonical, word.pair))
        if clusters[0] != clusters[1]:
            between[clusters].append(word)
    for together in between.values():
        if len({w.relation for w in together}) > 1:
            said.update({w.pair: replace(w, conflict="between") for w in together})
    return said


def contradicting(said: Mapping[Pair, PairWord], canonical: Canonical) -> dict[str, set[str]]:
    """For each cluster (by its canonical claim) the clusters that stand against it."""
    against: dict[str, set[str]] = defaultdict(set)
    for word in said.values():
        left, right = map(canonical, word.pair)
        if word.relation == "contradicts" and left != right:
            against[left].add(right)
            against[right].add(left)
    return against
