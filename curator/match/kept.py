"""A pair that matching keeps, before and after its common neighbours are counted.

Holds values only: nothing here scores, ranks or words a pair.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from curator.models import CandidateKind


@dataclass(frozen=True, slots=True)
class Kept:
    """One pair that was kept: the later claim brought it."""

    later: int
    earlier: int
    kind: CandidateKind
    same: float
    """Log-odds before neighbours."""
    contradicts: float
    inside: bool
    """Whether both claims are of one article."""
    features: Mapping[str, float] = field(compare=False)
