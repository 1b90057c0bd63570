"""Tests for the themes: what can be read in each, and which colours reach the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from curator import Workspace
from curator.tui.palettes import DARK, HIGH_CONTRAST, LIGHT, THEMES
from curator.tui.theme import Inks, inks
from curator.tui.workbench import Workbench
from tests.tui.terminal import curator

_COLOUR = re.compile(rb"\x1b\[([0-9;]*)m")
_READ = (
    *("text", "prose", "muted", "accent", "title"),
    *("pending", "confirmed", "rejected", "merged", "disputed"),
)


def drawn_with(theme: Theme) -> Inks:
    """The inks that a theme gives."""
    system = theme.to_color_system()
    return Inks.of({**system.generate(), **theme.variables})


def contrast(ink: str, ground: str) -> float:
    """The contrast ratio of the web's accessibility guidelines, 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [part / 255 for part in Color.parse(colour).rgb]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("theme", "least"), [(DARK, 4.5), (LIGHT, 4.5), (HIGH_CONTRAST, 7.0)], ids=lambda value: str(value)[:24]
)
def test_every_word_can_be_read_on_every_ground(theme: Theme, least: float) -> None:
    drawn = drawn_with(theme)
    grounds = (theme.background, theme.variables["row"], theme.variables["row-focus"], theme.panel)
    for name in _READ:
        ink = getattr(drawn, name).color
        for ground in grounds:
            assert ground is not None
            assert contrast(ink.name, ground) >= least, f"{theme.name}: {name} on {ground}"
    assert contrast(drawn.faint.color.name, theme.background or "") >= least
    for mark in (drawn.mark_selected, drawn.differs):
        assert contrast(mark.color.name, mark.bgcolor.name) >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_no_state_of_a_claim_is_told_by_an_ink_of_another(theme: Theme) -> None:
    drawn = drawn_with(theme)
    states = [drawn.pending, drawn.confirmed, drawn.rejected, drawn.merged, drawn.disputed]
    assert len({str(state) for state in states}) == len(states)
    marks = [drawn.mark, drawn.mark_decided, drawn.mark_rejected, drawn.mark_selected, drawn.mark_choosing]
    assert len({str(mark) for mark in marks}) == len(marks)


def colours_of(raw: bytes) -> set[int]:
    """The numbers in all colour sequences that were written."""
    return {int(part) for found in _COLOUR.findall(raw) for part in found.split(b";") if part}


@pytest.mark.parametrize("term", ["xterm", "linux", "screen"])
def test_where_there_are_sixteen_colours_only_those_are_used(db: Path, term: str) -> None:
    with curator("--db", str(db), "review", env={"TERM": term, "COLORTERM": ""}) as terminal:
        terminal.wait_for("c confirm")
        for view in "c2345":
            terminal.send(view)
            terminal.settle()
        used = colours_of(bytes(terminal.raw))
    assert not used & {38, 48}
    assert used & set(range(90, 98)), "bright ones are among them"


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_a_theme_chosen_while_it_runs_is_worn_at_once(db: Path, theme: Theme) -> None:
    with Workspace.open(db, reviewer="ana") as workspace:
        app = Workbench(workspace, db)
        async with app.run_test(size=(120, 40)) as pilot:
            app.theme = theme.name
            await pilot.pause()
            lines = app.screen._compositor.render_strips()
            used = {
                segment.style.color.name
                for line in lines
                for segment in line
                if segment.style and segment.style.color
            }
            pending = inks(app).pending.color
            assert pending is not None and pending.name in used
            if theme.ansi:
                assert not any(name.startswith("#") for name in used)


def test_without_colours_the_row_under_the_cursor_is_reversed(db: Path) -> None:
    with curator("--db", str(db), "review", env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("c confirm")
        terminal.settle()
        assert 7 in colours_of(bytes(terminal.raw))
        assert not colours_of(bytes(terminal.raw)) & {*range(30, 38), *range(40, 49), *range(90, 108)}
