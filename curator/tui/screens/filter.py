"""Choosing which claims are shown: words of a filter, or one that was saved by name.

Never shows a claim by itself: it gives back words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widgets import Input

from curator.models import CuratorError
from curator.review.queue import FLAGS, HAS, Filter
from curator.text import visible_line
from curator.tui.cells import fitted
from curator.tui.listening import Listener
from curator.tui.messages import RowPicked
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.prompt_line import CleanInput
from curator.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from curator.models import Article
    from curator.workspace import Workspace

_NAME = 24
"""Cells of a saved filter's name."""
_TITLE = "Show only · Enter shows · Down: saved ones · Ctrl+S saves · Esc back"
_WRONG = "That cannot be used · Esc back"
_NAMING = "Save it under which name? · Enter saves · Esc back"


class _Row(NamedTuple):
    name: str
    """Of a saved filter; "" of a hint, or of what is wrong with the words."""
    words: str
    hint: bool = False


class Examples(NamedTuple):
    """Words of the database that is open, each so short that the smallest window shows a line of them."""

    speaker: str = "smith"
    outlet: str = "post"
    article: str = "3f2a"
    month: str = "2024-06"

    @classmethod
    def of(cls, speaker: str, article: Article | None) -> Examples:
        """From a speaker and an article at hand; what gives no short word is told by a word of our own."""
        ours = cls()
        *_, last_name = (ours.speaker, *_words(speaker))
        if article is None:
            return ours._replace(speaker=last_name)
        month = _MONTH.match(article.published)
        return cls(
            last_name,
            max(_words(article.publisher), key=len, default=ours.outlet),
            article.id[: len(ours.article)],
            month[0] if month else ours.month,
        )

    @property
    def hints(self) -> tuple[_Row, ...]:
        """What can be typed."""
        year = self.month[:4]
        lines = (
            f"words of the claim   speaker:{self.speaker}  outlet:{self.outlet}  article:{self.article}",
            "status:pending  status:confirmed  status:rejected  status:merged",
            f"reviewer:ana  kind:quote  {'  '.join(FLAGS)}",
            f"has:{'  has:'.join(HAS[:3])}",
            f"has:{'  has:'.join(HAS[3:])}",
            f"date:{self.month}  date:{self.month}..{year}-12  date:>={year}",
            "-kind:quote  a minus turns one round",
        )
        return tuple(_Row("", line, hint=True) for line in lines)


_MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")
_WORD = re.compile(r"[^\W\d_]\w{1,13}")
"""Letters alone: nothing in it needs to be quoted or made visible."""


def _words(name: str) -> list[str]:
    """The words of a name that are plain and short, as somebody types them."""
    return [word.lower() for word in name.split() if _WORD.fullmatch(word)]


class SavedList(RowList):
    """Saved filters, and below them what can be typed."""

    rows: reactive[tuple[_Row, ...]] = reactive((), repaint=False)

    @property
    def row_count(self) -> int:
        return len(self.rows)

    def watch_rows(self) -> None:
        self.rows_changed()

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        name, words, hint = self.rows[row]
        yield Segment(f"{UNICODE.cursor if row == self.cursor else ' '} ", ink.accent)
        if name:
            yield Segment(fitted(visible_line(name), _NAME) + " ", ink.accent)
            yield Segment(fitted(visible_line(words), max(0, width - _NAME - 3)), ink.text)
        else:
            yield Segment(fitted(words, max(0, width - 2)), ink.faint if hint else ink.text)


