"""Going from claim to claim, pane to pane and view to view, and choosing what is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from curator.models import CuratorError
from curator.tui.screens.review_panes import NO_MATCH, PANES, SAVE_AFTER
from curator.tui.widgets.article_view import ArticleView
from curator.tui.widgets.claim_list import ClaimList
from curator.tui.widgets.related_list import RelatedList

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from curator.tui.finding import Found
    from curator.tui.messages import OffsetPicked, RowPicked
    from curator.tui.screens.review_panes import ReviewPanes as Base
else:
    Base = object

BEFORE = "'"
"""The mark of where one was before one last went far."""


class Moving(Base):
    """Rows, articles, orders, filters and finding."""

    def action_down(self) -> None:
        self._step(1)

    def action_up(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.pane == "article":
            self.query_one(ArticleView).scroll_relative(y=by, animate=False)
        elif self.pane == "related":
            self.action_related(by)
        elif self.pane == "evidence":
            self.query_one("#evidence").scroll_relative(y=by, animate=False)
        else:
            self.move(lambda: self.sitting.step(by))

    def far(self, verb: Callable[[], bool | None], otherwise: str = "There is nothing further.") -> None:
        """Go elsewhere and remember, also over a restart, where one was before."""
        before = self.sitting.view.claim
        self.move(verb, otherwise)
        here = self.sitting.view.claim
        if before is not None and (here is None or here.claim.id != before.claim.id):
            try:
                self.workspace.set_mark(BEFORE, before.claim.id)
            except CuratorError:
                return  # a file that can only be read keeps no marks

    def action_related(self, by: int) -> None:
        self.move(lambda: self.sitting.highlight(self.sitting.view.related_row + by))

    def action_page(self, by: int) -> None:
        if self.pane in ("article", "evidence"):
            text = self.query_one(f"#{self.pane}")
            text.scroll_relative(y=by * max(1, text.size.height - 2), animate=False)
        elif self.pane == "related":
            self.action_related(by * self.query_one(RelatedList).page_rows)
        else:
            rows = self.query_one(ClaimList).page_rows
            self.move(lambda: self.sitting.go_to_row(self.sitting.view.row + by * rows))

    def action_edge(self, by: int) -> None:
        view = self.sitting.view
        if self.pane in ("article", "evidence"):
            text = self.query_one(f"#{self.pane}")
            text.scroll_to(y=0 if by < 0 else text.virtual_size.height, animate=False)
        elif self.pane == "related":
            self.move(lambda: self.sitting.highlight(0 if by < 0 else len(view.related)))
        else:
            self.move(lambda: self.sitting.go_to_edge(by))

    def action_undecided(self, by: int) -> None:
        self.move(lambda: self.sitting.go_undecided(by), "There is no other undecided claim.")

    def action_article(self, by: int) -> None:
        if self.move(lambda: self.sitting.go_article(by), "There is no further article that way."):
            self.towards, self.goes_on = by, True

    async def action_compare(self) -> None:
        """The highlighted pair side by side; without one, the first pair of the queue."""
        from curator.tui.screens.compare import CompareScreen

        claim, related = self.sitting.view.claim, self.sitting.view.highlighted
        await self.app.run_action("view('compare')")
        if claim is not None and related is not None and isinstance(self.app.screen, CompareScreen):
            self.app.screen.open_pair(claim.claim.id, related.claim.claim.id)

    def action_go_there(self) -> None:
        self.far(self.sitting.go_to_highlighted)

    def action_go_back(self) -> None:
        self.move(self.sitting.go_back, "You have not gone anywhere from here.")

    def action_pane(self, by: int) -> None:
        panes = [pane for pane in PANES if pane != "evidence" or self.has_own_evidence]
        self.focus_pane(panes[(panes.index(self.pane) + by) % len(panes)])

    def action_why(self) -> None:
        """To the evidence for the highlighted pair, or back to the claims."""
        if self.pane == "evidence":
            self.focus_pane("claims")
        elif self.has_own_evidence:
            self.focus_pane("evidence")
        else:
            self.say("hint", "What speaks for the pair stands under This claim; v compares the two.")

    def on_resize(self, event: events.Resize) -> None:
        """Go back to the claims from the evidence where the window has no pane for it any more."""
        if not self.has_own_evidence and self.has_class("-evidence"):
            self.remove_class("-evidence")
            if not self.asking:
                self.set_focus(self.query_one(ClaimList))

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Give a widget the focus; the claims where it is a pane that a window of this size has not.

        A question gives it back to where it was before, and so does a window that was too small.
        """
        if widget is not None and widget.id == "evidence" and not self.has_own_evidence:
            widget = self.query_one(ClaimList)
        super().set_focus(widget, scroll_visible, from_app_focus)

    def action_home_pane(self) -> None:
        """Back to the claims; there, back to all of them."""
        if self.pane == "claims" and self.sitting.view.session.filter:
            self._filter_by("")
        self.focus_pane("claims")
        if self.status.said[0] == "question":
            self.say("hint", "Nothing changed.")

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        if self.asking:
            return
        if message.source == "related":
            self.move(lambda: self.sitting.highlight(message.row))
        else:
            self.move(lambda: self.sitting.go_to_row(message.row))

    def on_offset_picked(self, message: OffsetPicked) -> None:
        message.stop()
        if not self.asking:
            self.move(lambda: self.sitting.go_to_offset(message.offset), "")

    def on_rows_scrolled(self) -> None:
        """Read the rows that came into sight."""
        seen = self.query_one(ClaimList).rows_seen()
        if seen and self.attempt(lambda: self.sitting.look_at_rows(seen[0], seen[-1])):
            self.show_claims()

    def on_text_scrolled(self) -> None:
        """Read where claims stand in the part of the article that came into sight."""
        article = self.query_one(ArticleView)
        start, end = article.visible_span()
        if not article.places.cover(start, end) and self.attempt(
            lambda: self.sitting.look_at_text(start, end)
        ):
            article.places = self.sitting.view.places

    # -- what is shown -------------------------------------------------------------------------------

    def action_order(self) -> None:
        meanings = self.workspace.orders()
        orders = tuple(meanings)
        here = self.sitting.view.session.order
        following = orders[(orders.index(here) + 1) % len(orders)] if here in orders else orders[0]
        if self.attempt(lambda: self.sitting.show_in(order=following)):
            self.show()
            self.save_soon(SAVE_AFTER)
            pending = self.sitting.view.progress.pending
            where = "here is the first to decide" if pending else "nothing is left to decide"
            self.say("done", f"order: {meanings[following]}; {where}")

    async def action_filter(self) -> None:
        from curator.tui.screens.filter import Examples, FilterScreen

        def then(words: str | None) -> None:
            if words is not None:
                self._filter_by(words)

        view = self.sitting.view
        speaker = next((claim.speaker for claim in view.claims.read if claim.speaker), "")
        examples = Examples.of(speaker, view.article)
        await self.app.push_screen(FilterScreen(self.workspace, view.session.filter, examples), then)

    async def action_drop_chip(self) -> None:
        """Take a part of the filter away: the only one at once, else the one that is named."""
        from curator.review.queue import Filter

        words = Filter.parse(self.sitting.view.session.filter)
        if len(words.chips) < 2:
            self._filter_by("") if words.chips else self.say(
                "hint", "There is no filter: all claims are shown."
            )
            return

        def drop(which: str) -> None:
            if which == "all":
                self._filter_by("")
            elif int(which) > len(words.chips):
                self.say("hint", f"The filter has {len(words.chips)} parts: nothing changed.")
            else:
                self._filter_by(str(words.without(int(which) - 1)))

        told = "  ".join(f"{number} {chip}" for number, chip in enumerate(words.chips, 1))
        await self.choose("chip", f"Take away which part of the filter?  {told}", drop)

    def _filter_by(self, words: str) -> None:
        if not self.attempt(lambda: self.sitting.show_in(filter=words)):
            return
        self.show()
        self.save_soon(SAVE_AFTER)
        if not words:
            self.say("done", "showing all claims")
        elif not self.sitting.view.claims:
            self.say("failed", NO_MATCH.format(f" {words}"))
        else:
            self.say("done", f"only {words}: j and k go from match to match, Esc shows all claims again")

    async def action_details(self) -> None:
        claim, article = self.sitting.view.claim, self.sitting.view.article
        if claim is None or article is None:
            self.say("failed", "there is no claim to tell of")
            return
        from curator.tui.screens.details import DetailsScreen

        await self.app.push_screen(DetailsScreen(claim, article))

    async def action_speaker(self) -> None:
        claim = self.sitting.view.claim
        if claim is None or not claim.speaker:
            self.say("failed", "nobody is named who says this; e names somebody")
            return
        from curator.tui.screens.speaker import SpeakerScreen

        def then(words: str | None) -> None:
            self.attempt(self.sitting.reload)
            self.show()
            if words:
                self._filter_by(words)

        opened: list[SpeakerScreen] = []
        if self.attempt(lambda: opened.append(SpeakerScreen(self.workspace, claim.speaker))):
            await self.app.push_screen(opened[0], then)

    async def action_find(self) -> None:
        from curator.tui.screens.find import FindScreen

        def then(found: Found | None) -> None:
            if found is None:
                return
            sitting = self.sitting
            if found.claim_id:
                self.far(lambda: sitting.leave_for(found.claim_id))
            else:
                self.far(lambda: sitting.leave_for_article(found.article_id))
                self.say("hint", "No claim was found in this article.")
            article = self.query_one(ArticleView)
            article.hits = found.hits
            if found.hits:
                article.show_span(found.hits[0].start, found.hits[-1].end)
                self.focus_pane("article")

        await self.app.push_screen(FindScreen(self.workspace), then)
