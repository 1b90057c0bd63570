"""What one refresh of a screen shows, as one frozen value made from the Workspace.

Screens and widgets read it and nothing else. It must never hold a connection, and never anything that
grows with the size of the database.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import NamedTuple

from curator.frozen import dataclass
from curator.models import Article, ClaimPlace, ClaimView, Progress, Related, Session
from curator.telling import denied


@dataclass(frozen=True, slots=True)
class Rows:
    """The claims of a list, as far as they were read: some neighbours of perhaps very many."""

    count: int = 0
    """How many there are, read or not."""
    first: int = 0
    """The row of the first that was read."""
    read: tuple[ClaimView, ...] = ()
    more_before: bool = False
    """Whether there are more before row 0: under a filter they are counted only so far."""
    more_after: bool = False

    @classmethod
    def whole(cls, claims: tuple[ClaimView, ...]) -> Rows:
        """A list that was read from end to end."""
        return cls(len(claims), 0, claims)

    def __len__(self) -> int:
        return self.count

    def at(self, row: int) -> ClaimView | None:
        """The claim in a row, None for one that was not read."""
        place = row - self.first
        return self.read[place] if 0 <= place < len(self.read) else None

    def told(self, row: int) -> str:
        """Which of how many a row is, as far as that was counted; "" for one far from the beginning."""
        if not self.count or self.more_before:
            return "" if self.count else "0"
        return f"{row + 1:,}" if self.more_after else f"{row + 1:,} of {self.count:,}"


@dataclass(frozen=True, slots=True)
class Places:
    """Where claims stand in a stretch of an article."""

    start: int = 0
    end: int = 0
    """Of the stretch: beyond it, where claims stand was not read."""
    claims: tuple[ClaimPlace, ...] = ()

    @classmethod
    def of(cls, claims: Iterable[ClaimView]) -> Places:
        """All that there are in an article."""
        return cls(0, sys.maxsize, tuple(map(ClaimPlace.of, claims)))

    def cover(self, start: int, end: int) -> bool:
        """Whether it is known where claims stand in all of `[start, end)`."""
        return self.start <= start and end <= self.end


class ReviewView(NamedTuple):
    """The review screen: one article, its claims, and what stands beside the current one."""

    session: Session
    progress: Progress = Progress()
    article: Article | None = None
    """None while there are no claims at all."""
    claims: Rows = Rows()
    """Those of the article, as it reads."""
    row: int = -1
    """The current claim's place in `claims`, -1 for none."""
    claim: ClaimView | None = None
    """The current claim."""
    places: Places = Places()
    """Where claims stand around what is seen of the article."""
    related: tuple[Related, ...] = ()
    related_row: int = -1
    """The highlighted one, -1 for none."""
    matches: int = 0
    """How many claims of all articles fit the session's filter, as far as they were counted."""

    @property
    def highlighted(self) -> Related | None:
        """The highlighted related claim."""
        return self.related[self.related_row] if 0 <= self.related_row < len(self.related) else None


def may_contradict(related: Related) -> bool:
    """Whether a pair is proposed as a contradiction, and nothing is decided of it."""
    candidate = related.candidate
    return related.relation is None and candidate is not None and candidate.kind == "contradicts"


def suggested_type(claim: ClaimView, related: Related) -> str:
    """The type of contradiction of a claim and what is related to it that most speaks for.

    Where only one of the two is denied by its article, that is what they differ in, whoever speaks.
    """
    if denied(claim) != denied(related.claim):
        return "negation"
    if related.candidate is None:
        return "other"
    # what speaks for the same speaks for no contradiction
    against = -1.0 if related.candidate.kind == "same" else 1.0
    weights: dict[str, float] = {}
    for evidence in related.candidate.evidence:
        kind = _TYPE_OF_SIGNAL.get(evidence.signal)
        if kind is not None:
            weights[kind] = weights.get(kind, 0.0) + against * evidence.share
    # that others speak is no contradiction of its own where there is another
    told = {kind: weight for kind, weight in weights.items() if kind != "attribution" and weight > 0}
    weights = told or weights
    likeliest = max(weights, key=lambda kind: weights[kind], default="other")
    return likeliest if weights.get(likeliest, 0.0) > 0 else "other"


_TYPE_OF_SIGNAL = {
    "numbers": "number",
    "number": "number",
    "negation": "negation",
    "polarity": "negation",
    "denial": "negation",
    "stance": "negation",
    "modality": "modality",
    "certainty": "modality",
    "time": "time",
    "times": "time",
    "speaker": "attribution",
    "attribution": "attribution",
}
"""What kind of contradiction a signal of the matcher speaks of, by its name."""
