"""Whether one claim negates what the other says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.match.reading import Reading
from curator.match.signals.signal import IN_COMMON, NEARLY, Pair, scope
from curator.match.stances import COMMITMENTS, STANCES

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs


class Polarity:
    """A negation on one side, as far as it concerns the words that both share."""

    name = "negation"
    features = ("negation on one side", "negation on both sides", "negated word for word")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left.negated, pair.right.negated
        if not left and not right:
            return 0.0, 0.0, 0.0
        if (left and right) or (pair.left.refutes and pair.right.refutes):
            return 0.0, pair.in_common, 0.0
        if _open_matter(pair.left) or _open_matter(pair.right):
            return 0.0, 0.0, 0.0
        negated, other = (pair.left, pair.right) if left else (pair.right, pair.left)
        shared, whole = pair.frequencies.mass(negated.negated & other.keys), pair.frequencies.whole
        reach: float = scope(shared, whole(negated.negated), whole(other.keys))
        one = pair.in_common * (negated.firmness * reach)
        return one, 0.0, one * pair.found.get(NEARLY, 0.0)

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np

        left, right = pairs.codes("negated")
        open_matter = [
            (commitment == COMMITMENTS.index("undecided")) | (stance == STANCES.index("does not know"))
            for commitment, stance in zip(pairs.codes("commitment"), pairs.codes("stance"), strict=True)
        ]
        both = (left & right) | ((left | right) & np.logical_and(*pairs.codes("refutes")))
        one = (left != right) & ~both & ~(open_matter[0] | open_matter[1])
        firmness = np.where(left, *pairs.codes("firmness"))
        shared = np.where(left, pairs.shared("negated", "keys"), pairs.shared("keys", "negated"))
        (of_left, of_right), (left_keys, right_keys) = pairs.masses("negated"), pairs.masses("keys")
        reach = scope(shared, np.where(left, of_left, of_right), np.where(left, right_keys, left_keys))
        reach = firmness * reach
        in_common = pairs.found[IN_COMMON]
        against = in_common * np.where(one, reach, 0.0)
        return against, in_common * both, against * pairs.found[NEARLY]

    def words(self, pair: Pair) -> str:
        one, both, _ = self.values(pair)
        if both:
            return "both are negated" if pair.left.negated and pair.right.negated else "both refute"
        return "one is negated, the other is not" if one > 0.05 else ""


def _open_matter(reading: Reading) -> bool:
    """Whether the negation says that the matter is undecided or unknown: other signals speak of that."""
    return reading.commitment == "undecided" or reading.stance == "does not know"
