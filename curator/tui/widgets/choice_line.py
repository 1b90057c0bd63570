"""A one-key question in place of the footer: its keys are those of a context in the table.

Never knows what an answer does: it goes to who asked.
"""

from __future__ import annotations

from curator.tui.actions import Context
from curator.tui.answering import Asker
from curator.tui.keymap import Keymap
from curator.tui.widgets.key_line import KeyLine


class ChoiceLine(KeyLine, can_focus=True, inherit_bindings=False):
    """Holds the keys of one question while it is open, and shows them."""

    def __init__(self, context: Context, keymap: Keymap, asker: Asker, suggestion: str = "") -> None:
        super().__init__(keymap, id=f"choice-{context}")
        self._asker = asker
        self.set_reactive(KeyLine.context, context)
        self._suggestion = suggestion

    async def action_choose(self, answer: str) -> None:
        await self._asker.answer(answer)

    async def action_suggested(self) -> None:
        await self._asker.answer(self._suggestion)

    def action_abandon(self) -> None:
        self._asker.abandon()
