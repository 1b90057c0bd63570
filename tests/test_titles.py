"""What an article is called where a line is all there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text import visible_line
from curator.titles import headline, opening


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("Storm: what we know", "Text", "Storm: what we know"),
        ("000_e8a0d0890bbf3d23.txt", "\nMinisters met on Monday.\nMore", "“Ministers met on Monday.”"),
        ("", "Ministers met", "“Ministers met”"),
        ("000_e8a0.txt", "", "000_e8a0"),
        ("", "", ""),
    ],
)
def test_an_article_without_a_title_goes_by_its_first_words(title: str, text: str, shown: str) -> None:
    assert headline(title, text) == shown


def test_first_words_are_cut_where_a_line_would_be_full_of_them() -> None:
    shown = headline("", "word " * 40)
    assert shown.endswith("word…”")
    assert len(shown) <= 62


@given(st.text(), st.text())
def test_the_beginning_of_a_text_is_enough_to_name_it(title: str, text: str) -> None:
    assert headline(title, opening(text)) == headline(title, text)


@given(st.text(), st.text())
def test_a_name_is_one_visible_line(title: str, text: str) -> None:
    shown = headline(title, text)
    assert shown == visible_line(shown)
    assert len(shown.splitlines()) <= 1
