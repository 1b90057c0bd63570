"""How many pairs of a kind are still unfound among the open proposals, from what was judged at each score.

Rests on one assumption, which whoever shows it has to tell: that among proposals of similar scores those
judged are like those still open. Says nothing of pairs that were never proposed.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from curator.review.figures import Stratum

PRIOR = 2.0
"""The score is a first guess worth so many judgements; what reviewers say overrules it."""
_DRAWS = 1000
_SEED = 20


def estimate(strata: Sequence[Stratum]) -> tuple[int, int, int]:
    """(low, likely, high): the mean and the 95 % interval of what is left, by stratum and then summed.

    In each stratum the share of hits has a Beta distribution, its prior centred on the score, and what is
    open is binomial in it: a post-stratified estimate (Holt and Smith 1979: Post Stratification. Journal of
    the Royal Statistical Society A 142) with beta-binomial strata. The strata's errors are summed as if all
    went the same way, which makes the interval wider than it has to be and never too narrow for it.
    """
    draw = random.Random(_SEED)  # noqa: S311 - simulation, not secrets
    sums = [0.0] * _DRAWS
    likely = 0.0
    for stratum in strata:
        if not stratum.open:
            continue
        hit, miss = _shape(stratum)
        likely += hit / (hit + miss) * stratum.open
        drawn = sorted(_drawn(draw, hit, miss, stratum.open) for _ in range(_DRAWS))
        sums = [total + one for total, one in zip(sums, drawn, strict=True)]
    middle = round(likely)
    low, high = sums[int(_DRAWS * 0.025)], sums[int(_DRAWS * 0.975)]
    most = sum(stratum.open for stratum in strata)
    return min(int(low), middle), middle, min(most, max(math.ceil(high), middle))


def _shape(stratum: Stratum) -> tuple[float, float]:
    guess = min(0.98, max(0.02, stratum.score))
    return (
        PRIOR * guess + stratum.hits,
        PRIOR * (1 - guess) + stratum.judged - stratum.hits,
    )


def _drawn(draw: random.Random, hit: float, miss: float, left: int) -> float:
    """One draw of how many of `left` are hits; the binomial by its normal approximation, kept in range."""
    share = draw.betavariate(hit, miss)
    return min(float(left), max(0.0, draw.gauss(left * share, (left * share * (1 - share)) ** 0.5)))
