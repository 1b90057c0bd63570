"""Small things a screen needs at once: counts, the session, ids by prefix, articles in a list.

Counts come from the tallies that triggers keep; nothing here counts rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from curator.frozen import dataclass
from curator.models import CuratorError, Progress, Session
from curator.review.pace import minutes_left
from curator.store.database import Database, Row
from curator.store.lately import decided_lately
from curator.store.log import Log
from curator.store.openings import Openings
from curator.store.times import now

if TYPE_CHECKING:
    from curator.review.agreement import Both

_PAGE = 500
_ID_TABLES = {
    "claim": ("claim", "id"),
    "article": ("article", "id"),
    "event": ("decision_event", "event_id"),
}


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article without its text, with the state of its claims."""

    id: str
    title: str
    publisher: str
    published: str
    url: str
    source: str
    length: int
    """In code points."""
    claims: int
    pending: int
    opening: str = ""
    """How its text begins, where its title does not say what it is called; for `titles`."""


SUMMARY = "a.no, a.id, a.title, a.publisher, a.published, a.url, a.source, a.length, s.claims, s.pending"
"""What `summaries` are made of."""


def summaries(rows: Sequence[Row], openings: Openings) -> Iterator[ArticleSummary]:
    """Articles from rows of `SUMMARY`."""
    begin = openings.of((row[0], row[2]) for row in rows)
    return (ArticleSummary(*(*row[1:], begin.get(row[0], ""))) for row in rows)


class State:
    """Counts, sessions and lists of one database."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self._db = database
        self._reviewer = reviewer
        self._log = Log(database)
        self._openings = Openings(database)

    def progress(self) -> Progress:
        """The counts as they are now, and this reviewer's time left."""
        counts: dict[str, int] = dict(self._db.rows("SELECT name, count FROM tally"))
        pending = counts.get("claims pending", 0)
        return Progress(
            pending=pending,
            confirmed=counts.get("claims confirmed", 0),
            rejected=counts.get("claims rejected", 0),
            merged=counts.get("claims merged", 0),
            disputed=counts.get("claims disputed", 0),
            skipped=counts.get(f"skipped {self._reviewer}", 0),
            articles=counts.get("articles", 0),
            same=counts.get("relations same", 0),
            contradicts=counts.get("relations contradicts", 0),
            unrelated=counts.get("relations unrelated", 0),
            minutes_left=minutes_left(pending, self.recent()),
        )

    def recent(self) -> list[int]:
        """When this reviewer decided last, in milliseconds."""
        return decided_lately(self._db, self._log, self._reviewer)

    def verdict_pairs(self) -> list[Both]:
        """For every two reviewers of a same claim, how many claims have which two standing verdicts."""
        return self._db.rows(
            "SELECT a.reviewer, b.reviewer, a.verdict, b.verdict, count(*) FROM verdict a JOIN verdict b "
            "ON b.claim_no = a.claim_no AND b.reviewer > a.reviewer GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
        )

    def skipped(self) -> int:
        """How many pending claims this reviewer put off."""
        row = self._db.first("SELECT count FROM tally WHERE name = ?", (f"skipped {self._reviewer}",))
        return int(row[0]) if row else 0

    def pending(self) -> int:
        row = self._db.first("SELECT count FROM tally WHERE name = 'claims pending'")
        return int(row[0]) if row else 0

    def session(self) -> Session:
        """Where this reviewer stands; the beginning when there is no saved session."""
        row = self._db.first(
            'SELECT reviewer, "order", filter, claim_id, view, saved_at FROM session WHERE reviewer = ?',
            (self._reviewer,),
        )
        return Session(*row) if row else Session(self._reviewer)

    def save_session(self, session: Session) -> None:
        """Keep where this reviewer stands, on disk when this returns."""
        with self._db.writing():
            self._db.run(
                'INSERT INTO session(reviewer, "order", filter, claim_id, view, saved_at) '
                'VALUES (?1,?2,?3,?4,?5,?6) ON CONFLICT(reviewer) DO UPDATE SET "order" = ?2, filter = ?3, '
                "claim_id = ?4, view = ?5, saved_at = ?6",
                (self._reviewer, session.order, session.filter, session.claim_id, session.view, now()),
            )

    def articles(self) -> Iterator[ArticleSummary]:
        """Every article in the order in which they came in, a page at a time."""
        after = 0
        while True:
            rows = self._db.rows(
                f"SELECT {SUMMARY} FROM article a JOIN article_state s ON s.no = a.no "
                "WHERE a.no > ? ORDER BY a.no LIMIT ?",
                (after, _PAGE),
            )
            yield from summaries(rows, self._openings)
            if len(rows) < _PAGE:
                return
            after = rows[-1][0]

    def resolve(self, prefix: str, among: str) -> str:
        """The one id that starts with `prefix`; raises CuratorError for none or several."""
        if among not in _ID_TABLES:
            raise CuratorError(f"there are no ids of {among!r}; there are {', '.join(_ID_TABLES)}")
        table, column = _ID_TABLES[among]
        wanted = prefix.strip().lower()
        if not wanted:
            raise CuratorError(f"give the beginning of the id of a {among}")
        rows = self._db.rows(
            f"SELECT {column} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT 4",
            (wanted, wanted + "\U0010ffff"),
        )
        if not rows:
            raise CuratorError(f"no {among} has an id that starts with {prefix!r}")
        if len(rows) > 1 and rows[0][0] != wanted:
            some = ", ".join(row[0][: len(wanted) + 4] for row in rows[:3])
            raise CuratorError(
                f"several {among}s have an id that starts with {prefix!r} ({some} …); give more of it"
            )
        return str(rows[0][0])
