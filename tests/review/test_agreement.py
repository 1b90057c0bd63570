"""Agreement is what two reviewers share beyond chance, and is the same whoever is named first."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.models import VerdictWord
from curator.review.agreement import Both, agreements, alpha

WORDS: tuple[VerdictWord, ...] = ("confirmed", "rejected")
tables = st.lists(st.integers(0, 50), min_size=4, max_size=4).filter(any)


def rows(counts: list[int], left: str = "ana", right: str = "ben") -> list[Both]:
    pairs = [(one, other) for one in WORDS for other in WORDS]
    return [(left, right, one, other, n) for (one, other), n in zip(pairs, counts, strict=True) if n]


def test_cohen_s_own_formula_is_met() -> None:
    (found,) = agreements(rows([20, 5, 10, 15]))
    assert (found.left, found.right, found.both, found.same) == ("ana", "ben", 50, 35)
    assert found.kappa == pytest.approx(0.4)


@given(tables)
def test_it_is_the_same_whoever_is_named_first(counts: list[int]) -> None:
    turned = [(right, left, other, one, n) for left, right, one, other, n in rows(counts)]
    assert agreements(turned) == agreements(rows(counts))


@given(tables)
def test_kappa_is_at_most_one_and_one_only_where_they_always_agree(counts: list[int]) -> None:
    (found,) = agreements(rows(counts))
    if found.kappa is None:
        assert found.same == found.both
    else:
        assert found.kappa <= 1
        assert math.isclose(found.kappa, 1) == (found.same == found.both)


def test_nothing_is_said_of_chance_where_there_was_only_one_verdict() -> None:
    (found,) = agreements(rows([7, 0, 0, 0]))
    assert (found.both, found.same, found.kappa) == (7, 7, None)


def test_pairs_with_most_claims_come_first() -> None:
    several: list[Any] = [*rows([1, 0, 0, 0]), *rows([2, 0, 0, 1], "ben", "cem")]
    assert [(item.left, item.both) for item in agreements(several)] == [("ben", 3), ("ana", 1)]


def test_without_common_claims_there_is_none() -> None:
    assert agreements([]) == ()


def test_alpha_is_krippendorff_s_of_his_own_binary_example() -> None:
    # two observers, ten units, section B: alpha = 0.095
    first, second = "0 1 0 0 0 0 0 0 1 0".split(), "1 1 1 0 0 1 0 0 0 0".split()
    rated = [(int(a) + int(b), 2 - int(a) - int(b), 1) for a, b in zip(first, second, strict=True)]
    assert alpha(rated) == pytest.approx(0.095, abs=0.0005)


def test_alpha_is_one_for_full_agreement_and_unknown_without_any_difference_of_claims() -> None:
    assert alpha([(3, 0, 4), (0, 2, 5)]) == 1
    assert alpha([(3, 0, 4)]) is None
    assert alpha([(1, 0, 4), (0, 1, 4)]) is None


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(1, 20)), max_size=8))
def test_alpha_is_never_more_than_one_and_the_same_whichever_verdict_is_which(
    rated: list[tuple[int, int, int]],
) -> None:
    found = alpha(rated)
    turned = alpha([(no, yes, claims) for yes, no, claims in rated])
    assert (found is None) == (turned is None)
    if found is not None and turned is not None:
        assert found == pytest.approx(turned)
        assert found <= 1
