"""A pane with a frame and a title that keeps its finished lines.

Textual draws every line of a widget that changed through its styles, border and filters; on a screen of
forty lines that is most of the time between a key and its answer. Here a line is made once and looked up
until it is another. It must never draw outside text that has not been through `visible_line()`.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
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
PLAIN = Box("++++", "-", "|")


class Framed(Widget):
    """A widget whose padding of one cell all round is its frame."""

    title: reactive[str] = reactive("", repaint=False)
    """What the frame is labelled with; visible text."""

    _base = Style.null()
    _inks: Inks | None = None
    _state: tuple[object, ...] = ()
    line_width = 0
    """Cells of a line of content, without a scroll bar."""

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
            self._finished: dict[int, tuple[object, Strip]] = {}
            # inks are true colours: there is nothing in them to translate
            self._filters: list[LineFilter] = [
                f for f in self.get_line_filters() if not isinstance(f, ANSIToTruecolor)
            ]
        self.line_width = self.scrollable_content_region.width
        strips = [self._line(y, width, height) for y in crop.line_range]
        start, end = crop.column_span
        return strips if (start, end) == (0, width) else [strip.crop(start, end) for strip in strips]

    def _line(self, y: int, width: int, height: int) -> Strip:
        """One finished line: the one that was made from the same content, or a new one."""
        content: object = self.title
        if 0 < y < height - 1:
            content = self.render_line(y - 1)
        found = self._finished.get(y)
        if found is not None and found[0] is content:
            return found[1]
        edge = self._base + (self.ink.accent if self.has_focus else self.ink.rule)
        box = ROUND
        if isinstance(content, Strip):
            side = Segment(box.upright, edge)
            strip = Strip([side, *content.adjust_cell_length(width - 2, self._base), side], width)
        elif y == 0:
            strip = self._top(width, edge, box)
        else:
            strip = Strip([Segment(box.corners[2] + box.flat * (width - 2) + box.corners[3], edge)], width)
        for line_filter in self._filters:
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        self._finished[y] = content, strip
        return strip

    def _top(self, width: int, edge: Style, box: Box) -> Strip:
        label = cut(self.title, width - 6)
        if not label:
            return Strip([Segment(box.corners[0] + box.flat * (width - 2) + box.corners[1], edge)], width)
        ink = self.ink.title if self.has_focus else self.ink.muted
        strip = Strip([Segment(f"{box.corners[0]}{box.flat} ", edge), Segment(label, self._base + ink)])
        rest = width - strip.cell_length - 2
        return Strip([*strip, Segment(f" {box.flat * rest}{box.corners[1]}", edge)], width)
