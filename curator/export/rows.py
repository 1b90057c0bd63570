"""The rows of a dataset: what every format is made from, and what `--json` prints.

The string beneath a field is its description in `datapackage.json` and in the README, so it is written for
someone who has the files and nothing else. Never turns "confirmed" into a word about truth, and never reads
a database or writes a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from curator.models import (
    Kind,
    Modality,
    Polarity,
    RelationKind,
    Status,
)

Moment = Annotated[str, "datetime"]
"""An ISO 8601 date and time with its offset, or ""."""


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """A number in a claim with what it counts."""

    start: int
    """Where it starts in the article's text, in code points."""
    end: int
    """Where it ends (not included)."""
    value: float
    """The number itself, multiplied out: 470000.0."""
    unit: str
    """What is counted or measured, folded: "people", "%"."""
    bound: str
    """exact, about, at least, at most, more than or less than."""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article as it was read."""

    article_id: str
    """32 hexadecimal digits of a SHA-256 over the text: the same text has the same id in every dataset."""
    title: str
    """Its headline, empty where the text does not show one."""
    publisher: str
    """Who published it."""
    published: str
    """When, as an ISO 8601 date or date and time; as exact as the text shows it."""
    url: str
    """Where it is on the web, where that is known."""
    source: str
    """The file or address that it was read from; of a file the name only, never its folders."""
    length: int
    """The length of the text in Unicode code points."""
    text: str
    """The whole text, unmodified. Every `start` and `end` in this dataset counts its code points from 0."""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim with all that was decided about it. Every claim, open or decided, is here exactly once."""

    claim_id: str
    """32 hexadecimal digits of a SHA-256 over the article and the boundaries first extracted."""
    article_id: str
    """The article that makes or reports the claim."""
    start: int
    """Where the claim starts in the article's text, in code points; the reviewer's boundary if moved."""
    end: int
    """Where it ends (not included)."""
    text: str
    """The article's text from `start` to `end`, character for character."""
    kind: Kind
    """quote (in quotation marks), paraphrase (reported), mixed, or assertion (in the article's own voice)."""
    speaker: str
    """Who says it, by full name where that is known; empty for assertions and where nobody is named."""
    speaker_name: str
    """The one name by which that speaker is known in this dataset, whichever of their names `speaker` is."""
    cue: str
    """The article's words for the saying: "was quoted as saying"."""
    cue_class: str
    """What sort of saying that is: says, denies, promises, asks, thinks … Of one that denies
    (or refuses, doubts, did not say) and stands before the claim, `text` is what is denied."""
    polarity: Polarity
    """Whether the claim, taken with its cue, affirms (positive) or denies (negative)."""
    modality: Modality
    """fact, planned, possible, undecided or conditional: how firmly it is put, not how true it is."""
    tense: str
    """past, present or future, empty where it is not plain."""
    status: Status
    """confirmed (the article really makes this claim, which never means that it is true), rejected (it does
    not), merged (says the same as its canonical claim), disputed (reviewers differ) or
    pending (nobody decided)."""
    canonical_id: str
    """The claim that stands for all that say the same; its own id when it stands alone or is that claim."""
    wording: str
    """The claim as the reviewer put it, else the same as `text`."""
    reason: str
    """Why it was rejected, in the reviewer's words."""
    reviewers: tuple[str, ...]
    """Those whose decisions stand on this claim, sorted."""
    decided_at: Moment
    """When the last decision that stands was made (ISO 8601), empty while pending."""
    notes: tuple[str, ...]
    """The reviewers' remarks."""
    contradictions: int
    """How many clusters of claims were decided to contradict this one's."""
    stale: bool
    """The extractor no longer finds it since it was improved, and nobody decided on it; a dataset leaves such
    claims out, `curator claims stale` lists them."""
    quantities: tuple[QuantityRow, ...]
    """The numbers in it, each with start, end, value, unit and bound."""
    times: tuple[str, ...]
    """The times it speaks of, in ISO 8601 where the article's date allows that."""
    places: tuple[str, ...]
    """The places it names."""
    parties: tuple[str, ...]
    """The people, organisations and countries it names."""
    speaker_start: int | None
    """Where the article's own words for the speaker start ("he"), empty where there are none."""
    speaker_end: int | None
    """Where they end (not included)."""
    cue_start: int | None
    """Where the words for the saying start, empty where there are none."""
    cue_end: int | None
    """Where they end (not included)."""
    extracted_start: int
    """Where the extractor put the start; differs from `start` only where a reviewer moved it."""
    extracted_end: int
    """Where the extractor put the end."""
    extracted_text: str
    """The extractor's text where it differs from `text`, else empty."""
    extracted_speaker: str
    """The speaker that the extractor found; differs from `speaker` only where a reviewer corrected it."""
    grounded: bool
    """False: the claim came from elsewhere and its words were not found, so `text` is not the article's."""
    extractor: str
    """What found it."""
    extractor_version: str
    """Which version of that."""
    rule: str
    """By which of its rules, in words."""
    confidence: float
    """0 to 1, the extractor's own estimate."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """What was decided about two claims, or follows from what was decided."""

    left_id: str
    """One claim; always the smaller id of the two."""
    right_id: str
    """The other."""
    relation: RelationKind
    """same (both say the same), contradicts (they cannot both hold) or unrelated."""
    type: str
    """Of a contradiction: negation, number, modality, time, attribution or other."""
    source: Literal["decided", "inferred"]
    """decided by a reviewer on this very pair, or inferred from decisions on others."""
    reviewers: tuple[str, ...]
    """Who decided it; of an inferred relation, those whose decisions it follows from. Sorted."""
    decided_at: Moment
    """When (ISO 8601); of an inferred relation, when the last of those decisions was made."""
    disputed: bool
    """Reviewers' standing decisions on this pair differ, or conflict with others that stand."""


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One name of a speaker, and by which of their names they are known: `speaker` of a claim is one."""

    name: str
    """The name, as claims have it."""
    speaker_name: str
    """The name by which this speaker is known; the same for all of their names."""
    claims: int
    """How many claims have the name."""
    articles: int
    """How many articles have such a claim."""
    disputed: str
    """How reviewers differ on whose name it is, empty where they do not."""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One line of the decision log, with every column: the log can be checked and rebuilt from these."""

    seq: int
    """Its place in the log of the database that wrote this dataset; not covered by the hash."""
    event_id: str
    """Unique in the world."""
    reviewer: str
    """Whose chain it is in: "name@installation"."""
    rseq: int
    """Its number in that chain, from 1 without a gap."""
    hlc: str
    """A hybrid logical clock: sorted by (hlc, reviewer, rseq), no decision stands before one that it saw."""
    wall_time: Moment
    """When, by the reviewer's own clock (ISO 8601)."""
    kind: str
    """confirm, reject, skip, edit, add, note, merge, contradict, dismiss, split, canonical, adjudicate,
    identify (two names are one speaker's), distinguish (a name is a speaker of its own), repeat (the answer
    to a claim that was asked again; it changes no verdict) or undo."""
    target: str | None
    """Of an undo, the `event_id` that it takes back (the undo of an undo is a redo); else empty."""
    payload: str
    """Canonical JSON, exactly as it was hashed: what was decided, and the state that it replaced."""
    prev_hash: str
    """The hash of the event before it in the chain."""
    hash: str
    """SHA-256 over `curator-event-v1`, a NUL and the canonical JSON of columns `event_id` to `prev_hash`."""
    blind: bool
    """From the payload: scores and other reviewers' words were hidden when it was decided."""
    repeat_of: str
    """From the payload: of a repeat, the `event_id` of the earlier verdict by the same reviewer."""


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The end of one reviewer's chain, to be kept elsewhere: `curator verify --against` compares it."""

    reviewer: str
    """The chain: "name@installation"."""
    rseq: int
    """The number of its last event."""
    hash: str
    """The hash of its last event."""


Row = ArticleRow | ClaimRow | SpeakerRow | RelationRow | DecisionRow | HeadRow | QuantityRow
