"""What weights learn from answers, in which order pairs are shown, and what is estimated to be left."""

from __future__ import annotations

import random
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.match.learning import Answer, refit
from curator.match.ordering import RANDOM_EVERY, UNCERTAIN_EVERY, mixed, worth
from curator.match.ranking import scores
from curator.match.remaining import Draw, Estimate, remaining
from curator.match.weights import SHIPPED

NEGATED = {"shared words": 0.5, "negation on one side": 1.0}
PLAIN = {"shared words": 0.5, "opposite words": 1.0}


def test_without_answers_the_weights_stay_as_shipped() -> None:
    assert refit([]) is SHIPPED


def test_a_feature_that_was_right_gains_and_one_that_was_wrong_loses() -> None:
    answers = [Answer(NEGATED, "contradicts")] * 20 + [Answer(PLAIN, "unrelated")] * 20
    learned = refit(answers).contradicts
    assert learned["negation on one side"] > SHIPPED.contradicts["negation on one side"]
    assert learned["opposite words"] < SHIPPED.contradicts["opposite words"]


def test_one_answer_hardly_moves_what_was_shipped() -> None:
    before, after = (scores(NEGATED, w)[1] for w in (SHIPPED, refit([Answer(NEGATED, "unrelated")])))
    assert abs(after - before) < 0.4


def test_a_feature_that_no_signal_had_before_is_learned_too() -> None:
    answers = [Answer({"brand new": 1.0}, "same"), Answer({}, "unrelated")] * 15
    assert refit(answers).same["brand new"] > 0.5


def test_the_version_of_learned_weights_says_from_how_many_answers() -> None:
    assert refit([Answer(PLAIN, "same")] * 3).version == f"{SHIPPED.version}+3"


@given(st.lists(st.floats(0, 1), max_size=80), st.integers(0, 50))
@settings(deadline=None)
def test_every_pair_is_shown_exactly_once(chances: list[float], shown: int) -> None:
    pairs = list(zip(chances, range(len(chances)), strict=True))
    assert sorted(c.pair for c in mixed(pairs, seed=1, shown=shown)) == list(range(len(chances)))


def test_likely_uncertain_and_random_pairs_are_mixed() -> None:
    pairs = [(i / 200, i) for i in range(200)]
    first = list(islice(mixed(pairs, seed=4), 50))
    assert first[0].pair == 199
    assert [c.reason for c in first].count("random") == 50 // RANDOM_EVERY
    uncertain = [c.pair for c in first if c.reason == "uncertain"]
    assert len(uncertain) == 50 // UNCERTAIN_EVERY
    assert all(90 <= pair <= 110 for pair in uncertain)
    assert [c.pool for c in first] == list(range(200, 150, -1))


def test_of_equally_likely_pairs_the_one_between_larger_clusters_comes_first() -> None:
    assert worth(0.0, 3, 4) > worth(0.0, 1, 1) == 0.0


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
