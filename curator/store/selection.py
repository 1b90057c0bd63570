"""Orders and filters of the queue as SQL; pages are fetched by key, never by OFFSET.

Each order is one index of claim_state that begins with the status, and words, speakers, publishers and dates
are one query of the full-text index, which gives claims in the order of their numbers: reading the next
claim costs the same in a thousand claims and in a million.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from curator.frozen import dataclass
from curator.models import STATUSES
from curator.review.queue import Field, Filter, Term, check_order
from curator.store.alike import ALIKE
from curator.store.candidates import WORTH_A_LOOK
from curator.store.names import named

ORDER_COLUMNS = {
    "article": "0.0",
    "contradictions": "s.contradiction_score",
    "duplicates": "s.duplicate_score",
    "uncertain": "s.doubt",
}
"""What each order sorts by, descending, before the place in the article."""

_SEARCHED: tuple[Field, ...] = ("text", "speaker", "outlet", "date")
_COLUMNS = {"outlet": "publisher"}
"""How the full-text index calls a field, where it is another word."""
_COMPARED: tuple[Field, ...] = ("kind", "reviewer", "article", "date", "has", "flag")
_ALL_HAVE_TO_HOLD = frozenset({"text", "has", "flag"})
_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)
_ID = re.compile(r"[0-9a-f]{4,32}")
"""What an article's id can begin with."""
_NOTHING = '"\U0010fffd nothing"'
"""A query that nothing fits."""

Condition = tuple[str, tuple[Any, ...]]
"""SQL over claim_state s, claim c and article a, with its parameters."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter and an order as SQL over `claim_state s` (joined with claim c and article a)."""

    statuses: tuple[str, ...]
    match: str
    """A query of the full-text index, "" for every claim."""
    conditions: tuple[Condition, ...]
    order: str
    narrow: bool = False
    """Whether a condition names the claims of one reviewer or article, fewer than those of a status."""

    @property
    def column(self) -> str:
        """The SQL that the order sorts by, descending."""
        return ORDER_COLUMNS[self.order]


Others = Callable[[str], tuple[str, ...] | None]
"""Gives the other names of all speakers with these words in one; None where there are too many to name."""


def select(words: Filter, order: str, reviewer: str, others: Others = lambda _: ()) -> Selection:
    """The selection that a filter and an order describe, for `reviewer`; `others` finds speakers' names."""
    names = {term.value: others(term.value) for term in words.of("speaker")}
    conditions = _of_speakers(words, names)
    for name in _COMPARED:
        terms = [t for t in words.of(name) if not _is_searched(t)]
        for group in _groups(terms):
            if condition := _condition(group, reviewer):
                conditions.append(condition)
    wanted, unwanted = _match(words, names)
    if unwanted and wanted:
        wanted = f"({wanted}) NOT ({unwanted})"
    elif unwanted:
        conditions.append(
            ("s.no NOT IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)", (unwanted,))
        )
    narrow = any(
        not term.negated and (term.field in ("reviewer", "article") or term.value == "skipped")
        for term in (*words.of("reviewer"), *words.of("article"), *words.of("flag"))
    )
    return Selection(_statuses(words), wanted, tuple(conditions), check_order(order), narrow)


def _is_searched(term: Term) -> bool:
    return term.field in _SEARCHED and not term.comparison


def _groups(terms: Iterable[Term]) -> list[list[Term]]:
    """Terms of one field in groups of which one term has to hold; negated ones all have to."""
    listed = list(terms)
    plain = [t for t in listed if not t.negated]
    negated = [[t] for t in listed if t.negated]
    if plain and (plain[0].field in _ALL_HAVE_TO_HOLD or plain[0].comparison):
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


# -- the full-text index -------------------------------------------------------------------------------


