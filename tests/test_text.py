"""What is shown never steers a terminal, and what is folded finds its way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text import Folding, folded, visible, visible_line, word_diff

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_visible_gives_one_code_point_for_one_code_point(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(ANY_TEXT)
def test_visible_text_is_visible_already(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(ANY_TEXT)
def test_nothing_visible_is_a_control_a_surrogate_or_a_change_of_direction(text: str) -> None:
    for character in visible(text).replace("\n", ""):
        assert unicodedata.category(character) not in {"Cc", "Cs"}
        assert unicodedata.bidirectional(character) not in {
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
        }  # fmt: skip


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]52;c;aGk=\x07",
        "\x9b31m",
        "\x9d0;title\x9c",
        "\x00",
        "\u202e",
        "\u2066",
        "\u200b",
        "\U000e0041",
        "\r",
    ],
)
def test_escape_sequences_and_invisible_characters_do_not_survive(hostile: str) -> None:
    assert not set(hostile) & set(visible(hostile)) - set(" !0123456789;:abcdefghijklmnopqrstuvwxyzGk=m]")


def test_letters_accents_quotes_and_wide_characters_are_left_alone() -> None:
    text = "“İbrahim Kalın” — naïve Ελλάδα 北京 👍 e\u0301"
    assert visible(text) == text


def test_a_line_shows_no_line_feed() -> None:
    assert visible_line("a\nb") == "a b"


def test_spellings_of_a_name_fold_to_the_same() -> None:
    assert folded("İbrahim KALIN") == folded("Ibrahim Kalın") == "ibrahim kalin"


@given(ANY_TEXT)
def test_folding_keeps_a_way_back_for_every_character(text: str) -> None:
    folding = Folding.of(text)
    assert len(folding.origin) == len(folding.text) + 1
    assert list(folding.origin) == sorted(folding.origin)
    start, end = folding.original(0, len(folding.text))
    assert 0 <= start <= end <= len(text)


def test_a_match_in_folded_text_is_sliced_from_the_original() -> None:
    text = "Sözcü İbrahim Kalın said"
    folding = Folding.of(text)
    at = folding.text.index("kalin")
    start, end = folding.original(at, at + 5)
    assert text[start:end] == "Kalın"


def test_a_word_diff_names_only_the_words_that_differ() -> None:
    diff = word_diff("south in the Daraa region, said Kalın", "south in the Deraa region, said Kalin")
    assert [operation for operation in diff if operation[0] != "equal"] == [
        ("delete", "Daraa"),
        ("insert", "Deraa"),
    ]
