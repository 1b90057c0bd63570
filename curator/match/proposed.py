"""The pairs that a run over a large pile proposes, as they are told: one by one, or by a database's numbers.

Holds columns and cuts them; what is proposed was decided before, and nothing here reads a claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from curator.match.compared import EvidenceText
from curator.models import CandidateKind

KINDS: tuple[CandidateKind, CandidateKind] = ("same", "contradicts")
"""By their numbers in a column of kinds."""


class Proposal(NamedTuple):
    """One proposed pair; of these there are so many that making them has to cost little."""

    left_id: str
    right_id: str
    kind: CandidateKind
    score: float
    evidence: str
    """As `shares.coded`."""


def scores_of(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probability of each pair, to four digits."""
    return np.asarray(np.round(1.0 / (1.0 + np.exp(-np.maximum(odds, -700.0))), 4))


@dataclass(frozen=True, slots=True)
class ByClaim:
    """The pairs of a run by the numbers that a database gives their claims, in the order of these."""

    claims: NDArray[np.int64]
    """The numbers in their order, of which the pairs name the places."""
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    kinds: NDArray[np.int8]
    scores: NDArray[np.float64]
    evidence: EvidenceText
    order: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.order)

    def columns(self, begin: int, end: int) -> tuple[list[int], list[int], list[int], list[float], list[str]]:
        """Some of the pairs: left, right, the number of the kind, score, evidence."""
        piece = self.order[begin:end]
        left, right = (self.claims[side[piece]].tolist() for side in (self.left, self.right))
        return left, right, self.kinds[piece].tolist(), self.scores[piece].tolist(), self.evidence.of(piece)

    def best_scores(self, together: int) -> Iterator[list[tuple[int, float, float]]]:
        """For each claim its best contradicting and same score, some claims together."""
        best = np.zeros((2, len(self.claims)))
        for side in (self.left, self.right):
            np.maximum.at(best, (self.kinds, side), self.scores)
        for k in range(0, len(self.claims), together):
            piece = slice(k, k + together)
            columns = self.claims[piece].tolist(), best[1, piece].tolist(), best[0, piece].tolist()
            yield list(zip(*columns, strict=True))
