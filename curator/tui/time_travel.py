"""The state as it was at a moment: worked out behind the screen, shown read-only, and left again.

Decides nothing and writes nothing. What was asked for before another moment was is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.worker import Worker

from curator.models import ClaimView, CuratorError
from curator.review import moments
from curator.tui.messages import PastFound
from curator.tui.view_model import Rows
from curator.tui.widgets.chips_line import ChipsLine
from curator.tui.widgets.claim_list import ClaimList
from curator.tui.widgets.event_card import PastCard
from curator.tui.widgets.key_line import KeyLine
from curator.tui.window import Fetched, Window

if TYPE_CHECKING:
    from curator.tui.screens.view import ViewScreen
    from curator.workspace import Past

_OF_THE_LOG = frozenset({"undo", "filter", "this_claim", "drop_chip", "unfold"})
"""Actions on a decision, which do nothing at a moment of the past and are not offered there."""


class TimeTravel:
    """Where a view stands in time."""

    def __init__(self, screen: ViewScreen, shown: Callable[[bool], None]) -> None:
        """`shown` is told when the past takes the place of what the screen shows, and when it leaves it."""
        self._screen = screen
        self._shown = shown
        self._window: Window[ClaimView] | None = None
        self._at: datetime | None = None
        self._working: Worker[None] | None = None
        self.past: Past | None = None
        """The moment that is looked at, once it is worked out."""

    @property
    def away(self) -> bool:
        """Whether a moment of the past is shown or being worked out."""
        return self._at is not None

    @property
    def claim_id(self) -> str:
        """The claim under the cursor, "" for none."""
        then = self._then
        claim = then.claims.at(then.cursor)
        return claim.claim.id if claim is not None else ""

    @property
    def _then(self) -> ClaimList:
        return self._screen.query_one("#then", ClaimList)

    async def ask(self, suggested: str) -> None:
        """Ask for a moment and go there."""
        from curator.tui.widgets.prompt_line import Question

        def then(text: str) -> None:
            now = datetime.now().astimezone()
            self._screen.attempt(lambda: self.go(moments.parse(text, now)))

        hint = "14:32 · yesterday 9:05 · 2024-06-22 14:32 · 20 min ago"
        await self._screen.ask(Question("As of", "" if self.away else suggested, (), hint), then)

    def go(self, at: datetime) -> None:
        """Work out the state at a moment, with a connection of its own, and show it."""
        self._at, self.past, self._window = at, None, None
        screen = self._screen
        then = self._then
        then.claims, then.cursor = Rows(), -1
        then.title = "Claims as they stood"
        card = screen.query_one(PastCard)
        card.progress, card.title = None, "As it was"
        chips = screen.query_one(ChipsLine)
        chips.banner, chips.told = f"As of {at:%Y-%m-%d %H:%M:%S} · read-only · Esc comes back to now", ""
        screen.query_one("#keys", KeyLine).resting = _OF_THE_LOG
        self._shown(True)
        screen.status.behind = "working it out…"
        if self._working is not None:
            self._working.cancel()
        self._working = screen.run_worker(
            lambda: self._work_out(at), thread=True, group="past", exit_on_error=False
        )

    def _work_out(self, at: datetime) -> None:
        from curator.workspace import Workspace

        here = self._screen.workspace
        try:
            with Workspace.open(here.path, reviewer=here.reviewer) as own:
                past = own.past(int(at.timestamp() * 1000))
        except CuratorError as error:
            self._screen.post_message(PastFound(at, None, str(error)))
            return
        self._screen.post_message(PastFound(at, past, ""))

    def found(self, message: PastFound) -> None:
        """Show the moment that was worked out, if it is still the one that is wanted."""
        if message.at != self._at:
            return
        screen = self._screen
        screen.status.behind = ""
        if message.past is None:
            screen.say("failed", message.said)
            self.come_back()
            return
        self.past = message.past
        self._window = Window(self._fetch)
        moment = message.past.moment
        card = screen.query_one(PastCard)
        card.events = moment.events
        card.progress = moment.progress
        self.edge(-1)
        screen.say(
            "done", f"{moment.progress.decided:,} of {moment.progress.total:,} claims were decided by then"
        )

    def edge(self, by: int) -> None:
        """To the first or the last claim."""
        if self._window is None:
            return
        if by < 0:
            self._window.start()
        else:
            self._window.end()
        self._show((0 if by < 0 else len(self._window.rows) - 1) if self._window.rows else -1)

    def stand(self, row: int) -> None:
        """To a row of the claims."""
        if self._window is None or not self._window.rows:
            return
        held = len(self._window.rows)
        row = min(max(row, 0), held - 1)
        shift = self._window.reach(row)
        if shift or len(self._window.rows) != held:
            self._show(row + shift)
        else:
            self._then.cursor = row

    def _fetch(self, after: ClaimView | None, limit: int, backwards: bool) -> Fetched[ClaimView]:
        if self.past is None:
            return Fetched((), True)
        after_id = after.claim.id if after else ""
        page = self._screen.workspace.past_claims(self.past, after_id, limit=limit, backwards=backwards)
        return Fetched(*page)

    def _show(self, row: int) -> None:
        assert self._window is not None
        self._then.claims = Rows.whole(tuple(self._window.rows))
        self._then.cursor = row

    def come_back(self) -> None:
        """Show the log again."""
        self._at, self.past, self._window = None, None, None
        self._screen.status.behind = ""
        self._screen.query_one(ChipsLine).banner = ""
        self._screen.query_one("#keys", KeyLine).resting = frozenset()
        self._shown(False)