def _match(words: Filter, names: Names) -> tuple[str, str]:
    """What has to match and what must not, as FTS5 queries."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for name in _SEARCHED:
        for group in _groups(t for t in words.of(name) if _is_searched(t)):
            if name == "speaker" and _by_condition_alone(group, names):
                continue
            query = " OR ".join(_searched(term) for term in _with_other_names(group, names))
            (unwanted if group[0].negated else wanted).append(f"({query})")
    return " AND ".join(wanted), " OR ".join(unwanted)


def _searched(term: Term) -> str:
    if term.field == "date":
        return f"(published : {term.value.replace('-', '')}*)"
    query = phrase_query(term.value) or _NOTHING
    return f"({query})" if term.field == "text" else f"({_COLUMNS.get(term.field, term.field)} : ({query}))"


def match_query(words: str) -> str:
    """Words as an FTS5 query: all of them, the last as the beginning of a word; "" where there are none."""
    tokens = _tokens(words)
    if not tokens:
        return ""
    quoted = [f'"{token}"' for token in tokens]
    return " AND ".join([*quoted[:-1], f"{quoted[-1]}*"])


def phrase_query(words: str) -> str:
    """Words as an FTS5 query: one after the other, the last perhaps only the beginning of a word."""
    tokens = _tokens(words)
    return f'"{" ".join(tokens)}" *' if tokens else ""


def _tokens(words: str) -> list[str]:
    for letter, typed in ALIKE:
        words = words.replace(letter, typed)
    return _TOKEN.findall(words)


# -- speakers ------------------------------------------------------------------------------------------

Names = Mapping[str, tuple[str, ...] | None]
"""For each speaker asked for, the names of theirs that the words asked for are not in."""


def _by_condition_alone(group: list[Term], names: Names) -> bool:
    """Whether the full-text index is no help: it would leave names out, or take too many in."""
    return any(names[term.value] is None or (term.negated and names[term.value]) for term in group)


def _with_other_names(group: list[Term], names: Names) -> list[Term]:
    """These terms, and one for every other name of the speakers asked for."""
    return group + [
        Term("speaker", other)
        for term in group
        if term.field == "speaker"
        for other in names[term.value] or ()
    ]


def _of_speakers(words: Filter, names: Names) -> list[Condition]:
    """Where the words asked for are not in all names of a speaker: that the claim's is one of theirs."""
    conditions: list[Condition] = []
    for group in _groups(words.of("speaker")):
        if all(names[term.value] == () for term in group):
            continue
        each = [named(term.value) for term in group]
        sql = " OR ".join(
            "coalesce(s.speaker, c.speaker) IN (SELECT o.form FROM speaker_form o WHERE o.speaker IN ("
            f"SELECT f.speaker FROM speaker_form f WHERE {within}))"
            for within, _ in each
        )
        parameters = tuple(value for _, values in each for value in values)
        conditions.append((f"NOT ({sql})" if group[0].negated else f"({sql})", parameters))
    return conditions


# -- conditions ----------------------------------------------------------------------------------------


def _condition(terms: list[Term], reviewer: str) -> Condition | None:
    found = [condition for term in terms if (condition := _one(term, reviewer))]
    if not found:
        return None
    sql = " OR ".join(f"({sql})" for sql, _ in found)
    values = tuple(value for _, values in found for value in values)
    return (f"NOT ({sql})" if terms[0].negated else f"({sql})"), values


def _one(term: Term, reviewer: str) -> Condition | None:
    match term.field:
        case "kind":
            return "c.kind = ?", (term.value,)
        case "article":
            return _of_article(term.value)
        case "reviewer":
            return "s.no IN (SELECT claim_no FROM verdict WHERE reviewer = ?)", (term.value,)
        case "date":
            return f"substr(a.published, 1, {len(term.value)}) {term.comparison} ?", (term.value,)
        case "has":
            return _HAS[term.value], ()
        case "flag" if term.value == "ungrounded":
            return "c.grounded = 0", ()
        case "flag" if term.value == "skipped":
            return "s.no IN (SELECT claim_no FROM skip WHERE reviewer = ?)", (reviewer,)
        case _:
            return None


def _of_article(value: str) -> Condition:
    """The claims of the articles with an id that begins so, or with these words in their title."""
    within = "t.no IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)"
    parameters: tuple[str, ...] = (f"(title : ({phrase_query(value) or _NOTHING}))",)
    if _ID.fullmatch(value.lower()):
        within += " OR (t.id >= ? AND t.id < ?)"
        parameters += (value.lower(), value.lower() + "g")
    return (
        "s.no IN (SELECT n.no FROM article t CROSS JOIN claim n ON n.no >= t.no << 29 "
        f"AND n.no < (t.no + 1) << 29 WHERE {within})",
        parameters,
    )


_HAS = {
    "contradictions": f"s.contradictions > 0 OR s.contradiction_score >= {WORTH_A_LOOK}",
    "duplicates": f"s.duplicate_score >= {WORTH_A_LOOK} OR s.status = 'merged'",
    "candidates": f"s.contradiction_score >= {WORTH_A_LOOK} OR s.duplicate_score >= {WORTH_A_LOOK}",
    "notes": "s.notes <> ''",
    "edits": "s.wording IS NOT NULL OR s.speaker IS NOT NULL OR s.start IS NOT NULL",
}
