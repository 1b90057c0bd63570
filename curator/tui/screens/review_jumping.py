"""Going far: `g` and a letter, and claims marked with a letter to come back to.

Never decides anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.models import CuratorError
from curator.tui.screens.review_moving import BEFORE

if TYPE_CHECKING:
    from curator.tui.screens.review_moving import Moving as Base
else:
    Base = object

_MOST_TOLD = 6
_WANTED = {
    "disputed": ("disputed", "There is no other claim on which reviewers differ."),
    "contradictions": ("has:contradictions", "There is no other claim with a contradiction."),
}
"""What the next claim has to be, and what is said where there is none."""


class Jumping(Base):
    """Jumps and marks."""

    async def action_jump(self) -> None:
        await self.choose("jump", "Go to", self._jump)

    async def _jump(self, where: str) -> None:
        self.say("hint", "")
        match where:
            case "top" | "end":
                self.action_edge(-1 if where == "top" else 1)
            case "article" | "back":
                self.action_article(1 if where == "article" else -1)
            case "undecided":
                self.action_undecided(1)
            case "mark":
                await self.action_to_mark()
            case "before":
                self._go_to_mark(where)
            case _:
                also, otherwise = _WANTED[where]
                self.far(lambda: self.sitting.go_next(also), otherwise)

    async def action_set_mark(self) -> None:
        claim = self.sitting.view.claim
        if claim is None:
            self.say("failed", "there is no claim to mark")
            return

        from curator.review.sentences import named

        def mark(letter: str) -> None:
            if letter == "before":
                self.say("hint", "That mark is set by every jump.")
            elif self.attempt(lambda: self.workspace.set_mark(letter, claim.claim.id)):
                self.say("done", f"marked {letter}: {named(claim)}")

        await self.choose("mark", f"Mark with which letter?{self._marks_told()}", mark)

    async def action_to_mark(self) -> None:
        if not self.workspace.marks():
            self.say("hint", "No claim is marked yet: M and a letter marks this one.")
            return
        await self.choose("mark", f"To which mark?{self._marks_told()}", self._go_to_mark)

    def _go_to_mark(self, letter: str) -> None:
        claim_id = self.workspace.marks().get(BEFORE if letter == "before" else letter)
        if claim_id is None:
            self.say(
                "hint", "There was no jump yet." if letter == "before" else f"Nothing is marked {letter}."
            )
            return
        self.say("hint", "")
        self.far(lambda: self.sitting.go_to(claim_id))

    def _marks_told(self) -> str:
        """The marks that are set, each with its claim in a few words."""
        from curator.review.sentences import named

        told = []
        marks = {letter: claim for letter, claim in self.workspace.marks().items() if letter != BEFORE}
        for letter, claim_id in list(marks.items())[:_MOST_TOLD]:
            try:
                told.append(f"{letter} {named(self.workspace.claim(claim_id))}")
            except CuratorError:
                continue  # a claim that was added and taken back
        more = f" · and {len(marks) - _MOST_TOLD} more" if len(marks) > _MOST_TOLD else ""
        return "  " + " · ".join(told) + more if told else ""
