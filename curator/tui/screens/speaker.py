"""One speaker: all names that claims have of them and where; joining them with another, taking a name away.

Decides through the Workspace, and each decision can be taken back here; the review shows what came of it
when this is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.screen import ModalScreen

from curator.models import CuratorError, Speaker
from curator.review.decisions import Distinguish, Identify
from curator.text import visible_line
from curator.titles import headline, one_line
from curator.tui.cells import cut, fitted
from curator.tui.listening import Listener
from curator.tui.messages import RowPicked
from curator.tui.screens.looking_up import LookUpScreen
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from curator.workspace import Outcome, Workspace

_MOST_ARTICLES = 30
"""Of one name, so many articles are listed."""
_FRAME = 7
"""Cells of the title's frame, and between the name and what follows it."""
_LEAST_NAME = 8
_HINT = "m merge · S split off · u undo · Esc back"


class NameLine(NamedTuple):
    """A line of the list: a name, or an article that has it."""

    name: str
    words: str
    claims: str
    article_id: str = ""


class NameList(RowList):
    """Every name with its claims, and below each the articles that have it."""

    lines: reactive[tuple[NameLine, ...]] = reactive((), repaint=False)

    @property
    def row_count(self) -> int:
        return len(self.lines)

    def watch_lines(self) -> None:
        self.rows_changed()

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        item = self.lines[row]
        yield Segment(f"{UNICODE.cursor if row == self.cursor else ' '} ", ink.accent)
        lead = "    " if item.article_id else ""
        yield Segment(f"{lead}{item.claims} ", ink.faint if item.article_id else ink.accent)
        left = max(0, width - 3 - len(lead) - len(item.claims))
        yield Segment(fitted(item.words, left), ink.muted if item.article_id else ink.title)


class SpeakerScreen(ModalScreen[str | None]):
    """Ends with a filter of the review to show, or None."""

    CSS_PATH = "pages.tcss"

    def __init__(self, workspace: Workspace, name: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._called = name
        self._speaker = workspace.speaker(name)
        self._said = _HINT

    def compose(self) -> ComposeResult:
        yield NameList(id="names")

    def on_mount(self) -> None:
        self._show(_HINT)
        self.list.cursor = next(
            (row for row, line in enumerate(self.list.lines) if line.name == self._called), 0
        )

    @property
    def list(self) -> NameList:
        """Its names."""
        return self.query_one(NameList)

    @property
    def field(self) -> None:
        return None

    def listeners(self) -> Sequence[Listener]:
        """Whose keys are listened to."""
        return (("speaker", self),)

    # -- showing -------------------------------------------------------------------------------------

    def _show(self, said: str) -> None:
        """The speaker as they are now, with what there is to say in the frame."""
        try:
            self._speaker = self._workspace.speaker(self._called)
        except CuratorError as error:
            self._say(str(error))
            return
        names = self.list
        names.lines = tuple(self._lines(self._speaker))
        names.cursor = min(max(names.cursor, 0), len(names.lines) - 1)
        self._say(said)

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(lambda: self._say(self._said))

    def _say(self, said: str) -> None:
        self._said = said
        claims = "claim" if self._speaker.claims == 1 else "claims"
        told = f"{self._speaker.claims:,} {claims} · {visible_line(said)}"
        room = self.list.size.width - cell_len(told) - _FRAME
        known_as = cut(one_line(self._speaker.name), max(_LEAST_NAME, room))
        self.list.title = f"{known_as} · {told}"

    def _lines(self, speaker: Speaker) -> Iterable[NameLine]:
        blind = self._workspace.guards.blind
        digits = len(f"{speaker.claims:,}")
        for form in speaker.forms:
            differ = f" — disputed: {form.disputed}" if form.disputed and not blind else ""
            articles = f"{form.articles:,} {'article' if form.articles == 1 else 'articles'}"
            words = f"{one_line(form.name)} in {articles}{one_line(differ) and ' ' + one_line(differ)}"
            yield NameLine(form.name, words, f"{form.claims:>{digits},}")
            for found in self._workspace.articles_naming(form.name, limit=_MOST_ARTICLES):
                name = headline(found.title, found.opening)
                where = " · ".join(part for part in (one_line(found.publisher), name) if part)
                claims = f"{found.claims:>{digits},}"
                yield NameLine(form.name, where or found.article_id[:8], claims, found.article_id)
            if form.articles > _MOST_ARTICLES:
                more = f"and {form.articles - _MOST_ARTICLES:,} more"
                yield NameLine(form.name, more, " " * digits, "more")

    @property
    def _line(self) -> NameLine | None:
        names = self.list
        return names.lines[names.cursor] if 0 <= names.cursor < names.row_count else None

    # -- keys ----------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        names = self.list
        names.cursor = min(max(names.cursor + by, 0), names.row_count - 1)

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        self.list.cursor = message.row

    def action_back(self) -> None:
        self.dismiss(None)

    def action_show_claims(self) -> None:
        """End with a filter for this speaker's claims, of one article where the cursor is on one."""
        line = self._line
        if line is None:
            return
        name = one_line(self._speaker.name).replace('"', " ")
        words = f'speaker:"{name}"'
        if line.article_id and line.article_id != "more":
            words += f" article:{line.article_id[:12]}"
        self.dismiss(words)

    async def action_merge(self) -> None:
        """Choose another speaker by typing, and let both be one."""

        def then(other: str | None) -> None:
            if other:
                self._decide(lambda: self._workspace.decide(Identify(self._speaker.name, other)))

        await self.app.push_screen(FindSpeakerScreen(self._workspace, self._speaker.name), then)

    def action_split(self) -> None:
        line = self._line
        if line is not None:
            self._decide(lambda: self._workspace.decide(Distinguish(line.name)))

    def action_undo(self) -> None:
        self._decide(self._workspace.undo)

    def action_redo(self) -> None:
        self._decide(self._workspace.redo)

    def _decide(self, verb: Callable[[], Outcome]) -> None:
        try:
            said = verb().said
        except CuratorError as error:
            self._say(str(error))
            return
        self._show(said)


class FoundSpeakers(RowList):
    """Speakers that were found, one line each."""

    EMPTY = "  Nobody found."

    found: reactive[tuple[Speaker, ...]] = reactive((), repaint=False)

    @property
    def row_count(self) -> int:
        return len(self.found)

    def watch_found(self) -> None:
        self.rows_changed()

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        speaker = self.found[row]
        yield Segment(f"{UNICODE.cursor if row == self.cursor else ' '} ", ink.accent)
        yield Segment(f"{speaker.claims:>6,} ", ink.faint)
        others = " · ".join(one_line(form.name) for form in speaker.forms if form.name != speaker.name)
        words = one_line(speaker.name) + (f" ({others})" if others else "")
        yield Segment(fitted(words, max(0, width - 9)), ink.text)


class FindSpeakerScreen(LookUpScreen):
    """Ends with the name of the speaker that was chosen, or None."""

    PLACEHOLDER = "a name of the other speaker"
    WHAT = "Merge with whom"

    def __init__(self, workspace: Workspace, but: str) -> None:
        super().__init__(workspace)
        self._but = but

    def results(self) -> RowList:
        return FoundSpeakers(id="found")

    def look_up(self, words: str, most: int) -> tuple[Speaker, ...]:
        found = self._workspace.speakers(words, limit=most + 1)
        return tuple(speaker for speaker in found if speaker.name != self._but)[:most]

    def answer_of(self, row: int) -> str:
        return self.query_one(FoundSpeakers).found[row].name
