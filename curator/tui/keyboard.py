"""The keys of the app: each is taken to what it means, one after the other, and waits while others write.

Never decides what a key means: that is for the table of keys and the screen that listens.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from textual import events

from curator.tui.actions import Action
from curator.tui.bursts import Burst
from curator.tui.key_names import key_name
from curator.tui.keymap import Keymap
from curator.tui.listening import Listening, listen, meant
from curator.tui.screens.view import ViewScreen
from curator.tui.waiting import LOOK_EVERY, WaitingKeys
from curator.tui.widgets.status_line import Tone

if TYPE_CHECKING:
    from textual.app import App

    from curator.tui.tidying import Tidying
    from curator.workspace import Workspace

    Base = App[int]
else:
    Base = object

_TURNS = 6
"""Turns of the event loop after which every pane has told its screen that it changed.

Textual paints as soon as the first one has, and the others a sixtieth of a second later: a key would be
answered in two halves.
"""

_WRITTEN_IN = 0.004
"""Seconds in which what was drawn has gone to the terminal."""

_SHOWN_EVERY = 0.1
"""Seconds after which what was done is shown, however many keys wait."""
_DROPPED_IN = 0.3
"""Seconds after which it is told that keys were dropped: all of them by then."""

_INTERRUPT = "ctrl+c"
"""What ends other programs; here it is told what does, unless it is given a meaning."""

_UNSEEN = ("anywhere.quit", "anywhere.help", "anywhere.suspend")
"""What can be done in a window that is too small to show a claim: nothing is decided unseen."""


_HELD = "Another program is writing to the database"
_NOTICED = 0.3
"""Seconds that a key waits before a word is said of it."""
_LAST_LOOKS = 10
"""So often it is looked, before one leaves, whether keys that wait can be done."""


def _at_rest(screen: Listening) -> bool:
    """Whether a screen is a view in which nothing is asked: its status line is there to be written on."""
    return isinstance(screen, ViewScreen) and not screen.asking


class Keyboard(Base):
    """An app whose keys come from the table."""

    def __init__(self, workspace: Workspace, keymap: Keymap) -> None:
        super().__init__()
        self.workspace = workspace
        self.keymap = keymap
        self._waiting = WaitingKeys(workspace)
        self._burst = Burst()
        self._shown_at = 0.0
        """When the screen was last left to show what came of the keys."""
        self.leaving = False
        """Whether the end has begun: keys that were pressed after it mean nothing any more."""

    @cached_property
    def tidying(self) -> Tidying:
        """What collects garbage between keys, from the first screen on."""
        from curator.tui.tidying import Tidying

        return Tidying()

    async def on_event(self, event: events.Event) -> None:
        """Take keys to what they mean, one after the other; everything else is Textual's."""
        if self.leaving and isinstance(event, events.Key):
            return
        screen = self.screen_stack[-1] if isinstance(event, events.Key) and self.screen_stack else None
        if isinstance(event, events.Key) and isinstance(screen, Listening):
            self.app_focus = True
            if screen.field is None and self._burst.takes(event.time, monotonic(), self.message_queue_size):
                if self._burst.dropped == 1:
                    self.set_timer(_DROPPED_IN, self._tell_dropped)
                return
            action = meant(screen, self._keymap_of(screen), event)
            if self._waiting.has_to_wait(action):
                await self._let_wait(event, action)
            elif action is None and event.key == _INTERRUPT and _at_rest(screen):
                leave = key_name(self.keymap.action("anywhere.quit").keys[0])
                self.say("hint", f"{leave} leaves; nothing was interrupted.")
            else:
                await self._do(event)
            await self._let_show(event.time)
        else:
            await super().on_event(event)

    async def _let_show(self, pressed: float) -> None:
        """Let the screen show what was done, every so often, where keys that wait would leave it no time."""
        now = monotonic()
        if now - pressed < _SHOWN_EVERY or not self.message_queue_size:
            self._shown_at = now  # keys are done as they come, and what they do is shown
        elif now - self._shown_at > _SHOWN_EVERY:
            shown = asyncio.Event()
            self.screen.call_after_refresh(shown.set)  # the app's own turn would come after all the keys
            with suppress(TimeoutError):
                await asyncio.wait_for(shown.wait(), _SHOWN_EVERY)
            self._shown_at = monotonic()

    def _tell_dropped(self) -> None:
        dropped = self._burst.told()
        self.say("failed", f"Keys came faster than they can be done: {dropped} of them were dropped.")

    async def _do(self, event: events.Key) -> None:
        """What a key means on the screen that is there."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        if self.leaving or not isinstance(screen, Listening):
            return
        with self.batch_update():
            await listen(self, screen, self._keymap_of(screen), event)
            for _ in range(_TURNS):
                await asyncio.sleep(0)
        self.screen.check_idle()
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        """What came of a key is drawn; a thread writes it out, which nothing may keep from it."""
        asyncio.get_running_loop().call_later(_WRITTEN_IN, self.call_next, self._answered)

    def _answered(self) -> None:
        """What came of a key can be seen."""
        self.tidying.answered()
        if self.screen_stack and isinstance(self.screen, ViewScreen):
            self.screen.answered()

    async def _let_wait(self, event: events.Key, action: Action | None) -> None:
        """Another program writes: keep a key for later, but leave at once, and Esc forgets what was kept."""
        if action is not None and action.name == "quit":
            for _ in range(_LAST_LOOKS):
                if await self._waiting.go_on(self._do):
                    break
                await asyncio.sleep(LOOK_EVERY)
            await self.action_quit()
        elif event.key == "escape" and len(self._waiting):
            self._waiting.drop()
            self.say("hint", "The keys that waited are forgotten: nothing was decided.")
        else:
            self._waiting.keep(event, action)
            if len(self._waiting) == 1:
                self.set_timer(LOOK_EVERY, self._go_on)

    async def _go_on(self) -> None:
        if not await self._waiting.go_on(self._do):
            if self._waiting.since > _NOTICED:
                count = len(self._waiting)
                keys = "1 key waits" if count == 1 else f"{count} keys wait"
                self.say("hint", f"{_HELD}: {keys} for it; Esc forgets them.")
            self.set_timer(LOOK_EVERY, self._go_on)
        elif isinstance(self.screen, ViewScreen) and self.screen.status.said[1].startswith(_HELD):
            self.screen.say("hint", "")

    def say(self, tone: Tone, text: str) -> None:
        """One sentence in the status line of the view that is open, or of Review."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, ViewScreen):
                screen.say(tone, text)
                return

    def _keymap_of(self, screen: Listening) -> Keymap:
        """The keys that work on a screen: where nothing can be seen, only those that do not need it."""
        hidden = isinstance(screen, ViewScreen) and screen.too_small
        return self.keymap.only(*_UNSEEN) if hidden else self.keymap
