"""Claims in, candidates with their evidence out: retrieval, comparison, ranking, in that order.

Never reads a database and never keeps what it saw: the same subjects in the same order give the same
candidates, whether they come all at once or one article at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from curator.match.frequencies import Frequencies, counted_claims
from curator.match.neighbours import STRONG, support, tie
from curator.match.ranking import evidence, features, probability, scores
from curator.match.reading import Reading, read
from curator.match.retrieval import Retrieval
from curator.match.signals import Pair
from curator.match.subject import Subject
from curator.match.weights import NEIGHBOURS, SHIPPED, Weights
from curator.models import Candidate, CandidateKind, Evidence

FLOOR = 0.03
"""Below this a candidate is not worth a reviewer's glance."""
_KINDS: tuple[CandidateKind, CandidateKind] = ("same", "contradicts")
_Index = tuple[int, int]


@dataclass(slots=True)
class Comparison:
    """One compared pair: its features and the log-odds of both kinds."""

    left: int
    right: int
    found: dict[str, float]
    odds: tuple[float, float]


def propose(
    subjects: Sequence[Subject],
    *,
    new: Container[str] | None = None,
    limit: int = 20,
    weights: Weights = SHIPPED,
) -> Iterator[Candidate]:
    """Candidates among `subjects`, at most `limit` of each kind for a claim, the best first.

    `subjects` in the order in which they were added. `new`: only pairs with one of these claim ids.
    """
    readings = [read(s) for s in subjects]
    frequencies = Frequencies.of(r.finding for r in readings[: counted_claims(len(readings))])
    compared = compare_all(readings, frequencies, weights)
    lift_by_neighbours(compared, weights)
    chosen: list[tuple[float, str, str, int, _Index]] = []
    for index, kind in best_of_each(compared, limit):
        left_id, right_id = sorted((readings[index[0]].id, readings[index[1]].id))
        chosen.append((-compared[index].odds[kind], left_id, right_id, kind, index))
    for odds, left_id, right_id, kind, index in sorted(chosen):
        if new is None or left_id in new or right_id in new:
            left, right = sorted((readings[index[0]], readings[index[1]]), key=lambda r: r.id)
            pair = Pair(left, right, frequencies, compared[index].found)
            words = evidence(pair, _KINDS[kind], weights)
            yield Candidate(left_id, right_id, _KINDS[kind], round(probability(-odds), 4), words)


def compare_all(
    readings: Sequence[Reading], frequencies: Frequencies, weights: Weights
) -> dict[_Index, Comparison]:
    """Every pair that a retrieval brings, compared, by the numbers of its claims."""
    retrieval = Retrieval(frequencies)
    retrieval.enter(readings)
    compared: dict[_Index, Comparison] = {}
    for number, reading in enumerate(readings):
        for found in (*retrieval.by_wording(number, reading), *retrieval.by_topic(number, reading)):
            index = min(number, found.other), max(number, found.other)
            if index not in compared and comparable(reading, readings[found.other]):
                values = features(Pair(readings[index[0]], readings[index[1]], frequencies))
                compared[index] = Comparison(*index, values, scores(values, weights))
    return compared


def comparable(left: Reading, right: Reading) -> bool:
    """False for a claim and itself, and for claims of one article that overlap."""
    if left.id == right.id:
        return False
    return left.article_id != right.article_id or left.end <= right.start or right.end <= left.start


def lift_by_neighbours(compared: dict[_Index, Comparison], weights: Weights) -> None:
    """Add the support of common neighbours to features and odds."""
    ties: dict[int, dict[int, int]] = defaultdict(dict)
    for (left, right), comparison in compared.items():
        if comparison.odds[0] >= STRONG:
            ties[left][right] = ties[right][left] = tie(comparison.odds[0])
    for (left, right), comparison in compared.items():
        if left in ties and right in ties and (value := support(ties[left], ties[right])):
            comparison.found[NEIGHBOURS] = value
            same, contradicts = comparison.odds
            comparison.odds = (
                same + weights.same.get(NEIGHBOURS, 0.0) * value,
                contradicts + weights.contradicts.get(NEIGHBOURS, 0.0) * value,
            )


def best_of_each(compared: dict[_Index, Comparison], limit: int) -> set[tuple[_Index, int]]:
    """The pairs that are among the `limit` best of either claim, with the number of the likelier kind."""
    lists: dict[tuple[int, int], list[tuple[float, _Index]]] = defaultdict(list)
    for index, comparison in compared.items():
        kind = int(comparison.odds[1] > comparison.odds[0])
        if probability(comparison.odds[kind]) >= FLOOR:
            for number in index:
                lists[number, kind].append((-comparison.odds[kind], index))
    return {(index, kind) for (_, kind), entries in lists.items() for _, index in sorted(entries)[:limit]}


def explain(
    left: Subject,
    right: Subject,
    *,
    kind: CandidateKind = "same",
    weights: Weights = SHIPPED,
    frequencies: Frequencies | None = None,
) -> tuple[Evidence, ...]:
    """Each signal's share in the score of a pair; the shares add up to the log-odds of the score."""
    readings = sorted((read(left), read(right)), key=lambda r: r.id)
    if frequencies is None:
        frequencies = Frequencies.of(r.finding for r in readings)
    return evidence(Pair(readings[0], readings[1], frequencies), kind, weights)
