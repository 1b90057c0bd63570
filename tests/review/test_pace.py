"""The time left comes from the pace of deciding, pauses left out."""

import pytest

from curator.review.pace import minutes_left, per_minute


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
