"""The hash chain: how an event is written down byte for byte, and how a chain of them is checked.

Never repairs anything: a chain that does not add up is reported with the place where it breaks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from curator.models import Claim, Event

GENESIS = "0" * 64
"""What the first event of a chain gives as the hash before it."""
_DOMAIN = b"curator-event-v1\0"


def canonical_json(value: Any) -> str:
    """`value` as JSON in the one form that is hashed: sorted keys, no spaces, no escapes beyond need."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _digest(content: bytes) -> str:
    """The SHA-256 in hexadecimal; its library is loaded with the first, which no first screen needs."""
    import hashlib

    return hashlib.sha256(content).hexdigest()


def event_hash(
    *,
    event_id: str,
    reviewer: str,
    rseq: int,
    hlc: str,
    wall_time: str,
    kind: str,
    target: str | None,
    payload: str,
    prev_hash: str,
) -> str:
    """The SHA-256 over every column of an event but `seq` (which differs between files) and `hash`."""
    columns = {
        "event_id": event_id,
        "reviewer": reviewer,
        "rseq": rseq,
        "hlc": hlc,
        "wall_time": wall_time,
        "kind": kind,
        "target": target,
        "payload": payload,
        "prev_hash": prev_hash,
    }
    return _digest(_DOMAIN + canonical_json(columns).encode("utf-8", "surrogatepass"))


def hash_of(event: Event) -> str:
    """What the hash of `event` ought to be."""
    return event_hash(
        event_id=event.event_id,
        reviewer=event.reviewer,
        rseq=event.rseq,
        hlc=event.hlc,
        wall_time=event.wall_time,
        kind=event.kind,
        target=event.target,
        payload=event.payload,
        prev_hash=event.prev_hash,
    )


def breaks(events: Iterable[Event]) -> Iterator[tuple[Event, str]]:
    """Where the chains in `events` do not add up, with what is wrong.

    The events come ordered by (reviewer, rseq); each chain has to begin at 1 with GENESIS.
    """
    reviewer, rseq, head, hlc = "", 0, GENESIS, ""
    for event in events:
        if event.reviewer != reviewer:
            reviewer, rseq, head, hlc = event.reviewer, 0, GENESIS, ""
        if event.rseq != rseq + 1:
            yield event, f"its chain has a gap: {event.rseq} comes after {rseq}"
        elif event.prev_hash != head:
            yield event, "it does not continue the event before it"
        if event.hash != hash_of(event):
            yield event, "its content does not fit its hash: it was changed after it was written"
        if event.hlc <= hlc:
            yield event, "its clock does not go on from the event before it"
        rseq, head, hlc = event.rseq, event.hash, event.hlc


def claim_digest(claim: Claim) -> str:
    """A hash of what a reviewer was shown of a claim: 32 hexadecimal digits."""
    shown = [
        claim.id,
        claim.article_id,
        claim.start,
        claim.end,
        claim.text,
        claim.kind,
        claim.speaker,
        claim.cue,
        claim.polarity,
        claim.modality,
    ]
    content = b"curator-shown-v1\0" + canonical_json(shown).encode("utf-8", "surrogatepass")
    return _digest(content)[:32]
