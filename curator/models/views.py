"""Claims, speakers and clusters with everything said of them: what lists, screens and exports show.

Never worked out here: the store fills them.
"""

from __future__ import annotations

from curator.frozen import dataclass
from curator.models.claims import Claim
from curator.models.decisions import Candidate, Event
from curator.models.words import RelationKind, Status


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with everything the reviewers have said of it: what lists, screens and exports show."""

    claim: Claim
    status: Status = "pending"
    canonical_id: str = ""
    """The canonical claim of its cluster; its own id when it stands alone or is canonical."""
    wording: str = ""
    """The reviewer's wording, or the claim's text."""
    speaker: str = ""
    """The reviewer's speaker, or the extracted one."""
    start: int = 0
    end: int = 0
    """The reviewer's boundaries, or the extracted ones."""
    reason: str = ""
    """Why it was rejected."""
    reviewers: tuple[str, ...] = ()
    """Names of those whose decisions stand on it, sorted."""
    decided_at: str = ""
    """Wall time of the last decision that stands on it, "" while pending."""
    notes: tuple[str, ...] = ()
    skipped: bool = False
    """This session's reviewer put it off."""
    stale: bool = False
    """Its extractor no longer finds it (only ever true of undecided claims)."""
    contradictions: int = 0
    """How many clusters stand against its cluster, by decision."""
    candidates: int = 0
    """How many undecided candidates it has."""
    speaker_name: str = ""
    """The name by which the speaker is known, whichever of their names `speaker` is."""


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """Where a claim stands in its article, and no more of it than a mark in the text shows."""

    claim_id: str
    start: int
    end: int
    status: Status = "pending"
    skipped: bool = False
    stale: bool = False

    @classmethod
    def of(cls, view: ClaimView) -> ClaimPlace:
        """The place of a claim as reviewers left it."""
        return cls(view.claim.id, view.start, view.end, view.status, view.skipped, view.stale)


@dataclass(frozen=True, slots=True)
class SpeakerForm:
    """One name under which a speaker is found in claims."""

    name: str
    claims: int
    articles: int
    disputed: str = ""
    """How reviewers differ on whose name it is, "" where they do not."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: one speaker with all names that are folded together or that reviewers joined."""

    name: str
    """The name by which they are known: the fullest, of equally full ones the most frequent."""
    claims: int
    forms: tuple[SpeakerForm, ...]
    """The most frequent first."""


@dataclass(frozen=True, slots=True)
class SpeaksIn:
    """An article with claims of a speaker under one of their names."""

    article_id: str
    title: str
    publisher: str
    claims: int
    opening: str = ""
    """How its text begins, where its title does not say what it is called; for `titles`."""


@dataclass(frozen=True, slots=True)
class Related:
    """What stands beside a claim in other places: a candidate still open, or a relation decided."""

    claim: ClaimView
    article_title: str
    article_publisher: str
    article_published: str
    candidate: Candidate | None
    """The proposal, while it is undecided."""
    relation: RelationKind | None = None
    """What was decided or follows from decisions."""
    contradiction_type: str = ""
    inferred: bool = False
    article_opening: str = ""
    """How the article's text begins, where its title does not say what it is called; for `titles`."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is decided of a pair of claims, or follows from decisions, and on which it stands."""

    relation: RelationKind
    events: tuple[Event, ...]
    """The decisions, in their order."""
    type: str = ""
    """Of a contradiction."""
    inferred: bool = False
    """Whether it follows from decisions on other pairs."""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class ClusterView:
    """Claims joined by `same`, or one confirmed claim that stands alone, as a list shows it."""

    canonical: ClaimView
    members: int
    """The canonical claim counted."""
    outlets: tuple[str, ...] = ()
    """Publishers that carry it (titles or first words where none is named), the most frequent first."""
    first: str = ""
    """When the earliest of its articles was published, "" where none says."""
    last: str = ""
