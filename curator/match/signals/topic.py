"""Whether the two claims are about the same matter, judged by the sentences around them and who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.match.frequencies import SCALE
from curator.match.reading import Reading
from curator.match.signals.signal import IN_COMMON, Pair

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

_THEME = 0.5
"""What a word of the title counts, against one of the sentences around."""

_DOUBT = 8 * SCALE
"""Added to what is to be covered: a claim of two words proves no topic."""

_HALF = 0.1
"""The share of words in common from which two claims are as likely about one matter as not."""


class Topic:
    """Each claim's words looked for around the other: "there is no decision yet" is about its neighbours."""

    name = "topic"
    features = ("same topic", IN_COMMON)

    def values(self, pair: Pair) -> tuple[float, ...]:
        topic = self._topic(pair)
        most = max(topic, pair.found.get("shared words", 0.0))
        return topic, most / (most + _HALF)

    def _topic(self, pair: Pair) -> float:
        left, right = pair.left, pair.right
        mass = pair.frequencies.mass
        of_all = pair.frequencies.whole
        whole = of_all(left.matter) + of_all(right.matter) + _DOUBT
        if pair.same_article:
            return 2.0 * mass(left.matter & right.matter) / whole
        near = mass(left.matter & right.near) + mass(right.matter & left.near)
        theme = mass(left.matter & right.theme) + mass(right.matter & left.theme)
        return (near + _THEME * theme) / whole

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np

        left, right = pairs.masses("matter")
        whole = left + right + _DOUBT
        near = pairs.shared("matter", "near") + pairs.shared("near", "matter")
        theme = pairs.shared("matter", "theme") + pairs.shared("theme", "matter")
        own = 2.0 * pairs.shared("matter", "matter")
        topic = np.where(pairs.same_article, own / whole, (near + _THEME * theme) / whole)
        most = np.maximum(topic, pairs.found["shared words"])
        return topic, most / (most + _HALF)

    def words(self, pair: Pair) -> str:
        left, right = pair.left, pair.right
        if not pair.same_article and (around := _beyond(left, right) | _beyond(right, left)):
            telling = self._telling(around, pair)
            found = (left.named(telling), right.named([k for k in telling if k not in left.keys]))
            return "the sentences around speak of " + ", ".join(filter(None, found))
        return "about the same matter" if pair.in_common > 0.5 else "perhaps about the same matter"

    def _telling(self, keys: frozenset[str], pair: Pair) -> list[str]:
        weight = pair.frequencies.weight
        return sorted(keys, key=lambda k: (-weight(k), k))[:4]


def _beyond(one: Reading, other: Reading) -> frozenset[str]:
    """Keys of one claim that stand around the other but not in it."""
    return (one.matter & (other.near | other.theme)) - other.keys
