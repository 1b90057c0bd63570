"""Many claims decided at once: choosing them, what would happen, and doing it behind the screen.

Never decides many before it was said how many, and what for.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker, get_current_worker

from curator.models import CuratorError
from curator.tui.chosen import Chosen
from curator.tui.messages import DecidingEnded, DecidingProgressed
from curator.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from curator.models import ClaimView
    from curator.progress import Cancelled, ProgressCallback
    from curator.review.together import Plan, Verb
    from curator.tui.keymap import Keymap
    from curator.tui.screens.review_deciding import Deciding as Base
    from curator.tui.widgets.prompt_line import Question
    from curator.workspace import Outcome, Workspace

    Long = Callable[[Workspace, ProgressCallback, Cancelled], Outcome]
else:
    Base = object

_AT_ONCE = 200
"""Decisions that are made while the screen waits: a twentieth of a second."""
_DOING: dict[str, str] = {
    "confirm": "confirming",
    "reject": "rejecting",
    "merge": "merging",
    "skip": "putting off",
}


class Together(Base):
    """Choosing claims, and the verbs for all that are chosen."""

    def __init__(self, workspace: Workspace, keymap: Keymap, file_name: str) -> None:
        super().__init__(workspace, keymap, file_name)
        self.chosen = Chosen()
        self._long: Worker[None] | None = None
        """What decides behind the screen."""
        self._decided_at = ""
        """The claim at which one stood when many were decided last."""
        self._reason = ""
        """Why those are rejected that are being decided: it is not to be typed twice where that fails."""

    # -- choosing ------------------------------------------------------------------------------------

    def show(self) -> None:
        view, listed = self.sitting.view, self.sitting.claims
        if view.claim is not None and listed is not None:
            self.chosen.reach(listed, view.claim.claim.id, forwards=view.row < len(view.claims) / 2)
        super().show()

    def show_claims(self) -> None:
        super().show_claims()
        read = [view.claim.id for view in self.sitting.view.claims.read] if self.chosen else []
        self.query_one(ClaimList).chosen = frozenset(claim for claim in read if claim in self.chosen)

    def _show_titles(self) -> None:
        super()._show_titles()
        if self.chosen:
            claims = self.query_one(ClaimList)
            claims.title = f"{len(self.chosen):,} chosen · {claims.title}"

    def action_range(self) -> None:
        """Choose from here to where one goes; once more ends that."""
        claim = self.sitting.view.claim
        if claim is None:
            self.say("failed", "there is no claim to choose")
            return
        if self.chosen.ranging:
            self.chosen.end_range()
        else:
            self.chosen.start_range(claim.claim.id)
        self.show()
        self._tell_chosen()

    def action_choose_one(self) -> None:
        """Choose this claim, or no longer, and go on to the next row."""
        claim = self.sitting.view.claim
        if claim is None:
            self.say("failed", "there is no claim to choose")
            return
        if self.chosen.filter is not None and not self._fits(claim, self.chosen.filter):
            self.say("hint", "This claim does not fit the filter: it is not among those that are chosen.")
            return
        self.chosen.toggle(claim.claim.id)
        row = self.sitting.view.row + 1
        if row < len(self.sitting.view.claims):
            self.move(lambda: self.sitting.go_to_row(row))
        self.show()
        self._tell_chosen()

    def _fits(self, claim: ClaimView, filter: str) -> bool:
        return self.workspace.listing(claim.claim.article_id, filter).holds(claim.claim.id)

    def action_all(self) -> None:
        """Choose all that fit the filter."""
        from curator.review.together import MOST_TOGETHER

        filter = self.sitting.view.session.filter
        count = self.workspace.count(filter, MOST_TOGETHER + 1)
        if not count:
            self.say("hint", "There is no claim to choose.")
        elif count > MOST_TOGETHER:
            self.say(
                "failed",
                f"more than {MOST_TOGETHER:,} claims fit: f shows fewer of them, then * chooses those",
            )
        else:
            self.chosen.all_of(filter, count)
            self.show()
            self._tell_chosen()

    def _tell_chosen(self) -> None:
        if not self.chosen:
            self.say("hint", "Nothing is chosen.")
            return
        self.say("hint", self.told_chosen())

    def told_chosen(self) -> str:
        """What can be done with what is chosen."""
        on = "go on with j k" if self.chosen.ranging else "t V * choose"
        return f"Chosen: c r m s decide them · R gives a reason · {on} · Esc none"

    def action_home_pane(self) -> None:
        """Nothing chosen any more; nothing under way any more; else as ever."""
        if self._long is not None:
            self._long.cancel()
            self.say("hint", "Stopping: nothing of it will be decided.")
        elif self.chosen:
            self._forget_chosen()
            self.say("hint", "Nothing is chosen any more.")
        else:
            super().action_home_pane()  # type: ignore[misc]

    def _forget_chosen(self) -> None:
        self.chosen.forget()
        self.show()

    # -- deciding ------------------------------------------------------------------------------------

    async def action_confirm(self) -> None:
        await (self._together("confirm") if self.chosen else super().action_confirm())

    async def action_reject(self) -> None:
        await (self._together("reject") if self.chosen else super().action_reject())

    async def action_reject_because(self) -> None:
        if not self.chosen:
            await super().action_reject_because()
            return
        await self.ask(self._why(), self._reject_because)

    def _why(self, words: str = "") -> Question:
        from curator.tui.widgets.prompt_line import Question

        return Question(f"Reject {len(self.chosen):,} because", words)

    async def _reject_because(self, reason: str) -> None:
        await self._together("reject", reason)

    async def _ask_why_again(self) -> None:
        """Let a reason be given once more that could not be written, unless something else is asked."""
        reason, self._reason = self._reason, ""
        if reason and self.chosen and not self.asking:
            await self._ask_again(self._why(reason), self._reject_because)

    async def action_merge(self) -> None:
        await (self._together("merge") if self.chosen else super().action_merge())

    async def action_skip(self) -> None:
        await (self._together("skip") if self.chosen else super().action_skip())

    async def action_undo(self) -> None:
        await self._take_back(super().action_undo, "taking back", lambda w, *_: w.undo(), again=False)

    async def action_redo(self) -> None:
        await self._take_back(super().action_redo, "bringing back", lambda w, *_: w.redo(), again=True)

    async def _take_back(
        self, verb: Callable[[], Awaitable[None]], doing: str, long: Long, *, again: bool
    ) -> None:
        """Undo or redo here, or behind the screen where a large group is to be taken back."""
        many = self.workspace.in_last_group(undone=again)
        if many <= _AT_ONCE:
            await verb()
        elif not self._is_busy():
            self._begin(f"{doing} {many:,} decisions", long)

    def takes_back_behind(self, event_id: str, many: int) -> bool:
        """Take back a decision with all of its large group, behind the screen; false of a small one."""
        if many <= _AT_ONCE:
            return False
        if not self._is_busy():
            self._begin(f"taking back {many:,} decisions", lambda workspace, *_: workspace.undo(event_id))
        return True

    async def _together(self, verb: Verb, reason: str = "") -> None:
        """Decide all that are chosen; above ten, what would happen is shown first."""
        if self._is_busy():
            return
        claim = self.sitting.view.claim
        into = claim.claim.id if claim is not None and verb == "merge" else ""
        by_hand = None if self.chosen.filter is not None else self.chosen.ids
        plans: list[Plan] = []

        def make() -> None:
            filter = self.chosen.filter or ""
            plans.append(
                self.workspace.planned(
                    verb, by_hand, filter=filter, but=self.chosen.but, reason=reason, into=into
                )
            )

        if not self.attempt(make):
            return
        if not plans[0].asks:
            await self._carry_out(plans[0])
            return
        await self.choose("together", str(plans[0]), lambda _: self._carry_out(plans[0]))

    async def _carry_out(self, plan: Plan) -> None:
        claim = self.sitting.view.claim
        self._decided_at = claim.claim.id if claim is not None else ""
        self._reason = getattr(plan.decisions[0], "reason", "")
        if len(plan.decisions) <= _AT_ONCE:
            self.decide(lambda: self._settled(self.workspace.decide_all(plan.decisions)))
            await self._ask_why_again()
            return

        def long(workspace: Workspace, progress: ProgressCallback, cancelled: Cancelled) -> Outcome:
            return workspace.decide_all(plan.decisions, progress=progress, cancelled=cancelled)

        self._begin(_DOING[plan.verb], long)

    def _settled(self, outcome: Outcome) -> Outcome:
        """Go on from where many were decided, or back to there."""
        self.chosen.forget()
        self._reason = ""
        self.sitting.settled_together(outcome, self._decided_at)
        return outcome

    # -- behind the screen ---------------------------------------------------------------------------

    def _is_busy(self) -> bool:
        if self._long is not None:
            self.say("hint", "Many are being decided already; Esc stops that.")
        return self._long is not None

    def _begin(self, doing: str, long: Long) -> None:
        self.status.behind = f"{doing} … Esc stops"
        self.say("hint", "")
        self._long = self._decide_behind(doing, long)

    @work(thread=True, group="deciding", exit_on_error=False)
    def _decide_behind(self, doing: str, long: Long) -> None:
        """Decide with a connection of its own; all of it or nothing, whatever comes between."""
        from curator.workspace import Workspace

        worker = get_current_worker()

        def progressed(_: str, done: int, total: int | None) -> None:
            self.post_message(DecidingProgressed(doing, done, total))

        try:
            with Workspace.open(self.workspace.path, reviewer=self.workspace.reviewer) as workspace:
                workspace.guard(self.workspace.guards)
                outcome = long(workspace, progressed, lambda: worker.is_cancelled)
        except CuratorError as error:
            self.post_message(DecidingEnded(None, error))
        else:
            self.post_message(DecidingEnded(outcome, None))

    def on_deciding_progressed(self, message: DecidingProgressed) -> None:
        message.stop()
        if self._long is not None:
            self.status.behind = f"{message.doing} {message.done:,} of {message.total:,} · Esc stops"

    async def on_deciding_ended(self, message: DecidingEnded) -> None:
        message.stop()
        stopped = self._long is not None and self._long.is_cancelled
        self._long = None
        self.status.behind = ""
        self.decide(partial(self._ended, message))
        self.news = self.status.said
        if stopped:
            self._reason = ""
        await self._ask_why_again()

    def _ended(self, message: DecidingEnded) -> Outcome:
        """What came of it; raises what it ended with."""
        if message.error is not None:
            raise message.error
        assert message.outcome is not None
        return self._settled(message.outcome)
