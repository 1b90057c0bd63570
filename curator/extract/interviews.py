"""The turns of an interview: paragraphs that a label gives to somebody ("Q: …", "Ana Ruiz: …").

Reads labels and the marks that paragraphs end with. Never decides which person a label means, and takes
a list of facts ("Price: …", "Claim: …") for no conversation.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from curator.models import Span
from curator.text import folded

_LABEL = re.compile(
    r"(?:\*\*|__)?(?:(?P<letter>Q|A|Question|Answer)\s?[:.]|(?P<name>[^\W\d_a-z][\w.'’-]*"
    r"(?: (?:[^\W\d_a-z][\w.'’-]*|(?:al|bin|da|de|del|den|der|di|du|la|le|of|the|van|von)(?= ))){0,5})\s?:)"
    r"(?:\*\*|__)?\s+(?=\S)"
)
_NO_SPEAKERS = frozenset(
    """
    advertisement analysis background bottom caption claim claims conclusion contact correction credit credits
    date details editing email exclusive explained fact facts false file goals how image images ingredients
    key    listen live location map more myth note notes opinion phone photo photos photograph picture price
    pros cons rating read related reporting result results score source sources step subject summary tags time
    tip title topic true update updated updates verdict video warning watch website what when where who why
    winner winners writing
    """.split()
)
_ENDED = re.compile(r"[.!?…][\"'”’»)\]*_\s]*$")
_ASKED = re.compile(r"\?[\"'”’»)\]*_\s]*$")
_QUESTIONS, _ANSWERS = ("q", "question"), ("a", "answer")
_FEWEST = 2
"""Labelled paragraphs that make a conversation."""
_MOST_SPEAKERS = 24
"""Labels; what has more is a list, and would take long to read."""
_GAP = 4
"""Paragraphs without a label that may go on with an answer before the next label."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of an interview."""

    label: Span
    """Where the label stands; in an answer of several paragraphs, before the first."""
    start: int
    """Where in this paragraph what is said begins."""
    asks: bool
    anonymous: bool
    """The label is a letter ("A") and no name."""


def turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> dict[int, Turn]:
    """The turns of the interview in `text` by the number of their paragraph; none where there is none."""
    labelled: dict[int, re.Match[str]] = {}
    for number, (start, end) in enumerate(paragraphs):
        if (match := _LABEL.match(text, start, end)) and _ENDED.search(text, max(start, end - 8), end):
            labelled[number] = match
    if len(labelled) < _FEWEST:
        return {}
    often = Counter(_key(match) for match in labelled.values())
    if len(often) > _MOST_SPEAKERS:
        return {}
    labelled = {number: match for number, match in labelled.items() if _may_speak(text, match, often)}
    asking = _asking(text, labelled, paragraphs)
    labels = {_key(match) for match in labelled.values()}
    if len(labelled) < _FEWEST or len(labels) < _FEWEST or labels <= asking:
        return {}
    found: dict[int, Turn] = {}
    for number, match in labelled.items():
        letter = match["letter"] is not None
        label = Span(*match.span("letter" if letter else "name"))
        found[number] = Turn(label, match.end(), _key(match) in asking, letter)
    return found | _gone_on(text, found, paragraphs)


def _key(match: re.Match[str]) -> str:
    return folded(match["letter"] or match["name"])


def _may_speak(text: str, match: re.Match[str], often: Counter[str]) -> bool:
    """Whether a label can be somebody's: a letter, a label that comes back, or a name told elsewhere."""
    if match["letter"]:
        return True
    key = _key(match)
    if any(word in _NO_SPEAKERS for word in key.split()):
        return False
    return often[key] > 1 or (" " in key and text.count(match["name"]) > 1)


def _asking(text: str, labelled: dict[int, re.Match[str]], paragraphs: Sequence[tuple[int, int]]) -> set[str]:
    """The labels of those who ask: the letter Q, and whose paragraphs mostly end in a question."""
    asked: dict[str, Counter[bool]] = defaultdict(Counter)
    for number, match in labelled.items():
        end = paragraphs[number][1]
        asked[_key(match)][bool(_ASKED.search(text, max(match.end(), end - 8), end))] += 1
    return {
        key
        for key, counts in asked.items()
        if key in _QUESTIONS or (key not in _ANSWERS and counts[True] > counts[False])
    }


def _gone_on(text: str, found: dict[int, Turn], paragraphs: Sequence[tuple[int, int]]) -> dict[int, Turn]:
    """The paragraphs without a label between two that have one, as what the one before says further."""
    numbers = sorted(found)
    further: dict[int, Turn] = {}
    for number, following in pairwise(numbers):
        turn = found[number]
        if turn.asks or following - number > _GAP:
            continue
        for between in range(number + 1, following):
            start, end = paragraphs[between]
            if not _ENDED.search(text, max(start, end - 8), end):
                break
            further[between] = Turn(turn.label, start, turn.asks, turn.anonymous)
    return further
