"""How the two claims stand to what they speak of: asserting, denying, doubting, asking, not knowing."""

from __future__ import annotations

from curator.match.reading import Reading
from curator.match.signals.signal import Pair

_SHOWN = {
    "asserts": "",
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
        left, right = pair.left.stance, pair.right.stance
        if left == right:
            return 0.0, 0.0, 0.0, 0.0, float(left == "denies")
        stances = (left, right)
        firm = min(r.firmness for r in (pair.left, pair.right) if r.stance != "asserts")
        settled = [r.commitment != "undecided" for r in (pair.left, pair.right) if r.stance == "asserts"]
        against_assertion = any(settled)
        return (
            firm * ("denies" in stances),
            float("does not know" in stances and against_assertion),
            firm * ("doubts" in stances and against_assertion),
            firm * ("asks" in stances),
            0.0,
        )

    def words(self, pair: Pair) -> str:
        left, right = pair.left, pair.right
        if left.stance == right.stance:
            return "both deny" if left.stance == "denies" else ""
        return "; ".join(_said(r) for r in (left, right))


def _said(reading: Reading) -> str:
    stance = _SHOWN[reading.stance] or f"“{' '.join(reading.shown.split()[:8])}…”"
    return f"{reading.speaker}: {stance}" if reading.speaker else stance
