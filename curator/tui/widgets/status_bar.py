"""Claims by status as one bar of textured parts, with the legend that explains it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.cells import cell_len
from rich.style import Style

from curator.tui.blocks import parted
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.panel import Line

PARTS = ("confirmed", "merged", "disputed", "rejected", "pending")
"""In the order of the bar: what stands first, what is left last."""
_TEXTURES = {"confirmed": "█", "merged": "▓", "disputed": "▚", "rejected": "▒", "pending": "─"}
"""What tells the parts apart besides their colours."""
_WORDS = {"pending": "open"}


class ByStatus(Protocol):
    """Counts of claims by status."""

    @property
    def pending(self) -> int: ...
    @property
    def confirmed(self) -> int: ...
    @property
    def rejected(self) -> int: ...
    @property
    def merged(self) -> int: ...
    @property
    def disputed(self) -> int: ...


def status_bar(counts: ByStatus, width: int, ink: Inks, parts: Sequence[str] = PARTS) -> Line:
    """A bar of exactly `width` cells."""
    cells = parted([getattr(counts, part) for part in parts], width)
    pieces = [
        (_TEXTURES[part] * count, _ink(part, ink)) for part, count in zip(parts, cells, strict=True) if count
    ]
    rest = width - sum(cells)
    return [*pieces, (" " * rest, ink.faint)] if rest else pieces


def legend(counts: ByStatus, ink: Inks, width: int) -> list[Line]:
    """What the parts of a bar stand for, with their counts, on as many lines as it takes."""
    lines: list[list[tuple[str, Style]]] = [[]]
    room = width
    for part in PARTS:
        number, word = f"{getattr(UNICODE, part)} {getattr(counts, part):,}", f" {_WORDS.get(part, part)}   "
        needed = cell_len(number) + cell_len(word)
        if needed - 3 > room:
            lines.append([])
            room = width
        room -= needed
        lines[-1] += [(number, _ink(part, ink)), (word, ink.muted)]
    for line in lines:
        text, style = line[-1]
        line[-1] = text.rstrip(), style
    return list(lines)


def _ink(part: str, ink: Inks) -> Style:
    style: Style = ink.faint if part == "pending" else getattr(ink, part)
    return style
