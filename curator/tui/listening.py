"""Which action a key means now: asked key by key, in the order in which they were typed.

Textual hands a key down to the focused widget and up again, some turns later; keys that come together (a
slow line, key repeat, a paste) would meet questions that are already over, or not yet open. Here every key
has done its work before the next one is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual import events
from textual.binding import Binding
from textual.dom import DOMNode
from textual.widgets import Input

from curator.tui.actions import Action, Context
from curator.tui.keymap import Keymap

if TYPE_CHECKING:
    from textual.app import App

Listener = tuple[Context, DOMNode]
"""A context of the table of keys, and whose `action_*` methods it means."""


@runtime_checkable
class Listening(Protocol):
    """A screen whose keys come from the table."""

    def listeners(self) -> Sequence[Listener]:
        """Who listens now, the first who knows a key has it."""

    @property
    def field(self) -> Input | None:
        """What is being typed into."""


def _editing() -> dict[str, str]:
    found = {}
    for binding in Input.BINDINGS:
        assert isinstance(binding, Binding)
        found.update(dict.fromkeys(binding.key.split(","), binding.action))
    return found


EDITING = _editing()
"""The keys that move and delete in a field, as Textual has them."""


_ALWAYS = ("suspend_process", "repaint")
"""Names of actions that work in a question too: they change nothing, and lead back to it."""


def meant(screen: Listening, keymap: Keymap, event: events.Key) -> Action | None:
    """The action that a key means on this screen; None for one that is typed, or means nothing."""
    for context, _ in screen.listeners():
        action = keymap.find(context, event.key)
        if action is not None:
            return action
    return None


async def listen(app: App[Any], screen: Listening, keymap: Keymap, event: events.Key) -> None:
    """Do what a key means on this screen; a key that means nothing does nothing."""
    for context, home in screen.listeners():
        action = keymap.find(context, event.key)
        if action is not None:
            await app.run_action(action.name, default_namespace=home)
            return
    action = keymap.find("anywhere", event.key)
    if action is not None and action.name in _ALWAYS and not event.is_printable:
        await app.run_action(action.name, default_namespace=app)
        return
    field = screen.field
    if field is None:
        return
    if event.is_printable and event.character is not None:
        field.replace(event.character, *field.selection)
    elif event.key in EDITING:
        await app.run_action(EDITING[event.key], default_namespace=field)
