"""Who said what of one claim, when and why: what a reviewer needs to settle a dispute.

Reads the log of one claim; it must never decide what stands, the Workspace says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from curator.review.facts import read
from curator.text import visible_line

if TYPE_CHECKING:
    from curator.workspace import Workspace

_WORDS = {"confirm": "confirmed", "reject": "rejected"}


class Voice(NamedTuple):
    """One reviewer's standing verdict; visible text."""

    who: str
    verdict: str
    when: str
    """Day and minute, UTC."""
    reason: str

    def __str__(self) -> str:
        return f"{self.who} {self.verdict} {self.when}" + (f" ({self.reason})" if self.reason else "")


def voices(workspace: Workspace, claim_id: str) -> tuple[Voice, ...]:
    """The last standing verdict of each reviewer on a claim, by reviewer."""
    found: dict[str, Voice] = {}
    for event in workspace.log(claim_id=claim_id):
        if event.kind not in _WORDS:
            continue
        fact = read(event)
        if fact.reviewer not in found and workspace.stands(event.event_id):
            found[fact.reviewer] = Voice(
                visible_line(fact.reviewer),
                _WORDS[event.kind],
                visible_line(event.wall_time[:16].replace("T", " ")),
                visible_line(fact.text),
            )
    return tuple(found[who] for who in sorted(found))
