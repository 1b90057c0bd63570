"""The words of Curator as frozen values: what crosses from one part of the house to another.

They are plain frozen dataclasses, because importing pydantic costs a quarter of the time to the first
screen (55 of 220 ms). Pydantic checks what comes in from outside: `checked(Claim, data)` builds and
applies its validator for any class here, and `schema(Claim)` gives its JSON schema.

This package must never import another part of curator but `frozen`, and never do anything but hold values.
Everybody imports from here, not from the files within.
"""

from curator.models.checking import checked, schema
from curator.models.claims import (
    Article,
    Claim,
    Failure,
    OutsideClaim,
    Quantity,
    Span,
    article_id,
    claim_id,
    id_of,
    ungrounded_id,
)
from curator.models.decisions import Candidate, Event, Evidence, Refused, Relation, Session, reviewer_name
from curator.models.figures import Agreement, Progress, SelfAgreement
from curator.models.views import (
    ClaimPlace,
    ClaimView,
    ClusterView,
    Related,
    Settled,
    Speaker,
    SpeakerForm,
    SpeaksIn,
)
from curator.models.words import (
    CONTRADICTION_TYPES,
    KINDS,
    STATUSES,
    CandidateKind,
    ContradictionType,
    CuratorError,
    Kind,
    Modality,
    Polarity,
    RelationKind,
    Status,
    VerdictWord,
)

__all__ = [
    "CONTRADICTION_TYPES",
    "KINDS",
    "STATUSES",
    "Agreement",
    "Article",
    "Candidate",
    "CandidateKind",
    "Claim",
    "ClaimPlace",
    "ClaimView",
    "ClusterView",
    "ContradictionType",
    "CuratorError",
    "Event",
    "Evidence",
    "Failure",
    "Kind",
    "Modality",
    "OutsideClaim",
    "Polarity",
    "Progress",
    "Quantity",
    "Refused",
    "Related",
    "Relation",
    "RelationKind",
    "SelfAgreement",
    "Session",
    "Settled",
    "Span",
    "Speaker",
    "SpeakerForm",
    "SpeaksIn",
    "Status",
    "VerdictWord",
    "article_id",
    "checked",
    "claim_id",
    "id_of",
    "reviewer_name",
    "schema",
    "ungrounded_id",
]
