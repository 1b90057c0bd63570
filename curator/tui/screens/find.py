"""Finding claims and articles by their words, as they are typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.widgets import Input

from curator.models import ClaimView, CuratorError, Span
from curator.review.passages import hits
from curator.telling import lead, led
from curator.text import visible_line
from curator.titles import headline, one_line
from curator.tui.cells import fitted
from curator.tui.finding import ArticleFinder, Found
from curator.tui.messages import ArticlesFound
from curator.tui.naming import claim_words, speaker_name
from curator.tui.screens.looking_up import LookUpScreen
from curator.tui.theme import UNICODE, Inks, status_ink
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
            where = one_line(hit.publisher) or headline(hit.title, hit.opening)
            yield Segment("¶ ", ink.accent)
            yield Segment(fitted(where, _NAME - 1) + " ", ink.accent)
            sentence = " ".join(visible_line(hit.sentence).split())
            yield from self._marked(sentence, room, ink.muted, ink)
            return
        view = self.found[row]
        yield Segment(f"{UNICODE.status(view)} ", status_ink(view, ink))
        yield from self._marked(fitted(speaker_name(view, _NAME - 1), _NAME), _NAME, ink.muted, ink)
        words, how = claim_words(view), led(lead(view), "")
        yield Segment(fitted(how, min(room, len(how))), ink.text)  # a hit far inside must not hide it
        yield from self._marked(words.removeprefix(how), max(0, room - len(how)), ink.text, ink)

    def _marked(self, text: str, width: int, style: Style, ink: Inks) -> Iterable[Segment]:
        """Visible text in so many cells, from a little before its first hit, with the hits marked."""
        places = hits(text, self.words)
        if places and places[0].end > width and places[0].start > _LEAD:
            start = places[0].start - _LEAD
            word = text.find(" ", start, places[0].start) + 1
            text = f"…{text[word or start :]}"
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


class FindScreen(LookUpScreen):
    """Ends with where to go (a `Found`), or None."""

    PLACEHOLDER = "words of a claim or an article"
    WHAT = "Find"
    TAKES = "Enter goes there"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._finder = ArticleFinder(workspace, lambda *found: self.post_message(ArticlesFound(*found)))

    def on_unmount(self) -> None:
        self._finder.close()

    def results(self) -> FoundList:
        return FoundList(id="found")

    @property
    def _list(self) -> FoundList:
        return self.query_one(FoundList)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for claims at once, since the index finds them at once."""
        event.stop()
        if self.is_current:  # what was typed ahead of Enter is told late
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
        found.empty = found.EMPTY if words else ""
        found.words, found.found = words, claims
        found.cursor = 0 if found.row_count else -1
        self._tell_counts(searching=bool(words))

    def on_articles_found(self, message: ArticlesFound) -> None:
        """Show articles below the claims, unless other words were typed since."""
        message.stop()
        if not self.is_current:
            return
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
        more = " or more" if claims in (_FIRST, _MOST) else ""
        told = f"{claims}{more} {'claim' if claims == 1 else 'claims'}"
        if found.articles:
            count = len(found.articles)
            told += f" · {count} {'article' if count == 1 else 'articles'}"
        elif searching:
            told += " · articles …"
        self._title(f"{told} · {self.TAKES} · Esc back")

    def action_submit(self) -> None:
        if self.field.value.strip() != self._list.words:
            self._search()
        self.pick()

    def answer_of(self, row: int) -> Found:
        found = self._list
        if row < len(found.found):
            return Found(found.found[row].claim.id)
        hit = found.articles[row - len(found.found)]
        places = tuple(Span(hit.start + at.start, hit.start + at.end) for at in hit.hits)
        return Found(hit.claim_id, places, hit.article_id)
