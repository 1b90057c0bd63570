"""One reviewer's sitting at the review screen: what each key that decides does to the Workspace.

Every verb decides through `Workspace` and leaves a new `view`; errors are the Workspace's `CuratorError`s
and leave the view as it was. It must never draw, and never know a widget.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cached_property
from types import ModuleType
from typing import TYPE_CHECKING

from curator.review.facts import read
from curator.review.pace import Given, Haste
from curator.tui.going import Going

if TYPE_CHECKING:
    from curator.models import ClaimView, ContradictionType, Span, VerdictWord
    from curator.review.decisions import Confirm, Decision, Reject
    from curator.workspace import Outcome, Workspace


class Sitting(Going):
    """Position and verbs of one reviewer in one database."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._places: dict[str, str] = {}
        """By event or group of events, the claim at which the reviewer stood when they decided it here."""
        self._haste = Haste()
        self.hurry = ""
        """What there is to say of how fast the last verdict came."""
        self.unchanged = ""
        """Why the last verdict was not written: it is what the reviewer said before."""
        self.differing: Outcome | None = None
        """An answer to a claim that was asked again, other than at first: which one stands is to be asked."""

    def resume(self) -> None:
        """As ever; a claim that was being asked once more is asked again."""
        self.workspace.ask_again(only=self.workspace.session().claim_id)
        super().resume()

    def again(self) -> None:
        """Read everything afresh, the session too."""
        self.view = self.view._replace(
            session=replace(self.workspace.session(), filter=self.view.session.filter)
        )
        self.reload()

    # -- deciding ------------------------------------------------------------------------------------

    def confirm(self) -> Outcome | None:
        return self._give(self._verbs.Confirm(self._claim().claim.id), "confirmed")

    def reject(self, reason: str = "", claim_id: str = "") -> Outcome | None:
        rejected = self._verbs.Reject(claim_id or self._claim().claim.id, reason)
        return self._give(rejected, "" if reason else "rejected")

    def _give(self, verdict: Confirm | Reject, word: str) -> Outcome | None:
        """Give a verdict and go on; None, and nothing is written, where it is one's own already."""
        self.unchanged = ""
        claim = self.workspace.claim(verdict.claim_id)
        if claim.status == word and self.workspace.reviewer in claim.reviewers:
            from curator.review.together import NothingToDecide

            try:
                self.workspace.planned("confirm" if word == "confirmed" else "reject", [claim.claim.id])
            except NothingToDecide:
                self.unchanged = f"{word} by you already"
                self._go_on(undecided=True)
                return None
        return self._decide_and_go_on(verdict)

    def skip(self) -> Outcome | None:
        claim = self._claim().claim.id
        if self.workspace.looks_open(claim):  # what another decided, or oneself before, cannot be put off
            self._go_on(undecided=True)
            return None
        return self._decide_and_go_on(self._verbs.Skip(claim))

    def keep(self, which: str) -> Outcome | None:
        """Let the "earlier" or the answer given "now" stand, after they differed, and go on."""
        answer, self.differing, self.hurry = self.differing, None, ""
        if answer is None or which != "now":
            self._go_to_next()
            return None
        fact = read(answer.event)
        if fact.word == "confirmed":
            return self._decide_and_go_on(self._verbs.Confirm(fact.claim_id))
        return self._decide_and_go_on(self._verbs.Reject(fact.claim_id, fact.text))

    def merge(self) -> Outcome:
        """Join the highlighted claim to the current one, or the current one to it when it is decided."""
        claim, other = self._claim(), self._highlighted().claim
        if other.status == "pending":
            return self._decide(self._verbs.Merge(other.claim.id, claim.claim.id))
        return self._decide_and_go_on(self._verbs.Merge(claim.claim.id, other.claim.id))

    def contradict(self, kind: ContradictionType) -> Outcome:
        claim, other = self._claim(), self._highlighted().claim
        return self._decide(self._verbs.Contradict(claim.claim.id, other.claim.id, kind))

    def dismiss(self) -> Outcome:
        claim, other = self._claim(), self._highlighted().claim
        return self._decide(self._verbs.Dismiss(claim.claim.id, other.claim.id))

    def split(self) -> Outcome:
        return self._decide(self._verbs.Split(self._claim().claim.id))

    def make_canonical(self) -> Outcome:
        return self._decide(self._verbs.Canonical(self._claim().claim.id))

    def adjudicate(self, verdict: VerdictWord) -> Outcome:
        return self._decide_and_go_on(self._verbs.Adjudicate(self._claim().claim.id, verdict))

    def edit(self, claim_id: str, **changes: str | Span | None) -> Outcome:
        """Correct `wording`, `speaker` or `span` of a claim."""
        return self._decide(self._verbs.Edit(claim_id, **changes))

    def note(self, claim_id: str, text: str) -> Outcome:
        return self._decide(self._verbs.Note(claim_id, text))

    def add(self, article_id: str, span: Span, speaker: str) -> Outcome:
        wanted = self._verbs.Add(article_id, span, speaker)
        if self.view.claim is not None:
            return self._decide(wanted)
        self.hurry = ""
        outcome = self.workspace.decide(wanted)
        self.go_to(outcome.claim_id)
        return outcome

    def undo(self) -> Outcome:
        """Take back the last decision and stand where it was made."""
        return self._return_to(self.workspace.undo())

    def redo(self) -> Outcome:
        """Decide again what was taken back last, and stand where it was made."""
        return self._return_to(self.workspace.redo())

    def settled_together(self, outcome: Outcome, place: str) -> None:
        """Go on after many were decided, or were taken back or made again, at the claim `place`."""
        if outcome.event.kind == "undo":
            self._return_to(outcome)
            return
        self._remember(outcome, place)
        if not self.go_undecided(1, afresh=True):
            self.reload()

    # -- behind it -----------------------------------------------------------------------------------

    @cached_property
    def _verbs(self) -> ModuleType:
        """The decisions there are, loaded with the first one: the first screen does not need them."""
        from curator.review import decisions

        return decisions

    def _decide(self, decision: Decision) -> Outcome:
        self.hurry = ""
        claim = self._claim()
        outcome = self.workspace.decide(decision)
        self._places[outcome.event.event_id] = claim.claim.id
        self._stand_at(self.workspace.claim(claim.claim.id))
        return outcome

    def _decide_and_go_on(self, decision: Decision) -> Outcome:
        here = self._claim()
        outcome = self.workspace.decide(decision)
        self._places[outcome.event.event_id] = here.claim.id
        self._look_at_pace(outcome, here)
        if outcome.earlier is not None and read(outcome.event).word != outcome.earlier:
            self.differing = outcome
            self.go_to(here.claim.id)
        else:
            self._go_to_next()
        return outcome

    def _go_to_next(self) -> None:
        """To a claim that is to be asked once more, or to the next one to decide."""
        again = self.workspace.ask_again()
        if again:
            self.go_to(again)
        elif not self._go_on(undecided=True, afresh=True):
            self.reload()

    def _look_at_pace(self, outcome: Outcome, claim: ClaimView) -> None:
        self.hurry = ""
        if self.workspace.guards.pace and outcome.event.kind in ("confirm", "reject", "repeat"):
            at = round(datetime.fromisoformat(outcome.event.wall_time).timestamp() * 1000)
            self.hurry = self._haste.add(Given(outcome.event.event_id, at, len(claim.wording.split())))

    def _return_to(self, outcome: Outcome) -> Outcome:
        """Stand where the decision was made that was taken back or made again."""
        self._haste.take_back(outcome.event.target or "")
        self.hurry = ""
        place = self._place_kept(outcome.event.target or "") or self._place_of(outcome)
        self._remember(outcome, place)
        if place:
            self.go_to(place)
        else:
            self.reload()
        return outcome

    def _remember(self, outcome: Outcome, place: str) -> None:
        """Keep where one stood, for every event that goes with the one of the outcome."""
        self._places[read(outcome.event).group or outcome.event.event_id] = place

    def _place_kept(self, event_id: str) -> str:
        """Where one stood at an event of this start, or at the group that it is of; "" for another."""
        kept = self._places.get(event_id, "")
        if kept or not event_id:
            return kept
        event = self.workspace.event(event_id)
        return self._places.get(read(event).group or event_id, "")

    def _place_of(self, outcome: Outcome) -> str:
        """Of a decision made before this start: a claim it speaks of, rather one that is on the screen."""
        spoken = self.workspace.claims_decided(outcome.event)
        if self.view.claim is not None and self.view.claim.claim.id in spoken:
            return self.view.claim.claim.id
        here = [claim for claim in spoken if self.claims is not None and self.claims.holds(claim)]
        if len(here) < 2:
            return here[0] if here else outcome.claim_id
        return min(here, key=lambda claim: self.workspace.claim(claim).claim.start)
