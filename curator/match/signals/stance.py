"""How the two claims stand to what they speak of: asserting, denying, doubting, asking, not knowing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.match.reading import Reading
from curator.match.signals.signal import IN_COMMON, NEARLY, Pair, scope
from curator.match.stances import COMMITMENTS, STANCES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from curator.match.signals.signal import Column, Pairs

_WORDS = 8
"""With so many a claim is told where it stands against another."""
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
        "denied word for word",
    )

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left, pair.right
        stances = (left.stance, right.stance)
        both_refute = left.refutes and right.refutes
        common = pair.in_common
        if left.stance == right.stance:
            return 0.0, 0.0, 0.0, 0.0, common * (left.stance == "denies"), 0.0
        firm = min(r.firmness for r in (left, right) if r.stance != "asserts")
        settled = any(r.stance == "asserts" and r.commitment != "undecided" for r in (left, right))
        doubted = any(r.stance == "doubts" and not r.refutes for r in (left, right))
        denied = common * firm * (_reach(pair) if "denies" in stances and not both_refute else 0.0)
        return (
            denied,
            common * ("does not know" in stances and settled),
            common * firm * (doubted and (settled or "denies" in stances)),
            common * firm * ("asks" in stances),
            common * ("denies" in stances and both_refute),
            denied * pair.found.get(NEARLY, 0.0),
        )

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np

        names = ("stance", "firmness", "commitment", "refutes")
        sides = tuple(zip(*(pairs.codes(name) for name in names), strict=True))
        differ = sides[0][0] != sides[1][0]
        number = {stance: STANCES.index(stance) for stance in STANCES}
        undecided = COMMITMENTS.index("undecided")
        firm = np.minimum(*(np.where(s == number["asserts"], 1.0, firmness) for s, firmness, _, _ in sides))
        settled = np.logical_or(*((s == number["asserts"]) & (c != undecided) for s, _, c, _ in sides))
        doubted = np.logical_or(*((s == number["doubts"]) & ~refutes for s, _, _, refutes in sides))
        both_refute = sides[0][3] & sides[1][3]

        def either(stance: str) -> NDArray[np.bool_]:
            return np.asarray((sides[0][0] == number[stance]) | (sides[1][0] == number[stance]))

        denied, common = either("denies"), pairs.found[IN_COMMON]
        reach = scope(pairs.shared("matter", "matter"), *pairs.masses("matter"))
        against = common * firm * np.where(differ & denied & ~both_refute, reach, 0.0)
        return (
            against,
            common * (differ & either("does not know") & settled),
            common * firm * (differ & doubted & (settled | denied)),
            common * firm * (differ & either("asks")),
            common * np.where(differ, denied & both_refute, denied),
            against * pairs.found[NEARLY],
        )

    def words(self, pair: Pair) -> str:
        left, right = pair.left, pair.right
        if self.values(pair)[4]:
            return "both deny"
        if left.stance == right.stance:
            return ""
        return "; ".join(_said(r) for r in (left, right))


def _reach(pair: Pair) -> float:
    """How far what one denies is what the other says."""
    denier, other = (pair.left, pair.right) if pair.left.stance == "denies" else (pair.right, pair.left)
    shared, whole = pair.frequencies.mass(denier.matter & other.matter), pair.frequencies.whole
    return float(scope(shared, whole(denier.matter), whole(other.matter)))


def _said(reading: Reading) -> str:
    words = reading.shown.split()
    begin = " ".join(words[:_WORDS]) + ("…" if len(words) > _WORDS else "")
    stance = _SHOWN[reading.stance] or f"“{begin}”"
    return f"{reading.speaker}: {stance}" if reading.speaker else stance
