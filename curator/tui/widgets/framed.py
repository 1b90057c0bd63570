"""A pane with a frame and a title that keeps its finished lines.

Textual draws every line of a widget that changed through its styles, border and filters; on a screen of
forty lines that is most of the time between a key and its answer. Here a line is made once and looked up
until it is another. It must never draw outside text that has not been through `visible_line()`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, Self

from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from curator.tui.cells import cut
from curator.tui.theme import Inks, inks


class Box(NamedTuple):
    """The signs of a frame."""

    corners: str
    """Top left, top right, bottom left, bottom right."""
    flat: str
    upright: str


ROUND = Box("╭╮╰╯", "─", "│")
_THUMB = "┃"


class Framed(Widget):
    """A widget whose padding of one cell all round is its frame."""

    title: reactive[str] = reactive("", repaint=False)
    """What the frame is labelled with; visible text."""

    _base = Style.null()
    _inks: Inks | None = None
    _state: tuple[object, ...] = ()
    _thumb = range(0)
    _edge, _side = Style.null(), Segment("")
    line_width = 0
    """Cells of a line of content, without a scroll bar."""
    top_line = 0
    """The line of the content that is drawn first; what is above it is scrolled away."""

    @cached_property
    def _finished(self) -> dict[tuple[int, bool], Strip]:
        """Finished lines by their row, and whether the row is one of the thumb."""
        return {}

    @property
    def ink(self) -> Inks:
        """The inks of the current theme."""
        if self._inks is None:
            self._inks = inks(self.app)
        return self._inks

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._inks = None
        self._base = self.rich_style
        self._state = ()

    def watch_title(self) -> None:
        self.refresh(Region(-1, -1, self.outer_size.width, 1))

    @property
    def allow_vertical_scroll(self) -> bool:
        """The frame shows where one is: no scroll bar of Textual's is needed, nor made."""
        return self.is_scrollable

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.refresh()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the widget, frame and all."""
        width, height = self.outer_size
        state = (width, height, self.has_focus, id(self.ink))
        if state != self._state:
            self._state = state
            self._finished.clear()
            # inks are true colours: there is nothing in them to translate
            self._filters: list[LineFilter] = [
                f for f in self.get_line_filters() if not isinstance(f, ANSIToTruecolor)
            ]
            self._edge = self._base + (self.ink.accent if self.has_focus else self.ink.rule)
            self._side = Segment(ROUND.upright, self._edge)
        self.line_width = width - 2
        self.top_line = self.scroll_offset.y
        self._thumb = self._thumb_rows(height - 2)
        strips = [self._line(y, width, height) for y in crop.line_range]
        start, end = crop.column_span
        return strips if (start, end) == (0, width) else [strip.crop(start, end) for strip in strips]

    def content_line(self, y: int) -> Sequence[Segment]:
        """One line of the content, `line_width` cells of it."""
        return [*self.render_line(y).adjust_cell_length(self.line_width, self._base)]

    def measured(self, lines: int) -> None:
        """So many lines there are to scroll through: the thumb is another, and nothing of the layout."""
        size = Size(0, lines)
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)  # set as usual, all panes would be laid out anew
            self.scroll_y = self.validate_scroll_y(self.scroll_y)
            super().refresh()

    def _thumb_rows(self, height: int) -> range:
        """The rows of the right edge that stand for what is visible of a list longer than the pane."""
        whole = self.virtual_size.height if self.is_scrollable else 0
        if whole <= height or height < 1:
            return range(0)
        size = max(1, height * height // whole)
        first = round((height - size) * self.scroll_offset.y / max(1, whole - height))
        return range(first, first + size)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw anew: everything, or the lines of these regions of the content."""
        if not regions:
            self._finished.clear()
        for region in regions:
            for y in range(region.y + 1, region.bottom + 1):
                self._finished.pop((y, False), None)
                self._finished.pop((y, True), None)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _line(self, y: int, width: int, height: int) -> Strip:
        """One finished line: the one that was made before, unless what it shows has changed since."""
        thumb = y - 1 in self._thumb and 0 < y < height - 1
        found = self._finished.get((y, thumb))
        if found is not None:
            return found
        edge, box = self._edge, ROUND
        if 0 < y < height - 1:
            content = self.content_line(y - 1)
            right = Segment(_THUMB, self._base + self.ink.muted) if thumb else self._side
            strip = Strip([self._side, *content, right], width)
        elif y == 0:
            strip = self._top(width, edge, box)
        else:
            strip = Strip([Segment(box.corners[2] + box.flat * (width - 2) + box.corners[3], edge)], width)
        for line_filter in self._filters:
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        self._finished[y, thumb] = strip
        return strip

    def _top(self, width: int, edge: Style, box: Box) -> Strip:
        label = cut(self.title, width - 6)
        if not label:
            return Strip([Segment(box.corners[0] + box.flat * (width - 2) + box.corners[1], edge)], width)
        ink = self.ink.title if self.has_focus else self.ink.muted
        strip = Strip([Segment(f"{box.corners[0]}{box.flat} ", edge), Segment(label, self._base + ink)])
        rest = width - strip.cell_length - 2
        return Strip([*strip, Segment(f" {box.flat * rest}{box.corners[1]}", edge)], width)
