"""The table of keys with a user's own keys in it: what a key means, and what the footer shows.

Refuses two meanings for one key. Must never import Textual: settings are read before the screen is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from curator.models import CuratorError
from curator.tui.actions import CONTEXTS, QUESTIONS, Action, Context
from curator.tui.key_names import key_name
from curator.tui.keys import ACTIONS


class KeyClash(CuratorError):
    """Two actions of one context want the same key."""


class Keymap(NamedTuple):
    """The table of actions with a user's own keys in it."""

    actions: tuple[Action, ...] = ACTIONS

    @classmethod
    def of(cls, overrides: Mapping[str, Iterable[str]]) -> Keymap:
        """The default table with the keys of some action ids replaced; raises CuratorError or KeyClash."""
        known = {action.id for action in ACTIONS}
        for name in overrides:
            if name not in known:
                raise CuratorError(f"keys: there is no action {name!r}; `?` in the program lists their names")
        keymap = cls(
            tuple(
                action._replace(keys=tuple(overrides[action.id])) if action.id in overrides else action
                for action in ACTIONS
            )
        )
        keymap.check()
        return keymap

    def check(self) -> None:
        """Raise KeyClash when a key is given twice where both would be listened to."""
        for context in CONTEXTS:
            taken: dict[str, Action] = {}
            contexts = {context} if context in QUESTIONS else {context, "anywhere"}
            for action in self.actions:
                if action.context not in contexts:
                    continue
                if not action.keys:
                    raise KeyClash(f"keys: {action.id} has no key")
                for key in action.keys:
                    if key in taken:
                        raise KeyClash(
                            f"keys: {key_name(key)} is given to both {taken[key].id} and {action.id}; "
                            "give one of them another key"
                        )
                    taken[key] = action

    def of_context(self, context: Context) -> tuple[Action, ...]:
        """The actions of one context in the table's order."""
        return tuple(action for action in self.actions if action.context == context)

    def only(self, *ids: str) -> Keymap:
        """The same keys for these actions alone."""
        return Keymap(tuple(action for action in self.actions if action.id in ids))

    def footer(self, context: Context) -> tuple[Action, ...]:
        """What the footer shows in a context, the most useful first."""
        shown = [
            action
            for action in self.actions
            if action.footer
            and action.context in ({context} if context in QUESTIONS else {context, "anywhere"})
        ]
        return tuple(sorted(shown, key=lambda action: action.footer))

    def find(self, context: Context, key: str) -> Action | None:
        """What a key means in a context."""
        for action in self.actions:
            if action.context == context and key in action.keys:
                return action._replace(name=action.name.format(key=key)) if "{" in action.name else action
        return None

    def action(self, id: str) -> Action:
        """The action with this id; raises KeyError."""
        for action in self.actions:
            if action.id == id:
                return action
        raise KeyError(id)
