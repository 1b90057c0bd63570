"""View 1, Review: an article beside its claims, and what stands against or with each elsewhere.

Keys become verbs of the `Sitting`; its frozen view goes down to the panes. No rule is applied here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.tui.key_names import key_name
from curator.tui.screens.review_deciding import Deciding
from curator.tui.screens.review_editing import Editing
from curator.tui.screens.review_jumping import Jumping
from curator.tui.screens.review_moving import Moving
from curator.tui.screens.review_panes import ReviewPanes
from curator.tui.screens.review_together import Together
from curator.tui.screens.view import ViewScreen

if TYPE_CHECKING:
    from curator.tui.messages import AddingEnded, AddingProgressed

_ASKED = "Does the article really say this?"
"""What is asked of every claim."""


class ReviewScreen(
    Together, Deciding, Editing, Jumping, Moving, ReviewPanes, ViewScreen, inherit_bindings=False
):
    """The place where claims are decided."""

    CONTEXT = "review"
    AUTO_FOCUS = "#claims"

    def on_mount(self) -> None:
        if self.attempt(self.sitting.resume):
            self._greet()
        self.show()
        super().on_mount()

    def _greet(self) -> None:
        progress = self.sitting.view.progress
        if not progress.total and self.sitting.view.article is not None:
            self.say("hint", self.hint())
        elif not progress.total:
            self.say("hint", "No claims yet. Add articles:  curator add PATH…")
        elif progress.decided and progress.pending:
            self.say(
                "hint",
                f"Welcome back: {progress.decided} of {progress.total} decided, {progress.pending} to go.",
            )
        elif progress.pending:
            undo = key_name(self.keymap.action("review.undo").keys[0])
            said = f"{self._answers()} · {undo} undo · {self.key_of('help')} all keys"
            self.say("hint", f"{_ASKED}  {said}")
        else:
            self.say("done", self.all_done())

    def hint(self) -> str:
        """What is asked of the claim, while it is, or what can be done with those that are chosen."""
        view = self.sitting.view
        claim = view.claim
        if self.chosen:
            return self.told_chosen()
        if view.article is not None and not view.progress.total:
            add, on = (key_name(self.keymap.action(f"review.{a}").keys[0]) for a in ("add", "next-article"))
            return f"No claim was found in any article.  {add} adds one · {on} next article"
        return f"{_ASKED}  {self._answers()}" if claim is not None and claim.status == "pending" else ""

    def _answers(self) -> str:
        """The keys that answer what is asked of every claim."""
        yes, no = (key_name(self.keymap.action(f"review.{label}").keys[0]) for label in ("confirm", "reject"))
        return f"{yes} yes · {no} no"

    # -- articles that come in behind the screen ------------------------------------------------------

    def adding(self, message: AddingProgressed) -> None:
        """Tell how far the reading is; the first claims are shown as soon as there are any."""
        of = f" of {message.total}" if message.total else ""
        self.status.behind = f"{message.doing} {message.done}{of}"
        if self.sitting.view.claim is None:
            self._take_in()

    def adding_ended(self, message: AddingEnded) -> None:
        """Tell what came of the reading."""
        self.status.behind = ""
        self._take_in()
        progress = self.sitting.view.progress
        if message.said:
            first = progress.pending and not progress.decided and not message.failed
            said = f"{message.said}. Does the article say this?  {self._answers()}" if first else message.said
            self.say("failed" if message.failed else "done", said)
            self.news = self.status.said
        elif not progress.total:
            self._greet()

    def _take_in(self) -> None:
        empty = not self.sitting.view.progress.total
        if self.attempt(self.sitting.reload):
            self.show()
            if empty and self.sitting.view.article is not None:
                self._greet()
