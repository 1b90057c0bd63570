"""What a decision asks of the disk, seen by strace: every write, fsync and unlink, with its bytes."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bench.durability.harness import Result, complete, decider, fresh, reckon

Kind = Literal["open", "write", "truncate", "sync", "unlink", "told"]
_TRACED = "openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,rename"
_STRACE = ("strace", "-y", "-xx", "-s", "2000000", "-e", f"trace={_TRACED}", "-o")
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_FILE = re.compile(r"^(\d+)<([^>]*)>")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HEX = re.compile(r"\\x([0-9a-f]{2})")


@dataclass(frozen=True)
class Step:
    """One thing that was asked of the disk, or one acknowledgement."""

    kind: Kind
    path: str = ""
    data: bytes = b""
    offset: int = 0


def available() -> bool:
    """Whether strace is there to watch with."""
    return shutil.which("strace") is not None


def traced(path: Path, decisions: int) -> tuple[list[Step], list[str]]:
    """What so many decisions ask of the disk, in order, and the ids that were acknowledged."""
    with tempfile.NamedTemporaryFile(suffix=".strace") as log:
        process = decider(path, "ana", decisions, *_STRACE, log.name)
        output, error = process.communicate()
        if process.returncode:
            raise RuntimeError(error.decode()[-400:])
        with Path(log.name).open(encoding="ascii", errors="replace") as lines:
            return list(_steps(lines, path)), complete(output)


def _steps(lines: Iterator[str], database: Path) -> Iterator[Step]:
    """The steps that concern the database, its journal and its folder."""
    prefix, folder = str(database), str(database.parent)
    for line in lines:
        match = _CALL.match(line)
        if not match or int(match[3]) < 0:
            continue
        call, arguments = match[1], match[2]
        file = _FILE.match(arguments)
        strings = [_bytes(string) for string in _STRING.findall(arguments)]
        path = _bytes(file[2]).decode(errors="replace") if file else ""
        if call == "write" and file and file[1] == "1":
            yield Step("told", data=strings[0])
        elif call == "openat" and "O_CREAT" in arguments and strings:
            name = strings[0].decode()
            if name.startswith(prefix):
                yield Step("open", name)
        elif call == "unlink" and strings and strings[0].decode().startswith(prefix):
            yield Step("unlink", strings[0].decode())
        elif call in ("fsync", "fdatasync") and (path.startswith(prefix) or path == folder):
            yield Step("sync", path)
        elif path.startswith(prefix) and call in ("pwrite64", "write"):
            offset = int(arguments.rsplit(", ", 1)[1]) if call == "pwrite64" else -1
            yield Step("write", path, strings[0], offset)
        elif path.startswith(prefix) and call == "ftruncate":
            yield Step("truncate", path, offset=int(arguments.rsplit(", ", 1)[1]))


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex("".join(_HEX.findall(escaped)))


def count_syncs(folder: Path, decisions: int) -> Result:
    """At least one fsync of the database file before each acknowledgement, after its last write."""
    if not available():
        return Result("fsync before acknowledging", "strace is not installed", "not measured", True)
    path = fresh(folder)
    steps, acknowledged = traced(path, decisions)
    syncs: list[int] = []
    since, unsynced, early = 0, set[str](), 0
    for step in steps:
        if step.kind == "sync":
            since += 1
            unsynced.discard(step.path)
        elif step.kind == "write":
            unsynced.add(step.path)
        elif step.kind == "unlink":
            unsynced.discard(step.path)
        elif step.kind == "told":
            syncs.append(since)
            early += bool(unsynced) or since == 0
            since = 0
    found = reckon(path, acknowledged)
    return Result(
        "fsync before acknowledging (strace)",
        f"{len(syncs)} decisions",
        f"fsyncs a decision: least {min(syncs[1:])}, mean {sum(syncs[1:]) / len(syncs[1:]):.1f}; "
        f"{early} acknowledged with unsynced writes",
        not early and found.well,
    )
