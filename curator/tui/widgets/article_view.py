"""An article in which words can be chosen, with keys or the mouse, and claims can be clicked.

It tells what was clicked or chosen and its screen decides; it must never change what is selected.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from curator.models import Article, Span
from curator.tui.answering import Asker
from curator.tui.cells import characters_in
from curator.tui.messages import OffsetPicked, SpanChanged, SpanMarked
from curator.tui.widgets.article_text import GUTTER, ArticleText

if TYPE_CHECKING:
    from curator.tui.span_cursor import SpanCursor


def _span_cursor(text: str, span: Span) -> SpanCursor:
    from curator.tui.span_cursor import SpanCursor  # its patterns are not needed for the first screen

    return SpanCursor(text, span.start, span.end)


class ArticleView(ArticleText, inherit_bindings=False):
    """An article to work in; while words are being chosen, its own keys move their ends."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._choosing: SpanCursor | None = None
        self._asker: Asker | None = None
        self._pressed: int | None = None

    def watch_article(self, old: Article | None, new: Article | None) -> None:
        if old is None or new is None or old.id != new.id:
            self._choosing = None
        super().watch_article(old, new)

    # -- choosing words ------------------------------------------------------------------------------

    @property
    def choosing(self) -> Span | None:
        """Words that are being chosen, which take the place of the selected claim's."""
        return None if self._choosing is None else self._choosing.span

    def choose_sentence(self, offset: int, asker: Asker) -> None:
        """Start choosing words, with the sentence at `offset`."""
        from curator.tui.span_cursor import SpanCursor

        self._asker = asker
        self._choose(SpanCursor.at_sentence(self._text, offset))

    def choose_span(self, span: Span, asker: Asker) -> None:
        """Start choosing words, with those of `span`."""
        self._asker = asker
        self._choose(_span_cursor(self._text, span))

    def end_choosing(self) -> None:
        """Stop choosing words."""
        self._choosing = None
        self._redraw()

    def _choose(self, cursor: SpanCursor) -> None:
        self._choosing = cursor
        self._redraw()
        self.show_span(cursor.start, cursor.end)
        self.post_message(SpanChanged(cursor.span))

    async def action_accept(self) -> None:
        if self._choosing is not None and self._asker is not None:
            span = self._choosing.trimmed().span
            if span.end > span.start:
                await self._asker.answer(f"{span.start} {span.end}")
            else:
                self._asker.abandon()

    def action_abandon(self) -> None:
        if self._asker is not None:
            self._asker.abandon()

    def _move(self, name: str, *step: int) -> None:
        if self._choosing is not None:
            self._choose(getattr(self._choosing, name)(*step))

    def action_sentence(self, step: int) -> None:
        self._move("sentence", step)

    def action_word(self, step: int) -> None:
        self._move("word", step)

    def action_end_word(self, step: int) -> None:
        self._move("end_word", step)

    def action_start_word(self, step: int) -> None:
        self._move("start_word", step)

    def action_end_letter(self, step: int) -> None:
        self._move("end_letter", step)

    def action_start_letter(self, step: int) -> None:
        self._move("start_letter", step)

    def action_end_sentence(self) -> None:
        self._move("end_sentence")

    def action_start_sentence(self) -> None:
        self._move("start_sentence")

    # -- the mouse -----------------------------------------------------------------------------------

    def _offset_at(self, event: events.MouseEvent) -> int | None:
        place = event.get_content_offset_capture(self)
        line = place.y + self.scroll_offset.y
        if not 0 <= line < self._wrapped.line_count:
            return None
        start, end = self._wrapped.line(line)
        return characters_in(self._text, start, end, max(0, place.x - GUTTER))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button == 1:
            self._pressed = self._offset_at(event)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        offset = self._offset_at(event) if self._pressed is not None and event.button == 1 else None
        if offset is not None and self._pressed is not None and abs(offset - self._pressed) > 1:
            start, end = sorted((self._pressed, offset))
            self._choosing = _span_cursor(self._text, Span(start, end))
            self._redraw()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        pressed, self._pressed = self._pressed, None
        self.release_mouse()
        if pressed is None:
            return
        offset = self._offset_at(event)
        if self._choosing is not None and offset is not None and abs(offset - pressed) > 1:
            self.post_message(SpanMarked(self._choosing.span))
        elif offset is not None:
            self.post_message(OffsetPicked(offset))
