"""The frame that every view shares: header, status line, footer, and errors told in words.

A view decides through the Workspace and shows the outcome; whatever the database answers, it goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from curator.models import ClaimView, ContradictionType, CuratorError, Progress, Refused, Related, Session
from curator.tui.actions import CONTEXTS
from curator.tui.key_names import key_name
from curator.tui.screens.asking import MIN_HEIGHT, MIN_WIDTH, Asking
from curator.tui.widgets.header_line import HeaderLine
from curator.tui.widgets.key_line import KeyLine
from curator.tui.widgets.status_line import StatusLine, Tone

if TYPE_CHECKING:
    from curator.tui.keymap import Keymap
    from curator.workspace import Outcome, Workspace

_OWN_SHEET = ("-narrow", "-wide")
"""Sizes with a style sheet of their own."""
_NOTHING: tuple[Tone, str] = ("hint", "")
POLL = 1.0
"""Seconds between looks for what other processes wrote."""


class ViewScreen(Asking, Screen[None], inherit_bindings=False):
    """A view of the workbench; subclasses bring their panes and verbs, and show what came of them."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (170, "-wide")]  # noqa: RUF012 (Textual's own name)

    def __init__(self, workspace: Workspace, keymap: Keymap, file_name: str, *, id: str) -> None:
        super().__init__(keymap, id=id)
        self.workspace = workspace
        self._file_name = file_name
        self._hidden_focus: Widget | None = None
        self._seen: tuple[int, int] | None = None
        self._shown_before = False
        self._gone = ""
        """What was said last of a file that is not there."""

    # -- what a subclass says ------------------------------------------------------------------------

    def panes(self) -> Iterable[Widget]:
        """What stands between the header and the status line."""
        raise NotImplementedError

    def show(self) -> None:
        """Give the panes what there is to see."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Read afresh what is shown, standing where one stood; raises CuratorError."""
        raise NotImplementedError

    def changed(self) -> bool:
        """Whether what is shown may be out of date."""
        return self.workspace.changed()

    def stale(self) -> bool:
        """Whether anything was written since the last call: a view come back to need not read again else."""
        before, self._seen = self._seen, self.workspace.mark()
        return before != self._seen

    def hint(self) -> str:
        """What stands in the status line where nothing else is to be said."""
        return ""

    # -- coming and going ----------------------------------------------------------------------------

    def rest(self) -> None:
        """Give the standing hint where nothing was said."""
        if self.status.said == _NOTHING:
            self.say("hint", self.hint())

    def leave(self) -> None:
        """Forget what was said: who comes back from another view would take it for news."""
        self.say(*_NOTHING)
        self._gone = ""  # a file that is not there is told of again

    # -- the frame -----------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield HeaderLine(self._file_name, CONTEXTS[self.CONTEXT], id="header")
        yield from self.panes()
        yield StatusLine(id="status")
        keys = KeyLine(self.keymap, id="keys")
        keys.context = self.CONTEXT
        yield keys

    def on_mount(self) -> None:
        self.set_interval(POLL, self.poll)

    def show_counts(self, progress: Progress, session: Session) -> None:
        """Tell in the header how far the review is and what is shown."""
        header = self.query_one(HeaderLine)
        header.progress, header.session = progress, session

    def poll(self) -> bool:
        """Look whether something was written, and show it; false where the file could not be read."""
        if not self.is_current:
            return True
        try:
            gone = self.workspace.gone()
            if gone and gone != self._gone:
                self.gone(gone)
            self._gone = gone
            if gone or not self.changed():
                return not gone
            self.read_again()
        except CuratorError as error:
            self.say("failed", str(error))
            return False
        self.show()
        return True

    def answered(self) -> None:
        """A key was answered, and what came of it is painted: nobody waits now."""

    # -- doing ---------------------------------------------------------------------------------------

    def attempt(self, verb: Callable[[], object]) -> bool:
        """Do something with the Workspace and say what came of it; false when it was refused or failed."""
        from curator.workspace import Gone, Outcome

        try:
            outcome = verb()
        except Refused as refusal:
            self.refused(refusal)
            return False
        except Gone as error:
            self.gone(str(error))
            return False
        except CuratorError as error:
            self.say("failed", str(error))
            return False
        if isinstance(outcome, Outcome):
            where = "" if self.workspace.guards.blind else f": {self.key_of('history')} lists them"
            more = f" · {outcome.settled} more settled by it{where}" if outcome.settled else ""
            self.say("done", outcome.said + more)
        return True

    def gone(self, what: str) -> None:
        """The file was deleted or replaced: say so, and with which key it is put right."""
        self.say("failed", f"{what}; {self.key_of('write-back')} saves what is open here and goes on")

    def refused(self, refusal: Refused) -> None:
        """A decision is refused: say so, and show the decisions that stand against it where there are any."""
        if not refusal.chain:
            self.say("refused", str(refusal))
            return
        from curator.tui.screens.refusal import RefusalScreen

        self.say("refused", str(refusal))

        def then(claim_id: str | None) -> None:
            if claim_id:
                self.app.call_later(self.app.run_action, f"view('review', '{claim_id}')")

        self.app.push_screen(RefusalScreen(refusal, self.workspace), then)

    def look(self, verb: Callable[[], object], otherwise: str = "") -> bool:
        """Go elsewhere and show it; false, and `otherwise` said, where it was refused or led nowhere."""
        moved: object = None

        def go() -> None:
            nonlocal moved
            moved = verb()

        if not self.attempt(go):
            return False
        if moved is False:
            if otherwise:
                self.say("hint", otherwise)
            return False
        self.show()
        return True

    def decide(self, verb: Callable[[], Outcome | None]) -> None:
        """Decide, and show what came of it."""
        if self.attempt(verb):
            self.show()
            self.stale()
            self.decided()

    def decided(self) -> None:
        """What else there is to say or do after a decision."""

    async def choose_contradiction(
        self, claim: ClaimView, related: Related, verb: Callable[[ContradictionType], Outcome]
    ) -> None:
        """Ask with one key how the two of a pair contradict each other, and decide that."""
        from curator.tui.view_model import suggested_type

        suggestion = suggested_type(claim, related)

        def then(kind: str) -> None:
            self.decide(lambda: verb(cast(ContradictionType, kind)))

        await self.choose(
            "contradiction",
            f"How do the two contradict each other?  Enter: {suggestion}",
            then,
            suggestion,
        )

    async def action_back(self) -> None:
        """To the review."""
        await self.app.run_action("view('review')")

    def key_of(self, label: str) -> str:
        """The first key of something that can be done anywhere, as it is shown."""
        return key_name(self.keymap.action(f"anywhere.{label}").keys[0])

    # -- size and looks ------------------------------------------------------------------------------

    def wear_for(self, width: int) -> str:
        """Read the style sheet for a window of this width, where it has one; the class it goes by."""
        name = [name for least, name in self.HORIZONTAL_BREAKPOINTS if least <= width][-1]
        if name in _OWN_SHEET:
            self.wear(name)
        return name

    def wear(self, name: str) -> None:
        """Read a style sheet that not every window needs."""
        from curator.tui.sheets import wear

        wear(self.app, name)

    @on(events.ScreenResume)
    def style_once(self, event: events.ScreenResume) -> None:
        """Style everything again, but not what was styled a moment ago as it was made."""
        event.refresh_styles = self._shown_before
        self._shown_before = True

    def on_resize(self, event: events.Resize) -> None:
        self.wear_for(event.size.width)
        small = event.size.width < MIN_WIDTH or event.size.height < MIN_HEIGHT
        if small:
            self.wear("too-small")
        if small and not self.has_class("-too-small"):
            self._hidden_focus = self.focused  # what is hidden loses the focus
        elif self.has_class("-too-small") and not small and self._hidden_focus is not None:
            self.call_after_refresh(self.set_focus, self._hidden_focus)
        self.set_class(small, "-too-small")
        for notice in self.query("#too-small"):
            if not small:
                notice.remove()
        if small:
            from textual.widgets import Static

            words = Content(
                f"This window is {event.size.width}×{event.size.height}.\n"
                f"Curator needs {MIN_WIDTH}×{MIN_HEIGHT}: make it larger, or the letters smaller.\n"
                f"{self.key_of('quit')} leaves; no other key does anything until then."
            )
            found = self.query("#too-small")
            if found:
                found.first(Static).update(words)
            else:
                self.mount(Static(words, id="too-small"))


def following(names: Iterable[str], name: str) -> str:
    """The name after `name`, going round; the first where there is no such name."""
    ordered: Sequence[str] = tuple(names)
    return ordered[(ordered.index(name) + 1) % len(ordered)] if name in ordered else ordered[0]
