"""What an article asserts in its own voice, ranked by what it can be held to."""

from pathlib import Path

import pytest

from curator.extract.assertions import THRESHOLD, assertions, ranked
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


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The flood cost the town of Homs $3 million in all.", "an amount of money, a name"),
        ("The bank paid $3 million and then $4 million more in fees.", "two amounts of money"),
        ("The parcel weighed 40 pounds, as its label shows.", "a number"),
        ("The parcel cost the town £40, as its label shows.", "an amount of money"),
        ("The dam holds 40 percent of the water in May.", "a percentage, a date"),
    ],
)
def test_the_reason_calls_money_money_and_a_share_a_share(sentence: str, words: str) -> None:
    (claim, *_) = ranked(article(f"{sentence} The rest is silence and no more."), ())
    assert claim.rule.removeprefix("in the article’s own voice: ").startswith(words)


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
        "More than two billion people live where the soil lacks iodine.",
        "Lamps use about 18% of the power of a household.",
        "Those who lost their jobs were making $35,000 to $60,000 a year.",
    ],
)
def test_people_money_and_shares_are_worth_checking_without_a_date_or_a_name(sentence: str) -> None:
    assert worth(sentence) >= THRESHOLD


@pytest.mark.parametrize(
    "sentence",
    [
        "The two runs were joined by one other.",
        "However, this trend has been broken for several reasons (Ames, 1929; Boyd et al., 1988).",
        "Opening night, May 3, 2016, of the big Ames show in Oslo.",
        "Write to B. Ames, Oslo University, 15071 Oslo, Norway, by May 4, at ames@oslo.example.",
        "It pains the three of them that all the rest is so very dull.",
    ],
)
def test_small_counts_references_and_lines_without_a_verb_are_not(sentence: str) -> None:
    assert assertions(article(f"{sentence} The rest is silence and no more."), ()) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The rebel-held province of Homs had 300 homes.", ""),
        ("White House staff took 300 files in May.", ""),
        ("The attack and the cover of all 300 homes.", ""),
        ("The police of Homs arrested 300 men.", "an event (“arrested”)"),
        ("The new zone includes 300 small towns.", "a lasting fact (“includes”)"),
    ],
)
def test_an_event_is_a_verb_never_a_part_of_a_word_or_a_noun(sentence: str, words: str) -> None:
    (claim, *_) = ranked(article(f"{sentence} The rest is silence and no more."), ())
    assert ("event" in claim.rule or "fact" in claim.rule) == bool(words)
    assert words in claim.rule


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


def test_people_who_were_told_to_go_are_counted_as_people() -> None:
    assert worth("About 2,300 residents were told to leave the place.") >= THRESHOLD


@pytest.mark.parametrize(
    "dateline", ["MERROWDALE — ", "PORT VALEN, March 3 (Central Wire) - ", "HOMS (AP) – "]
)
def test_a_dateline_is_no_part_of_an_assertion(dateline: str) -> None:
    sentence = "Russia sent 2,000 troops to Syria on June 4."
    lead = "A first paragraph of quite ordinary prose stands here."
    found = assertions(article(f"{lead}\n\n{dateline}{sentence}\n\n{lead[:-1]} too."), ())
    assert [claim.text for claim in found] == [sentence]


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
        found = assertions(one, ())
        assert all(claim.text == one.text[claim.start : claim.end] for claim in found)
        assert all(claim.text[-1] in ".”’'" and claim.text[0].isalnum() for claim in found)
        assert [claim.start for claim in found] == sorted(claim.start for claim in found)
