"""View 3, Claims: the clusters; who says what, where and in which words, and what stands against it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult

from curator.models import ContradictionType, CuratorError
from curator.text import visible_line
from curator.tui.browsing import Browsing
from curator.tui.messages import RowPicked
from curator.tui.naming import one_line
from curator.tui.screens.view import ViewScreen
from curator.tui.widgets.claim_card import ClaimCard
from curator.tui.widgets.cluster_list import ClusterList
from curator.tui.widgets.header_line import HeaderLine
from curator.tui.widgets.key_line import KeyLine
from curator.tui.widgets.related_list import RelatedList
from curator.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from curator.tui.keymap import Keymap
    from curator.workspace import Outcome, Workspace

_POLL = 1.0


class ClustersScreen(ViewScreen):
    """The place where the dataset is read and put in order."""

    CONTEXT = "claims"
    CSS_PATH = "clusters.tcss"
    AUTO_FOCUS = "#clusters"

    def __init__(self, workspace: Workspace, keymap: Keymap, file_name: str) -> None:
        super().__init__(workspace, keymap, id="claims-view")
        self.browsing = Browsing(workspace)
        self._file_name = file_name

    def compose(self) -> ComposeResult:
        yield HeaderLine(self._file_name, id="header")
        yield ClusterList(id="clusters")
        yield ClaimCard(id="canonical")
        yield RelatedList(id="members")
        yield StatusLine(id="status")
        keys = KeyLine(self.keymap, id="keys")
        keys.context = self.CONTEXT
        yield keys

    def on_mount(self) -> None:
        self.set_interval(_POLL, self.poll)

    def on_screen_resume(self) -> None:
        self._look(self.browsing.reload)

    def poll(self) -> None:
        """Look whether another process wrote, and show it."""
        if not self.is_current:
            return
        try:
            if self.workspace.changed():
                self._look(self.browsing.reload)
        except CuratorError as error:
            self.say("failed", str(error))

    # -- showing -------------------------------------------------------------------------------------

    def show(self) -> None:
        """Give the panes the browsing's view."""
        view = self.browsing.view
        header = self.query_one(HeaderLine)
        header.progress, header.session = view.progress, view.session
        clusters = self.query_one(ClusterList)
        clusters.clusters = view.clusters
        clusters.cursor = view.row + 1 if view.clusters else -1
        meaning = self.workspace.cluster_orders()[view.order]
        clusters.title = f"Claims · {meaning}"
        cluster = view.cluster
        card = self.query_one(ClaimCard)
        card.claim = cluster.canonical if cluster else None
        members = self.query_one(RelatedList)
        members.related, members.cursor = view.related, view.related_row
        if cluster is None:
            card.title, members.title = "", ""
            return
        outlets = ", ".join(visible_line(name) for name in cluster.outlets)
        when = " – ".join(dict.fromkeys(date[:10] for date in (cluster.first, cluster.last) if date))
        card.title = " · ".join(part for part in (outlets, visible_line(when)) if part)
        against = cluster.canonical.contradictions
        members.title = (
            f"{cluster.members} say so · {against} against" if against else f"{cluster.members} say so"
        )

    def _look(self, verb: Callable[[], object]) -> None:
        if self.attempt(verb):
            self.show()

    # -- deciding ------------------------------------------------------------------------------------

    def _decide(self, verb: Callable[[], Outcome]) -> None:
        if self.attempt(verb):
            self.show()

    def action_split(self) -> None:
        self._decide(self.browsing.split)

    def action_make_canonical(self) -> None:
        self._decide(self.browsing.make_canonical)

    def action_merge(self) -> None:
        self._decide(self.browsing.merge)

    def action_dismiss_pair(self) -> None:
        self._decide(self.browsing.dismiss)

    async def action_contradict(self) -> None:
        related = self.browsing.view.highlighted
        if related is None:
            self.say("failed", "nothing beside this cluster is highlighted")
            return
        from curator.tui.view_model import suggested_type
        from curator.tui.widgets.choice_line import ContradictionChoice

        suggestion = suggested_type(related)
        await self.choose(
            ContradictionChoice,
            f"How do the two contradict each other?  Enter: {suggestion}",
            lambda kind: self._decide(lambda: self.browsing.contradict(cast(ContradictionType, kind))),
            suggestion,
        )

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
                self._decide(lambda: self.browsing.put(claim_id, text))

        await self.ask(Question("Wording", before), then)

    def action_undo(self) -> None:
        self._decide(self.browsing.undo)

    def action_redo(self) -> None:
        self._decide(self.browsing.redo)

    # -- moving --------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        if self.query_one(RelatedList).has_focus:
            self.action_related(by)
        else:
            self._look(lambda: self.browsing.go_to_row(self.browsing.view.row + by))

    def action_page(self, by: int) -> None:
        pane = self.query_one(RelatedList if self.query_one(RelatedList).has_focus else ClusterList)
        self.action_move(by * pane.page_rows)

    def action_edge(self, by: int) -> None:
        self.action_move(by * 10_000_000)

    def action_related(self, by: int) -> None:
        self._look(lambda: self.browsing.highlight(self.browsing.view.related_row + by))

    def action_pane(self) -> None:
        here = self.query_one(ClusterList)
        self.set_focus(self.query_one(RelatedList) if here.has_focus else here)

    def action_order(self) -> None:
        meanings = self.workspace.cluster_orders()
        orders = tuple(meanings)
        following = orders[(orders.index(self.browsing.view.order) + 1) % len(orders)]
        self._look(lambda: self.browsing.set_order(following))
        self.say("done", f"order: {meanings[following]}")

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

    async def action_back(self) -> None:
        await self.app.run_action("view('review')")

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        if self.asking:
            return
        if message.source == "members":
            self._look(lambda: self.browsing.highlight(message.row))
        elif message.row:
            self._look(lambda: self.browsing.go_to_row(message.row - 1))
