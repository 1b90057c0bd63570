"""Numbers with what they count, as people say them."""

import pytest

from curator.tui.counted import counted


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (4, "zone", "4 zones"),
        (6, "month", "6 months"),
        (1, "month", "1 month"),
        (0, "country", "0 countries"),
        (470_000, "people", "470,000 people"),
        (3, "child", "3 children"),
        (2, "policeman", "2 policemen"),
        (2, "German", "2 Germans"),
        (5, "inch", "5 inches"),
        (12, "%", "12 %"),
        (7, "field commander", "7 field commanders"),
        (1.5, "percentage point", "1.5 percentage points"),
        (8, "aircraft", "8 aircraft"),
        (9, "", "9"),
    ],
)
def test_what_is_counted_stands_in_the_plural_unless_it_is_one(value: float, unit: str, said: str) -> None:
    assert counted(value, unit) == said
