"""The words that values of the other models are made of: kinds, statuses, and the error meant for people.

Names only; what they mean for reviewers is for `curator.review`.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["quote", "paraphrase", "mixed", "assertion"]
"""How a claim is made: in quotation marks, in reported speech, both, or in the article's own voice."""
Polarity = Literal["positive", "negative"]
Modality = Literal["fact", "planned", "possible", "undecided", "conditional"]
CandidateKind = Literal["same", "contradicts"]
RelationKind = Literal["same", "contradicts", "unrelated"]
ContradictionType = Literal["negation", "number", "modality", "time", "attribution", "other"]
VerdictWord = Literal["confirmed", "rejected"]
Status = Literal["pending", "confirmed", "rejected", "merged", "disputed"]

KINDS: tuple[Kind, ...] = ("quote", "paraphrase", "mixed", "assertion")
CONTRADICTION_TYPES: tuple[ContradictionType, ...] = (
    "negation",
    "number",
    "modality",
    "time",
    "attribution",
    "other",
)
STATUSES: tuple[Status, ...] = ("pending", "confirmed", "rejected", "merged", "disputed")


class CuratorError(Exception):
    """What a user can understand and act on: its text is one line saying what, where and what to do."""
