"""Claims in, candidates with their evidence out: the whole of matching for piles that fit in memory.

Never reads a database and never keeps what it saw: the same subjects in the same order give the same
candidates, whether they come all at once or one article at a time.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from curator.match.arriving import LIMIT, MemoryTies, Readings, arrive, supported, useful
from curator.match.frequencies import Frequencies, counted_claims
from curator.match.kept import Kept
from curator.match.ranking import evidence, final_odds, probability
from curator.match.reading import Reading, read
from curator.match.retrieval import Retrieval
from curator.match.signals import Pair
from curator.match.subject import Subject
from curator.match.weights import NEIGHBOURS, SHIPPED, Weights
from curator.models import Candidate, CandidateKind, Evidence
from curator.progress import ProgressCallback


@dataclass(frozen=True, slots=True)
class Matched:
    """A pile, matched: the readings by number, and the pairs with their features."""

    readings: Sequence[Reading]
    frequencies: Frequencies
    pairs: Sequence[Kept]
    ties: MemoryTies


def match(
    subjects: Sequence[Subject],
    *,
    limit: int = LIMIT,
    weights: Weights = SHIPPED,
    progress: ProgressCallback | None = None,
) -> Matched:
    """All pairs among `subjects`, with the support of their common neighbours among the features."""
    told = progress or (lambda *_: None)
    readings = [read(s) for s in subjects]
    frequencies = Frequencies.of(r.finding for r in readings[: counted_claims(len(readings))])
    retrieval, ties = Retrieval(frequencies), MemoryTies()
    brought: list[Kept] = []
    for number, reading in enumerate(readings):
        brought += arrive(
            number,
            reading,
            retrieval=retrieval,
            readings=lambda numbers: [readings[number] for number in numbers],
            ties=ties,
            frequencies=frequencies,
            weights=weights,
            limit=limit,
        )
        told("matching claims", number + 1, len(readings))
    pairs = [with_support(pair, supported(pair, ties)) for pair in brought]
    proposed = [pair for pair in pairs if useful(pair, weights, frequencies)]
    return Matched(readings, frequencies, proposed, ties)


def with_support(pair: Kept, support: float) -> Kept:
    """`pair` with the support of its common neighbours among its features."""
    found = {**pair.features, NEIGHBOURS: support} if support else pair.features
    return replace(pair, features=found)


def propose(
    subjects: Sequence[Subject],
    *,
    new: Container[str] | None = None,
    limit: int = LIMIT,
    weights: Weights = SHIPPED,
) -> Iterator[Candidate]:
    """Candidates among `subjects`, the best first; each claim brings at most `limit` of each kind.

    `subjects` in the order in which they were added. `new`: only pairs with one of these claim ids.
    """
    matched = match(subjects, limit=limit, weights=weights)
    ranked: list[tuple[float, str, str, Kept]] = []
    for pair in matched.pairs:
        ids = sorted((matched.readings[pair.later].id, matched.readings[pair.earlier].id))
        if new is None or ids[0] in new or ids[1] in new:
            ranked.append((-final_odds(pair, weights), ids[0], ids[1], pair))
    for _, _, _, pair in sorted(ranked, key=lambda r: r[:3]):
        yield candidate(pair, matched.readings, matched.frequencies, weights)


def candidate(
    pair: Kept, readings: Readings, frequencies: Frequencies, weights: Weights = SHIPPED
) -> Candidate:
    """A kept pair, whose features hold the support of its neighbours, as a proposal in words."""
    left, right = sorted((readings[pair.earlier], readings[pair.later]), key=lambda r: r.id)
    words = evidence(Pair(left, right, frequencies, dict(pair.features)), pair.kind, weights)
    return Candidate(left.id, right.id, pair.kind, round(probability(final_odds(pair, weights)), 4), words)


def explain(
    left: Subject,
    right: Subject,
    *,
    kind: CandidateKind = "same",
    weights: Weights = SHIPPED,
    frequencies: Frequencies | None = None,
    support: float = 0.0,
) -> tuple[Evidence, ...]:
    """Each signal's share in the score of a pair; with the start, they add up to its log-odds.

    `frequencies`: of the pile, without which every word counts alike. `support`: of common neighbours.
    """
    readings = sorted((read(left), read(right)), key=lambda r: r.id)
    pair = Pair(readings[0], readings[1], frequencies or Frequencies(0, {}))
    return evidence(pair, kind, weights, support=support, start=True)
