"""Decisions, and the log that they make.

A decision is on the disk when its method returns. Judges nothing itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from curator.models import CuratorError, Event
from curator.progress import Cancelled, ProgressCallback
from curator.workspace.opened import Opened
from curator.workspace.outcomes import Outcome

if TYPE_CHECKING:
    from curator.review.decisions import Decision
    from curator.review.together import Chosen, Plan, Verb
    from curator.store.ledger import Written


class Deciding(Opened):
    """What a reviewer does, and what has been done."""

    def decide(self, decision: Decision) -> Outcome:
        """Write one decision; it is on disk when this returns. Raises Refused with the chain against it."""
        return _outcome(self._store.ledger.decide([decision]))

    def decide_all(
        self,
        decisions: Iterable[Decision],
        *,
        progress: ProgressCallback | None = None,
        cancelled: Cancelled | None = None,
    ) -> Outcome:
        """Write several decisions, all or none, as one group that one undo takes back.

        Raises CuratorError, with nothing written, when it is `cancelled` meanwhile.
        """
        wanted = list(decisions)
        if not wanted:
            raise CuratorError("there is nothing to decide")

        def told(done: int) -> None:
            if cancelled is not None and cancelled():
                raise CuratorError("stopped: nothing was decided")
            if progress is not None:
                progress("deciding", done, len(wanted))

        return _outcome(self._store.ledger.decide(wanted, told))

    def planned(
        self,
        verb: Verb,
        claim_ids: Iterable[str] | None = None,
        *,
        filter: str = "",
        but: Collection[str] = (),
        reason: str = "",
        into: str = "",
    ) -> Plan:
        """What a verb would do to these claims, or to all that fit a filter; `decide_all` carries it out.

        `but`: ids of claims that are left out. `into`: the claim that others are merged into, else the
        first of them. Raises CuratorError where it would do nothing.
        """
        from curator.review.together import plan
        from curator.store.choosing import Choosing

        choosing = Choosing(self._store.database, self._store.queue, self.reviewer)
        if claim_ids is None:
            chosen = choosing.fitting(self._selection(filter, "article"))
        else:
            chosen = choosing.named(claim_ids)
        chosen = tuple(one for one in chosen if one.claim_id not in but)
        target = self._chosen_as_seen(choosing.named([into]))[0] if into else None
        return plan(verb, self._chosen_as_seen(chosen), reason=reason, into=target)

    def _chosen_as_seen(self, chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
        """What stands of claims that are chosen, as far as this reviewer may know it."""
        return chosen

    def undo(self, event_id: str | None = None) -> Outcome:
        """Take back this reviewer's last standing decision, or the event named."""
        if event_id is not None:
            from curator.review.decisions import Undo

            return self.decide(Undo(event_id))
        return _outcome(self._store.ledger.undo())

    def in_last_group(self, *, undone: bool = False) -> int:
        """How many decisions the next undo takes back, or (where `undone`) the next redo brings back."""
        return self._store.ledger.in_last_group(undone=undone)

    def redo(self) -> Outcome:
        """Bring back what the last undo took, unless something was decided since."""
        return _outcome(self._store.ledger.redo())

    def log(self, *, claim_id: str = "", reviewer: str = "", limit: int | None = None) -> Iterator[Event]:
        """Events, the newest first."""
        claim_no = self._store.corpus.known_claim_no(claim_id) if claim_id else None
        return self._store.log.newest(claim_no=claim_no, name=reviewer, limit=limit)

    def event(self, event_id: str) -> Event:
        """One event of the log; raises CuratorError where there is none."""
        return self._store.log.event(event_id)

    def claims_decided(self, event: Event) -> tuple[str, ...]:
        """The ids of the claims that an event speaks of; of an undo, those of what it takes back."""
        from curator.review.facts import read

        return tuple(read(self._store.log.base(event)).claim_ids)

    def stands(self, event_id: str) -> bool:
        """Whether an event of the log has not been taken back."""
        return self._store.log.stands(self._store.log.event(event_id))

    def taken_back(self, event_id: str) -> tuple[Event, ...]:
        """What an undo takes back, what that takes back if it is an undo too, and so on; () of no undo."""
        chain = [self._store.log.event(event_id)]
        while (target := chain[-1].target) is not None:
            chain.append(self._store.log.event(target))
        return tuple(chain[1:])

    def status_after(self, event_id: str) -> str:
        """The status of its claim right after a verdict or the undo of one; "" of any other event."""
        from curator.store.afterwards import Afterwards

        return Afterwards(self._store.database, self._store.log.event(event_id)).status()


def _outcome(written: Written) -> Outcome:
    return Outcome(
        event=written.events[-1], said=written.said, settled=written.settled, claim_id=written.claim_id
    )
