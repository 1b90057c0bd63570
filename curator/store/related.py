"""What stands beside a claim: open candidates, and what was decided or follows from decisions.

Reads only what the claim and its cluster point at, and never more of it than a screen can use.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import Any

from curator.models import Candidate, CandidateKind, Related
from curator.review.pairs import PairWord
from curator.store.additions import PERCENT
from curator.store.candidates import WORTH_A_LOOK
from curator.store.database import Database
from curator.store.evidence import EvidenceCodes
from curator.store.openings import Openings
from curator.store.rows import word_of
from curator.store.views import Views

_FIRST_PAGE, _PAGE = 25, 500
_MOST_CANDIDATES = 60
_MOST_MEMBERS = 100
_DRAWS = 300
"""Rows looked at for a random one; a pile with less than one open proposal in a hundred is nearly done."""
_LIKELY = PERCENT.replace("score", "c.score")
_FALLING = f"{_LIKELY} <= ?2 AND ({_LIKELY} < ?2 OR c.no > ?3) ORDER BY {_LIKELY} DESC, c.no"
_RISING = f"{_LIKELY} >= ?2 AND ({_LIKELY} > ?2 OR c.no < ?3) ORDER BY {_LIKELY}, c.no DESC"


class Relations:
    """Candidates and relations of one database."""

    def __init__(self, database: Database, views: Views) -> None:
        self._db = database
        self._views = views
        self._codes = EvidenceCodes(database)
        self._openings = Openings(database)

    def of(self, claim_no: int, beside: int | None = None) -> tuple[Related, ...]:
        """Everything beside one claim: likely open candidates by score, then contradictions, then the same.

        Of very many candidates the best; `beside`: a claim that is among them however little likely it is.
        """
        found: dict[int, tuple[Candidate | None, PairWord | None, str, bool]] = {}
        for other, word in self._decided(claim_no):
            found[other] = (None, word, word.relation, False)
        for other, relation in self._inferred(claim_no):
            found.setdefault(other, (None, None, relation, True))
        for other, candidate in self._open(claim_no):
            found.setdefault(other, (candidate, None, "", False))
        if beside is not None and beside not in found:
            found |= {no: (pair, None, "", False) for no, pair in self._proposed(claim_no, beside)}
        return self._related(found)

    def ever_proposed(self, claim_no: int, beside: int | None = None) -> tuple[Related, ...]:
        """What was proposed beside one claim, whatever was decided since; as `of`, of very many the best."""
        found = dict(self._open(claim_no, closed=True))
        if beside is not None and beside not in found:
            found |= dict(self._proposed(claim_no, beside))
        return self._related({no: (candidate, None, "", False) for no, candidate in found.items()})

    def _related(
        self, found: dict[int, tuple[Candidate | None, PairWord | None, str, bool]]
    ) -> tuple[Related, ...]:
        views = self._views.numbered(found)
        places = self._places(list(found))
        related = []
        for other, (proposed, said, relation, inferred) in found.items():
            title, publisher, published, opening = places[other]
            related.append(
                Related(
                    claim=views[other],
                    article_title=title,
                    article_publisher=publisher,
                    article_published=published,
                    candidate=proposed,
                    relation=relation or None,  # type: ignore[arg-type]
                    contradiction_type=said.type if said else "",
                    inferred=inferred,
                    article_opening=opening,
                )
            )
        return tuple(sorted(related, key=_urgency))

    def _places(self, numbers: list[int]) -> dict[int, tuple[str, str, str, str]]:
        """Of each claim its article's title, outlet and date, and how it begins where no title names it."""
        marks = ",".join("?" * len(numbers))
        rows = self._db.rows(
            "SELECT c.no, a.no, a.title, a.publisher, a.published FROM claim c "
            f"JOIN article a ON a.no = c.article_no WHERE c.no IN ({marks})",
            numbers,
        )
        begin = self._openings.of((article, title) for _, article, title, *_ in rows)
        return {
            no: (title, publisher, published, begin.get(article, ""))
            for no, article, title, publisher, published in rows
        }

    def _decided(self, claim_no: int) -> list[tuple[int, PairWord]]:
        rows = self._db.rows(
            """
            SELECT n.other, l.id, g.id, r.relation, r.type, r.reviewers, r.decided_at, r.conflict, r.events
            FROM (SELECT right_no AS other, left_no, right_no FROM relation WHERE left_no = ?1
                  UNION ALL SELECT left_no, left_no, right_no FROM relation WHERE right_no = ?1) n
            JOIN relation r ON r.left_no = n.left_no AND r.right_no = n.right_no
            JOIN claim l ON l.no = r.left_no JOIN claim g ON g.no = r.right_no
            """,
            (claim_no,),
        )
        return [(row[0], word_of(row[1:])) for row in rows]

    def _inferred(self, claim_no: int) -> list[tuple[int, str]]:
        """The other members of its cluster, and the canonical claims of clusters that contradict it."""
        members = self._db.rows(
            """
            SELECT m.no FROM claim_state s JOIN claim_state m
              ON m.no = s.canonical_no OR (m.canonical_no = s.canonical_no AND m.canonical_no <> m.no)
            WHERE s.no = ?1 AND m.no <> ?1 ORDER BY m.no <> s.canonical_no, m.no LIMIT ?2
            """,
            (claim_no, _MOST_MEMBERS),
        )
        against = self._db.rows(
            """
            WITH member(no) AS (
              SELECT m.no FROM claim_state s JOIN claim_state m
                ON m.no = s.canonical_no OR (m.canonical_no = s.canonical_no AND m.canonical_no <> m.no)
              WHERE s.no = ?1),
            word(mine, other) AS (
              SELECT r.left_no, r.right_no FROM member JOIN relation r
                ON r.left_no = member.no AND r.relation = 'contradicts'
              UNION
              SELECT r.right_no, r.left_no FROM member JOIN relation r
                ON r.right_no = member.no AND r.relation = 'contradicts')
            SELECT o.canonical_no, max(w.mine = ?1) FROM word w JOIN claim_state o ON o.no = w.other
            GROUP BY o.canonical_no LIMIT ?2
            """,
            (claim_no, _MOST_MEMBERS),
        )
        return [(row[0], "same") for row in members] + [
            (no, "contradicts") for no, direct in against if not direct
        ]

    def _open(self, claim_no: int, *, closed: bool = False) -> list[tuple[int, Candidate]]:
        """Likely candidates of one claim, open ones or all, as seen from it: of a pair the likelier kind."""
        fits = f"score >= {WORTH_A_LOOK} AND {'1' if closed else 'open = 1'}"
        rows = self._db.rows(
            f"""
            SELECT n.other, n.turned, l.id, g.id, n.kind, n.score, n.evidence
            FROM (SELECT right_no AS other, 0 AS turned, left_no, right_no, kind, score, evidence
                    FROM candidate WHERE left_no = ?1 AND {fits}
                  UNION ALL SELECT left_no, 1, left_no, right_no, kind, score, evidence
                    FROM candidate WHERE right_no = ?1 AND {fits}) n
            JOIN claim l ON l.no = n.left_no JOIN claim g ON g.no = n.right_no
            ORDER BY n.score DESC, n.other LIMIT {2 * _MOST_CANDIDATES}
            """,
            (claim_no,),
        )
        best: dict[int, Candidate] = {}
        for other, from_right, *rest in rows:
            if other not in best:
                best[other] = self._seen_from(rest, from_right)
        return list(best.items())[:_MOST_CANDIDATES]

    def _proposed(self, claim_no: int, other: int) -> list[tuple[int, Candidate]]:
        """The open candidate of two claims, of the likelier kind, if there is one."""
        rows = self._db.rows(
            "SELECT c.right_no = ?1, l.id, g.id, c.kind, c.score, c.evidence FROM candidate c "
            "JOIN claim l ON l.no = c.left_no JOIN claim g ON g.no = c.right_no "
            "WHERE c.open = 1 AND (c.left_no, c.right_no) IN (VALUES (?1, ?2), (?2, ?1)) "
            "ORDER BY c.score DESC LIMIT 1",
            (claim_no, other),
        )
        return [(other, self._seen_from(rest, from_right)) for from_right, *rest in rows]

    def _seen_from(self, row: Sequence[Any], from_right: int) -> Candidate:
        """The candidate behind a row, its evidence from the side of its left or of its right claim."""
        candidate = self._candidate(row)
        if not from_right:
            return candidate
        from curator.match.turning import turned

        return turned(candidate)

    # -- the queue of pairs ----------------------------------------------------------------------------

    def candidates(
        self, *, kind: CandidateKind | None = None, claim_no: int | None = None, limit: int | None = None
    ) -> Iterator[Candidate]:
        """Open candidates, the likeliest first, a page at a time: by whole percent where not of one claim."""
        found = self._likeliest(kind) if claim_no is None else iter(self._of_claim(kind, claim_no))
        return islice(found, limit)

    def doubtful(self, kind: CandidateKind | None = None) -> Iterator[Candidate]:
        """Open candidates by how little their score says: those nearest to 50 % first."""
        kinds: tuple[CandidateKind, ...] = (kind,) if kind else ("same", "contradicts")
        walks = [self._walk(each, *way) for each in kinds for way in ((50, 0, _FALLING), (50, 0, _RISING))]
        return (placed.candidate for placed in merge(*walks, key=lambda p: (abs(p.percent - 50), p.no)))

    def drawn(self, kind: CandidateKind, draw: random.Random) -> tuple[Candidate, int] | None:
        """An open candidate of a kind drawn at random, and from how many; None where none is found soon.

        Every one is as likely as any other: rows are drawn until one is open and of the kind.
        """
        count = self._db.first("SELECT count FROM tally WHERE name = ?", (f"candidates {kind} 1",))
        if count is None or not count[0]:
            return None
        (last,) = self._db.one("SELECT max(no) FROM candidate")
        for _ in range(_DRAWS):
            row = self._db.first(
                "SELECT l.id, g.id, c.kind, c.score, c.evidence FROM candidate c "
                "JOIN claim l ON l.no = c.left_no JOIN claim g ON g.no = c.right_no "
                "WHERE c.no = ? AND c.open = 1 AND c.kind = ?",
                (draw.randint(1, last), kind),
            )
            if row is not None:
                return self._candidate(row), int(count[0])
        return None

    def _candidate(self, row: Sequence[Any]) -> Candidate:
        """The candidate behind (left id, right id, kind, score, evidence)."""
        left, right, kind, score, evidence = row[:5]
        return Candidate(left, right, kind, score, self._codes.evidence(evidence))

    def _of_claim(self, kind: CandidateKind | None, claim_no: int) -> list[Candidate]:
        rows = self._db.rows(
            """
            SELECT l.id, g.id, n.kind, n.score, n.evidence FROM (
              SELECT left_no, right_no, kind, score, evidence FROM candidate
                WHERE left_no = ?1 AND open = 1
              UNION ALL SELECT left_no, right_no, kind, score, evidence FROM candidate
                WHERE right_no = ?1 AND open = 1) n
            JOIN claim l ON l.no = n.left_no JOIN claim g ON g.no = n.right_no
            WHERE ?2 IS NULL OR n.kind = ?2 ORDER BY n.score DESC, l.id, g.id, n.kind
            """,
            (claim_no, kind),
        )
        return [self._candidate(row) for row in rows]

    def _likeliest(self, kind: CandidateKind | None) -> Iterator[Candidate]:
        kinds: tuple[CandidateKind, ...] = (kind,) if kind else ("same", "contradicts")
        walks = [self._walk(each, 100, 0, _FALLING) for each in kinds]
        return (placed.candidate for placed in merge(*walks, key=lambda p: (-p.percent, p.no)))

    def _walk(self, kind: CandidateKind, percent: int, no: int, onwards: str) -> Iterator[_Placed]:
        """Of one kind, from a place onwards, a page at a time."""
        size = _FIRST_PAGE
        while True:
            rows = self._db.rows(
                f"""
                SELECT l.id, g.id, c.kind, c.score, c.evidence, {_LIKELY}, c.no
                FROM candidate c CROSS JOIN claim l ON l.no = c.left_no
                CROSS JOIN claim g ON g.no = c.right_no
                WHERE c.open = 1 AND c.kind = ?1 AND {onwards} LIMIT ?4
                """,
                (kind, percent, no, size),
            )
            yield from (_Placed(self._candidate(row), row[5], row[6]) for row in rows)
            if len(rows) < size:
                return
            percent, no, size = rows[-1][5], rows[-1][6], _PAGE


@dataclass(frozen=True, slots=True)
class _Placed:
    """A candidate with its place in the order of all."""

    candidate: Candidate
    percent: int
    no: int


def _urgency(related: Related) -> tuple[int, float, int]:
    if related.candidate is not None:
        return 0, -related.candidate.score, related.claim.start
    order = {"contradicts": 1, "same": 2, "unrelated": 3}
    return order.get(related.relation or "", 4), float(related.inferred), related.claim.start
