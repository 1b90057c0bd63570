"""What an event changed is told from the event alone, and a filter of the log is read as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.models import CuratorError
from curator.review.facts import EVENT_KINDS
from curator.review.history import LogFilter


def test_a_filter_in_words() -> None:
    found = LogFilter.parse('reviewer:ana reviewer:"jo doe" verb:merged claim:3f2a old bridge')
    assert found == LogFilter(("ana", "jo doe"), ("merge",), ("3f2a",), "old bridge")


@pytest.mark.parametrize("words", ["verb:fly", "when:now"])
def test_a_filter_that_makes_no_sense_is_refused_with_what_there_is(words: str) -> None:
    with pytest.raises(CuratorError, match=r"there (is no|are)|has no"):
        LogFilter.parse(words)


names = st.text("abcdefg ", min_size=1, max_size=8).filter(lambda name: name.strip() == name)


@given(
    st.lists(names, max_size=2, unique=True),
    st.lists(st.sampled_from(EVENT_KINDS), max_size=3, unique=True),
    st.lists(st.text("0123456789abcdef", min_size=1), max_size=2, unique=True),
)
def test_chips_parse_to_the_filter_they_come_from(
    reviewers: list[str], verbs: list[str], claims: list[str]
) -> None:
    found = LogFilter(tuple(reviewers), tuple(verbs), tuple(claims), "old bridge")
    assert LogFilter.parse(str(found)) == found
