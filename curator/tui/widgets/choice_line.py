"""A one-key question in place of the footer: which type of contradiction, what to edit, which verdict."""

from __future__ import annotations

from typing import ClassVar

from curator.tui.keys import Context, Keymap, bindings
from curator.tui.messages import Abandoned, Answered
from curator.tui.widgets.key_line import KeyLine


class ChoiceLine(KeyLine, can_focus=True, inherit_bindings=False):
    """Holds the keys of one question while it is open, and shows them."""

    CONTEXT: ClassVar[Context]

    def __init__(self, keymap: Keymap, suggestion: str = "") -> None:
        super().__init__(keymap, id="choice")
        self.set_reactive(KeyLine.context, self.CONTEXT)
        self._suggestion = suggestion

    def on_mount(self) -> None:
        self.focus()

    def action_choose(self, answer: str) -> None:
        self.post_message(Answered(answer))

    def action_suggested(self) -> None:
        self.post_message(Answered(self._suggestion))

    def action_abandon(self) -> None:
        self.post_message(Abandoned())


class ContradictionChoice(ChoiceLine):
    """How do the two contradict each other?"""

    CONTEXT = "contradiction"
    BINDINGS = bindings("contradiction")


class EditChoice(ChoiceLine):
    """What is to be corrected?"""

    CONTEXT = "edit"
    BINDINGS = bindings("edit")


class VerdictChoice(ChoiceLine):
    """Which verdict is to stand?"""

    CONTEXT = "verdict"
    BINDINGS = bindings("verdict")
