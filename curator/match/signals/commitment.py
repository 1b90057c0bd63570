"""How settled the two claims make the matter: fact, planned, possible, under discussion or undecided."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from curator.match.signals.signal import IN_COMMON, Pair
from curator.match.stances import COMMITMENTS, STANCES

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

_SETTLED = ("fact", "planned")
_SHOWN = {
    "fact": "a fact",
    "planned": "decided",
    "possible": "only possible",
    "undecided": "undecided",
    "discussed": "still open",
}
_AGAINST = {
    frozenset({"undecided", "planned"}): 1.0,
    frozenset({"undecided", "fact"}): 0.5,
    frozenset({"discussed", "planned"}): 0.3,
}
"""How far two of them cannot both hold: what is proposed may well be discussed, and decided later."""


class Commitment:
    """ "will be deployed" against "there is no decision yet": decided against undecided."""

    name = "modality"
    features = ("decided against undecided", "planned against undecided", "settled against possible")

    def values(self, pair: Pair) -> tuple[float, ...]:
        if "does not know" in (pair.left.stance, pair.right.stance):
            return 0.0, 0.0, 0.0
        one, two, three = _values(pair.left.commitment, pair.right.commitment)
        return pair.in_common * one, pair.in_common * two, pair.in_common * three

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np

        table = np.array([_values(a, b) for a in COMMITMENTS for b in COMMITMENTS])
        left, right = pairs.codes("commitment")
        unknown = [stance == STANCES.index("does not know") for stance in pairs.codes("stance")]
        values = table[left.astype(np.int64) * len(COMMITMENTS) + right]
        values[unknown[0] | unknown[1]] = 0.0
        return tuple(pairs.found[IN_COMMON] * column for column in values.T)

    def words(self, pair: Pair) -> str:
        left, right = pair.left.commitment, pair.right.commitment
        if left == right or not any(self.values(pair)):
            return ""
        verdict = f"{_SHOWN[left]} against {_SHOWN[right]}"
        cues = [f"“{r.committed_by}”" for r in (pair.left, pair.right) if r.committed_by]
        return f"{verdict} ({' / '.join(cues)})" if cues else verdict


@cache
def _values(left: str, right: str) -> tuple[float, float, float]:
    words = {left, right}
    return (
        _AGAINST.get(frozenset(words), 0.0),
        float(words == {"undecided", "planned"}),
        float("possible" in words and bool(words & set(_SETTLED))),
    )
