"""Names in a text: which are parties, which are places, and which country a word stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.extract.composition.countries import country_names
from curator.extract.composition.parties import mentions
from curator.models import Span


def named(text: str) -> list[tuple[str, str]]:
    return [(mention.name, mention.sort) for mention in mentions(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Turkish and Russian personnel will go", [("Turkey", "party"), ("Russia", "party")]),
        ("talks with Moscow were held in Ankara", [("Russia", "party"), ("Ankara", "place")]),
        ("according to Türkiye and the US", [("Turkey", "party"), ("United States", "party")]),
        ("the Kremlin and the White House agreed", [("Russia", "party"), ("United States", "party")]),
        ("to send troops to Syria", [("Syria", "place")]),
        ("with Iranian-backed militias", [("Iran", "party")]),
        ("the Kyrgyz Foreign Ministry", [("Kyrgyzstan", "party"), ("Kyrgyz Foreign Ministry", "party")]),
    ],
)
def test_a_country_has_one_name_however_it_is_called(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("the northern Homs province", [("Homs", "place")]),
        ("adjoining districts of Hama, Aleppo and Latakia provinces",
         [("Hama", "place"), ("Aleppo", "place"), ("Latakia", "place")]),
        ("in the Daraa region", [("Daraa", "place")]),
        ("north of the city of Homs", [("Homs", "place")]),
        ("near Damascus", [("Damascus", "place")]),
        ("the zones are in Eastern Ghouta", [("Eastern Ghouta", "place")]),
    ],
)  # fmt: skip
def test_a_place_is_shown_by_the_words_around_it(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert named(sentence) == expected


def test_titles_are_no_part_of_a_name_and_roles_alone_are_none() -> None:
    text = "then Turkish President Tayyip Erdogan met the Prime Minister"
    assert named(text) == [("Turkey", "party"), ("Tayyip Erdogan", "party")]


def test_a_role_between_two_names_divides_them() -> None:
    assert named("then Acme Mills CEO Ann Ames and Ohio Sen. Bo Boyd met") == [
        ("Acme Mills", "party"),
        ("Ann Ames", "party"),
        ("Ohio", "place"),
        ("Bo Boyd", "party"),
    ]


def test_what_is_always_written_large_is_no_party() -> None:
    assert named("then I'm told the Internet and his IQ feed Racism") == []


def test_a_word_that_opens_a_sentence_is_no_name_where_the_article_writes_it_small() -> None:
    text = "the Salt Board met. Salt costs more. Many eat salt."
    assert named(text) == [("Salt Board", "party")]


@pytest.mark.parametrize(
    "sentence",
    [
        "officials in Arizona and Illinois can tell",
        "inside and outside of Illinois",
        "all enter the Illinois",
    ],
)
def test_a_state_is_a_place_wherever_it_is_named(sentence: str) -> None:
    assert ("Illinois", "place") in named(sentence)


def test_an_interest_in_somebody_makes_no_place_of_them() -> None:
    assert named("new interest in Ames grew") == [("Ames", "party")]


def test_a_surname_is_the_full_name_that_the_article_gives() -> None:
    text = (
        "Turkey's spokesman Ibrahim Kalin came. He and Presidential Spokesman Ibrahim Kalin left, Kalin said."
    )
    last = text.rindex("Kalin")
    (mention,) = mentions(text, Span(last, len(text)))
    assert (mention.name, mention.span) == ("Ibrahim Kalin", Span(last, last + 5))


def test_a_surname_that_two_persons_have_stays_a_surname() -> None:
    text = "He met John Smith and Mary Smith before the one named Smith left"
    assert named(text)[-1] == ("Smith", "party")


def test_a_capital_from_the_start_of_a_sentence_makes_no_name() -> None:
    assert named("Rebels left. Talks failed. The zones remain. In May it rained.") == []


def test_what_the_article_calls_a_place_is_one_everywhere_in_it() -> None:
    text = "Syria’s Idlib was calm. The Idlib region includes Hama."
    assert named(text)[1] == ("Idlib", "place")


def test_spans_are_those_of_the_article() -> None:
    text = "İn the end U.S. troops left Bashar al-Assad’s Syria"
    assert [text[m.span.start : m.span.end] for m in mentions(text, Span(2, len(text)))] == [
        "U.S.",
        "Bashar al-Assad",
        "Syria",
    ]


def test_every_name_in_the_table_of_countries_leads_to_a_country_in_it() -> None:
    names = country_names()
    countries = {name.country for name in names.values() if name.sort == "name"}
    assert len(names) > 800
    assert all(name.country in countries for name in names.values())


WORDS = st.sampled_from(
    "Turkey Turkish Moscow U.S. the The in of province Homs Kalin Ibrahim President al-Assad ’s , . “ and "
    "May İzmir Ministry Defence for A. provinces near said US-backed X".split()
)


@given(st.lists(WORDS, max_size=25))
def test_any_words_give_mentions_in_order_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found = mentions(text, Span(0, len(text)))
    starts = [mention.span.start for mention in found]
    assert starts == sorted(starts)
    assert all(0 <= m.span.start < m.span.end <= len(text) and m.name for m in found)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("in the provinces of Latakia, Hama and Aleppo",
         [("Latakia", "place"), ("Hama", "place"), ("Aleppo", "place")]),
        ("troops from Kyrgyzstan and Kazakhstan", [("Kyrgyzstan", "place"), ("Kazakhstan", "place")]),
        ("across eight of Syria’s 14 provinces", [("Syria", "place")]),
        ("in Syria, Russia and Iran agreed", [("Syria", "place"), ("Russia", "party"), ("Iran", "party")]),
        ("when [Alexander] Lavrentyev met [Russian President Vladimir] Putin",
         [("Alexander Lavrentyev", "party"), ("Russia", "party"), ("Vladimir Putin", "party")]),
    ],
)  # fmt: skip
def test_lists_of_places_and_an_editors_brackets_are_read(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert named(sentence) == expected
