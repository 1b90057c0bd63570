"""How alike the two wordings are, letter by letter; never weighs what the words mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from curator.match.signals.signal import NEARLY, Pair
from curator.text import word_diff

if TYPE_CHECKING:
    from curator.match.signals.signal import Column, Pairs

_DIFFERENT = 0.7
"""Share of equal letters in order below which two sentences are not variants of one."""
_SAYING = 3
"""Words of which the same in the same order say the same, however common each of them is."""
_ENOUGH = 0.3
"""Share of words contained below which letters are not compared."""


class Wording:
    """The same sentence, perhaps with a word or a spelling changed."""

    name = "wording"
    features = ("words in any order", NEARLY, "the very words")

    def values(self, pair: Pair) -> tuple[float, ...]:
        left, right = pair.left.plain, pair.right.plain
        if left == right and left.count(" ") >= _SAYING - 1 and _alike_meant(pair):
            return 1.0, 1.0, 1.0
        if pair.found.get("words contained", 0.0) < _ENOUGH:
            return 0.0, 0.0, 0.0
        from rapidfuzz import fuzz

        alike = fuzz.ratio(left, right) / 100.0
        nearly = max(0.0, (alike - _DIFFERENT) / (1.0 - _DIFFERENT))
        return fuzz.token_set_ratio(left, right) / 100.0, nearly, 0.0

    def columns(self, pairs: Pairs) -> tuple[Column, ...]:
        import numpy as np
        from rapidfuzz import fuzz
        from rapidfuzz.process import cpdist

        where = np.flatnonzero(pairs.found["words contained"] >= _ENOUGH)
        left, right = pairs.plain(where)
        any_order, nearly = np.zeros(len(pairs)), np.zeros(len(pairs))
        if len(where):
            alike = cpdist(left, right, scorer=fuzz.ratio, dtype=np.float64) / 100.0
            nearly[where] = np.maximum(0.0, (alike - _DIFFERENT) / (1.0 - _DIFFERENT))
            any_order[where] = cpdist(left, right, scorer=fuzz.token_set_ratio, dtype=np.float64) / 100.0
        (one, other), (length, _) = pairs.codes("text"), pairs.codes("words")
        (stance, other_stance), (negated, other_negated) = pairs.codes("stance"), pairs.codes("negated")
        equal = (one == other) & (length >= _SAYING) & (stance == other_stance) & (negated == other_negated)
        any_order[equal] = nearly[equal] = 1.0
        return any_order, nearly, equal.astype(np.float64)

    def words(self, pair: Pair) -> str:
        left, right = pair.left.shown, pair.right.shown
        if pair.left.plain == pair.right.plain:
            return "same words"
        any_order, nearly, _ = self.values(pair)
        operations = [(op, words) for op, words in word_diff(left, right) if any(c.isalnum() for c in words)]
        changed = [(op, words) for op, words in operations if op != "equal"]
        if nearly > 0.5 and len(changed) <= 4:
            deleted = [_as_written(w, left) for op, w in changed if op == "delete"]
            inserted = [_as_written(w, right) for op, w in changed if op == "insert"]
            if len(deleted) == len(inserted) == 1:
                return f"same words but for {deleted[0]}/{inserted[0]}"
            extra = deleted + inserted
            if extra and sum(len(w.split()) for w in extra) <= 8:
                return "same words but for " + ", ".join(extra)
            return "nearly the same words"
        common = [words for op, words in operations if op == "equal"]
        longest = max(common, key=len, default="")
        if len(longest.split()) >= 4 and (whole := _whole_words(longest, left)):
            return f"both say “{_short(whole)}”"
        return "much the same words" if any_order > 0.8 else ""


def _alike_meant(pair: Pair) -> bool:
    """Whether neither claim denies or negates what the other says: by verbs outside of its words."""
    left, right = pair.left, pair.right
    return left.stance == right.stance and bool(left.negated) == bool(right.negated)


def _as_written(words: str, text: str) -> str:
    """Words of a diff, which stand a space apart, with the spaces that they have in `text`."""
    found = re.search(r"\s*".join(map(re.escape, words.split())), text)
    return found.group() if found else words


def _whole_words(words: str, text: str) -> str:
    """Words of a diff as written in `text`, without a half of a number or of a compound at either end."""
    written = _as_written(words, text)
    start = text.find(written)
    before = text[:start].rsplit(maxsplit=1)[-1:] if not text[:start][-1:].isspace() else []
    after = text[start + len(written) :]
    if before and any(c.isalnum() for c in before[0]):
        written = written.partition(" ")[2]
    if re.match(r"[-.,:'’]?\w", after):
        written = written.rpartition(" ")[0]
    return written.strip(" ,;:.")


def _short(words: str, limit: int = 60) -> str:
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + "…"
