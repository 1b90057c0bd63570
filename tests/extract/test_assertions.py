"""What an article asserts in its own voice, ranked by what it can be held to."""

from pathlib import Path

import pytest

from curator.extract.assertions import THRESHOLD, assertions, extract_assertions, ranked
from curator.models import Article, Span, article_id

SEEDS = Path(__file__).parents[2] / "seeds"


def article(text: str, published: str = "2017-06-23") -> Article:
    return Article(article_id(text), text, published=published)


def seed(number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return article(path.read_text("utf-8"))


def worth(sentence: str) -> float:
    (claim,) = ranked(article(f"{sentence}\n\nThe next paragraph is of no interest here at all."), ())[:1]
    return claim.confidence


def test_the_numbers_of_dead_are_found_in_two_articles() -> None:
    found = [claim for number in ("002", "003") for claim in assertions(seed(number), ())]
    numbers = {quantity.value for claim in found for quantity in claim.quantities}
    assert {470_000, 300_000} <= numbers


def test_every_assertion_says_why_it_is_worth_checking() -> None:
    text = (
        "At least 300,000 people have been killed since the start of the war.\n\nIt is hot there in summer."
    )
    (claim,) = assertions(article(text), ())
    assert claim.rule == "in the article’s own voice: a number, an event (“killed”), casualties"
    assert (claim.kind, claim.speaker, claim.cue) == ("assertion", "", "")
    assert THRESHOLD <= claim.confidence <= 1


def test_numbers_dates_and_names_each_raise_the_worth() -> None:
    sentences = [
        "The talks went on for a while yet in the hall.",
        "The talks in Astana went on for a while yet in the hall.",
        "The talks in Astana went on for a while yet in May 2017.",
        "The 4 talks in Astana went on for a while yet in May 2017.",
    ]
    assert [worth(s) for s in sentences] == sorted({worth(s) for s in sentences})


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia sent 2,000 troops to Syria in May, the minister said on Friday.",
        "According to Reuters, 300 men from Russia entered Homs on June 4.",
        "We lost 300 men in Homs on June 4 and Russia lost 20.",
        "Did Russia send 2,000 troops to Syria on June 4?",
        "“Russia sent 2,000 troops to Syria on June 4.”",
        "Follow the 300 men of Homs on June 4 in Syria here.",
    ],
)
def test_what_others_say_and_questions_are_no_assertions(sentence: str) -> None:
    lead = "A first paragraph of quite ordinary prose stands here."
    assert assertions(article(f"{lead}\n\n{sentence}\n\n{lead[:-1]} too."), ()) == []


def test_headlines_captions_and_menus_are_no_assertions() -> None:
    text = (
        "Russia sends 2,000 troops to Syria on June 4\n\nBreaking News\n\n"
        "Smoke rises over 300 houses in Homs, Syria, on June 4.\n\n"
        "Russia sent 2,000 troops to Syria on June 4.\n\nRussia sent 2,000 troops to Syria on June 4."
    )
    assert [claim.start for claim in assertions(article(text), ())] == [text.index("Russia sent")]


def test_what_attribution_took_is_left_to_it() -> None:
    text = seed("003")
    (dead,) = [claim for claim in assertions(text, ()) if "300,000" in claim.text]
    inside = Span(dead.start + 3, dead.start + 5)
    assert dead.id not in {claim.id for claim in assertions(text, [inside])}


def test_assertions_are_whole_sentences_in_order() -> None:
    for path in SEEDS.glob("*.txt"):
        one = article(path.read_text("utf-8"))
        found = extract_assertions(one)
        assert all(claim.text == one.text[claim.start : claim.end] for claim in found)
        assert all(claim.text[-1] in ".”’'" and claim.text[0].isalnum() for claim in found)
        assert [claim.start for claim in found] == sorted(claim.start for claim in found)
