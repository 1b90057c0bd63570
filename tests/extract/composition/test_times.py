"""Times are found where they stand and resolved against the day of publication."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.extract.composition.times import times
from curator.models import Span

THURSDAY = "2017-06-22"


def found(text: str, published: str = THURSDAY) -> list[tuple[str, str]]:
    return [(text[t.span.start : t.span.end], t.iso) for t in times(text, Span(0, len(text)), published)]


@pytest.mark.parametrize(
    ("sentence", "words", "iso"),
    [
        ("a spokesman said on Thursday.", "Thursday", "2017-06-22"),
        ("a spokesman said on Friday.", "Friday", "2017-06-16"),
        ("The truce will begin on Friday.", "Friday", "2017-06-23"),
        ("On Friday, the envoys are to meet.", "Friday", "2017-06-23"),
        ("It was signed last Thursday.", "last Thursday", "2017-06-15"),
        ("They meet next Thursday.", "next Thursday", "2017-06-29"),
        ("He came yesterday.", "yesterday", "2017-06-21"),
        ("They spoke on Wednesday night.", "Wednesday night", "2017-06-21"),
        ("The blast killed two after Tuesday's vote.", "after Tuesday", "2017-06-20/.."),
        ("If the mayor were to win on Sunday, taxes fall.", "Sunday", "2017-06-25"),
        ("The two sides meet Monday in Oslo.", "Monday", "2017-06-26"),
    ],
)
def test_a_weekday_is_the_nearest_one_on_the_side_that_the_verb_says(
    sentence: str, words: str, iso: str
) -> None:
    assert found(sentence) == [(words, iso)]


@pytest.mark.parametrize(
    ("sentence", "words", "iso"),
    [
        ("Under their May 4 accord they agreed", "May 4", "2017-05-04"),
        ("The maps were due by June 4.", "by June 4", "../2017-06-04"),
        ("It was announced on December 12.", "December 12", "2016-12-12"),
        ("Polls will open on January 12.", "January 12", "2018-01-12"),
        ("It happened on 4 May 2016.", "4 May 2016", "2016-05-04"),
        ("Friday, 23 June 2017 06:13", "Friday, 23 June 2017", "2017-06-23"),
        ("on June 22-24 they met", "June 22-24", "2017-06-22/2017-06-24"),
        ("dated 2015-04-25.", "2015-04-25", "2015-04-25"),
        ("a designated day on Sept. 1 when all will vote", "Sept. 1", "2017-09-01"),
    ],
)
def test_a_day_without_a_year_is_in_the_year_that_fits_the_sentence(
    sentence: str, words: str, iso: str
) -> None:
    assert found(sentence)[0] == (words, iso)


@pytest.mark.parametrize(
    ("sentence", "words", "iso"),
    [
        (
            "would be further discussed in Astana in early July, he said",
            "early July",
            "2017-07-01/2017-07-10",
        ),
        ("It was announced last month.", "last month", "2017-05"),
        ("Last week the envoy came.", "Last week", "2017-W24"),
        ("He resigned late last year.", "late last year", "2016-09/2016-12"),
        ("The war began in March 2011.", "March 2011", "2011-03"),
        ("Moscow has given air support since September 2015.", "since September 2015", "2015-09/.."),
        ("since 2015 it has grown", "since 2015", "2015/.."),
        ("focusing on a December cease-fire deal", "December", "2016-12"),
        ("In the past six months nothing moved.", "past six months", "2016-12/2017-06"),
        ("It ended two weeks ago.", "two weeks ago", "2017-W23"),
        ("from 2011 to 2016 it fell", "from 2011 to 2016", "2011/2016"),
        ("between July 2003 and December 2004", "between July 2003 and December 2004", "2003-07/2004-12"),
        ("earlier this month", "earlier this month", "2017-06-01/2017-06-22"),
        ("This year it rains", "This year", "2017"),
        ("Earlier this month he left", "Earlier this month", "2017-06-01/2017-06-22"),
        ("in the 1990s", "1990s", "1990/1999"),
        ("since the start of 2015", "since the start of 2015", "2015-01/.."),
        ("A ruling is due before the end of the year.", "before the end of the year", "../2017-12"),
        ("It rose from March to August 2011.", "from March to August 2011", "2011-03/2011-08"),
        ("It ran from November to May 2011.", "from November to May 2011", "2010-11/2011-05"),
        ("It rained this weekend.", "this weekend", "2017-06-17/2017-06-18"),
        ("It will rain this weekend.", "this weekend", "2017-06-24/2017-06-25"),
    ],
)
def test_months_years_and_stretches_keep_their_own_precision(sentence: str, words: str, iso: str) -> None:
    assert found(sentence) == [(words, iso)]


def test_a_clock_time_is_read_with_its_zone() -> None:
    assert found("at 1200 (0900 GMT) on Thursday")[:2] == [("1200", "T12:00"), ("0900 GMT", "T09:00Z")]
    assert found("at 5:30 p.m. sharp") == [("5:30 p.m", "T17:30")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Theresa May said so.",
        "They may march in protest.",
        "It is to last 6 months and cost $2000 more.",
        "More than 2000 people fled; 1709 others stayed.",
        "It will last for at least six months.",
        "United Nations resolution 2015 stands.",
        "the 25th Sunday’s reading, Sundays, and 40 May’s",
        "A USA TODAY analysis shows it.",
    ],
)
def test_names_numbers_and_durations_are_no_times(sentence: str) -> None:
    assert found(sentence) == []


def test_without_a_date_of_publication_nothing_is_guessed() -> None:
    assert found("said on Thursday that on May 4, in July and in 2015 and last month", "") == [
        ("Thursday", "thursday"),
        ("May 4", "XXXX-05-04"),
        ("July", "XXXX-07"),
        ("2015", "2015"),
        ("last month", "last month"),
    ]


def test_only_the_given_stretch_of_the_text_is_read() -> None:
    text = "On Monday he came; since 2015 he had not."
    start = text.index("2015")
    assert [t.span for t in times(text, Span(start, len(text)), THURSDAY)] == [Span(start, start + 4)]


WORDS = st.sampled_from(
    "since until by from last next early late the in May March June 4 31 30 2015 1709 Thursday week month "
    "year ago six hundred 99 past 1200 GMT p.m. - to and ( ) . , İ yesterday February 29 decade".split()
)


@given(st.lists(WORDS, max_size=25), st.sampled_from(["", "2016-02-29", "0001-01-01", "9999-12-31", "junk"]))
def test_any_text_and_any_date_give_times_in_order_inside_the_text(words: list[str], published: str) -> None:
    text = " ".join(words)
    spans = [time.span for time in times(text, Span(0, len(text)), published)]
    assert spans == sorted(spans, key=lambda span: span.start)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
