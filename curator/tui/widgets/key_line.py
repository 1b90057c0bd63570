"""The footer: the keys that work now, the most useful ones first, as many as fit; each can be clicked."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.reactive import reactive

from curator.tui.actions import Action, Context
from curator.tui.key_names import keys_shown
from curator.tui.keymap import Keymap
from curator.tui.messages import ActionPicked
from curator.tui.theme import Inks
from curator.tui.widgets.one_line import OneLine, Piece


class KeyLine(OneLine):
    """Keys and labels of one context, from the table of keys."""

    context: reactive[Context] = reactive("review")
    resting: reactive[frozenset[str]] = reactive(frozenset())
    """Names of actions that can do nothing now and are not offered."""

    def __init__(self, keymap: Keymap, *, id: str) -> None:
        super().__init__(id=id)
        self._keymap = keymap
        self._places: list[tuple[int, Action]] = []
        """Where each action drawn starts, for the mouse."""

    def left(self, ink: Inks, width: int) -> list[Piece]:
        pieces: list[Piece] = [(" ", ink.muted)]
        self._places = []
        used = 1
        for action in self._fitting(width):
            key, label = keys_shown(action.keys)[0], f" {action.label}  "
            self._places.append((used, action))
            pieces += [(key, ink.accent), (label, ink.muted)]
            used += cell_len(key) + cell_len(label)
        pieces[-1] = (pieces[-1][0].rstrip(), ink.muted)
        return pieces

    def _fitting(self, width: int) -> list[Action]:
        """As many actions as fit, in order of use, but always the last one: help, or the way out."""
        offered = self._keymap.footer(self.context)
        actions = [action for action in offered if action.name not in self.resting]
        kept = list(actions[-1:])
        room = width + 1 - sum(map(_width, kept))  # the last one needs no space after it
        shown: list[Action] = []
        for action in actions[: len(actions) - len(kept)]:
            room -= _width(action)
            if room < 0:
                break
            shown.append(action)
        return shown + kept

    def beyond(self, width: int) -> list[str]:
        """The keys for which so many cells have no room, each with its label."""
        fitting = self._fitting(width)
        left_out = [action for action in self._keymap.footer(self.context) if action not in fitting]
        return [f"{keys_shown(action.keys)[0]} {action.label}" for action in left_out]

    def _action_at(self, x: int) -> Action | None:
        for start, action in reversed(self._places):
            if x >= start:
                return action if x < start + _width(action) - 2 else None
        return None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        action = self._action_at(event.x)
        self.tooltip = action.help if action else None

    def on_click(self, event: events.Click) -> None:
        event.stop()
        action = self._action_at(event.x)
        if action is not None:
            self.post_message(ActionPicked(action))


def _width(action: Action) -> int:
    return cell_len(keys_shown(action.keys)[0]) + cell_len(action.label) + 3
