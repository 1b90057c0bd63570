"""Candidates as they are stored, and which of them are still open: what follows from decisions is not asked.

Scores and evidence are matching's; here a candidate is only written, opened and closed, and each claim's
best open ones are kept beside its state so that the queue can be ordered by an index.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from curator.models import Candidate
from curator.store.corpus import Corpus
from curator.store.database import Database, Row
from curator.store.evidence import evidence_json

UNASKED_SQL = "('rejected','stale','absent')"
"""Of claims with these statuses no pair is asked."""
WORTH_A_LOOK = 0.1
"""The likelihood from which an open candidate is shown beside its claims, not only in the queue of pairs."""

_Pair = tuple[int, int]
"""(left number, right number)."""
Standing = dict[_Pair, dict[str, Row]]
"""Pairs that are there: by kind, of which there is one, the score, the evidence and whether it is open."""


class OpenCandidates:
    """The candidates of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._corpus = Corpus(database)

    # -- writing proposals -----------------------------------------------------------------------------

    def put(self, candidates: Sequence[Candidate], numbers: Mapping[str, int] | None = None) -> int:
        """Store proposals, inside `writing()`; gives how many are new.

        A pair that is there takes the new kind, score and evidence; of one proposed as both kinds the
        likelier counts. What follows from decisions goes in closed. `numbers`: of all claims named, where
        the caller knows them.
        """
        if numbers is None:
            numbers = self._corpus.numbers(c for p in candidates for c in (p.left_id, p.right_id))
        rows = _rows(candidates, numbers)
        known = self.known(rows)
        turned = self.turn(rows.values(), known)
        new = [row for pair, row in rows.items() if pair not in known]
        special = self._special({no for row in new for no in row[:2]})
        self._db.run_many(
            "INSERT INTO candidate(left_no, right_no, kind, score, evidence) VALUES (?,?,?,?,?)", new
        )
        self.count(new)
        risen, scored_anew = [], []
        fallen = {no for pair in turned for no in pair}
        for pair, row in rows.items():
            score, evidence, is_open = known.get(pair, {}).get(row[2], (None, "", 0))
            if pair in known and (score, evidence) != row[3:5]:
                scored_anew.append(row)
                if score is not None and row[3] < score:
                    fallen.update(pair)
                elif score is not None and row[3] > score and is_open:
                    risen.append(row)
        self.rewrite(scored_anew)
        self._raise_scores([*new, *risen])
        self.refresh(special)
        self.rescore(fallen)
        return len(new)

    def turn(self, rows: Iterable[Row], known: Standing) -> set[_Pair]:
        """Let pairs that are `known` as the other kind stand as that of `rows` alone; gives which those are.

        The scores, and those of the claims, are left to the caller. What stands as both, as earlier
        versions left it under other weights, loses the other.
        """
        turned: list[Row] = []
        doubled: list[Row] = []
        moved: Counter[str] = Counter()
        for left, right, kind, *_ in rows:
            stands = known.get((left, right), {})
            for other in stands.keys() - {kind}:
                is_open = stands[other][2]
                moved[f"candidates {other} {is_open}"] -= 1
                if kind in stands:
                    doubled.append((left, right, other))
                else:
                    turned.append((left, right, other, kind))
                    moved[f"candidates {kind} {is_open}"] += 1
        self._db.run_many("DELETE FROM candidate WHERE left_no = ? AND right_no = ? AND kind = ?", doubled)
        self._db.run_many(
            "UPDATE candidate SET kind = ?4 WHERE left_no = ?1 AND right_no = ?2 AND kind = ?3", turned
        )
        self._tally(moved)
        return {(row[0], row[1]) for row in (*doubled, *turned)}

    def rewrite(self, rows: Sequence[Row]) -> None:
        """Give candidates that are there another score and evidence."""
        self._db.run_many(
            "UPDATE candidate SET score = ?4, evidence = ?5 "
            "WHERE left_no = ?1 AND right_no = ?2 AND kind = ?3",
            rows,
        )

    def count(self, new: Sequence[Row]) -> None:
        """Count new candidates, which are open."""
        self._tally(Counter(f"candidates {row[2]} 1" for row in new))

    def known(self, pairs: Iterable[_Pair]) -> Standing:
        """Those of these pairs that are there."""
        rows = self._db.rows(
            "SELECT c.left_no, c.right_no, c.kind, c.score, c.evidence, c.open FROM json_each(?) j "
            "CROSS JOIN candidate c ON c.left_no = json_extract(j.value, '$[0]') "
            "AND c.right_no = json_extract(j.value, '$[1]')",
            (json.dumps(list(pairs)),),
        )
        return standing(rows)

    def _tally(self, more: Mapping[str, int]) -> None:
        self._db.run_many(
            "INSERT INTO tally(name, count) VALUES (?1, ?2) "
            "ON CONFLICT(name) DO UPDATE SET count = count + ?2",
            sorted(more.items()),
        )

    def _special(self, claim_nos: set[int]) -> set[int]:
        """Those of these claims of which anything stands that can close a candidate."""
        rows = self._db.rows(
            f"""
            SELECT s.no FROM json_each(?) j CROSS JOIN claim_state s ON s.no = j.value
            WHERE s.status IN {UNASKED_SQL} OR s.canonical_no <> s.no
              OR EXISTS (SELECT 1 FROM relation r WHERE r.left_no = s.no)
              OR EXISTS (SELECT 1 FROM relation r WHERE r.right_no = s.no)
              OR EXISTS (SELECT 1 FROM claim_state m WHERE m.canonical_no = s.no AND m.canonical_no <> m.no)
            """,
            (json.dumps(list(claim_nos)),),
        )
        return {row[0] for row in rows}

    def _raise_scores(self, likelier: Sequence[Row]) -> None:
        """Let the best scores of claims rise to those of open candidates that are new or likelier now."""
        best: dict[str, dict[int, float]] = {"contradicts": {}, "same": {}}
        for left, right, kind, score, _ in likelier:
            of_kind = best[kind]
            if score > of_kind.get(left, 0.0):
                of_kind[left] = score
            if score > of_kind.get(right, 0.0):
                of_kind[right] = score
        for kind, column in (("contradicts", "contradiction_score"), ("same", "duplicate_score")):
            self._db.run_many(
                f"UPDATE claim_state SET {column} = ?2 WHERE no = ?1 AND {column} < ?2",
                sorted(best[kind].items()),
            )

    # -- opening and closing ---------------------------------------------------------------------------

    def refresh(self, claim_nos: Iterable[int]) -> set[tuple[int, int]]:
        """Open and close the candidates of these claims anew; gives the pairs that are closed by it."""
        rows = self._db.rows(
            f"""
            WITH here(no) AS (SELECT value FROM json_each(?)),
            near(left_no, right_no, kind, open) AS (
              SELECT c.left_no, c.right_no, c.kind, c.open
              FROM here CROSS JOIN candidate c ON c.left_no = here.no
              UNION
              SELECT c.left_no, c.right_no, c.kind, c.open
              FROM here CROSS JOIN candidate c ON c.right_no = here.no)
            SELECT n.left_no, n.right_no, n.kind, n.open, l.canonical_no, r.canonical_no,
              l.status IN {UNASKED_SQL} OR r.status IN {UNASKED_SQL}
            FROM near n CROSS JOIN claim_state l ON l.no = n.left_no
            CROSS JOIN claim_state r ON r.no = n.right_no
            """,
            (json.dumps(list(claim_nos)),),
        )
        settled = self._settled_pairs({row[i] for row in rows for i in (4, 5)})
        closed, concerned, flips = set(), set(), []
        for left, right, kind, was_open, left_canonical, right_canonical, unasked in rows:
            joined = left_canonical == right_canonical
            is_open = not (unasked or joined or (left_canonical, right_canonical) in settled)
            if is_open == bool(was_open):
                continue
            flips.append((int(is_open), left, right, kind))
            concerned |= {left, right}
            if not is_open:
                closed.add((left, right))
        self._db.run_many(
            "UPDATE candidate SET open = ? WHERE left_no = ? AND right_no = ? AND kind = ?", flips
        )
        self.rescore(concerned)
        return closed

    def _settled_pairs(self, canonicals: set[int]) -> set[tuple[int, int]]:
        """Pairs of clusters, by canonical claim and both ways round, that a word stands between."""
        rows = self._db.rows(
            """
            WITH here(no) AS (SELECT value FROM json_each(?)),
            member(no, canonical_no) AS (
              SELECT no, no FROM here UNION
              SELECT s.no, s.canonical_no FROM here
              CROSS JOIN claim_state s ON s.canonical_no = here.no AND s.canonical_no <> s.no),
            word(here_no, there_no) AS (
              SELECT m.canonical_no, r.right_no FROM member m CROSS JOIN relation r ON r.left_no = m.no
              UNION ALL
              SELECT m.canonical_no, r.left_no FROM member m CROSS JOIN relation r ON r.right_no = m.no)
            SELECT DISTINCT w.here_no, s.canonical_no
            FROM word w CROSS JOIN claim_state s ON s.no = w.there_no
            """,
            (json.dumps(list(canonicals)),),
        )
        return {pair for here, there in rows for pair in ((here, there), (there, here))}

    def rescore(self, claim_nos: Iterable[int]) -> None:
        """Keep beside each claim the best scores among its open candidates."""
        numbers = list(claim_nos)
        if not numbers:
            return
        rows = self._db.rows(
            """
            WITH here(no) AS (SELECT value FROM json_each(?))
            SELECT no, coalesce(max(score) FILTER (WHERE kind = 'contradicts'), 0),
              coalesce(max(score) FILTER (WHERE kind = 'same'), 0)
            FROM (
              SELECT here.no AS no, c.kind AS kind, c.score AS score
              FROM here CROSS JOIN candidate c ON c.left_no = here.no WHERE c.open = 1
              UNION ALL
              SELECT here.no, c.kind, c.score
              FROM here CROSS JOIN candidate c ON c.right_no = here.no WHERE c.open = 1
              UNION ALL
              SELECT here.no, NULL, NULL FROM here)
            GROUP BY no
            """,
            (json.dumps(numbers),),
        )
        self._db.run_many(
            "UPDATE claim_state SET contradiction_score = ?2, duplicate_score = ?3 "
            "WHERE no = ?1 AND (contradiction_score <> ?2 OR duplicate_score <> ?3)",
            rows,
        )


def standing(rows: Iterable[Row]) -> Standing:
    """The pairs of rows (left, right, kind, score, evidence, open)."""
    known: Standing = {}
    for left, right, kind, *rest in rows:
        known.setdefault((left, right), {})[kind] = tuple(rest)
    return known


def _rows(candidates: Sequence[Candidate], numbers: Mapping[str, int]) -> dict[_Pair, Row]:
    """The columns of each pair in the order of the pairs, as the kind that is likelier."""
    rows: dict[_Pair, Row] = {}
    for candidate in candidates:
        left, right = numbers.get(candidate.left_id), numbers.get(candidate.right_id)
        if left is None or right is None or left == right:
            continue
        if candidate.left_id > candidate.right_id:
            left, right = right, left
        score = float(candidate.score)
        if (left, right) not in rows or score >= rows[left, right][3]:
            rows[left, right] = (left, right, candidate.kind, score, evidence_json(candidate.evidence))
    return dict(sorted(rows.items()))
