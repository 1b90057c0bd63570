"""Small plots as inline SVG. Each says in words what it shows; numbers stand beside it on the page.

Colours are classes, so that the style sheet sets them for light, dark and paper. Never draws outside text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from curator.report.markup import Html, html
from curator.report.phrases import STATUS_WORDS

_WIDTH = 1000
_GAP = 4
"""Between two parts of a bar, so that they are told apart without colour."""
_LEAST = 3
"""The width of the smallest part, so that one claim in a million is seen."""


def status_bar(counts: Mapping[str, int], of: int, words: str) -> Html:
    """Claims by status as one bar in the order of `STATUS_WORDS`, `of` being its full length.

    `words` is read out instead of it; "" where the numbers stand beside it.
    """
    shown = [(status, counts.get(status, 0)) for status in STATUS_WORDS if counts.get(status, 0)]
    total = sum(count for _, count in shown)
    room = max(0, _WIDTH * total // max(of, 1) - (_GAP + _LEAST) * len(shown) + _GAP)
    parts: list[Html] = []
    at = before = 0
    for status, count in shown:
        width = _LEAST + room * (before + count) // total - room * before // total
        parts.append(
            html(
                '<rect class="s-{status}" x="{x}" y="0" width="{width}" height="20"/>',
                status=status,
                x=at,
                width=width,
            )
        )
        at += width + _GAP
        before += count
    return _drawing("bar", 20, words, parts)


def columns(values: Sequence[int], words: str) -> Html:
    """One column for each value, the largest one as high as the plot."""
    top = max(values, default=0) or 1
    pitch = _WIDTH / max(1, len(values))
    width = max(1, min(round(pitch * 0.8), 90))
    parts = []
    for place, value in enumerate(values):
        height = round(200 * value / top) if value else 0
        parts.append(
            html('<rect class="s-decisions" x="{x}" y="{y}" width="{width}" height="{height}"/>',
                 x=round(place * pitch + (pitch - width) / 2), y=200 - height, width=width, height=height)
        )  # fmt: skip
    return _drawing("columns", 200, words, parts)


def dot(count: int, most: int) -> Html:
    """A disc whose area grows with `count`; drawn beside the number, so it is not read out."""
    if not count:
        return Html("")
    radius = round(4 + 5 * (count / most) ** 0.5, 1)
    return html(
        '<svg class="dot" viewBox="0 0 20 20" aria-hidden="true" focusable="false">'
        '<circle cx="10" cy="10" r="{radius}"/></svg>',
        radius=str(radius),
    )


def _drawing(kind: str, height: int, words: str, parts: Sequence[Html]) -> Html:
    if not words:
        return html(
            '<svg class="{kind}" viewBox="0 0 1000 {height}" preserveAspectRatio="none" aria-hidden="true" '
            'focusable="false">{parts}</svg>',
            kind=kind, height=height, parts=parts,
        )  # fmt: skip
    return html(
        '<svg class="{kind}" viewBox="0 0 1000 {height}" preserveAspectRatio="none" role="img" '
        'aria-label="{words}">{parts}</svg>',
        kind=kind, height=height, words=words, parts=parts,
    )  # fmt: skip
