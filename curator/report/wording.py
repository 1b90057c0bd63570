"""How one wording differs from another: which of its own words the other does not have there.

Compares folded words (Kalın is Kalin), shows the text as it stands, and never treats a different
punctuation mark as a different word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from curator.text import folded

_WORD = re.compile(r"\w+(?:[-.,'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a wording."""

    text: str
    differs: bool


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text: equal for wordings that differ in case, accents and punctuation alone."""
    return tuple(folded(word) for word in _WORD.findall(text))


def differing(text: str, other: str) -> tuple[Stretch, ...]:
    """`text` in stretches, with those marked whose words do not stand in `other` in that order."""
    import difflib

    matches = list(_WORD.finditer(text))
    matcher = difflib.SequenceMatcher(
        None, words_of(other), [folded(match[0]) for match in matches], autojunk=False
    )
    stretches: list[Stretch] = []
    at = 0
    for operation, _, _, first, last in matcher.get_opcodes():
        if operation == "equal" or first == last:
            continue
        start, end = matches[first].start(), matches[last - 1].end()
        if start > at:
            stretches.append(Stretch(text[at:start], False))
        stretches.append(Stretch(text[start:end], True))
        at = end
    if at < len(text):
        stretches.append(Stretch(text[at:], False))
    return tuple(stretches)
