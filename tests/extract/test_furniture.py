"""A page's furniture is known line by line, and no line keeps it busy."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.extract.assertions import assertions
from curator.extract.furniture import furniture
from curator.models import Article, article_id


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("READ MORE", "leads to another article"),
        ("» Home › World › Europe", "words of a web page's menu"),
        ("Share", "a row of sharing buttons"),
        ("Accept all cookies", "a notice about cookies or terms"),
        ("Subscribe to The Daily for $1 a week.", "asks to subscribe"),
        ("Got a tip? Email us.", "speaks to the reader"),
        ("ADVERTISEMENT - CONTINUE READING BELOW", "an advertisement"),
        ("Copyright 2016 The Daily Post. All rights reserved.", "a note on the article itself"),
        ("The talks go on.", ""),
        ("Read", ""),
        ("", ""),
    ],
)
def test_a_line_is_called_what_it_is(line: str, kind: str) -> None:
    assert furniture(line) == kind


HOSTILE = {
    "separators": "more | ",
    "closer separators": "ab |",
    "terms": "Terms of use privacy ",
    "consent": "by using you ",
    "notes": "the original article ",
    "programmes": "a airs ",
    "contributors": "x contributed ",
    "dates": "posted aaa 12 ",
    "newsletters": "get e-mai ",
    "addresses": "contact a@ ",
    "cookies": "cookie ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_line_takes_longer_than_a_blink(unit: str) -> None:
    line = (unit * 420)[:415]
    begun = time.process_time()
    for _ in range(20):
        furniture(line)
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize("unit", ["aaed,", "(2012", "(a)", "[1,", "more | ", "ab@", "12 = "])
def test_a_hostile_sentence_is_weighed_in_seconds_at_most(unit: str) -> None:
    text = f"The talks began in May.\n\nOver 300 men died in {unit * (60_000 // len(unit))} there."
    begun = time.process_time()
    assertions(Article(article_id(text), text), ())
    assert time.process_time() - begun < 5.0


@given(st.text(st.sampled_from("aM1 .,:|>@©“\n()cookie you"), max_size=430))
def test_any_line_gets_an_answer(line: str) -> None:
    assert isinstance(furniture(line), str)