class FilterScreen(ModalScreen[str | None]):
    """Ends with the words of a filter, or None."""

    CSS_PATH = "pages.tcss"

    def __init__(self, workspace: Workspace, words: str, examples: Examples) -> None:
        super().__init__()
        self._examples = examples
        self._workspace = workspace
        self._words = words
        self._naming = ""
        """The words that are being given a name."""
        self._wrong = ""
        """What is wrong with the words that are typed, too long for a title."""

    def compose(self) -> ComposeResult:
        yield CleanInput(
            None,
            self._words,
            f"all claims; or like status:pending speaker:{self._examples.speaker}",
            id="filter-input",
        )
        yield SavedList(id="saved")

    def on_mount(self) -> None:
        self.set_focus(self.field)
        self._list.title = _TITLE
        self._read()

    @property
    def field(self) -> CleanInput:
        """The field that is being typed into."""
        return self.query_one(CleanInput)

    @property
    def _list(self) -> SavedList:
        return self.query_one(SavedList)

    def _read(self) -> None:
        saved = self._workspace.saved_filters()
        self._fill(tuple(_Row(each.name, each.words) for each in saved))
        self._list.cursor = -1

    def _fill(self, saved: tuple[_Row, ...]) -> None:
        """Show the saved filters, and below them what is wrong, whole, and what can be typed."""
        lines = wrap(self._wrong, max(_NAME, self._list.size.width - 4))
        self._list.rows = (*saved, *(_Row("", line) for line in lines), *self._examples.hints)

    @property
    def _kept(self) -> tuple[_Row, ...]:
        """The saved filters, which stand first."""
        return tuple(row for row in self._list.rows if row.name)

    @property
    def _saved(self) -> _Row | None:
        """The saved filter that is highlighted."""
        row = self._list.cursor
        return self._kept[row] if 0 <= row < len(self._kept) else None

    def _attempt(self, verb: Callable[[], object]) -> bool:
        wrong = ""
        try:
            verb()
        except CuratorError as error:
            wrong = str(visible_line(str(error)))
            self._list.title = _WRONG
        if wrong != self._wrong:
            self._wrong = wrong
            self._fill(self._kept)
        return not wrong

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say at once what is not understood; what is typed counts, no longer the highlighted row."""
        event.stop()
        if self._naming:
            return
        self._list.cursor = -1
        if self._attempt(lambda: Filter.parse(self.field.value)):
            self._list.title = _TITLE

    def listeners(self) -> Sequence[Listener]:
        """Whose keys are listened to."""
        return (("filter", self),)

    def action_result(self, by: int) -> None:
        last = len(self._kept) - 1
        if last < 0:
            self._list.title = "No filter is saved yet: type one, and Ctrl+S keeps it under a name"
            return
        self._list.cursor = min(max(self._list.cursor + by, -1), last)

    def action_submit(self) -> None:
        text = self.field.value.strip()
        if self._naming:
            words = self._naming
            if self._attempt(lambda: self._workspace.save_filter(text, words)):
                self._stop_naming()
                self._list.title = f"Saved as {visible_line(text)} · {_TITLE}"
                self._read()
            return
        words = self._saved.words if self._saved else text
        if self._attempt(lambda: Filter.parse(words)):
            self.dismiss(words)

    def action_save(self) -> None:
        """Ask for a name for the words that are typed, or highlighted."""
        words = self._saved.words if self._saved else self.field.value.strip()
        if self._naming or not self._attempt(lambda: Filter.parse(words)):
            return
        if not words:
            self._list.title = "All claims are shown: there is nothing to save"
            return
        self._naming = words
        self.field.value = ""
        self._list.title = _NAMING

    def _stop_naming(self) -> None:
        words, self._naming = self._naming, ""
        self.field.value = words
        self.field.cursor_position = len(words)
        self._list.title = _TITLE

    def action_forget(self) -> None:
        """Keep the highlighted filter no longer."""
        saved = self._saved
        if saved is None:
            self._list.title = "Highlight a saved filter first: Down goes there"
        elif self._attempt(lambda: self._workspace.forget_filter(saved.name)):
            self._read()
            self._list.title = f"{visible_line(saved.name)} is forgotten · {_TITLE}"

    def action_abandon(self) -> None:
        if self._naming:
            self._stop_naming()
        else:
            self.dismiss(None)

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        self._list.cursor = message.row
        if self._saved is not None:
            self.action_submit()
