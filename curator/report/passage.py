"""A claim in its place: the words themselves and the sentences around them, as the article has them.

Never changes a word of the article; where something is left out there is an ellipsis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])|\n+")
"""Where a sentence ends: a full stop before something that can begin one, or the end of a paragraph."""
_BEFORE, _AFTER, _CLAIM = 360, 260, 1200
"""At most so many code points are shown before a claim, after it, and of it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim between the words that stand before and after it."""

    before: str
    claim: str
    after: str


def passage(text: str, start: int, end: int) -> Passage:
    """The claim at `[start, end)` with its sentence and the one before; boundaries outside are clamped."""
    start = max(0, min(start, len(text)))
    end = max(start, min(end, len(text)))
    return Passage(_before(text, start), shortened(text[start:end], _CLAIM), _after(text, end))


def shortened(text: str, limit: int) -> str:
    """`text` where it fits, else its beginning up to a word's end, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", limit // 2, limit)
    return text[: cut if cut > 0 else limit].rstrip() + " …"


def _before(text: str, start: int) -> str:
    """The rest of the claim's own sentence and one whole sentence before it."""
    reach = max(0, start - _BEFORE)
    window = text[reach:start]
    starts = [match.end() for match in _SENTENCE_END.finditer(window)]
    if reach == 0:
        starts.insert(0, 0)
    # a break right before the claim only ends the sentence before it
    inner = [at for at in starts if window[at:].strip()]
    if inner:
        return window[inner[-2] if len(inner) > 1 and inner[-1] > 0 else inner[-1] :].lstrip()
    cut = window.find(" ")
    return "… " + window[cut + 1 :] if reach and cut >= 0 else window


def _after(text: str, end: int) -> str:
    """The rest of the claim's own sentence."""
    window = text[end : end + _AFTER]
    match = _SENTENCE_END.search(window)
    if match is not None:
        return window[: match.end()].rstrip()
    if end + _AFTER >= len(text):
        return window.rstrip()
    cut = window.rfind(" ")
    return window[: cut if cut > 0 else _AFTER].rstrip() + " …"
