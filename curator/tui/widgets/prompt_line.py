"""A one-line question: a reason, a note, a speaker, a wording, a filter, words to find.

What is typed or pasted is cleaned of control characters before it is ever shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input, Static

from curator.text import visible_line
from curator.tui.answering import Asker
from curator.tui.sheets import wear


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and with what the answer starts."""

    label: str
    """Our own words, never outside text."""
    value: str = ""
    suggestions: tuple[str, ...] = ()
    placeholder: str = ""


class CleanInput(Input):
    """An Input whose value is always visible text."""

    def __init__(
        self,
        asker: Asker | None,
        value: str = "",
        placeholder: str = "",
        suggester: Suggester | None = None,
        *,
        id: str,
    ) -> None:
        super().__init__(
            visible_line(value), placeholder, suggester=suggester, compact=True, select_on_focus=False, id=id
        )
        self._asker = asker

    def validate_value(self, value: str) -> str:
        """The value with control characters made visible."""
        return visible_line(value)

    def action_abandon(self) -> None:
        if self._asker is not None:
            self._asker.abandon()

    async def action_complete(self) -> None:
        """Take what is suggested, also where keys come so fast that it is not shown yet."""
        found = None
        if self.suggester is not None and self.value:
            found = await self.suggester.get_suggestion(self.value.casefold())
        if found is not None:
            self.value = found
            self.cursor_position = len(found)

    async def action_submit(self) -> None:
        if self._asker is not None:
            await self._asker.answer(self.value.strip())


class PromptLine(Horizontal):
    """Asks one question."""

    def __init__(self, question: Question, asker: Asker) -> None:
        super().__init__(id="prompt")
        self._question = question
        self._asker = asker

    def compose(self) -> ComposeResult:
        wear(self.app, "prompt")
        question = self._question
        yield Static(Content(f" {question.label} "), id="prompt-label")
        yield CleanInput(
            self._asker,
            question.value,
            question.placeholder,
            _suggester(question.suggestions),
            id="prompt-input",
        )

    @property
    def field(self) -> CleanInput:
        """What the answer is typed into."""
        return self.query_one(CleanInput)


def _suggester(suggestions: Iterable[str]) -> SuggestFromList | None:
    shown = [visible_line(text) for text in suggestions]
    return SuggestFromList(shown, case_sensitive=False) if shown else None
