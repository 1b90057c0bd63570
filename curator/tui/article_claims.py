"""The claims of one article as the review goes through them: read around where one stands, never all of many.

Asks the workspace and holds what it answered; it must never decide, draw, or know a widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.models import ClaimView
from curator.tui.view_model import Places, Rows

if TYPE_CHECKING:
    from curator.tui.window import Fetched, Window
    from curator.workspace import Workspace

WHOLE = 100
"""Up to so many claims are read at once, and all of them held."""
_PAGE = 64
"""Of more, so many are read at a time: the screen shows no more than that."""
_FAR = 1000
"""Under a filter, claims on either side of where one stands are counted no further."""
_AROUND = 15_000
"""Code points around what is seen of a long article in which it is asked where claims stand."""
_NEAR = 6_000
"""Code points that a screen shows on either side of a claim, at most."""


class ArticleClaims:
    """The claims of one article that fit a filter, and the one that the reviewer stands at."""

    def __init__(self, workspace: Workspace, claim: ClaimView, filter: str) -> None:
        self.article_id, self.filter = claim.claim.article_id, filter
        self._listing = workspace.listing(self.article_id, filter)
        self.lasts = not filter or self._listing.holds(claim.claim.id)
        """False where the claim at which one stands does not fit, and is listed until one leaves it."""
        if not self.lasts:
            self._listing = workspace.listing(self.article_id, filter, also=claim.claim.id)
        self._window: Window[ClaimView] | None = None
        """Of very many claims, those that were read."""
        self._all: list[ClaimView] = []
        """Of few, every one."""
        self._first = 0
        self._more = (False, False)
        self._places = Places()
        self._count = self._listing.counted(most=WHOLE + 1 if filter else None)
        if self._count <= WHOLE:
            self._all = list(self._listing.page())
            self._count = len(self._all)
            self._places = Places.of(self._all)
            self._at = _nearest(self._all, claim)
        else:
            self._at = self._read_around(claim)
        self.claim = self.rows().at(self._at)
        """The one at which the reviewer stands, None where there is none."""

    def _read_around(self, claim: ClaimView) -> int:
        """Read the neighbours of a claim, or of the next one where it is not listed; its row."""
        from curator.tui.window import Window  # most articles are not so long

        here, listing = claim.claim.id, self._listing
        if not listing.holds(here):
            claim = (*listing.page(here, limit=1), *listing.page(here, limit=1, backwards=True))[0]
            here = claim.claim.id
        most = _FAR + 1 if self.filter else None
        before = listing.counted(here, backwards=True, most=most)
        if self.filter:
            after = listing.counted(here, most=most)
            self._more = before > _FAR, after > _FAR
            before = min(before, _FAR)
            self._count = before + 1 + min(after, _FAR)
        self._window = Window(self._fetch, _PAGE)
        self._first = before - self._window.around(claim)
        return before

    def _fetch(self, beside: ClaimView | None, limit: int, backwards: bool) -> Fetched[ClaimView]:
        from curator.tui.window import Fetched

        beside_id = beside.claim.id if beside else ""
        found = self._listing.page(beside_id, limit=limit, backwards=backwards)
        return Fetched(found, len(found) < limit)

    # -- where one stands ------------------------------------------------------------------------------

    @property
    def row(self) -> int:
        """The row at which the reviewer stands, -1 for none."""
        return self._at

    @property
    def _read(self) -> list[ClaimView]:
        """What was read so far, in one piece."""
        return self._all if self._window is None else self._window.rows

    def rows(self) -> Rows:
        """The list, as far as it was read."""
        return Rows(self._count, self._first, tuple(self._read), *self._more)

    def row_of(self, claim_id: str) -> int:
        """The row of a claim that was read, -1 for another."""
        for place, view in enumerate(self._read):
            if view.claim.id == claim_id:
                return self._first + place
        return -1

    def stand(self, row: int) -> ClaimView | None:
        """Go to a row and read what is around it; None where the list is to be read anew for that.

        So it is where another program has written, and near where counting ended.
        """
        self.look(row)
        claim = self.rows().at(row)
        before, after = self._more
        if claim is None or (before and row < _PAGE) or (after and row >= self._count - _PAGE):
            return None
        self._at, self.claim = row, claim
        return claim

    def look(self, row: int) -> None:
        """Read what is around a row, without going there."""
        window = self._window
        if window is None or not window.rows:
            return
        if not -_PAGE <= row - self._first < len(window.rows) + _PAGE:
            self._jump(window, row)
        for _ in range(3):
            place = min(max(row - self._first, 0), len(window.rows) - 1)
            self._first -= window.reach(place)
            if 0 <= row - self._first < len(window.rows):
                break

    def _jump(self, window: Window[ClaimView], row: int) -> None:
        """Read anew, at an end of the list or so many rows from where the reviewer stands."""
        if row == 0:
            window.start()
            self._first = 0
        elif row == self._count - 1:
            window.end()
            self._first = self._count - len(window.rows)
        elif self.claim is not None:
            back = row < self._at
            passed = max(0, abs(row - self._at) - _PAGE)
            found = self._listing.page(self.claim.claim.id, limit=2 * _PAGE, backwards=back, passing=passed)
            window.rows = list(found)[::-1] if back else list(found)
            window.at_start = window.at_end = False
            self._first = self._at - passed - len(found) if back else self._at + 1 + passed

    def edge(self, by: int) -> ClaimView | None:
        """The first claim of the list (-1) or the last (1)."""
        if self._window is None:
            return self._all[0 if by < 0 else -1] if self._all else None
        return next(iter(self._listing.page(limit=1, backwards=by > 0)), None)

    # -- others ----------------------------------------------------------------------------------------

    def holds(self, claim_id: str) -> bool:
        """Whether a claim is listed, read or not."""
        return self.row_of(claim_id) >= 0 or (self._window is not None and self._listing.holds(claim_id))

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """The ids of the claims from one to another, both of them with it, in that direction."""
        start, end = self.row_of(first), self.row_of(last)
        if start < 0 or end < 0:
            return self._listing.between(first, last)
        low, high = sorted((start, end))
        ids = [view.claim.id for view in self._read[low - self._first : high - self._first + 1]]
        return tuple(ids if start <= end else ids[::-1])

    def places(self, start: int, end: int, around: int = _NEAR) -> Places:
        """Where claims stand in `[start, end)` of the article and for some way around it."""
        if not self._places.cover(max(0, start - around), end + around):
            low, high = max(0, start - _AROUND), end + _AROUND
            self._places = Places(low, high, self._listing.places(low, high))
        return self._places

    def at(self, offset: int) -> str:
        """The id of the shortest claim that covers a code point of the article, "" for none."""
        places = self.places(offset, offset + 1, 0).claims
        covering = [(p.end - p.start, p.start, p.claim_id) for p in places if p.start <= offset < p.end]
        return min(covering)[2] if covering else ""


def _nearest(claims: list[ClaimView], claim: ClaimView) -> int:
    """The row of a claim; of one that is no longer listed, the row nearest to its place; -1 for none."""
    for row, view in enumerate(claims):
        if view.claim.id == claim.claim.id:
            return row
    return min(range(len(claims)), key=lambda row: abs(claims[row].start - claim.start), default=-1)
