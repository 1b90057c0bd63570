"""Words and marks of a text with their places, and its paragraphs.

Every token is a stretch of the text as it stands; nothing is normalised but the key `low`, and no offset is
ever computed in folded text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""(?:https?://|www\.)\S+
    | [^\W\d_](?:\.[^\W\d_])+(?:\.?[-‐‑]\w+|\.?(?!\w))      # U.S.  p.m.  U.S.-backed
    | \d+(?:[.,:]\d+)*\w*(?:[-‐‑–/]\w+)*%?                # 147,000  14-year-old  8–10  12%
    | \w+(?:[-‐‑'’`&/@]\w+|\.(?:com|org|net|ca|gov|edu|info|tv)\b)*
    | \.\.+ | --+ | `` | '' | [^\w\s]""",
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’`]t|['’`](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_LINE_BREAK = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|[\n\r\v\f\u2028\u2029\x85])\s*")
_SPACES = re.compile(r"\s*")
WRAPPED_LINE = range(50, 110)
"""Length of a line that was broken by a program and not by an author."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists, one entry a token."""

    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    """Lower-cased, with a straight apostrophe; clitics ("n't", "'s") are tokens of their own."""

    def first_from(self, offset: int) -> int:
        """The index of the first token that starts at `offset` or later."""
        return bisect_left(self.start, offset)


def tokenised(text: str) -> Tokens:
    """The tokens of `text` in order; linear in its length."""
    tokens = Tokens()
    add_start, add_end, add_low = tokens.start.append, tokens.end.append, tokens.low.append
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        low = match.group().lower()
        if "’" in low or "`" in low:
            low = low.replace("’", "'").replace("`", "'")
        if "'" in low and len(low) > 2 and (clitic := _CLITIC.search(text, start, end)):
            cut = clitic.start()
            if cut > start:
                add_start(start)
                add_end(cut)
                add_low(text[start:cut].lower())
                low = text[cut:end].lower().replace("’", "'").replace("`", "'")
                start = cut
        add_start(start)
        add_end(end)
        add_low(low)
    return tokens


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The spans of the paragraphs of `text`; single line breaks end one unless the text is hard-wrapped."""
    breaks = [(m.start(), m.end(), m.group()) for m in _LINE_BREAK.finditer(text)]
    single = [b for b in breaks if _line_count(b[2]) == 1]
    wrapped = _is_wrapped(text, breaks) if single else False
    spans: list[tuple[int, int]] = []
    position = _SPACES.match(text).end()  # type: ignore[union-attr]
    for start, end, gap in breaks:
        if end >= len(text) or start < position:
            continue
        if _line_count(gap) == 1 and (wrapped or text[end].islower()):
            continue
        spans.append((position, _without_blanks(text, position, start)))
        position = end
    stop = len(text.rstrip())
    if stop > position:
        spans.append((position, stop))
    return spans


def _without_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _line_count(gap: str) -> int:
    return max(gap.count("\n"), gap.count("\r"), 1)


def _is_wrapped(text: str, breaks: list[tuple[int, int, str]]) -> bool:
    """Whether most lines before a single break are as long as a program makes them and end mid-sentence."""
    position = lines = broken = 0
    for start, end, gap in breaks:
        if _line_count(gap) == 1:
            lines += 1
            if start - position in WRAPPED_LINE and text[start - 1 : start] not in '.!?:”"’':
                broken += 1
        position = end
    return lines >= 4 and broken * 10 >= lines * 6
