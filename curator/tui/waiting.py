"""Keys that wait while another program writes to the database, so that the screen need not.

They are done in the order in which they were typed once the file is free. It must never drop a key unless
the reviewer says so, and never do one before another that was typed first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic

from textual import events

from curator.tui.actions import Action
from curator.workspace import Workspace

LOOK_EVERY = 0.05
"""Seconds between looks whether the file is free."""
_WRITING = frozenset(
    {
        *("confirm", "reject", "merge", "dismiss_pair", "skip", "split", "make_canonical", "undo", "redo"),
        *("same", "unrelated", "later", "choose", "suggested", "submit", "accept", "order"),
    }
)
"""Names of actions that write; all others only read, which goes on for longer."""


class WaitingKeys:
    """The keys that were typed while the file was held."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._keys: deque[tuple[events.Key, Action | None]] = deque()
        self._kept_at = 0.0

    @property
    def since(self) -> float:
        """For how many seconds the first of them has waited."""
        return monotonic() - self._kept_at if self._keys else 0.0

    def __len__(self) -> int:
        return len(self._keys)

    def has_to_wait(self, action: Action | None) -> bool:
        """Whether a key has to wait: behind others, or because the file is held."""
        return bool(self._keys) or self._held(action)

    def keep(self, event: events.Key, action: Action | None) -> None:
        """Let a key wait at the end."""
        if not self._keys:
            self._kept_at = monotonic()
        self._keys.append((event, action))

    def drop(self) -> None:
        """Forget all that wait."""
        self._keys.clear()

    async def go_on(self, do: Callable[[events.Key], Awaitable[None]]) -> bool:
        """Do what waits for as long as the file is free; whether nothing waits any more."""
        while self._keys and not self._held(self._keys[0][1]):
            await do(self._keys.popleft()[0])
        return not self._keys

    def _held(self, action: Action | None) -> bool:
        if action is None or action.context == "anywhere":
            return False
        return self._workspace.held(writing=action.name.partition("(")[0] in _WRITING)
