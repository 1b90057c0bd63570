"""The lists of Progress: articles with what is left in each, and speakers or outlets with their verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.reactive import reactive

from curator.review.figures import Work
from curator.text import visible_line
from curator.tui.blocks import parted
from curator.tui.cells import fitted
from curator.tui.naming import known_by
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.row_list import RowList
from curator.tui.widgets.status_bar import PARTS, status_bar
from curator.tui.window import Window

if TYPE_CHECKING:
    from curator.workspace import ArticleSummary

_BAR = 10


class ArticleList(RowList):
    """Articles as they came in, fetched as they come into sight."""

    EMPTY = "  No articles yet."

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.window: Window[ArticleSummary] | None = None

    @property
    def row_count(self) -> int:
        return len(self.window.rows) if self.window else 0

    @property
    def article(self) -> ArticleSummary | None:
        """The one under the cursor."""
        return self.window.rows[self.cursor] if self.window and 0 <= self.cursor < self.row_count else None

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        assert self.window is not None
        article = self.window.rows[row]
        done = article.claims - article.pending
        sign, style = (
            (UNICODE.confirmed, ink.confirmed)
            if article.claims and not article.pending
            else (UNICODE.skipped, ink.accent)
            if done
            else (UNICODE.pending, ink.faint)
        )
        yield Segment(f"{UNICODE.cursor if row == self.cursor else ' '} ", ink.accent)
        yield Segment(f"{sign} ", style)
        full = parted((done, article.pending), _BAR)[0]
        yield Segment(UNICODE.full * full, ink.confirmed)
        yield Segment(UNICODE.empty * (_BAR - full), ink.faint)
        yield Segment(f" {done:>4}/{article.claims:<4} ", ink.text if article.pending else ink.muted)
        yield Segment(fitted(known_by(article), max(0, width - _BAR - 15)), ink.muted)


class VoiceList(RowList):
    """Speakers or outlets by what stands of their claims."""

    EMPTY = "  Nothing is decided yet."

    works: reactive[tuple[Work, ...]] = reactive((), repaint=False)
    nobody: str = ""
    """What stands for a name that is not given."""
    _most = 1

    @property
    def row_count(self) -> int:
        return len(self.works)

    @property
    def work(self) -> Work | None:
        """The one under the cursor."""
        return self.works[self.cursor] if 0 <= self.cursor < self.row_count else None

    def watch_works(self) -> None:
        self._most = max((work.total for work in self.works), default=1)
        self.cursor = min(max(self.cursor, 0 if self.works else -1), len(self.works) - 1)
        self.rows_changed()

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        work = self.works[row]
        yield Segment(f"{UNICODE.cursor if row == self.cursor else ' '} ", ink.accent)
        counts = [(part, getattr(work, part)) for part in PARTS]
        numbers = [(f" {getattr(UNICODE, part)}{count:,}".rjust(6), part, count) for part, count in counts]
        used = sum(len(text) for text, _, _ in numbers)
        bar = max(6, min(30, (width - used) // 4))
        name = " ".join(visible_line(work.name).split())
        name_width = max(0, width - used - bar - 4)
        yield Segment(fitted(name or self.nobody, name_width), ink.text if name else ink.faint)
        yield Segment(" ", ink.text)
        full = max(sum(1 for _, count in counts if count), round(bar * work.total / self._most))
        for text, style in status_bar(work, min(bar, full), ink):
            yield Segment(text, style)
        yield Segment(" " * (bar - full), ink.text)
        for text, part, count in numbers:
            style = ink.faint if part == "pending" or not count else getattr(ink, part)
            yield Segment(text if count else " " * len(text), style)
        yield Segment(" ", ink.text)
