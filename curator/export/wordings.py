"""What a claim's row says in words, for formats that hand on its words without its cue.

What an article denies is led there by how it denies it; the rows themselves never change.
"""

from __future__ import annotations

from typing import Literal

from curator.export.rows import ClaimRow
from curator.telling import Cue, led

Stance = Literal["says", "denies", "leaves open"]
"""How what is reported stands to the words: "did not deny" and "doubts" leave it open."""


def _cue(row: ClaimRow) -> Cue:
    return Cue(row.cue, row.cue_class, row.cue_start, row.start, row.speaker, row.rule)


def _own(row: ClaimRow) -> bool:
    """Whether a reviewer put it into other words, which stand for themselves."""
    return row.wording != row.text


def lead(row: ClaimRow) -> str:
    """How the article takes back what the row's words say ("denied"), "" where it does not."""
    return "" if _own(row) else _cue(row).lead


def told(row: ClaimRow) -> str:
    """The row's words as they can stand alone: `denied: safety inspections had been skipped`."""
    return led(lead(row), row.wording)


def stance(row: ClaimRow) -> Stance:
    """How the article stands to the row's words."""
    if not lead(row):
        return "says"
    return "denies" if _cue(row).denies else "leaves open"
