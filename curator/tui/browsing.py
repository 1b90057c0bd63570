"""Going through the clusters: which one is looked at, who carries it, and what each key does to it.

Decides through `Workspace` alone and leaves a new `view`; it must never draw, and never know a widget.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from curator.models import ClaimView, ClusterView, CuratorError, Progress, Related, Session

if TYPE_CHECKING:
    from curator.models import ContradictionType
    from curator.review.decisions import Decision
    from curator.workspace import Outcome, Workspace

_PAGE = 60
"""Clusters fetched at once."""


class NoCluster(CuratorError):
    """A verb that needs a cluster or one of its members, and there is none."""


class ClustersView(NamedTuple):
    """What the Claims view shows."""

    progress: Progress
    session: Session
    order: str
    clusters: tuple[ClusterView, ...] = ()
    """Those fetched so far."""
    row: int = -1
    related: tuple[Related, ...] = ()
    """The members of the current cluster, what stands against it, what is proposed to join it."""
    related_row: int = -1

    @property
    def cluster(self) -> ClusterView | None:
        """The current cluster."""
        return self.clusters[self.row] if 0 <= self.row < len(self.clusters) else None

    @property
    def highlighted(self) -> Related | None:
        """The highlighted claim beside it."""
        return self.related[self.related_row] if 0 <= self.related_row < len(self.related) else None


class Browsing:
    """Position and verbs of one reviewer among the clusters."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.view = ClustersView(Progress(), Session(""), "carried")
        self._complete = False

    # -- standing ------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read everything afresh, standing at the same cluster where it still is one."""
        before = self.view
        wanted = max(_PAGE, len(before.clusters))
        self.view = before._replace(
            progress=self.workspace.progress(),
            session=self.workspace.session(),
            clusters=self.workspace.clusters(before.order, limit=wanted),
        )
        self._complete = len(self.view.clusters) < wanted
        self._stand_at(self._row_of(before.cluster, before.row), before.highlighted)

    def go_to_row(self, row: int) -> None:
        """Stand at a cluster of the list; near its end more are fetched."""
        if row >= len(self.view.clusters) - _PAGE // 2 and not self._complete and self.view.clusters:
            last = self.view.clusters[-1].canonical.claim.id
            more = self.workspace.clusters(self.view.order, after=last, limit=_PAGE)
            self._complete = len(more) < _PAGE
            self.view = self.view._replace(clusters=self.view.clusters + more)
        self._stand_at(row)

    def highlight(self, row: int) -> None:
        """Highlight a claim beside the cluster."""
        if self.view.related:
            self.view = self.view._replace(related_row=min(max(row, 0), len(self.view.related) - 1))

    def set_order(self, order: str) -> None:
        """List the clusters in another order, from its start."""
        self.view = self.view._replace(order=order, clusters=(), row=-1)
        self.reload()

    # -- deciding ------------------------------------------------------------------------------------

    def split(self) -> Outcome:
        """Take the highlighted member out of the cluster."""
        from curator.review.decisions import Split

        return self._decide(Split(self._member().claim.claim.id))

    def make_canonical(self) -> Outcome:
        """Let the highlighted member stand for the cluster."""
        from curator.review.decisions import Canonical

        return self._decide(Canonical(self._member().claim.claim.id))

    def put(self, claim_id: str, wording: str) -> Outcome:
        """Give a cluster's canonical claim better words."""
        from curator.review.decisions import Edit

        return self._decide(Edit(claim_id, wording=wording))

    def merge(self) -> Outcome:
        """Let the highlighted claim, with its cluster, join this one."""
        from curator.review.decisions import Merge

        return self._decide(Merge(self._highlighted().claim.claim.id, self.canonical().claim.id))

    def contradict(self, kind: ContradictionType) -> Outcome:
        from curator.review.decisions import Contradict

        return self._decide(Contradict(self.canonical().claim.id, self._highlighted().claim.claim.id, kind))

    def dismiss(self) -> Outcome:
        from curator.review.decisions import Dismiss

        return self._decide(Dismiss(self.canonical().claim.id, self._highlighted().claim.claim.id))

    def undo(self) -> Outcome:
        outcome = self.workspace.undo()
        self.reload()
        return outcome

    def redo(self) -> Outcome:
        outcome = self.workspace.redo()
        self.reload()
        return outcome

    # -- behind it -----------------------------------------------------------------------------------

    def canonical(self) -> ClaimView:
        """The claim by which the current cluster is known; raises NoCluster where there is none."""
        if self.view.cluster is None:
            raise NoCluster("there is no cluster here: confirm or merge claims in the review")
        return self.view.cluster.canonical

    def _highlighted(self) -> Related:
        self.canonical()
        if self.view.highlighted is None:
            raise NoCluster("nothing beside this cluster is highlighted")
        return self.view.highlighted

    def _member(self) -> Related:
        related = self._highlighted()
        if related.relation != "same":
            raise NoCluster("the highlighted claim is no member of this cluster")
        return related

    def _decide(self, decision: Decision) -> Outcome:
        outcome = self.workspace.decide(decision)
        self.reload()
        return outcome

    def _row_of(self, cluster: ClusterView | None, row: int) -> int:
        """Where a cluster is listed now, by its claim or by the one that stands for it since."""
        if cluster is not None:
            wanted = {cluster.canonical.claim.id}
            with suppress(CuratorError):  # a claim that was added and taken back is no longer there
                wanted.add(self.workspace.claim(cluster.canonical.claim.id).canonical_id)
            for number, listed in enumerate(self.view.clusters):
                if listed.canonical.claim.id in wanted:
                    return number
        return max(row, 0)

    def _stand_at(self, row: int, highlighted: Related | None = None) -> None:
        clusters = self.view.clusters
        row = min(max(row, 0), len(clusters) - 1)
        related = _members_first(self.workspace.related(clusters[row].canonical.claim.id)) if clusters else ()
        kept = highlighted.claim.claim.id if highlighted else ""
        at = next((i for i, item in enumerate(related) if item.claim.claim.id == kept), 0 if related else -1)
        self.view = self.view._replace(row=row, related=related, related_row=at)


def _members_first(related: tuple[Related, ...]) -> tuple[Related, ...]:
    """The members of the cluster, then what contradicts it, then what is proposed."""
    rank = {"same": 0, "contradicts": 1, "unrelated": 3, None: 2}
    return tuple(sorted(related, key=lambda item: rank[item.relation]))
