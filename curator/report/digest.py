"""What one page shows, as frozen values: everything chosen, counted and put in order, nothing yet drawn.

Never holds more than `Limits` allows, however large the dataset is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from curator.models import Agreement, ClaimView, Evidence, Progress, Relation, SelfAgreement
from curator.report.passage import Passage
from curator.report.wording import Stretch

Item = TypeVar("Item", covariant=True)


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """The items shown, and how many there are in all."""

    items: tuple[Item, ...] = ()
    total: int = 0

    @property
    def left_out(self) -> int:
        return self.total - len(self.items)


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is cited."""

    id: str
    title: str
    outlet: str
    """The publisher's name or its site, "" where the article shows neither."""
    label: str
    """The outlet, or what else the article is best known by: its title, its first words."""
    published: str
    url: str
    number: int = 0
    """Its place in the list of articles on the page, 0 when it is not in it."""
    opening: str = ""
    """Its first words, quoted, where it has no title."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim in one article."""

    view: ClaimView
    source: Source
    passage: Passage | None = None
    """None where it is not shown, or where the words are not the article's."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One event of the log, of a claim or pair that is shown."""

    reviewer: str
    kind: str
    at: str
    words: str = ""
    """A reason, a note, a new wording, or the type of a contradiction."""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The same words in one article or several."""

    stretches: tuple[Stretch, ...]
    """With what differs from the canonical wording marked; nothing is marked in that itself."""
    voices: Part[Voice]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims that say the same, by decision."""

    number: int
    canonical: Voice
    wordings: Part[Wording]
    carriers: tuple[str, ...]
    """Labels of the outlets, sorted; of articles that name no outlet their own."""
    size: int
    """How many claims it has."""
    articles: int
    """In how many articles they stand."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction."""

    voice: Voice
    also: tuple[Source, ...]
    """Other articles in which claims of the same cluster stand."""
    cluster: int = 0
    """The number of the cluster where that is on the page."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two clusters that cannot both hold, by decision."""

    number: int
    left: Side
    right: Side
    relation: Relation
    evidence: tuple[Evidence, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """A claim on which reviewers differ."""

    voice: Voice
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Claims that were merged with no other, of one speaker."""

    name: str
    """ "" for claims in the articles' own voice and where nobody is named."""
    alike: tuple[tuple[Voice, ...], ...]
    """Those in the same words together, the first published first."""

    @property
    def count(self) -> int:
        return sum(map(len, self.alike))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of an article or outlet have which status."""

    name: str
    """An outlet's, or the label of an article that names none."""
    named: bool
    """Whether it is an outlet's."""
    articles: int
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Matrix:
    """Which outlets carry which clusters."""

    carriers: tuple[str, ...]
    rows: tuple[tuple[Cluster, tuple[int, ...]], ...]
    """Each cluster with how many of its claims each of `carriers` has, in their order."""


@dataclass(frozen=True, slots=True)
class Period:
    """An hour, day, month or year with what was decided in it."""

    name: str
    decisions: int


@dataclass(frozen=True, slots=True)
class Reviewer:
    """What one person decided; what was taken back since is not counted but in `taken_back`."""

    name: str
    counts: Mapping[str, int]
    """Standing events by kind."""
    taken_back: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Activity:
    """How the review went."""

    reviewers: Part[Reviewer] = field(default_factory=Part)
    periods: tuple[Period, ...] = ()
    unit: str = "day"
    """What a period is: hour, day, month or year."""
    decisions: int = 0
    """Standing decisions: every event but undo, skip and note, without those taken back."""
    last: str = ""
    """Wall time of the latest event, "" where nobody decided anything."""
    undated: int = 0
    """Decisions whose time cannot be read; they are in no period."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The page's whole content."""

    title: str
    progress: Progress
    contradictions: Part[Contradiction]
    clusters: Part[Cluster]
    singles: Part[Voice]
    """Confirmed claims that are in no cluster."""
    speakers: tuple[Speaker, ...]
    """The same, by speaker."""
    disputed: Part[Disputed]
    rejected: Part[Voice]
    articles: Part[tuple[Source, Tally]]
    outlets: Part[Tally]
    named_outlets: int
    in_outlets: int
    """How many articles name one of those."""
    matrix: Matrix
    contradicted: Mapping[str, tuple[int, ...]]
    """By canonical claim, the numbers of the contradictions shown in which its cluster stands."""
    relations: Mapping[str, int]
    """Pairs decided by a reviewer, by relation."""
    inferred: int
    """Pairs that follow from those."""
    activity: Activity
    agreement: tuple[Agreement, ...]
    self_agreement: tuple[SelfAgreement, ...]
    heads: tuple[tuple[str, int, str], ...]
    period: str
    """When those of the articles that say so were published, in words."""
    dated: int
    """How many articles say when."""
