"""Filters in words: what they say, and what is said when they cannot be understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.models import CuratorError
from curator.review.queue import ORDERS, Filter, FilterError, Term, check_order


def test_every_kind_of_term_is_read() -> None:
    words = 'status:pending speaker:"Ibrahim Kalin" -kind:quote has:notes date:>=2017-06 disputed troops'
    assert Filter.parse(words).terms == (
        Term("status", "pending"),
        Term("speaker", "Ibrahim Kalin"),
        Term("kind", "quote", negated=True),
        Term("has", "notes"),
        Term("date", "2017-06", comparison=">="),
        Term("flag", "disputed"),
        Term("text", "troops"),
    )


def test_a_quoted_word_is_text_even_where_it_names_a_flag() -> None:
    assert Filter.parse('"disputed"').terms == (Term("text", "disputed"),)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("status:done", "there is no status:done; there are pending, confirmed, rejected, merged, disputed"),
        ("colour:red", "there is no filter colour:"),
        ("speaker:", "speaker: needs a value, as in speaker:kalin"),
        ("date:yesterday", "date:yesterday is no date"),
        ("has:hope", "there is no has:hope"),
        ("date:2017-13", "date:2017-13 is no date"),
        ("date:>=2017-02-30", "date:>=2017-02-30 is no date"),
        ("troops *", r"\* has no letter or digit in it to search for"),
        ('"', '" has no letter or digit in it to search for'),
        ("speaker:—", "speaker:— has no letter or digit in it"),
    ],
)
def test_what_is_not_understood_is_said(words: str, said: str) -> None:
    with pytest.raises(FilterError, match=said.replace("(", r"\(")):
        Filter.parse(words)


def test_an_unknown_order_is_refused_with_those_there_are() -> None:
    with pytest.raises(FilterError, match="there are article, contradictions"):
        check_order("alphabet")
    assert all(check_order(order) == order for order in ORDERS)


@given(st.text())
def test_any_words_are_a_filter_or_an_error_for_people(words: str) -> None:
    try:
        Filter.parse(words)
    except CuratorError as error:
        assert "\n" not in str(error).replace(words, "")
