"""What one reviewer has said themselves: by it is known what may be shown to them when they review blind.

Reads only the claims that it is asked about, and counts that triggers keep. Never writes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from curator.models import STATUSES, ClaimView, Event, Progress, reviewer_name
from curator.review.blind import PAIR_REVEALING, REVEALING, veiled
from curator.review.pace import minutes_left
from curator.review.queue import Filter
from curator.store.database import Database
from curator.store.log import Log
from curator.store.selection import Condition, Selection

_OWN = (
    "(EXISTS (SELECT 1 FROM verdict w WHERE w.claim_no = s.no AND w.reviewer = ?) OR (s.status = 'merged' "
    "AND instr(char(10) || s.reviewers || char(10), char(10) || ? || char(10)) > 0))"
)
"""Whether the reviewer (given twice) decided `claim_state s`: by a verdict, or by merging it."""
_TELLING = frozenset({"reviewer", "has"})
"""Fields of a filter that tell what others decided, or what is proposed."""

Meant = Callable[[Filter], Selection]


class OwnWords:
    """What may be shown of one database to one reviewer who reviews blind."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self._db = database
        self._log = Log(database)
        self._reviewer = reviewer
        self._edges = (f"{reviewer}@", f"{reviewer}A")
        self.shown: set[str] = set()
        """Claims of which something was told that should not have been: a refusal names what stands."""

    # -- what has been said ----------------------------------------------------------------------------

    def decided(self, claim_ids: Iterable[str]) -> set[str]:
        """Those of these claims that the reviewer has a standing decision on, or was shown."""
        wanted = set(claim_ids)
        rows = self._db.rows(
            "SELECT c.id FROM json_each(?) j JOIN claim c ON c.id = j.value "
            f"JOIN claim_state s ON s.no = c.no WHERE {_OWN}",
            (json.dumps(list(wanted)), self._reviewer, self._reviewer),
        )
        return {row[0] for row in rows} | (wanted & self.shown)

    def paired(self, claim_id: str) -> set[str]:
        """The claims on whose relation to this one the reviewer has a standing word."""
        found = set()
        row = self._db.first("SELECT no FROM claim WHERE id = ?", (claim_id,))
        for fact in self._log.standing([row[0]] if row else []):
            if fact.other_id and fact.reviewer == self._reviewer and fact.kind in PAIR_REVEALING:
                found |= set(fact.claim_ids) - {claim_id}
        return found

    def joined(self, claim_ids: Iterable[str]) -> set[str]:
        """Those of these claims that the reviewer has said to be the same as another one."""
        rows = self._db.rows(
            "SELECT c.id FROM json_each(?) j JOIN claim c ON c.id = j.value WHERE EXISTS ("
            "SELECT 1 FROM relation r WHERE (r.left_no = c.no OR r.right_no = c.no) AND r.relation = 'same' "
            "AND instr(char(10) || r.reviewers || char(10), char(10) || ? || char(10)) > 0)",
            (json.dumps(list(claim_ids)), self._reviewer),
        )
        return {row[0] for row in rows}

    def hides(self, event: Event, claim_ids: Sequence[str]) -> bool:
        """Whether an event is another's, on claims of which the reviewer has said nothing."""
        if reviewer_name(event.reviewer) == self._reviewer or not claim_ids:
            return False
        return not self.decided(claim_ids).issuperset(claim_ids)

    def untold(self, claim_id: str, other_id: str = "") -> bool:
        """Whether a claim, or a pair of them, was never revealed to the reviewer by a decision of their own,
        whether or not that stands: what was seen once is not unseen by taking it back."""
        if self.shown & {claim_id, other_id}:
            return False
        kinds = PAIR_REVEALING if other_id else REVEALING
        rows = self._db.rows(
            "SELECT e.payload FROM claim c JOIN event_claim k ON k.claim_no = c.no "
            "JOIN decision_event e ON e.seq = k.seq WHERE c.id = ? AND e.reviewer >= ? AND e.reviewer < ? "
            f"AND e.kind IN ({','.join('?' * len(kinds))})",
            (claim_id, *self._edges, *kinds),
        )
        for (stored,) in rows:
            payload = json.loads(stored)
            spoken = payload.get("claim"), payload.get("other")
            if other_id in spoken if other_id else payload.get("claim") == claim_id:
                return False
        return True

    # -- what is shown ---------------------------------------------------------------------------------

    def veiled(self, views: Iterable[ClaimView]) -> list[ClaimView]:
        """Claims as they may be shown, in their order."""
        listed = list(views)
        open_to = self.decided(view.claim.id for view in listed)
        return [
            view if view.claim.id in open_to else veiled(view, self._own_notes(view) if view.notes else ())
            for view in listed
        ]

    def _own_notes(self, view: ClaimView) -> tuple[str, ...]:
        row = self._db.one("SELECT no FROM claim WHERE id = ?", (view.claim.id,))
        return tuple(
            fact.text
            for fact in self._log.standing([row[0]])
            if fact.kind == "note" and fact.reviewer == self._reviewer
        )

    def selection(self, words: Filter, meant: Meant, *, open_only: bool = False) -> Selection:
        """What a filter means to one who knows only their own decisions, as the articles read.

        `meant` is what it means to all others. Claims that others decided are pending; what tells of others
        holds only where one has decided.
        """
        plain = Filter(tuple(term for term in words.terms if term.field not in _TELLING))
        chosen = meant(plain)
        names = (self._reviewer, self._reviewer)
        conditions = list(chosen.conditions)
        for term in words.terms:
            if term.field in _TELLING:
                conditions += (
                    (f"({sql}) AND {_OWN}", (*bound, *names))
                    for sql, bound in meant(Filter((term,))).conditions
                )
        if "stale" in chosen.statuses:
            return replace(chosen, conditions=tuple(conditions))
        marks = ",".join("?" * len(chosen.statuses)) or "NULL"
        status: Condition = (
            f"CASE WHEN {_OWN} THEN s.status ELSE 'pending' END IN ({marks})",
            (*names, *chosen.statuses),
        )
        conditions.append(status)
        if open_only:
            conditions.append((f"NOT {_OWN}", names))
        return replace(chosen, statuses=STATUSES, conditions=tuple(conditions), narrow=False)

    def put_off_last(self, selection: Selection) -> list[Selection]:
        """The same without what the reviewer put off, then with nothing else."""
        off = "s.no {} (SELECT claim_no FROM skip WHERE reviewer = ?)"
        return [
            replace(selection, conditions=(*selection.conditions, (off.format(within), (self._reviewer,))))
            for within in ("NOT IN", "IN")
        ]

    def progress(self, of_all: Progress, recent: list[int]) -> Progress:
        """How far the reviewer is by themselves: whatever they have not decided is pending."""
        names = {f"own {status} {self._reviewer}": status for status in STATUSES}
        found = self._db.rows(
            "SELECT t.name, t.count FROM json_each(?) j CROSS JOIN tally t ON t.name = j.value",
            (json.dumps(list(names)),),
        )
        rows = {names[name]: count for name, count in found}
        pending = of_all.total - sum(rows.values()) + rows.get("pending", 0)
        return replace(
            of_all,
            pending=pending,
            confirmed=rows.get("confirmed", 0),
            rejected=rows.get("rejected", 0),
            merged=rows.get("merged", 0),
            disputed=rows.get("disputed", 0),
            minutes_left=minutes_left(pending, recent),
        )

    def marks(self, kind: str, payload: dict[str, Any]) -> dict[str, Any]:
        """What a payload says besides of a decision that is made blind: nothing where it is not."""
        claim, other = payload.get("claim", ""), payload.get("other", "")
        if not claim or kind in ("adjudicate", "repeat") or not self.untold(claim, other):
            return {}
        return {"blind": True}
