"""Claims matched as they arrive: each against those before it, with results that later ones never take back.

The same arrivals in the same order give the same pairs, whether they come one at a time over years or all in
one run; only the support of common neighbours grows. Where the index lies (memory, database) is not known
here. Never writes evidence and never orders a queue.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Protocol

from curator.match.frequencies import Frequencies
from curator.match.kept import Kept
from curator.match.neighbours import WAITING, support, tie
from curator.match.ranking import features, scores
from curator.match.reading import Reading
from curator.match.retrieval import Retrieval
from curator.match.signals import Pair
from curator.match.weights import NEIGHBOURS, Weights
from curator.models import CandidateKind

LEAST_SAME = -3.7
"""Log-odds before neighbours below which a pair is not kept as the same."""
LEAST_CONTRADICTS = -4.4
"""The same for contradictions."""
WEAK_CONTRADICTS = LEAST_CONTRADICTS + 1.4
"""Log-odds below which a contradiction is weak: only the best few of a claim bring those along."""
LEAST_USEFUL = -2.0
"""Log-odds, neighbours counted, below which a pair is not worth proposing; it waits for more of them."""
WEAK_KEPT = 6
"""So many contradictions of a claim are kept however weak."""
IN_ARTICLE = 5
"""Of the pairs that a claim brings of each kind, how many may be with claims of its own article."""
LIMIT = 20
"""How many pairs of each kind a claim brings."""
FEW = 1_024
"""Counted claims up to which a pile is small: who likes whom is then told by those who like both."""
FRIENDS = 5
"""Of a claim in a small pile, how many of those most like it introduce theirs to it."""
HEADSTART = -0.6
"""Of two claims about one matter it is first seen that they are; by so much contradiction may be behind."""


class Ties(Protocol):
    """The strong ties between claims, by number."""

    def of(self, number: int) -> Mapping[int, int]:
        """The ties of a claim, in steps of probability."""

    def add(self, one: int, other: int, steps: int) -> None:
        """Enter a tie, both ways."""


class MemoryTies:
    """Ties in dictionaries."""

    def __init__(self) -> None:
        self._ties: defaultdict[int, dict[int, int]] = defaultdict(dict)

    def of(self, number: int) -> Mapping[int, int]:
        return self._ties.get(number, {})

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        """Each tie once: both numbers and the steps."""
        return (
            (one, other, steps)
            for one, ties in self._ties.items()
            for other, steps in ties.items()
            if other < one
        )

    def add(self, one: int, other: int, steps: int) -> None:
        self._ties[one][other] = self._ties[other][one] = steps


class Readings(Protocol):
    """The readings of the claims that have arrived."""

    def __getitem__(self, number: int) -> Reading: ...


def arrive(
    number: int,
    reading: Reading,
    *,
    retrieval: Retrieval,
    readings: Callable[[Sequence[int]], Iterable[Reading]],
    ties: Ties,
    frequencies: Frequencies,
    weights: Weights,
    limit: int = LIMIT,
) -> list[Kept]:
    """Match a claim with those before it, enter it, and give the pairs that it brings."""
    compared = []
    others = retrieval.found(reading)
    for other, earlier in zip(others, readings(others), strict=True):
        if comparable(earlier, reading):
            found = features(Pair(earlier, reading, frequencies))
            inside = earlier.article_id == reading.article_id
            compared.append(kept(number, other, found, *scores(found, weights), inside=inside))
    retrieval.enter(number, reading)
    brought = best(compared, limit)
    for pair in brought:
        ties.add(pair.later, pair.earlier, tie(pair.same))
    if few(frequencies):
        brought += _introduced(number, readings, ties, frequencies, weights, limit)
    return brought


def few(frequencies: Frequencies) -> bool:
    """Whether a pile is so small that a reviewer may want to see all that is likely at all."""
    return frequencies.claims <= FEW


def _introduced(
    number: int,
    readings: Callable[[Sequence[int]], Iterable[Reading]],
    ties: Ties,
    frequencies: Frequencies,
    weights: Weights,
    limit: int,
) -> list[Kept]:
    """The pairs that an arriving claim is the reason for, though their words would not have met.

    It with those that its friends like most, and its friends with each other: tellings of one event in
    other words, which often share none. They wait for support as other unlikely pairs do, and give none.
    """
    friends = _friends(number, ties)
    wanted = {(number, other) for friend in friends for other in _friends(friend, ties) if other != number}
    wanted |= {(later, earlier) for later in friends for earlier in friends if earlier < later}
    untied = sorted(pair for pair in wanted if pair[1] not in ties.of(pair[0]))
    found = []
    for later, earlier in untied:
        right, left = readings([later, earlier])
        if left.article_id != right.article_id:
            values = features(Pair(left, right, frequencies))
            found.append(kept(later, earlier, values, *scores(values, weights)))
    found.sort(key=lambda k: (-max(k.same, k.contradicts), k.later, k.earlier))
    for pair in found[:limit]:
        ties.add(pair.later, pair.earlier, WAITING)
    return found[:limit]


def _friends(number: int, ties: Ties) -> list[int]:
    """The claims most like one."""
    strong = [(-steps, other) for other, steps in ties.of(number).items() if steps != WAITING]
    return [other for _, other in sorted(strong)[:FRIENDS]]


def kept(
    later: int,
    earlier: int,
    found: Mapping[str, float],
    same: float,
    contradicts: float,
    *,
    inside: bool = False,
) -> Kept:
    """A compared pair with the kind that it is proposed as."""
    # A weak contradiction is no reason not to be told that both may say the same.
    least = WEAK_CONTRADICTS if same >= LEAST_SAME else LEAST_CONTRADICTS
    against = same + HEADSTART < contradicts and contradicts >= least
    kind: CandidateKind = "contradicts" if against else "same"
    return Kept(later, earlier, kind, same, contradicts, inside, found)


def best(compared: list[Kept], limit: int) -> list[Kept]:
    """Of the pairs that one claim brings, the `limit` best of each kind; of equals the older partner.

    Fewer where contradictions are weak, and where both claims are of one article.
    """
    same = [k for k in compared if k.kind == "same" and k.same >= LEAST_SAME]
    contradicts = [k for k in compared if k.kind == "contradicts" and k.contradicts >= LEAST_CONTRADICTS]
    ranked = _thinned(sorted(contradicts, key=lambda k: (-k.contradicts, k.earlier)))[:limit]
    return _thinned(sorted(same, key=lambda k: (-k.same, k.earlier)))[:limit] + [
        k for place, k in enumerate(ranked) if k.contradicts >= WEAK_CONTRADICTS or place < WEAK_KEPT
    ]


def _thinned(ranked: list[Kept]) -> list[Kept]:
    """The pairs without those inside one article beyond the first few."""
    places = accumulate(k.inside for k in ranked)
    return [k for k, place in zip(ranked, places, strict=True) if not k.inside or place <= IN_ARTICLE]


def useful(pair: Kept, weights: Weights, frequencies: Frequencies) -> bool:
    """Whether a pair that was brought is likely enough, its neighbours counted, to be proposed."""
    if few(frequencies):
        return True
    odds = pair.same if pair.kind == "same" else pair.contradicts
    lift = weights.of(pair.kind).get(NEIGHBOURS, 0.0)
    # Neighbours only become more: what was proposed is so for ever, whatever they are worth.
    return odds + max(0.0, lift) * pair.features.get(NEIGHBOURS, 0.0) >= LEAST_USEFUL


def comparable(left: Reading, right: Reading) -> bool:
    """False for a claim and itself, and for claims of one article that overlap."""
    if left.id == right.id:
        return False
    return left.article_id != right.article_id or left.end <= right.start or right.end <= left.start


def supported(pair: Kept, ties: Ties) -> float:
    """The support of the common neighbours that a pair has by now."""
    return support(ties.of(pair.later), ties.of(pair.earlier))
