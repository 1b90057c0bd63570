"""Whether the same names stand in and around the two claims, or none: like words are said of other events."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from curator.match.frequencies import SCALE
from curator.match.reading import Reading
from curator.match.signals.signal import Pair
from curator.match.turning import AROUND
from curator.match.words import keys_of

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

_DOUBT = 4 * SCALE
"""Added to what could be shared: where one name is known, little is known."""
_FEW = 3
"""Names up to which it tells nothing that the other claim has none of them."""
_MANY = 5
"""Names from which on it tells all that it can."""


class Names:
    """Names in and around both claims; those in the very words of both are told by `shared words`."""

    name = "names"
    features = ("names in common", "no name in common")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left, pair.right
        if not left.names or not right.names or pair.same_article:
            return 0.0, 0.0
        mass = pair.frequencies.mass
        if not (both := left.names.keys() & right.names.keys()):
            fewer = min(len(left.names), len(right.names))
            return 0.0, min(max(fewer - _FEW, 0), _MANY - _FEW) / (_MANY - _FEW)
        around = mass(both) - mass(said(left) & said(right))
        return around / (min(mass(left.names), mass(right.names)) + _DOUBT), 0.0

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np

        both = pairs.shared("names", "names")
        around = both - pairs.shared("names said", "names said")
        fewer = np.minimum(*pairs.codes("names"))
        apart = np.clip(fewer - _FEW, 0, _MANY - _FEW) / (_MANY - _FEW)
        common = around / (np.minimum(*pairs.masses("names")) + _DOUBT)
        return (
            np.where(pairs.same_article, 0.0, common),
            np.where(pairs.same_article | (both > 0), 0.0, apart),
        )

    def words(self, pair: Pair) -> str:
        common, apart = self.values(pair)
        left, right = pair.left, pair.right
        if common:
            both = left.names.keys() & right.names.keys()
            around = [k for k in left.names if k in both and k not in left.keys & right.keys]
            shown = dict.fromkeys(_shared(left.names[k], both) for k in self._telling(around, pair))
            return "both speak of " + ", ".join(list(shown)[:3])
        if apart:
            one, other = (self._telling(r.names, pair)[0] for r in (left, right))
            return f"{left.names[one]} against {right.names[other]}{AROUND}"
        return ""

    def _telling(self, keys: Iterable[str], pair: Pair) -> list[str]:
        """The rarest first; of equals, the one that is named first."""
        return sorted(keys, key=lambda k: -pair.frequencies.weight(k))


def _shared(name: str, keys: Set[str]) -> str:
    """The words of a name that the other side has too: another Anne is not Anne Roux."""
    return " ".join(word for word in name.split(" ") if keys_of(word) & keys) or name


def said(reading: Reading) -> frozenset[str]:
    """Keys of the names that the claim itself says."""
    return reading.keys & reading.names.keys()
