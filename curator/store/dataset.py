"""One unchanging state of the database for export, verification and reports, in the order they ask for.

Never blocks a decision for long: a big database is copied first through the backup API, a small one is read
within one transaction.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from curator.models import Article, ClaimView, Event, Evidence, Progress, Relation, RelationKind, Speaker
from curator.store.claim_rows import span_of
from curator.store.database import Database
from curator.store.evidence import EvidenceCodes
from curator.store.log import EVENT_COLUMNS, Log
from curator.store.rows import STATE_SEPARATOR
from curator.store.speaker_list import SpeakerList
from curator.store.state import State
from curator.store.views import Views

if TYPE_CHECKING:
    from curator.review.agreement import Both
    from curator.review.repetition import Answers

_READ_IN_PLACE = 32_000_000
"""A file of up to so many bytes is read under a lock; that takes a second or so."""
_PAGE = 500


@contextmanager
def frozen(database: Database, reviewer: str) -> Iterator[Snapshot]:
    """The database as it is now, for as long as the block lasts."""
    if database.path.stat().st_size <= _READ_IN_PLACE:
        with database.snapshot():
            yield Snapshot(database, reviewer)
        return
    with tempfile.TemporaryDirectory(prefix=".curator-", dir=roomy(database)) as folder:
        path = Path(folder) / database.path.name
        copy = Database.copied(database, path)
        try:
            yield Snapshot(copy, reviewer)
        finally:
            copy.close()


def roomy(database: Database) -> str | None:
    """Beside the database, which has room for another; else wherever temporary files go."""
    folder = database.path.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            return str(folder)
    except OSError:
        return None


@dataclass(slots=True)
class _Cluster:
    """What relations need to know of a cluster."""

    members: list[str] = field(default_factory=list)
    reviewers: set[str] = field(default_factory=set)
    """Of the merges in it."""
    decided_at: str = ""
    against: dict[str, list[Relation]] = field(default_factory=lambda: defaultdict(list))
    """By canonical claim: the words that stand between it and other clusters."""


class Snapshot:
    """A `curator.export` dataset over one database that does not change meanwhile."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self._db = database
        self._views = Views(database, reviewer)
        self._state = State(database, reviewer)
        self._log = Log(database)

    def articles(self) -> Iterator[Article]:
        """Every article, by id."""
        after = ""
        while row := self._db.first(
            "SELECT id, text, title, publisher, published, url, source FROM article "
            "WHERE id > ? ORDER BY id LIMIT 1",
            (after,),
        ):
            yield Article(*row)
            after = row[0]

    def claims(self) -> Iterator[ClaimView]:
        """Every listed claim, by (article_id, extracted start, extracted end, id)."""
        after = ""
        while rows := self._db.rows(
            "SELECT id, no FROM article WHERE id > ? ORDER BY id LIMIT ?", (after, _PAGE)
        ):
            for _, number in rows:
                views = self._views.of_article(number)
                yield from sorted(views, key=lambda v: (v.claim.start, v.claim.end, v.claim.id))
            after = rows[-1][0]

    def claims_with_text(self) -> Iterator[tuple[Article, list[ClaimView]]]:
        """Every article with all of its claims, also those that are not listed, by article id."""
        for article in self.articles():
            number = self._db.one("SELECT no FROM article WHERE id = ?", (article.id,))[0]
            numbers = self._db.rows("SELECT no FROM claim WHERE no >= ? AND no < ?", span_of(number))
            yield article, list(self._views.numbered(row[0] for row in numbers).values())

    def events(self) -> Iterator[Event]:
        """The whole log, by (hlc, reviewer, rseq)."""
        after: tuple[str, str, int] = ("", "", 0)
        while rows := self._db.rows(
            f"SELECT {EVENT_COLUMNS} FROM decision_event e WHERE (e.hlc, e.reviewer, e.rseq) > (?, ?, ?) "
            "ORDER BY e.hlc, e.reviewer, e.rseq LIMIT ?",
            (*after, _PAGE),
        ):
            yield from (Event(*row) for row in rows)
            after = (rows[-1][4], rows[-1][2], rows[-1][3])

    def heads(self) -> Iterator[tuple[str, int, str]]:
        """(reviewer, rseq, hash) of the last event of each chain, by reviewer."""
        return iter(self._log.heads())

    def progress(self) -> Progress:
        """The counts from the projections."""
        return self._state.progress()

    def verdict_pairs(self) -> list[Both]:
        """For every two reviewers of a same claim, how many claims have which two standing verdicts."""
        return self._state.verdict_pairs()

    def answers(self) -> Iterator[Answers]:
        """(reviewer, first verdict, second) of every claim that was asked again."""
        from curator.store.repetition import Repetitions

        return Repetitions(self._db).answers()

    def evidence(self, left_id: str, right_id: str) -> tuple[Evidence, ...]:
        """What spoke for proposing that two claims contradict each other, as seen from the left one.

        Empty where that was not proposed.
        """
        from curator.match.turning import turned_words

        row = self._db.first(
            "SELECT 0, c.evidence FROM claim l, claim g, candidate c WHERE l.id = ?1 AND g.id = ?2 "
            "AND c.left_no = l.no AND c.right_no = g.no AND c.kind = 'contradicts' "
            "UNION ALL SELECT 1, c.evidence FROM claim l, claim g, candidate c WHERE l.id = ?1 AND g.id = ?2 "
            "AND c.left_no = g.no AND c.right_no = l.no AND c.kind = 'contradicts'",
            (left_id, right_id),
        )
        if row is None:
            return ()
        evidence = EvidenceCodes(self._db).evidence(row[1])
        return turned_words(evidence) if row[0] else evidence

    def speakers(self) -> Iterator[Speaker]:
        """Every speaker with all names that claims have of them, by the name that they are known by."""
        yield from SpeakerList(self._db).all()

    # -- relations -------------------------------------------------------------------------------------

    def relations(self) -> Iterator[Relation]:
        """Every decided and inferred relation, by (left_id, right_id)."""
        decided = self._decided()
        canonical, clusters = self._clusters()
        for pair, relation in decided.items():
            left, right = (canonical.get(c, c) for c in pair)
            if relation.relation == "same":
                clusters[left].reviewers.update(relation.reviewers)
                clusters[left].decided_at = max(clusters[left].decided_at, relation.decided_at)
            elif left != right:
                for here, there, member in ((left, right, pair[0]), (right, left, pair[1])):
                    clusters.setdefault(here, _Cluster([member]))
                    clusters[here].against[there].append(relation)
        for left_id in sorted({m for cluster in clusters.values() for m in cluster.members}):
            cluster = clusters[canonical.get(left_id, left_id)]
            found: dict[str, Relation] = {}
            for right_id, relation in self._inferred(left_id, cluster, clusters):
                found.setdefault(right_id, decided.get((left_id, right_id), relation))
            for right_id in sorted(found):
                yield found[right_id]

    def _decided(self) -> dict[tuple[str, str], Relation]:
        rows = self._db.rows(
            "SELECT l.id, g.id, r.relation, r.type, r.reviewers, r.decided_at, r.conflict FROM relation r "
            "JOIN claim l ON l.no = r.left_no JOIN claim g ON g.no = r.right_no"
        )
        return {
            (left, right): Relation(
                left_id=left,
                right_id=right,
                relation=relation,
                type=type_,
                source="decided",
                reviewers=tuple(reviewers.split(STATE_SEPARATOR)),
                decided_at=decided_at,
                disputed=bool(conflict),
            )
            for left, right, relation, type_, reviewers, decided_at, conflict in rows
        }

    def _clusters(self) -> tuple[dict[str, str], dict[str, _Cluster]]:
        """The canonical claim of each merged claim, and the clusters of two and more."""
        rows = self._db.rows(
            "SELECT k.id, c.id FROM claim_state s JOIN claim c ON c.no = s.no "
            "JOIN claim k ON k.no = s.canonical_no WHERE s.canonical_no <> s.no"
        )
        canonical: dict[str, str] = {}
        clusters: dict[str, _Cluster] = {}
        for head, member in rows:
            canonical[member] = head
            clusters.setdefault(head, _Cluster([head])).members.append(member)
        return canonical, clusters

    def _inferred(
        self, left_id: str, here: _Cluster, clusters: dict[str, _Cluster]
    ) -> Iterator[tuple[str, Relation]]:
        """What follows for one claim and every claim with a greater id; decided pairs are among them."""
        for right_id in here.members:
            if right_id > left_id:
                yield right_id, _follows(left_id, right_id, "same", [], here)
        for there, words in here.against.items():
            other = clusters[there]
            for right_id in other.members:
                if right_id > left_id:
                    yield right_id, _follows(left_id, right_id, words[0].relation, words, here, other)


def _follows(
    left_id: str, right_id: str, relation: RelationKind, words: list[Relation], *clusters: _Cluster
) -> Relation:
    """The relation that follows from `words` between two clusters, or from being in one."""
    ordered = sorted(words, key=lambda w: (w.decided_at, w.left_id, w.right_id))
    if ordered:
        relation = ordered[0].relation
    reviewers = {r for c in clusters for r in c.reviewers} | {r for w in words for r in w.reviewers}
    return Relation(
        left_id=left_id,
        right_id=right_id,
        relation=relation,
        type=ordered[0].type if ordered else "",
        source="inferred",
        reviewers=tuple(sorted(reviewers)),
        decided_at=max([c.decided_at for c in clusters] + [w.decided_at for w in words]),
        disputed=any(w.disputed for w in words),
    )
