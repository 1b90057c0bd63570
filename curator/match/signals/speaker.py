"""Whether the same person speaks, or another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from curator.match.signals.signal import Pair

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

_JOINED = re.compile(r"(?:(?! (?:of|for) ).)+ (?:and|&) (?:the )?(?=[^\W\d_])(?![a-z]).*")
_MANY = re.compile(r"(?:.*\W)?(?:[Pp]eople|[Pp]olice|[a-z]+[^sui\W]s)")
_GROUPS = frozenset(
    "activists analysts authorities critics doctors experts investigators lawmakers observers officials "
    "organisers organizers prosecutors protesters rebels rescuers residents scientists sources "
    "witnesses".split()
)
"""Of one word and at the head of a sentence they look like names, as Reuters does."""


class Speaker:
    """The same speaker in two articles, or two who may stand on different sides."""

    name = "speaker"
    features = ("same speaker", "other speaker")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left.speaker_keys, pair.right.speaker_keys
        if not left or not right:
            return 0.0, 0.0
        whole = pair.frequencies.whole
        same = 2 * pair.frequencies.mass(left & right) >= min(whole(left), whole(right))
        return float(same), float(not same)

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np

        left, right = pairs.masses("speaker_keys")
        both = (left > 0) & (right > 0)
        same = 2 * pairs.shared("speaker_keys", "speaker_keys") >= np.minimum(left, right)
        return (both & same).astype(np.float64), (both & ~same).astype(np.float64)

    def words(self, pair: Pair) -> str:
        same, other = self.values(pair)
        if same:
            # Of "Russia, Turkey and Iran" and "Russia" it is Russia that speaks in both.
            fewer = min((pair.left, pair.right), key=lambda r: (len(r.speaker_keys), r.speaker))
            one = fewer if _several(pair.left.speaker) != _several(pair.right.speaker) else pair.left
            return f"{one.speaker} {'speak' if _several(one.speaker) else 'speaks'} in both"
        return f"{pair.left.speaker} against {pair.right.speaker}" if other else ""


def _several(speaker: str) -> bool:
    """Whether a name stands for more than one: "Russia and Turkey", "US officials"; no ministry does."""
    group = speaker.lower() in _GROUPS
    return bool(group or _JOINED.fullmatch(speaker) or _MANY.fullmatch(speaker))
