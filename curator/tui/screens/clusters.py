"""View 3, Claims: the clusters; who says what, where and in which words, and what stands against it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.widget import Widget

from curator.text import visible_line
from curator.titles import one_line
from curator.tui.browsing import Browsing
from curator.tui.key_names import key_name
from curator.tui.messages import RowPicked
from curator.tui.screens.asking import OPPOSED
from curator.tui.screens.view import ViewScreen, following
from curator.tui.view_model import may_contradict
from curator.tui.widgets.claim_card import ClaimCard
from curator.tui.widgets.cluster_list import ClusterList
from curator.tui.widgets.related_list import RelatedList

if TYPE_CHECKING:
    from curator.tui.keymap import Keymap
    from curator.workspace import Workspace


class ClustersScreen(ViewScreen):
    """The place where the dataset is read and put in order."""

    CONTEXT = "claims"
    CSS_PATH = "clusters.tcss"
    AUTO_FOCUS = "#clusters"

    def __init__(self, workspace: Workspace, keymap: Keymap, file_name: str) -> None:
        super().__init__(workspace, keymap, file_name, id="claims-view")
        self.browsing = Browsing(workspace)

    def panes(self) -> Iterable[Widget]:
        yield ClusterList(id="clusters")
        yield ClaimCard(id="canonical")
        yield RelatedList(id="members")

    def on_screen_resume(self) -> None:
        if self.stale():
            self.look(self.browsing.reload)
        self.call_after_refresh(self.rest)  # the panes have their size then

    def hint(self) -> str:
        """What the matrix shows."""
        return self.query_one(ClusterList).legend(self.status.room)

    def _tell_legend(self) -> None:
        """Say what the matrix shows of the rows in sight, where nothing else was said."""
        if self.status.said[0] == "hint":
            self.say("hint", self.hint())

    def read_again(self) -> None:
        self.browsing.reload()

    # -- showing -------------------------------------------------------------------------------------

    def show(self) -> None:
        """Give the panes the browsing's view."""
        view = self.browsing.view
        self.call_after_refresh(self._tell_legend)
        self.show_counts(view.progress, view.session)
        clusters = self.query_one(ClusterList)
        clusters.clusters = view.clusters
        clusters.cursor = view.row + 1 if view.clusters else -1
        meaning = self.workspace.cluster_orders()[view.order]
        clusters.title = f"Claims · {meaning}"
        cluster = view.cluster
        card = self.query_one(ClaimCard)
        card.claim = cluster.canonical if cluster else None
        members = self.query_one(RelatedList)
        members.empty = RelatedList.EMPTY if cluster else ""
        members.related, members.cursor = view.related, view.related_row
        if cluster is None:
            card.title, members.title = "", ""
            return
        outlets = ", ".join(visible_line(name) for name in cluster.outlets)
        when = " – ".join(dict.fromkeys(date[:10] for date in (cluster.first, cluster.last) if date))
        card.title = " · ".join(part for part in (outlets, visible_line(when)) if part)
        against = cluster.canonical.contradictions
        members.title = "1 says so" if cluster.members == 1 else f"{cluster.members} say so"
        if against:
            members.title += f" · {against} against"

    # -- deciding ------------------------------------------------------------------------------------

    def action_split(self) -> None:
        self.decide(self.browsing.split)

    def action_make_canonical(self) -> None:
        self.decide(self.browsing.make_canonical)

    def action_merge(self) -> None:
        """Let the highlighted claim join; what may be a contradiction only at the second time."""
        view = self.browsing.view
        if view.cluster is not None and view.highlighted is not None and may_contradict(view.highlighted):
            pair = view.cluster.canonical.claim.id, view.highlighted.claim.claim.id
            key = key_name(self.keymap.action("claims.merge").keys[0])
            if not self.asked_twice(pair, f"{key} again {OPPOSED} · J K another"):
                return
        self.decide(self.browsing.merge)

    def action_dismiss_pair(self) -> None:
        self.decide(self.browsing.dismiss)

    async def action_contradict(self) -> None:
        cluster, related = self.browsing.view.cluster, self.browsing.view.highlighted
        if cluster is None or related is None:
            self.say("failed", "nothing beside this cluster is highlighted")
            return
        await self.choose_contradiction(cluster.canonical, related, self.browsing.contradict)

    async def action_edit(self) -> None:
        cluster = self.browsing.view.cluster
        if cluster is None:
            self.say("failed", "there is no cluster to put into better words")
            return
        from curator.tui.widgets.prompt_line import Question

        before = one_line(cluster.canonical.wording)
        claim_id = cluster.canonical.claim.id

        def then(text: str) -> None:
            if text in ("", before):
                self.say("hint", "Nothing changed.")
            else:
                self.decide(lambda: self.browsing.put(claim_id, text))

        await self.ask(Question("Wording", before), then)

    def action_undo(self) -> None:
        self.decide(self.browsing.undo)

    def action_redo(self) -> None:
        self.decide(self.browsing.redo)

    # -- moving --------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        if self.query_one(RelatedList).has_focus:
            self.action_related(by)
        else:
            self._go_to_row(self.browsing.view.row + by)

    def _go_to_row(self, row: int) -> None:
        """Go to a cluster, and tell who carries it instead of what was done at another."""
        if self.look(lambda: self.browsing.go_to_row(row)) and self.status.said[0] == "done":
            self.say("hint", "")

    def action_page(self, by: int) -> None:
        pane = self.query_one(RelatedList if self.query_one(RelatedList).has_focus else ClusterList)
        self.action_move(by * pane.page_rows)

    def action_edge(self, by: int) -> None:
        self.action_move(by * 10_000_000)

    def action_related(self, by: int) -> None:
        self.look(lambda: self.browsing.highlight(self.browsing.view.related_row + by))

    def action_pane(self) -> None:
        here = self.query_one(ClusterList)
        self.set_focus(self.query_one(RelatedList) if here.has_focus else here)

    def action_order(self) -> None:
        meanings = self.workspace.cluster_orders()
        order = following(meanings, self.browsing.view.order)
        self.look(lambda: self.browsing.set_order(order))
        self.say("done", f"order: {meanings[order]}")

    async def action_go_there(self) -> None:
        view = self.browsing.view
        related = view.highlighted if self.query_one(RelatedList).has_focus else None
        claim = related.claim if related else view.cluster.canonical if view.cluster else None
        if claim is not None:
            await self.app.run_action(f"view('review', '{claim.claim.id}')")

    async def action_compare(self) -> None:
        """The highlighted claim beside the one that stands for the cluster."""
        from curator.tui.screens.compare import CompareScreen

        view = self.browsing.view
        if view.cluster is None or view.highlighted is None:
            self.say("failed", "nothing beside this cluster is highlighted")
            return
        await self.app.run_action("view('compare')")
        if isinstance(self.app.screen, CompareScreen):
            self.app.screen.open_pair(view.cluster.canonical.claim.id, view.highlighted.claim.claim.id)

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        if self.asking:
            return
        if message.source == "members":
            self.look(lambda: self.browsing.highlight(message.row))
        elif message.row:
            self._go_to_row(message.row - 1)
