"""Which telling words and names the two claims share; rare ones count most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.match.frequencies import SCALE
from curator.match.signals.signal import Pair

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

_DOUBT = 12 * SCALE
"""Added to what could be shared: two claims of three words prove little by sharing two."""


class SharedWords:
    """Shared content words, weighed by how rare they are among the claims."""

    name = "shared words"
    features = ("shared words", "words contained")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left.keys, pair.right.keys
        common = left & right
        if not common:
            return 0.0, 0.0
        whole = pair.frequencies.whole
        shared, of_left, of_right = pair.frequencies.mass(common), whole(left), whole(right)
        return 2.0 * shared / (of_left + of_right + _DOUBT), shared / min(of_left, of_right)

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np

        shared, (left, right) = pairs.shared("keys", "keys"), pairs.masses("keys")
        return 2.0 * shared / (left + right + _DOUBT), shared / np.maximum(1, np.minimum(left, right))

    def words(self, pair: Pair) -> str:
        common = pair.left.keys & pair.right.keys
        if not common:
            return ""
        weight = pair.frequencies.weight
        telling = sorted(common, key=lambda k: (-weight(k), k))[:4]
        return "both mention " + pair.left.named(telling)
