"""Tables that scroll sideways where they are wider than the screen, with their headings in place.

Never decides what is in a cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from curator.report.markup import NOTHING, Html, html


def table(
    label: str, head: Sequence[Html], rows: Sequence[Html], *, caption: str = "", kind: str = ""
) -> Html:
    """A table of `<tr>` rows under `<th>` headings; `label` names it to those who do not see it."""
    return html(
        '{caption}<div class="scroll" tabindex="0" role="region" aria-label="{label}"><table class="{kind}">'
        "<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>",
        label=label,
        kind=kind or "plain-table",
        caption=html('<p class="caption">{caption}</p>', caption=caption) if caption else NOTHING,
        head=head,
        rows=rows,
    )


def heading(name: str) -> Html:
    """The heading of a column of words."""
    return html('<th scope="col">{name}</th>', name=name)


def number_heading(name: str) -> Html:
    """The heading of a column of numbers."""
    return html('<th scope="col" class="n">{name}</th>', name=name)


def row_heading(name: str | Html) -> Html:
    """The first cell of a row."""
    return html('<th scope="row">{name}</th>', name=name)


def number_cell(value: str) -> Html:
    """A cell with a number, as it is shown."""
    return html('<td class="n">{value}</td>', value=value)


def row(*cells: Html) -> Html:
    """One row of cells."""
    return html("<tr>{cells}</tr>", cells=cells)
