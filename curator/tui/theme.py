"""How Curator looks: the inks that lists and texts are drawn with, and the glyphs for each status.

Widgets ask for an ink by its meaning. A colour never carries a meaning alone: every status has a glyph and
a word, every mark in a text a second property that survives without colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

if TYPE_CHECKING:
    from textual.app import App

    from curator.models import ClaimPlace, ClaimView


class Inks(NamedTuple):
    """Rich styles by meaning; foregrounds have no background, so that a row's own shows through."""

    text: Style
    prose: Style
    """An article's words outside of claims."""
    muted: Style
    faint: Style
    accent: Style
    title: Style
    pending: Style
    confirmed: Style
    rejected: Style
    merged: Style
    disputed: Style
    contradicts: Style
    same: Style
    error: Style
    rule: Style
    """A frame without the focus."""
    row: Style
    """The background of the current row of a pane without focus."""
    row_focus: Style
    """The background of the current row of the pane that has the focus."""
    mark: Style
    """An undecided claim in the article."""
    mark_decided: Style
    mark_rejected: Style
    mark_choosing: Style
    """Words that are being chosen."""
    mark_selected: Style
    """The claim under the cursor, in the article."""
    mark_hit: Style
    """Words that were searched for."""
    speaker: Style
    cue: Style
    differs: Style
    """Words that only one of two claims has."""
    shared: Style
    """Words that two unlike claims have both."""

    @classmethod
    def of(cls, variables: Mapping[str, str]) -> Inks:
        """The inks of a theme, from its variables."""
        return _inks(tuple((name, variables[name]) for name in _VARIABLES))


_VARIABLES = (
    "foreground", "prose", "muted", "faint", "primary", "success", "error", "secondary", "warning", "accent",
    "background", "rule", "row", "row-focus", "mark", "mark-selected", "mark-hit", "ink-selected",
)  # fmt: skip


@lru_cache(maxsize=8)
def _inks(variables: tuple[tuple[str, str], ...]) -> Inks:
    colour = {name: value.split()[0].removeprefix("ansi_") for name, value in variables}

    def ink(name: str, *, bold: bool | None = None, italic: bool | None = None) -> Style:
        return Style(color=colour[name], bold=bold, italic=italic)

    true = Inks(
        text=ink("foreground"),
        prose=ink("prose"),
        muted=ink("muted"),
        faint=ink("faint"),
        accent=ink("primary"),
        title=ink("foreground", bold=True),
        pending=ink("primary"),
        confirmed=ink("success"),
        rejected=ink("error"),
        merged=ink("secondary"),
        disputed=ink("warning", bold=True),
        contradicts=ink("warning"),
        same=ink("secondary"),
        error=ink("error", bold=True),
        rule=ink("rule"),
        row=Style(bgcolor=colour["row"]),
        row_focus=Style(bgcolor=colour["row-focus"]),
        mark=Style(color=colour["foreground"], bgcolor=colour["mark"], underline=True),
        mark_decided=Style(color=colour["foreground"], bgcolor=colour["mark"]),
        mark_rejected=Style(color=colour["faint"], strike=True),
        mark_choosing=Style(bgcolor=colour["row-focus"], bold=True, underline=True),
        mark_selected=Style(
            color=colour["ink-selected"], bgcolor=colour["mark-selected"], bold=True, underline=False
        ),
        mark_hit=Style(bgcolor=colour["mark-hit"], bold=True),
        speaker=Style(color=colour["primary"], bold=True, underline=True),
        cue=Style(color=colour["muted"], italic=True, underline=True),
        shared=Style(color=colour["secondary"], underline=True),
        differs=Style(color=colour["ink-selected"], bgcolor=colour["mark-selected"], underline=True),
    )
    return _of_sixteen(true, colour) if dict(variables)["background"].startswith("ansi_") else true


def _of_sixteen(inks: Inks, colour: Mapping[str, str]) -> Inks:
    """The inks where there are sixteen colours: what true colours tell by shades is told by other means."""
    dim = Style(dim=True)
    return inks._replace(
        muted=inks.text,
        faint=inks.text + dim,
        rule=inks.text + dim,
        row=Style(bold=True),
        row_focus=Style(color="bright_white", bgcolor=colour["row-focus"], bold=True, dim=False),
        mark=Style(underline=True),
        mark_decided=Style(color=colour["primary"]),
        mark_rejected=Style(color=colour["error"], strike=True),
        mark_choosing=Style(color="bright_white", bgcolor=colour["row-focus"], bold=True, underline=True),
        mark_hit=Style(color="black", bgcolor=colour["mark-hit"]),
    )


def _colourless(inks: Inks) -> Inks:
    """The inks where no colour may be: what stands out does so by being reversed."""
    reverse = Style(reverse=True)
    return inks._replace(
        row=Style(bold=True),
        row_focus=reverse,
        mark_selected=Style(bold=True, reverse=True, underline=False),
        mark_choosing=Style(bold=True, reverse=True, underline=True),
        mark_hit=reverse,
        differs=Style(reverse=True, underline=True),
    )


def inks(app: App[object]) -> Inks:
    """The inks of the theme that the app wears now."""
    drawn = Inks.of(app.theme_variables)
    return _colourless(drawn) if app.no_color else drawn


class Glyphs(NamedTuple):
    """One sign for each state, in a set that the terminal can show."""

    pending: str = "○"
    skipped: str = "◌"
    confirmed: str = "✓"
    rejected: str = "✗"
    merged: str = "="
    disputed: str = "!"
    stale: str = "~"
    same: str = "="
    contradicts: str = "≠"
    unrelated: str = "·"
    cursor: str = "▸"
    bar: str = "▌"
    full: str = "━"
    empty: str = "─"
    dot: str = "·"

    def status(self, claim: ClaimView | ClaimPlace) -> str:
        """The sign of a claim's status."""
        if claim.status == "pending":
            return self.stale if claim.stale else self.skipped if claim.skipped else self.pending
        return str(getattr(self, claim.status))


UNICODE = Glyphs()
ASCII = Glyphs(
    pending="?", skipped="-", confirmed="+", rejected="x", contradicts="#", unrelated=".",
    cursor=">", bar="|", full="#", empty="-", dot="-",
)  # fmt: skip


def status_word(claim: ClaimView) -> str:
    """The status of a claim in one word."""
    if claim.status == "pending":
        return "stale" if claim.stale else "skipped" if claim.skipped else "open"
    return claim.status


def status_ink(claim: ClaimView | ClaimPlace, inks: Inks) -> Style:
    """The ink of a claim's status."""
    style: Style = getattr(inks, claim.status)
    return style
