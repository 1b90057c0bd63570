"""How far the work is, and how far reviewers agree, with others and with themselves.

Never counted here: the store and `curator.review` do that.
"""

from __future__ import annotations

from curator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on the claims that both decided."""

    left: str
    right: str
    """Names, left < right."""
    both: int
    """How many claims both have a standing verdict on."""
    same: int
    kappa: float | None = None
    """Cohen's kappa; None where it is not defined."""


@dataclass(frozen=True, slots=True)
class SelfAgreement:
    """How far one reviewer says the same of a claim that is asked again."""

    reviewer: str
    both: int
    """Claims asked twice."""
    same: int
    low: float
    """The share of the same, at least (Wilson's 95 % interval)."""
    high: float
    alpha: float | None
    """Krippendorff's alpha of first against second; None where too few, or always the same one verdict."""
    alpha_low: float | None
    alpha_high: float | None

    @property
    def share(self) -> float:
        return self.same / self.both if self.both else 0.0


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts from the projections; never computed by scanning claims."""

    pending: int = 0
    confirmed: int = 0
    rejected: int = 0
    merged: int = 0
    disputed: int = 0
    skipped: int = 0
    """Of the pending ones, how many this reviewer put off."""
    articles: int = 0
    same: int = 0
    contradicts: int = 0
    unrelated: int = 0
    minutes_left: float | None = None
    """From this reviewer's recent rate; None before there is one."""

    @property
    def total(self) -> int:
        return self.pending + self.confirmed + self.rejected + self.merged + self.disputed

    @property
    def decided(self) -> int:
        return self.total - self.pending
