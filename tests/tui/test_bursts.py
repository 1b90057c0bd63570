"""Which keys are too many: those of a paste, never those of a finger."""

from __future__ import annotations

from curator.tui.bursts import Burst


def test_a_few_keys_that_waited_for_long_all_count() -> None:
    burst = Burst()
    assert not any(burst.takes(0.0, 30.0, waiting) for waiting in range(60, 0, -1))


def test_many_keys_count_while_they_are_not_far_behind() -> None:
    assert not Burst().takes(0.0, 1.0, 5000)


def test_what_comes_at_once_with_keys_that_are_dropped_is_dropped_with_them() -> None:
    burst = Burst()
    assert burst.takes(0.0, 3.0, 500)
    assert burst.takes(2.9, 3.01, 10)
    assert burst.takes(3.01, 3.02, 0)
    assert not burst.takes(3.05, 3.06, 0)
    assert burst.told() == 3
    assert burst.told() == 0
