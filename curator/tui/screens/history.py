"""View 4, History: the decision log, the newest first, what every decision changed, and how it was then.

Events are fetched around what is on the screen. Nothing here changes the log but an undo, which is an event
too; the past is only looked at.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.timer import Timer
from textual.widget import Widget

from curator.models import CuratorError
from curator.review.history import Follows
from curator.tui.logbook import Logbook
from curator.tui.messages import PastFound, RowPicked
from curator.tui.screens.view import ViewScreen
from curator.tui.time_travel import TimeTravel
from curator.tui.widgets.chips_line import ChipsLine
from curator.tui.widgets.claim_list import ClaimList
from curator.tui.widgets.event_card import EventCard, PastCard
from curator.tui.widgets.event_list import EventList, moment
from curator.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from curator.tui.keymap import Keymap
    from curator.tui.workbench import Workbench
    from curator.workspace import Workspace

_GO_ON = 0.02
"""Seconds between two steps through a log in which little fits the filter."""
_LOOK = 0.03
"""Seconds without a key before what stands around an event is read: key repeat does not wait for it."""


class HistoryScreen(ViewScreen):
    """Who decided what, and when; and the state as it was at a moment."""

    CSS_PATH = "history.tcss"
    CONTEXT = "history"
    AUTO_FOCUS = "#events"

    def __init__(self, workspace: Workspace, keymap: Keymap, file_name: str) -> None:
        super().__init__(workspace, keymap, file_name, id="history")
        self._log = Logbook(workspace)
        self._look_timer: Timer | None = None
        self._armed = ""
        """The event that the next undo takes back although something was built on it."""
        self._travel = TimeTravel(self, self._show_past)

    def panes(self) -> Iterable[Widget]:
        yield ChipsLine("all decisions, the newest first", id="chips")
        yield EventList(id="events")
        yield ClaimList(id="then")
        yield EventCard(id="event")
        yield PastCard(id="past")

    def on_mount(self) -> None:
        self.query_one("#event").can_focus = False
        self.query_one("#past").can_focus = False
        self.events.title = "Decisions"
        self.query_one(EventCard).title = "This decision"
        super().on_mount()

    def on_screen_resume(self) -> None:
        self.poll()
        self.rest()

    def hint(self) -> str:
        return "Undo takes back the decision under the cursor, also an old one."

    # -- showing -------------------------------------------------------------------------------------

    @property
    def events(self) -> EventList:
        return self.query_one(EventList)

    def changed(self) -> bool:
        return not self._travel.away and self._log.changed()

    def read_again(self) -> None:
        """At the top the new events come in, elsewhere the place is kept."""
        events = self.events
        row = self._log.read(events.entry if events.cursor > 0 else None)
        events.window = self._log.window
        self._rows_changed(row)
        self._look(0)  # whoever opens the log sees all of it at once

    def show(self) -> None:
        self.show_counts(self.workspace.progress(), self.workspace.session())

    def _rows_changed(self, row: int) -> None:
        events = self.events
        events.rows_changed()
        events.cursor = row
        self.query_one(ChipsLine).told = self._log.told()
        self._look()
        if self._log.looking(row):
            self.set_timer(_GO_ON, self._go_on)

    def _go_on(self) -> None:
        """Look for further events that fit, a step at a time, so that no key waits."""
        if self.is_current:
            self._stand(self.events.cursor)

    def _look(self, after: float = _LOOK) -> None:
        """Show what stands around the event under the cursor, so many seconds later."""
        if self._look_timer is not None:
            self._look_timer.stop()
            self._look_timer = None
        if after:
            self._look_timer = self.set_timer(after, self._look_now)
        else:
            self._look_now()

    def _look_now(self) -> None:
        entry = self.events.entry
        try:
            around = self.workspace.around(entry.event.event_id) if entry else None
            follows = self.workspace.follows(entry.event.event_id) if entry else Follows()
        except CuratorError as error:
            self.say("failed", str(error))
            return
        card = self.query_one(EventCard)
        card.follows, card.around = follows, around

    # -- moving --------------------------------------------------------------------------------------

    @property
    def list(self) -> RowList:
        """The list that is shown: events, or claims as they stood."""
        return self.query_one("#then" if self._travel.away else "#events", RowList)

    def action_move(self, by: int) -> None:
        self._stand(self.list.cursor + by)

    def action_page(self, by: int) -> None:
        self._stand(self.list.cursor + by * self.list.page_rows)

    def action_edge(self, by: int) -> None:
        if self._travel.away:
            self._travel.edge(by)
            return
        window = self.events.window
        if window is None:
            return
        if by < 0:
            window.start()
        else:
            window.end()
        self._rows_changed((0 if by < 0 else len(window.rows) - 1) if window.rows else -1)

    def action_scroll(self, by: int) -> None:
        """Scroll what is told of the event."""
        card = self.query_one("#past" if self._travel.away else "#event")
        card.scroll_relative(y=by, animate=False)

    def _stand(self, row: int) -> None:
        self._armed = ""
        if self._travel.away:
            self._travel.stand(row)
            return
        window = self.events.window
        if window is None:
            return
        held = len(window.rows)
        row = min(max(row, 0), max(0, held - 1))
        try:
            shift = window.reach(row)
        except CuratorError as error:
            self.say("failed", str(error))
            return
        if shift or len(window.rows) != held or self._log.looking(row) or self._log.chips:
            self._rows_changed(row + shift if window.rows else -1)
        else:
            self.events.cursor = row
            self._look()

    def on_row_picked(self, message: RowPicked) -> None:
        message.stop()
        if not self.asking:
            self._stand(message.row)

    # -- the filter ----------------------------------------------------------------------------------

    async def action_filter(self) -> None:
        from curator.tui.widgets.prompt_line import Question

        def then(text: str) -> None:
            self._show_only(text)

        await self.ask(
            Question("Show only", self._log.filter, (), "reviewer:ana verb:merge claim:3f2a words"), then
        )

    def action_drop_chip(self) -> None:
        """Take the last chip away."""
        if self._travel.away:
            self._travel.come_back()
            return
        if self._log.chips:
            self._show_only(" ".join(self._log.chips[:-1]))
        else:
            self.say("hint", "All decisions are shown.")

    def action_this_claim(self) -> None:
        """Only what was said of the claim under the cursor, or everything again."""
        entry = self.events.entry
        if self._travel.away or entry is None or not entry.claims:
            self.say("hint", "There is no claim under the cursor.")
            return
        chip = f"claim:{entry.claims[0].claim_id[:12]}"
        self._show_only("" if chip in self._log.filter else chip)

    def _show_only(self, words: str) -> None:
        if not self.attempt(lambda: self._log.show_only(words)):
            return
        if self._travel.away:
            self._travel.come_back()
        self.query_one(ChipsLine).chips = self._log.chips
        self.events.cursor = -1
        self.read_again()
        shown = self._log.filter
        self.say("done", f"showing only {shown}" if shown else "showing all decisions")

    # -- deciding ------------------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the event under the cursor; what was built on it is shown before."""
        entry = self.events.entry
        if self._travel.away:
            self.say("hint", "This is how it was; Esc comes back to now, where u undoes.")
            return
        if entry is None:
            self.say("hint", "There is no decision to undo.")
            return
        event_id = entry.event.event_id
        try:
            around = self.workspace.around(event_id)
        except CuratorError as error:
            self.say("failed", str(error))
            return
        self.query_one(EventCard).around = around
        if not around.entry.stands:
            self.say("hint", "That is taken back already: u on the undo above brings it back.")
            return
        if around.later_count and self._armed != event_id:
            self._armed = event_id
            count = f"{around.later_count} later decision{'s' * (around.later_count > 1)}"
            self.say("refused", f"{count} on the same claims stay: they are shown. u again undoes this one.")
            return
        self._armed = ""
        if not cast("Workbench", self.app).review.takes_back_behind(event_id, around.together):
            self.decide(lambda: self.workspace.undo(event_id))
        else:
            self.say("hint", f"{around.together:,} decisions are being taken back, all or none of them …")

    def decided(self) -> None:
        self.look(self.read_again)

    def action_unfold(self) -> None:
        """List every decision of those made at once, or one line for them again."""
        entry = self.events.entry
        if self._travel.away or entry is None or entry.together == 1:
            self.say("hint", "Only what was decided at once, marked + and a number, can be unfolded.")
            return
        try:
            row = self._log.unfold(entry)
        except CuratorError as error:
            self.say("failed", str(error))
            return
        self.events.window = self._log.window
        self._rows_changed(row)

    async def action_go_there(self) -> None:
        """To the claim in Review."""
        claim_id = ""
        if self._travel.away:
            claim_id = self._travel.claim_id
        elif (entry := self.events.entry) is not None and entry.claims:
            claim_id = entry.claims[0].claim_id
        if not claim_id:
            self.say("hint", "There is no claim under the cursor.")
            return
        await self.app.run_action(f"view('review', '{claim_id}')")

    async def action_back(self) -> None:
        if self._travel.away:
            self._travel.come_back()
        else:
            await super().action_back()

    # -- the past ------------------------------------------------------------------------------------

    async def action_as_of(self) -> None:
        entry = self.events.entry
        await self._travel.ask(moment(entry.event.wall_time, full=True) if entry else "")

    def on_past_found(self, message: PastFound) -> None:
        self._travel.found(message)

    def _show_past(self, away: bool) -> None:
        """Put the claims of a moment in the place of the log, or the log back."""
        self.set_class(away, "-past")
        self.set_focus(self.list)
        if not away:
            self._log.forget()
            self.poll()
