"""The colours to choose from: dark, light and high-contrast, and two for terminals with sixteen colours.

A colour here has a name and no meaning: what is drawn with it is said in `theme.py`.
"""

from __future__ import annotations

from typing import Literal, cast

from textual.theme import BUILTIN_THEMES, Theme

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
        "faint": "#828a9d",
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
        "faint": "#686e79",
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
    error="#ffa3a3",
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
        "row-focus": "#002b50",
        "mark": "#262626",
        "mark-selected": "#ffff00",
        "mark-hit": "#5f005f",
        "ink-selected": "#000000",
    },
)
_SIXTEEN_DARK = {
    "success": "ansi_bright_green",
    "warning": "ansi_bright_yellow",
    "error": "ansi_bright_red",
    "primary": "ansi_bright_cyan",
    "secondary": "ansi_bright_magenta",
}
_SIXTEEN_LIGHT = {
    "success": "ansi_green",
    "warning": "ansi_magenta",
    "error": "ansi_red",
    "primary": "ansi_blue",
    "secondary": "ansi_magenta",
}


def _sixteen(name: str, colours: dict[str, str], *, dark: bool) -> Theme:
    """The terminal's own sixteen colours on its own background, whatever that is."""
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        accent=colours["primary"],
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables={
            **BUILTIN_THEMES["ansi-dark" if dark else "ansi-light"].variables,
            **dict.fromkeys(("prose", "muted", "faint", "rule", "row", "mark"), "ansi_default"),
            "row-focus": "ansi_blue",
            "mark-selected": "ansi_yellow",
            "mark-hit": "ansi_cyan",
            "ink-selected": "ansi_black",
        },
        **colours,  # type: ignore[arg-type]
    )


SIXTEEN = _sixteen("curator-16", _SIXTEEN_DARK, dark=True)
SIXTEEN_LIGHT = _sixteen("curator-16-light", _SIXTEEN_LIGHT, dark=False)
THEMES: tuple[Theme, ...] = (DARK, LIGHT, HIGH_CONTRAST, SIXTEEN, SIXTEEN_LIGHT)


def fitting() -> Theme:
    """The palette for this terminal where none is wished for: shades only where it can show them."""
    from rich.console import Console
    from textual.constants import COLOR_SYSTEM

    asked = cast(Literal["auto"], COLOR_SYSTEM)
    console = Console(color_system=asked, force_terminal=True, legacy_windows=False)
    return SIXTEEN if console.color_system in ("standard", "windows") else DARK
