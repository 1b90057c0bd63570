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
    words = ""
    """The filter that the chips are of."""
    banner: reactive[str] = reactive("")
    """What takes the place of the chips while the past is shown; visible text."""

    def __init__(self, empty: str, *, numbered: bool = False, id: str) -> None:
        super().__init__(id=id)
        self._empty = empty
        """What it says where there is no filter; our own words."""
        self._numbered = numbered
        """Whether each chip has the number by which a key takes it away."""

    def left(self, ink: Inks, width: int) -> list[Piece]:
        if self.banner:
            return [(f" {self.banner} ", ink.mark_selected)]
        if not self.chips:
            return [(f" {self._empty}", ink.muted)]
        pieces: list[Piece] = []
        for number, chip in enumerate(self.chips, 1):
            told = f"{number} " if self._numbered and len(self.chips) > 1 else " "
            pieces += [
                (told if pieces else f" {told}", ink.faint),
                (f" {visible_line(chip)} ", ink.mark_choosing),
            ]
            pieces.append((" ", ink.muted))
        return pieces

    def right(self, ink: Inks, width: int) -> list[Piece]:
        return [(f"{self.told} ", ink.faint)] if self.told else []
