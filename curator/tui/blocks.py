"""Plots in block characters: bars of parts, columns over time, and an interval on a scale.

Plain strings and widths, so that a widget gives each part its ink; what tells two parts apart besides the
ink is their texture. Never draws outside text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_EIGHTHS = " ▁▂▃▄▅▆▇█"


def parted(counts: Sequence[int], width: int) -> list[int]:
    """`width` cells shared out by `counts`: in sum exactly `width`, and at least one for what is not zero.

    All zero where nothing is counted, or where there is less than a cell for each.
    """
    total = sum(counts)
    some = sum(1 for count in counts if count)
    if not total or width < some:
        return [0] * len(counts)
    free = width - some
    exact = [count * free / total for count in counts]
    cells = [int(share) + (1 if count else 0) for share, count in zip(exact, counts, strict=True)]
    by_rest = sorted((n for n, count in enumerate(counts) if count), key=lambda n: int(exact[n]) - exact[n])
    for n in by_rest[: width - sum(cells)]:
        cells[n] += 1
    return cells


def columns(values: Sequence[int], height: int, top: int = 0) -> list[str]:
    """One character a value and `height` lines, the highest first; `top` is the full height's value.

    What is not zero is always seen. The largest value is the top where none is given.
    """
    top = max(top, *values, 1) if values else 1
    steps = [max(1, round(value * height * 8 / top)) if value else 0 for value in values]
    return [
        "".join(_EIGHTHS[min(8, max(0, step - 8 * level))] for step in steps)
        for level in range(height - 1, -1, -1)
    ]


def gathered(values: Sequence[int], count: int) -> list[int]:
    """`values` as at most `count` sums of equally many neighbours, aligned at the end."""
    if len(values) <= count or count < 1:
        return list(values)
    size = -(-len(values) // count)
    ends = range(len(values), 0, -size)
    return [sum(values[max(0, end - size) : end]) for end in ends][::-1]


def spread(line: str, width: int) -> str:
    """`line` with each character widened, so that all fill `width` cells, with gaps where there is room."""
    count = len(line)
    if not count or width <= count:
        return line[:width]
    edges = [n * width // count for n in range(count + 1)]
    cells = [end - start for start, end in pairwise(edges)]
    gap = 1 if min(cells) > 1 else 0
    return "".join(character * (size - gap) + " " * gap for character, size in zip(line, cells, strict=True))


def interval(low: float, middle: float, high: float, top: float, width: int) -> str:
    """An interval with its middle on a scale from 0 to `top` in exactly `width` cells: `  ├──●────┤   `."""
    if width < 3:
        return " " * max(0, width)

    def place(value: float) -> int:
        return round(min(1.0, max(0.0, value / top if top else 0.0)) * (width - 1))

    start, point, end = place(low), place(middle), place(high)
    cells = [" "] * width
    for n in range(start, end + 1):
        cells[n] = "─"
    cells[start], cells[end] = "├", "┤"
    cells[point] = "●"
    return "".join(cells)
