"""Writes what could not be read of a file of claims into a file beside it, in the same format.

Corrected there, it can be read again as it is. Never writes over anything but its own earlier file, and never
half a file.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

from curator.ingest.claims.record import SetAside
from curator.placement import placed

REASON = "set_aside_because"
"""The key, or the column, that says why."""


def set_aside_path(location: str) -> Path:
    """The file beside `location` that takes what is set aside of it; in the current folder for `-`."""
    if location == "-":
        return Path("claims.set-aside.jsonl")
    path = Path(location)
    return path.with_name(f"{path.stem}.set-aside{path.suffix or '.jsonl'}")


def write_set_aside(pieces: Sequence[SetAside], path: Path, name: str) -> Path:
    """Write the pieces of a file in the format `name` to `path`, whole or not at all; raises OSError."""
    if name == "table":
        text = _table(pieces)
    elif name == "label_studio":
        text = "[\n" + ",\n".join(_with_reason(piece) for piece in pieces) + "\n]\n"
    else:
        text = "".join(_with_reason(piece) + "\n" for piece in pieces if piece.raw)
    with placed(path) as file:
        file.write(text.encode("utf-8", "surrogateescape"))
    return path


def _with_reason(piece: SetAside) -> str:
    """The piece with its reason, where it is an object; else as it was."""
    try:
        value = json.loads(piece.raw)
    except (ValueError, RecursionError):
        return piece.raw
    if not isinstance(value, dict):
        return piece.raw
    return json.dumps({**value, REASON: f"{piece.place}: {piece.reason}"}, ensure_ascii=False)


def _table(pieces: Sequence[SetAside]) -> str:
    written = io.StringIO()
    header: list[str] | None = None
    for piece in pieces:
        separator = max(",;\t|", key=piece.raw.partition("\n")[0].count)
        rows = list(csv.reader(io.StringIO(piece.raw, newline=""), delimiter=separator))
        writer = csv.writer(written, delimiter=separator, lineterminator="\n")
        if not rows:
            continue
        if header is None:
            header = rows[0]
            writer.writerow([*(name for name in header if name != REASON), REASON])
        writer.writerows(_row_with_reason(row, header, piece) for row in rows[1:])
    return written.getvalue()


def _row_with_reason(row: list[str], header: list[str], piece: SetAside) -> list[str]:
    if REASON in header and len(row) == len(header):
        row = [cell for cell, name in zip(row, header, strict=True) if name != REASON]
    return [*row, f"{piece.place}: {piece.reason}"]
