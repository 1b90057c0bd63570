"""How far a reviewer agrees with themselves, and between what bounds that is known."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.models import VerdictWord
from curator.review.repetition import Own, alpha_interval, due, self_agreements, wilson

YES: VerdictWord = "confirmed"
NO: VerdictWord = "rejected"
WORD = st.sampled_from([YES, NO])


def test_the_share_and_its_interval_are_those_of_wilson() -> None:
    # 9 of 10: 0.596 to 0.982 (Wilson's score interval without continuity correction)
    low, high = wilson(9, 10)
    assert (low, high) == (pytest.approx(0.596, abs=0.001), pytest.approx(0.982, abs=0.001))
    assert wilson(0, 0) == (0, 1)
    assert wilson(10, 10)[1] == 1


def test_each_reviewer_is_told_by_name() -> None:
    ana, ben = self_agreements([("ben", YES, YES), ("ana", YES, NO), ("ben", NO, NO), ("ben", YES, YES)])
    assert (ana.reviewer, ana.both, ana.same, ana.share) == ("ana", 1, 0, 0)
    assert (ben.reviewer, ben.both, ben.same, ben.share) == ("ben", 3, 3, 1)
    assert self_agreements([]) == ()


def test_of_few_answers_or_only_one_verdict_no_coefficient_is_given() -> None:
    (few,) = self_agreements([("ana", YES, NO)] * 4)
    (alike,) = self_agreements([("ana", YES, YES)] * 40)
    assert few.alpha is few.alpha_low is None
    assert alike.alpha is alike.alpha_high is None
    assert alike.low > 0.9


def test_full_agreement_is_known_only_so_far() -> None:
    (found,) = self_agreements([("ana", YES, YES)] * 6 + [("ana", NO, NO)] * 4)
    assert (found.alpha, found.alpha_high) == (1, 1)
    assert found.alpha_low is not None
    assert 0.3 < found.alpha_low < 0.9


@given(st.lists(st.tuples(WORD, WORD), min_size=5, max_size=60))
def test_the_coefficient_lies_within_its_interval_whichever_answer_came_first(
    answers: list[tuple[VerdictWord, VerdictWord]],
) -> None:
    (found,) = self_agreements(("ana", *answer) for answer in answers)
    (turned,) = self_agreements(("ana", second, first) for first, second in answers)
    assert found == turned
    assert found.low <= found.share <= found.high
    if found.alpha is not None and found.alpha_low is not None and found.alpha_high is not None:
        assert found.alpha_low - 1e-9 <= found.alpha <= found.alpha_high + 1e-9
        assert found.alpha_high <= 1


def test_the_interval_holds_the_truth_nineteen_times_of_twenty() -> None:
    chance = random.Random(7)
    kappa, share, held, tries = 0.6, 0.7, 0, 600
    for _ in range(tries):
        counts = [0, 0, 0]
        for _ in range(60):
            first = chance.random() < share
            second = first if chance.random() < kappa else chance.random() < share
            counts[0 if first and second else 2 if not first and not second else 1] += 1
        low, high = alpha_interval(*counts)
        held += low <= kappa <= high
    assert 0.92 <= held / tries <= 0.98


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=80), st.integers(0, 30))
def test_nothing_is_due_too_soon_or_twice_in_a_row(steps: list[tuple[bool, bool]], minutes: int) -> None:
    now = 10_000_000
    own = [
        Own(f"{n:032x}", "ana@1", now - minutes * 60_000 - n, repeat, grouped)
        for n, (repeat, grouped) in enumerate(steps)
    ]
    found = due(own, 1.0, now)
    verdicts = [one for one in own if not one.repeat]
    assert set(found) <= {one for one in verdicts[20:] if not one.grouped}
    if minutes < 10:
        assert not any(now - one.moment_ms < 10 * 60_000 for one in found)
    if any(one.repeat for one in own[:5]):
        assert found == []
    assert due(own, 0.0, now) == []
