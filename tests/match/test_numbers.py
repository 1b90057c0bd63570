"""Numbers and dates of a text, and whether those of two claims can both hold."""

from __future__ import annotations

import pytest

from curator.match.numbers import numbers
from curator.match.signals.numbers import Numbers
from curator.match.signals.signal import Pair
from curator.match.words import plain
from tests.match.claims import frequencies, reading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("more than 470,000 civilians", [("count", 470_000, "more than 470,000")]),
        ("7 field commanders and over 1,000 militants", [("count", 7, "7"), ("count", 1_000, "over 1,000")]),
        ("seven settlements", [("count", 7, "seven")]),
        ("2.5 million copies", [("count", 2_500_000, "2.5 million")]),
        ("COVID-19 cases", []),
        ("rated 9/10", [("rating", 9, "9/10")]),
        ("a magnitude 5.9 earthquake", [("magnitude", 5.9, "magnitude 5.9")]),
        ("a 5.9-magnitude tremor", [("magnitude", 5.9, "5.9")]),
        ("6.1 on the Richter scale", [("magnitude", 6.1, "6.1")]),
        ("at 5:40 a.m. on Monday", [("clock", 340, "5:40 am")]),
        ("at 5 p.m.", [("clock", 1020, "5 pm")]),
        ("from 17:05 on", [("clock", 1025, "17:05")]),
        ("58 million crowns", [("money", 58_000_000, "58 million")]),
        ("85 million Swedish kronor", [("money", 85_000_000, "85 million")]),
        ("an 84-year-old woman", [("age", 84, "84")]),
        ("Marisol Vane, 31, leaves a son", [("age", 31, "31")]),
        ("for 16 days", [("span", 16, "16")]),
        ("for at least three weeks", [("span", 21, "at least three")]),
        ("6.1 quake after two earthquakes", [("magnitude", 6.1, "6.1"), ("count", 2, "two")]),
        ("a rise of 12 percent", [("percent", 12, "12")]),
        ("born after 1975", [("date", 1975 * 372, "after 1975")]),
        ("no one knows", []),
    ],
)
def test_a_text_s_numbers(text: str, found: list[tuple[str, float, str]]) -> None:
    assert [(n.kind, n.value, n.shown) for n in numbers(plain(text))] == found


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (
            "more than 470,000 civilians killed in Syria",
            "at least 300,000 people killed in Syria",
            "conflict",
        ),
        ("almost 150,000 people live in the zone", "more than 147,000 people live in the zone", "compatible"),
        ("84 settlements in the zone", "84 settlements are in the zone", "equal"),
        ("the band has more than 5 albums", "the band has six albums", "compatible"),
        ("the band has fewer than 6 albums", "the band has six albums", "conflict"),
        ("the singer was born after 1975", "the singer was born in 1988", "compatible"),
        ("the singer was born in 1975", "the singer was born on 3 May 1988", "conflict"),
        ("the truce began before April 20", "the truce began on 19 April", "compatible"),
        ("3 dogs were found", "4 cats were found", "conflict"),
        ("three zones in the north", "four men from the south", "silent"),
        ("at least 300,000 people were killed", "a truce of at least six months", "silent"),
        ("300,000 people in Syria", "six people on a boat", "silent"),
        ("the new zone will include 84 settlements", "they set up four zones", "silent"),
        ("they set up four zones", "the other three zones are in the north", "silent"),
        ("zones for at least six months", "to establish four “de-escalation zones” in talks", "silent"),
        ("out of order for 16 days", "out of order for three weeks", "conflict"),
        ("out of order for 21 days", "out of order for three weeks", "equal"),
        ("the blast came at 5:14 a.m.", "the blast came at 5:40 a.m.", "conflict"),
        ("it was bought for 85 million crowns", "it was bought for 58 million crowns", "conflict"),
        ("a contract of 320 million crowns", "a fine of 50,000 crowns for the contract", "silent"),
        ("the plant employs 410 people", "a fire killed 31 people", "silent"),
        ("an 84-year-old woman died", "nine people died", "silent"),
        ("only one gunman in the attack", "two gunmen in the attack", "conflict"),
    ],
)
def test_numbers_that_count_the_same_are_held_against_each_other(left: str, right: str, verdict: str) -> None:
    readings = reading(left), reading(right)
    for one, other in (readings, readings[::-1]):
        pair = Pair(one, other, frequencies(*readings), {"words contained": 1.0})
        equal, compatible, conflict, dates, _ = Numbers().values(pair)
        said = [
            name
            for name, value in (
                ("equal", equal),
                ("compatible", compatible),
                ("conflict", max(conflict, dates)),
            )
            if value
        ]
        assert said == ([] if verdict == "silent" else [verdict])
