"""An event as the rules read it: the payload's words as typed fields, in the one order of the fold.

Total: whatever an event's payload holds, reading it gives a fact; one that makes no sense speaks of
nothing. Never looks at anything but the event itself.
"""

from __future__ import annotations

import json
from typing import Any

from curator.frozen import dataclass
from curator.models import Event, reviewer_name

EVENT_KINDS = (
    "confirm",
    "reject",
    "skip",
    "edit",
    "add",
    "note",
    "merge",
    "contradict",
    "dismiss",
    "split",
    "canonical",
    "adjudicate",
    "repeat",
    "identify",
    "distinguish",
    "undo",
)
PAIR_KINDS = frozenset({"merge", "contradict", "dismiss"})
"""Kinds that speak of two claims."""

SPEAKER_KINDS = frozenset({"identify", "distinguish"})
"""Kinds that speak of names of speakers and not of claims."""

Order = tuple[str, str, int]
"""(hlc, reviewer's chain, rseq): the order in which events are folded, the same in every database."""
Pair = tuple[str, str]
"""Two claim ids, the smaller first."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One event with its payload read."""

    event: Event
    reviewer: str
    """The person's name, without the installation."""
    kind: str
    claim_id: str = ""
    """The claim spoken of; of a pair the one that is merged, or the left one."""
    other_id: str = ""
    """The claim merged into, or the right one."""
    word: str = ""
    """Of an adjudication: the verdict, or the relation of a pair; of a repeat, the verdict."""
    type: str = ""
    """Of a contradiction."""
    text: str = ""
    """A reason or a note."""
    wording: str | None = None
    speaker: str | None = None
    span: tuple[int, int] | None = None
    span_text: str = ""
    """What the article has at the new boundaries."""
    as_in_article: bool = False
    """Whether the corrected wording is what the article has there, so that it follows the boundaries."""
    wording_stays: bool | None = None
    """Whether new boundaries left a reviewer's own wording; None where an old event replaced it."""
    seen: frozenset[str] = frozenset()
    """Event ids of what stood when an edit, or a word on a speaker's name, was made."""
    name: str = ""
    """The speaker's name spoken of: one that is or is not another's."""
    other_name: str = ""
    """The name of the speaker that it belongs to."""
    apart: frozenset[str] = frozenset()
    """The names that it does not belong with."""
    group: str = ""
    """Events of one group are taken back together."""
    blind: bool = False
    """Whether scores and other reviewers' words were hidden when it was decided."""
    repeat_of: str = ""
    """Of a repeat, the event of the same reviewer's earlier verdict."""

    @property
    def order(self) -> Order:
        return self.event.hlc, self.event.reviewer, self.event.rseq

    @property
    def pair(self) -> Pair:
        """The two claims spoken of, the smaller id first."""
        return ordered(self.claim_id, self.other_id)

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The claims spoken of: none, one or two."""
        return tuple(dict.fromkeys(c for c in (self.claim_id, self.other_id) if c))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of speakers spoken of."""
        return tuple(dict.fromkeys(n for n in (self.name, self.other_name, *sorted(self.apart)) if n))


def ordered(left: str, right: str) -> Pair:
    """Two claim ids as a pair."""
    return (left, right) if left < right else (right, left)


def payload_of(event: Event) -> dict[str, Any]:
    """The payload as a mapping; empty when it is none."""
    try:
        payload = json.loads(event.payload)
    except ValueError:
        return {}
    return payload if isinstance(payload, dict) else {}


def digests_of(event: Event) -> dict[str, str]:
    """The hashes of the claims that an event speaks of, as its reviewer was shown them, by claim id."""
    claims = payload_of(event).get("claims")
    if not isinstance(claims, dict):
        return {}
    return {claim: digest for claim, digest in claims.items() if isinstance(digest, str)}


def read(event: Event) -> Fact:
    """The fact that `event` states."""
    payload = payload_of(event)

    def text(name: str) -> str:
        value = payload.get(name)
        return value if isinstance(value, str) else ""

    def optional(name: str) -> str | None:
        value = payload.get(name)
        return value if isinstance(value, str) else None

    def several(name: str) -> frozenset[str]:
        value = payload.get(name)
        return frozenset(v for v in value if isinstance(v, str)) if isinstance(value, list) else frozenset()

    return Fact(
        event=event,
        reviewer=reviewer_name(event.reviewer),
        kind=event.kind,
        claim_id=text("claim"),
        other_id=text("other"),
        word=text("word"),
        type=text("type"),
        text=text("text"),
        wording=optional("wording"),
        speaker=optional("speaker"),
        span=_span(payload.get("span")),
        span_text=text("span_text"),
        as_in_article=payload.get("as_in_article") is True,
        wording_stays=payload["wording_stays"] is True if "wording_stays" in payload else None,
        seen=several("seen"),
        name=text("name") if event.kind in SPEAKER_KINDS else "",
        other_name=text("other_name") if event.kind == "identify" else "",
        apart=several("apart") if event.kind == "distinguish" else frozenset(),
        group=text("group"),
        blind=payload.get("blind") is True,
        repeat_of=text("repeat_of"),
    )


def _span(value: object) -> tuple[int, int] | None:
    if isinstance(value, list) and len(value) == 2 and all(type(n) is int for n in value):
        return value[0], value[1]
    return None
