"""Part of a long list behaves as the whole list would."""

from hypothesis import given
from hypothesis import strategies as st

from curator.tui.window import PAGE, Fetched, Window


def window_over(count: int) -> Window[int]:
    def fetch(after: int | None, limit: int, backwards: bool) -> Fetched[int]:
        if backwards:
            rows = range((count if after is None else after) - 1, -1, -1)[:limit]
        else:
            rows = range(0 if after is None else after + 1, count)[:limit]
        return Fetched(rows, len(rows) < limit)

    return Window(fetch)


@given(st.integers(1, 4000), st.lists(st.integers(-PAGE, PAGE), max_size=40), st.booleans())
def test_walking_comes_past_every_row_in_its_order(count: int, steps: list[int], from_end: bool) -> None:
    window = window_over(count)
    window.end() if from_end else window.start()
    index = len(window.rows) - 1 if from_end else 0
    place = count - 1 if from_end else 0
    for step in steps:
        step = min(max(step, -index), len(window.rows) - 1 - index)
        place, index = place + step, index + step
        index += window.reach(index)
        assert window.rows[index] == place
        assert window.rows == list(range(window.rows[0], window.rows[-1] + 1))
        assert len(window.rows) <= 5 * PAGE


def test_one_row_at_a_time_leads_from_one_end_to_the_other() -> None:
    window, index, seen = window_over(3 * PAGE + 7), 0, [0]
    window.start()
    while index + 1 < len(window.rows):
        index += 1
        index += window.reach(index)
        seen.append(window.rows[index])
    assert seen == list(range(3 * PAGE + 7))


def test_it_can_be_opened_around_any_row() -> None:
    window = window_over(5000)
    index = window.around(2500)
    assert window.rows[index] == 2500
    assert index == PAGE


def test_an_empty_list_has_no_rows_at_either_end() -> None:
    window = window_over(0)
    window.start()
    assert window.rows == []
    window.end()
    assert window.rows == []
    assert window.reach(0) == 0
