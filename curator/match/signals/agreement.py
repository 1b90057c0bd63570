"""That one claim says all that the other says and nothing stands against it.

Looks at what the signals before it found, so it comes last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.match.signals.signal import IN_COMMON, Pair

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

_AGAINST = (
    "numbers in conflict",
    "dates in conflict",
    "negation on one side",
    "decided against undecided",
    "denied against asserted",
    "unknown against asserted",
    "opposite words",
)


class Agreement:
    """Much in common and no sign of a conflict."""

    name = "agreement"
    features = ("in common and nothing against",)

    def values(self, pair: Pair) -> tuple[float, ...]:
        against = max((pair.found.get(name, 0.0) for name in _AGAINST), default=0.0) / (pair.in_common or 1.0)
        common = max(pair.found.get("words contained", 0.0), pair.found.get("same topic", 0.0))
        return (common * (1.0 - min(1.0, against)),)

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np

        in_common = np.where(pairs.found[IN_COMMON], pairs.found[IN_COMMON], 1.0)
        against = np.max([pairs.found[name] for name in _AGAINST], axis=0) / in_common
        common = np.maximum(pairs.found["words contained"], pairs.found["same topic"])
        return (common * (1.0 - np.minimum(1.0, against)),)

    def words(self, pair: Pair) -> str:
        return "nothing stands between them" if self.values(pair)[0] > 0.3 else ""
