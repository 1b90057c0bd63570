"""Power cuts, modelled: what a disk may hold when the power goes, and whether decisions survive it.

The writes, syncs and unlinks of a real run are recorded (strace). For a cut at a random moment, what was
synced is on the disk; of what came after the last sync of a file, any part may be: each 512-byte sector of
each write by itself, in any order. Names (a created or deleted journal) last when their folder was synced,
and otherwise by chance. SQLite then opens what is left. A model, not a disk that was unplugged: it holds a
disk to its word that synced is synced.
"""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.durability.harness import Result, fresh, reckon
from bench.durability.syscalls import Step, available, traced

_SECTOR = 512


@dataclass
class _File:
    """One file: what lasts for sure, and what may or may not."""

    lasting: bytearray
    exists: bool = True
    """In the program's eyes."""
    name_lasts: bool = True
    pending: list[Step] = field(default_factory=list)
    length: int = 0
    """In the program's eyes, for writes that append."""


class Disk:
    """The state of the database, its journal and their folder on the way through a run."""

    def __init__(self, database: Path) -> None:
        content = bytearray(database.read_bytes())
        self._folder = str(database.parent)
        self._files = {str(database): _File(content, length=len(content))}

    def take(self, step: Step) -> None:
        """Go one step on."""
        file = self._files.get(step.path)
        match step.kind:
            case "open" if file is None or not file.exists:
                self._files[step.path] = _File(bytearray(), name_lasts=False)
            case "write" if file is not None:
                offset = file.length if step.offset < 0 else step.offset
                file.pending.append(Step("write", step.path, step.data, offset))
                file.length = max(file.length, offset + len(step.data))
            case "truncate" if file is not None:
                file.pending.append(step)
                file.length = step.offset
            case "sync" if step.path == self._folder:
                for known in self._files.values():
                    known.name_lasts = True
            case "sync" if file is not None:
                for pending in file.pending:
                    _apply(file.lasting, pending)
                file.pending.clear()
            case "unlink" if file is not None:
                file.exists, file.name_lasts = False, False

    def cut(self, folder: Path, chance: random.Random) -> None:
        """Write into `folder` one of the states that the disk may be in when the power goes now."""
        for name, file in self._files.items():
            there = file.exists if file.name_lasts else chance.random() < 0.5
            target = folder / Path(name).name
            target.unlink(missing_ok=True)
            if there:
                content = bytearray(file.lasting)
                for pending in file.pending:
                    _apply_partly(content, pending, chance)
                target.write_bytes(content)


def _apply(content: bytearray, step: Step) -> None:
    if step.kind == "truncate":
        del content[step.offset :]
        return
    if len(content) < step.offset:
        content.extend(bytes(step.offset - len(content)))
    content[step.offset : step.offset + len(step.data)] = step.data


def _apply_partly(content: bytearray, step: Step, chance: random.Random) -> None:
    """Let some sectors of an unsynced write reach the disk, and others not."""
    if step.kind == "truncate":
        if chance.random() < 0.5:
            _apply(content, step)
        return
    reach = chance.choice((0.0, 0.5, 1.0))
    for start in range(0, len(step.data), _SECTOR):
        if chance.random() < reach:
            part = step.data[start : start + _SECTOR]
            _apply(content, Step("write", step.path, part, step.offset + start))


def cut_power(folder: Path, cuts: int, decisions: int = 120) -> list[Result]:
    """Cut the power at so many random moments of a run: every decision told before has to be there.

    And once more without any fsync, where the model has to find losses or it would be worth nothing.
    """
    if not available():
        return [Result("power cuts, modelled", "strace is not installed", "not measured", True)]
    real = _cut(folder, cuts, decisions)
    os.environ["CONTROL"] = "1"
    try:
        control = _cut(folder, cuts, decisions)
    finally:
        del os.environ["CONTROL"]
    what = "power cuts, the control: synchronous=OFF has to lose"
    return [real, replace(control, what=what, well=not control.well)]


def _cut(folder: Path, cuts: int, decisions: int) -> Result:
    path = fresh(folder, 200)
    before = path.with_name("before.db")
    shutil.copy(path, before)
    steps, _ = traced(path, decisions)
    chance = random.Random(17)
    moments = sorted(chance.randrange(len(steps)) for _ in range(cuts))
    shutil.copy(before, path)
    disk, after, told = Disk(path), folder / "after", list[str]()
    after.mkdir(exist_ok=True)
    acknowledged = lost = broken = index = 0
    for moment in moments:
        while index <= moment:
            step = steps[index]
            if step.kind == "told":
                told += [line.decode() for line in step.data.split() if len(line) == 32]
            disk.take(step)
            index += 1
        disk.cut(after, chance)
        try:
            found = reckon(after / path.name, told, verify=len(told) % 10 == 0)
        except Exception:  # whatever SQLite makes of it counts as broken
            broken += 1
            continue
        acknowledged += found.acknowledged
        lost += found.lost
        broken += bool(found.findings)
    return Result(
        "power cuts, modelled",
        f"{cuts} cuts in a run of {decisions} decisions",
        f"{lost} of {acknowledged} acknowledged decisions lost, {broken} databases broken",
        not lost and not broken,
    )
