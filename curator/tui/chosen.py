"""The claims that are chosen to be decided together: one by one, a range, or all that fit a filter.

Knows ids alone; it must never decide, read a database or draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from curator.models import ClaimView


class Listed(Protocol):
    """The list in which a range goes from one claim to another."""

    def holds(self, claim_id: str) -> bool:
        """Whether a claim is in it."""

    def between(self, first: str, last: str) -> Sequence[str]:
        """The claims from one to another, both of them with it, in that direction."""

    def edge(self, by: int) -> ClaimView | None:
        """Its first claim (-1) or its last (1)."""


class Chosen:
    """What is chosen now."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Nothing is chosen any more."""
        self._kept: dict[str, None] = {}
        """Chosen one by one, or by a range that is over; in the order of choosing."""
        self._range: dict[str, None] = {}
        """From the anchor on to where one is."""
        self._anchor = ""
        self.filter: str | None = None
        """Of all that fit a filter, its words; these are not held one by one."""
        self.count = 0
        """How many fit the filter, as far as they were counted."""
        self.but: dict[str, None] = {}
        """Of those that fit the filter, the ones that are left out."""

    def __bool__(self) -> bool:
        return self.filter is not None or bool(self._kept) or bool(self._range)

    def __len__(self) -> int:
        if self.filter is not None:
            return self.count - len(self.but)
        return len(self._kept) + len(self._range) - len(self._kept.keys() & self._range.keys())

    def __contains__(self, claim: str) -> bool:
        if self.filter is not None:
            return claim not in self.but
        return claim in self._kept or claim in self._range

    @property
    def ids(self) -> tuple[str, ...]:
        """The claims chosen by hand."""
        return tuple(self._kept | self._range)

    @property
    def ranging(self) -> bool:
        """Whether going on chooses what is gone over."""
        return bool(self._anchor)

    def all_of(self, filter: str, count: int) -> None:
        """Choose all that fit a filter."""
        self.forget()
        self.filter, self.count = filter, count

    def toggle(self, claim: str) -> None:
        """Choose a claim besides others, or no longer; of all that fit a filter, leave it out or not."""
        if self.filter is not None:
            self._leave_out(claim)
            return
        self.end_range()
        if claim in self._kept:
            del self._kept[claim]
        else:
            self._kept[claim] = None

    def _leave_out(self, claim: str) -> None:
        if claim in self.but:
            del self.but[claim]
        else:
            self.but[claim] = None
        if not len(self):
            self.forget()

    def start_range(self, claim: str) -> None:
        """Choose a claim, and from now on all from it to where one goes."""
        if self.filter is not None:
            self.forget()
        self.end_range()
        self._anchor, self._range = claim, {claim: None}

    def end_range(self) -> None:
        """Keep what the range has, and go on without choosing."""
        self._kept |= self._range
        self._anchor, self._range = "", {}

    def reach(self, listed: Listed, claim: str, *, forwards: bool) -> None:
        """Let the range go to a claim; in another list it goes on from that list's near end.

        Only what is gone over since the last time is asked for.
        """
        if not self.ranging:
            return
        if not listed.holds(self._anchor):
            edge = listed.edge(-1 if forwards else 1)
            if edge is None:
                return
            self._kept |= self._range
            self._anchor = edge.claim.id
            self._range = {self._anchor: None}
        while claim in self._range and next(reversed(self._range)) != claim:
            self._range.popitem()
        if claim in self._range:
            return
        gone_over = listed.between(next(reversed(self._range)), claim)
        if self._anchor in gone_over:  # to its other side
            self._range = {}
            gone_over = gone_over[gone_over.index(self._anchor) :]
        self._range |= dict.fromkeys(gone_over)
