"""The two retrievals and the one ranking: claims in, candidates with their evidence out.

Never reads a database and never keeps what it saw: the same subjects give the same candidates.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from curator.match.frequencies import Frequencies
from curator.match.reading import Reading, read
from curator.match.signals import SIGNALS, Pair
from curator.match.subject import Subject
from curator.match.weights import SHIPPED, Weights
from curator.models import Candidate, CandidateKind, Evidence

FLOOR = 0.08
"""Below this a candidate is not worth a reviewer's glance."""
PROBES = 24
"""How many of a claim's keys, the rarest first, look for others."""
POSTING_LIMIT = 2_000
"""How many claims one key may bring, of the later ones."""
SCORED = 80
"""How many of the found claims are compared in full, those sharing most first."""


def propose(
    subjects: Sequence[Subject],
    *,
    new: Container[str] | None = None,
    limit: int = 20,
    weights: Weights = SHIPPED,
) -> Iterator[Candidate]:
    """Candidates among `subjects`, at most `limit` of each kind for a claim, the best first.

    `new`: only pairs with at least one of these claim ids.
    """
    readings = [read(s) for s in subjects]
    frequencies = Frequencies.of(r.near for r in readings)
    scored: dict[tuple[int, int], tuple[float, float]] = {}
    for index, others in _found(readings, frequencies):
        for other in others:
            pair_index = (min(index, other), max(index, other))
            if pair_index not in scored and comparable(readings[index], readings[other]):
                pair = Pair(readings[index], readings[other], frequencies)
                scored[pair_index] = scores(features(pair), weights)
    yield from sorted(
        _ranked(readings, scored, frequencies, new, limit, weights),
        key=lambda c: (-c.score, c.left_id, c.right_id),
    )


def explain(
    left: Subject,
    right: Subject,
    *,
    kind: CandidateKind = "same",
    weights: Weights = SHIPPED,
    frequencies: Frequencies | None = None,
) -> tuple[Evidence, ...]:
    """Each signal's share in the score of a pair; the shares add up to the log-odds of the score."""
    readings = read(left), read(right)
    if frequencies is None:
        frequencies = Frequencies.of(r.near for r in readings)
    return evidence(Pair(*readings, frequencies), kind, weights)


def comparable(left: Reading, right: Reading) -> bool:
    """False for a claim and itself, and for claims of one article that overlap."""
    if left.id == right.id:
        return False
    return left.article_id != right.article_id or left.end <= right.start or right.end <= left.start


def features(pair: Pair) -> dict[str, float]:
    """All features of a pair that are not 0."""
    found = pair.found
    for signal in SIGNALS:
        for name, value in zip(signal.features, signal.values(pair), strict=True):
            if value:
                found[name] = value
    return found


def scores(found: dict[str, float], weights: Weights) -> tuple[float, float]:
    """The probabilities that a reviewer calls the pair the same, and contradicting."""
    return _score(found, weights, "same"), _score(found, weights, "contradicts")


def _score(found: dict[str, float], weights: Weights, kind: CandidateKind) -> float:
    table = weights.same if kind == "same" else weights.contradicts
    total = table["start"] + sum(table.get(name, 0.0) * value for name, value in found.items())
    return 1.0 / (1.0 + math.exp(-total))


def evidence(pair: Pair, kind: CandidateKind, weights: Weights = SHIPPED) -> tuple[Evidence, ...]:
    """Each signal's share with its words, the weightiest first; silent signals are left out."""
    table = weights.same if kind == "same" else weights.contradicts
    pair.found.clear()
    features(pair)
    result = []
    for signal in SIGNALS:
        values = signal.values(pair)
        share = sum(table.get(n, 0.0) * v for n, v in zip(signal.features, values, strict=True))
        words = signal.words(pair)
        if words and any(values):
            result.append(Evidence(signal.name, round(share, 3), words))
    return tuple(sorted(result, key=lambda e: -abs(e.share)))


def _found(readings: list[Reading], frequencies: Frequencies) -> Iterator[tuple[int, list[int]]]:
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, reading in enumerate(readings):
        for k in reading.near:
            by_key[k].append(index)
    weight = frequencies.weight
    for index, reading in enumerate(readings):
        sums: dict[int, float] = defaultdict(float)
        for k in sorted(reading.near, key=lambda k: (-weight(k), k))[:PROBES]:
            own = 1.0 if k in reading.keys else 0.5
            for other in by_key[k][-POSTING_LIMIT:]:
                sums[other] += weight(k) * (own if k in readings[other].keys else 0.5)
        sums.pop(index, None)
        yield index, sorted(sums, key=lambda other: (-sums[other], other))[:SCORED]


def _ranked(
    readings: list[Reading],
    scored: dict[tuple[int, int], tuple[float, float]],
    frequencies: Frequencies,
    new: Container[str] | None,
    limit: int,
    weights: Weights,
) -> Iterator[Candidate]:
    per_claim: dict[tuple[int, int], list[tuple[float, int, int]]] = defaultdict(list)
    for (i, j), both in scored.items():
        kind = int(both[1] > both[0])
        if both[kind] >= FLOOR:
            per_claim[i, kind].append((-both[kind], i, j))
            per_claim[j, kind].append((-both[kind], i, j))
    kept = {(i, j, kind) for (_, kind), entries in per_claim.items() for _, i, j in sorted(entries)[:limit]}
    for i, j, kind in kept:
        left, right = sorted((readings[i], readings[j]), key=lambda r: r.id)
        if new is not None and left.id not in new and right.id not in new:
            continue
        word: CandidateKind = "contradicts" if kind else "same"
        pair = Pair(left, right, frequencies)
        yield Candidate(left.id, right.id, word, round(scored[i, j][kind], 4), evidence(pair, word, weights))
