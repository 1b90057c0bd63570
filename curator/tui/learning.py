"""Learning from the reviewer's answers while they go on: a process of its own, so that no key waits for it.

Only looks whether it is time, and starts `curator learn`; what that writes is noticed like any other writer.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from curator.models import CuratorError

if TYPE_CHECKING:
    from subprocess import Popen

    from curator.workspace import Workspace

LOOK_EVERY = 2.0
"""Seconds between looks whether enough was answered."""


class BackgroundLearning:
    """At most one learning process at a time; one that fails is tried again after the next answers."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._process: Popen[bytes] | None = None

    def look(self) -> None:
        """Start learning where it is time and nobody learns yet."""
        if self._process is not None and self._process.poll() is None:
            return
        self._process = None
        try:
            if self._workspace.held() or not self._workspace.learning_due():
                return
        except CuratorError:
            return  # whatever is wrong with the file is told by those who need it
        from subprocess import DEVNULL, Popen

        command = [sys.executable, "-m", "curator", "learn"]
        command += ["--db", str(self._workspace.path), "--reviewer", self._workspace.reviewer]
        self._process = Popen(command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)  # noqa: S603 - ourselves

    def wait(self, seconds: float) -> int | None:
        """Wait for the learning process and give its exit status; None where there is none."""
        return None if self._process is None else self._process.wait(seconds)

    def stop(self) -> None:
        """End a learning process; what it has not written is learned next time."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait()
