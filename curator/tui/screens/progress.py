"""View 5, Progress: how far the review is, how fast it goes, how far reviewers agree, what is unfound.

Nothing here counts claims: what is known at once is shown at once, and what takes longer is counted behind
the screen with a connection of its own, in steps so short that no decision waits for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual import events
from textual.widget import Widget

from curator.models import CuratorError
from curator.titles import one_line
from curator.tui.counting import Counting
from curator.tui.messages import FiguresCounted, FiguresFailed, RowPicked
from curator.tui.progress_view import ProgressView
from curator.tui.screens.view import ViewScreen
from curator.tui.widgets.framed import Framed
from curator.tui.widgets.panel import Panel
from curator.tui.widgets.progress_lists import ArticleList, VoiceList
from curator.tui.widgets.progress_panels import FarPanel, FastPanel, FiguresPanel, SurePanel
from curator.tui.widgets.row_list import RowList
from curator.tui.window import Fetched, Window

if TYPE_CHECKING:
    from curator.tui.keymap import Keymap
    from curator.tui.workbench import Workbench
    from curator.workspace import ArticleSummary, Workspace

_PANES = ("articles", "voices", "sure", "fast")
"""In the order of Tab; "far" is always in sight and has no rows."""


class ProgressScreen(ViewScreen):
    """What is done and what is left."""

    CSS_PATH = "progress.tcss"
    CONTEXT = "progress"
    AUTO_FOCUS = "#articles"

    def __init__(self, workspace: Workspace, keymap: Keymap, file_name: str) -> None:
        super().__init__(workspace, keymap, file_name, id="progress")
        self._figures = ProgressView()
        self._by_speaker = True
        self._mark: tuple[int, int] | None = None
        """The state of the file that is shown."""
        self._counting = Counting(self, workspace)

    def panes(self) -> Iterable[Widget]:
        yield FarPanel(id="far")
        yield ArticleList(id="articles")
        yield FastPanel(id="fast")
        yield VoiceList(id="voices")
        yield SurePanel(id="sure")

    def on_mount(self) -> None:
        self.query_one("#far").can_focus = False
        self._pane("articles")
        super().on_mount()

    def on_screen_resume(self) -> None:
        self.poll()
        self.rest()

    def hint(self) -> str:
        return "Enter goes to what is left there · Esc back to the review"

    # -- counting ------------------------------------------------------------------------------------

    def changed(self) -> bool:
        return self.workspace.mark() != self._mark

    def read_again(self) -> None:
        """Show what is known at once, and count the rest again."""
        mark = self._mark = self.workspace.mark()
        self._show_articles()
        if not self._counting.start(mark):
            self.status.behind = "decided since: = counts anew"

    def show(self) -> None:
        progress = self.workspace.progress()
        self.show_counts(progress, self.workspace.session())
        self._show(self._figures._replace(progress=progress))

    def on_figures_counted(self, message: FiguresCounted) -> None:
        """Show what was counted, unless it was asked for before something else was decided."""
        if not self._counting.wanted(message.mark):
            return
        known = {name: value for name, value in message.figures._asdict().items() if value}
        known.pop("progress", None)
        self._show(self._figures._replace(**known))
        self.status.behind = "" if self._counting.done(message) else "counting…"

    def on_figures_failed(self, message: FiguresFailed) -> None:
        if self._counting.wanted(message.mark):
            self.status.behind = ""
            self.say("failed", message.said)

    # -- showing -------------------------------------------------------------------------------------

    def _show(self, figures: ProgressView) -> None:
        self._figures = figures
        for panel in self.query(FiguresPanel):
            panel.figures = figures
        self._show_voices()

    def _show_voices(self) -> None:
        voices = self.query_one(VoiceList)
        tallied = self._figures.tallied
        works = () if tallied is None else tallied.speakers if self._by_speaker else tallied.outlets
        voices.nobody = "the articles themselves" if self._by_speaker else "no outlet named"
        voices.works = works
        self._titles()

    def _show_articles(self) -> None:
        """Read the articles in sight afresh, standing where the cursor is."""
        articles = self.query_one(ArticleList)
        here = articles.article
        window = articles.window = articles.window or Window(self._fetch_articles)
        if here is None:
            window.start()
            row = 0 if window.rows else -1
        else:
            row = window.around(here)
            fresh = {article.id: article for article in self._again(here)}
            window.rows[row] = fresh.get(here.id, here)
        articles.rows_changed()
        articles.cursor = row

    def _again(self, article: ArticleSummary) -> tuple[ArticleSummary, ...]:
        """An article as it is now."""
        before = self.workspace.article_page(article.id, limit=1, backwards=True)
        return self.workspace.article_page(before[0].id if before else "", limit=1)

    def _fetch_articles(
        self, after: ArticleSummary | None, limit: int, backwards: bool
    ) -> Fetched[ArticleSummary]:
        rows = self.workspace.article_page(after.id if after else "", limit=limit, backwards=backwards)
        return Fetched(rows, len(rows) < limit)

    def _titles(self) -> None:
        tallied = self._figures.tallied
        counting = "" if tallied is None or tallied.complete else " so far"
        voices = "Speakers" if self._by_speaker else "Outlets"
        titles = {
            "far": "How far",
            "fast": "How fast",
            "sure": "How sure",
            "articles": f"Articles · {self._figures.progress.articles:,}",
            "voices": f"{voices}{counting} · o for {'outlets' if self._by_speaker else 'speakers'}",
        }
        narrow = self.has_class("-narrow")
        for pane, title in titles.items():
            tabs = f"  (Tab: {_NAMES[_next(pane)]})" if narrow and pane in _PANES else ""
            self.query_one(f"#{pane}", Framed).title = title + tabs

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._titles()

    # -- moving --------------------------------------------------------------------------------------

    @property
    def pane(self) -> str:
        """The pane that has the focus."""
        focused = self.focused
        return focused.id if focused is not None and focused.id in _PANES else "articles"

    def _pane(self, pane: str) -> None:
        for name in _PANES:
            self.set_class(name == pane, f"-{name}")
        self.set_focus(self.query_one(f"#{pane}"))

    def action_pane(self, by: int) -> None:
        self._pane(_next(self.pane, by))

    def action_move(self, by: int) -> None:
        self._go(by)

    def action_page(self, by: int) -> None:
        focused = self.focused
        rows = (
            focused.page_rows if isinstance(focused, RowList) else max(1, (focused or self).size.height - 2)
        )
        self._go(by * rows)

    def action_edge(self, by: int) -> None:
        focused = self.focused
        if isinstance(focused, ArticleList) and focused.window is not None:
            if by < 0:
                focused.window.start()
            else:
                focused.window.end()
            focused.rows_changed()
            focused.cursor = 0 if by < 0 else focused.row_count - 1
        else:
            self._go(by * (1 << 30))

    def _go(self, by: int) -> None:
        """Move the cursor of a list, or scroll what is written."""
        focused = self.focused
        if isinstance(focused, Panel):
            focused.scroll_to(y=max(0, focused.scroll_offset.y + by), animate=False)
        elif isinstance(focused, RowList) and focused.row_count:
            self._stand(focused, min(max(focused.cursor + by, 0), focused.row_count - 1))

    def _stand(self, rows: RowList, row: int) -> None:
        if isinstance(rows, ArticleList) and rows.window is not None:
            held = len(rows.window.rows)
            shift = rows.window.reach(row)
            if shift or len(rows.window.rows) != held:
                rows.rows_changed()
            row += shift
        rows.cursor = row

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        self._pane(message.source)
        self._stand(self.query_one(f"#{message.source}", RowList), message.row)

    # -- going there ---------------------------------------------------------------------------------

    def action_voices(self) -> None:
        self._by_speaker = not self._by_speaker
        self._show_voices()
        self._pane("voices")

    def action_recount(self) -> None:
        self._mark = None
        self._counting.forget()
        self.status.behind = "counting…"
        self.poll()

    async def action_go_there(self) -> None:
        """To the claims behind the row under the cursor."""
        if self.pane == "articles":
            await self._go_to_article()
        elif self.pane == "voices":
            await self._go_to_voice()
        else:
            self.say("hint", "Enter goes to an article, a speaker or an outlet: Tab leads to those lists.")

    async def _go_to_article(self) -> None:
        article = self.query_one(ArticleList).article
        if article is None:
            self.say("hint", "There is no article yet.")
            return
        try:
            listings = (self.workspace.listing(article.id, words) for words in ("status:pending", ""))
            claim = next((view for listing in listings for view in listing.page(limit=1)), None)
        except CuratorError as error:
            self.say("failed", str(error))
            return
        where = f"'{claim.claim.id}'" if claim else f"'', '{article.id}'"
        await self.app.run_action(f"view('review', {where})")

    async def _go_to_voice(self) -> None:
        work = self.query_one(VoiceList).work
        name = work.name.replace('"', " ").strip() if work else ""
        if not name:
            self.say("hint", "There is no name here to show the claims of.")
            return
        words = f'{"speaker" if self._by_speaker else "publisher"}:"{name}"'
        review = self._workbench.review
        if self.attempt(lambda: review.sitting.show_in(filter=words)):
            await self.action_back()
            review.say("done", f"showing only {one_line(words)} · f changes that")

    @property
    def _workbench(self) -> Workbench:
        return cast("Workbench", self.app)


_NAMES = {"articles": "articles", "voices": "speakers", "sure": "how sure", "fast": "how fast"}


def _next(pane: str, by: int = 1) -> str:
    return _PANES[(_PANES.index(pane) + by) % len(_PANES)]
