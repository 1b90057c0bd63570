"""View 2, Compare: two claims side by side, each in its article, what differs, and the queue of pairs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from curator.tui.key_names import key_name
from curator.tui.naming import known_by
from curator.tui.pairing import HEED, PAIR_ORDERS, REASONS, Pairing, Side
from curator.tui.screens.view import ViewScreen, following
from curator.tui.view_model import Places
from curator.tui.widgets.article_text import ArticleText
from curator.tui.widgets.evidence import score
from curator.tui.widgets.framed import Framed
from curator.tui.widgets.pair_table import PairTable

if TYPE_CHECKING:
    from curator.tui.keymap import Keymap
    from curator.workspace import Workspace


class CompareScreen(ViewScreen):
    """The place where pairs are decided."""

    CONTEXT = "compare"
    CSS_PATH = "compare.tcss"
    AUTO_FOCUS = "#pair"

    def __init__(self, workspace: Workspace, keymap: Keymap, file_name: str) -> None:
        super().__init__(workspace, keymap, file_name, id="compare")
        self.pairing = Pairing(workspace)

    def panes(self) -> Iterable[Widget]:
        yield ArticleText(id="left")
        yield ArticleText(id="right")
        yield PairTable(id="pair")

    def on_screen_resume(self) -> None:
        if self.stale():
            self.look(self.pairing.open)

    def read_again(self) -> None:
        self.pairing.reload()

    def open_pair(self, left_id: str, right_id: str) -> None:
        """Stand at a pair that was highlighted elsewhere."""
        self.look(lambda: self.pairing.open(left_id, right_id))

    # -- showing -------------------------------------------------------------------------------------

    def show(self) -> None:
        """Give the panes the pairing's view."""
        view = self.pairing.view
        self.show_counts(view.progress, view.session)
        for name, side in (("left", view.left), ("right", view.right)):
            self._show_side(self.query_one(f"#{name}", ArticleText), side)
        table = self.query_one(PairTable)
        table.told = self._title()
        table.down = key_name(self.keymap.action("compare.down").keys[0])
        table.view = view
        self.status.heed = self._heed()

    def _show_side(self, pane: ArticleText, side: Side | None) -> None:
        pane.article = side.article if side else None
        pane.places = Places.of((side.claim,) if side else ())
        pane.selected = side.claim if side else None
        cast(Framed, pane).title = known_by(side.article) if side else ""

    def _title(self) -> tuple[str, ...]:
        view = self.pairing.view
        if view.related is None or view.left is None:
            return ("Pair",)
        candidate = view.related.candidate
        if candidate is None and view.related.relation is None and view.session.blind:
            return f"Pair {view.place + 1}", "blind: in no order, scores hidden"
        if candidate is None:
            return f"Pair {view.place + 1}", "decided"
        word = "same?" if candidate.kind == "same" else "contradicts?"
        why = "opened by you" if view.chosen else REASONS.get(view.reason) or PAIR_ORDERS[view.order]
        return f"Pair {view.place + 1} · {word}{score(view.related)}", why

    def _heed(self) -> str:
        """What is to be heeded of the pair, where it did not come for being likely and is open."""
        view = self.pairing.view
        is_open = view.related is not None and view.related.relation is None and not view.chosen
        return HEED.get(view.reason, "") if is_open else ""

    # -- deciding ------------------------------------------------------------------------------------

    def decided(self) -> None:
        related = self.pairing.view.related
        if related is None or related.relation is not None:
            _, said = self.status.said
            self.say("done", f"{said} · no other pair is open in this order")

    def action_same(self) -> None:
        self.decide(self.pairing.same)

    def action_unrelated(self) -> None:
        self.decide(self.pairing.unrelated)

    async def action_contradict(self) -> None:
        left, related = self.pairing.view.left, self.pairing.view.related
        if left is None or related is None:
            self.say("failed", "there is no pair here")
            return
        await self.choose_contradiction(left.claim, related, self.pairing.contradict)

    def action_undo(self) -> None:
        self.decide(self.pairing.undo)

    def action_redo(self) -> None:
        self.decide(self.pairing.redo)

    # -- moving --------------------------------------------------------------------------------------

    def action_later(self) -> None:
        if self.look(self.pairing.later, "No other pair is left in this order."):
            self.say("done", "put off: it comes back after the others of this order")

    def action_pair(self, by: int) -> None:
        verb = self.pairing.next if by > 0 else self.pairing.previous
        if self.look(verb, "There is no further pair that way."):
            self.say("hint", "")

    def action_order(self) -> None:
        if self.workspace.guards.blind:
            self.say("hint", "In blind mode pairs come in no order: any other would tell of their scores.")
            return
        order = following(PAIR_ORDERS, self.pairing.view.order)
        self.look(lambda: self.pairing.set_order(order))
        self.say("done", f"order: {PAIR_ORDERS[order]}")

    def action_scroll(self, by: int) -> None:
        pane = self.focused if isinstance(self.focused, Framed) else self.query_one(PairTable)
        pane.scroll_relative(y=by, animate=False)

    def action_pane(self, by: int) -> None:
        panes = [self.query_one(f"#{name}") for name in ("pair", "left", "right")]
        here = panes.index(self.focused) if self.focused in panes else 0
        self.set_focus(panes[(here + by) % len(panes)])

    async def action_go_there(self, side: str) -> None:
        found = self.pairing.view.left if side == "left" else self.pairing.view.right
        if found is not None:
            await self.app.run_action(f"view('review', '{found.claim.claim.id}')")
