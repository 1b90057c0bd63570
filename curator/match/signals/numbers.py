"""Whether the numbers of the two claims agree, can both hold, or cannot."""

from __future__ import annotations

from curator.match.numbers import Number, compare
from curator.match.signals.signal import Pair


class Numbers:
    """ "470,000 against 300,000 killed": numbers that count the same thing."""

    name = "numbers"
    features = ("numbers equal", "numbers compatible", "numbers in conflict")

    def values(self, pair: Pair) -> tuple[float, ...]:
        if not pair.left.numbers or not pair.right.numbers:
            return 0.0, 0.0, 0.0
        equal, compatible, conflict = self._compared(pair)
        if equal and not conflict:
            return 1.0, 0.0, 0.0
        if conflict:
            return (0.5 if equal else 0.0), 0.0, max(weight for weight, *_ in conflict)
        return 0.0, (1.0 if compatible else 0.0), 0.0

    def words(self, pair: Pair) -> str:
        equal, compatible, conflict = self._compared(pair)
        if conflict:
            _, left, right = max(conflict, key=lambda c: c[0])
            return f"{left.shown} against {right.shown} {_thing(left, right)}".strip()
        if equal:
            _, left, right = equal[0]
            return f"both say {left.shown} {_thing(left, right)}".strip()
        if compatible:
            _, left, right = compatible[0]
            return f"{left.shown} fits {right.shown} {_thing(left, right)}".strip()
        return ""

    def _compared(self, pair: Pair) -> tuple[list[tuple[float, Number, Number]], ...]:
        equal: list[tuple[float, Number, Number]] = []
        compatible: list[tuple[float, Number, Number]] = []
        conflict: list[tuple[float, Number, Number]] = []
        taken_left: set[int] = set()
        taken_right: set[int] = set()
        ranked = []
        for i, left in enumerate(pair.left.numbers):
            for j, right in enumerate(pair.right.numbers):
                verdict = compare(left, right)
                if verdict == "unrelated":
                    continue
                likeness = _likeness(left, right)
                if verdict == "equal" or likeness > 0.0:
                    order = {"equal": 0, "compatible": 1, "conflict": 2}[verdict]
                    ranked.append((order, -likeness, i, j, verdict, left, right))
        for _, negative_likeness, i, j, verdict, left, right in sorted(ranked, key=lambda r: r[:4]):
            if i in taken_left or j in taken_right:
                continue
            taken_left.add(i)
            taken_right.add(j)
            entry = (-negative_likeness, left, right)
            {"equal": equal, "compatible": compatible, "conflict": conflict}[verdict].append(entry)
        return equal, compatible, conflict


def _likeness(left: Number, right: Number) -> float:
    if left.kind in ("year", "rank", "clock", "day"):
        return 0.4
    common = left.counted & right.counted
    if not common:
        return 0.5 if left.kind in ("percent", "money") else 0.0
    return min(1.0, 0.4 + 0.3 * len(common))


def _thing(left: Number, right: Number) -> str:
    return left.unit if left.unit == right.unit else (left.unit or right.unit)
