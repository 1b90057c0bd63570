"""Blind review: scores and what others said are taken out of all that a reviewer is shown, until they decide.

Stands before reading, figures and the log, so that what is hidden reaches no screen and no script. Hides
what the program knows, never what a reviewer saw elsewhere; changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from curator.models import (
    Candidate,
    CandidateKind,
    ClaimView,
    ClusterView,
    CuratorError,
    Event,
    Progress,
    Related,
    Session,
    Settled,
)
from curator.review.blind import Guards
from curator.review.queue import Filter
from curator.store import Store
from curator.workspace.deciding import Deciding
from curator.workspace.figures import Figures
from curator.workspace.looking_back import LookingBack
from curator.workspace.reading import Reading

if TYPE_CHECKING:
    from curator.match.ordering import Choice
    from curator.review.history import Around, Entry, Follows
    from curator.review.together import Chosen
    from curator.store.log_pages import Reading as LogReading
    from curator.store.own_words import OwnWords
    from curator.store.past import Past
    from curator.store.repetition import Due
    from curator.store.selection import Selection

_BLOCK = 40
"""Proposed pairs of each kind that are mixed at a time."""
_HIDDEN = "scores are hidden in blind mode until you have decided"


class Veiling(Reading, Figures, Deciding, LookingBack):
    """What one reviewer may see."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._guards = Guards()
        self._own: OwnWords | None = None
        """While reviewing blind."""
        self._asked: dict[str, Due] = {}
        """By claim, the verdicts that are asked again now; these claims look as if nobody had decided."""

    @property
    def guards(self) -> Guards:
        """What is guarded against."""
        return self._guards

    def guard(self, guards: Guards) -> None:
        """Guard against these things from now on."""
        self._guards = guards
        if not guards.blind:
            self._own = None
        elif self._own is None:
            from curator.store.own_words import OwnWords

            self._own = OwnWords(self._store.database, self.reviewer)
        self._draw_veil()

    def _draw_veil(self) -> None:
        self._store.views.veil = self._veiled if self._own or self._asked else None

    def recover(self) -> str:
        said = super().recover()
        self._own = None
        self.guard(self._guards)
        return said

    # -- what is seen ----------------------------------------------------------------------------------

    def _veiled(self, views: list[ClaimView]) -> list[ClaimView]:
        from curator.review.blind import veiled

        seen = views if self._own is None else self._own.veiled(views)
        return [veiled(view) if view.claim.id in self._asked else view for view in seen]

    def related(self, claim_id: str, beside: str = "") -> tuple[Related, ...]:
        found = super().related(claim_id, beside)
        if claim_id in self._asked:
            found = tuple(related for related in found if related.relation is None)
        if self._own is None:
            return found
        from curator.review.blind import veiled_pair

        told = self._own.paired(claim_id)
        known = [related for related in found if related.claim.claim.id in told]
        number = self._store.corpus.known_claim_no
        # what others decided closes proposals: that fewer are open would tell of it
        proposed = self._store.relations.ever_proposed(number(claim_id), number(beside) if beside else None)
        hidden = [
            veiled_pair(related)
            for related in proposed
            if related.claim.claim.id not in told and related.claim.status != "rejected"
        ]
        return (*sorted(hidden, key=lambda related: related.claim.claim.id), *known)

    def _chosen_as_seen(self, chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
        ids = {one.claim_id for one in chosen}
        open_to = ids if self._own is None else self._own.decided(ids)
        open_to -= self._asked.keys()
        return tuple(
            one
            if one.claim_id in open_to
            else replace(one, status="pending", own="", canonical_id=one.claim_id, together=False)
            for one in chosen
        )

    def candidates(
        self, *, kind: CandidateKind | None = None, claim_id: str = "", limit: int | None = None
    ) -> Iterator[Candidate]:
        """As of all reviewers; raises CuratorError in blind mode, where `pairs` gives them without scores."""
        self._refuse_scores()
        return super().candidates(kind=kind, claim_id=claim_id, limit=limit)

    def doubtful_candidates(self) -> Iterator[Candidate]:
        self._refuse_scores()
        return super().doubtful_candidates()

    def queued_candidates(
        self, kind: CandidateKind, *, seed: int | None = None
    ) -> Iterator[Choice[Candidate]]:
        self._refuse_scores()
        return super().queued_candidates(kind, seed=seed)

    def why(self, left_id: str, right_id: str) -> Candidate:
        self._refuse_scores()
        return super().why(left_id, right_id)

    def settled(self, left_id: str, right_id: str) -> Settled | None:
        """As of all reviewers; raises CuratorError in blind mode, where others' words are hidden."""
        self._refuse_scores()
        return super().settled(left_id, right_id)

    def follows(self, event_id: str, *, limit: int = 10) -> Follows:
        """As of all reviewers; in blind mode nothing, for what follows tells what others decided."""
        from curator.review.history import Follows

        return Follows() if self._own is not None else super().follows(event_id, limit=limit)

    def _refuse_scores(self) -> None:
        if self._own is not None:
            raise CuratorError(_HIDDEN)

    def pairs(self, claim_id: str = "") -> Iterator[tuple[str, str]]:
        """Undecided pairs in an order that tells nothing of them: both kinds mixed by lot, block by block."""
        import random

        kinds: tuple[CandidateKind, ...] = ("same", "contradicts")
        walks = [super(Veiling, self).candidates(kind=kind, claim_id=claim_id) for kind in kinds]
        chance = random.Random(claim_id or self.reviewer)  # noqa: S311 - an order, not a secret
        given: set[tuple[str, str]] = set()
        while True:
            block = [found for walk in walks for found, _ in zip(walk, range(_BLOCK), strict=False)]
            if not block:
                return
            chance.shuffle(block)
            for candidate in block:
                pair = candidate.left_id, candidate.right_id
                if pair not in given:
                    given.add(pair)
                    yield pair

    def clusters(
        self, order: str = "carried", *, after: str = "", limit: int = 100
    ) -> tuple[ClusterView, ...]:
        if self._own is None:
            return super().clusters(order, after=after, limit=limit)
        found: list[ClusterView] = []
        while len(found) < limit:
            page = super().clusters(order, after=after, limit=limit)
            found += (cluster for cluster in page if self._told_of(cluster))
            if len(page) < limit:
                break
            after = page[-1].canonical.claim.id
        return tuple(found[:limit])

    def _told_of(self, cluster: ClusterView) -> bool:
        """Whether the reviewer made a cluster themselves: by a verdict, or by every merge in it."""
        assert self._own is not None
        canonical = cluster.canonical.claim.id
        if cluster.members == 1:
            return bool(self._own.decided([canonical]))
        beside = super().related(canonical)
        members = {related.claim.claim.id for related in beside if related.relation == "same"}
        return members <= self._own.joined(members | {canonical})

    def progress(self) -> Progress:
        progress = super().progress()
        if self._own is None:
            return progress
        return self._own.progress(progress, self._store.state.recent())

    # -- the queue -------------------------------------------------------------------------------------

    def session(self) -> Session:
        session = super().session()
        if self._own is None:
            return session
        return replace(session, order="article", blind=True)  # other orders tell of scores

    def save_session(self, session: Session) -> None:
        if self._own is not None:
            if session.order != "article":
                raise CuratorError(f"{_HIDDEN}, so claims come as the articles read")
            session = replace(session, order=super().session().order)
        super().save_session(session)

    def _selection(self, filter: str, order: str) -> Selection:
        if self._own is None:
            return super()._selection(filter, order)
        return self._own.selection(Filter.parse(filter), self._plain_selection)

    def _plain_selection(self, words: Filter) -> Selection:
        return super()._selection(str(words), "article")

    def next_claim(
        self, claim_id: str = "", *, undecided: bool = True, backwards: bool = False, also: str = ""
    ) -> ClaimView | None:
        if self._own is None or not undecided:
            return super().next_claim(claim_id, undecided=undecided, backwards=backwards, also=also)
        words = Filter.parse(f"{self.session().filter} {also}")
        wanted = self._own.selection(words, self._plain_selection, open_only=True)
        for selection in self._own.put_off_last(wanted):
            found = self._store.queue.next(selection, claim_id, undecided=False, backwards=backwards)
            if found is not None:
                return found
        return None

    # -- the log ---------------------------------------------------------------------------------------

    def log(self, *, claim_id: str = "", reviewer: str = "", limit: int | None = None) -> Iterator[Event]:
        if self._own is None:
            yield from super().log(claim_id=claim_id, reviewer=reviewer, limit=limit)
            return
        left = limit
        for event in super().log(claim_id=claim_id, reviewer=reviewer):
            if left == 0:
                return
            if not self._own.hides(event, self.claims_decided(event)):
                left = None if left is None else left - 1
                yield event

    def reading(self, filter: str = "") -> LogReading:
        reading = super().reading(filter)
        reading.hiding = lambda: None if self._own is None else self._hidden_entries
        return reading

    def _hidden_entries(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        own = self._own
        if own is None:
            return ()
        return [
            entry for entry in entries if own.hides(entry.event, [claim.claim_id for claim in entry.claims])
        ]

    def around(self, event_id: str) -> Around:
        around = super().around(event_id)
        hidden = self._hidden_entries(around.later)
        later = tuple(entry for entry in around.later if entry not in hidden)
        return replace(around, later=later, later_count=around.later_count - len(hidden))

    def past_claims(
        self, past: Past, after: str = "", *, limit: int = 100, backwards: bool = False
    ) -> tuple[list[ClaimView], bool]:
        found, ended = super().past_claims(past, after, limit=limit, backwards=backwards)
        return self._veiled(found), ended
