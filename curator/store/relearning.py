"""Weights refitted to the answers in a database while its reviewer goes on, and what follows for proposals.

Works in steps so short that a decision never waits for one. Withdraws nothing: a pair that was proposed stays
proposed, with another score and perhaps as the other kind. What ranks far down keeps both until everything is
matched anew.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice

from curator.match.learning import NEWEST, refit
from curator.match.weights import Weights
from curator.models import Candidate, CandidateKind
from curator.progress import Cancelled
from curator.store.candidates import OpenCandidates
from curator.store.database import Database
from curator.store.matching import Matching
from curator.store.related import Relations
from curator.store.views import Views
from curator.store.weights import answered, keep

_ANSWERS = 1_000
"""The newest answers that are learned from at a time, so that it takes no more than a second."""
_BEST = 1_000
"""So many of the best open proposals of each kind are scored anew."""
_STEP = 250
"""Proposals that are written by one commit: what costs is the commit."""
_PAUSE = 0.1
"""Seconds between commits, in which a reviewer's decision finds the file free."""


def learn(database: Database, newest: int = NEWEST) -> Weights:
    """Refit the shipped weights to what was decided here, and keep them; scores nothing anew."""
    weights = refit(Matching(database).answers(newest), answered=answered(database))
    keep(database, weights)
    return weights


def relearn(database: Database, reviewer: str, cancelled: Cancelled) -> int:
    """Learn, and score the best open proposals anew; gives how many have another score now."""
    learn(database, _ANSWERS)
    matching, proposals = Matching(database), OpenCandidates(database)
    changed = 0
    kinds: tuple[CandidateKind, ...] = ("contradicts", "same")
    for kind in kinds:
        best = list(islice(Relations(database, Views(database, reviewer)).candidates(kind=kind), _BEST))
        for step in _steps(best):
            if cancelled():
                return changed
            anew = [matching.scored_anew(candidate) for candidate in step]
            with database.writing():
                proposals.put(anew)
            time.sleep(_PAUSE)
            changed += sum(
                (new.kind, new.score) != (old.kind, old.score) for new, old in zip(anew, step, strict=True)
            )
    return changed


def _steps(candidates: list[Candidate]) -> Iterator[list[Candidate]]:
    return (candidates[k : k + _STEP] for k in range(0, len(candidates), _STEP))
