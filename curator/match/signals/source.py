"""Whether two outlets only repeat one voice: the same sentence, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.match.signals.signal import Pair

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

_SENTENCE = 8
"""Words from which nobody writes the same by chance."""


class Source:
    """Wire copy: the same sentence in two articles is one voice, not two."""

    name = "source"
    features = ("word for word in both",)

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left, pair.right
        copied = (
            not pair.same_article and left.plain == right.plain and left.plain.count(" ") >= _SENTENCE - 1
        )
        return (float(copied),)

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        (left, right), (length, _) = pairs.codes("text"), pairs.codes("words")
        return (((left == right) & (length >= _SENTENCE) & ~pairs.same_article).astype(float),)

    def words(self, pair: Pair) -> str:
        if not self.values(pair)[0]:
            return ""
        outlets = [r.publisher for r in (pair.left, pair.right)]
        if all(outlets) and outlets[0] != outlets[1]:
            return f"word for word in {outlets[0]} and {outlets[1]}: one voice, not two"
        return "word for word in two articles: one voice, not two"
