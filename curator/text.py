"""Text as shown and text as compared: `visible()` for the screen, `guarded()` for a spreadsheet, `folded()`
for matching, word diffs.

Never changes stored text, and never computes an offset in folded text without a map back.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

from curator.frozen import dataclass

_REPLACEMENT = "\ufffd"
_KEPT_FORMAT = frozenset("\u00ad")
"""Format characters without an effect on a terminal's state or on reading order."""


@cache
def _visible_table() -> dict[int, str]:
    table: dict[int, str] = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "\u2421"
    table[ord("\n")] = "\n"
    for code in range(0x80, 0xA0):
        table[code] = _REPLACEMENT
    for low, high in (
        (0x200B, 0x200F),  # zero width, marks of direction
        (0x2028, 0x202E),  # line and paragraph separators, bidi embeddings
        (0x2060, 0x206F),  # word joiner, bidi isolates, deprecated format characters
        (0xD800, 0xDFFF),  # lone surrogates
        (0xFE00, 0xFE0F),  # variation selectors
        (0xFFF0, 0xFFFB),  # interlinear annotation
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),  # tags and supplementary variation selectors
    ):
        for code in range(low, high + 1):
            table[code] = _REPLACEMENT
    for code in (0x061C, 0x180E, 0xFEFF, 0x115F, 0x1160, 0x3164, 0xFFA0):
        table[code] = _REPLACEMENT
    for code in range(0x00A0, 0x3000):
        if unicodedata.category(chr(code)) == "Cf" and chr(code) not in _KEPT_FORMAT:
            table.setdefault(code, _REPLACEMENT)
    return table


_PLAIN = re.compile(r"[\n -~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")


def visible(text: str) -> str:
    """`text` with every character that could steer a terminal made visible, code point for code point.

    C0 controls become their pictures (U+2400…), everything else that is invisible or changes reading
    order becomes U+FFFD; line feeds stay. `len(visible(t)) == len(t)`, so spans still fit. Idempotent.
    """
    if _PLAIN.fullmatch(text):
        return text
    return text.translate(_visible_table())


def visible_line(text: str) -> str:
    """`visible()` for one line: line feeds are shown as a space, so a title cannot break a layout."""
    return visible(text).replace("\n", " ")


_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_FORMULA_STARTS = frozenset("'=+-@\t\r")


def guarded(text: str) -> str:
    """`text` with a `'` before it where a spreadsheet would run it as a formula; `unguarded` takes it off.

    So that both directions are exact, a text that already is apostrophes before such a start gets one more.
    """
    return "'" + text if text[:1] in _FORMULA_STARTS and _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` made `cell` from."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


_TO_ASCII = str.maketrans(
    {
        "ı": "i",
        "İ": "I",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "þ": "th",
        "Þ": "Th",
        "‘": "'",
        "’": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‐": "-",
        "\u00a0": " ",
    }
)


def folded(text: str) -> str:
    """`text` for comparison only: accents, case and typographic quotes removed; Kalın = Kalin.

    Its length differs from the text's: use `Folding` where an offset has to come back.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_TO_ASCII))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@dataclass(frozen=True, slots=True)
class Folding:
    """A folded text with the way back: `origin[i]` is the code point of the original behind folded `i`."""

    text: str
    origin: tuple[int, ...]
    """One longer than the text: its last entry is the original's length."""

    @classmethod
    def of(cls, original: str) -> Folding:
        pieces: list[str] = []
        origin: list[int] = []
        for index, character in enumerate(original):
            piece = folded(character)
            pieces.append(piece)
            origin.extend([index] * len(piece))
        return cls("".join(pieces), (*origin, len(original)))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original's half-open range that covers the folded range `[start, end)`."""
        if end <= start:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1


_WORD = r"\w+(?:['’]\w+)*|[^\w\s]"
DiffOperation = Literal["equal", "delete", "insert"]


def word_diff(left: str, right: str) -> list[tuple[DiffOperation, str]]:
    """The word-level difference from `left` to `right`: operations with the words they concern.

    Words are compared folded, so Kalın and Kalin are equal (the left's spelling is given).
    """
    import difflib

    left_words, right_words = re.findall(_WORD, left), re.findall(_WORD, right)
    matcher = difflib.SequenceMatcher(
        None, [folded(w) for w in left_words], [folded(w) for w in right_words], autojunk=False
    )
    result: list[tuple[DiffOperation, str]] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            result.append(("equal", " ".join(left_words[i:j])))
            continue
        if j > i:
            result.append(("delete", " ".join(left_words[i:j])))
        if m > k:
            result.append(("insert", " ".join(right_words[k:m])))
    return result
