"""Keys that come faster than they can be done: more than anybody presses were pasted, and mean nothing.

Only counts and looks at the time. It must never take a key for one too many that a finger can have pressed:
neither many held for long, nor a few that had to wait for something slow.
"""

from __future__ import annotations

_BEHIND = 2.0
"""Seconds after which a key comes too late, where very many wait."""
_MANY = 200
"""Keys that wait: a key held for two seconds is 60 at most."""
_NO_FINGER = 0.02
"""Seconds between keys that no finger is quick enough for; a key that is held repeats every 0.03."""


class Burst:
    """The keys that are dropped, from the first that comes too late to the last that came at once with it."""

    def __init__(self) -> None:
        self.dropped = 0
        """How many were, since it was told."""
        self._until = float("-inf")
        """When the last of them was pressed, as far as is known."""

    def takes(self, pressed: float, now: float, waiting: int) -> bool:
        """Whether a key is dropped; seconds of one clock, and how many keys wait behind it."""
        if now - pressed > _BEHIND and waiting > _MANY:
            self._until = max(self._until, now)
        elif pressed - self._until > _NO_FINGER:
            return False
        self._until = max(self._until, pressed)
        self.dropped += 1
        return True

    def told(self) -> int:
        """How many keys were dropped since the last call."""
        dropped, self.dropped = self.dropped, 0
        return dropped
