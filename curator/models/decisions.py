"""What is proposed to reviewers, what they said, and where their sitting stands.

Never what follows from it: that is for `curator.review`.
"""

from __future__ import annotations

from typing import Literal

from curator.frozen import dataclass
from curator.models.words import CandidateKind, CuratorError, RelationKind


@dataclass(frozen=True, slots=True)
class Evidence:
    """One signal's share in a candidate's score, in words."""

    signal: str
    """The signal's name ("wording", "numbers")."""
    share: float
    """What it adds to the log-odds behind the score; negative where it speaks against."""
    words: str
    """What a reviewer reads: "470,000 against 300,000 killed"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposed pair of claims, left_id < right_id."""

    left_id: str
    right_id: str
    kind: CandidateKind
    score: float
    """0 to 1, the ranking's estimate that a reviewer will agree."""
    evidence: tuple[Evidence, ...] = ()

    @property
    def told_score(self) -> float:
        """The score as people are told it: what nobody has judged is never quite certain."""
        return min(self.score, 0.99)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the decision log."""

    seq: int
    """Place in this file's log; differs between files."""
    event_id: str
    reviewer: str
    """The chain: "name@installation"; `reviewer_name()` gives the name."""
    rseq: int
    hlc: str
    """Hybrid logical clock (Kulkarni et al. 2014): sorts causally across reviewers."""
    wall_time: str
    kind: str
    target: str | None
    payload: str
    """Canonical JSON."""
    prev_hash: str
    hash: str


class Refused(CuratorError):
    """A decision that conflicts with what stands; `chain` holds the events that stand against it."""

    def __init__(self, message: str, chain: tuple[Event, ...] = ()) -> None:
        super().__init__(message)
        self.chain = chain


@dataclass(frozen=True, slots=True)
class Relation:
    """A decided or inferred word on a pair of claims, left_id < right_id."""

    left_id: str
    right_id: str
    relation: RelationKind
    type: str = ""
    """Of a contradiction, a ContradictionType; "" otherwise."""
    source: Literal["decided", "inferred"] = "decided"
    reviewers: tuple[str, ...] = ()
    """Names, sorted; of an inferred relation, those whose decisions it follows from."""
    decided_at: str = ""
    disputed: bool = False
    """Reviewers' standing decisions on this pair differ, or it lies inside one cluster."""


@dataclass(frozen=True, slots=True)
class Session:
    """One reviewer's sitting: what is shown, in which order, and where they stand."""

    reviewer: str
    order: str = "article"
    """A name from `review.queue.ORDERS`."""
    filter: str = ""
    """A filter in the words of `review.queue.Filter.parse` ("status:pending speaker:Kalin")."""
    claim_id: str = ""
    """The claim under the cursor, "" at the start."""
    view: str = "review"
    saved_at: str = ""
    """Wall time of the last `save_session`; a decision moves `claim_id` without it."""
    blind: bool = False
    """Scores and other reviewers' words are hidden until one has decided."""


def reviewer_name(chain: str) -> str:
    """The person behind a chain: "ana" of "ana@k3f9x2"."""
    return chain.rpartition("@")[0] or chain
