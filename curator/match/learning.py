"""Weights refitted from a reviewer's answers: logistic regression pulled towards the weights before.

Never sees claims, only features and answers; never changes what a feature means. With few answers the
weights hardly move, so a new database ranks as shipped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from curator.match.weights import NEIGHBOURS, SHIPPED, START, TOPICAL, Weights
from curator.models import CandidateKind, RelationKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PULL = 1.0
"""Inverse variance of the prior around each weight, on the scale of log-odds."""
PULL_TOPIC = 20.0
"""Of what says that two claims are about one matter: of the likely pairs, which are answered, nearly all are,
so that the answers seem to say that it does not matter."""
PULL_START = 0.2
"""Of the start, which differs most between piles."""
NEWEST = 5_000
"""Answers beyond these, the oldest first, are left out."""
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reviewer said of a pair with these features."""

    features: Mapping[str, float]
    relation: RelationKind


def refit(
    answers: Sequence[Answer], prior: Weights = SHIPPED, *, pull: float = PULL, answered: int | None = None
) -> Weights:
    """The weights that explain `answers` best without straying from `prior`; its version tells how many.

    `answered`: how many answers there are, where `answers` are the newest of them.
    """
    newest = answers[-NEWEST:]
    if not newest:
        return prior
    return Weights(
        version=f"{prior.version}+{len(answers) if answered is None else answered}",
        same=_fitted(newest, "same", prior.same, pull),
        contradicts=_fitted(newest, "contradicts", prior.contradicts, pull),
    )


def _fitted(
    answers: Sequence[Answer], kind: CandidateKind, prior: Mapping[str, float], pull: float
) -> dict[str, float]:
    """Newton's method on the penalised likelihood; a handful of rounds suffices for a convex problem."""
    import numpy as np

    names = sorted({name for a in answers for name in a.features} | (prior.keys() - {START, NEIGHBOURS}))
    if any(NEIGHBOURS in a.features for a in answers):
        names = sorted({*names, NEIGHBOURS})
    column = {name: i for i, name in enumerate(names)}
    rows = np.zeros((len(answers), len(names) + 1))
    rows[:, -1] = 1.0
    for i, answer in enumerate(answers):
        for name, value in answer.features.items():
            rows[i, column[name]] = value
    truth = np.array([float(a.relation == kind) for a in answers])
    centre = np.array([*(prior.get(name, 0.0) for name in names), prior[START]])
    pulls = [pull * PULL_TOPIC / PULL if name in TOPICAL else pull for name in names]
    penalty = np.array([*pulls, PULL_START])
    fitted = _newton(rows, truth, centre, penalty)
    return {**prior, **dict(zip([*names, START], (round(float(w), 4) for w in fitted), strict=True))}


def _newton(
    rows: NDArray[np.float64],
    truth: NDArray[np.float64],
    centre: NDArray[np.float64],
    penalty: NDArray[np.float64],
) -> NDArray[np.float64]:
    import numpy as np

    weights = centre.copy()
    for _ in range(_ROUNDS):
        expected = 1.0 / (1.0 + np.exp(-np.clip(rows @ weights, -30.0, 30.0)))
        gradient = rows.T @ (expected - truth) + penalty * (weights - centre)
        curvature = (rows * (expected * (1.0 - expected))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        # A whole Newton step can overshoot from far away; three units of log-odds a round cannot.
        step *= min(1.0, 3.0 / max(1e-9, float(np.abs(step).max())))
        weights = weights - step
        if float(np.abs(step).max()) < 1e-4:
            break
    return weights
