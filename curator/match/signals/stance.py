"""How the two claims stand to what they speak of: asserting, denying, doubting, asking, not knowing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.match.reading import COMMITMENTS, STANCES, Reading
from curator.match.signals.signal import Pair

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from curator.match.columns import Column, PairColumns

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
        left, right = pair.left, pair.right
        if left.stance == right.stance:
            return 0.0, 0.0, 0.0, 0.0, float(left.stance == "denies")
        firm = min(r.firmness for r in (left, right) if r.stance != "asserts")
        settled = any(r.stance == "asserts" and r.commitment != "undecided" for r in (left, right))
        stances = (left.stance, right.stance)
        return (
            firm * ("denies" in stances),
            float("does not know" in stances and settled),
            firm * ("doubts" in stances and settled),
            firm * ("asks" in stances),
            0.0,
        )

    def columns(self, pairs: PairColumns) -> tuple[Column, ...]:
        import numpy as np

        sides = tuple(zip(*(pairs.codes(name) for name in ("stance", "firmness", "commitment")), strict=True))
        differ = sides[0][0] != sides[1][0]
        asserts, undecided = STANCES.index("asserts"), COMMITMENTS.index("undecided")
        firm = np.minimum(*(np.where(stance == asserts, 1.0, firmness) for stance, firmness, _ in sides))
        settled = np.logical_or(*((s == asserts) & (c != undecided) for s, _, c in sides))

        def either(stance: str) -> NDArray[np.bool_]:
            number = STANCES.index(stance)
            return np.asarray(differ & ((sides[0][0] == number) | (sides[1][0] == number)))

        return (
            firm * either("denies"),
            1.0 * (either("does not know") & settled),
            firm * (either("doubts") & settled),
            firm * either("asks"),
            1.0 * (~differ & (sides[0][0] == STANCES.index("denies"))),
        )

    def words(self, pair: Pair) -> str:
        left, right = pair.left, pair.right
        if left.stance == right.stance:
            return "both deny" if left.stance == "denies" else ""
        return "; ".join(_said(r) for r in (left, right))


def _said(reading: Reading) -> str:
    stance = _SHOWN[reading.stance] or f"“{' '.join(reading.shown.split()[:8])}…”"
    return f"{reading.speaker}: {stance}" if reading.speaker else stance
