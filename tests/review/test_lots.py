"""What is estimated to be left, from pairs drawn at random."""

from __future__ import annotations

import random
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.review.lots import Draw, Estimate, Meetings, remaining


def simulated(pool: int, positives: int, draws: int, seed: int) -> Estimate:
    """Draw at random from a pool while others find every second positive by likelihood."""
    source = random.Random(seed)
    pairs = [True] * positives + [False] * (pool - positives)
    seen: list[tuple[int, bool, int]] = []
    found = 0
    for _ in range(draws):
        size = len(pairs)
        hit = pairs.pop(source.randrange(size))
        found += hit
        seen.append((size, hit, found))
        if True in pairs and source.random() < 0.5:
            pairs.remove(True)
            found += 1
    left = remaining([Draw(size, hit, found - by_then) for size, hit, by_then in seen], len(pairs))
    return Estimate(left.low - sum(pairs), left.likely - sum(pairs), left.high - sum(pairs))


def test_the_interval_holds_what_is_left_about_nineteen_times_in_twenty() -> None:
    errors = [simulated(2_000, 300, 120, seed) for seed in range(100)]
    assert sum(e.low <= 0 <= e.high for e in errors) >= 90
    assert abs(sum(e.likely for e in errors) / len(errors)) < 40


def test_without_a_random_draw_anything_may_be_left() -> None:
    assert remaining([], 70) == Estimate(0, 0, 70)


@pytest.mark.parametrize("undecided", [0, 1, 5])
def test_no_more_is_left_than_is_undecided(undecided: int) -> None:
    left = remaining([Draw(10, True, 0)] * 5, undecided)
    assert 0 <= left.low <= left.likely <= left.high <= undecided


WORDS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=14)


@given(WORDS)
def test_two_claims_are_joined_when_the_last_word_between_them_is_said(words: list[tuple[int, int]]) -> None:
    meetings = Meetings()
    expected: dict[tuple[int, int], str] = {}
    together = {claim: {claim} for claim in range(10)}
    for number, (left, right) in enumerate(words):
        moment = f"{number:02}"
        meetings.join(left, right, moment)
        for one, other in product(together[left], together[right]):
            if other not in together[one]:
                expected.setdefault((min(one, other), max(one, other)), moment)
        joined = together[left] | together[right]
        together |= dict.fromkeys(joined, joined)
    for one, other in combinations(range(10), 2):
        assert meetings.joined(one, other) == expected.get((one, other))


def test_what_is_opposed_is_opposed_with_all_that_is_one_with_it() -> None:
    meetings = Meetings()
    meetings.join(1, 2, "08:00")
    meetings.join(3, 4, "09:00")
    meetings.oppose(2, 3, "10:00")
    assert meetings.opposed(4, 1) == "10:00"
    assert meetings.opposed(1, 2) is None
