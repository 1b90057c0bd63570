"""The screen in ASCII alone, for terminals and fonts that have nothing else.

Works on lines that are drawn already, so that no widget has to know of it: borders, signs, scroll bars and
the articles' own letters. Never changes the width of anything, and never what is stored.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from curator.text import folded
from curator.tui.theme import ASCII, UNICODE, Glyphs

_SIGNS: dict[str, str] = {
    getattr(UNICODE, name): getattr(ASCII, name) for name in Glyphs.__annotations__
} | {
    "·": "-", "…": "~", "↑": "^", "↓": "v", "←": "<", "→": ">", "×": "x", "─": "-", "━": "=", "•": "*",
    "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\u00a0": " ",
    "⌫": "<", "⏎": "<", "␤": "/", "▓": "=", "▚": "%", "▒": "x", "●": "o", "▁": "_", "▂": "_", "▃": "_",
    "◆": "*", "▔": "-", "🔎": " ", "κ": "k", "α": "a",
}  # fmt: skip


class PlainSigns(LineFilter):
    """Draws every line in ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with each sign replaced by one of the same width."""
        return [
            segment
            if segment.text.isascii()
            else Segment(plain(segment.text), segment.style, segment.control)
            for segment in segments
        ]


@lru_cache(4096)
def plain(text: str) -> str:
    """`text` in ASCII, as many cells wide as it was."""
    return "".join(map(_plain_sign, text))


@lru_cache(4096)
def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    width = cell_len(sign)
    if sign in _SIGNS:
        return _SIGNS[sign] * width
    name = unicodedata.name(sign, "")
    if name.startswith("BOX DRAWINGS"):
        words = set(name.split())
        across, down = bool(words & {"HORIZONTAL", "LEFT", "RIGHT"}), bool(words & {"VERTICAL", "UP", "DOWN"})
        return ("+" if across == down else "-" if across else "|") * width
    if "\u2580" <= sign <= "\u259f":
        return "#" * width
    letter = folded(sign)
    if len(letter) == width and letter.isascii() and letter.isprintable():
        return letter.upper() if sign.isupper() else letter
    return "?" * width
