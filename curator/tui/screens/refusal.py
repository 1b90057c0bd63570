"""Why a decision was refused: the chain of decisions that stands against it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from curator.models import CuratorError, Event, Refused, reviewer_name
from curator.review.facts import read
from curator.text import visible_line
from curator.tui.listening import Listener
from curator.tui.naming import claim_words, speaker_name

if TYPE_CHECKING:
    from curator.workspace import Workspace


class RefusalScreen(ModalScreen[None]):
    """Shows what stands against a decision; any closing key goes back to the work."""

    def __init__(self, refusal: Refused, workspace: Workspace) -> None:
        super().__init__()
        self._refusal = refusal
        self._workspace = workspace

    def compose(self) -> ComposeResult:
        box = VerticalScroll(
            Static(Content(visible_line(str(self._refusal))), classes="refusal-said"),
            *(
                Static(Content(line), classes="refusal-link")
                for event in self._refusal.chain
                for line in self._told(event)
            ),
            id="refusal",
        )
        box.border_title = Content(" Refused: this stands against it ")
        box.border_subtitle = Content(" Esc: back · undo what stands against it, then decide again ")
        yield box

    @property
    def field(self) -> None:
        return None

    def listeners(self) -> Sequence[Listener]:
        """Whose keys are listened to."""
        return (("page", self),)

    def action_scroll(self, by: int) -> None:
        self.query_one("#refusal").scroll_relative(y=by, animate=False)

    def _told(self, event: Event) -> list[str]:
        """One event of the chain in a few lines."""
        fact = read(event)
        when = event.wall_time[:16].replace("T", " ")
        lines = [
            f"{when}  {visible_line(reviewer_name(event.reviewer))}: {_VERBS.get(event.kind, event.kind)}"
        ]
        for claim_id in fact.claim_ids:
            try:
                view = self._workspace.claim(claim_id)
            except CuratorError:
                continue
            lines.append(f"      {speaker_name(view)}: {claim_words(view)}")
        return lines


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
