"""How far reviewers agree on the claims that several of them decided: two at a time, and all together.

Says how often they agree and how much of that chance would give; never which of them is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from curator.models import Agreement, VerdictWord

Both = tuple[str, str, VerdictWord, VerdictWord, int]
"""(one reviewer, another, the one's verdict, the other's, on how many claims they stand so)."""


def agreements(verdicts: Iterable[Both]) -> tuple[Agreement, ...]:
    """The agreement of every two reviewers who decided the same claims, those with most of them first."""
    tables: dict[tuple[str, str], Counter[tuple[VerdictWord, VerdictWord]]] = defaultdict(Counter)
    for left, right, left_word, right_word, count in verdicts:
        if left < right:
            tables[left, right][left_word, right_word] += count
        else:
            tables[right, left][right_word, left_word] += count
    pairs = sorted(tables, key=lambda pair: (-tables[pair].total(), pair))
    return tuple(_agreement(pair, tables[pair]) for pair in pairs)


def _agreement(pair: tuple[str, str], table: Counter[tuple[VerdictWord, VerdictWord]]) -> Agreement:
    both = table.total()
    same = sum(count for (left, right), count in table.items() if left == right)
    return Agreement(*pair, both, same, _kappa(table, both, same))


def _kappa(table: Counter[tuple[VerdictWord, VerdictWord]], both: int, same: int) -> float | None:
    """Cohen's kappa (1960); None where both always gave the same one verdict, since nothing is by chance."""
    left: Counter[VerdictWord] = Counter()
    right: Counter[VerdictWord] = Counter()
    for (left_word, right_word), count in table.items():
        left[left_word] += count
        right[right_word] += count
    chance = sum(left[word] * right[word] for word in left)
    if chance == both * both:
        return None
    return (same * both - chance) / (both * both - chance)


def alpha(rated: Iterable[tuple[int, int, int]]) -> float | None:
    """Krippendorff's alpha for two nominal values, any number of reviewers and any of them missing.

    `rated`: (how many confirmed, how many rejected, on how many claims it stands so). None where everyone
    always gave the same one verdict, since then nothing is by chance. Krippendorff, K. (2011): Computing
    Krippendorff's Alpha-Reliability, section C; 1 - D_observed / D_expected from the coincidence matrix.
    """
    confirmed = rejected = differing = 0.0
    for yes, no, claims in rated:
        if yes + no < 2:
            continue
        confirmed += yes * claims
        rejected += no * claims
        differing += 2 * yes * no / (yes + no - 1) * claims
    pairable = confirmed + rejected
    if not confirmed or not rejected:
        return None
    return 1 - (pairable - 1) * differing / (2 * confirmed * rejected)
