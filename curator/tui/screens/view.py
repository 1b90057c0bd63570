"""The frame that every view shares: header, status line, footer, questions, and errors told in words.

A view decides through the Workspace and shows the outcome; whatever the database answers, it goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from curator.models import CuratorError
from curator.tui.messages import Abandoned, ActionPicked, Answered
from curator.tui.widgets.key_line import KeyLine
from curator.tui.widgets.status_line import StatusLine, Tone

if TYPE_CHECKING:
    from curator.tui.keys import Context, Keymap
    from curator.tui.widgets.choice_line import ChoiceLine
    from curator.tui.widgets.prompt_line import Question
    from curator.workspace import Workspace

MIN_WIDTH, MIN_HEIGHT = 80, 24


class ViewScreen(Screen[None], inherit_bindings=False):
    """A view of the workbench; subclasses bring their panes and their verbs."""

    CONTEXT: Context
    """Whose keys the footer shows while nothing is asked."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (170, "-wide")]  # noqa: RUF012 (Textual's own name)

    def __init__(self, workspace: Workspace, keymap: Keymap, *, id: str) -> None:
        super().__init__(id=id)
        self.workspace = workspace
        self.keymap = keymap
        self._then: Callable[[str], None] | None = None
        self._came_from: Widget | None = None

    # -- saying --------------------------------------------------------------------------------------

    @property
    def status(self) -> StatusLine:
        """The line that says what was done."""
        return self.query_one(StatusLine)

    def say(self, tone: Tone, text: str) -> None:
        """One sentence in the status line."""
        self.status.say(tone, text)

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Do something with the Workspace and say what came of it; false when it was refused or failed."""
        from curator.workspace import Outcome, Refused

        try:
            outcome = verb()
        except Refused as refusal:
            self.refused(refusal)
            return False
        except CuratorError as error:
            self.say("failed", str(error))
            return False
        if isinstance(outcome, Outcome):
            more = f" · {outcome.settled} more settled by it" if outcome.settled else ""
            self.say("done", outcome.said + more)
        return True

    def refused(self, refusal: CuratorError) -> None:
        """A decision conflicts with what stands: say so, and show the decisions against it."""
        from curator.tui.screens.refusal import RefusalScreen

        self.say("refused", str(refusal))
        self.app.push_screen(RefusalScreen(refusal, self.workspace))

    # -- asking --------------------------------------------------------------------------------------

    @property
    def asking(self) -> bool:
        """Whether a question is open: the view's own keys rest meanwhile."""
        return self._then is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self.asking

    def ask(self, question: Question, then: Callable[[str], None]) -> None:
        """Ask for a line of text in place of the status line."""
        from curator.tui.widgets.prompt_line import PromptLine

        self._open(then, "prompt")
        self.status.display = False
        self.mount(PromptLine(question, id="prompt"), after=self.status)

    def choose(self, choice: ChoiceLine, sentence: str, then: Callable[[str], None]) -> None:
        """Ask for one key in place of the footer."""
        self._open(then, None)
        self.say("hint", sentence)
        footer = self.query_one("#keys", KeyLine)
        footer.display = False
        self.mount(choice, after=footer)

    def listen(self, then: Callable[[str], None], context: Context) -> None:
        """Let a pane ask by itself, with keys of its own; `answered` or `abandoned` ends it."""
        self._open(then, context)

    def _open(self, then: Callable[[str], None], context: Context | None) -> None:
        self._came_from = self.focused
        self._then = then
        if context is not None:
            self.query_one("#keys", KeyLine).context = context

    def close_question(self) -> Callable[[str], None] | None:
        """Put the frame back as it was; what was to be done with the answer, if a question was open."""
        then, self._then = self._then, None
        for name in ("#prompt", "#choice"):
            for widget in self.query(name):
                widget.remove()
        self.status.display = True
        footer = self.query_one("#keys", KeyLine)
        footer.display = True
        footer.context = self.CONTEXT
        if self._came_from is not None:
            self.set_focus(self._came_from)
        return then

    def on_answered(self, message: Answered) -> None:
        message.stop()
        then = self.close_question()
        if then is not None:
            then(message.text)

    def on_abandoned(self, message: Abandoned) -> None:
        message.stop()
        self.close_question()
        self.say("hint", "Nothing changed.")

    async def on_action_picked(self, message: ActionPicked) -> None:
        message.stop()
        focused = self.focused
        target = focused if self.asking and focused is not None else self
        if not await target.run_action(message.name):
            await self.app.run_action(message.name)

    # -- size ----------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        small = event.size.width < MIN_WIDTH or event.size.height < MIN_HEIGHT
        self.set_class(small, "-too-small")
        for notice in self.query("#too-small"):
            if not small:
                notice.remove()
        if small:
            from textual.widgets import Static

            words = Content(
                f"This window is {event.size.width}×{event.size.height}.\n"
                f"Curator needs {MIN_WIDTH}×{MIN_HEIGHT}: make it larger, or the letters smaller."
            )
            found = self.query("#too-small")
            if found:
                found.first(Static).update(words)
            else:
                self.mount(Static(words, id="too-small"))
