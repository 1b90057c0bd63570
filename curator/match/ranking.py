"""Features of a pair to a score, and a score to its evidence: the shares add up in the open.

Never looks for pairs and never learns; weights come from `match.weights`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from curator.match.signals import SIGNALS, Pair
from curator.match.turning import either_way
from curator.match.weights import NEIGHBOURS, START, Weights
from curator.models import CandidateKind, Evidence

if TYPE_CHECKING:
    from curator.match.kept import Kept


_LOOKS = tuple((signal.features, signal.values) for signal in SIGNALS)


def features(pair: Pair) -> dict[str, float]:
    """All features of a pair that are not 0."""
    found = pair.found
    for names, values_of in _LOOKS:
        values = values_of(pair)
        if any(values):
            for name, value in zip(names, values):  # noqa: B905 - this runs for every signal of every pair
                if value:
                    found[name] = value
    return found


def log_odds(found: Mapping[str, float], table: Mapping[str, float]) -> float:
    """The sum of what each feature is worth; `found` may hold features without a weight."""
    total = table[START]
    for name, value in found.items():  # not sum(): it rounds differently from Python 3.12 on
        total += table.get(name, 0.0) * value
    return total


def probability(odds: float) -> float:
    """The probability behind log-odds."""
    return 1.0 / (1.0 + math.exp(-odds)) if odds > -700 else 0.0


def scores(found: Mapping[str, float], weights: Weights) -> tuple[float, float]:
    """The log-odds that a reviewer calls the pair the same, and contradicting."""
    return log_odds(found, weights.same), log_odds(found, weights.contradicts)


def final_odds(pair: Kept, weights: Weights, kind: CandidateKind | None = None) -> float:
    """The log-odds of a kept pair as the kind given, or that it is proposed as, its neighbours counted."""
    kind = kind or pair.kind
    odds = pair.same if kind == "same" else pair.contradicts
    return odds + weights.of(kind).get(NEIGHBOURS, 0.0) * pair.features.get(NEIGHBOURS, 0.0)


def evidence(
    pair: Pair, kind: CandidateKind, weights: Weights, *, support: float = 0.0, start: bool = False
) -> tuple[Evidence, ...]:
    """Each signal's share with its words; of a contradiction first what the two differ in, then by weight.

    `support`: of common neighbours, if the pair's features do not hold it. `start`: with the log-odds of a
    pair of which nothing is known, so that the shares add up to the score's log-odds.
    """
    table = weights.of(kind)
    if not pair.found:
        features(pair)
    if support:
        pair.found[NEIGHBOURS] = support
    result = []
    for signal in SIGNALS:
        if pair.found.keys().isdisjoint(signal.features):
            continue
        share = sum(table.get(name, 0.0) * pair.found.get(name, 0.0) for name in signal.features)
        words = signal.words(pair)
        if words or (start and abs(share) >= 0.0005):
            result.append(Evidence(signal.name, round(share, 3), words or signal.features[0]))
    if value := pair.found.get(NEIGHBOURS, 0.0):
        share = table.get(NEIGHBOURS, 0.0) * value
        result.append(Evidence("neighbours", round(share, 3), either_way(NEIGHBOURS)))
    result.sort(key=lambda e: (kind == "contradicts" and e.signal not in OPPOSING, -abs(e.share)))
    if start:
        result.append(Evidence("start", table[START], "any two claims, before looking"))
    return tuple(result)


def evidence_in_short(
    found: Mapping[str, float], kind: CandidateKind, weights: Weights
) -> tuple[Evidence, ...]:
    """Each signal's share in the words of its strongest feature: for piles too large to word every pair."""
    table = weights.of(kind)
    shares: dict[str, float] = {}
    strongest: dict[str, tuple[float, str]] = {}
    for feature, value in found.items():
        name = _SIGNAL_OF[feature]
        share = table.get(feature, 0.0) * value
        shares[name] = shares.get(name, 0.0) + share
        if name not in strongest or abs(share) > strongest[name][0]:
            strongest[name] = abs(share), feature
    result = [
        Evidence(name, round(share, 3), either_way(strongest[name][1]))
        for name, share in shares.items()
        if abs(share) >= 0.05
    ]
    result.sort(key=lambda e: (kind == "contradicts" and e.signal not in OPPOSING, -abs(e.share)))
    return tuple(result)


OPPOSING = frozenset({"numbers", "negation", "modality", "stance", "opposites"})
"""Signals that show what the two claims differ in: of a contradiction they are told first."""
_SIGNAL_OF = {feature: signal.name for signal in SIGNALS for feature in signal.features} | {
    NEIGHBOURS: "neighbours"
}
