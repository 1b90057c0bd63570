"""Claims that are asked once more later, and what is noted of how one decided: blind, or for the second time.

Stands before deciding, so that no verdict on a claim that is asked again writes over the earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from curator.models import Refused
from curator.review.queue import Filter
from curator.store.listing import Listing
from curator.workspace.veiling import Veiling

if TYPE_CHECKING:
    from curator.models import SelfAgreement
    from curator.progress import Cancelled, ProgressCallback
    from curator.review.decisions import Decision
    from curator.workspace.outcomes import Outcome

_PASSING = frozenset({"status", "flag", "reviewer", "has"})
"""Fields of a filter that change as one decides."""


class Guarding(Veiling):
    """Deciding with what is guarded against."""

    # -- deciding --------------------------------------------------------------------------------------

    def decide(self, decision: Decision) -> Outcome:
        return self._decided([decision])

    def decide_all(
        self,
        decisions: Iterable[Decision],
        *,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> Outcome:
        return self._decided(list(decisions), progress, cancelled)

    def _decided(
        self,
        wanted: Sequence[Decision],
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> Outcome:
        self._store.ledger.marks = None if self._own is None else self._own.marks
        meant = [self._meant(decision) for decision in wanted]
        try:
            if len(meant) == 1:
                outcome = super().decide(meant[0])
            else:
                outcome = super().decide_all(meant, progress=progress, cancelled=cancelled)
        except Refused as refusal:
            if self._own is not None:  # it names what stands
                self._own.shown.update(c for event in refusal.chain for c in self.claims_decided(event))
            raise
        for decision in meant:
            due = self._asked.pop(getattr(decision, "claim_id", ""), None)
            if due is not None and len(meant) == 1:
                outcome = replace(outcome, earlier=due.verdict, earlier_at=due.decided_at)
        self._draw_veil()
        return self._asking_once_more(outcome)

    def _meant(self, decision: Decision) -> Decision:
        """A verdict on a claim that is asked again is the answer to that, and leaves the earlier one."""
        if not self._asked:
            return decision
        from curator.review.decisions import Confirm, Reject, Repeat

        if not isinstance(decision, Confirm | Reject) or decision.claim_id not in self._asked:
            return decision
        due, share = self._asked[decision.claim_id], self._guards.repeat
        if isinstance(decision, Confirm):
            return Repeat(decision.claim_id, "confirmed", due.event_id, share)
        return Repeat(decision.claim_id, "rejected", due.event_id, share, decision.reason)

    def undo(self, event_id: str | None = None) -> Outcome:
        return self._asking_once_more(super().undo(event_id))

    def redo(self) -> Outcome:
        return self._asking_once_more(super().redo())

    def _asking_once_more(self, outcome: Outcome) -> Outcome:
        """After an answer to a repetition is taken back it is open again, until it is brought back."""
        if outcome.event.kind != "undo":
            return outcome
        from curator.review.facts import read
        from curator.store.repetition import Repetitions

        base = read(self._store.log.base(outcome.event))
        if base.repeat_of and base.reviewer == self.reviewer:
            due = Repetitions(self._store.database).of(base)
            if due is None or self.stands(base.event.event_id):
                self._asked.pop(base.claim_id, None)
            else:
                self._asked[base.claim_id] = due
            self._draw_veil()
        return outcome

    def self_agreement(self) -> tuple[SelfAgreement, ...]:
        """How far every reviewer who was asked again agrees with themselves; reads the log in steps."""
        from curator.review.repetition import self_agreements
        from curator.store.repetition import Repetitions

        return self_agreements(Repetitions(self._store.database).answers())

    def looks_open(self, claim_id: str) -> bool:
        """Whether a claim only looks undecided, because what was decided is hidden."""
        if self._own is None and not self._asked:
            return False
        from curator.store.views import Views

        stored = Views(self._store.database, self.reviewer).of(claim_id)
        return self.claim(claim_id).status == "pending" != stored.status

    # -- asking again ----------------------------------------------------------------------------------

    def ask_again(self, only: str | None = None) -> str:
        """The claim that is asked once more now, which looks undecided until it is answered; "" for none.

        Only claims that fit the session's filter, its words on their status left aside; with `only` no other.
        """
        if not self._guards.repeat:
            return ""
        from curator.store.repetition import Repetitions

        due = Repetitions(self._store.database).due(self.reviewer, self._guards.repeat, self._asked.keys())
        if due is None or only not in (None, due.claim_id) or not self._fits(due.claim_id):
            return ""
        self._asked[due.claim_id] = due
        self._draw_veil()
        return due.claim_id

    def _fits(self, claim_id: str) -> bool:
        words = Filter.parse(self.session().filter)
        lasting = Filter(tuple(term for term in words.terms if term.field not in _PASSING))
        if not lasting.terms:
            return True
        number = self._store.corpus.article_no(self.claim(claim_id).claim.article_id)
        fitting = self._plain_selection(lasting)
        store = self._store
        return Listing(store.database, store.views, store.queue, number, fitting).holds(claim_id)
