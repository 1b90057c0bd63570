"""Interviews: paragraphs that a label gives to somebody."""

import pytest

from curator.extract.attribution import attributed, extract_attribution
from curator.extract.interviews import turns
from curator.extract.syntax.tokens import paragraphs
from curator.models import Article, Claim, article_id

INTRODUCTION = "Chairwoman Ana Ruiz has led the ferry line since 2019. We met her at the quay.\n\n"


def claims(text: str) -> list[Claim]:
    return extract_attribution(Article(article_id(text), text))


def said(text: str) -> list[tuple[str, str]]:
    return [(claim.speaker, claim.text) for claim in claims(text)]


def test_the_sentences_of_an_answer_are_what_its_label_s_person_says() -> None:
    text = (
        INTRODUCTION + "Fjord Weekly: Ms Ruiz, why did the boats stop?\n\n"
        "Ana Ruiz: The engines were old. We ordered two new ones in May.\n\n"
        "Fjord Weekly: Who pays for them?\n\nAna Ruiz: The county pays 40 percent."
    )
    assert said(text) == [
        ("Ana Ruiz", "The engines were old."),
        ("Ana Ruiz", "We ordered two new ones in May."),
        ("Ana Ruiz", "The county pays 40 percent."),
    ]


def test_an_answer_is_direct_speech_and_knows_where_its_speaker_is_named() -> None:
    text = INTRODUCTION + "Q: Why did the boats stop?\n\nA: The engines were old."
    (claim,) = claims(text)
    assert (claim.kind, claim.speaker, claim.cue_class) == ("quote", "Ana Ruiz", "says")
    assert claim.speaker_span is not None
    assert text[claim.speaker_span.start : claim.speaker_span.end] == "A"


def test_an_answer_of_a_letter_is_the_letter_s_where_nobody_or_two_are_introduced() -> None:
    questions = "Q: Why did the boats stop?\n\nA: The engines were old."
    assert said(questions) == [("A", "The engines were old.")]
    both = "Chairwoman Ana Ruiz and captain Tom Brandt met us at the quay.\n\n"
    assert said(both + questions) == [("A", "The engines were old.")]


def test_a_letter_means_who_answers_by_name_elsewhere() -> None:
    text = (
        "The chairman and the captain met us.\n\nFjord Weekly: When will it end?\n\n"
        "Tom Brandt: Nobody knows that.\n\nTom Brandt: We wait for the parts.\n\nQ: And who pays?\n\n"
        "A: The county pays for it."
    )
    assert ("Tom Brandt", "The county pays for it.") in said(text)


def test_what_an_answer_says_that_others_say_is_theirs_too() -> None:
    text = INTRODUCTION + "Q: Is it safe?\n\nA: I think it is. The inspectors told us the hull is sound."
    assert ("the inspectors", "the hull is sound") in said(text)
    assert "I" not in [speaker for speaker, _ in said(text)]


def test_an_answer_may_go_on_without_a_label() -> None:
    text = INTRODUCTION + (
        "Q: What now?\n\nA: We wait for the parts.\n\nThe first boat sails in June.\n\nQ: And then?\n\n"
        "A: Then we rest a while.\n\nThe ferry line has 40 boats."
    )
    assert ("Ana Ruiz", "The first boat sails in June.") in said(text)
    assert all("40 boats" not in words for _, words in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Price: It costs 40 kroner.\n\nLocation: The old quay in town.\n\nPrice: It costs 50 kroner.",
        "Claim: The boats are unsafe.\n\nVerdict: That is false.\n\nClaim: The boats are old?",
        "Union: 9,000 on strike\n\nThe union says so.\n\nBrandt: boats back soon\n\nBrandt wrote it.",
        "Brandt: The boats are old.\n\nThe boats sail in June, Brandt said.",
        "Q: Why did the boats stop?\n\nThe engines were old.",
    ],
)
def test_lists_and_headings_are_no_interview(text: str) -> None:
    assert turns(text, paragraphs(text)) == {}


def test_the_label_is_never_part_of_what_is_said() -> None:
    text = INTRODUCTION + "**Q:** Why now?\n\n**A:** The county says the quay is sinking."
    found = attributed(Article(article_id(text), text))
    assert [claim.text for claim in found] == ["The county says the quay is sinking.", "the quay is sinking"]
