"""A log in a few words: events of invented reviewers, for tests of the rules."""

from __future__ import annotations

from curator.models import Event
from curator.review import chain


class Told:
    """Reviewers say things one after the other; `events` is the log of it."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._heads: dict[str, tuple[int, str]] = {}

    def say(self, reviewer: str, kind: str, target: Event | None = None, **payload: object) -> Event:
        """One more event, later than all before."""
        chain_name = f"{reviewer}@here"
        rseq, prev_hash = self._heads.get(chain_name, (0, chain.GENESIS))
        number = len(self.events) + 1
        columns = {
            "event_id": f"{number:032x}",
            "reviewer": chain_name,
            "rseq": rseq + 1,
            "hlc": f"{number:012x}-0000",
            "wall_time": f"2024-01-01T00:00:{number:02d}.000Z",
            "kind": kind,
            "target": target.event_id if target else None,
            "payload": chain.canonical_json(payload),
            "prev_hash": prev_hash,
        }
        event = Event(seq=number, hash=chain.event_hash(**columns), **columns)  # type: ignore[arg-type]
        self._heads[chain_name] = (rseq + 1, event.hash)
        self.events.append(event)
        return event
