"""The facts in which two claims can differ: who, where, when, how many, and what stands of them.

Visible text alone; it must never draw.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from curator.models import Quantity
from curator.months import spoken
from curator.text import folded, visible_line
from curator.titles import one_line
from curator.tui.counted import counted
from curator.tui.naming import speaker_name
from curator.tui.pairing import Side
from curator.tui.theme import UNICODE, status_word

UNKNOWN = "–"
"""Stands for what is known of the other claim alone."""
_BETWEEN = ", "


class Fact(NamedTuple):
    """What is known of one thing, of both claims."""

    label: str
    left: str
    right: str
    differs: bool
    """False also where it is known of one claim alone, or means nothing that it differs."""
    only_left: str = ""
    """Of a list, what is not in the other; of anything else it is empty."""
    only_right: str = ""

    @property
    def differing(self) -> str:
        """Label and both sides, of a list only what differs."""
        left, right = self.only_left or self.left, self.only_right or self.right
        return f"{self.label} {left} {UNICODE.contradicts} {right}"


def facts(left: Side, right: Side) -> Iterable[Fact]:
    """Every fact that is known of at least one of the two."""
    mine, theirs = left.claim.claim, right.claim.claim
    found = (
        _fact("speaker", speaker_name(left.claim), speaker_name(right.claim)),
        _fact("outlet", visible_line(left.article.publisher), visible_line(right.article.publisher)),
        _fact("date", visible_line(left.article.published[:10]), visible_line(right.article.published[:10])),
        _list("places", map(one_line, mine.places), map(one_line, theirs.places)),
        _list("times", map(spoken, mine.times), map(spoken, theirs.times)),
        _numbers(mine.quantities, theirs.quantities),
        _fact("polarity", *_unless(mine.polarity, theirs.polarity, "positive")),
        _fact("modality", *_unless(mine.modality, theirs.modality, "fact")),
        Fact("status", status_word(left.claim), status_word(right.claim), differs=False),
    )
    return (fact for fact in found if fact.left or fact.right)


def _fact(label: str, left: str, right: str) -> Fact:
    return Fact(label, left, right, bool(left and right) and folded(left) != folded(right))


def _list(label: str, left: Iterable[str], right: Iterable[str]) -> Fact:
    mine, theirs = sorted(map(one_line, left)), sorted(map(one_line, right))
    fact = _fact(label, _BETWEEN.join(mine), _BETWEEN.join(theirs))
    return fact._replace(
        only_left=_BETWEEN.join(name for name in mine if name not in theirs) or UNKNOWN,
        only_right=_BETWEEN.join(name for name in theirs if name not in mine) or UNKNOWN,
    )


def _unless(mine: str, theirs: str, usual: str) -> tuple[str, str]:
    """Both values, where one of them is not the usual one: what goes without saying differs all the same."""
    return ("", "") if mine == theirs == usual else (mine, theirs)


def _numbers(left: Iterable[Quantity], right: Iterable[Quantity]) -> Fact:
    """The numbers; one is in the other list too where that has it, be it without what it counts."""
    mine, theirs = tuple(left), tuple(right)
    only_mine = [number for number in mine if not any(_alike(number, other) for other in theirs)]
    only_theirs = [number for number in theirs if not any(_alike(number, other) for other in mine)]
    return Fact(
        "numbers",
        _told(mine),
        _told(theirs),
        bool(mine and theirs and (only_mine or only_theirs)),
        _told(only_mine) or UNKNOWN,
        _told(only_theirs) or UNKNOWN,
    )


def _alike(one: Quantity, other: Quantity) -> bool:
    units = {folded(one.unit), folded(other.unit)} - {""}
    return one.value == other.value and one.bound == other.bound and len(units) < 2


def _told(numbers: Iterable[Quantity]) -> str:
    parts = []
    for quantity in numbers:
        bound = "" if quantity.bound == "exact" else f"{quantity.bound} "
        parts.append(f"{bound}{counted(quantity.value, one_line(quantity.unit))}")
    return _BETWEEN.join(parts)
