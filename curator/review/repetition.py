"""Claims asked once more later, to see how far reviewers agree with themselves: which, when, and how far.

Pure: the log in, answers out. An answer to a claim that is asked again is an event of its own that changes
no verdict; never does it count as another reviewer's.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from curator.models import SelfAgreement, VerdictWord
from curator.review.agreement import alpha

DECISIONS_BETWEEN = 20
"""At least so many verdicts of the reviewer lie between a verdict and its repetition."""
MINUTES_BETWEEN = 10
"""And at least so many minutes."""
LOOKED_BACK = 420
"""Verdicts among which one to repeat is looked for: what is older is left alone."""
_APART = 5
"""Verdicts between two repetitions, so that they never come in a row."""
_FEWEST = 5
"""Of fewer answers no statistic is given."""
_CHI_SQUARE = 3.841
"""The 95 % point of chi-square with one degree of freedom."""


class Own(NamedTuple):
    """One standing verdict, or answer to a repetition, of one reviewer."""

    event_id: str
    chain: str
    moment_ms: int
    repeat: bool
    """Whether it is an answer to a claim that was asked again."""
    grouped: bool
    """Whether it was decided together with others: such are not repeated."""


@lru_cache(maxsize=4096)
def drawn(seed: str, event_id: str, share: float) -> bool:
    """Whether a verdict is drawn for repetition: by lot, the same wherever and whenever it is asked.

    `seed` is recorded with the answer, so that anybody can draw again. An event's id is random and not known
    before the decision is made, so nobody can know while deciding.
    """
    return random.Random(f"{seed} {event_id}").random() < share  # noqa: S311 - a lot, not a secret


def due(newest_first: Sequence[Own], share: float, now_ms: int) -> list[Own]:
    """The verdicts to be asked again now, the one that waits longest first; those without a repetition yet
    are for the caller to tell."""
    if share <= 0:
        return []
    since = next((n for n, own in enumerate(newest_first) if own.repeat), len(newest_first))
    if since < min(_APART, len(newest_first)):
        return []
    verdicts = [own for own in newest_first if not own.repeat]
    latest = now_ms - MINUTES_BETWEEN * 60_000
    return [
        own
        for own in reversed(verdicts[DECISIONS_BETWEEN:LOOKED_BACK])
        if not own.grouped and own.moment_ms <= latest and drawn(own.chain, own.event_id, share)
    ]


Answers = tuple[str, VerdictWord, VerdictWord]
"""(reviewer, the first verdict, the second)."""


def self_agreements(answers: Iterable[Answers]) -> tuple[SelfAgreement, ...]:
    """The agreement of every reviewer with themselves, by name."""
    tables: dict[str, Counter[tuple[VerdictWord, VerdictWord]]] = {}
    for reviewer, first, second in answers:
        tables.setdefault(reviewer, Counter())[first, second] += 1
    return tuple(_self_agreement(name, tables[name]) for name in sorted(tables))


def _self_agreement(reviewer: str, table: Counter[tuple[VerdictWord, VerdictWord]]) -> SelfAgreement:
    yes, no = table["confirmed", "confirmed"], table["rejected", "rejected"]
    both = table.total()
    differing = both - yes - no
    low, high = wilson(yes + no, both)
    found = low_alpha = high_alpha = None
    if both >= _FEWEST:
        found = alpha([(2, 0, yes), (1, 1, differing), (0, 2, no)])
    if found is not None:
        low_alpha, high_alpha = alpha_interval(yes, differing, no)
    return SelfAgreement(reviewer, both, yes + no, low, high, found, low_alpha, high_alpha)


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """The 95 % interval of a share, which holds for few tries and for all or none; Wilson, E. B. (1927)."""
    if not tries:
        return 0.0, 1.0
    share, square = hits / tries, _CHI_SQUARE
    middle = (share + square / (2 * tries)) / (1 + square / tries)
    half = (square * (share * (1 - share) / tries + square / (4 * tries * tries))) ** 0.5 / (
        1 + square / tries
    )
    return max(0.0, middle - half), min(1.0, middle + half)


def alpha_interval(yes: int, differing: int, no: int) -> tuple[float, float]:
    """The 95 % interval of alpha for two answers and two verdicts, of which both are given at least once.

    Donner, A. and Eliasziw, M. (1992), A goodness-of-fit approach to inference procedures for the kappa
    statistic, Statistics in Medicine 11: all values that the counts do not speak against, by a chi-square
    test with one degree of freedom; it holds for few claims and for full agreement. Theirs is the
    intraclass kappa (Scott's pi), from which alpha differs by the factor for small samples.
    """
    answers = yes + differing + no
    share = (2 * yes + differing) / (2 * answers)
    estimate = 1 - differing / (2 * answers * share * (1 - share))
    floor = max(-share / (1 - share), -(1 - share) / share)
    low = _edge(floor, estimate, lambda kappa: _misfit(kappa, share, (yes, differing, no)))
    high = _edge(1.0, estimate, lambda kappa: _misfit(kappa, share, (yes, differing, no)))
    small = (2 * answers - 1) / (2 * answers)
    return 1 - (1 - low) * small, 1 - (1 - high) * small


def _misfit(kappa: float, share: float, counts: tuple[int, int, int]) -> float:
    """Chi-square of the counts against what this kappa makes likely."""
    spread = share * (1 - share)
    likely = (
        share * share + kappa * spread,
        2 * spread * (1 - kappa),
        (1 - share) * (1 - share) + kappa * spread,
    )
    total = sum(counts)
    misfit = 0.0
    for count, chance in zip(counts, likely, strict=True):
        if chance <= 1e-12:
            if count:
                return float("inf")
            continue
        misfit += (count - total * chance) ** 2 / (total * chance)
    return misfit


def _edge(far: float, near: float, misfit: Callable[[float], float]) -> float:
    """The last value from `near` towards `far` that fits; the misfit only grows on the way."""
    if misfit(far) <= _CHI_SQUARE:
        return far
    for _ in range(60):
        middle = (near + far) / 2
        if misfit(middle) <= _CHI_SQUARE:
            near = middle
        else:
            far = middle
    return near
