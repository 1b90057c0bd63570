"""Whether the same person speaks, or another."""

from __future__ import annotations

from curator.match.signals.signal import Pair


class Speaker:
    """The same speaker in two articles, or two who may stand on different sides."""

    name = "speaker"
    features = ("same speaker", "other speaker")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left.speaker_keys, pair.right.speaker_keys
        if not left or not right:
            return 0.0, 0.0
        same = bool(left & right) and len(left & right) >= min(len(left), len(right), 2) / 2
        return float(same), float(not same)

    def words(self, pair: Pair) -> str:
        same, other = self.values(pair)
        if same:
            return f"{pair.left.speaker} speaks in both"
        return f"{pair.left.speaker} against {pair.right.speaker}" if other else ""
