"""Whether one claim negates and the other does not."""

from __future__ import annotations

from curator.match.signals.signal import Pair


class Polarity:
    """A negation on one side only."""

    name = "negation"
    features = ("negation on one side", "negation on both sides")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left.negative, pair.right.negative
        return float(left != right), float(left and right)

    def words(self, pair: Pair) -> str:
        if pair.left.negative and pair.right.negative:
            return "both are negated"
        return "one is negated, the other is not" if pair.left.negative != pair.right.negative else ""
