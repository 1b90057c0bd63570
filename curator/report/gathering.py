"""The second way through a dataset: the claims that go on the page.

Holds only what is shown, however many claims there are. Draws nothing.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field

from curator.dataset import Inconsistent
from curator.models import ClaimView
from curator.report.dataset import Limits, Reader
from curator.report.survey import Pair, Survey


@dataclass(slots=True)
class Best:
    """The best `limit` views of those offered, and how many were offered."""

    limit: int
    rank: Callable[[ClaimView], tuple[float | str, ...]]
    heap: list[tuple[tuple[float | str, ...], int, ClaimView]] = field(default_factory=list)
    offered: int = 0

    def offer(self, view: ClaimView) -> None:
        self.offered += 1
        # of equals the one that comes first in the dataset stays
        entry = (self.rank(view), -self.offered, view)
        if len(self.heap) < self.limit:
            heapq.heappush(self.heap, entry)
        elif self.limit and entry[:2] > self.heap[0][:2]:
            heapq.heapreplace(self.heap, entry)

    def views(self) -> list[ClaimView]:
        return [view for _, _, view in sorted(self.heap, key=lambda entry: entry[:2], reverse=True)]


@dataclass(slots=True)
class Gathered:
    """The claims that go on the page."""

    views: dict[str, ClaimView]
    singles: Best
    disputed: Best
    rejected: Best


def ids_of(found: Survey, pair: Pair) -> tuple[str, str]:
    """The claims of a contradiction that was found."""
    relation = found.contradictions[pair]
    return relation.left_id, relation.right_id


def gather(found: Survey, reader: Reader, pairs: list[Pair], clusters: list[str], limits: Limits) -> Gathered:
    """Read the claims again and keep those that are shown."""
    wanted = {claim_id for pair in pairs for claim_id in (*pair, *ids_of(found, pair))}
    wanted.update(clusters)
    for canonical_id in clusters:
        members = found.members[canonical_id][: limits.wordings * limits.voices]
        wanted.update(member.claim_id for member in members)
    gathered = Gathered(
        {},
        singles=Best(limits.singles, lambda view: (view.speaker != "", view.claim.confidence)),
        disputed=Best(limits.disputed, lambda view: (view.decided_at,)),
        rejected=Best(limits.rejected, lambda view: (view.decided_at,)),
    )
    for view in reader.claims("gathering claims"):
        if view.claim.id in wanted:
            gathered.views[view.claim.id] = view
        if view.status == "confirmed" and view.claim.id not in found.members:
            gathered.singles.offer(view)
        elif view.status == "disputed":
            gathered.disputed.offer(view)
        elif view.status == "rejected":
            gathered.rejected.offer(view)
    if missing := wanted - gathered.views.keys():
        raise Inconsistent(f"a decision speaks of the claim {min(missing)}, which is not there")
    for best in (gathered.singles, gathered.disputed, gathered.rejected):
        gathered.views.update((view.claim.id, view) for view in best.views())
    return gathered
