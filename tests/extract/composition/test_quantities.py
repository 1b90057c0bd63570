"""A quantity is a number with what it counts and how exactly it is meant, where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.extract.composition.numerals import number
from curator.extract.composition.quantities import quantities
from curator.extract.composition.times import times
from curator.models import Span

Found = list[tuple[float, str, str]]


def found(text: str) -> Found:
    span = Span(0, len(text))
    taken = [time.span for time in times(text, span)]
    return [(q.value, q.unit, q.bound) for q in quantities(text, span, taken)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("populated by more than 147,000 people", [(147_000, "people", "more than")]),
        ("will include 84 settlements populated by", [(84, "settlement", "exact")]),
        ("covering almost 150,000 people.", [(150_000, "people", "about")]),
        ("more than 470,000 civilians killed", [(470_000, "civilian", "more than")]),
        ("At least 300,000 people have been killed", [(300_000, "people", "at least")]),
        ("no fewer than twelve aircraft", [(12, "aircraft", "at least")]),
        ("up to 5,000 refugees a day", [(5_000, "refugee", "at most")]),
        ("fewer than 20 men", [(20, "man", "less than")]),
        ("about 40 or so houses", [(40, "house", "about")]),
        ("30 or more hostages", [(30, "hostage", "at least")]),
        ("2.5 million voters", [(2_500_000, "voter", "exact")]),
        ("some 25 million more people", [(25_000_000, "people", "about")]),
        ("more than half a percentage point", [(0.5, "percentage point", "more than")]),
        ("after either 2 or 4 years", [(2, "year", "exact"), (4, "year", "exact")]),
        ("from 0.4 to 0.8 K/psu", [(0.4, "", "at least"), (0.8, "", "at most")]),
        ("a three-judge panel", [(3, "judge", "exact")]),
    ],
)
def test_the_words_around_a_number_say_how_exactly_it_is_meant(sentence: str, expected: Found) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "7 field commanders and over 1,000 militants have defected",
            [(7, "commander", "exact"), (1_000, "militant", "more than")],
        ),
        ("seven field commanders from illegal armed groups", [(7, "commander", "exact")]),
        ("four separate de-escalation zones in Syria", [(4, "zone", "exact")]),
        ("establish four “de-escalation zones’ during", [(4, "zone", "exact")]),
        ("the two Central Asian countries", [(2, "country", "exact")]),
        (
            "across eight of Syria’s 14 provinces",
            [(8, "province", "exact"), (14, "province", "exact")],
        ),
        (
            "9,000 of the mill’s 11,000 weavers",
            [(9_000, "weaver", "exact"), (11_000, "weaver", "exact")],
        ),
        ("40 of the hill towns’ 75 bakers", [(40, "baker", "exact"), (75, "baker", "exact")]),
        ("for at least six months", [(6, "month", "at least")]),
        ("a 14-year-old boy", [(14, "year old", "exact")]),
        ("Mohamed, 14, was arrested", [(14, "year old", "exact")]),
        ("two child soldiers", [(2, "soldier", "exact")]),
        ("one person was killed", [(1, "people", "exact")]),
        ("a 240,000 square meter park", [(240_000, "square metre", "exact")]),
        ("the blast killed 20 and wounded 30 others", [(20, "people", "exact"), (30, "people", "exact")]),
        ("three ideas, five cameras", [(3, "idea", "exact"), (5, "camera", "exact")]),
    ],
)
def test_what_is_counted_is_the_noun_after_the_number_in_one_form(sentence: str, expected: Found) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("which has killed hundreds of thousands and displaced millions",
         [(100_000, "people", "at least"), (1_000_000, "people", "at least")]),
        ("thousands of civilians left", [(1_000, "civilian", "at least")]),
        ("several hundred tanks", [(200, "tank", "at least")]),
        ("half a million people", [(500_000, "people", "exact")]),
        ("two dozen fighters", [(24, "fighter", "exact")]),
    ],
)  # fmt: skip
def test_vague_numbers_are_their_least(sentence: str, expected: Found) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("cost $3bn or £4.5 million", [(3e9, "dollar", "exact"), (4.5e6, "pound", "exact")]),
        ("rose from 5% to 10 per cent", [(5, "%", "exact"), (10, "%", "exact")]),
        ("fell by 2 percentage points", [(2, "percentage point", "exact")]),
        ("two-thirds of voters, half of them", [(66.7, "%", "exact"), (50, "%", "exact")]),
        ("between 100 and 200 people", [(100, "people", "at least"), (200, "people", "at most")]),
        ("10-15 percent", [(10, "%", "at least"), (15, "%", "at most")]),
        ("15 or 20 tanks", [(15, "tank", "at least"), (20, "tank", "at most")]),
    ],
)
def test_money_shares_and_ranges(sentence: str, expected: Found) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The 5th Assault Corps in the 21st century, and the second round",
        "an F-16, a Su-24, COVID-19, the G20 and 3D at 1080p",
        "Resolution 2254 and Flight 370, Studio 54, Category 3",
        "one of the main backers; no one else; one another; one-sided; the one who",
        "on May 4, in 2015, since September 2015, at 10:30, June 22-24",
        "the Group of Seven and the Big Three",
        "the attacks of 9/11, a 2-1 win, 24/7, as shown before [12, 13]",
        "1. First item",
    ],
)
def test_ordinals_names_dates_and_pronouns_are_no_quantities(sentence: str) -> None:
    assert found(sentence) == []


def test_the_span_reaches_from_the_bound_to_what_is_counted() -> None:
    text = "İt will include more than 147,000 people, he said"
    (quantity,) = quantities(text, Span(0, len(text)))
    assert text[quantity.span.start : quantity.span.end] == "more than 147,000 people"


def test_nothing_outside_the_given_stretch_is_read() -> None:
    text = "more than 147,000 people"
    (quantity,) = quantities(text, Span(10, 17))
    assert (quantity.span, quantity.value, quantity.unit, quantity.bound) == (
        Span(10, 17),
        147_000,
        "",
        "exact",
    )


@given(st.integers(0, 999_999))
def test_a_number_means_the_same_with_and_without_commas(value: int) -> None:
    assert number(f"{value:,}") == number(str(value)) == value


WORDS = st.sampled_from(
    "one two seven hundred thousand million dozen half a and of the more than at least over 7 1,000 2.5 "
    "% $ km people civilians killed - , . ( ) [ ] to or between 10-15 İ per cent bn 14-year-old "
    "99999999999999999999".split()
)


@given(st.lists(WORDS, max_size=25))
def test_any_text_gives_finite_numbers_inside_it_in_order(words: list[str]) -> None:
    text = " ".join(words)
    result = quantities(text, Span(0, len(text)))
    assert all(0 <= q.span.start < q.span.end <= len(text) and 0 <= q.value <= 1e15 for q in result)
    starts = [q.span.start for q in result]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tables 2 and 3 show similar results",
        "the answers were coded (0 = no and 1 = yes)",
        "the Web: 1, the Lodge: 0",
        "I see a use under 1 as well",
        "across lines (Ames, 2000: 103)",
        "15071 A Coruña, Spain",
        "what a 911 caller said",
    ],
)
def test_labels_codes_scores_and_addresses_are_no_quantities(sentence: str) -> None:
    assert found(sentence) == []
