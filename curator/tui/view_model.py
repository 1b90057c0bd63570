"""What one refresh of a screen shows, as one frozen value made from the Workspace.

Screens and widgets read it and nothing else. It must never hold a connection, and never anything that
grows with the size of the database.
"""

from __future__ import annotations

from typing import NamedTuple

from curator.models import Article, ClaimView, Progress, Related, Session


class ReviewView(NamedTuple):
    """The review screen: one article, its claims, and what stands beside the current one."""

    session: Session
    progress: Progress = Progress()
    article: Article | None = None
    """None while there are no claims at all."""
    claims: tuple[ClaimView, ...] = ()
    """Those of the article, by start."""
    row: int = -1
    """The current claim's place in `claims`, -1 for none."""
    related: tuple[Related, ...] = ()
    related_row: int = -1
    """The highlighted one, -1 for none."""
    matches: int = 0
    """How many claims of all articles fit the session's filter, as far as they were counted."""

    @property
    def claim(self) -> ClaimView | None:
        """The current claim."""
        return self.claims[self.row] if 0 <= self.row < len(self.claims) else None

    @property
    def highlighted(self) -> Related | None:
        """The highlighted related claim."""
        return self.related[self.related_row] if 0 <= self.related_row < len(self.related) else None

    @property
    def all_decided(self) -> bool:
        """Whether there are claims and none is left to decide."""
        return self.progress.total > 0 and self.progress.pending == 0


def suggested_type(related: Related) -> str:
    """The type of contradiction that a proposal's evidence speaks for most."""
    if related.candidate is None:
        return "other"
    weights: dict[str, float] = {}
    for evidence in related.candidate.evidence:
        kind = _TYPE_OF_SIGNAL.get(evidence.signal)
        if kind is not None:
            weights[kind] = weights.get(kind, 0.0) + evidence.share
    return max(weights, key=lambda kind: weights[kind]) if weights else "other"


_TYPE_OF_SIGNAL = {
    "numbers": "number",
    "number": "number",
    "negation": "negation",
    "polarity": "negation",
    "denial": "negation",
    "modality": "modality",
    "certainty": "modality",
    "time": "time",
    "times": "time",
    "speaker": "attribution",
    "attribution": "attribution",
}
"""What kind of contradiction a signal of the matcher speaks of, by its name."""
