"""Evidence read from the other claim says what it would have said with the two claims the other way round."""

from __future__ import annotations

import pytest

from curator.match.ranking import evidence, evidence_in_short
from curator.match.shares import features
from curator.match.signals.signal import Pair
from curator.match.turning import either_way, feature_of, turned
from curator.match.weights import SHIPPED
from curator.models import Candidate, Evidence
from tests.match.claims import frequencies, reading

PAIRS = (
    ("a plan for the Daraa region", "a plan for the Deraa region"),
    ("84 settlements populated", "86 settlements populated"),
    ("more than 470,000 civilians were killed in Syria", "at least 300,000 people were killed in Syria"),
    ("Moscow did not agree", "Moscow did agree"),
    ("troops will go to Idlib", "no decision yet on troops for Idlib"),
    ("exports will rise", "exports will fall"),
    ("it had no information on troops being sent", "Russia has asked for troops to be sent"),
    ("the road opens on 22 June 2017", "the road opens on 24 June 2017"),
)


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("kind", ["same", "contradicts"])
def test_turned_evidence_is_that_of_the_pair_the_other_way_round(one: str, other: str, kind: str) -> None:
    left, right = reading(one, speaker="Reed"), reading(other, speaker="Holt")
    known = frequencies(left, right)
    forth, back = (
        Candidate(a.id, b.id, kind, 0.9, evidence(Pair(a, b, known), kind, SHIPPED))  # type: ignore[arg-type]
        for a, b in ((left, right), (right, left))
    )
    said = {each.signal: each.words for each in turned(forth).evidence}
    meant = {each.signal: each.words for each in back.evidence}
    assert _sides(said) == _sides(meant)
    assert turned(turned(forth)) == forth
    assert (turned(forth).left_id, turned(forth).right_id) == (forth.right_id, forth.left_id)


def _sides(words: dict[str, str]) -> dict[str, list[str]]:
    """The words of each signal that has sides; the thing that numbers count stands wherever the end was."""
    found = {signal: said.split() for signal, said in words.items() if signal != "shared words"}
    if "numbers" in found:
        found["numbers"] = [word for word in found["numbers"] if any(map(str.isdigit, word))]
    return found


def test_a_verdict_and_the_words_behind_it_are_turned_together() -> None:
    (said,) = turned(_saying("modality", "decided against undecided (“will” / “no decision”)")).evidence
    assert said.words == "undecided against decided (“no decision” / “will”)"


@pytest.mark.parametrize(
    ("signal", "words"),
    [
        ("speaker", "Coalition against War against Ann Cole"),
        ("stance", "Reed: denies; “he said; and”"),
        ("wording", "both say “either/or against all”"),
        ("topic", "about the same matter"),
    ],
)
def test_what_cannot_be_taken_apart_stays_as_it_is(signal: str, words: str) -> None:
    (said,) = turned(_saying(signal, words)).evidence
    assert said.words == words


def test_evidence_in_short_holds_from_both_sides() -> None:
    assert not [words for _, name in features() if " against " in (words := either_way(name))]
    assert [feature_of(either_way(name)) for _, name in features()] == [name for _, name in features()]


def test_evidence_in_short_is_told_in_words_and_not_by_the_names_of_features() -> None:
    assert {name for _, name in features() if either_way(name) == name} == {"both deny"}
    (speaker,) = evidence_in_short({"other speaker": 1.0}, "same", SHIPPED)
    assert speaker.words == "another speaker"


def _saying(signal: str, words: str) -> Candidate:
    return Candidate("a", "b", "contradicts", 0.9, (Evidence(signal, 1.0, words),))
