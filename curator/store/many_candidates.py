"""The candidates of a whole pile, written in large steps in the order of their claims.

Comes to what `OpenCandidates.put` comes to, in a tenth of the time. Never scores anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from curator.models import CandidateKind
from curator.store.additions import ORDER
from curator.store.candidates import UNASKED_SQL, OpenCandidates, standing
from curator.store.database import Database, Row
from curator.store.schema import FACTS
from curator.store.troubles import DatabaseError

_KINDS: tuple[CandidateKind, CandidateKind] = ("same", "contradicts")
_LAID_ASIDE = {
    name: line.rstrip(";")
    for line in (FACTS + ORDER).splitlines()
    for name in ("candidate_right", "candidate_best")
    if line.startswith(f"CREATE INDEX {name} ")
}
"""What makes each, as the newest version has it."""
_TOGETHER = 20_000
"""Claims whose best scores are written in one transaction."""
_LOOSENED = 300
"""Among so many candidates room is made in the indexes once: some hundred stand on a page of each."""
_SPREAD = 5_000
"""Of rows that stand in no order of the file so many are written, or taken out, in one transaction."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Very many proposals in columns, by the numbers of their claims and in the order of these."""

    left: list[int]
    right: list[int]
    kinds: list[int]
    """0 for the same, 1 for contradicting."""
    scores: list[float]
    evidence: list[str]
    """In short, as `EvidenceCodes` reads it."""

    def __len__(self) -> int:
        return len(self.left)

    def rows(self) -> list[Row]:
        """As they are stored."""
        kinds = [_KINDS[kind] for kind in self.kinds]
        return list(zip(self.left, self.right, kinds, self.scores, self.evidence, strict=True))


class ManyCandidates:
    """Writes the candidates of a whole pile to one database."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._open = OpenCandidates(database)

    @contextmanager
    def filling(self, planned: int) -> Iterator[bool]:
        """Within it `put` is quick; gives whether these are the first candidates of all.

        `planned`: how many will be put. Where they are most of what there will be, two indexes are laid
        aside: what is written in no order of theirs would have them rewritten over and over. Whatever
        happens but a kill, they are there again afterwards; then the next run puts them back.
        """
        there = int(self._db.one("SELECT coalesce(max(no), 0) FROM candidate")[0])
        if planned > 2 * there:
            with self._db.writing():
                for name in _LAID_ASIDE:
                    self._db.run(f"DROP INDEX IF EXISTS {name}")
        try:
            yield not there
        finally:
            try:
                with self._db.sorting():
                    self._put_back()
            except DatabaseError:  # where no file can be sorted through, memory will do
                self._put_back()
            if planned > 2 * there:
                self._loosen()

    def _put_back(self) -> None:
        for name, statement in _LAID_ASIDE.items():
            with self._db.writing():
                if not self._db.rows("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)):
                    self._db.run(statement)

    def _loosen(self) -> None:
        """Leave room in the indexes, which are packed to the brim when they are made.

        Else nearly every candidate that arrives later would have four of their pages shared out anew. Rows
        spread over all of them are put in and taken out again: what they made room in stays so.
        """
        (last,) = self._db.one("SELECT coalesce(max(no), 0) FROM candidate")
        places = (
            self._db.first("SELECT left_no, right_no, kind, score FROM candidate WHERE no = ?", (no,))
            for no in range(_LOOSENED // 2, last, _LOOSENED)
        )
        spread = [row for row in places if row is not None]  # some were withdrawn
        lefts, rights = (sorted(row[n] for row in spread) for n in (0, 1))
        ranks = sorted((row[2], -row[3]) for row in spread)
        rows = [
            (left, right, kind, -score)
            for left, right, (kind, score) in zip(lefts, rights, ranks, strict=True)
        ]
        for k in range(0, len(rows), _SPREAD):
            with self._db.writing():
                (last,) = self._db.one("SELECT coalesce(max(no), 0) FROM candidate")  # others may have added
                self._db.run_many(
                    "INSERT OR IGNORE INTO candidate(left_no, right_no, kind, score, evidence) "
                    "VALUES (?,?,?,?,'')",
                    rows[k : k + _SPREAD],
                )
                self._db.run("DELETE FROM candidate WHERE no > ?", (last,))

    def put(self, proposed: Proposed) -> int:
        """Store proposals, inside `writing()`; the best scores of claims are left to `score`."""
        rows = proposed.rows()
        if not rows:
            return 0
        known = standing(
            self._db.rows(
                "SELECT left_no, right_no, kind, score, '', open FROM candidate "
                "WHERE left_no BETWEEN ? AND ?",
                (rows[0][0], rows[-1][0]),
            )
        )
        new = [row for row in rows if row[:2] not in known] if known else rows
        self._db.run_many(
            "INSERT INTO candidate(left_no, right_no, kind, score, evidence) VALUES (?,?,?,?,?)", new
        )
        if len(new) < len(rows):
            self._open.turn(rows, known)
            there = [row for row in rows if row[:2] in known]
            self._open.rewrite([row for row in there if known[row[:2]].get(row[2], (None,))[0] != row[3]])
        self._open.count(new)
        if special := self._special():
            self._open.refresh(special & {no for row in new for no in row[:2]})
        return len(new)

    def drop_doubles(self) -> None:
        """Let pairs that earlier versions left as both kinds stand as the likelier alone."""
        pairs = self._db.rows(
            "SELECT left_no, right_no FROM candidate GROUP BY left_no, right_no HAVING count(*) > 1"
        )
        for k in range(0, len(pairs), _SPREAD):
            with self._db.writing():  # what stands is asked once more: somebody may have decided meanwhile
                known = self._open.known(pairs[k : k + _SPREAD])
                likelier = [(*pair, max(of, key=lambda kind: of[kind][0])) for pair, of in known.items()]
                self._open.turn(likelier, known)

    def score(self, claim_nos: Sequence[int]) -> Iterator[int]:
        """Look up the best scores of these claims among their candidates; gives how many are done."""
        for k in range(0, len(claim_nos), _TOGETHER):
            with self._db.writing():
                self._open.rescore(claim_nos[k : k + _TOGETHER])
            yield min(k + _TOGETHER, len(claim_nos))

    def raise_scores(self, best: Iterable[tuple[int, float, float]]) -> None:
        """Write (claim, best contradicting, best same score), inside `writing()`, of first candidates.

        Claims with a candidate that something may have closed have theirs looked up.
        """
        special = self._special()
        rows = self._db.rows(
            "SELECT right_no FROM candidate WHERE left_no IN (SELECT value FROM json_each(?1)) "
            "UNION SELECT left_no FROM candidate WHERE right_no IN (SELECT value FROM json_each(?1))",
            (json.dumps(list(special)),),
        )
        special |= {row[0] for row in rows}
        known = list(best)
        self._db.run_many(
            "UPDATE claim_state SET contradiction_score = ?2, duplicate_score = ?3 WHERE no = ?1",
            [row for row in known if row[0] not in special and (row[1] or row[2])],
        )
        self._open.rescore(special & {row[0] for row in known})

    def _special(self) -> set[int]:
        """All claims of which anything stands that can close a candidate."""
        rows = self._db.rows(
            f"""
            SELECT no FROM claim_state WHERE status IN {UNASKED_SQL}
            UNION SELECT no FROM claim_state WHERE canonical_no <> no
            UNION SELECT canonical_no FROM claim_state WHERE canonical_no <> no
            UNION SELECT left_no FROM relation UNION SELECT right_no FROM relation
            """
        )
        return {row[0] for row in rows}
