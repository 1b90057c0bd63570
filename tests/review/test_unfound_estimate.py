"""What is said to be unfound follows what was judged, and says how little it knows."""

from hypothesis import given
from hypothesis import strategies as st

from curator.review.figures import Stratum
from curator.review.unfound import estimate

strata = st.lists(
    st.builds(
        lambda score, judged, share, left: Stratum(score, judged, round(judged * share), left),
        st.floats(0, 1),
        st.integers(0, 500),
        st.floats(0, 1),
        st.integers(0, 10_000),
    ),
    max_size=6,
)


@given(strata)
def test_an_estimate_lies_in_its_interval_and_within_what_is_open(found: list[Stratum]) -> None:
    low, likely, high = estimate(found)
    assert 0 <= low <= likely <= high <= sum(stratum.open for stratum in found)


def test_judgements_overrule_the_score() -> None:
    low, likely, high = estimate([Stratum(score=0.9, judged=200, hits=20, open=1000)])
    assert 80 < likely < 130
    assert low > 40
    assert high < 200


def test_the_less_was_judged_the_wider_the_interval() -> None:
    widths = []
    for judged in (0, 10, 100, 1000):
        low, _, high = estimate([Stratum(0.5, judged, judged // 2, 1000)])
        widths.append(high - low)
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > 800


def test_nothing_open_leaves_nothing_unfound() -> None:
    assert estimate([Stratum(0.5, 10, 5, 0)]) == (0, 0, 0)
    assert estimate([]) == (0, 0, 0)


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    import random

    draw, held = random.Random(7), 0
    for _ in range(200):
        parts, truth = [], 0
        for score in (0.1, 0.5, 0.9):
            share = draw.betavariate(2 * score, 2 - 2 * score)
            judged, left = draw.randrange(40), 300
            hits = sum(draw.random() < share for _ in range(judged))
            truth += sum(draw.random() < share for _ in range(left))
            parts.append(Stratum(score, judged, hits, left))
        low, _, high = estimate(parts)
        held += low <= truth <= high
    assert held >= 190
