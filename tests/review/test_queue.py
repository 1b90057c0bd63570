"""Filters in words: what they say, and what is said when they cannot be understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.models import CuratorError
from curator.review.queue import ORDERS, Filter, FilterError, Term, check_order, checked_name


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
        ("article:", "article: needs a value, as in article:3f2a"),
        ("date:2017..soon", "date:<=soon is no date"),
        ("-date:2017..2018", "-date:2017..2018 cannot be"),
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


def test_a_range_of_dates_is_its_two_ends() -> None:
    assert Filter.parse("date:2017-06..2017-08").chips == ("date:>=2017-06", "date:<=2017-08")
    assert Filter.parse("date:..2017").chips == ("date:<=2017",)


def test_a_flag_may_be_asked_for_with_is_before_it() -> None:
    assert Filter.parse("is:stale -is:Ungrounded") == Filter.parse("stale -ungrounded")
    with pytest.raises(FilterError, match="there is no is:new; there are disputed, stale"):
        Filter.parse("is:new")


def test_an_outlet_may_be_called_a_publisher() -> None:
    assert Filter.parse("publisher:trt") == Filter.parse("outlet:trt")


@given(st.text(alphabet='ab -":.>=<é—0123status:speakerdisputed'))
def test_the_chips_of_a_filter_make_the_same_filter(words: str) -> None:
    try:
        filter = Filter.parse(words)
    except CuratorError:
        return
    assert Filter.parse(str(filter)) == filter


def test_a_chip_can_be_taken_out() -> None:
    filter = Filter.parse('status:pending speaker:"Ibrahim Kalin" troops')
    assert str(filter.without(1)) == "status:pending troops"
    assert str(filter.without(2)) == 'status:pending speaker:"Ibrahim Kalin"'


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "a\x1b]0;b"])
def test_a_name_that_no_filter_can_have_is_refused(name: str) -> None:
    with pytest.raises(FilterError, match="a filter's name"):
        checked_name(name)
