"""Measures of a ranking against labels. Ties are counted as if their order were the worst average."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping


def average_precision(ranked: Iterable[tuple[float, bool]]) -> float:
    """Mean precision at each true pair; equal scores share the precision at the end of their group."""
    by_score: dict[float, list[bool]] = defaultdict(list)
    for score, true in ranked:
        by_score[score].append(true)
    seen = hits = 0
    total = 0.0
    for score in sorted(by_score, reverse=True):
        group = by_score[score]
        seen += len(group)
        hits += sum(group)
        total += sum(group) * hits / seen
    return total / hits if hits else 0.0


def recall_in_lists(pairs: Iterable[tuple[int, int]], lists: Mapping[int, set[int]]) -> float:
    """The share of `pairs` of which one claim is in the other's list."""
    total = found = 0
    for left, right in pairs:
        total += 1
        found += right in lists.get(left, set()) or left in lists.get(right, set())
    return found / total if total else 0.0
