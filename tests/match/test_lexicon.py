"""Many words sought as one pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.match.lexicon import any_of

WORDS = st.text(alphabet="ab-", min_size=1, max_size=4)


@given(words=st.sets(WORDS, min_size=1, max_size=6), text=st.text(alphabet="ab- ", max_size=24))
def test_any_of_some_words_is_found_where_each_would_be_and_the_longest_first(
    words: set[str], text: str
) -> None:
    end = {word: r"\b" if word[-1].isalnum() else "" for word in words}
    one_by_one = "|".join(re.escape(w) + end[w] for w in sorted(words, key=len, reverse=True))
    assert re.findall(any_of(words), text) == re.findall(one_by_one, text)


@pytest.mark.parametrize(
    ("text", "found"),
    [("a hoaxer spoke", "hoaxer"), ("a hoard", None), ("made up of", "made up"), ("ca. 5", "ca.")],
)
def test_a_word_ends_where_it_ends_but_one_with_a_star_goes_on(text: str, found: str | None) -> None:
    match = re.search(r"\b" + any_of(["hoax*", "made", "made up", "ca."]), text)
    assert (match.group() if match else None) == found
