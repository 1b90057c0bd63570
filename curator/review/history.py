"""The decision log as people look back on it: entries, what each changed, and a filter in words.

Pure: the store reads, this says what it means. Never decides what stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from curator.frozen import dataclass
from curator.models import Claim, ClaimView, CuratorError, Event, Progress
from curator.review.facts import EVENT_KINDS, Fact, payload_of, read
from curator.review.sentences import PAST
from curator.telling import as_found


class Named(NamedTuple):
    """A claim as an entry names it."""

    claim_id: str
    speaker: str
    words: str
    """Its wording now, as it is told; "" when it is not in this database."""
    found: Claim | None = None
    """It as it was found."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with what is needed to tell it."""

    event: Event
    stands: bool
    base: Event
    """Of an undo what it takes back or restores in the end, else the event itself."""
    claims: tuple[Named, ...]
    """Those that it speaks of, as the base names them."""
    together: int = 1
    """Of the last of a group, how many were decided at once; 1 of all others."""
    unfolded: bool = False
    """Whether the others of its group are listed too."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of speakers that it speaks of, where it speaks of no claim."""
        fact = read(self.base)
        return tuple(name for name in (fact.name, fact.other_name) if name)

    @property
    def is_redo(self) -> bool:
        """Whether it is an undo that brings something back."""
        return self.event.kind == "undo" and self.event.target != self.base.event_id


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around one event: who took it back, what came with it, what was built on it."""

    entry: Entry
    undone_by: Event | None
    """The standing undo of it."""
    together: int
    """How many decisions its group has; 1 when it was decided alone."""
    later: tuple[Entry, ...]
    """Standing decisions on the same claims that came after it, in their order; the first of them."""
    later_count: int
    after: str = ""
    """Of a verdict, or the undo of one, the claim's status right after that verdict; "" else."""


class Following(NamedTuple):
    """A pair that was settled by a decision on something else."""

    left: ClaimView
    right: ClaimView
    answer: str
    """What is known of it: "same", "contradicts", "unrelated", or "rejected" of one of the two."""


@dataclass(frozen=True, slots=True)
class Follows:
    """What a decision settled besides what it speaks of."""

    count: int = 0
    pairs: tuple[Following, ...] = ()
    """The likeliest of them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The counts as they were at a moment."""

    until_ms: int
    """Milliseconds since 1970; what happened in the millisecond itself is in."""
    progress: Progress
    events: int
    """How many events the log had."""


class Change(NamedTuple):
    """One thing that an event changed."""

    what: str
    before: str
    after: str


def changes(event: Event, after: str = "", claim: Claim | None = None) -> tuple[Change, ...]:
    """What an event replaced and what came of it, as its own payload has it; nothing for an undo.

    `after`: the claim's status after a verdict, which is not always the verdict where reviewers differ.
    `claim`: the one spoken of, as it was found.
    """
    fact, payload = read(event), payload_of(event)
    before = payload.get("replaced")
    before = before if isinstance(before, dict) else {}
    status = _text(before.get("status"), "?")
    relation = _text(before.get("relation"), "")
    match fact.kind:
        case "confirm" | "reject":
            word = "confirmed" if fact.kind == "confirm" else "rejected"
            found = [Change("status", status, after or word)]
            if fact.text:
                found.append(Change("because", "", fact.text))
            return tuple(found)
        case "skip":
            return (Change("status", status, "put off"),)
        case "adjudicate" if fact.other_id:
            return (Change("pair", relation or "disputed", fact.word),)
        case "adjudicate":
            return (Change("status", status, after or fact.word),)
        case "repeat":
            return (Change("verdict", _text(before.get("verdict"), "?"), f"{fact.word} when asked again"),)
        case "merge":
            return (Change("pair", relation or "apart", "same"),)
        case "contradict":
            return (Change("pair", relation or "open", f"contradicts ({fact.type or 'other'})"),)
        case "dismiss":
            return (Change("pair", relation or "open", "unrelated"),)
        case "split":
            return (Change("cluster", "merged", "alone"),)
        case "canonical":
            return (Change("cluster", "known by another claim", "known by this one"),)
        case "identify":
            said_before = _text(before.get("speaker"), fact.name)
            return (Change("speaker", said_before, _text(before.get("other_speaker"), fact.other_name)),)
        case "distinguish":
            return (Change("speaker", _text(before.get("speaker"), "?"), fact.name),)
        case "note":
            return (Change("note", "", fact.text),)
        case "add":
            return (Change("claim", "not found", "added and confirmed"),)
        case "edit":
            return _edits(fact, before, claim)
        case _:
            return ()


