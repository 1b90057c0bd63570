"""What the Progress screen shows, as one frozen value that grows while the rest is being counted.

It must never hold a connection.
"""

from __future__ import annotations

from typing import NamedTuple

from curator.models import Agreement, Progress, SelfAgreement
from curator.review.figures import Reliability, Rhythm, Tallied, Unfound


class ProgressView(NamedTuple):
    """Counts that are there at once, and figures as far as they are known."""

    progress: Progress = Progress()
    rhythm: Rhythm | None = None
    agreement: tuple[Agreement, ...] = ()
    self_agreement: tuple[SelfAgreement, ...] = ()
    reliability: Reliability | None = None
    """None while it is being counted."""
    unfound: tuple[Unfound, ...] = ()
    """Empty while it is being counted."""
    tallied: Tallied | None = None
