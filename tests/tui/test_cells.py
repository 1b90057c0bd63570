"""Text measured in terminal cells."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from curator.text import visible
from curator.tui import cells
from curator.tui.cells import ELLIPSIS, WrappedText, cut, cut_inside, fitted

texts = st.text(alphabet=st.one_of(st.sampled_from("ab İ日本\n\r -.é\u0301😀"), st.characters())).map(visible)


@given(texts, st.integers(1, 40))
def test_fitted_text_takes_exactly_its_cells(text: str, width: int) -> None:
    assert cell_len(fitted(text.replace("\n", " "), width)) == width


@given(texts, st.integers(1, 40))
def test_cut_text_begins_as_the_text_does_and_shows_that_it_was_cut(text: str, width: int) -> None:
    text = text.replace("\n", " ")
    shown = cut(text, width)
    assert shown == text or (shown.endswith(ELLIPSIS) and text.startswith(shown[:-1]))


@given(texts, st.integers(1, 40))
def test_a_text_cut_inside_keeps_both_its_ends_and_fits(text: str, width: int) -> None:
    text = text.replace("\n", " ")
    shown = cut_inside(text, width)
    places = [place for place, character in enumerate(shown) if character == ELLIPSIS]
    assert cell_len(shown) <= width
    assert shown == text or any(
        text.startswith(shown[:place]) and text.endswith(shown[place + 1 :]) for place in places
    )


@given(texts, st.integers(2, 30))
def test_every_line_fits_the_width(text: str, width: int) -> None:
    wrapped = WrappedText(text, width)
    wrapped.reach_end(len(text) + 1)
    for number in range(wrapped.line_count):
        start, end = wrapped.line(number)
        assert cell_len(text[start:end]) <= width


@given(texts, st.integers(2, 30))
def test_lines_hold_every_character_but_the_white_space_at_breaks(text: str, width: int) -> None:
    wrapped = WrappedText(text, width)
    wrapped.reach_end(len(text) + 1)
    shown = "".join(text[slice(*wrapped.line(number))] for number in range(wrapped.line_count))
    assert [c for c in shown if c not in " \r\u240d"] == [c for c in text if c not in " \n\r\u240d"]


@given(texts, st.integers(2, 30), st.data())
def test_a_line_is_found_by_any_character_that_it_holds(text: str, width: int, data: st.DataObject) -> None:
    wrapped = WrappedText(text, width)
    wrapped.reach_end(len(text) + 1)
    number = data.draw(st.integers(0, wrapped.line_count - 1))
    start, end = wrapped.line(number)
    if start < end:
        assert wrapped.line_of(data.draw(st.integers(start, end - 1))) == number


@given(texts, st.integers(2, 30), st.integers(1, 7))
def test_breaking_in_slices_gives_the_same_lines_as_at_once(text: str, width: int, step: int) -> None:
    whole, sliced = WrappedText(text, width), WrappedText(text, width)
    whole.reach_end(len(text) + 1)
    while not sliced.reach_end(step):
        pass
    assert whole.line_count == sliced.line_count
    assert [whole.line(n) for n in range(whole.line_count)] == [
        sliced.line(n) for n in range(sliced.line_count)
    ]


def test_every_character_that_is_taken_for_one_cell_takes_one() -> None:
    for code in range(0x10000):
        character = chr(code)
        if cells._NARROW.fullmatch(character):
            assert cell_len(character) == 1, hex(code)


def test_a_long_text_is_broken_only_as_far_as_it_is_looked_at() -> None:
    wrapped = WrappedText("one two three\n" * 100_000, 40)
    wrapped.line(10)
    assert not wrapped.complete
    assert wrapped.line_count > 90_000
