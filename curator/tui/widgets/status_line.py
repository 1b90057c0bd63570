"""The line that says what was just done, what went wrong, or what can be done next."""

from __future__ import annotations

from typing import Literal

from textual.reactive import reactive

from curator.text import visible_line
from curator.tui.theme import Inks
from curator.tui.widgets.one_line import OneLine, Piece

Tone = Literal["hint", "done", "refused", "failed"]
_SIGNS: dict[Tone, str] = {"hint": " ", "done": "✓", "refused": "≠", "failed": "!"}


class StatusLine(OneLine):
    """One sentence with its tone in a sign and an ink; work behind the screen is told at the right."""

    said: reactive[tuple[Tone, str]] = reactive(("hint", ""))
    behind: reactive[str] = reactive("")
    """What goes on behind the screen ("reading 12 of 40 files"), "" for nothing."""

    def say(self, tone: Tone, text: str) -> None:
        """Show one sentence; outside text in it is made visible here."""
        self.said = (tone, visible_line(text))

    def left(self, ink: Inks, width: int) -> list[Piece]:
        tone, text = self.said
        style = {"hint": ink.muted, "done": ink.text, "refused": ink.contradicts, "failed": ink.error}[tone]
        sign = {"done": ink.confirmed}.get(tone, style)
        return [(f" {_SIGNS[tone]} ", sign), (text, style)]

    def right(self, ink: Inks, width: int) -> list[Piece]:
        return [(f" {visible_line(self.behind)} ", ink.accent)] if self.behind else []
