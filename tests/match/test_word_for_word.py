"""What one claim says and the other takes back in the same words is no agreement."""

from __future__ import annotations

import pytest

from curator.match.proposing import match
from tests.match.claims import subject

FILLER = [
    f"The {who} {did} in {place}"
    for who in ("mayor", "council", "school", "hospital", "river", "bank")
    for did in ("opened", "closed", "lost", "won", "bought")
    for place in ("Norland", "Sudland", "Westerby")
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The vaccine is safe", "The vaccine is not safe"),
        ("The country has asked for foreign help", "The country has not asked for foreign help"),
        ("The bridge was closed on Monday", "The bridge was open on Monday"),
        ("The factory had been inspected", "The factory had never been inspected"),
    ],
)
def test_a_sentence_and_its_negation_contradict_each_other(one: str, other: str) -> None:
    assert kind(one, other) == "contradicts"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The vaccine is not safe", "This vaccine is not safe"),
        ("The bridge was closed on Monday", "The bridge was closed on Monday evening"),
    ],
)
def test_a_sentence_and_its_like_are_the_same(one: str, other: str) -> None:
    assert kind(one, other) == "same"


def kind(one: str, other: str) -> str:
    matched = match([subject(text) for text in (one, other, *FILLER)])
    (found,) = (pair.kind for pair in matched.pairs if (pair.earlier, pair.later) == (0, 1))
    return found
