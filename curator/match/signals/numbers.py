"""Whether the numbers and dates of the two claims agree, can both hold, or cannot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from curator.match.numbers import Number
from curator.match.signals.signal import NEARLY, Pair
from curator.match.words import key

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

Agreement = Literal["equal", "compatible", "in conflict"]
_AGREEMENTS: tuple[Agreement, ...] = ("equal", "compatible", "in conflict")
_ORDER = {agreement: order for order, agreement in enumerate(_AGREEMENTS)}
_OPEN = ("at least", "more than")
_TIMES = ("date", "day", "clock")
ALWAYS_ALIKE = {
    "date": 0.6,
    "day": 0.6,
    "clock": 0.5,
    "rank": 0.5,
    "percent": 0.6,
    "rating": 0.6,
    "magnitude": 0.6,
    "money": 0.5,
}

_GENERAL = frozenset({"people"}) | {key(word) for word in ("times", "things", "cases", "others")} - {""}
_FAR = 20
"""Of counts of people, say, of which nothing more is told: so many times larger is another matter."""
_APART = 4
"""The same where something is told of each, and nothing of both."""
_ENOUGH = 0.08
"""Share of words contained below which numbers are of different things."""


@dataclass(frozen=True, slots=True)
class _Met:
    """One number with the number of the other claim that comes nearest to it."""

    agreement: Agreement
    likeness: float
    """0 to 1: how surely both count the same thing."""
    left: Number
    right: Number

    @property
    def common(self) -> frozenset[str]:
        """Keys of what both count."""
        return self.left.things & self.right.things

    def counting(self, words: str) -> str:
        """Words that end with a number, with what both count behind it, in the shorter of its wordings."""
        things = [n.unit for n in (self.right, self.left) if n.unit and _head(n.unit) in self.common]
        thing = min(things, key=len, default="")
        return words + (thing if thing.startswith("-") else f" {thing}".rstrip())


class Numbers:
    """ "470,000 against 300,000 killed": numbers that count the same thing."""

    name = "numbers"
    features = (
        "numbers equal",
        "numbers compatible",
        "numbers in conflict",
        "dates in conflict",
        "numbers apart word for word",
    )

    def values(self, pair: Pair) -> tuple[float, ...]:
        if pair.found.get("words contained", 0.0) < _ENOUGH:
            return 0.0, 0.0, 0.0, 0.0, 0.0
        equal, compatible, numbers, dates = _values(pair.left.numbers, pair.right.numbers)
        return equal, compatible, numbers, dates, max(numbers, dates) * pair.found.get(NEARLY, 0.0)

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np

        left, right = pairs.codes("always alike")
        meet = (left & right != 0) | (pairs.shared("counted", "counted") > 0)
        where = np.flatnonzero(meet & (pairs.found["words contained"] >= _ENOUGH))
        columns = np.zeros((len(pairs), 4))
        if len(where):
            columns[where] = [_values(*both) for both in pairs.numbers(where)]
        equal, compatible, numbers, dates = columns.T
        return equal, compatible, numbers, dates, np.maximum(numbers, dates) * pairs.found[NEARLY]

    def words(self, pair: Pair) -> str:
        met = list(_meetings(pair.left.numbers, pair.right.numbers))
        if not met:
            return ""
        order = ("in conflict", "equal", "compatible")
        one = min(met, key=lambda m: (order.index(m.agreement), -m.likeness))
        if one.agreement == "equal":
            return one.counting(f"both say {one.left.shown}")
        between = "against" if one.agreement == "in conflict" else "fits"
        if one.left.kind == "span" and _head(one.left.unit) != _head(one.right.unit):
            return f"{one.left.whole} {between} {one.right.whole}"
        return one.counting(f"{one.left.shown} {between} {one.right.shown}")


def _head(unit: str) -> str:
    """The key of the word that says what is counted: the last."""
    return key(unit.replace("-", " ").split()[-1])


def _values(left: tuple[Number, ...], right: tuple[Number, ...]) -> tuple[float, float, float, float]:
    equal = compatible = numbers = dates = 0.0
    for number in left if len(left) <= len(right) else right:
        nearest = _nearest(number, right if len(left) <= len(right) else left)
        if nearest is None:
            continue
        order, unlikeness, _, _ = nearest
        if order == 0:
            equal = max(equal, -unlikeness)
        elif order == 1:
            compatible = max(compatible, -unlikeness)
        elif number.kind in _TIMES:
            dates = max(dates, -unlikeness)
        else:
            numbers = max(numbers, -unlikeness)
    return equal, compatible, numbers, dates


def _meetings(left: tuple[Number, ...], right: tuple[Number, ...]) -> Iterator[_Met]:
    """Each number of the claim with fewer of them, met with the best of the other's of its kind.

    A claim with many numbers says more than the other asks for: only what the shorter one says is held
    against it, and a number that any of the other's can satisfy is satisfied.
    """
    fewer, more = (left, right) if len(left) <= len(right) else (right, left)
    for number in fewer:
        if (nearest := _nearest(number, more)) is not None:
            order, unlikeness, _, place = nearest
            both = (number, more[place]) if fewer is left else (more[place], number)
            yield _Met(_AGREEMENTS[order], -unlikeness, *both)


def _nearest(number: Number, others: tuple[Number, ...]) -> tuple[int, float, float, int] | None:
    """How the best of the others agrees with a number, how unlike they are, its value and its place."""
    best: tuple[int, float, float, int] | None = None
    for place, other in enumerate(others):
        if other.kind != number.kind or not (likeness := _likeness(number, other)):
            continue
        order = (_ORDER[_agreement(number, other)], -likeness, other.value, place)
        if best is None or order < best:
            best = order
    return best


def _agreement(left: Number, right: Number) -> Agreement:
    """How two numbers of one kind go together."""
    if left.value == right.value and left.bound == right.bound:
        return "equal"
    if left.low > right.high or right.low > left.high:
        return "in conflict"
    if left.bound in _OPEN and right.bound in _OPEN and left.kind not in _TIMES:
        # Logically both can hold; of one count, two papers would not give floors so far apart.
        smaller, larger = sorted((left.value, right.value))
        return "compatible" if smaller >= 0.8 * larger else "in conflict"
    return "compatible"


def _likeness(left: Number, right: Number) -> float:
    common = len(left.counted & right.counted)
    if left.itself and left.itself == right.itself:
        return min(1.0, 0.6 + 0.2 * common)
    if left.kind in ("money", "span") and _far(left, right, _FAR):
        return 0.0
    always = ALWAYS_ALIKE.get(left.kind, 0.0)
    if not common or (left.kind == "count" and _of_different_things(left, right)):
        return always
    return min(1.0, max(0.4, always) + 0.3 * common)


def _of_different_things(left: Number, right: Number) -> bool:
    """Whether two things follow the numbers, or one so general that their sizes tell two matters."""
    things = left.things & right.things
    if left.things and right.things and not things:
        return True
    common = left.counted & right.counted
    if not things <= _GENERAL or not common <= _GENERAL:
        return False
    told_apart = bool(left.counted - common) and bool(right.counted - common)
    return _far(left, right, _APART if told_apart else _FAR)


def _far(left: Number, right: Number, times: int) -> bool:
    """Whether one of two numbers is more than so many times the other."""
    return max(left.value, right.value) > times * min(left.value, right.value)
