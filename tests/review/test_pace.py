"""The time left comes from the pace of deciding, pauses left out; and haste is noticed, now and then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.review.pace import MEASURED, Given, Haste, hurried, minutes_left, per_minute


def test_too_few_decisions_give_no_estimate() -> None:
    assert minutes_left(100, [0, 1000, 2000]) is None


def test_the_time_left_is_the_pace_times_what_is_pending() -> None:
    assert minutes_left(60, [i * 2000 for i in range(10)]) == pytest.approx(2.0)


def test_a_pause_does_not_count() -> None:
    moments = [i * 2000 for i in range(10)]
    after_lunch = [m + 3_600_000 for m in moments]
    assert minutes_left(60, moments + after_lunch) == pytest.approx(2.0)


def test_the_rate_is_what_the_time_left_rests_on() -> None:
    moments = [i * 2000 for i in range(10)]
    assert per_minute(moments) == pytest.approx(30)
    assert per_minute(moments[:3]) is None


def given_every(seconds: float, words: int, count: int = MEASURED + 1) -> list[Given]:
    return [Given(str(n), round(n * seconds * 1000), words) for n in range(count)]


def said(verdicts: list[Given]) -> list[str]:
    haste = Haste()
    return [haste.add(verdict) for verdict in verdicts]


def test_verdicts_faster_than_skimming_are_noticed_after_ten_of_them() -> None:
    # 20 words at 3 x 238 words a minute take 1.7 s
    assert hurried(given_every(1.5, 20)) == pytest.approx(15)
    assert hurried(given_every(1.8, 20)) is None
    assert hurried(given_every(0.1, 20, MEASURED)) is None


def test_long_claims_take_longer_to_read_than_short_ones() -> None:
    assert hurried(given_every(2, 8)) is None
    assert hurried(given_every(2, 40)) is not None


def test_with_a_pause_among_them_nothing_is_said() -> None:
    verdicts = given_every(0.5, 20)
    late = [verdict._replace(moment_ms=verdict.moment_ms + 600_000) for verdict in verdicts[5:]]
    assert hurried(verdicts[:5] + late) is None


def test_it_is_said_for_some_seconds_and_then_not_for_five_minutes() -> None:
    told = said(given_every(1, 20, 700))
    times = [n for n, words in enumerate(told) if words]
    assert times == [*range(10, 18), *range(310, 318), *range(610, 618)]
    assert "10 verdicts in 10 s" in told[10]


def test_what_was_undone_was_no_verdict() -> None:
    haste = Haste()
    for verdict in given_every(1, 20, MEASURED):
        haste.add(verdict)
    haste.take_back("3")
    assert haste.add(Given("last", 11_000, 20)) == ""


@given(st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 60)), max_size=40))
def test_a_slower_reviewer_is_never_told_sooner(steps: list[tuple[int, int]]) -> None:
    quick, slow, at, later = [], [], 0, 0
    for number, (gap, words) in enumerate(steps):
        at, later = at + gap, later + gap * 2
        quick.append(Given(str(number), at, words))
        slow.append(Given(str(number), later, words))
    if hurried(slow) is not None:
        assert hurried(quick) is not None
