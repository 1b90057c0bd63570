"""Finding claims and articles by their words, as they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Input

from curator.models import ClaimView, CuratorError, Span
from curator.review.passages import hits
from curator.text import visible_line
from curator.tui.cells import fitted
from curator.tui.finding import ArticleFinder, Found
from curator.tui.listening import Listener
from curator.tui.messages import ArticlesFound, RowPicked
from curator.tui.naming import claim_words, speaker_name
from curator.tui.theme import UNICODE, Inks, status_ink
from curator.tui.widgets.prompt_line import CleanInput
from curator.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from curator.review.passages import ArticleHit
    from curator.workspace import Workspace

_MOST = 100
"""Claims that are shown."""
_FIRST = 40
"""Claims that are fetched while one types; the others with the articles, a moment later."""
_NAME = 19
"""Cells of who says it, or where."""
_LEAD = 20
"""Letters before the first hit that are kept in sight."""


class FoundList(RowList):
    """Claims that were found, then articles with the hit's sentence; one line each."""

    EMPTY = "  Nothing found."

    found: reactive[tuple[ClaimView, ...]] = reactive((), repaint=False)
    articles: reactive[tuple[ArticleHit, ...]] = reactive((), repaint=False)
    words: reactive[str] = reactive("", repaint=False)
    """What was searched for."""

    @property
    def row_count(self) -> int:
        return len(self.found) + len(self.articles)

    def watch_found(self) -> None:
        self.rows_changed()

    def watch_articles(self) -> None:
        self.rows_changed()

    def watch_words(self) -> None:
        self.rows_changed()

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        yield Segment(f"{UNICODE.cursor if row == self.cursor else ' '} ", ink.accent)
        room = max(0, width - _NAME - 4)
        if row >= len(self.found):
            hit = self.articles[row - len(self.found)]
            where = " ".join(visible_line(hit.publisher or hit.title).split())
            yield Segment("¶ ", ink.accent)
            yield Segment(fitted(where, _NAME - 1) + " ", ink.accent)
            sentence = " ".join(visible_line(hit.sentence).split())
            yield from self._marked(sentence, room, ink.muted, ink)
            return
        view = self.found[row]
        yield Segment(f"{UNICODE.status(view)} ", status_ink(view, ink))
        yield from self._marked(fitted(speaker_name(view, _NAME - 1), _NAME), _NAME, ink.muted, ink)
        yield from self._marked(claim_words(view), room, ink.text, ink)

    def _marked(self, text: str, width: int, style: Style, ink: Inks) -> Iterable[Segment]:
        """Visible text in so many cells, from a little before its first hit, with the hits marked."""
        places = hits(text, self.words)
        if places and places[0].end > width and places[0].start > _LEAD:
            text = f"…{text[places[0].start - _LEAD :]}"
            places = hits(text, self.words)
        shown = fitted(text, width)
        at = 0
        for place in places:
            if place.end > len(shown):
                break
            yield Segment(shown[at : place.start], style)
            yield Segment(shown[place.start : place.end], style + ink.mark_hit)
            at = place.end
        yield Segment(shown[at:], style)


class FindScreen(ModalScreen[Found | None]):
    """Ends with where to go, or None."""

    CSS_PATH = "pages.tcss"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._finder = ArticleFinder(workspace, lambda *found: self.post_message(ArticlesFound(*found)))

    def compose(self) -> ComposeResult:
        yield CleanInput(None, placeholder="words of a claim or an article", id="find-input")
        yield FoundList(id="found")

    def on_mount(self) -> None:
        self.set_focus(self.field)
        self._title("Find · Enter goes there · ↑↓ choose · Esc back")

    def on_unmount(self) -> None:
        self._finder.close()

    @property
    def field(self) -> CleanInput:
        """The field that is being typed into."""
        return self.query_one(CleanInput)

    @property
    def _list(self) -> FoundList:
        return self.query_one(FoundList)

    def _title(self, text: str) -> None:
        self._list.title = text

    # -- searching -----------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._search()

    def _search(self, most: int = _FIRST) -> None:
        words = self.field.value.strip()
        found = self._list
        try:
            claims = self._workspace.search(words, limit=most) if words else ()
        except CuratorError as error:
            self._title(str(visible_line(str(error))))
            return
        if words != found.words:
            found.articles = ()
            self._finder.look_for(words)
        found.words, found.found = words, claims
        found.cursor = 0 if found.row_count else -1
        self._tell_counts(searching=bool(words))

    def on_articles_found(self, message: ArticlesFound) -> None:
        """Show articles below the claims, unless other words were typed since."""
        message.stop()
        found = self._list
        if message.words != found.words:
            return
        cursor = found.cursor
        if len(found.found) == _FIRST:
            self._search(_MOST)
        found.articles = message.hits
        found.cursor = max(cursor, 0) if found.row_count else -1
        self._tell_counts()

    def _tell_counts(self, *, searching: bool = False) -> None:
        found = self._list
        claims = len(found.found)
        many = claims in (_FIRST, _MOST)
        told = f"{claims} or more found" if many else f"{claims} found"
        if found.articles:
            count = len(found.articles)
            told += f" · in {count} {'article' if count == 1 else 'articles'}"
        elif searching:
            told += " · articles …"
        self._title(f"{told} · Enter goes there · Esc back")

    # -- choosing ------------------------------------------------------------------------------------

    def listeners(self) -> Sequence[Listener]:
        """Whose keys are listened to."""
        return (("find", self),)

    def action_result(self, by: int) -> None:
        found = self._list
        if found.row_count:
            found.cursor = min(max(found.cursor + by, 0), found.row_count - 1)

    def action_submit(self) -> None:
        if self.field.value.strip() != self._list.words:
            self._search()
        self.pick()

    def action_abandon(self) -> None:
        self.dismiss(None)

    def pick(self) -> None:
        """End with what is highlighted."""
        found = self._list
        if 0 <= found.cursor < len(found.found):
            self.dismiss(Found(found.found[found.cursor].claim.id))
        elif 0 <= found.cursor < found.row_count:
            hit = found.articles[found.cursor - len(found.found)]
            places = tuple(Span(hit.start + at.start, hit.start + at.end) for at in hit.hits)
            self.dismiss(Found(hit.claim_id, places))

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        self._list.cursor = message.row
        self.pick()
