"""The words of Curator as frozen values: what crosses from one part of the house to another.

They are plain frozen dataclasses, because importing pydantic costs a quarter of the time to the first
screen (55 of 220 ms). Pydantic checks what comes in from outside: `checked(Claim, data)` builds and
applies its validator for any class here, and `schema(Claim)` gives its JSON schema.

This module must never import another part of curator but `frozen`, and never do anything but hold values.
"""

from __future__ import annotations

from typing import Any, Literal, TypeVar

from curator.frozen import dataclass

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

Model = TypeVar("Model")


class CuratorError(Exception):
    """What a user can understand and act on: its text is one line saying what, where and what to do."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range `[start, end)` in Unicode code points of an article's stored text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One source text with its metadata; the text is stored as it was decoded and never changed."""

    id: str
    """`article_id(text)`."""
    text: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    """ISO 8601 date or date and time, "" where the text does not show it."""
    url: str = ""
    source: str = ""
    """Where it was read from (a path, a URL, `-`), for messages and for audit."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a claim with what it counts."""

    span: Span
    """In the article's text."""
    value: float
    unit: str = ""
    """What is counted or measured, folded: "people", "settlement", "%"."""
    bound: Literal["exact", "about", "at least", "at most", "more than", "less than"] = "exact"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that an article makes or reports, immutable once extracted."""

    id: str
    """`claim_id(article_id, start, end)`; of an ungrounded claim `ungrounded_id(article_id, text)`."""
    article_id: str
    start: int
    end: int
    text: str
    """Always the article's `text[start:end]`, unless `grounded` is false."""
    kind: Kind
    speaker: str = ""
    """The resolved name ("Ibrahim Kalin"), "" for assertions and where nobody is named."""
    speaker_span: Span | None = None
    """Where the article's own words for the speaker stand ("he")."""
    cue: str = ""
    """The reporting words as the article has them ("was quoted as saying")."""
    cue_span: Span | None = None
    cue_class: str = ""
    """says, denies, promises, asks, thinks … ("" where there is no cue)."""
    polarity: Polarity = "positive"
    modality: Modality = "fact"
    tense: Literal["", "past", "present", "future"] = ""
    quantities: tuple[Quantity, ...] = ()
    times: tuple[str, ...] = ()
    """Times spoken of, resolved to ISO 8601 where the article's date allows it."""
    places: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    """People, organisations and countries named in it."""
    rule: str = ""
    """Which rule of the extractor found it, in words a reviewer understands."""
    confidence: float = 1.0
    """0 to 1; orders assertions by check-worthiness."""
    grounded: bool = True
    """False: an outside claim whose words could not be found in the article."""
    extractor: str = ""
    extractor_version: str = ""


@dataclass(frozen=True, slots=True)
class OutsideClaim:
    """A claim as another tool or file brings it, before its words are looked for in an article."""

    words: str
    """As it has them; the article's own may differ."""
    article: str = ""
    """What it calls its article: an id, an address, a title or a file's name."""
    article_text: str = ""
    """The text that it brings along, whole or in part; "" where it only names an article."""
    near: Span | None = None
    """Where it says that the words stand: in `article_text`, else in the article."""
    speaker: str = ""
    kind: str = ""
    """A Kind, or "" where it says none."""
    cue: str = ""
    rule: str = ""
    """What is known of how it was found, in words a reviewer understands."""
    confidence: float = 1.0
    tool: str = ""
    """What brought it: "prodigy", a model's name; becomes the claim's extractor."""
    tool_version: str = ""
    source: str = ""
    """Where it was read ("claims.jsonl:12"), for messages."""
    whole: Claim | None = None
    """The claim itself, where Curator's own export brings it without loss."""


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


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the decision log (DESIGN section 4)."""

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


@dataclass(frozen=True, slots=True)
class ClusterView:
    """Claims joined by `same`, or one confirmed claim that stands alone, as a list shows it."""

    canonical: ClaimView
    members: int
    """The canonical claim counted."""
    outlets: tuple[str, ...] = ()
    """Publishers that carry it (titles where the text shows none), those that say it most often first."""
    first: str = ""
    """When the earliest of its articles was published, "" where none says."""
    last: str = ""


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
class Failure:
    """One input that did not go in: where it came from and why, in one line."""

    source: str
    reason: str


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


def _digest(domain: str, *parts: str) -> str:
    import hashlib  # loads a library that reading a database can do without

    payload = "\0".join((domain, *parts)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(payload).hexdigest()[:32]


def article_id(text: str) -> str:
    """The content id of an article: 32 hexadecimal digits of a SHA-256 over its text."""
    return _digest("curator-article-v1", text)


def claim_id(article: str, start: int, end: int) -> str:
    """The content id of a claim: the same article and boundaries give the same id in every database."""
    return _digest("curator-claim-v1", article, str(start), str(end))


def ungrounded_id(article: str, words: str) -> str:
    """The content id of a claim whose words are not in its article: they have no place to be known by."""
    return _digest("curator-ungrounded-claim-v1", article, words)


def id_of(claim: Claim) -> str:
    """The id that a claim's content gives it: by its place where it is grounded, else by its words."""
    if claim.grounded:
        return claim_id(claim.article_id, claim.start, claim.end)
    return ungrounded_id(claim.article_id, claim.text)


def reviewer_name(chain: str) -> str:
    """The person behind a chain: "ana" of "ana@k3f9x2"."""
    return chain.rpartition("@")[0] or chain


_adapters: dict[Any, Any] = {}


def _adapter(model: Any) -> Any:
    if model not in _adapters:
        from pydantic import TypeAdapter

        _adapters[model] = TypeAdapter(model)
    return _adapters[model]


def checked(model: type[Model], data: object) -> Model:
    """The outside `data` as a `model`; raises pydantic.ValidationError, never returns a half-made value."""
    result: Model = _adapter(model).validate_python(data)
    return result


def schema(model: type[Any]) -> dict[str, Any]:
    """The JSON schema of a model, for documentation and for language models."""
    result: dict[str, Any] = _adapter(model).json_schema()
    return result
