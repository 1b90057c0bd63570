"""What the measurements share: a database to work on, a reviewer to start, and the reckoning after."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.latency.corpus import database
from curator import Workspace


@dataclass(frozen=True)
class Result:
    """One row of the report."""

    what: str
    tried: str
    found: str
    well: bool
    """False fails the run."""


def fresh(folder: Path, claims: int = 1000) -> Path:
    """A new copy of a database with so many claims."""
    made = database(folder, claims)
    copy = folder / "curator.db"
    for name in (copy, copy.with_name("curator.db-journal")):
        name.unlink(missing_ok=True)
    shutil.copy(made, copy)
    return copy


def decider(path: Path, name: str, count: int, *before: str) -> subprocess.Popen[bytes]:
    """A reviewer as a process of its own; `before` is put before its command (strace …)."""
    command: Sequence[str] = (
        *before,
        sys.executable,
        "-m",
        "bench.durability.decider",
        str(path),
        name,
        str(count),
    )
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def complete(output: bytes) -> list[str]:
    """The ids of events that were acknowledged whole."""
    return [line.decode() for line in output.split(b"\n") if len(line) == 32]


@dataclass(frozen=True)
class Reckoning:
    """Acknowledged events against those that are in the file."""

    acknowledged: int
    lost: int
    doubled: int
    unacknowledged: int
    """In the file though nobody was told: decided in the moment of the kill."""
    findings: int
    """Of `verify`."""

    @property
    def well(self) -> bool:
        return not (self.lost or self.doubled or self.findings)

    def __str__(self) -> str:
        return (
            f"{self.acknowledged} acknowledged, {self.lost} lost, {self.doubled} doubled, "
            f"{self.findings} findings"
        )


def reckon(path: Path, acknowledged: Iterable[str], *, verify: bool = True) -> Reckoning:
    """Hold what is in the file against what was acknowledged."""
    told = Counter(acknowledged)
    with Workspace.open(path, reviewer="reckoner") as workspace:
        there = Counter(event.event_id for event in workspace.log())
        findings = workspace.verify().findings if verify else ()
    return Reckoning(
        acknowledged=sum(told.values()),
        lost=len(told.keys() - there.keys()),
        doubled=sum(count - 1 for count in (*there.values(), *told.values())),
        unacknowledged=len(there.keys() - told.keys()),
        findings=len(findings),
    )
