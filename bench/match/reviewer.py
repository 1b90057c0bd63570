"""A simulated reviewer: works through the queue, answers by the labels, learns, and infers what follows.

Closure as in the program: `same` is transitive; `contradicts` and `unrelated` hold between clusters. An
answer that conflicts with what stands is refused, and costs a decision all the same.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field

from curator.match.kept import Kept
from curator.match.learning import Answer, refit
from curator.match.ordering import RANDOM_EVERY, UNCERTAIN_EVERY
from curator.match.ranking import log_odds
from curator.match.weights import SHIPPED, Weights
from curator.models import RelationKind

Key = tuple[int, int]
REFIT_EVERY = 10


@dataclass(slots=True)
class Course:
    """What was found after each decision: pairs decided or inferred, in running totals."""

    same: list[int] = field(default_factory=list)
    contradicts: list[int] = field(default_factory=list)

    def after(self, decisions: int, kind: RelationKind) -> int:
        """How many of a kind were known after so many decisions."""
        course = self.same if kind == "same" else self.contradicts
        return course[min(decisions, len(course)) - 1] if course else 0

    def decisions_to(self, share: float, total: int, kind: RelationKind) -> int | None:
        """How many decisions until `share` of `total` was known; None if never."""
        course = self.same if kind == "same" else self.contradicts
        return next((i + 1 for i, known in enumerate(course) if known >= share * total), None)


class Closure:
    """Clusters by `same`, and which clusters contradict or have nothing to do with each other."""

    def __init__(self, claims: int) -> None:
        self.root = list(range(claims))
        self.members: dict[int, list[int]] = {}
        self.between: dict[int, dict[int, RelationKind]] = {}

    def cluster(self, claim: int) -> list[int]:
        return self.members.get(self.root[claim], [claim])

    def known(self, left: int, right: int) -> RelationKind | None:
        """What follows for a pair."""
        one, other = self.root[left], self.root[right]
        return "same" if one == other else self.between.get(one, {}).get(other)

    def decide(self, left: int, right: int, relation: RelationKind) -> bool:
        """Enter an answer; False when it is refused."""
        one, other = self.root[left], self.root[right]
        if self.known(left, right) is not None:
            return self.known(left, right) == relation
        if relation != "same":
            self.between.setdefault(one, {})[other] = relation
            self.between.setdefault(other, {})[one] = relation
            return True
        ones, others = self.between.get(one, {}), self.between.get(other, {})
        if any(others.get(third, word) != word for third, word in ones.items()):
            return False
        self._join(one, other)
        return True

    def _join(self, one: int, other: int) -> None:
        if len(self.members.get(one, ())) < len(self.members.get(other, ())):
            one, other = other, one
        joined = self.members.pop(other, [other])
        self.members[one] = self.members.get(one, [one]) + joined
        for claim in joined:
            self.root[claim] = one
        for third, word in self.between.pop(other, {}).items():
            self.between.setdefault(one, {})[third] = word
            self.between[third].pop(other, None)
            self.between[third][one] = word


def review(
    compared: Mapping[Key, Kept],
    truth: Mapping[Key, RelationKind],
    claims: int,
    *,
    wanted: RelationKind,
    closure: bool,
    learning: bool,
    mixing: bool = True,
    limit: int = 20_000,
    weights: Weights = SHIPPED,
) -> Course:
    """Work through `compared` until all is known or `limit` decisions are made, `wanted` kind first."""
    return _Review(compared, truth, claims, wanted, closure, learning, mixing, weights).run(limit)


class _Review:
    def __init__(
        self,
        compared: Mapping[Key, Kept],
        truth: Mapping[Key, RelationKind],
        claims: int,
        wanted: RelationKind,
        closure: bool,
        learning: bool,
        mixing: bool,
        weights: Weights,
    ) -> None:
        import random

        self.compared, self.truth, self.wanted = compared, truth, wanted
        self.learning, self.mixing, self.weights = learning, mixing, weights
        self.closure = Closure(claims) if closure else None
        self.open = dict.fromkeys(compared)
        self.decided: dict[Key, RelationKind] = {}
        self.answers: list[Answer] = []
        self.totals = {"same": 0, "contradicts": 0, "unrelated": 0}
        self.by_claim: dict[int, list[Key]] = {}
        for key in truth:
            for claim in key:
                self.by_claim.setdefault(claim, []).append(key)
        self.random = random.Random(7)
        self.heap: list[tuple[float, Key]] = []

    def run(self, limit: int) -> Course:
        course = Course()
        self._rank()
        while self.open and len(course.same) < limit:
            key = self._next(len(course.same))
            if key is None:
                break
            self._answer(key)
            course.same.append(self.totals["same"])
            course.contradicts.append(self.totals["contradicts"])
            if self.learning and len(course.same) % REFIT_EVERY == 0:
                self.weights = refit(self.answers, SHIPPED)
                self._rank()
        return course

    def _worth(self, key: Key) -> float:
        table = self.weights.same if self.wanted == "same" else self.weights.contradicts
        return log_odds(self.compared[key].features, table)

    def _rank(self) -> None:
        self.heap = [(-self._worth(key), key) for key in self.open]
        heapq.heapify(self.heap)

    def _settled(self, key: Key) -> bool:
        return key not in self.open or (self.closure is not None and self.closure.known(*key) is not None)

    def _next(self, turn: int) -> Key | None:
        if self.mixing and turn % RANDOM_EVERY == RANDOM_EVERY - 1:
            keys = [key for key in self.open if not self._settled(key)]
            if keys:
                return self.random.choice(keys)
        if self.mixing and turn % UNCERTAIN_EVERY == UNCERTAIN_EVERY - 1:
            doubtful = heapq.nsmallest(50, self.heap, key=lambda e: abs(e[0]))
            for _, key in doubtful:
                if not self._settled(key):
                    return key
        while self.heap:
            _, key = heapq.heappop(self.heap)
            if not self._settled(key):
                return key
        return None

    def _answer(self, key: Key) -> None:
        relation = self.truth.get(key, "unrelated")
        self.open.pop(key, None)
        self.answers.append(Answer(self.compared[key].features, relation))
        if self.closure is None:
            self.totals[relation] += 1
            return
        if self.closure.known(*key) is None and self.closure.decide(*key, relation):
            for claim in self.closure.cluster(key[0]) + self.closure.cluster(key[1]):
                for other in self.by_claim.get(claim, ()):
                    if other not in self.decided and (word := self.closure.known(*other)) is not None:
                        self.decided[other] = word
                        self.totals[word] += word == self.truth[other]
