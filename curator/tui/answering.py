"""How a widget that asks gives back what it got: by awaiting its asker, never by a message.

A message arrives some turns later, and a key typed ahead would meanwhile meet a question that is over.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import NamedTuple

Then = Callable[[str], Awaitable[None] | None]
"""What is done with an answer."""


class Asker(NamedTuple):
    """Who asked."""

    answer: Callable[[str], Awaitable[None]]
    abandon: Callable[[], None]