def _edits(fact: Fact, before: Mapping[str, Any], claim: Claim | None) -> tuple[Change, ...]:
    found = []
    if fact.wording is not None:
        earlier = as_found(claim, _text(before.get("wording"), "?"))
        found.append(Change("wording", earlier, as_found(claim, fact.wording)))
    if fact.speaker is not None:
        found.append(
            Change("speaker", _text(before.get("speaker"), "") or "nobody", fact.speaker or "nobody")
        )
    if fact.span is not None:
        old = before.get("span")
        place = f"{old[0]}–{old[1]}" if isinstance(old, list) and len(old) == 2 else "?"
        found.append(Change("place", place, f"{fact.span[0]}–{fact.span[1]}"))
    return tuple(found)


def _text(value: object, otherwise: str) -> str:
    return value if isinstance(value, str) else otherwise


# -- the filter ----------------------------------------------------------------------------------------

_TERM = re.compile(r'(?:(?P<name>[A-Za-z]+):)?(?P<value>"[^"]*"?|\S+)')
_NAMES = ("reviewer", "verb", "claim")
_VERBS = {kind: kind for kind in EVENT_KINDS} | {
    "confirmed": "confirm",
    "rejected": "reject",
    "skipped": "skip",
    "edited": "edit",
    "added": "add",
    "noted": "note",
    "merged": "merge",
    "contradicts": "contradict",
    "dismissed": "dismiss",
    "settled": "adjudicate",
    "joined": "identify",
    "apart": "distinguish",
    "undone": "undo",
}


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which events are shown: those that fit one of each sort that is given, and hold all of the words."""

    reviewers: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    """Kinds of event."""
    claims: tuple[str, ...] = ()
    """Ids of claims, whole or their beginnings."""
    words: str = ""
    """Words of the claims spoken of."""

    @classmethod
    def parse(cls, text: str) -> LogFilter:
        """A filter like "reviewer:ana verb:merge claim:3f2a bridge"; raises CuratorError for another."""
        found: dict[str, list[str]] = {name: [] for name in (*_NAMES, "")}
        for term in _TERM.finditer(text):
            name, value = (term["name"] or "").lower(), term["value"].strip('"')
            if name not in found:
                known = ", ".join(f"{each}:" for each in _NAMES)
                raise CuratorError(f"the history has no {name}:; there are {known} and words of a claim")
            if name == "verb":
                value = _verb(value)
            if value:
                found[name].append(value)
        reviewers, verbs, claims = (tuple(dict.fromkeys(found[name])) for name in _NAMES)
        return cls(reviewers, verbs, claims, " ".join(found[""]))

    @property
    def chips(self) -> tuple[str, ...]:
        """Its terms one by one, as they are typed; together they parse to the same filter."""
        return (
            *(f"reviewer:{_quoted(name)}" for name in self.reviewers),
            *(f"verb:{verb}" for verb in self.verbs),
            *(f"claim:{claim}" for claim in self.claims),
            *self.words.split(),
        )

    def __str__(self) -> str:
        return " ".join(self.chips)


def _verb(word: str) -> str:
    if word.lower() not in _VERBS:
        raise CuratorError(f"there is no verb:{word}; there are {', '.join(EVENT_KINDS)}")
    return _VERBS[word.lower()]


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name


def done(entry: Entry) -> str:
    """What was done in one or two words: "confirmed", "took back: merged"."""
    if entry.event.kind != "undo":
        return PAST.get(entry.event.kind, entry.event.kind)
    verb = "brought back" if entry.is_redo else "took back"
    return f"{verb}: {PAST.get(entry.base.kind, entry.base.kind)}"


def as_it_was(view: ClaimView, **changed: Any) -> ClaimView:
    """A claim without anything that reviewers said of it, but for what is given."""
    claim = view.claim
    plain: dict[str, Any] = {
        "claim": claim,
        "canonical_id": claim.id,
        "wording": claim.text,
        "speaker": claim.speaker,
        "start": claim.start,
        "end": claim.end,
    }
    return ClaimView(**(plain | changed))
