"""Keeps the projections in step with the log, event by event, in the event's own transaction.

The rules are `curator.review`'s; this finds what an event can touch, asks the rules about that much and
writes what came out different. Never touches the log.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from curator.models import Event
from curator.review import pairs, verdicts
from curator.review.clusters import Clusters, replay, reshapes
from curator.review.facts import Fact, read
from curator.review.fold import undone
from curator.review.pairs import PairWord
from curator.review.verdicts import MERGED_AND_REJECTED, Judgement, Standing
from curator.store.candidates import OpenCandidates
from curator.store.corpus import SEARCHED, UNSEARCHED, Corpus
from curator.store.database import Database
from curator.store.log import Log
from curator.store.membership import Membership
from curator.store.pair_words import PairWords
from curator.store.rows import state_row, stored_status
from curator.store.speakers import Speakers
from curator.store.troubles import Damaged

_AT_ONCE = 500
"""Claims judged together; more of them would be read into memory for nothing."""


@dataclass(slots=True)
class Change:
    """What an event changed, for the guard and for what the reviewer is told."""

    settled: set[tuple[int, int]] = field(default_factory=set)
    """Pairs of claim numbers whose candidates were open and are no longer asked."""
    conflicts: list[PairWord] = field(default_factory=list)
    """Words on pairs that conflict with clusters now and did not before."""
    rejected_members: list[str] = field(default_factory=list)
    """Claims that are now both rejected and merged, and were not before."""

    def add(self, other: Change) -> None:
        """Let what another part of the work changed count too."""
        self.settled |= other.settled
        self.conflicts += other.conflicts
        self.rejected_members += other.rejected_members


class Projection:
    """The tables that say what the log comes to."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._log = Log(database)
        self._corpus = Corpus(database)
        self._open = OpenCandidates(database)
        self._membership = Membership(database)
        self._words = PairWords(database)
        self._speakers = Speakers(database)

    def apply(self, events: Iterable[Event], told: Callable[[int], None] | None = None) -> Change:
        """Take new events, already in the log, into the projections at once; inside `writing()`.

        `told` is called with how many of the claims that they speak of are judged.
        """
        facts = []
        for event in events:
            base = self._log.base(event)
            if base is not event:
                self._mark_undone(self._log.undos(base))
            facts.append(read(base))
        change = self._refold(facts, told)
        self._speakers.settle_after(name for fact in facts for name in fact.names)
        return change

    def _mark_undone(self, tree: Sequence[Fact]) -> None:
        gone = undone(tree)
        for fact in tree:
            statement = (
                "INSERT OR IGNORE INTO undone(seq) VALUES (?)"
                if fact.event.event_id in gone
                else "DELETE FROM undone WHERE seq = ?"
            )
            self._db.run(statement, (fact.event.seq,))

    def _refold(self, facts: Iterable[Fact], told: Callable[[int], None] | None) -> Change:
        """Work out anew everything that these facts, standing or taken back, can have touched."""
        reshaping: set[str] = set()
        paired: list[Fact] = []
        others: dict[str, None] = {}
        for fact in facts:
            if reshapes(fact):
                reshaping.update(fact.claim_ids)
            elif pairs.speaks_of_pair(fact):
                paired.append(fact)
            else:
                others.update(dict.fromkeys(fact.claim_ids))
        change = Change()
        if touched := self._corpus.numbers(reshaping):
            change.add(self._refold_clusters(touched))
        for fact in paired:
            if touched := self._corpus.numbers(fact.claim_ids):
                change.add(self._refold_pair(touched))
        numbers = list(self._corpus.numbers(others).items())
        for start in range(0, len(numbers), _AT_ONCE):
            change.add(self._judge(Change(), dict(numbers[start : start + _AT_ONCE]), asked=()))
            if told is not None:
                told(start)
        return change

    def judge_anew(self, claim_ids: Iterable[str]) -> None:
        """Judge these claims again, after something besides the log changed; inside `writing()`."""
        self._judge(Change(), self._corpus.numbers(claim_ids), asked=())

    def _refold_clusters(self, touched: dict[str, int]) -> Change:
        """Replay the clusters of everything that was ever joined with these claims."""
        numbers = self._membership.component(touched)
        before = self._membership.stored(numbers)
        facts = self._log.standing(numbers.values())
        after = replay(facts)
        moved = {c: no for c, no in numbers.items() if before.canonical(c) != after.canonical(c)}
        self._db.run_many(
            "UPDATE claim_state SET canonical_no = ? WHERE no = ?",
            [(numbers[after.canonical(claim_id)], no) for claim_id, no in moved.items()],
        )
        news = self._words.refold(numbers, after, facts)
        change = Change(conflicts=news.conflicts)
        judged = {*touched, *moved, *news.disputes_changed, *_no_longer_alone(numbers, before, after)}
        asked = numbers.values() if news.keeps_apart else {*moved.values(), *touched.values()}
        return self._judge(change, self._corpus.numbers(judged), asked)

    def _refold_pair(self, touched: dict[str, int]) -> Change:
        """Work out the words anew on the pairs of the clusters that these claims are in."""
        numbers = self._membership.around(touched)
        clusters = self._membership.stored(numbers)
        news = self._words.refold(numbers, clusters, self._log.standing(numbers.values()))
        smaller = min((clusters.members(claim_id) for claim_id in touched), key=len)
        asked = {numbers[member] for member in smaller}
        judged = self._corpus.numbers({*touched, *news.disputes_changed})
        return self._judge(Change(conflicts=news.conflicts), judged, asked)

    # -- claims ----------------------------------------------------------------------------------------

    def _judge(self, change: Change, numbers: dict[str, int], asked: Iterable[int]) -> Change:
        """Judge these claims, then see which candidates of those `asked` about are still open."""
        spoken: dict[str, list[Fact]] = defaultdict(list)
        for fact in self._log.standing(numbers.values()):
            for claim_id in fact.claim_ids:
                spoken[claim_id].append(fact)
        surroundings = self._surroundings(numbers)
        wanted = set(asked)
        for claim_id, no in numbers.items():
            judgement = verdicts.judge(claim_id, spoken[claim_id], surroundings[no])
            if self._put_judgement(claim_id, no, judgement, change):
                wanted.add(no)
        if wanted:
            change.settled = self._open.refresh(wanted)
        return change

    def _surroundings(self, numbers: dict[str, int]) -> dict[int, Standing]:
        wanted = json.dumps(list(numbers.values()))
        rows = self._db.rows(
            """
            SELECT s.no, s.canonical_no, k.id,
              EXISTS (SELECT 1 FROM relation r WHERE r.left_no = s.no AND r.conflict <> '')
                OR EXISTS (SELECT 1 FROM relation r WHERE r.right_no = s.no AND r.conflict <> ''),
              c.origin
            FROM json_each(?) j CROSS JOIN claim_state s ON s.no = j.value JOIN claim c ON c.no = s.no
            JOIN claim k ON k.no = s.canonical_no
            """,
            (wanted,),
        )
        sizes: dict[int, int] = dict(
            self._db.rows(
                "SELECT m.canonical_no, 1 + count(*) FROM json_each(?) j CROSS JOIN claim_state m "
                "ON m.canonical_no = j.value AND m.canonical_no <> m.no GROUP BY 1",
                (json.dumps(list({row[1] for row in rows})),),
            )
        )
        found = {
            no: Standing(k, sizes.get(canonical_no, 1), bool(disputed), origin)
            for no, canonical_no, k, disputed, origin in rows
        }
        if missing := next((claim_id for claim_id, no in numbers.items() if no not in found), ""):
            raise Damaged(f"the state of claim {missing} is not there")
        return found

    def _put_judgement(self, claim_id: str, no: int, judgement: Judgement, change: Change) -> bool:
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
            change.rejected_members.append(claim_id)
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


def _no_longer_alone(numbers: Iterable[str], before: Clusters, after: Clusters) -> set[str]:
    """The claims that have others beside them now and had none, or the other way round."""
    return {c for c in numbers if (len(before.members(c)) > 1) != (len(after.members(c)) > 1)}
