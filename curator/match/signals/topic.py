"""Whether the two claims are about the same matter, judged by the sentences around them and who speaks."""

from __future__ import annotations

from curator.match.signals.signal import Pair


class Topic:
    """Shared topic beyond shared words: "there is no decision yet" is about what its neighbours are about."""

    name = "topic"
    features = ("same topic",)

    def values(self, pair: Pair) -> tuple[float, ...]:
        common = self._common(pair)
        if not common:
            return (0.0,)
        mass = pair.frequencies.mass
        left, right = self._sides(pair)
        return (min(1.0, 2.0 * mass(common) / (mass(left) + mass(right))),)

    def words(self, pair: Pair) -> str:
        common = self._common(pair) - (pair.left.keys & pair.right.keys)
        if len(common) < 2:
            return ""
        weight = pair.frequencies.weight
        telling = sorted(common, key=lambda k: (-weight(k), k))[:4]
        return "the sentences around both are about " + ", ".join(self._word(pair, k) for k in telling)

    def _sides(self, pair: Pair) -> tuple[frozenset[str], frozenset[str]]:
        if pair.same_article:
            return pair.left.keys, pair.right.keys
        return pair.left.topic, pair.right.topic

    def _common(self, pair: Pair) -> frozenset[str]:
        left, right = self._sides(pair)
        return left & right

    def _word(self, pair: Pair, key: str) -> str:
        return pair.left.words.get(key) or pair.right.words.get(key) or key
