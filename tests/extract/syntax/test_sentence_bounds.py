"""Where sentences and paragraphs end."""

import pytest

from curator.extract.syntax.quotations import find_quotations
from curator.extract.syntax.sentences import QUOTE, split_sentences
from curator.extract.syntax.tokens import paragraphs, tokenised


def sentences(text: str) -> list[str]:
    blocks = paragraphs(text)
    found = split_sentences(text, tokenised(text), blocks, find_quotations(text, blocks))
    return [text[sentence.start[0] : sentence.end[-1]] for sentence in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Smith went to Washington, D.C., on Jan. 5.",
        "The U.S. Senate and Gov. J. B. Pratt met at 5 p.m. on Friday.",
        "Sen. Elizabeth Ward, D-Mass., paid $3.5 million for No. 7.",
        "The firm, Acme Inc., sued St. John's Ltd. in May.",
        "She visited gawker.com and www.example.org/index.html today.",
    ],
)
def test_a_full_stop_inside_a_sentence_ends_nothing(sentence: str) -> None:
    assert sentences(f"{sentence} Then it rained.") == [sentence, "Then it rained."]


def test_a_sentence_may_begin_with_a_number_or_a_mark() -> None:
    text = "They fled Syria. 7 men stayed. “We will go,” he said. (Nobody left.) ‘Why?’ she asked."
    assert sentences(text) == [
        "They fled Syria.",
        "7 men stayed.",
        "“We will go,” he said.",
        "(Nobody left.)",
        "‘Why?’ she asked.",
    ]


def test_who_asked_belongs_to_the_question() -> None:
    assert sentences("“Really?” Kalin asked. “Yes!” Erdogan shouted at him. “Good.” Kalin left.") == [
        "“Really?” Kalin asked.",
        "“Yes!” Erdogan shouted at him.",
        "“Good.”",
        "Kalin left.",
    ]


def test_a_full_quotation_is_one_token_and_a_fragment_is_not() -> None:
    text = "“We will go. We must,” he said of the “smart” plan."
    blocks = paragraphs(text)
    (sentence,) = split_sentences(text, tokenised(text), blocks, find_quotations(text, blocks))
    assert sentence.low == [QUOTE, "he", "said", "of", "the", "``", "smart", "''", "plan", "."]


def test_no_sentence_is_longer_than_reading_can_bear() -> None:
    text = "and so on " * 1_000
    assert all(sentence.count(" ") < 260 for sentence in sentences(text))


def test_a_no_ends_its_sentence_but_before_a_number() -> None:
    assert sentences("The mayor said no. Then it rained.") == ["The mayor said no.", "Then it rained."]
    assert sentences("She won with No. 7 again.") == ["She won with No. 7 again."]


def test_a_word_that_abbreviates_something_else_ends_its_sentence() -> None:
    text = "Police arrested the man. He was ill. Then came the sun."
    assert sentences(text) == ["Police arrested the man.", "He was ill.", "Then came the sun."]
    assert sentences("She lives in Winnipeg, Man. and Regina, Sask. too.") == [
        "She lives in Winnipeg, Man. and Regina, Sask. too."
    ]
