"""The Textual app: holds the workspace, the keys and the looks, and what goes on behind the screen.

Never holds what a view shows or a rule of reviewing: screens and the workspace do.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.app import App
from textual.filter import LineFilter, NoColor
from textual.reactive import Reactive
from textual.screen import Screen
from textual.theme import Theme

from curator.models import CuratorError
from curator.text import visible_line
from curator.tui.adding import MAX_BYTES, BackgroundAdding
from curator.tui.keyboard import Keyboard
from curator.tui.keymap import Keymap
from curator.tui.messages import AddingEnded, AddingProgressed
from curator.tui.palettes import DARK, THEMES
from curator.tui.screens.review import ReviewScreen
from curator.tui.screens.view import ViewScreen

if TYPE_CHECKING:
    from types import FrameType

    from textual.command import Provider
    from textual.driver import Driver
    from textual.filter import LineFilter

    from curator.tui.learning import BackgroundLearning
    from curator.workspace import Workspace


_WARM_AFTER = 0.4
"""Seconds after the first screen in which nobody presses a key yet: then the other views are made ready."""

_PAUSES = 1.0
"""Seconds between looks whether there is time to collect garbage."""

_ENDS_IN = 2.5
"""Seconds after a signal to end in which the program does so, or is ended: every decision is in the file."""

_THEMES = {theme.name: theme for theme in THEMES}


def _commands() -> type[Provider]:
    from curator.tui.commands import ActionCommands

    return ActionCommands


def _or_else(number: int, frame: FrameType | None) -> None:
    """Have the system end the program if it does not end by itself: whoever it waits for may be gone."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, _ENDS_IN)


