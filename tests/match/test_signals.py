"""What each signal says, in the words that a reviewer reads."""

from __future__ import annotations

import pytest

from curator.match.ranking import features
from curator.match.signals import SIGNALS
from curator.match.signals.signal import Pair
from curator.match.weights import SHIPPED
from tests.match.claims import frequencies, reading


def words(left: str, right: str, **of_left: str) -> dict[str, str]:
    """What each signal says of two sentences, the silent ones left out."""
    readings = reading(left, **of_left), reading(right)
    pair = Pair(*readings, frequencies(*readings))
    features(pair)
    return {s.name: said for s in SIGNALS if (said := s.words(pair)) and set(s.features) & pair.found.keys()}


@pytest.mark.parametrize(
    ("signal", "left", "right", "said"),
    [
        (
            "wording",
            "a plan for the Daraa region",
            "a plan for the Deraa region",
            "same words but for Daraa/Deraa",
        ),
        ("wording", "the zones were announced", "The zones were announced", "same words"),
        ("numbers", "84 settlements populated", "86 settlements populated", "84 against 86 settlements"),
        ("negation", "Moscow did not agree", "Moscow did agree", "one is negated, the other is not"),
        (
            "modality",
            "troops will go to Idlib",
            "no decision yet on troops for Idlib",
            "decided against undecided (“will” / “no decision”)",
        ),
        ("opposites", "exports will rise", "exports will fall", "rise against fall"),
    ],
)
def test_a_signal_speaks_like_a_colleague(signal: str, left: str, right: str, said: str) -> None:
    assert words(left, right)[signal] == said


def test_who_does_not_know_is_named_beside_what_the_other_says() -> None:
    said = words(
        "it had no information on troops being sent",
        "Russia has asked for troops to be sent",
        speaker="Kyrgyz ministry",
    )
    assert said["stance"] == "Kyrgyz ministry: no information; “Russia has asked for troops to be sent…”"


def test_wire_copy_in_two_outlets_is_called_one_voice() -> None:
    sentence = "The three countries had been due to finalise maps of the zones by June 4"
    readings = (
        reading(sentence, article="one", publisher="TRT World"),
        reading(sentence, article="two", publisher="Reuters"),
    )
    pair = Pair(*readings, frequencies(*readings))
    assert next(s for s in SIGNALS if s.name == "source").words(pair) == (
        "word for word in TRT World and Reuters: one voice, not two"
    )


@pytest.mark.parametrize("left_first", [True, False])
def test_the_order_of_two_claims_changes_no_feature(left_first: bool) -> None:
    texts = ("At least 12 ships were not sunk in May", "Exactly 14 ships may sink, rumours say")
    one, other = map(reading, texts if left_first else texts[::-1])
    assert features(Pair(one, other, frequencies(one, other))) == pytest.approx(
        features(Pair(other, one, frequencies(one, other)))
    )


def test_every_weight_belongs_to_a_feature_that_a_signal_has() -> None:
    known = {name for signal in SIGNALS for name in signal.features} | {"start", "common neighbours"}
    assert known >= SHIPPED.same.keys() | SHIPPED.contradicts.keys()
