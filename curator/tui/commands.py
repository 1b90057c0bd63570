"""The command palette's commands: every action of the table of keys that makes sense on this screen.

Never has an action that the table does not have.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider

from curator.tui.actions import Action
from curator.tui.key_names import key_name
from curator.tui.palettes import THEMES

if TYPE_CHECKING:
    from curator.tui.keymap import Keymap


class _Keyed(Protocol):
    """What the palette asks of the app besides being one of Textual's."""

    @property
    def keymap(self) -> Keymap: ...


class Palette(CommandPalette):
    """Textual's palette; going through its list means nothing until the list is laid out."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action can be done now: the list knows the lines of its rows once it has a place."""
        if action == "command_list" and not self.query_one(CommandList).scrollable_content_region:
            return False
        return super().check_action(action, parameters)


class ActionCommands(Provider):
    """Actions by their label and help, and the themes."""

    def _commands(self) -> list[tuple[str, str, Callable[[], object]]]:
        app, keymap = self.app, cast(_Keyed, self.app).keymap
        context = getattr(self.screen, "CONTEXT", "anywhere")
        found: list[tuple[str, str, Callable[[], object]]] = []
        for action in keymap.actions:
            if action.palette and action.context in ("anywhere", context):
                run = app.run_action if action.context == "anywhere" else self.screen.run_action
                found.append((_named(action), action.help, partial(run, action.name)))
        for theme in THEMES:
            found.append(
                (f"theme: {theme.name}", "Change the colours.", partial(setattr, app, "theme", theme.name))
            )
        return found

    async def discover(self) -> Hits:
        for name, help_, run in self._commands():
            yield DiscoveryHit(name, run, help=help_)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, help_, run in self._commands():
            score = max(matcher.match(name), matcher.match(help_) * 0.8)
            if score > 0:
                yield Hit(score, matcher.highlight(name), run, help=help_)


def _named(action: Action) -> str:
    return f"{action.label}  ({', '.join(key_name(key) for key in action.keys)})"