class Workbench(Keyboard, App[int], inherit_bindings=False):
    """Curator's screens over one workspace."""

    CSS_PATH = "curator.tcss"
    TITLE = "Curator"
    COMMANDS: ClassVar = {_commands}
    ENABLE_SELECT_AUTO_SCROLL = False

    theme: Reactive[str] = Reactive(DARK.name, init=False)
    """Known before anything is styled: Textual's own way reads every style sheet twice at the start."""

    def __init__(
        self,
        workspace: Workspace,
        db: str | PathLike[str],
        paths: Sequence[str] = (),
        keymap: Keymap | None = None,
        theme: str = "",
        ascii: bool = False,
        max_bytes: int = MAX_BYTES,
    ) -> None:
        self.set_reactive(Workbench.theme, theme or DARK.name)
        super().__init__(workspace, keymap or Keymap())
        self._db = fspath(db)
        self._told_of_loss = False
        self.adding = BackgroundAdding(self, workspace, paths, max_bytes)
        self._drawing: list[LineFilter] = []
        """What every line goes through besides Textual's own filters."""
        if self.no_color:
            self._drawing.append(NoColor())
        if ascii:
            from curator.tui.plain import PlainSigns

            self._drawing.append(PlainSigns())

    @cached_property
    def learning(self) -> BackgroundLearning:
        """What learns from answers behind the screen."""
        from curator.tui.learning import BackgroundLearning

        return BackgroundLearning(self.workspace)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Curator's themes and Textual's."""
        return {**super().available_themes, **_THEMES}

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name."""
        return _THEMES.get(theme_name) or super().get_theme(theme_name)

    def get_driver_class(self) -> type[Driver]:
        """What draws: on a terminal one that outlives it."""
        from curator.tui.terminal import lasting

        return lasting(super().get_driver_class())

    def get_default_screen(self) -> ReviewScreen:
        screen = ReviewScreen(self.workspace, self.keymap, Path(self._db).name)
        # else the first resize would change the class, and style everything a second time
        return screen.add_class(screen.wear_for(self.size.width), update=False)

    @property
    def review(self) -> ReviewScreen:
        """The review screen, wherever the reviewer is now."""
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                return screen
        raise LookupError("the review screen is not there")

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for ending in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(ending, self._end, 128 + ending)
            signal.signal(ending, _or_else)  # the loop is told without it, but may be held up
        self.app_resume_signal.subscribe(self, self._repaint)
        self.call_after_refresh(self._settle)
        self.adding.start()

    def _settle(self) -> None:
        """The first screen is there: collect garbage again, but never what was made to start."""
        self.tidying.begin()
        self.set_interval(_PAUSES, self._pause)
        self.set_timer(_WARM_AFTER, self._warm)
        from curator.tui.learning import LOOK_EVERY

        self.set_interval(LOOK_EVERY, self.learning.look)

    def _pause(self) -> None:
        """Collect garbage where there is time to; end where the window was closed and nobody told."""
        self.tidying.look()
        if getattr(self._driver, "hung_up", False):
            self._end(128 + signal.SIGHUP)

    def _warm(self) -> None:
        """Get the other views ready, and the next article."""
        from curator.tui.warming import warm

        warm(self)
        if self.screen_stack and isinstance(self.screen, ReviewScreen):
            self.screen.look_ahead()

    def _repaint(self, _: App[object]) -> None:
        """After the shell had the terminal, nothing of the screen is left."""
        self.action_repaint()

    def action_repaint(self) -> None:
        """Draw everything anew, over whatever else wrote to the terminal."""
        for screen in self.screen_stack:
            for widget in (screen, *screen.query("*")):
                widget.refresh()

    def _end(self, status: int) -> None:
        self._leave(status)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Under NO_COLOR no colour at all (Textual's own answer is shades of grey); ASCII where wished."""
        return (*super().get_line_filters(), *self._drawing)

    def action_help(self) -> None:
        from curator.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.keymap))

    def action_command_palette(self) -> None:
        from curator.tui.commands import Palette

        # two of them would have one id
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    async def action_view(self, name: str, claim_id: str = "", article_id: str = "") -> None:
        """Go to a view; to Review at a claim or in an article where one is given."""
        from curator.tui import views

        review = self.review
        before = self.screen
        if name == views.REVIEW:
            while self.screen is not review:
                await self.pop_screen()
            self._leave_view(before)
            sitting = review.sitting
            verb = partial(sitting.leave_for, claim_id) if claim_id else sitting.reload
            if article_id:
                verb = partial(sitting.leave_for_article, article_id)
            if review.attempt(verb):
                review.show()
            review.rest()
            return
        if not self.is_screen_installed(name):
            made = views.made(name, self.workspace, self.keymap, Path(self._db).name)
            self.install_screen(made, name)
        if self.screen is review:
            await self.push_screen(name)
        elif self.screen is not self.get_screen(name):
            await self.switch_screen(name)
        self._leave_view(before)

    def _leave_view(self, before: Screen[Any]) -> None:
        """Tell the view that was open that it was left; only now, for else it would be drawn once more."""
        if isinstance(before, ViewScreen) and before is not self.screen:
            before.leave()

    def action_blind(self) -> None:
        """Hide scores and what others said until the reviewer has decided, or show them again."""
        guards = self.workspace.guards
        self.workspace.guard(replace(guards, blind=not guards.blind))
        review = self.review
        if review.attempt(review.sitting.again):
            review.show()
        screen = self.screen
        if isinstance(screen, ViewScreen) and screen is not review:
            screen.look(screen.read_again)
        self.say(
            "done",
            "scores and what others said are shown again"
            if guards.blind
            else "blind: scores and what others said are hidden until you have decided yourself",
        )

    def action_recover(self) -> None:
        """Save what is open after its file was deleted or replaced, and go on with the file at the path."""
        try:
            said = self.workspace.recover()
        except CuratorError as error:
            self.say("failed", str(error))
            return
        review = self.review
        if review.attempt(review.sitting.reload) or review.attempt(review.sitting.resume):
            review.show()
        self.say("done", said)

    def on_resize(self) -> None:
        """Paint everything: a window that is quickly back at its old size has lost some of it."""
        if self.screen_stack:
            self.screen.refresh()

    async def action_quit(self) -> None:
        self._leave(0)

    def _leave(self, status: int) -> None:
        """End; what is open of a deleted or replaced file is saved, or it is said that it cannot be."""
        said = ""
        if self.workspace.gone():
            try:
                said = self.workspace.recover()
            except CuratorError as error:
                if status == 0 and not self._told_of_loss:
                    self._told_of_loss = True
                    self.say("failed", f"{error}; leave once more and what was decided here is lost")
                    return
                said = str(error)
        elif not self.workspace.held(writing=True):
            self.review.save()
        self.leaving = True
        self.exit(
            status, return_code=status, message=Text(f"curator: {visible_line(said)}") if said else None
        )

    # -- articles that come in behind the screen ------------------------------------------------------

    def on_adding_progressed(self, message: AddingProgressed) -> None:
        self.review.adding(message)

    def on_adding_ended(self, message: AddingEnded) -> None:
        self.review.adding_ended(message)
