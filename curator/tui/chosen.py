"""The claims that are chosen to be decided together: one by one, a range, or all that fit a filter.

Knows ids alone; it must never decide, read a database or draw.
"""

from __future__ import annotations

from collections.abc import Sequence


class Chosen:
    """What is chosen now."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Nothing is chosen any more."""
        self._kept: dict[str, None] = {}
        """Chosen one by one, or by a range that is over; in the order of choosing."""
        self._range: tuple[str, ...] = ()
        self._anchor = ""
        self.filter: str | None = None
        """Of all that fit a filter, its words; these are not held one by one."""
        self.count = 0
        """How many fit the filter, as far as they were counted."""

    def __bool__(self) -> bool:
        return self.filter is not None or bool(self._kept) or bool(self._range)

    def __len__(self) -> int:
        return self.count if self.filter is not None else len(self.ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """The claims chosen by hand."""
        return tuple(dict.fromkeys((*self._kept, *self._range)))

    @property
    def ranging(self) -> bool:
        """Whether going on chooses what is gone over."""
        return bool(self._anchor)

    def all_of(self, filter: str, count: int) -> None:
        """Choose all that fit a filter."""
        self.forget()
        self.filter, self.count = filter, count

    def toggle(self, claim: str) -> None:
        """Choose a claim besides others, or no longer."""
        if self.filter is not None:
            self.forget()
        self.end_range()
        if claim in self._kept:
            del self._kept[claim]
        else:
            self._kept[claim] = None

    def start_range(self, claim: str) -> None:
        """Choose a claim, and from now on all from it to where one goes."""
        if self.filter is not None:
            self.forget()
        self.end_range()
        self._anchor, self._range = claim, (claim,)

    def end_range(self) -> None:
        """Keep what the range has, and go on without choosing."""
        self._kept.update(dict.fromkeys(self._range))
        self._anchor, self._range = "", ()

    def reach(self, listed: Sequence[str], claim: str, *, forwards: bool) -> None:
        """Let the range go to a claim; in another list it goes on from that list's near end."""
        if not self.ranging or claim not in listed:
            return
        if self._anchor not in listed:
            self._kept.update(dict.fromkeys(self._range))
            self._anchor = listed[0] if forwards else listed[-1]
        ends = sorted((listed.index(self._anchor), listed.index(claim)))
        self._range = tuple(listed[ends[0] : ends[1] + 1])
