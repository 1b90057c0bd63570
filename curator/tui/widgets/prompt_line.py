"""A one-line question: a reason, a note, a speaker, a wording, a filter, words to find.

What is typed or pasted is cleaned of control characters before it is ever shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from curator.text import visible_line
from curator.tui.keys import bindings
from curator.tui.messages import Abandoned, Answered


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and with what the answer starts."""

    label: str
    """Our own words, never outside text."""
    value: str = ""
    suggestions: tuple[str, ...] = ()
    placeholder: str = ""


class CleanInput(Input):
    """An Input whose value is always visible text; its answer is told as `Answered` or `Abandoned`."""

    def validate_value(self, value: str) -> str:
        """The value with control characters made visible."""
        return visible_line(value)

    def action_abandon(self) -> None:
        self.post_message(Abandoned())

    async def action_submit(self) -> None:
        self.post_message(Answered(self.value.strip()))


class PromptInput(CleanInput):
    """The field of a question."""

    BINDINGS = bindings("prompt")


class PromptLine(Horizontal):
    """Asks one question at a time; the answer comes as `Answered`, or `Abandoned`."""

    def __init__(self, question: Question, *, id: str) -> None:
        super().__init__(id=id)
        self._question = question

    def compose(self) -> ComposeResult:
        question = self._question
        yield Static(Content(f" {question.label} "), id="prompt-label")
        yield PromptInput(
            value=visible_line(question.value),
            placeholder=question.placeholder,
            suggester=_suggester(question.suggestions),
            compact=True,
            select_on_focus=False,
            id="prompt-input",
        )

    def on_mount(self) -> None:
        self.query_one(PromptInput).focus()

    def on_blur(self, event: events.Blur) -> None:
        event.stop()


def _suggester(suggestions: Iterable[str]) -> SuggestFromList | None:
    shown = [visible_line(text) for text in suggestions]
    return SuggestFromList(shown, case_sensitive=False) if shown else None
