"""Orders and filters of the queue as SQL; pages are fetched by key, never by OFFSET.

Each order is one index of claim_state that begins with the status, so that reading the next claim costs the
same in a thousand claims and in a million.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from curator.frozen import dataclass
from curator.models import STATUSES
from curator.review.queue import Field, Filter, Term, check_order
from curator.store.schema import ALIKE

ORDER_COLUMNS = {
    "article": "0.0",
    "contradictions": "s.contradiction_score",
    "duplicates": "s.duplicate_score",
    "uncertain": "s.doubt",
}
"""What each order sorts by, descending, before the place in the article."""

_COMPILED: tuple[Field, ...] = ("kind", "speaker", "publisher", "reviewer", "date", "has", "text", "flag")
_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter and an order as SQL over `claim_state s` (joined with claim c and article a)."""

    statuses: tuple[str, ...]
    conditions: tuple[str, ...]
    parameters: tuple[Any, ...]
    order: str

    @property
    def column(self) -> str:
        """The SQL that the order sorts by, descending."""
        return ORDER_COLUMNS[self.order]


def select(words: Filter, order: str, reviewer: str) -> Selection:
    """The selection that a filter and an order describe, for `reviewer`."""
    conditions: list[str] = []
    parameters: list[Any] = []
    for name in _COMPILED:
        terms = words.of(name)
        for group in _alternatives(terms):
            sql, values = _condition(group, reviewer)
            if sql:
                conditions.append(sql)
                parameters += values
    return Selection(_statuses(words), tuple(conditions), tuple(parameters), check_order(order))


def _alternatives(terms: Iterable[Term]) -> list[list[Term]]:
    """Terms of one field in groups of which one has to hold; text, has and flags all have to."""
    plain = [t for t in terms if not t.negated]
    negated = [[t] for t in terms if t.negated]
    if plain and plain[0].field in ("text", "has", "flag", "date"):
        return [[t] for t in plain] + negated
    return ([plain] if plain else []) + negated


def _statuses(words: Filter) -> tuple[str, ...]:
    flags = {t.value: t.negated for t in words.of("flag")}
    wanted = {t.value for t in words.of("status") if not t.negated} or set(STATUSES)
    wanted -= {t.value for t in words.of("status") if t.negated}
    if "disputed" in flags:
        wanted = wanted - {"disputed"} if flags["disputed"] else wanted & {"disputed"}
    if flags.get("stale") is False:
        wanted = {"stale"}
    return tuple(s for s in (*STATUSES, "stale") if s in wanted)


def _condition(terms: list[Term], reviewer: str) -> tuple[str, list[Any]]:
    parts, values = [], []
    for term in terms:
        sql, parameters = _one(term, reviewer)
        if sql:
            parts.append(sql)
            values += parameters
    if not parts:
        return "", []
    sql = parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"
    return (f"NOT {sql}" if terms[0].negated else sql), values


def _one(term: Term, reviewer: str) -> tuple[str, list[Any]]:
    match term.field:
        case "kind":
            return "c.kind = ?", [term.value]
        case "speaker" | "publisher" | "text":
            column = "" if term.field == "text" else f"{term.field} : "
            query = match_query(term.value)
            if not query:
                return "0", []
            return "s.no IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)", [
                f"{column}({query})"
            ]
        case "reviewer":
            return "EXISTS (SELECT 1 FROM verdict v WHERE v.claim_no = s.no AND v.reviewer = ?)", [term.value]
        case "date":
            if term.comparison:
                return f"substr(a.published, 1, {len(term.value)}) {term.comparison} ?", [term.value]
            return "substr(a.published, 1, ?) = ?", [len(term.value), term.value]
        case "has":
            return _HAS[term.value], []
        case "flag" if term.value == "skipped":
            return "EXISTS (SELECT 1 FROM skip k WHERE k.reviewer = ? AND k.claim_no = s.no)", [reviewer]
        case _:
            return "", []


_HAS = {
    "contradictions": "(s.contradictions > 0 OR s.contradiction_score > 0)",
    "duplicates": "(s.duplicate_score > 0 OR s.status = 'merged')",
    "candidates": "s.candidates > 0",
    "notes": "s.notes <> ''",
    "edits": "(s.wording IS NOT NULL OR s.speaker IS NOT NULL OR s.start IS NOT NULL)",
}


def match_query(words: str) -> str:
    """Words as an FTS5 query: all of them, the last as the beginning of a word; "" where there are none."""
    for letter, typed in ALIKE:
        words = words.replace(letter, typed)
    tokens = _TOKEN.findall(words)
    if not tokens:
        return ""
    quoted = [f'"{token}"' for token in tokens]
    return " AND ".join([*quoted[:-1], f"{quoted[-1]}*"])
