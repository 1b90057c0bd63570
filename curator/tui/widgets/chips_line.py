"""The filter of a list as chips, or the banner of a moment that is only looked at."""

from __future__ import annotations

from textual.reactive import reactive

from curator.text import visible_line
from curator.tui.theme import Inks
from curator.tui.widgets.one_line import OneLine, Piece


class ChipsLine(OneLine):
    """What the list below shows."""

    chips: reactive[tuple[str, ...]] = reactive(())
    told: reactive[str] = reactive("")
    """How much there is; our own words."""
    banner: reactive[str] = reactive("")
    """What takes the place of the chips while the past is shown; visible text."""

    def left(self, ink: Inks, width: int) -> list[Piece]:
        if self.banner:
            return [(f" {self.banner} ", ink.mark_selected)]
        if not self.chips:
            return [(" all decisions, the newest first", ink.muted)]
        pieces: list[Piece] = []
        for chip in self.chips:
            pieces += [(" ", ink.muted), (f" {visible_line(chip)} ", ink.mark_choosing)]
        return pieces

    def right(self, ink: Inks, width: int) -> list[Piece]:
        return [(f"{self.told} ", ink.faint)] if self.told else []
