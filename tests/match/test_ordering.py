"""In which order undecided pairs are shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from curator.match.ordering import RANDOM_EVERY, UNCERTAIN_EVERY, Choice, mixed


def order(chances: list[float], drawn: Iterator[int], shown: int = 0) -> Iterator[Choice[int]]:
    likely = sorted(range(len(chances)), key=lambda i: -chances[i])
    uncertain = sorted(range(len(chances)), key=lambda i: abs(chances[i] - 0.5))

    def draw() -> tuple[int, int] | None:
        pair = next(drawn, None)
        return None if pair is None else (pair, len(chances))

    return mixed(iter(likely), iter(uncertain), draw, key=lambda pair: pair, shown=shown)


@given(st.lists(st.floats(0, 1), max_size=80), st.data(), st.integers(0, 50))
def test_every_pair_is_shown_exactly_once(chances: list[float], data: st.DataObject, shown: int) -> None:
    places = st.integers(0, max(0, len(chances) - 1))
    drawn = data.draw(st.lists(places, max_size=9 if chances else 0))
    pairs = [choice.pair for choice in order(chances, iter(drawn), shown)]
    assert sorted(pairs) == list(range(len(chances)))


def test_likely_uncertain_and_random_pairs_are_mixed() -> None:
    chances = [i / 200 for i in range(200)]
    first = list(islice(order(chances, iter([7, 8, 9])), 2 * RANDOM_EVERY))
    assert first[0] == Choice(199)
    assert [c for c in first if c.reason == "random"] == [Choice(7, "random", 200), Choice(8, "random", 200)]
    uncertain = [c.pair for c in first if c.reason == "uncertain"]
    assert len(uncertain) == len(first) // UNCERTAIN_EVERY
    assert all(90 <= pair <= 110 for pair in uncertain)


def test_one_who_comes_back_for_a_few_pairs_gets_the_same_mixture() -> None:
    chances = [i / 200 for i in range(200)]
    reasons = [next(order(chances, iter([7]), shown)).reason for shown in range(RANDOM_EVERY)]
    assert reasons.count("random") == 1
    assert reasons.count("uncertain") == RANDOM_EVERY // UNCERTAIN_EVERY


def test_where_nothing_can_be_drawn_the_likeliest_comes() -> None:
    assert next(order([0.2, 0.9], iter([]), RANDOM_EVERY - 1)) == Choice(1)
