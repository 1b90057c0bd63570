"""Where quotations begin and end, by their marks."""

import pytest

from curator.extract.syntax.quotations import find_quotations
from curator.extract.syntax.tokens import paragraphs


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    "quotation",
    [
        "“We will go.”",
        '"We will go."',
        "‘We will go.’",
        "'We will go.'",
        "«We will go.»",
        "„We will go.“",
        "「行きます」",
        "‹We will go.›",
    ],
)
def test_the_marks_of_many_languages_are_known(quotation: str) -> None:
    assert quoted(f"Kalin said: {quotation} Then he left.") == [quotation]


@pytest.mark.parametrize("space", [" ", "\xa0", "\u202f", "\u2009"])
def test_guillemets_may_stand_apart_from_their_words(space: str) -> None:
    quotation = f"«{space}We will go. It is late{space}»"
    for text in (f"{quotation}, said Kalin.", f"Kalin said: {quotation}.", f"The {quotation} plan failed."):
        assert quoted(text) == [quotation]
        (found,) = find_quotations(text, paragraphs(text))
        assert text[found.inner_start : found.inner_end] == "We will go. It is late"


def test_guillemets_that_point_inwards_stand_close_to_their_words() -> None:
    assert quoted("Er sagte: »Wir gehen«, und sie: »Wohin?« Dann ging er.") == ["»Wir gehen«", "»Wohin?«"]


def test_apostrophes_open_and_close_nothing() -> None:
    assert (
        quoted("It's the boys' dog, and they don't mind. The '90s weren't the guarantors’ best years.") == []
    )


def test_an_apostrophe_inside_single_marks_closes_nothing() -> None:
    assert quoted("‘I don’t know,’ said the boys’ father, ‘what to do.’") == [
        "‘I don’t know,’",
        "‘what to do.’",
    ]
    assert quoted("‘It is the guarantors’ consensus that counts,’ he said.") == [
        "‘It is the guarantors’ consensus that counts,’"
    ]


def test_inches_are_no_quotation() -> None:
    assert quoted('He is 6\'2" tall and calls it "big".') == ['"big"']


def test_the_outermost_of_nested_quotations_is_found() -> None:
    assert quoted("“He said ‘no’ to me,” she said.") == ["“He said ‘no’ to me,”"]
    assert quoted("“I am “fine” today,” she said.") == ["“I am “fine” today,”"]


def test_a_wrong_closing_mark_closes() -> None:
    assert quoted('He added that “a mechanism is worked on." Rebels fight.') == [
        '“a mechanism is worked on."'
    ]
    assert quoted("They set up “de-escalation zones’ in May.\n\n“We will go,” he said.") == [
        "“de-escalation zones’",
        "“We will go,”",
    ]


def test_an_opening_mark_repeated_at_each_paragraph_goes_on() -> None:
    text = "“One is here.\n\n“Two is there.\n\n“Three is gone,” he said."
    assert quoted(text) == [text.removesuffix(" he said.")]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    (found,) = find_quotations("“We will go. We must.\n\nHe left.", [(0, 21), (23, 31)])
    assert (found.end, found.closed) == (21, False)


def test_a_stray_closing_mark_is_nothing() -> None:
    assert quoted("We will go,” he said.") == []
