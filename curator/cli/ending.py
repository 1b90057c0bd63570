"""How a command ends: its exit statuses, and the error of one that was mistyped.

Must load nothing else: the way to the screen passes here.
"""

from __future__ import annotations

from curator.models import CuratorError

WELL, FAILED, USAGE, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141
"""Exit statuses: all is well, something did not go in or was refused, a mistyped command, Ctrl-C."""

SIGNAL_STATUS = 128
"""What a shell adds to a signal's number: 130 after Ctrl-C."""


class UsageError(CuratorError):
    """A command that was mistyped: the exit status is 2."""
