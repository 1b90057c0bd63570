"""The text of one article with its claims marked in place; draws only the lines that are visible.

It must never draw text that has not been through `visible()`, and never change what is selected.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from curator.models import Article, ClaimPlace, ClaimView, Span
from curator.text import visible
from curator.tui.cells import WrappedText, width_of
from curator.tui.messages import TextScrolled
from curator.tui.theme import UNICODE, status_ink
from curator.tui.view_model import Places
from curator.tui.widgets.framed import Framed

GUTTER = 2
"""Cells left of the text: the status of a claim that starts on the line, the bar of the selected one."""
_NARROWEST = 12
"""Cells below which a pane is none yet."""
_FEW = 12
"""Up to so many ranges are redrawn line by line; for more, all that is visible is drawn afresh."""
_SLICE = 200_000
"""Code points broken into lines at a time behind the screen."""


class ArticleText(Framed, ScrollView, can_focus=True, inherit_bindings=False):
    """An article to read."""

    ALLOW_SELECT = False
    article: reactive[Article | None] = reactive(None, repaint=False)
    places: reactive[Places] = reactive(Places(), repaint=False)
    """Where claims stand; of a long article only around what is seen."""
    selected: reactive[ClaimView | None] = reactive(None, repaint=False)
    hits: reactive[tuple[Span, ...]] = reactive((), repaint=False)
    """Words that were searched for; forgotten with the article."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text = ""
        self._wrapped = WrappedText("", 80)
        self._kept_lines: LRUCache[int, Sequence[Segment]] = LRUCache(512)
        """Finished lines of the text by their number."""
        self._starts: list[int] = []
        self._reach: list[int] = []
        """For each claim by start, the furthest end so far: where to stop looking back."""
        self._by_start: list[ClaimPlace] = []

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

    def watch_places(self, old: Places, new: Places) -> None:
        self._by_start = sorted(new.claims, key=lambda place: (place.start, -place.end))
        self._starts = [place.start for place in self._by_start]
        self._reach = list(accumulate((place.end for place in self._by_start), max))
        changed = {*old.claims}.symmetric_difference(new.claims)
        start, end = self.visible_span()
        seen = [(place.start, place.end) for place in changed if place.start < end and place.end > start]
        if len(seen) < len(changed):
            self._forget_unseen()
        self._redraw_spans(seen)

    def watch_selected(self, old: ClaimView | None, new: ClaimView | None) -> None:
        article = self.article.id if self.article is not None else ""
        here = [view for view in (old, new) if view is not None and view.claim.article_id == article]
        self._redraw_spans([span for view in here for span in _marked(view)])
        if new is not None:
            self.show_span(new.start, new.end)

    def _forget_unseen(self) -> None:
        """Let go of the finished lines that cannot be seen."""
        top = self.scroll_offset.y
        for line in [*self._kept_lines.keys()]:
            if not top <= line < top + self.scrollable_content_region.height:
                self._kept_lines.discard(line)

    def _redraw_spans(self, spans: Sequence[tuple[int, int]]) -> None:
        """Draw afresh the lines of these ranges of the text, and no others."""
        if len(spans) > _FEW or self.article is None:
            self._redraw()
            return
        lines: set[int] = set()
        for start, end in spans:
            first, last = self._wrapped.line_of(start), self._wrapped.line_of(max(start, end - 1))
            lines.update(range(first, last + 1))
        for line in lines:
            self._kept_lines.discard(line)
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

    def visible_span(self) -> tuple[int, int]:
        """The half-open range of the text that can be seen."""
        height, top = self.scrollable_content_region.height, self.scroll_offset.y
        if not height or not self._text:
            return 0, 0
        self._wrapped.reach_line(top + height)
        last = min(top + height, self._wrapped.lines_known) - 1
        return (self._wrapped.line(min(top, last))[0], self._wrapped.line(last)[1]) if last >= 0 else (0, 0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self.places.end < sys.maxsize and self._text:
            start, end = self.visible_span()
            if not self.places.cover(start, end):
                self.post_message(TextScrolled())

    # -- drawing -------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._kept_lines.clear()

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
        self.measured(self._wrapped.line_count)

    def _redraw(self) -> None:
        self._kept_lines.clear()
        self.refresh()

    def content_line(self, y: int) -> Sequence[Segment]:
        number = y + self.top_line
        line = self._kept_lines.get(number)
        if line is None:
            try:
                start, end = self._wrapped.line(number)
            except IndexError:
                return [Segment(" " * self.line_width, self._base)]
            line = self._kept_lines[number] = self._drawn(start, end, self.line_width)
        return line

    def _drawn(self, start: int, end: int, width: int) -> Sequence[Segment]:
        segments = [*self._segments(start, end)]
        left = width - GUTTER - width_of(self._text[start:end])
        if left < 0:  # the pane became narrower, and the text is not broken anew yet
            return [*Strip(segments).adjust_cell_length(width, self._base)]
        return [*segments, Segment(" " * left, self._base)]

    def _segments(self, start: int, end: int) -> Iterable[Segment]:
        base = self._base + self.ink.prose
        overlapping = self._overlapping(start, end)
        choosing, selected = self.choosing, self.selected
        yield from self._gutter(start, end, overlapping, choosing, selected)
        marked = self._layers(overlapping, choosing, selected)
        layers = [layer for layer in marked if layer[0] < end and layer[1] > start]
        if not layers:
            yield Segment(self._text[start:end], base)
            return
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

    def _gutter(
        self,
        start: int,
        end: int,
        overlapping: list[ClaimPlace],
        choosing: Span | None,
        selected: ClaimView | None,
    ) -> Iterable[Segment]:
        beginning: ClaimPlace | ClaimView | None = next(
            (place for place in overlapping if start <= place.start < max(end, start + 1)), None
        )
        if selected is not None and start <= selected.start < end:
            beginning = selected
        if beginning is None:
            yield Segment(" ", self._base)
        else:
            yield Segment(UNICODE.status(beginning), self._base + status_ink(beginning, self.ink))
        marked = choosing or selected
        on_line = marked is not None and marked.start < end and start < marked.end
        yield Segment(UNICODE.bar if on_line else " ", self._base + self.ink.accent)

    def _layers(
        self, overlapping: list[ClaimPlace], choosing: Span | None, selected: ClaimView | None
    ) -> Iterable[tuple[int, int, Style]]:
        """Marked ranges with their styles, the strongest last."""
        ink = self.ink
        for place in overlapping:
            style = {"pending": ink.mark, "rejected": ink.mark_rejected}.get(place.status, ink.mark_decided)
            yield place.start, place.end, style
        for hit in self.hits:
            yield hit.start, hit.end, ink.mark_hit
        if choosing is not None:
            yield choosing.start, choosing.end, ink.mark_choosing
        elif selected is not None:
            claim = selected.claim
            yield selected.start, selected.end, ink.mark_selected
            if claim.speaker_span is not None:
                yield claim.speaker_span.start, claim.speaker_span.end, ink.speaker
            if claim.cue_span is not None:
                yield claim.cue_span.start, claim.cue_span.end, ink.cue

    def _overlapping(self, start: int, end: int) -> list[ClaimPlace]:
        """The claims that touch a line, by start."""
        last = bisect_left(self._starts, max(end, start + 1))
        first = bisect_right(self._reach, start)
        return [place for place in self._by_start[first:last] if place.end > start]


def _marked(view: ClaimView) -> Iterable[tuple[int, int]]:
    """The ranges of the article that look different when a claim does."""
    yield view.start, view.end
    for span in (view.claim.speaker_span, view.claim.cue_span):
        if span is not None:
            yield span.start, span.end
