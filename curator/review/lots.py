"""Pairs drawn by lot: how many of a kind are still undiscovered among the undecided, with an interval.

Rests on the share of the queue that is drawn at random, and on nothing that a model believes. Says nothing
of pairs that were never proposed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_NEVER = "~"
"""After every moment: what is at the top of its tree belongs to nothing larger."""
_WILKS = 1.92
"""Half of the 95 % point of chi-squared with one degree of freedom."""


@dataclass(frozen=True, slots=True)
class Draw:
    """One pair that was shown because it was drawn at random."""

    pool: int
    """How many candidates were undecided when it was drawn."""
    hit: bool
    """Whether it turned out to be of the kind."""
    found_since: int
    """How many of the kind have been found after it, decided or inferred."""


class Estimate(NamedTuple):
    """How many are left, with a 95 % interval."""

    low: int
    likely: int
    high: int


def remaining(draws: Sequence[Draw], undecided: int) -> Estimate:
    """Maximum likelihood from random draws of a shrinking pool, with the likelihood-ratio interval of Wilks.

    With R left now, a draw from a pool of M hits with probability (R + 1 if it hit + what was found since) /
    M: one unknown. Wilks, S. S. (1938): The large-sample distribution of the likelihood ratio for testing
    composite hypotheses. Annals of Mathematical Statistics 9.
    """
    if undecided <= 0:
        return Estimate(0, 0, 0)
    if not draws:
        return Estimate(0, 0, undecided)
    best = _highest(draws, undecided)
    threshold = _likelihood(best, draws) - _WILKS
    return Estimate(
        _edge(0, best, threshold, draws),
        best,
        _edge(undecided, best, threshold, draws),
    )


def _likelihood(left: int, draws: Sequence[Draw]) -> float:
    total = 0.0
    for draw in draws:
        in_pool = left + draw.found_since + (1 if draw.hit else 0)
        chance = min(1.0 - 1e-9, max(1e-9, in_pool / max(1, draw.pool)))
        total += math.log(chance if draw.hit else 1.0 - chance)
    return total


def _highest(draws: Sequence[Draw], undecided: int) -> int:
    """The likeliest number left: the likelihood is concave in it, so thirds are enough."""
    low, high = 0, undecided
    while high - low > 2:
        third = (high - low) // 3
        if _likelihood(low + third, draws) < _likelihood(high - third, draws):
            low += third
        else:
            high -= third
    return max(range(low, high + 1), key=lambda left: _likelihood(left, draws))


def _edge(outside: int, inside: int, threshold: float, draws: Sequence[Draw]) -> int:
    """The number nearest to `outside` that is still as likely as `threshold`."""
    if _likelihood(outside, draws) >= threshold:
        return outside
    while abs(outside - inside) > 1:
        middle = (outside + inside) // 2
        if _likelihood(middle, draws) >= threshold:
            inside = middle
        else:
            outside = middle
    return inside


class Meetings:
    """When claims came to be joined or opposed, through whatever others: words entered in their order.

    A union-find tree by size without path compression (Galler and Fischer 1964), in which each link keeps
    its moment: two claims were joined at the latest moment between them.
    """

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}
        self._since: dict[int, str] = {}
        """Of each claim below another, since when."""
        self._size: dict[int, int] = {}
        self._against: dict[tuple[int, int], str] = {}

    def join(self, left: int, right: int, moment: str) -> None:
        """The two are one from this moment on, no earlier than all moments entered before."""
        one, other = sorted((self._root(left), self._root(right)), key=lambda root: self._size.get(root, 1))
        if one != other:
            self._parent[one], self._since[one] = other, moment
            self._size[other] = self._size.get(one, 1) + self._size.get(other, 1)

    def oppose(self, left: int, right: int, moment: str) -> None:
        """The two, and all that are one with them, are opposed; all that is joined was entered before."""
        self._against.setdefault(self._key(left, right), moment)

    def joined(self, left: int, right: int) -> str | None:
        """When the two became one; None if they did not."""
        if self._root(left) != self._root(right):
            return None
        latest = ""
        while left != right:
            if self._since.get(left, _NEVER) > self._since.get(right, _NEVER):
                left, right = right, left
            latest = max(latest, self._since[left])
            left = self._parent[left]
        return latest

    def opposed(self, left: int, right: int) -> str | None:
        """When the two were opposed; None if they were not."""
        return self._against.get(self._key(left, right))

    def _root(self, claim: int) -> int:
        while claim in self._parent:
            claim = self._parent[claim]
        return claim

    def _key(self, left: int, right: int) -> tuple[int, int]:
        one, other = self._root(left), self._root(right)
        return min(one, other), max(one, other)
