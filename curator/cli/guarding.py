"""What the commands say of blind review, and of how far reviewers agree with themselves.

Never shows what blind review hides.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from curator.cli.printing import cut, id_length, line_width, number, say
from curator.telling import spoken

if TYPE_CHECKING:
    from curator.models import SelfAgreement
    from curator.workspace import Workspace


def list_blind(workspace: Workspace, claim: str, limit: int | None) -> None:
    """Proposed pairs without scores and kinds, in no order."""
    digits = id_length(workspace.progress().total)
    for pair in islice(workspace.pairs(claim), limit):
        say("pair")
        for line in pair_lines(workspace, pair, digits):
            say(line)


def pair_lines(workspace: Workspace, pair: tuple[str, str], digits: int) -> Iterator[str]:
    """The two claims of a pair, a line each."""
    for claim_id in pair:
        view = workspace.claim(claim_id)
        yield f"      {claim_id[:digits]}  " + cut(spoken(view), line_width() - digits - 8)


def own_line(own: SelfAgreement) -> str:
    """How far a reviewer agrees with themselves: "ana, asked again: 18 of 20 the same (90 %, …)"."""
    words = (
        f"{cut(own.reviewer, 64)}, asked again: {number(own.same)} of {number(own.both)} the same"
        f" ({own.share:.0%}, at 95 % between {own.low:.0%} and {own.high:.0%})"
    )
    if own.alpha is not None:
        words += f", Krippendorff's alpha {own.alpha:.2f} ({own.alpha_low:.2f} to {own.alpha_high:.2f})"
    return words
