"""The facts in which two claims can differ."""

import pytest

from curator.models import Article, Claim, ClaimView, Quantity, Span
from curator.tui.pair_facts import Fact, facts
from curator.tui.pairing import Side


def side(*numbers: Quantity, places: tuple[str, ...] = ()) -> Side:
    claim = Claim("c", "a", 0, 5, "words", "quote", "Ana", quantities=numbers, places=places)
    return Side(ClaimView(claim), Article("a", "words"))


def number(value: float, unit: str = "", bound: str = "exact") -> Quantity:
    return Quantity(Span(0, 2), value, unit, bound)  # type: ignore[arg-type]


def known(label: str, left: Side, right: Side) -> Fact:
    (found,) = (fact for fact in facts(left, right) if fact.label == label)
    return found


@pytest.mark.parametrize(
    ("mine", "theirs", "differs"),
    [
        ((number(37, "people"),), (number(37),), False),
        (
            (number(12, "people", "at least"), number(37)),
            (number(37, "people"), number(12, "", "at least")),
            False,
        ),
        ((number(37, "people"),), (number(37, "boat"),), True),
        ((number(12, "people", "at least"),), (number(12, "people"),), True),
        ((number(12), number(37)), (number(12),), True),
        ((number(12),), (), False),
    ],
    ids=["without its unit", "in another order", "of other things", "another bound", "one more", "unknown"],
)
def test_numbers_differ_where_one_is_not_in_the_other_claim(
    mine: tuple[Quantity, ...], theirs: tuple[Quantity, ...], differs: bool
) -> None:
    assert known("numbers", side(*mine), side(*theirs)).differs is differs
    assert known("numbers", side(*theirs), side(*mine)).differs is differs


def test_of_a_list_only_what_differs_is_told_as_differing() -> None:
    left, right = side(number(12), number(37, "people")), side(number(37), number(40))
    assert known("numbers", left, right).differing == "numbers 12 ≠ 40"
    left, right = side(places=("Deraa", "Homs")), side(places=("Deraa",))
    assert known("places", left, right).differing == "places Homs ≠ –"
