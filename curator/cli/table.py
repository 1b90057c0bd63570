"""All commands, in the order in which help lists them.

Never holds a command itself: to add one, add it to the module that it belongs to.
"""

from __future__ import annotations

from curator.cli import (
    deciding,
    editing,
    explaining,
    extracting,
    filling,
    filtering,
    handing_on,
    matching,
    pairing,
    reading,
    serving,
    speaking,
)
from curator.cli.command import Command

OPEN = filling.OPEN
"""What `curator PATH…` does: the command without a name."""
REVIEW = filling.REVIEW
"""What `curator` alone does, perhaps with options."""

COMMANDS: tuple[Command, ...] = (
    *filling.COMMANDS,
    *extracting.COMMANDS,
    *matching.COMMANDS,
    *serving.COMMANDS,
    *reading.COMMANDS,
    *filtering.COMMANDS,
    *speaking.READING,
    *explaining.COMMANDS,
    *deciding.COMMANDS,
    *pairing.COMMANDS,
    *editing.COMMANDS,
    *deciding.SETTLING,
    *speaking.DECIDING,
    *handing_on.COMMANDS,
)


def by_name(name: str) -> Command | None:
    """The command of this name."""
    return next((command for command in COMMANDS if command.name == name), None)
