"""A disk that is really full: a small memory file system (needs the right to mount)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from bench.durability.harness import Result, fresh, reckon
from curator import CuratorError, Workspace, decisions


def fill_disk(folder: Path) -> Result:
    """Decide until the disk is full, free some room, and go on in the same session."""
    mount = folder / "small-disk"
    mount.mkdir(exist_ok=True)
    path = fresh(folder, 200)
    size = path.stat().st_size + 600_000
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(mount)], capture_output=True
    )
    if mounted.returncode:
        return Result("disk full", "mounting is not allowed here", "not measured", True)
    try:
        return _fill(mount, path)
    finally:
        subprocess.run(["umount", str(mount)], check=True)


def _fill(mount: Path, path: Path) -> Result:
    here = Path(shutil.copy(path, mount / "curator.db"))
    ballast = mount / "ballast"
    ballast.write_bytes(bytes(200_000))
    told: list[str] = []
    said = ""
    with Workspace.open(here, reviewer="ana") as workspace:
        ids = [view.claim.id for view in workspace.claims()]
        try:
            for number in range(10_000):
                note = decisions.Note(ids[number % len(ids)], "word " * 200)
                told.append(workspace.decide(note).event.event_id)
        except CuratorError as error:
            said = str(error)
        before = len(told)
        ballast.unlink()
        told += [workspace.decide(decisions.Confirm(claim)).event.event_id for claim in ids[:20]]
    found = reckon(Path(shutil.copy(here, path)), told)
    return Result(
        "disk full (tmpfs)",
        f"{before} decisions until full, {len(told) - before} after room was made",
        f"{found}; said: “{said.replace(str(here), 'curator.db')}”",
        found.well and bool(said) and len(told) - before == 20,
    )
