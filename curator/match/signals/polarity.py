"""Whether one claim negates what the other says."""

from __future__ import annotations

from curator.match.reading import Reading
from curator.match.signals.signal import Pair


class Polarity:
    """A negation on one side, as far as it concerns the words that both share."""

    name = "negation"
    features = ("negation on one side", "negation on both sides")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left.negated, pair.right.negated
        if not left and not right:
            return 0.0, 0.0
        if left and right:
            return 0.0, 1.0
        if _open_matter(pair.left) or _open_matter(pair.right):
            return 0.0, 0.0
        common = pair.left.keys & pair.right.keys
        negated = pair.left if left else pair.right
        if not common:
            return 0.5 * negated.firmness, 0.0
        mass = pair.frequencies.mass
        return negated.firmness * mass(common & (left or right)) / mass(common), 0.0

    def words(self, pair: Pair) -> str:
        one, both = self.values(pair)
        if both:
            return "both are negated"
        return "one is negated, the other is not" if one > 0.1 else ""


def _open_matter(reading: Reading) -> bool:
    """Whether the negation says that the matter is undecided or unknown: other signals speak of that."""
    return reading.commitment == "undecided" or reading.stance == "does not know"
