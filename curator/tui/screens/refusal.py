"""Why a decision was refused: the chain of decisions that stands against it, and a way to each claim.

Never overrules it: it shows what stands, and goes there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import ComposeResult
from textual.screen import ModalScreen

from curator.models import CuratorError, Event, Refused, reviewer_name
from curator.review.facts import read
from curator.text import visible_line
from curator.tui.cells import WrappedText, cut, fitted
from curator.tui.listening import Listener
from curator.tui.naming import claim_words, known_by, speaker_name
from curator.tui.theme import UNICODE, Inks
from curator.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from curator.workspace import Workspace

_WIDTH = 92
"""Cells within which the refusal is told, frame and all, where the window has them."""
_MOST_OF_WINDOW = 96
"""In hundredths, as in `pages.tcss`."""
_FRAME = 6
"""Cells of the frame, the cursor and a scroll bar."""
_PLACE = 30
"""Cells for where a claim stands."""


class _Line(NamedTuple):
    text: str
    ink: str
    claim_id: str = ""
    place: str = ""
    """Where the claim stands; it is in sight whatever of the words is cut."""


class RefusalList(RowList):
    """The refusal, then each decision with its claims; the cursor goes from claim to claim."""

    def __init__(self, refusal: Refused, workspace: Workspace, width: int, *, id: str) -> None:
        super().__init__(id=id)
        self._lines = [
            *_told(refusal, width - _FRAME),
            *(line for event in refusal.chain for line in _link(event, workspace)),
        ]

    @property
    def row_count(self) -> int:
        return len(self._lines)

    @property
    def claim_id(self) -> str:
        """The claim under the cursor."""
        return self._lines[self.cursor].claim_id if self.cursor >= 0 else ""

    def on_mount(self) -> None:
        self.rows_changed()
        self.move(1)

    def move(self, by: int) -> None:
        """To the next or previous claim."""
        row = self.cursor + by
        while 0 <= row < len(self._lines):
            if self._lines[row].claim_id:
                self.cursor = row
                return
            row += by

    def draw(self, row: int, line: int, width: int, ink: Inks) -> Iterable[Segment]:
        item = self._lines[row]
        yield Segment(f"{UNICODE.cursor if row == self.cursor else ' '} ", ink.accent)
        words = cut(item.text, width - 2 - cell_len(item.place))
        yield Segment(words, getattr(ink, item.ink))
        yield Segment(fitted(item.place, width - 2 - cell_len(words)), ink.muted)


def _told(refusal: Refused, width: int) -> Iterable[_Line]:
    words = visible_line(str(refusal))
    wrapped = WrappedText(words, width)
    wrapped.reach_end(len(words) + 1)
    for number in range(wrapped.line_count):
        start, end = wrapped.line(number)
        yield _Line(words[start:end], "title")
    yield _Line("", "text")


def _link(event: Event, workspace: Workspace) -> Iterable[_Line]:
    """One decision of the chain: when, who and what, then the claims that it speaks of."""
    when = visible_line(event.wall_time[:16].replace("T", " "))
    who = visible_line(reviewer_name(event.reviewer))
    yield _Line(f"{when}  {who}: {_VERBS.get(event.kind, visible_line(event.kind))}", "contradicts")
    for claim_id in read(event).claim_ids:
        try:
            view = workspace.claim(claim_id)
        except CuratorError:
            continue  # of another database, not here yet
        article = workspace.article(view.claim.article_id)
        words = f"{speaker_name(view, 24)}: {claim_words(view)}"
        yield _Line(words, "text", claim_id, f" · {cut(known_by(article), _PLACE)}")


class RefusalScreen(ModalScreen[str | None]):
    """Shows what stands against a decision; ends with the claim to go to, or None."""

    CSS_PATH = "pages.tcss"

    def __init__(self, refusal: Refused, workspace: Workspace) -> None:
        super().__init__()
        self._refusal, self._workspace = refusal, workspace

    def compose(self) -> ComposeResult:
        width = min(_WIDTH, self.app.size.width * _MOST_OF_WINDOW // 100)
        self._list = RefusalList(self._refusal, self._workspace, width, id="refusal")
        self._list.title = "Refused: this stands against it · Enter goes there · Esc back"
        self._list.styles.height = min(self._list.row_count + 2, 24)
        yield self._list

    @property
    def field(self) -> None:
        return None

    def listeners(self) -> Sequence[Listener]:
        """Whose keys are listened to."""
        return ("refusal", self), ("anywhere", self.app)

    def action_move(self, by: int) -> None:
        self._list.move(by)

    def action_go_there(self) -> None:
        self.dismiss(self._list.claim_id or None)

    def action_back(self) -> None:
        self.dismiss(None)


_VERBS = {
    "merge": "these say the same",
    "contradict": "these contradict each other",
    "dismiss": "these have nothing to do with each other",
    "confirm": "the article really makes this claim",
    "reject": "the article does not make this claim",
    "split": "this claim left its cluster",
    "canonical": "this claim names its cluster",
    "adjudicate": "this verdict stands",
}
