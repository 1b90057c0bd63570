"""What `curator --help` shows: the main command first, then every verb under its heading.

Never says of a command what that does not say of itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from curator.cli.command import Command

_TOP = """\
usage: curator [--db PATH] [--reviewer NAME] PATH…
       curator COMMAND …

Turn a pile of news articles into a curated, auditable dataset of claims.

  curator seeds/             add what is new in seeds/, then review it
  curator                    go on where you left off
  curator COMMAND --help     what a command takes, with examples
"""
_BOTTOM = """
The database is ./curator.db, or what --db or $CURATOR_DB names; the reviewer is your login name, or what
--reviewer or $CURATOR_REVIEWER names. Ids may be shortened to whatever start of them is unique.
Exit status: 0 well, 1 something failed or was refused, 2 mistyped, 130 stopped by Ctrl-C.
"""


def overview(commands: Sequence[Command]) -> str:
    """The help text of the whole program."""
    width = max(len(command.name) for command in commands)
    parts = [_TOP]
    for group, members in groupby(commands, key=lambda command: command.group):
        parts.append(f"\n{group}\n")
        parts += [f"  {command.name:{width}}  {command.summary}\n" for command in members]
    return "".join((*parts, _BOTTOM))
