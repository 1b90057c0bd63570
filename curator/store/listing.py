"""The claims of one article that a selection lists, as it reads: page by page, counted, and by place.

Reads by key from where it is asked to, and no more than it gives; only what is asked for whole grows with the
article. Never writes.
"""

from __future__ import annotations

import json
from bisect import insort

from curator.models import STATUSES, ClaimPlace, ClaimView
from curator.store.claim_rows import span_of
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.queue import Queue
from curator.store.schema import ARTICLE_SHIFT, START_SHIFT
from curator.store.selection import Selection
from curator.store.views import Views

REACH = 20_000
"""Code points around a stretch of text in which the claims that cut it are looked for.

No sentence is longer; of a claim that is, the end is only marked where its beginning is not further away.
"""
_ALL = Selection(STATUSES, "", (), "article")
_LISTED = ",".join(f"'{status}'" for status in STATUSES)


class Listing:
    """One article's claims, through a filter or all of them."""

    def __init__(
        self,
        database: Database,
        views: Views,
        queue: Queue,
        article_no: int,
        selection: Selection | None = None,
        also: str = "",
    ) -> None:
        """`selection`: what they have to fit, None for all. `also`: a claim that is listed in any case."""
        self._db = database
        self._views = views
        self._queue = queue
        self._article_no = article_no
        self._everything = selection is None
        self._selection = _ALL if selection is None else selection
        self._number = Corpus(database).known_claim_no
        self._also = self._listed(also) if also and not self._everything else None

    def _listed(self, claim_id: str) -> int | None:
        """The number of a claim of this article, None where no list has it."""
        low, high = span_of(self._article_no)
        row = self._db.first(
            "SELECT s.no FROM claim c JOIN claim_state s ON s.no = c.no "
            f"WHERE c.id = ? AND s.no >= ? AND s.no < ? AND s.status IN ({_LISTED})",
            (claim_id, low, high),
        )
        return None if row is None else int(row[0])

    # -- rows ------------------------------------------------------------------------------------------

    def page(
        self, beside: str = "", *, limit: int | None = None, backwards: bool = False, passing: int = 0
    ) -> tuple[ClaimView, ...]:
        """Claims after one by its id ("": from the beginning), or before it, the nearest first.

        `passing` over so many of them, which costs as much as reading their numbers.
        """
        if self._everything and not beside and limit is None and not backwards:
            return self._views.of_article(self._article_no)[passing:]
        most = None if limit is None else limit + passing
        numbers = self._numbers(*self._span(beside, backwards=backwards), most, backwards=backwards)[passing:]
        views = self._views.numbered(numbers)
        return tuple(views[no] for no in numbers)

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """The ids of the claims from one to another, both of them with it, in that direction."""
        start, end = self._number(first), self._number(last)
        numbers = self._numbers(min(start, end), max(start, end) + 1, None, backwards=end < start)
        ids = Corpus(self._db).ids(numbers)
        return tuple(ids[no] for no in numbers)

    def holds(self, claim_id: str) -> bool:
        """Whether a claim is listed."""
        no = Corpus(self._db).claim_no(claim_id)
        low, high = span_of(self._article_no)
        return no is not None and low <= no < high and bool(self._numbers(no, no + 1, 1))

    def counted(self, beside: str = "", *, backwards: bool = False, most: int | None = None) -> int:
        """How many claims come after one by its id ("": in all), or before it, counted up to `most`.

        Without a filter the article's tally tells how many there are, and an index what stands beside one.
        """
        low, high = self._span(beside, backwards=backwards)
        if not self._everything:
            return len(self._numbers(low, high, most))
        if not beside:
            row = self._db.first("SELECT claims FROM article_state WHERE no = ?", (self._article_no,))
            return int(row[0]) if row else 0
        counted = self._db.one(
            f"SELECT count(*) FROM claim_state s WHERE s.status IN ({_LISTED}) AND s.no >= ? AND s.no < ?",
            (low, high),
        )
        return int(counted[0])

    def _span(self, beside: str, *, backwards: bool) -> tuple[int, int]:
        """The numbers after a claim, or before it; "": those of the whole article."""
        low, high = span_of(self._article_no)
        if not beside:
            return low, high
        no = self._number(beside)
        return (low, min(no, high)) if backwards else (max(no + 1, low), high)

    def _numbers(self, low: int, high: int, limit: int | None, *, backwards: bool = False) -> list[int]:
        found = self._queue.numbers(self._selection, limit, (low, high), backwards=backwards)
        also = self._also
        if also is not None and low <= also < high and also not in found:
            insort(found, also, key=(lambda no: -no) if backwards else None)
            del found[len(found) if limit is None else limit :]
        return found

    # -- places ----------------------------------------------------------------------------------------

    def places(self, start: int, end: int) -> tuple[ClaimPlace, ...]:
        """Where the claims stand that cut `[start, end)` of the article, in no order."""
        first = self._article_no << ARTICLE_SHIFT
        low = first + (max(0, start - REACH) << START_SHIFT)
        high = min(first + ((end + REACH) << START_SHIFT), span_of(self._article_no)[1])
        if self._views.veil is None:
            found = self._stored_places(low, high)
        else:  # what is hidden of a claim is hidden here too
            views = self._views.numbered(self._numbers(low, high, None))
            found = [ClaimPlace.of(view) for view in views.values()]
        return tuple(place for place in found if place.start < max(end, start + 1) and place.end > start)

    def _stored_places(self, low: int, high: int) -> list[ClaimPlace]:
        if self._everything:
            which = f"s.no >= ? AND s.no < ? AND s.status IN ({_LISTED})"
            parameters: tuple[int | str, ...] = (low, high)
        else:
            numbers = json.dumps(self._numbers(low, high, None))
            which = "s.no IN (SELECT value FROM json_each(?))"
            parameters = (numbers,)
        rows = self._db.rows(
            'SELECT c.id, coalesce(s.start, c.start), coalesce(s."end", c."end"), s.status, '
            "EXISTS (SELECT 1 FROM skip p WHERE p.reviewer = ? AND p.claim_no = s.no) "
            f"FROM claim_state s CROSS JOIN claim c ON c.no = s.no WHERE {which}",
            (self._views.reviewer, *parameters),
        )
        return [
            ClaimPlace(
                claim_id, start, end, "pending" if status == "stale" else status, bool(off), status == "stale"
            )
            for claim_id, start, end, status, off in rows
        ]
