"""Moments as people type them."""

from datetime import datetime, timedelta, timezone

import pytest

from curator.models import CuratorError
from curator.review.moments import parse

ZONE = timezone(timedelta(hours=3))
NOW = datetime(2024, 6, 22, 15, 0, 30, tzinfo=ZONE)
END = timedelta(milliseconds=999)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:32", "2024-06-22 14:32:59"),
        ("14:32:05", "2024-06-22 14:32:05"),
        ("15:00", "2024-06-22 15:00:59"),
        ("16:10", "2024-06-21 16:10:59"),
        ("yesterday 9:05", "2024-06-21 09:05:59"),
        ("2024-06-01", "2024-06-01 23:59:59"),
        ("2024-06-01 14:32", "2024-06-01 14:32:59"),
        ("2024-06-01T14:32:10", "2024-06-01 14:32:10"),
        (" Yesterday ", "2024-06-21 23:59:59"),
    ],
)
def test_a_moment_is_meant_to_its_end(typed: str, meant: str) -> None:
    assert parse(typed, NOW) == datetime.fromisoformat(meant).replace(tzinfo=ZONE) + END


@pytest.mark.parametrize(("typed", "back"), [("20 min ago", 20), ("2h", 120), ("1 day ago", 1440)])
def test_a_moment_some_time_ago(typed: str, back: int) -> None:
    assert parse(typed, NOW) == NOW - timedelta(minutes=back)


@pytest.mark.parametrize("typed", ["25:00", "12:61", "soon", "2024-13-01", "2024-06-01 x", "9999999999 d"])
def test_what_is_no_moment_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(CuratorError, match="14:32"):
        parse(typed, NOW)
