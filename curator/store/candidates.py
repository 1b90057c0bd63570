"""Which candidates are still open: what follows from decisions is not asked.

Scores and evidence are matching's; here a candidate is only opened and closed, and each claim's best open
ones are kept beside its state so that the queue can be ordered by an index.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from curator.store.database import Database

_AROUND = """
WITH here(no) AS (SELECT value FROM json_each(?)),
near(left_no, right_no, kind) AS (
  SELECT c.left_no, c.right_no, c.kind FROM here JOIN candidate c ON c.left_no = here.no
  UNION
  SELECT c.left_no, c.right_no, c.kind FROM here JOIN candidate c ON c.right_no = here.no)
"""
UNASKED_SQL = "('rejected','stale','absent')"


class OpenCandidates:
    """The open flags of one database's candidates."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def refresh(self, claim_nos: Iterable[int]) -> set[tuple[int, int]]:
        """Open and close the candidates of these claims anew; gives the pairs that are closed by it."""
        wanted = json.dumps(list(claim_nos))
        rows = self._db.rows(
            _AROUND
            + f"""
            SELECT n.left_no, n.right_no, n.kind, c.open, l.canonical_no, r.canonical_no,
              l.status IN {UNASKED_SQL} OR r.status IN {UNASKED_SQL}
            FROM near n JOIN candidate c
              ON c.left_no = n.left_no AND c.right_no = n.right_no AND c.kind = n.kind
            JOIN claim_state l ON l.no = n.left_no JOIN claim_state r ON r.no = n.right_no
            """,
            (wanted,),
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
              JOIN claim_state s ON s.canonical_no = here.no AND s.canonical_no <> s.no),
            word(here_no, there_no) AS (
              SELECT m.canonical_no, r.right_no FROM member m JOIN relation r ON r.left_no = m.no
              UNION ALL
              SELECT m.canonical_no, r.left_no FROM member m JOIN relation r ON r.right_no = m.no)
            SELECT DISTINCT w.here_no, s.canonical_no FROM word w JOIN claim_state s ON s.no = w.there_no
            """,
            (json.dumps(list(canonicals)),),
        )
        return {pair for here, there in rows for pair in ((here, there), (there, here))}

    def rescore(self, claim_nos: Iterable[int]) -> None:
        """Keep beside each claim how many open candidates it has and the best scores among them."""
        wanted = json.dumps(list(claim_nos))
        rows = self._db.rows(
            """
            WITH here(no) AS (SELECT value FROM json_each(?))
            SELECT no, count(*), coalesce(max(score) FILTER (WHERE kind = 'contradicts'), 0),
              coalesce(max(score) FILTER (WHERE kind = 'same'), 0)
            FROM (
              SELECT here.no AS no, c.kind AS kind, c.score AS score
              FROM here JOIN candidate c ON c.left_no = here.no WHERE c.open = 1
              UNION ALL
              SELECT here.no, c.kind, c.score
              FROM here JOIN candidate c ON c.right_no = here.no WHERE c.open = 1)
            GROUP BY no
            """,
            (wanted,),
        )
        self._db.run(
            "UPDATE claim_state SET candidates = 0, contradiction_score = 0, duplicate_score = 0 "
            "WHERE no IN (SELECT value FROM json_each(?))",
            (wanted,),
        )
        self._db.run_many(
            "UPDATE claim_state SET candidates = ?2, contradiction_score = ?3, duplicate_score = ?4 "
            "WHERE no = ?1",
            rows,
        )
