"""A claim in its place: the words themselves and the sentences around them, as the article has them.

Never changes a word of the article; where something is left out there is an ellipsis.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from curator.titles import one_line

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])|\n+")
"""Where a sentence ends: a full stop before something that can begin one, or the end of a paragraph."""
_CLOSING = ".!?…\"'”’»)]"
_BEFORE, _AFTER, _CLAIM = 360, 260, 1200
"""At most so many code points are shown before a claim, after it, and of it."""
_LINE_END = re.compile(r"\n\s*")
_SHORT_LINE = 70
"""A line of so many code points is not full: where it ends, its writer ended it."""
_AHEAD = 8
"""So many code points of a claim tell whether a sentence begins with it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A claim between the words that stand before and after it."""

    before: str
    claim: str
    after: str


def passage(text: str, start: int, end: int, title: str = "") -> Passage:
    """The claim at `[start, end)` with its sentence and the one before; boundaries outside are clamped.

    What stands over an article's sentences (its `title`, who wrote it, when) is none of them.
    """
    start = max(0, min(start, len(text)))
    end = max(start, min(end, len(text)))
    before = _before(text, start)
    before = before[_heading_end(before, text[start : start + 1], title) :]
    return Passage(before, shortened(text[start:end], _CLAIM), _after(text, start, end))


def shortened(text: str, limit: int) -> str:
    """`text` where it fits, else its beginning up to a word's end, with an ellipsis."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", limit // 2, limit)
    return text[: cut if cut > 0 else limit].rstrip() + " …"


def _before(text: str, start: int) -> str:
    """The rest of the claim's own sentence and one whole sentence before it."""
    reach = max(0, start - _BEFORE)
    ends = _SENTENCE_END.finditer(text, reach, min(len(text), start + _AHEAD))
    starts = [match.end() for match in ends if match.end() <= start]
    if reach == 0:
        starts.insert(0, 0)
    # with the claim at the start of its sentence, the last one that starts is the one before already
    inner = [at for at in starts if text[at:start].strip()]
    own = len(inner) == len(starts)
    if inner:
        return text[inner[-2] if own and len(inner) > 1 else inner[-1] : start].lstrip()
    cut = text.find(" ", reach, start)
    return "… " + text[cut + 1 : start] if reach and cut >= 0 else text[reach:start]


def _heading_end(before: str, following: str, title: str) -> int:
    """Where the last of the lines ends that are no sentence: a headline, a byline, a date; 0 without one."""
    begin = end = 0
    for match in _LINE_END.finditer(before):
        line = before[begin : match.start()].rstrip()
        begin = match.end()
        goes_on = (before[begin : begin + 1] or following).islower()
        ended = match[0].count("\n") > 1 or (len(line) <= _SHORT_LINE and not goes_on)
        unfinished = line.rstrip(_CLOSING) == line and not line.endswith((":", ",", ";"))
        if (ended and unfinished) or one_line(line) == title != "":
            end = begin
    return end


def _after(text: str, start: int, end: int) -> str:
    """The rest of the claim's own sentence."""
    marks = end
    while marks > start and text[marks - 1] in _CLOSING:
        marks -= 1
    match = _SENTENCE_END.search(text, marks, min(len(text), end + _AFTER))
    if match is not None:
        return text[end : max(end, match.end())].rstrip()
    if end + _AFTER >= len(text):
        return text[end:].rstrip()
    cut = text.rfind(" ", end, end + _AFTER)
    return text[end : cut if cut > end else end + _AFTER].rstrip() + " …"
