"""How a claim is put: what is denied, planned, possible, open or conditional, and when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.extract.composition.modality import manner
from curator.models import Span


def said(sentence: str, cue_class: str = "", reported: bool = False) -> tuple[str, str, str]:
    read = manner(sentence, Span(0, len(sentence)), cue_class=cue_class, reported=reported)
    return read.polarity, read.modality, read.tense


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("there is no decision yet", ("negative", "undecided", "present")),
        ("The process has begun, there is no decision yet", ("negative", "undecided", "past")),
        ("it had no information on its troops taking part", ("negative", "undecided", "past")),
        ("Russia has been unwilling or unable to get Assad to comply", ("negative", "fact", "past")),
        ("Talks in Geneva have failed to make progress", ("negative", "fact", "past")),
        ("the regime has never kept a truce", ("negative", "fact", "past")),
        ("The three countries won’t sign", ("negative", "planned", "future")),
        ("they have not said whether agreement was reached", ("negative", "undecided", "past")),
    ],
)
def test_a_negation_in_the_main_clause_denies(sentence: str, expected: tuple[str, str, str]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("the farmers were not consulted on a plan to flood the valley", "fact"),
        ("residents were told of the council's new plans to close the pool", "fact"),
        ("the council was briefed on its plan to move, and will vote in May", "planned"),
        ("they agreed on a plan to flood the valley", "planned"),
        ("the council has a plan to close the pool", "planned"),
    ],
)
def test_a_plan_that_somebody_was_told_of_plans_nothing(sentence: str, modality: str) -> None:
    assert said(sentence)[1] == modality


@pytest.mark.parametrize(
    "sentence",
    [
        "Not only Russia but also Iran sent troops",
        "No fewer than 20 people died",
        "There is no doubt that he was there",
        "The failed state collapsed",
        "Troops, who were not invited, entered Idlib",
        "He came although nobody had asked him",
        "He did not deny that troops were sent",
        "Due to lack of sleep he made a mistake",
    ],
)
def test_what_only_looks_like_a_negation_affirms(sentence: str) -> None:
    assert said(sentence)[0] == "positive"


@pytest.mark.parametrize(
    ("sentence", "modality", "tense"),
    [
        ("Turkish and Russian personnel will be deployed in Idlib", "planned", "future"),
        ("Turkey, Russia to deploy forces in Syria’s Idlib", "planned", "future"),
        ("the zones are to be established", "planned", "future"),
        ("We will probably be most prominent there", "possible", "future"),
        ("25,000 men could be involved", "possible", "present"),
        ("Turkey may deploy soldiers", "possible", "present"),
        ("If Russia agrees, troops will be sent", "conditional", "future"),
        ("Ankara would send troops", "conditional", "present"),
        ("Moscow was discussing proposals to send troops", "undecided", "past"),
        ("Who will be deployed and how? How will order be secured?", "undecided", "future"),
        ("ministers did not rule out sending troops", "possible", "past"),
        ("At least 300,000 people have been killed", "fact", "past"),
        ("Rebels control most of the area, which will border Jordan", "fact", ""),
        ("He was here in May", "fact", "past"),
        ("a measure which will last 6 months", "planned", "future"),
        ("She has been subject to abuse", "fact", "past"),
        ("The deal is subject to a vote", "conditional", "present"),
        ("Few if any bakers use rye", "fact", "present"),
        ("The problem is how long it takes", "undecided", "present"),
        ("The goal of the mission was to collect dust", "fact", "past"),
        ("A verdict is unlikely this year", "possible", "present"),
        ("These are papers that could be bought", "fact", "present"),
        ("The gallery bases its exhibit on prints selected by him", "fact", "present"),
        ("Towns led by mayors of both parties are suing the state", "fact", "present"),
        ("She plans to stream her answer", "planned", "present"),
        ("According to a letter made public, the site is closed", "fact", "present"),
        ("As the family came from abroad, they deserve help", "fact", "present"),
        ("The chairman thought that the rules help", "fact", "past"),
        ("Keep your eyes peeled for dust", "fact", ""),
    ],
)
def test_modality_and_tense_are_those_of_the_main_clause(sentence: str, modality: str, tense: str) -> None:
    assert said(sentence)[1:] == (modality, tense)


def test_would_is_a_plan_in_reported_speech() -> None:
    sentence = "the zones, agreed by Turkey, would be further discussed during talks"
    assert said(sentence, reported=True) == ("positive", "planned", "future")


@pytest.mark.parametrize(
    ("sentence", "cue_class", "expected"),
    [
        ("troops had been sent", "denies", ("negative", "fact", "past")),
        ("it had not sent troops", "denies", ("positive", "fact", "past")),
        ("to withdraw its forces", "refuses", ("negative", "fact", "future")),
        ("to withdraw its forces", "promises", ("positive", "planned", "future")),
        ("to establish four zones", "agrees", ("positive", "planned", "future")),
        ("deploying troops to Syria", "urges", ("positive", "possible", "")),
        ("the truce was over", "fears", ("positive", "possible", "past")),
        ("if troops were sent", "asks", ("positive", "undecided", "past")),
    ],
)
def test_the_reporting_verb_has_its_share(
    sentence: str, cue_class: str, expected: tuple[str, str, str]
) -> None:
    assert said(sentence, cue_class, reported=True) == expected


def test_the_words_that_say_so_are_shown_where_they_stand() -> None:
    text = "İn Moscow there is no decision yet."
    read = manner(text, Span(10, len(text)))
    assert [text[span.start : span.end] for span in read.markers] == ["no", "decision"]


def test_several_sentences_are_what_most_of_them_are() -> None:
    assert said("We came. We saw. We did not stay.")[0] == "positive"
    assert said("We never came. We saw nothing. We stayed.")[0] == "negative"


def test_a_full_stop_inside_a_name_ends_no_sentence() -> None:
    assert said("Mr. Ames will not meet Mr. Boyd in St. Ives")[:2] == ("negative", "planned")
    assert said("No one sings for her. He had will.i.am. She has nobody")[0] == "negative"


WORDS = st.sampled_from(
    "not no never n't didn't will would may May if which who , . ? ! to be been has is was denied deployed "
    "rule out only doubt than yet decision “ ” ' ’ İ and 'd they'd whether 5 the".split()
)


@given(st.lists(WORDS, max_size=30), st.booleans(), st.sampled_from(["", "denies", "promises", "asks"]))
def test_any_words_are_read_and_markers_lie_inside(words: list[str], reported: bool, cue: str) -> None:
    text = " ".join(words)
    read = manner(text, Span(0, len(text)), cue_class=cue, reported=reported)
    assert all(0 <= span.start < span.end <= len(text) for span in read.markers)
