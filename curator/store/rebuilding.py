"""All projections made anew from the whole log by the same fold: after a union, and for `verify`.

Gives, event by event or all at once, the same rows; a test and every `verify` hold it to that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from curator.models import Event
from curator.review.fold import State, fold
from curator.review.verdicts import Judgement, Origin
from curator.store.additions import COUNT_OWN
from curator.store.candidates import UNASKED_SQL
from curator.store.corpus import SEARCHED, UNSEARCHED, Corpus
from curator.store.database import Database
from curator.store.log import EVENT_COLUMNS, Log
from curator.store.rows import state_row, word_row
from curator.store.speakers import count_anew

PROJECTIONS = (
    "event_claim",
    "undone",
    "claim_state",
    "verdict",
    "skip",
    "relation",
    "article_state",
    "tally",
    "candidate",
    "event_form",
    "speaker_form",
    "speaker_article",
    "speaker_word",
)
"""The tables that `rebuild` makes anew (of candidates only whether they are open)."""

_DEFAULT_STATUS = "CASE c.origin WHEN 'found' THEN 'pending' WHEN 'vanished' THEN 'stale' ELSE 'absent' END"


def rebuild(database: Database) -> State:
    """Make every projection anew, inside `writing()`; gives the state that the log comes to."""
    return _Rebuilding(database).run()


class _Rebuilding:
    def __init__(self, database: Database) -> None:
        self._db = database
        self._log = Log(database)
        self._corpus = Corpus(database)

    def run(self) -> State:
        self._clear()
        origins: dict[str, Origin] = dict(
            self._db.rows("SELECT id, origin FROM claim WHERE origin <> 'found'")
        )
        events = list(self._events())
        state = fold(events, lambda claim_id: origins.get(claim_id, "found"))
        del events
        numbers = self._corpus.numbers(state.judgements)
        self._db.run(
            "INSERT INTO undone(seq) SELECT e.seq FROM json_each(?) j "
            "JOIN decision_event e ON e.event_id = j.value",
            (json.dumps(list(state.undone)),),
        )
        self._put_judgements(state.judgements, numbers)
        self._put_clusters(state, numbers)
        self._close_candidates()
        self._count()
        count_anew(self._db)
        return state

    def _events(self) -> Iterator[Event]:
        after = 0
        while rows := self._db.rows(
            f"SELECT {EVENT_COLUMNS} FROM decision_event e WHERE e.seq > ? ORDER BY e.seq LIMIT 1000",
            (after,),
        ):
            for row in rows:
                event = Event(*row)
                self._log.index(event)
                yield event
            after = rows[-1][0]

    def _clear(self) -> None:
        """Take everything back to what it is before any decision."""
        for table in ("event_claim", "event_form", "undone", "verdict", "skip", "relation"):
            self._db.run(f"DELETE FROM {table}")
        edited = self._db.rows("SELECT no FROM claim_state WHERE wording IS NOT NULL OR speaker IS NOT NULL")
        self._db.run_many(UNSEARCHED, edited)
        self._db.run(
            "INSERT OR IGNORE INTO claim_state(no, article_no, status, canonical_no, doubt) "
            f"SELECT c.no, c.article_no, {_DEFAULT_STATUS}, c.no, 0 FROM claim c "
            "WHERE NOT EXISTS (SELECT 1 FROM claim_state s WHERE s.no = c.no)"
        )
        self._db.run(
            f"""
            UPDATE claim_state SET (status, article_no, canonical_no, doubt, contradictions, wording, speaker,
                start, "end", reason, reviewers, decided_at, notes, disputes) = (
              SELECT {_DEFAULT_STATUS}, c.article_no, c.no, 0.5 - abs(c.confidence - 0.5), 0,
                NULL, NULL, NULL, NULL, '', '', '', '', '' FROM claim c WHERE c.no = claim_state.no)
            WHERE EXISTS (
              SELECT 1 FROM claim c WHERE c.no = claim_state.no AND (
                claim_state.status <> {_DEFAULT_STATUS} OR claim_state.article_no <> c.article_no
                OR claim_state.doubt <> 0.5 - abs(c.confidence - 0.5)))
              OR canonical_no <> no OR contradictions <> 0 OR wording IS NOT NULL OR speaker IS NOT NULL
              OR start IS NOT NULL OR "end" IS NOT NULL OR reason <> '' OR reviewers <> ''
              OR decided_at <> '' OR notes <> '' OR disputes <> ''
            """
        )
        self._db.run_many(SEARCHED, edited)

    def _put_judgements(self, judgements: dict[str, Judgement], numbers: dict[str, int]) -> None:
        known = [(numbers[claim_id], j) for claim_id, j in judgements.items() if claim_id in numbers]
        edited = [(no,) for no, j in known if j.wording is not None or j.speaker is not None]
        self._db.run_many(UNSEARCHED, edited)
        self._db.run_many(
            'UPDATE claim_state SET status = ?, wording = ?, speaker = ?, start = ?, "end" = ?, reason = ?, '
            "reviewers = ?, decided_at = ?, notes = ?, disputes = ? WHERE no = ?",
            [(*state_row(judgement), no) for no, judgement in known],
        )
        self._db.run_many(SEARCHED, edited)
        self._db.run_many(
            "INSERT INTO verdict(claim_no, reviewer, verdict, reason, decided_at, seq) "
            "SELECT ?, ?, ?, ?, ?, seq FROM decision_event WHERE event_id = ?",
            [
                (no, v.reviewer, v.word, v.reason, v.decided_at, v.event_id)
                for no, judgement in known
                for v in judgement.verdicts
            ],
        )
        self._db.run_many(
            "INSERT INTO skip(reviewer, claim_no) VALUES (?, ?)",
            [(reviewer, no) for no, judgement in known for reviewer in judgement.skipped_by],
        )

    def _put_clusters(self, state: State, numbers: dict[str, int]) -> None:
        self._db.run_many(
            "UPDATE claim_state SET canonical_no = ? WHERE no = ?",
            [
                (numbers[cluster[0]], numbers[member])
                for cluster in state.clusters
                for member in cluster[1:]
                if member in numbers and cluster[0] in numbers
            ],
        )
        self._db.run_many(
            "INSERT INTO relation"
            "(left_no, right_no, relation, type, reviewers, decided_at, conflict, events) "
            "VALUES (?,?,?,?,?,?,?,?)",
            [word_row(numbers, word) for word in state.words.values() if numbers.keys() >= set(word.pair)],
        )
        self._db.run_many(
            "UPDATE claim_state SET contradictions = ? WHERE no = ?",
            [
                (count, numbers[member])
                for canonical, count in state.contradictions.items()
                for member in state.clusters.members(canonical)
                if member in numbers
            ],
        )

    def _close_candidates(self) -> None:
        """Open and close every candidate anew, and keep each claim's best open ones beside it."""
        self._db.run("DROP TABLE IF EXISTS temp.settled")
        self._db.run("CREATE TEMP TABLE settled(a INTEGER, b INTEGER, PRIMARY KEY(a, b)) WITHOUT ROWID")
        self._db.run(
            "INSERT OR IGNORE INTO temp.settled SELECT l.canonical_no, r.canonical_no FROM relation w "
            "JOIN claim_state l ON l.no = w.left_no JOIN claim_state r ON r.no = w.right_no "
            "UNION SELECT r.canonical_no, l.canonical_no FROM relation w "
            "JOIN claim_state l ON l.no = w.left_no JOIN claim_state r ON r.no = w.right_no"
        )
        self._db.run(
            f"""
            UPDATE candidate SET open = 1 - open FROM claim_state l, claim_state r
            WHERE l.no = candidate.left_no AND r.no = candidate.right_no AND candidate.open = (
              l.status IN {UNASKED_SQL} OR r.status IN {UNASKED_SQL} OR l.canonical_no = r.canonical_no
              OR EXISTS (SELECT 1 FROM temp.settled t WHERE t.a = l.canonical_no AND t.b = r.canonical_no))
            """
        )
        self._db.run("DROP TABLE temp.settled")
        self._db.run("DROP TABLE IF EXISTS temp.best")
        self._db.run(
            """
            CREATE TEMP TABLE best AS SELECT no,
              coalesce(max(score) FILTER (WHERE kind = 'contradicts'), 0.0) AS contradiction,
              coalesce(max(score) FILTER (WHERE kind = 'same'), 0.0) AS duplicate
            FROM (SELECT left_no AS no, kind, score FROM candidate WHERE open = 1
                  UNION ALL SELECT right_no, kind, score FROM candidate WHERE open = 1) GROUP BY no
            """
        )
        self._db.run("CREATE UNIQUE INDEX temp.best_no ON best(no)")
        self._db.run(
            """
            UPDATE claim_state SET contradiction_score = 0, duplicate_score = 0
            WHERE (contradiction_score <> 0 OR duplicate_score <> 0) AND no NOT IN (SELECT no FROM temp.best)
            """
        )
        self._db.run(
            """
            UPDATE claim_state SET contradiction_score = b.contradiction, duplicate_score = b.duplicate
            FROM temp.best b WHERE b.no = claim_state.no
              AND (contradiction_score <> b.contradiction OR duplicate_score <> b.duplicate)
            """
        )
        self._db.run("DROP TABLE temp.best")

    def _count(self) -> None:
        """Count everything that the tallies hold, row by row."""
        self._db.run("DELETE FROM tally")
        for name, table in (
            ("'claims ' || status", "claim_state"),
            ("'relations ' || relation", "relation"),
            ("'skipped ' || reviewer", "skip"),
            ("'candidates ' || kind || ' ' || open", "candidate"),
            ("'articles'", "article"),
        ):
            self._db.run(f"INSERT INTO tally(name, count) SELECT {name}, count(*) FROM {table} GROUP BY 1")
        self._db.run(COUNT_OWN)
        self._db.run(
            "UPDATE article_state SET (claims, pending) = ("
            "SELECT count(*) FILTER (WHERE status NOT IN ('stale','absent')), "
            "count(*) FILTER (WHERE status = 'pending') FROM claim_state s "
            "WHERE s.no >= article_state.no << 29 AND s.no < (article_state.no + 1) << 29)"
        )
