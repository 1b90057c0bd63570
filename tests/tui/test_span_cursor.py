"""Choosing words in an article by keys."""

from hypothesis import given
from hypothesis import strategies as st

from curator.tui.span_cursor import SpanCursor

TEXT = (
    "He came. “There is no decision yet,” he said on Thursday.\n"
    "The ministry has 3.5 million reasons! Nobody asked."
)
MOVES = (
    ("sentence", 1),
    ("sentence", -1),
    ("word", 1),
    ("word", -1),
    ("end_word", 1),
    ("end_word", -1),
    ("start_word", 1),
    ("start_word", -1),
    ("end_letter", 1),
    ("end_letter", -1),
    ("start_letter", 1),
    ("start_letter", -1),
    ("end_sentence",),
    ("start_sentence",),
)


def moved(cursor: SpanCursor, *moves: tuple[object, ...]) -> SpanCursor:
    for name, *arguments in moves:
        cursor = getattr(cursor, str(name))(*arguments)
    return cursor


def test_choosing_starts_with_the_sentence_at_the_place() -> None:
    assert SpanCursor.at_sentence(TEXT, 20).words == "“There is no decision yet,” he said on Thursday."


def test_the_next_sentence_may_be_in_the_next_paragraph() -> None:
    assert SpanCursor.at_sentence(TEXT, 20).sentence(1).words == "The ministry has 3.5 million reasons!"


def test_the_sentence_before_comes_back() -> None:
    cursor = SpanCursor.at_sentence(TEXT, 20)
    assert cursor.sentence(1).sentence(-1) == cursor


def test_the_end_moves_word_by_word() -> None:
    cursor = SpanCursor.at_sentence(TEXT, 20)
    assert moved(cursor, ("end_word", -1), ("end_word", -1)).words == "“There is no decision yet,” he said on"


def test_the_start_moves_word_by_word() -> None:
    cursor = moved(SpanCursor.at_sentence(TEXT, 20), ("start_word", 1), ("start_word", 1))
    assert cursor.words.startswith("is no decision")
    assert cursor.start_word(-1).words.startswith("There is")


def test_a_number_with_a_point_is_one_word() -> None:
    the = TEXT.index("The ministry")
    assert moved(SpanCursor(TEXT, the, the + 3), *[("word", 1)] * 3).words == "3.5"


def test_letters_move_where_words_are_too_coarse() -> None:
    cursor = SpanCursor(TEXT, 9, 20)
    assert moved(cursor, ("end_letter", 1), ("start_letter", 1)) == SpanCursor(TEXT, 10, 21)


def test_a_span_grows_to_its_sentence() -> None:
    inside = SpanCursor(TEXT, TEXT.index("decision"), TEXT.index("decision") + 8)
    assert moved(inside, ("start_sentence",), ("end_sentence",)).words == (
        "“There is no decision yet,” he said on Thursday."
    )


@given(
    st.text(alphabet="ab. \n“”İ1!", max_size=80),
    st.lists(st.sampled_from(MOVES), max_size=30),
    st.integers(0, 80),
)
def test_no_move_leaves_the_text_or_turns_the_span_round(
    text: str, moves: list[tuple[object, ...]], offset: int
) -> None:
    cursor = SpanCursor.at_sentence(text, min(offset, len(text)))
    for move in moves:
        cursor = moved(cursor, move)
        assert 0 <= cursor.start <= cursor.end <= len(text)


def test_a_key_in_a_book_without_a_break_does_not_read_all_of_it() -> None:
    text = "word " * 1_000_000
    cursor = SpanCursor(text, 4_000_000, 4_000_004)
    assert cursor.end_word(1).start_word(-1).words == "word word word"
