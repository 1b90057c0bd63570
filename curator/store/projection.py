"""Keeps the projections in step with the log, event by event, in the event's own transaction.

The rules are `curator.review`'s; this finds what an event can touch, asks the rules about that much and
writes what came out different. Never touches the log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from curator.models import Event
from curator.review import pairs, verdicts
from curator.review.clusters import Clusters, joins, replay, reshapes
from curator.review.facts import Fact, Pair, read
from curator.review.fold import undone
from curator.review.pairs import PairWord
from curator.review.verdicts import MERGED_AND_REJECTED, Judgement, Standing
from curator.store.candidates import OpenCandidates
from curator.store.corpus import SEARCHED, UNSEARCHED, Corpus
from curator.store.database import Damaged, Database
from curator.store.log import Log
from curator.store.rows import state_row, stored_status, word_of, word_row


@dataclass(slots=True)
class Change:
    """What an event changed, for the guard and for what the reviewer is told."""

    settled: set[tuple[int, int]] = field(default_factory=set)
    """Pairs of claim numbers whose candidates were open and are no longer asked."""
    conflicts: list[PairWord] = field(default_factory=list)
    """Words on pairs that conflict with clusters now and did not before."""
    rejected_members: list[str] = field(default_factory=list)
    """Claims that are now both rejected and merged, and were not before."""


@dataclass(slots=True)
class _Region:
    """The claims that one step works on, closed under everything that could have joined them."""

    numbers: dict[str, int]
    touched: set[str]
    ids: dict[int, str] = field(default_factory=dict)
    change: Change = field(default_factory=Change)
    rejudge: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.ids = {no: claim_id for claim_id, no in self.numbers.items()}


class Projection:
    """The tables that say what the log comes to."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._log = Log(database)
        self._corpus = Corpus(database)
        self._open = OpenCandidates(database)

    def apply(self, event: Event) -> Change:
        """Take one new event, already in the log, into the projections; inside `writing()`."""
        if event.kind == "undo":
            base = self._log.base(event)
            self._mark_undone(self._log.undos(base))
            return self.refold([read(base)])
        return self.refold([read(event)])

    def _mark_undone(self, tree: Sequence[Fact]) -> None:
        gone = undone(tree)
        for fact in tree:
            statement = (
                "INSERT OR IGNORE INTO undone(seq) VALUES (?)"
                if fact.event.event_id in gone
                else "DELETE FROM undone WHERE seq = ?"
            )
            self._db.run(statement, (fact.event.seq,))

    def refold(self, facts: Sequence[Fact]) -> Change:
        """Work out anew everything that these facts, standing or taken back, can have touched."""
        touched = {claim_id for fact in facts for claim_id in fact.claim_ids}
        touched = set(self._corpus.numbers(touched))
        if not touched:
            return Change()
        if any(reshapes(fact) for fact in facts):
            return self._refold_component(touched)
        if any(pairs.speaks_of_pair(fact) for fact in facts):
            region = _Region(self._clusters_around(touched), touched)
            self._refold_words(region, self._stored_clusters(region))
            return self._finish(region)
        region = _Region(self._corpus.numbers(touched), touched)
        return self._finish(region)

    def judge_anew(self, claim_ids: Iterable[str]) -> None:
        """Judge these claims again, after something besides the log changed; inside `writing()`."""
        touched = set(claim_ids)
        if touched:
            self._finish(_Region(self._corpus.numbers(touched), touched))

    # -- clusters --------------------------------------------------------------------------------------

    def _refold_component(self, touched: set[str]) -> Change:
        region = _Region(self._component(touched), touched)
        before = self._stored_clusters(region)
        facts = self._log.standing(region.numbers.values())
        after = replay(facts)
        moved = []
        for claim_id, no in region.numbers.items():
            canonical = region.numbers[after.canonical(claim_id)]
            if before.canonical(claim_id) != after.canonical(claim_id):
                moved.append((canonical, no))
            if set(before.members(claim_id)) != set(after.members(claim_id)) or (canonical, no) in moved:
                region.rejudge.add(claim_id)
        self._db.run_many("UPDATE claim_state SET canonical_no = ? WHERE no = ?", moved)
        self._refold_words(region, after, facts)
        return self._finish(region)

    def _component(self, touched: set[str]) -> dict[str, int]:
        """Every claim that a merge, standing or not, connects with these."""
        numbers = self._corpus.numbers(touched)
        frontier = dict(numbers)
        while frontier:
            found = {
                claim_id
                for fact in self._log.spoken(frontier.values())
                if joins(fact)
                for claim_id in fact.claim_ids
            }
            frontier = self._corpus.numbers(found - numbers.keys())
            numbers.update(frontier)
        return numbers

    def members(self, claim_ids: Iterable[str]) -> list[int]:
        """The numbers of all members of the clusters that these claims are in."""
        return list(self._clusters_around(claim_ids).values())

    def words_between(self, left: str, right: str) -> list[PairWord]:
        """The words that stand between the clusters of two claims and keep them apart."""
        here, there = (self._clusters_around([claim_id]) for claim_id in (left, right))
        words = self._stored_words(_Region(here, {left}))
        return [
            word
            for word in words.values()
            if word.relation != "same" and set(word.pair) & here.keys() and set(word.pair) & there.keys()
        ]

    def _clusters_around(self, touched: Iterable[str]) -> dict[str, int]:
        """The members of the clusters that these claims are in."""
        rows = self._db.rows(
            "SELECT c.id, c.no FROM json_each(?) j JOIN claim t ON t.id = j.value "
            "JOIN claim_state s ON s.no = t.no JOIN claim_state m ON m.no = s.canonical_no "
            "OR (m.canonical_no = s.canonical_no AND m.canonical_no <> m.no) JOIN claim c ON c.no = m.no",
            (json.dumps(list(touched)),),
        )
        return dict(rows)

    def _stored_clusters(self, region: _Region) -> Clusters:
        """The clusters of a region as the tables have them."""
        clusters = Clusters()
        rows = self._db.rows(
            "SELECT s.no, s.canonical_no FROM json_each(?) j JOIN claim_state s ON s.no = j.value "
            "WHERE s.canonical_no <> s.no ORDER BY s.no",
            (json.dumps(list(region.numbers.values())),),
        )
        for no, canonical_no in rows:
            clusters.merge(region.ids[no], region.ids[canonical_no])
        return clusters

    # -- words on pairs --------------------------------------------------------------------------------

    def _refold_words(self, region: _Region, clusters: Clusters, facts: list[Fact] | None = None) -> None:
        """Work out the words on every pair with a claim of the region."""
        if facts is None:
            facts = self._log.standing(region.numbers.values())
        outside = self._canonicals_outside(region, facts)

        def canonical(claim_id: str) -> str:
            return clusters.canonical(claim_id) if claim_id in region.numbers else outside[claim_id]

        said = pairs.words(facts, canonical)
        before = self._stored_words(region)
        numbers = {**self._corpus.numbers(c for pair in (*said, *before) for c in pair), **region.numbers}
        for left, right in before.keys() - said.keys():
            self._db.run(
                "DELETE FROM relation WHERE left_no = ? AND right_no = ?", (numbers[left], numbers[right])
            )
        for pair, word in said.items():
            if before.get(pair) != word:
                self._put_word(numbers, word)
        for pair in before.keys() | said.keys():
            old, new = before.get(pair), said.get(pair)
            if (old and old.disputed) != (new and new.disputed):
                region.rejudge.update(pair)
            if new and new.conflict in ("inside", "between") and (not old or old.conflict != new.conflict):
                region.change.conflicts.append(new)
        self._recount_contradictions(region, clusters, before, said)

    def _canonicals_outside(self, region: _Region, facts: Iterable[Fact]) -> dict[str, str]:
        others = {c for fact in facts for c in fact.claim_ids} - region.numbers.keys()
        rows = self._db.rows(
            "SELECT c.id, k.id FROM json_each(?) j JOIN claim c ON c.id = j.value "
            "JOIN claim_state s ON s.no = c.no JOIN claim k ON k.no = s.canonical_no",
            (json.dumps(list(others)),),
        )
        return {claim_id: claim_id for claim_id in others} | dict(rows)

    def _stored_words(self, region: _Region) -> dict[Pair, PairWord]:
        rows = self._db.rows(
            "WITH here(no) AS (SELECT value FROM json_each(?)), "
            "near(left_no, right_no) AS ("
            "SELECT r.left_no, r.right_no FROM here JOIN relation r ON r.left_no = here.no "
            "UNION SELECT r.left_no, r.right_no FROM here JOIN relation r ON r.right_no = here.no) "
            "SELECT l.id, g.id, r.relation, r.type, r.reviewers, r.decided_at, r.conflict, r.events "
            "FROM near JOIN relation r ON r.left_no = near.left_no AND r.right_no = near.right_no "
            "JOIN claim l ON l.no = r.left_no JOIN claim g ON g.no = r.right_no",
            (json.dumps(list(region.numbers.values())),),
        )
        return {(row[0], row[1]): word_of(row) for row in rows}

    def _put_word(self, numbers: dict[str, int], word: PairWord) -> None:
        self._db.run(
            """
            INSERT INTO relation
              (left_no, right_no, relation, type, reviewers, decided_at, conflict, events)
            VALUES (?1,?2,?3,?4,?5,?6,?7,?8) ON CONFLICT(left_no, right_no) DO UPDATE SET
              relation = ?3, type = ?4, reviewers = ?5, decided_at = ?6, conflict = ?7, events = ?8
            """,
            word_row(numbers, word),
        )

    def _recount_contradictions(
        self, region: _Region, clusters: Clusters, before: dict[Pair, PairWord], said: dict[Pair, PairWord]
    ) -> None:
        """Count for each member of the clusters concerned how many clusters stand against its own."""
        near = {c for pair in (*before, *said) for c in pair} - region.numbers.keys()
        concerned = {**self._clusters_around(near), **region.numbers} if near else dict(region.numbers)
        self._db.run(
            """
            UPDATE claim_state SET contradictions = (
              SELECT count(DISTINCT o.canonical_no) FROM claim_state m
              JOIN relation r ON r.relation = 'contradicts' AND (r.left_no = m.no OR r.right_no = m.no)
              JOIN claim_state o ON o.no = CASE WHEN r.left_no = m.no THEN r.right_no ELSE r.left_no END
              WHERE (m.no = claim_state.canonical_no
                  OR (m.canonical_no = claim_state.canonical_no AND m.canonical_no <> m.no))
                AND o.canonical_no <> m.canonical_no)
            WHERE no IN (SELECT value FROM json_each(?))
            """,
            (json.dumps(list(concerned.values())),),
        )

    # -- claims ----------------------------------------------------------------------------------------

    def _finish(self, region: _Region) -> Change:
        """Judge what has to be judged anew, then see which candidates are still worth asking."""
        region.rejudge |= region.touched
        numbers = self._corpus.numbers(region.rejudge)
        facts = self._log.standing(numbers.values())
        surroundings = self._surroundings(numbers)
        askable = set()
        for claim_id, no in numbers.items():
            judgement = verdicts.judge(claim_id, facts, surroundings[no])
            if self._put_judgement(claim_id, no, judgement, region):
                askable.add(no)
        if len(region.numbers) > 1 or askable:
            region.change.settled = self._open.refresh({*region.numbers.values(), *askable})
        return region.change

    def _surroundings(self, numbers: dict[str, int]) -> dict[int, Standing]:
        rows = self._db.rows(
            """
            SELECT s.no, k.id, 1 + (SELECT count(*) FROM claim_state m
                WHERE m.canonical_no = s.canonical_no AND m.canonical_no <> m.no),
              EXISTS (SELECT 1 FROM relation r WHERE r.left_no = s.no AND r.conflict <> '')
                OR EXISTS (SELECT 1 FROM relation r WHERE r.right_no = s.no AND r.conflict <> ''),
              c.origin
            FROM json_each(?) j JOIN claim_state s ON s.no = j.value JOIN claim c ON c.no = s.no
            JOIN claim k ON k.no = s.canonical_no
            """,
            (json.dumps(list(numbers.values())),),
        )
        found = {no: Standing(k, size, bool(disputed), origin) for no, k, size, disputed, origin in rows}
        if missing := next((claim_id for claim_id, no in numbers.items() if no not in found), ""):
            raise Damaged(f"the state of claim {missing} is not there")
        return found

    def _put_judgement(self, claim_id: str, no: int, judgement: Judgement, region: _Region) -> bool:
        """Write what stands of one claim; whether it changed if its pairs are worth asking about."""
        old_status, old_wording, old_speaker, old_disputes = self._db.one(
            "SELECT status, wording, speaker, disputes FROM claim_state WHERE no = ?", (no,)
        )
        status = stored_status(judgement)
        if (old_wording, old_speaker) != (judgement.wording, judgement.speaker):
            self._db.run(UNSEARCHED, (no,))
        self._db.run(
            'UPDATE claim_state SET status = ?, wording = ?, speaker = ?, start = ?, "end" = ?, reason = ?, '
            "reviewers = ?, decided_at = ?, notes = ?, disputes = ? WHERE no = ?",
            (*state_row(judgement), no),
        )
        if (old_wording, old_speaker) != (judgement.wording, judgement.speaker):
            self._db.run(SEARCHED, (no,))
        self._put_verdicts(no, judgement)
        if MERGED_AND_REJECTED in judgement.disputes and MERGED_AND_REJECTED not in old_disputes:
            region.change.rejected_members.append(claim_id)
        return (status in UNASKED) != (old_status in UNASKED)

    def _put_verdicts(self, no: int, judgement: Judgement) -> None:
        self._db.run("DELETE FROM verdict WHERE claim_no = ?", (no,))
        for verdict in judgement.verdicts:
            self._db.run(
                "INSERT INTO verdict(claim_no, reviewer, verdict, reason, decided_at, seq) "
                "SELECT ?, ?, ?, ?, ?, seq FROM decision_event WHERE event_id = ?",
                (no, verdict.reviewer, verdict.word, verdict.reason, verdict.decided_at, verdict.event_id),
            )
        standing = {row[0] for row in self._db.rows("SELECT reviewer FROM skip WHERE claim_no = ?", (no,))}
        for reviewer in standing - set(judgement.skipped_by):
            self._db.run("DELETE FROM skip WHERE reviewer = ? AND claim_no = ?", (reviewer, no))
        for reviewer in set(judgement.skipped_by) - standing:
            self._db.run("INSERT INTO skip(reviewer, claim_no) VALUES (?, ?)", (reviewer, no))


UNASKED = frozenset({"rejected", "stale", "absent"})
"""Of claims with these statuses no pair is asked."""
