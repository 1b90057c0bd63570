"""The queue of proposed pairs: which two claims stand side by side, and what each key does to them.

Decides through `Workspace` alone and leaves a new `view`; it must never draw, and never know a widget.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from curator.models import (
    Article,
    Candidate,
    CandidateKind,
    ClaimView,
    CuratorError,
    Progress,
    Related,
    Session,
)

if TYPE_CHECKING:
    from curator.match.ordering import Choice, Reason
    from curator.models import ContradictionType
    from curator.review.decisions import Decision, Lot
    from curator.workspace import Outcome, Workspace

PAIR_ORDERS: dict[str, str] = {
    "contradictions": "likeliest contradictions first",
    "same": "likeliest duplicates first",
    "uncertain": "closest calls first",
    "cluster": "cluster by cluster",
}
"""Every order of the queue of pairs with what it means, so short that 80 columns show it whole."""

REASONS: dict[Reason, str] = {
    "uncertain": "between: a close call",
    "random": "drawn at random for the estimate",
}
"""What is said of a pair that comes out of its order."""

HEED: dict[Reason, str] = {
    "uncertain": "now a close call: look twice",
    "random": "now one drawn at random: look twice",
}
"""What is said below of such a pair, for who decides in the rhythm of the likely ones."""


class NoPair(CuratorError):
    """A verb that needs a pair, and none stands there."""


class Side(NamedTuple):
    """One of two claims, in its article."""

    claim: ClaimView
    article: Article


class PairView(NamedTuple):
    """What the Compare view shows."""

    progress: Progress
    session: Session
    order: str
    left: Side | None = None
    right: Side | None = None
    related: Related | None = None
    """What is proposed or decided of the two."""
    place: int = 0
    """How many pairs were looked at before this one."""
    reason: Reason = "likely"
    """Why this pair comes now."""
    chosen: bool = False
    """Whether it was opened from elsewhere, and did not come in the order."""


class Pairing:
    """Position and verbs of one reviewer in the queue of pairs."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._order = "contradictions"
        self._at = -1
        """The place of the pair that stands there, in `_pairs`."""
        self._start()
        self.view = PairView(Progress(), Session(""), self._order)

    # -- standing ------------------------------------------------------------------------------------

    def open(self, left_id: str = "", right_id: str = "") -> None:
        """Stand at this pair, or at the first of the queue when none is given and none stands there."""
        if self._blind != self.workspace.guards.blind:
            self._start()
        if left_id:
            first, second = sorted((left_id, right_id))
            self._pairs.insert(self._at + 1, (first, second))
            self._opened.add((first, second))
            self._chosen.pop((first, second), None)
            self._seen.add((first, second))
            self._at += 1
            self._show()
        elif not self._pairs:
            self.next()
        else:
            self._show()

    def next(self) -> bool:
        """To the next pair that is still open; false, and nothing moves, when there is none."""
        before = self._at
        while self._pull(self._at + 1):
            self._at += 1
            if self._is_open(self._pairs[self._at]):
                self._show()
                return True
        self._at = before
        self._show()
        return False

    def previous(self) -> bool:
        """To the pair that was looked at before; false when there is none."""
        if self._at <= 0:
            return False
        self._at -= 1
        self._show()
        return True

    def later(self) -> bool:
        """Put this pair at the end of the queue."""
        if 0 <= self._at < len(self._pairs):
            self._put_off.append(self._pairs[self._at])
        return self.next()

    def set_order(self, order: str) -> None:
        """Begin the queue again in another order."""
        self._order = order
        self._start()
        self.next()

    # -- deciding ------------------------------------------------------------------------------------

    def same(self) -> Outcome:
        """Join the two; an undecided one joins the cluster of the decided one."""
        from curator.review.decisions import Merge

        left, right = self._sides()
        if left.claim.status == "pending" and right.claim.status != "pending":
            return self._decide(Merge(left.claim.claim.id, right.claim.claim.id, self._lot()))
        return self._decide(Merge(right.claim.claim.id, left.claim.claim.id, self._lot()))

    def contradict(self, kind: ContradictionType) -> Outcome:
        from curator.review.decisions import Contradict

        left, right = self._sides()
        return self._decide(Contradict(left.claim.claim.id, right.claim.claim.id, kind, self._lot()))

    def unrelated(self) -> Outcome:
        from curator.review.decisions import Dismiss

        left, right = self._sides()
        return self._decide(Dismiss(left.claim.claim.id, right.claim.claim.id, self._lot()))

    def _lot(self) -> Lot | None:
        """By which lot the pair came that stands here; None of one that came for another reason."""
        from curator.review.decisions import Lot

        chosen = self._chosen.get(self._pairs[self._at])
        if chosen is None or chosen.reason != "random":
            return None
        return Lot(chosen.pair.kind, chosen.pool)

    def undo(self) -> Outcome:
        """Take back the last decision; where it was made on a pair looked at before, stand there again."""
        return self._return_to(self.workspace.undo())

    def redo(self) -> Outcome:
        return self._return_to(self.workspace.redo())

    def reload(self) -> None:
        """Read this pair afresh, and from here on the queue, for scores may be others now.

        It begins again where it is blind now and was not, or was.
        """
        self._source = self._queue()
        self.open()

    # -- behind it -----------------------------------------------------------------------------------

    def _start(self) -> None:
        self._pairs: list[tuple[str, str]] = []
        self._seen: set[tuple[str, str]] = set()
        self._opened: set[tuple[str, str]] = set()
        """Pairs that were asked for by name."""
        self._put_off: list[tuple[str, str]] = []
        self._chosen: dict[tuple[str, str], Choice[Candidate]] = {}
        """Why the pairs come that are not simply the likeliest."""
        self._at = -1
        self._blind = self.workspace.guards.blind
        self._source = self._queue()

    def _queue(self) -> Iterator[tuple[str, str]]:
        """All open pairs from the first on; those seen already are passed over."""
        return self.workspace.pairs() if self._blind else self._ordered()

    def _ordered(self) -> Iterator[tuple[str, str]]:
        return ((found.left_id, found.right_id) for found in self._sources()[self._order]())

    def _sources(self) -> dict[str, Callable[[], Iterator[Candidate]]]:
        return {
            "contradictions": lambda: self._mixed("contradicts"),
            "same": lambda: self._mixed("same"),
            "uncertain": self.workspace.doubtful_candidates,
            "cluster": self._by_cluster,
        }

    def _mixed(self, kind: CandidateKind) -> Iterator[Candidate]:
        """The likeliest of a kind, and now and then one that is uncertain or drawn at random."""
        for choice in self.workspace.queued_candidates(kind):
            if choice.reason != "likely":
                self._chosen[choice.pair.left_id, choice.pair.right_id] = choice
            yield choice.pair

    def _by_cluster(self) -> Iterator[Candidate]:
        """From the likeliest pair on, always first all pairs of the claims that stand with its left claim."""
        for best in self.workspace.candidates():
            yield best
            members = [best.left_id, *(r.claim.claim.id for r in self._same_as(best.left_id))]
            for member in members:
                yield from self.workspace.candidates(claim_id=member)

    def _same_as(self, claim_id: str) -> Iterator[Related]:
        return (related for related in self.workspace.related(claim_id) if related.relation == "same")

    def _pull(self, place: int) -> bool:
        """Make sure that there is a pair at a place of the queue; what was put off comes at its end."""
        while len(self._pairs) <= place:
            pair = next(self._source, None)
            if pair is None:
                if not self._put_off:
                    return False
                self._pairs.append(self._put_off.pop(0))
                continue
            if pair not in self._seen:
                self._seen.add(pair)
                self._pairs.append(pair)
        return True

    def _is_open(self, pair: tuple[str, str]) -> bool:
        related = self._between(pair)
        return related is not None and related.relation is None

    def _between(self, pair: tuple[str, str]) -> Related | None:
        left, right = pair
        found = (r for r in self.workspace.related(left, right) if r.claim.claim.id == right)
        return next(found, None)

    def _show(self) -> None:
        frame = PairView(self.workspace.progress(), self.workspace.session(), self._order)
        if not 0 <= self._at < len(self._pairs):
            self.view = frame
            return
        pair = self._pairs[self._at]
        left, right = (self._side(claim_id) for claim_id in pair)
        chosen = self._chosen.get(pair)
        self.view = frame._replace(
            left=left,
            right=right,
            related=self._between(pair),
            place=self._at,
            reason=chosen.reason if chosen else "likely",
            chosen=pair in self._opened,
        )

    def _side(self, claim_id: str) -> Side:
        claim = self.workspace.claim(claim_id)
        for side in (self.view.left, self.view.right):
            if side is not None and side.article.id == claim.claim.article_id:
                return Side(claim, side.article)
        return Side(claim, self.workspace.article(claim.claim.article_id))

    def _sides(self) -> tuple[Side, Side]:
        if self.view.left is None or self.view.right is None:
            raise NoPair("there is no pair here: every proposal of this order is decided")
        return self.view.left, self.view.right

    def _decide(self, decision: Decision) -> Outcome:
        outcome = self.workspace.decide(decision)
        self.next()
        return outcome

    def _return_to(self, outcome: Outcome) -> Outcome:
        for place in range(len(self._pairs) - 1, -1, -1):
            if outcome.claim_id in self._pairs[place] and self._is_open(self._pairs[place]):
                self._at = place
                break
        self._show()
        return outcome
