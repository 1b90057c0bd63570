"""Plots in block characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.tui.blocks import columns, gathered, interval, parted, spread

counts = st.lists(st.integers(0, 10**6), min_size=1, max_size=8)


@given(counts, st.integers(8, 200))
def test_the_parts_of_a_bar_fill_it_and_none_that_counts_is_lost(values: list[int], width: int) -> None:
    cells = parted(values, width)
    assert sum(cells) == (width if any(values) else 0)
    assert all(bool(cell) == bool(value) for cell, value in zip(cells, values, strict=True))


@given(counts, st.integers(8, 200))
def test_a_larger_part_is_never_shorter(values: list[int], width: int) -> None:
    pairs = sorted(zip(values, parted(values, width), strict=True))
    assert [cells for _, cells in pairs] == sorted(cells for _, cells in pairs)


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=60), st.integers(1, 8))
def test_columns_show_all_that_is_not_zero_and_never_hang_in_the_air(values: list[int], height: int) -> None:
    lines = columns(values, height)
    assert len(lines) == height
    for place, value in enumerate(values):
        column = "".join(line[place] for line in lines)
        assert (lines[-1][place] != " ") == bool(value)
        assert "█ " not in column
        if value == max(values) and value:
            assert column == "█" * height


@given(st.lists(st.integers(0, 100), max_size=70), st.integers(1, 70))
def test_gathering_keeps_the_sum_and_fits(values: list[int], count: int) -> None:
    found = gathered(values, count)
    assert sum(found) == sum(values)
    assert len(found) <= max(count, 0)


@given(st.text("▁▂█ ", min_size=1, max_size=60), st.integers(1, 200))
def test_spreading_fills_the_width(line: str, width: int) -> None:
    assert len(spread(line, width)) == (width if width > len(line) else min(width, len(line)))


@pytest.mark.parametrize(
    ("values", "drawn"),
    [((0, 5, 10), "├────●────┤"), ((2, 2, 2), "  ●        "), ((3, 5, 20), "   ├─●────┤")],
)
def test_an_interval_stands_on_its_scale(values: tuple[float, float, float], drawn: str) -> None:
    assert interval(*values, 10, 11) == drawn
