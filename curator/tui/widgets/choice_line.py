"""A one-key question in place of the footer: which type of contradiction, what to edit, which verdict."""

from __future__ import annotations

from typing import ClassVar

from curator.tui.actions import Context
from curator.tui.answering import Asker
from curator.tui.keymap import Keymap
from curator.tui.widgets.key_line import KeyLine


class ChoiceLine(KeyLine, can_focus=True, inherit_bindings=False):
    """Holds the keys of one question while it is open, and shows them."""

    CONTEXT: ClassVar[Context]

    def __init__(self, keymap: Keymap, asker: Asker, suggestion: str = "") -> None:
        super().__init__(keymap, id=f"choice-{self.CONTEXT}")
        self._asker = asker
        self.set_reactive(KeyLine.context, self.CONTEXT)
        self._suggestion = suggestion

    async def action_choose(self, answer: str) -> None:
        await self._asker.answer(answer)

    async def action_suggested(self) -> None:
        await self._asker.answer(self._suggestion)

    def action_abandon(self) -> None:
        self._asker.abandon()


class ContradictionChoice(ChoiceLine):
    """How do the two contradict each other?"""

    CONTEXT = "contradiction"


class EditChoice(ChoiceLine):
    """What is to be corrected?"""

    CONTEXT = "edit"


class RepeatChoice(ChoiceLine):
    """Which of two answers to the same claim is to stand?"""

    CONTEXT = "repeat"


class VerdictChoice(ChoiceLine):
    """Which verdict is to stand?"""

    CONTEXT = "verdict"


class JumpChoice(ChoiceLine):
    """Where to go?"""

    CONTEXT = "jump"


class MarkChoice(ChoiceLine):
    """Which mark to set, or to go to?"""

    CONTEXT = "mark"


class ChipChoice(ChoiceLine):
    """Which part of the filter to take away?"""

    CONTEXT = "chip"


class TogetherChoice(ChoiceLine):
    """Are all of these to be decided?"""

    CONTEXT = "together"
