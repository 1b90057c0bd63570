"""How Curator looks: themes, the inks that lists and texts are drawn with, and the glyphs for each status.

Widgets ask for an ink by its meaning. A colour never carries a meaning alone: every status has a glyph and
a word, every mark in a text a second property that survives without colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style
from textual.theme import Theme

if TYPE_CHECKING:
    from textual.app import App

    from curator.models import ClaimView

DARK = Theme(
    name="curator-dark",
    dark=True,
    primary="#82aaff",
    secondary="#c4a7f5",
    accent="#f2c14e",
    success="#8fcf9b",
    warning="#f0b866",
    error="#f08b8b",
    foreground="#d5d9e2",
    background="#14161b",
    surface="#1a1d24",
    panel="#242833",
    variables={
        "prose": "#b4bbc9",
        "muted": "#9aa2b4",
        "faint": "#6b7386",
        "rule": "#333947",
        "row": "#20242e",
        "row-focus": "#2b3650",
        "mark": "#20242e",
        "mark-selected": "#4a3d14",
        "mark-hit": "#4b3a63",
        "ink-selected": "#fff3cf",
    },
)
LIGHT = Theme(
    name="curator-light",
    dark=False,
    primary="#2257b8",
    secondary="#6d3fb0",
    accent="#8a5a00",
    success="#22703a",
    warning="#8f5200",
    error="#b02a2a",
    foreground="#24272e",
    background="#fbfaf8",
    surface="#f4f2ee",
    panel="#e9e6e0",
    variables={
        "prose": "#3d424c",
        "muted": "#5c6370",
        "faint": "#767c87",
        "rule": "#d2cec6",
        "row": "#f0eee9",
        "row-focus": "#dbe5f8",
        "mark": "#efece5",
        "mark-selected": "#ffe9a8",
        "mark-hit": "#e7d9fb",
        "ink-selected": "#201a05",
    },
)
HIGH_CONTRAST = Theme(
    name="curator-contrast",
    dark=True,
    primary="#5fd7ff",
    secondary="#ff9cff",
    accent="#ffff00",
    success="#00ff87",
    warning="#ffd700",
    error="#ff8787",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    variables={
        "prose": "#e4e4e4",
        "muted": "#e4e4e4",
        "faint": "#c6c6c6",
        "rule": "#8a8a8a",
        "row": "#1c1c1c",
        "row-focus": "#00335f",
        "mark": "#262626",
        "mark-selected": "#ffff00",
        "mark-hit": "#5f005f",
        "ink-selected": "#000000",
    },
)
THEMES: tuple[Theme, ...] = (DARK, LIGHT, HIGH_CONTRAST)


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
    "rule", "row", "row-focus", "mark", "mark-selected", "mark-hit", "ink-selected",
)  # fmt: skip


@lru_cache(maxsize=8)
def _inks(variables: tuple[tuple[str, str], ...]) -> Inks:
    colour = {name: value.split()[0] for name, value in variables}

    def ink(name: str, *, bold: bool | None = None, italic: bool | None = None) -> Style:
        return Style(color=colour[name], bold=bold, italic=italic)

    return Inks(
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
        speaker=ink("primary", bold=True),
        cue=ink("muted", italic=True),
        shared=Style(color=colour["secondary"], underline=True),
        differs=Style(color=colour["ink-selected"], bgcolor=colour["mark-selected"], underline=True),
    )


def inks(app: App[object]) -> Inks:
    """The inks of the theme that the app wears now."""
    return Inks.of(app.theme_variables)


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

    def status(self, claim: ClaimView) -> str:
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


def status_ink(claim: ClaimView, inks: Inks) -> Style:
    """The ink of a claim's status."""
    style: Style = getattr(inks, claim.status)
    return style
