"""How the two claims stand to what they speak of: asserting, denying, doubting, asking, not knowing."""

from __future__ import annotations

from curator.match.signals.signal import Pair

_SHOWN = {
    "asserts": "says so",
    "denies": "denies",
    "doubts": "doubts",
    "asks": "only asks",
    "does not know": "no information",
}


class Stance:
    """A denial, a doubt or "no information" against an assertion."""

    name = "stance"
    features = (
        "denied against asserted",
        "unknown against asserted",
        "doubted against asserted",
        "only asked",
        "both deny",
    )

    def values(self, pair: Pair) -> tuple[float, ...]:
        stances = (pair.left.stance, pair.right.stance)
        against_assertion = "asserts" in stances
        return (
            float("denies" in stances and stances[0] != stances[1]),
            float("does not know" in stances and against_assertion),
            float("doubts" in stances and against_assertion),
            float("asks" in stances),
            float(stances == ("denies", "denies")),
        )

    def words(self, pair: Pair) -> str:
        left, right = pair.left, pair.right
        if left.stance == right.stance:
            return "both deny" if left.stance == "denies" else ""
        said = [f"{r.speaker}: {_SHOWN[r.stance]}" if r.speaker else _SHOWN[r.stance] for r in (left, right)]
        return "; ".join(said)
