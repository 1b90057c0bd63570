"""The verbs of the review: what its keys decide about a claim or a highlighted pair.

Never holds a rule: `sitting` decides through the workspace, which may refuse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from curator.models import VerdictWord
from curator.tui.key_names import key_name
from curator.tui.screens.asking import OPPOSED
from curator.tui.view_model import may_contradict

if TYPE_CHECKING:
    from curator.tui.screens.review_panes import ReviewPanes as Base
    from curator.workspace import Outcome
else:
    Base = object


class Deciding(Base):
    """Confirm, reject, merge and the like."""

    async def action_confirm(self) -> None:
        await self._give(self.sitting.confirm)

    async def action_reject(self) -> None:
        await self._give(self.sitting.reject)

    async def _give(self, verdict: Callable[[], Outcome | None]) -> None:
        """Give a verdict; where it is the second on a claim and another, ask which of the two is to stand."""
        self.decide(verdict)
        if self.sitting.unchanged:
            self.say("hint", f"{self.sitting.unchanged}: nothing new is written")
        answer = self.sitting.differing
        if answer is None or self.asking:
            return
        from curator.tui.widgets.event_list import moment

        now = "rejected" if answer.earlier == "confirmed" else "confirmed"
        await self.choose(
            "repeat",
            f"You were asked this before: {answer.earlier} on {moment(answer.earlier_at).strip()}, "
            f"now {now}. Both are kept; which is to stand?",
            self._keep,
        )

    def _keep(self, which: str) -> None:
        self.decide(lambda: self.sitting.keep(which))
        if which != "now":
            self.say("done", "what you said at first stands")

    def abandon(self) -> None:
        """Close the question; after two answers that differ the first one stands."""
        if self.sitting.differing is None:
            super().abandon()
            return
        self.close_question()
        self._keep("earlier")

    async def action_reject_because(self) -> None:
        claim = self.sitting.view.claim
        if claim is None:
            await self.action_reject()
            return
        from curator.tui.widgets.prompt_line import Question

        await self.ask(
            Question("Reject because"),
            lambda reason: self._give(lambda: self.sitting.reject(reason, claim.claim.id)),
        )

    def _pair_is_hidden(self, key: str, verb: str, *, slip: bool = False) -> bool:
        """Whether the key is asked for once more: the pair was hidden and is shown now, or it may slip."""
        claim, related = self.sitting.view.claim, self.sitting.view.highlighted
        hidden = self.pair_is_hidden
        if claim is None or related is None or not (hidden or slip):
            return False
        if hidden:
            self.focus_pane("related")
        pressed = key_name(self.keymap.action(f"review.{key}").keys[0])
        pair = key, claim.claim.id, related.claim.claim.id
        asked = self.asked_twice(pair, f"{pressed} again {verb} · J K another · Esc back")
        return hidden or not asked

    async def action_merge(self) -> None:
        related = self.sitting.view.highlighted
        slip = related is not None and may_contradict(related)
        verb = OPPOSED if slip else "joins this claim and the highlighted one"
        if self._pair_is_hidden("merge", verb, slip=slip):
            return
        self.decide(self.sitting.merge)

    async def action_contradict(self) -> None:
        claim, related = self.sitting.view.claim, self.sitting.view.highlighted
        if claim is None or related is None:
            self.say("failed", "no related claim is highlighted: nothing like it was found in other articles")
            return
        if self._pair_is_hidden("contradicts", "sets this claim against the highlighted one"):
            return
        await self.choose_contradiction(claim, related, self.sitting.contradict)

    def action_dismiss_pair(self) -> None:
        if self._pair_is_hidden("dismiss", "dismisses this claim and the highlighted one"):
            return
        self.decide(self.sitting.dismiss)

    async def action_skip(self) -> None:
        self.decide(self.sitting.skip)

    def _in_cluster(self) -> bool:
        """Whether the claim stands in a cluster with others; says so where it does not."""
        view = self.sitting.view
        if view.claim is not None and (
            view.claim.canonical_id not in ("", view.claim.claim.id)
            or any(related.relation == "same" for related in view.related)
        ):
            return True
        self.say("hint", "This claim stands alone: it is merged with no other.")
        return False

    def action_split(self) -> None:
        if not self._in_cluster():
            return
        self.decide(self.sitting.split)

    def action_make_canonical(self) -> None:
        claim = self.sitting.view.claim
        if not self._in_cluster() or claim is None:
            return
        if claim.canonical_id in ("", claim.claim.id):
            self.say("hint", "This claim is the one its cluster is known by already.")
            return
        self.decide(self.sitting.make_canonical)

    async def action_adjudicate(self) -> None:
        claim = self.sitting.view.claim
        if claim is None or claim.status != "disputed":
            self.say("hint", "Reviewers do not differ on this claim: there is nothing to settle.")
            return
        await self.choose(
            "verdict",
            "; ".join(map(str, self.voices())) + ". Which verdict is to stand?",
            lambda verdict: self.decide(lambda: self.sitting.adjudicate(cast(VerdictWord, verdict))),
        )

    async def action_undo(self) -> None:
        self.decide(self.sitting.undo)

    async def action_redo(self) -> None:
        self.decide(self.sitting.redo)

    async def action_note(self) -> None:
        claim = self.sitting.view.claim
        if claim is None:
            self.say("failed", "there is no claim to write a note on")
            return
        from curator.tui.widgets.prompt_line import Question

        await self.ask(
            Question("Note"),
            lambda text: (
                self.decide(lambda: self.sitting.note(claim.claim.id, text))
                if text
                else self.say("hint", "An empty note is not kept.")
            ),
        )
