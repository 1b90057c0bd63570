"""The words on pairs as the tables have them, worked out anew for a few clusters at a time.

Never writes an event: what is here follows from the log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from curator.review import pairs
from curator.review.clusters import Clusters
from curator.review.facts import Fact, Pair
from curator.review.pairs import PairWord
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.membership import Membership
from curator.store.rows import word_of, word_row


@dataclass(slots=True)
class News:
    """What came out different."""

    disputes_changed: set[str]
    """Claims with a pair that is disputed now and was not, or the other way round."""
    conflicts: list[PairWord]
    """Words that conflict with clusters now and did not before."""
    keeps_apart: bool
    """Whether any word, now or before, keeps two clusters apart."""


class PairWords:
    """The relations of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._corpus = Corpus(database)
        self._membership = Membership(database)

    def stored(self, numbers: Iterable[int]) -> dict[Pair, PairWord]:
        """The words on every pair with one of these claims."""
        rows = self._db.rows(
            """
            WITH here(no) AS (SELECT value FROM json_each(?)),
            near(left_no, right_no) AS (
              SELECT r.left_no, r.right_no FROM here CROSS JOIN relation r ON r.left_no = here.no
              UNION SELECT r.left_no, r.right_no FROM here CROSS JOIN relation r ON r.right_no = here.no)
            SELECT l.id, g.id, r.relation, r.type, r.reviewers, r.decided_at, r.conflict, r.events
            FROM near CROSS JOIN relation r ON r.left_no = near.left_no AND r.right_no = near.right_no
            JOIN claim l ON l.no = r.left_no JOIN claim g ON g.no = r.right_no
            """,
            (json.dumps(list(numbers)),),
        )
        return {(row[0], row[1]): word_of(row) for row in rows}

    def between(self, left: str, right: str) -> list[PairWord]:
        """The words that stand between the clusters of two claims and keep them apart."""
        here, there = (self._membership.around([claim_id]) for claim_id in (left, right))
        return [
            word
            for word in self.stored(here.values()).values()
            if word.relation != "same" and set(word.pair) & here.keys() and set(word.pair) & there.keys()
        ]

    def refold(self, numbers: Mapping[str, int], clusters: Clusters, facts: Sequence[Fact]) -> News:
        """Work out the words on every pair with one of these claims, inside `writing()`.

        `clusters` are those of these claims, each whole; `facts` all that stands of them.
        """
        outside = self._canonicals(c for fact in facts for c in fact.claim_ids if c not in numbers)

        def canonical(claim_id: str) -> str:
            return clusters.canonical(claim_id) if claim_id in numbers else outside.get(claim_id, claim_id)

        said = pairs.words(facts, canonical)
        before = self.stored(numbers.values())
        self._write(before, said)
        disputes_changed: set[str] = set()
        conflicts = []
        for pair in before.keys() | said.keys():
            old, new = before.get(pair), said.get(pair)
            if bool(old and old.disputed) != bool(new and new.disputed):
                disputes_changed.update(pair)
            if new and new.conflict in ("inside", "between") and (not old or old.conflict != new.conflict):
                conflicts.append(new)
        conflicts.sort(key=lambda word: word.pair)
        apart = any(word.relation != "same" for word in (*before.values(), *said.values()))
        if apart:
            self._recount({c for pair in (*before, *said) for c in pair} | numbers.keys())
        return News(disputes_changed, conflicts, apart)

    def _canonicals(self, claim_ids: Iterable[str]) -> dict[str, str]:
        rows = self._db.rows(
            "SELECT c.id, k.id FROM json_each(?) j CROSS JOIN claim c ON c.id = j.value "
            "CROSS JOIN claim_state s ON s.no = c.no CROSS JOIN claim k ON k.no = s.canonical_no",
            (json.dumps(list(set(claim_ids))),),
        )
        return dict(rows)

    def _write(self, before: Mapping[Pair, PairWord], said: Mapping[Pair, PairWord]) -> None:
        gone = before.keys() - said.keys()
        changed = [word for pair, word in said.items() if before.get(pair) != word]
        numbers = self._corpus.numbers(c for pair in (*gone, *(w.pair for w in changed)) for c in pair)
        self._db.run_many(
            "DELETE FROM relation WHERE left_no = ? AND right_no = ?",
            [(numbers[left], numbers[right]) for left, right in gone],
        )
        self._db.run_many(
            """
            INSERT INTO relation
              (left_no, right_no, relation, type, reviewers, decided_at, conflict, events)
            VALUES (?1,?2,?3,?4,?5,?6,?7,?8) ON CONFLICT(left_no, right_no) DO UPDATE SET
              relation = ?3, type = ?4, reviewers = ?5, decided_at = ?6, conflict = ?7, events = ?8
            """,
            [word_row(numbers, word) for word in changed],
        )

    def _recount(self, claim_ids: Iterable[str]) -> None:
        """Count for each member of the clusters of these claims how many clusters stand against its own."""
        concerned = json.dumps(list(self._membership.around(claim_ids).values()))
        rows = self._db.rows(
            """
            WITH here(no) AS (SELECT value FROM json_each(?)),
            word(no, other) AS (
              SELECT r.left_no, r.right_no FROM here CROSS JOIN relation r
                ON r.left_no = here.no AND r.relation = 'contradicts'
              UNION ALL
              SELECT r.right_no, r.left_no FROM here CROSS JOIN relation r
                ON r.right_no = here.no AND r.relation = 'contradicts')
            SELECT m.canonical_no, count(DISTINCT o.canonical_no)
            FROM word w CROSS JOIN claim_state m ON m.no = w.no CROSS JOIN claim_state o ON o.no = w.other
            WHERE o.canonical_no <> m.canonical_no GROUP BY 1
            """,
            (concerned,),
        )
        against: dict[int, int] = dict(rows)
        members = self._db.rows(
            "SELECT s.no, s.canonical_no, s.contradictions FROM json_each(?) j "
            "CROSS JOIN claim_state s ON s.no = j.value",
            (concerned,),
        )
        self._db.run_many(
            "UPDATE claim_state SET contradictions = ? WHERE no = ?",
            [(against.get(head, 0), no) for no, head, count in members if against.get(head, 0) != count],
        )
