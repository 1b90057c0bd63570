"""The text of one article with its claims marked in place; draws only the lines that are visible.

It must never draw text that has not been through `visible()`, and never change what is selected.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from curator.models import Article, ClaimView, Span
from curator.text import visible
from curator.tui.cells import WrappedText
from curator.tui.theme import UNICODE, status_ink
from curator.tui.widgets.framed import Framed

GUTTER = 2
"""Cells left of the text: the status of a claim that starts on the line, the bar of the selected one."""
_NARROWEST = 12
"""Cells below which a pane is none yet."""
_FEW = 8
"""Up to so many claims are redrawn line by line; for more, all that is visible is drawn afresh."""
_SLICE = 200_000
"""Code points broken into lines at a time behind the screen."""


class ArticleText(Framed, ScrollView, can_focus=True, inherit_bindings=False):
    """An article to read."""

    ALLOW_SELECT = False
    article: reactive[Article | None] = reactive(None, repaint=False)
    claims: reactive[tuple[ClaimView, ...]] = reactive((), repaint=False)
    selected: reactive[ClaimView | None] = reactive(None, repaint=False)
    hits: reactive[tuple[Span, ...]] = reactive((), repaint=False)
    """Words that were searched for; forgotten with the article."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text = ""
        self._wrapped = WrappedText("", 80)
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._starts: list[int] = []
        self._reach: list[int] = []
        """For each claim by start, the furthest end so far: where to stop looking back."""
        self._by_start: list[ClaimView] = []

    # -- what is shown -------------------------------------------------------------------------------

    def watch_article(self, old: Article | None, new: Article | None) -> None:
        if old is not None and new is not None and old.id == new.id:
            return
        self._text = "" if new is None else visible(new.text).replace("\u2409", " ")
        self.hits = ()
        self._wrap()
        self.scroll_to(y=0, animate=False)

    def watch_hits(self) -> None:
        self._redraw()

    def watch_claims(self, old: tuple[ClaimView, ...], new: tuple[ClaimView, ...]) -> None:
        self._by_start = sorted(new, key=lambda view: (view.start, -view.end))
        self._starts = [view.start for view in self._by_start]
        self._reach = list(accumulate((view.end for view in self._by_start), max))
        before, after = set(old), set(new)
        self._redraw_claims([view for view in (*old, *new) if view not in before or view not in after])

    def watch_selected(self, old: ClaimView | None, new: ClaimView | None) -> None:
        self._redraw_claims([view for view in (old, new) if view is not None])
        if new is not None:
            self.show_span(new.start, new.end)

    def _redraw_claims(self, claims: Sequence[ClaimView]) -> None:
        """Draw afresh the lines of these claims, and no others."""
        if len(claims) > _FEW or self.article is None:
            self._redraw()
            return
        lines: set[int] = set()
        for view in claims:
            if view.claim.article_id == self.article.id:
                for start, end in _marked(view):
                    first, last = self._wrapped.line_of(start), self._wrapped.line_of(max(start, end - 1))
                    lines.update(range(first, last + 1))
        for line in lines:
            self._strips.discard(line)
            self.refresh_lines(line)

    def show_span(self, start: int, end: int) -> None:
        """Scroll so that a range can be seen with something of what is around it."""
        height = self.scrollable_content_region.height
        if not height or not self._text:
            return
        first, last = self._wrapped.line_of(start), self._wrapped.line_of(max(start, end - 1))
        self._measure()
        y = self.scroll_offset.y
        margin = min(2, height // 4)
        if first - margin < y or last + margin >= y + height:
            y = first - margin if last - first + 2 * margin >= height else first - max(margin, height // 3)
            self.scroll_to(y=max(0, y), animate=False)

    @property
    def choosing(self) -> Span | None:
        """Words that are being chosen, which take the place of the selected claim's."""
        return None

    def first_visible_offset(self) -> int:
        """The code point at the top of what is visible."""
        return self._wrapped.line(min(self.scroll_offset.y, max(0, self._wrapped.line_count - 1)))[0]

    # -- drawing -------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        if self._wrapped.width != self._text_width:
            top = self.first_visible_offset() if self._text else 0
            self._wrap()
            self.scroll_to(y=self._wrapped.line_of(top), animate=False)
        if self.selected is not None:
            self.show_span(self.selected.start, self.selected.end)

    @property
    def _text_width(self) -> int:
        return max(2, self.scrollable_content_region.width - GUTTER - 1)

    def _wrap(self) -> None:
        if self.scrollable_content_region.width < _NARROWEST:
            return  # the layout is not made yet; its resize comes, and until then nothing is drawn
        self._wrapped = WrappedText(self._text, self._text_width)
        self._wrapped.reach_end(_SLICE)
        self._redraw()
        self._measure()
        if not self._wrapped.complete:
            self.set_timer(0.05, self._wrap_on)

    def _wrap_on(self) -> None:
        """Break the next slice of a long text behind the screen."""
        wrapped = self._wrapped
        if not wrapped.complete:
            wrapped.reach_end(_SLICE)
            self._measure()
            if not wrapped.complete:
                self.set_timer(0.02, self._wrap_on)

    def _measure(self) -> None:
        self.virtual_size = Size(0, self._wrapped.line_count)

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        width = self.line_width
        strip = self._strips.get(number)
        if strip is None:
            try:
                start, end = self._wrapped.line(number)
            except IndexError:
                return Strip.blank(width, self._base)
            strip = Strip(self._segments(start, end)).adjust_cell_length(width, self._base)
            self._strips[number] = strip
        return strip

    def _segments(self, start: int, end: int) -> Iterable[Segment]:
        base = self._base + self.ink.prose
        overlapping = self._overlapping(start, end)
        yield from self._gutter(start, end, overlapping)
        layers = [*self._layers(overlapping)]
        edges = {start, end}
        for low, high, _ in layers:
            edges.update(edge for edge in (low, high) if start < edge < end)
        ordered = sorted(edges)
        for low, high in pairwise(ordered):
            style = base
            for layer_start, layer_end, layer in layers:
                if layer_start <= low and high <= layer_end:
                    style = style + layer
            yield Segment(self._text[low:high], style)

    def _gutter(self, start: int, end: int, overlapping: list[ClaimView]) -> Iterable[Segment]:
        beginning = next((view for view in overlapping if start <= view.start < max(end, start + 1)), None)
        selected = self.selected
        if selected is not None and start <= selected.start < end:
            beginning = selected
        if beginning is None:
            yield Segment(" ", self._base)
        else:
            yield Segment(UNICODE.status(beginning), self._base + status_ink(beginning, self.ink))
        marked = self.choosing or selected
        on_line = marked is not None and marked.start < end and start < marked.end
        yield Segment(UNICODE.bar if on_line else " ", self._base + self.ink.accent)

    def _layers(self, overlapping: list[ClaimView]) -> Iterable[tuple[int, int, Style]]:
        """Marked ranges with their styles, the strongest last."""
        ink = self.ink
        for view in overlapping:
            style = {"pending": ink.mark, "rejected": ink.mark_rejected}.get(view.status, ink.mark_decided)
            yield view.start, view.end, style
        for hit in self.hits:
            yield hit.start, hit.end, ink.mark_hit
        if self.choosing is not None:
            yield self.choosing.start, self.choosing.end, ink.mark_choosing
            return
        if self.selected is not None:
            claim = self.selected.claim
            yield self.selected.start, self.selected.end, ink.mark_selected
            if claim.speaker_span is not None:
                yield claim.speaker_span.start, claim.speaker_span.end, ink.speaker
            if claim.cue_span is not None:
                yield claim.cue_span.start, claim.cue_span.end, ink.cue

    def _overlapping(self, start: int, end: int) -> list[ClaimView]:
        """The claims that touch a line, by start."""
        last = bisect_left(self._starts, max(end, start + 1))
        first = bisect_right(self._reach, start)
        return [view for view in self._by_start[first:last] if view.end > start]


def _marked(view: ClaimView) -> Iterable[tuple[int, int]]:
    """The ranges of the article that look different when a claim does."""
    yield view.start, view.end
    for span in (view.claim.speaker_span, view.claim.cue_span):
        if span is not None:
            yield span.start, span.end
