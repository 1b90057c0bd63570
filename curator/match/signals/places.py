"""Whether the two claims name the same places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.match.signals.signal import Pair

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs


class Places:
    """A place that both name, or places that have none in common."""

    name = "places"
    features = ("same place", "other place")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left.places, pair.right.places
        if not left or not right:
            return 0.0, 0.0
        common = left.keys() & right.keys()
        return float(bool(common)), float(not common)

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        left, right = pairs.codes("places")
        return pairs.closely(self, left & right)

    def words(self, pair: Pair) -> str:
        left, right = pair.left.places, pair.right.places
        common = sorted({left[k] for k in left.keys() & right.keys()})  # a name of two words has two keys
        if common:
            return "both are about " + ", ".join(common[:3])
        if left and right:
            return f"{next(iter(left.values()))} against {next(iter(right.values()))}"
        return ""
