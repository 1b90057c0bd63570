"""In a small pile claims that share no word meet through those that are like both."""

from __future__ import annotations

import pytest

from curator.match import arriving
from curator.match.proposing import match
from tests.match.claims import subject

FIRE = (
    "Flames destroyed the old theatre in Lyden on Sunday",
    "The old theatre in Lyden burned down on Sunday, the brigade said",
    "The brigade said Tuesday's rescue of the actors took hours",
)
FILLER = tuple(
    f"The {who} {did} in {place}"
    for who in ("mayor", "council", "school", "hospital", "river", "bank")
    for did in ("opened", "closed", "lost", "won", "bought")
    for place in ("Norland", "Sudland", "Westerby")
)


def pairs() -> set[tuple[int, int]]:
    """The pairs among the tellings of the fire, by their numbers."""
    matched = match([subject(text) for text in (*FILLER, *FIRE)])
    first = len(FILLER)
    return {(p.earlier - first, p.later - first) for p in matched.pairs if p.earlier >= first}


def test_the_friend_of_a_friend_is_proposed() -> None:
    assert (0, 2) in pairs()


def test_in_a_larger_pile_only_those_meet_whose_words_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "FEW", 0)
    assert (0, 2) not in pairs()
