"""What a view says and asks: the status line, questions in its place, and who listens to keys meanwhile.

A question has the keyboard to itself; closing it puts the frame back as it was. It must never decide what an
answer means: that is given with the question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.await_remove import AwaitRemove
from textual.widget import Widget

from curator.text import visible_line
from curator.tui.answering import Asker, Then
from curator.tui.key_names import key_name
from curator.tui.listening import Listener
from curator.tui.messages import ActionPicked
from curator.tui.theme import UNICODE
from curator.tui.widgets.key_line import KeyLine
from curator.tui.widgets.status_line import StatusLine, Tone

if TYPE_CHECKING:
    from textual.screen import Screen

    from curator.tui.actions import Context
    from curator.tui.keymap import Keymap
    from curator.tui.widgets.prompt_line import CleanInput, Question

    Base = Screen[None]
else:
    Base = object

MIN_WIDTH, MIN_HEIGHT = 80, 24
_IN_VAIN = ("failed", "refused")
"""What is said in these tones left everything as it was."""
OPPOSED = f"joins the two, proposed as {UNICODE.contradicts} contradicts?"
"""What a key does that merges a pair which is likelier a contradiction."""


class Asking(Base):
    """A screen with a status line and a footer in which questions can be asked."""

    CONTEXT: Context
    """Whose keys the footer shows while nothing is asked."""

    def __init__(self, keymap: Keymap, *, id: str) -> None:
        super().__init__(id=id)
        self.keymap = keymap
        self._then: Then | None = None
        self._asking_in: Context = self.CONTEXT
        self._came_from: Widget | None = None
        self._question: Question | None = None
        """What a line of text is asked for."""
        self._asked_for: object = None
        """For what a key was asked for once more."""
        self._leaving: list[AwaitRemove] = []
        """Widgets of the last question that may still be on their way out."""

    # -- saying --------------------------------------------------------------------------------------

    @property
    def status(self) -> StatusLine:
        """The line that says what was done."""
        return self.query_one(StatusLine)

    def say(self, tone: Tone, text: str) -> None:
        """One sentence in the status line."""
        self.status.say(tone, text)

    def asked_twice(self, what: object, sentence: str) -> bool:
        """Whether a key was asked for once more for this, and that still stands; else it is asked now."""
        before, self._asked_for = self._asked_for, what
        if before == what and self.status.said == ("question", visible_line(sentence)):
            return True
        self.say("question", sentence)
        return False

    # -- asking --------------------------------------------------------------------------------------

    @property
    def asking(self) -> bool:
        """Whether a question is open: the view's own keys rest meanwhile."""
        return self._then is not None

    def listeners(self) -> Sequence[Listener]:
        """Whose keys are listened to: those of the open question, or of the view."""
        if not self.asking or self.too_small:
            return (self.CONTEXT, self), ("anywhere", self.app)
        home = self.focused
        return () if home is None else ((self._asking_in, home),)

    async def ask(self, question: Question, then: Then) -> None:
        """Ask for a line of text in place of the status line; has the focus when this returns."""
        from curator.tui.widgets.prompt_line import PromptLine

        self._open(then, "prompt")
        self._question = question
        self.status.display = False
        if question.suggestions:
            key = key_name(self.keymap.action("prompt.complete").keys[0])
            question = replace(question, label=f"{question.label} · {key} completes")
        prompt = PromptLine(question, self.asker)
        await self.mount(prompt, after=self.status)
        self.set_focus(prompt.field)

    async def choose(self, context: Context, sentence: str, then: Then, suggestion: str = "") -> None:
        """Ask for one key of a context in place of the footer; has the focus when this returns.

        Keys for which the footer has no room stand behind the sentence.
        """
        from curator.tui.widgets.choice_line import ChoiceLine

        self._open(then, context)
        footer = self.query_one("#keys", KeyLine)
        footer.display = False
        line = ChoiceLine(context, self.keymap, self.asker, suggestion)
        beyond = [key for key in line.beyond(self.size.width) if f"{key.split()[0]}:" not in sentence]
        self.say("question", "  ".join((sentence, *beyond)))
        await self.mount(line, after=footer)
        self.set_focus(line)

    @property
    def asker(self) -> Asker:
        """Whom a question's widget gives its answer to."""
        return Asker(self.answer, self.abandon)

    @property
    def field(self) -> CleanInput | None:
        """The field that is being typed into."""
        if self.too_small:
            return None
        from curator.tui.widgets.prompt_line import CleanInput

        return self.focused if isinstance(self.focused, CleanInput) else None

    def listen(self, then: Then, context: Context) -> None:
        """Let a pane ask by itself, with keys of its own; `answered` or `abandoned` ends it."""
        self._open(then, context)

    def _open(self, then: Then, context: Context) -> None:
        self._came_from = self.focused
        self._then = then
        self._asking_in = context
        self.query_one("#keys", KeyLine).context = context

    def close_question(self) -> Then | None:
        """Put the frame back as it was; what was to be done with the answer, if a question was open."""
        then, self._then = self._then, None
        self._question = None
        self._leaving = [widget.remove() for name in ("#prompt", "ChoiceLine") for widget in self.query(name)]
        _show_again(self.status)
        footer = self.query_one("#keys", KeyLine)
        _show_again(footer)
        footer.context = self.CONTEXT
        if self._came_from is not None:
            self.set_focus(self._came_from)
        return then

    async def answer(self, text: str) -> None:
        """Close the question and do what was to be done with its answer; what was typed is not lost by it."""
        question = self._question
        then = self.close_question()
        if then is None:
            return
        if question is not None:
            self.say("hint", "")  # so that a failure said afterwards is the answer's own
        doing = then(text)
        if doing is not None:
            await doing
        if question is not None and not self.asking and self.status.said[0] in _IN_VAIN:
            await self._ask_again(replace(question, value=text), then)

    async def _ask_again(self, question: Question, then: Then) -> None:
        """Let an answer that failed be put right or given once more, with why it failed above it."""
        for leaving in self._leaving:
            await leaving
        await self.ask(question, then)
        _show_again(self.status)

    def abandon(self) -> None:
        """Close the question without an answer."""
        self.close_question()
        self.say("hint", "Nothing changed.")

    async def on_action_picked(self, message: ActionPicked) -> None:
        message.stop()
        for context, home in self.listeners():
            if context == message.action.context:
                await self.app.run_action(message.action.name, default_namespace=home)

    @property
    def too_small(self) -> bool:
        """Whether the window shows nothing but how large it should be: no key decides meanwhile."""
        return self.app.size.width < MIN_WIDTH or self.app.size.height < MIN_HEIGHT


def _show_again(widget: Widget) -> None:
    """Let the style sheet say whether a widget is shown: in a window that is too small it is not."""
    widget.styles.display = None
