"""Who is in which cluster, as the tables have it, and who could be: read only.

Reads no more than the clusters that it is asked about.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from curator.review.clusters import Clusters, joins
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.log import Log


class Membership:
    """The clusters of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._log = Log(database)
        self._corpus = Corpus(database)

    def around(self, claim_ids: Iterable[str]) -> dict[str, int]:
        """The members of the clusters that these claims are in, with their numbers."""
        rows = self._db.rows(
            """
            WITH head(no) AS (
              SELECT DISTINCT s.canonical_no FROM json_each(?) j
              CROSS JOIN claim t ON t.id = j.value CROSS JOIN claim_state s ON s.no = t.no)
            SELECT c.id, c.no FROM head CROSS JOIN claim c ON c.no = head.no
            UNION ALL
            SELECT c.id, c.no FROM head
            CROSS JOIN claim_state m ON m.canonical_no = head.no AND m.canonical_no <> m.no
            CROSS JOIN claim c ON c.no = m.no
            """,
            (json.dumps(list(claim_ids)),),
        )
        return dict(rows)

    def stored(self, numbers: Mapping[str, int]) -> Clusters:
        """The clusters of these claims, of which every cluster is there whole."""
        ids = {no: claim_id for claim_id, no in numbers.items()}
        rows = self._db.rows(
            "SELECT s.no, s.canonical_no FROM json_each(?) j CROSS JOIN claim_state s ON s.no = j.value "
            "WHERE s.canonical_no <> s.no ORDER BY s.no",
            (json.dumps(list(ids)),),
        )
        clusters = Clusters()
        for no, canonical_no in rows:
            clusters.merge(ids[no], ids[canonical_no])
        return clusters

    def component(self, numbers: Mapping[str, int]) -> dict[str, int]:
        """Every claim that a merge, standing or not, connects with these, with their numbers."""
        found = dict(numbers)
        frontier = dict(numbers)
        while frontier:
            joined = {
                claim_id
                for fact in self._log.spoken(frontier.values())
                if joins(fact)
                for claim_id in fact.claim_ids
            }
            frontier = self._corpus.numbers(joined - found.keys())
            found.update(frontier)
        return found
