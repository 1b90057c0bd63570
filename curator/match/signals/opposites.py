"""Words of one claim whose opposite stands in the other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from curator.match.lexicon import pairs
from curator.match.signals.signal import NEARLY, Pair
from curator.match.words import key

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Words with those that are their opposites, both as they are compared."""
    table: dict[str, set[str]] = {}
    for one, other in pairs("opposites"):
        one, other = key(one) or one, key(other) or other
        if one != other:
            table.setdefault(one, set()).add(other)
            table.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in table.items()}


_ENOUGH = 0.15
"""Share of words contained below which opposite words are said of different things."""


class Opposites:
    """ "alive" against "dead", "increase" against "decline"."""

    name = "opposites"
    features = ("opposite words", "opposites word for word")

    def values(self, pair: Pair) -> tuple[float, ...]:
        if pair.found.get("words contained", 0.0) < _ENOUGH:
            return 0.0, 0.0
        # In a long claim the two words may be said of different things.
        found = min(pair.left.firmness, pair.right.firmness) if self._found(pair) else 0.0
        return found, found * pair.found.get(NEARLY, 0.0)

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        meet = pairs.shared("against", "keys") > 0
        return pairs.closely(self, meet & (pairs.found["words contained"] >= _ENOUGH))

    def words(self, pair: Pair) -> str:
        found = self._found(pair)
        if found is None:
            return ""
        return f"{pair.left.named(found[:1])} against {pair.right.named(found[1:])}"

    def _found(self, pair: Pair) -> tuple[str, str] | None:
        table, left, right = opposites(), pair.left.keys, pair.right.keys
        for word in sorted((left & table.keys()) - right):
            if common := (table[word] & right) - left:
                return word, min(common)
        return None
