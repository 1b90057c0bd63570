"""The sentence in which words stand, and where in it, without ever moving an offset."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.review.passages import hits, passage

TEXT = (
    "A title\nSource: X\n\n“We said it,” Ibrahim Kalın told Æsop. "
    "The İdlib plan “will not be deployed there,” he said. More about Idlib."
)


@pytest.mark.parametrize(
    ("words", "sentence", "found"),
    [
        ("kalin", "“We said it,” Ibrahim Kalın told Æsop.", ["Kalın"]),
        ("aesop", "“We said it,” Ibrahim Kalın told Æsop.", ["Æsop"]),
        ("plan idl", "The İdlib plan “will not be deployed there,” he said.", ["İdlib", "plan"]),
        ("DEPLOY", "The İdlib plan “will not be deployed there,” he said.", ["deployed"]),
        ("more idlib", "More about Idlib.", ["More", "Idlib"]),
        ("zorro", "A title", []),
        ("—", "A title", []),
    ],
)
def test_the_sentence_with_most_of_the_words_is_given(words: str, sentence: str, found: list[str]) -> None:
    got = passage(TEXT, words)
    assert TEXT[got.span.start : got.span.end] == sentence
    assert [TEXT[hit.start : hit.end] for hit in got.hits] == found


def test_only_the_last_word_may_be_unfinished() -> None:
    assert [TEXT[hit.start : hit.end] for hit in hits(TEXT, "depl said")] == ["said", "said"]


def test_letters_with_accents_set_apart_are_found() -> None:
    assert hits("Kalı" + "\u0301" + "n spoke", "kalin") != ()


def test_a_long_text_is_read_to_where_the_words_stand() -> None:
    text = "Nothing here. " * 60_000 + "Kalın said so."
    got = passage(text, "kalin")
    assert text[got.span.start : got.span.end] == "Kalın said so."


@given(st.text(max_size=400), st.text(max_size=20))
def test_whatever_the_text_the_places_are_its_own(text: str, words: str) -> None:
    got = passage(text, words)
    assert 0 <= got.span.start <= got.span.end <= len(text)
    for hit in got.hits:
        assert got.span.start <= hit.start < hit.end <= got.span.end
