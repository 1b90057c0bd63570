"""Whether a phrase after a reporting word is the subject of what is told, and no object of that word.

Works on the phrases of one sentence, to the right of the reporting word. Never decides what the word takes.
"""

from __future__ import annotations

from curator.extract.lexicon import vocabulary as v
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, GERUND, INFINITIVE, NOUN_PHRASE, Parsed, kind_at

_STOPS = frozenset({".", ";", ":", "-", t.QT})
_REACH, _NEAR = 30, 4
"""Phrases within which the verb has to come, and within which a subject may be joined of two."""


def begins_clause(parsed: Parsed, first: int, *, free: bool) -> bool:
    """Whether the phrase at `first` begins a clause, with a finite verb of its own.

    `free`: the reporting verb takes a clause without "that" as readily as "say" does.
    """
    chunks = parsed.chunks
    contact = kind_at(chunks, first + 1) == NOUN_PHRASE and _is_contact(parsed, first + 1)
    pending, commas, listed = int(contact), 0, False
    for index in range(first, min(first + _REACH, len(chunks))):
        kind = chunks[index].kind
        if kind in (t.WH, t.SB, t.TH):
            if kind == t.SB and index > first and not pending:
                return False
            pending += 1
        elif kind == FINITE:
            if not pending:
                return commas != 1 or listed
            pending -= 1
        elif kind == ",":
            commas += 1
        elif kind == t.CC and not pending:
            if _breaks(parsed, index, first, free=free):
                return False
            listed = listed or (commas > 0 and kind_at(chunks, index - 1) != ",")
        elif kind in _STOPS or (kind in (INFINITIVE, GERUND) and not pending and not free):
            return False
    return False


def _is_contact(parsed: Parsed, at: int) -> bool:
    """Whether a pronoun right after a noun opens a relative clause ("everything | it needed")."""
    return parsed.chunks[at].pronoun and parsed.low(parsed.chunks[at]) in v.SUBJECT_PRONOUNS


def _breaks(parsed: Parsed, coordinator: int, first: int, *, free: bool) -> bool:
    """Whether a coordinator ends what could be the subject of content that begins at `first`."""
    chunks = parsed.chunks
    if parsed.low(chunks[coordinator]) == "but":
        return True
    after = coordinator + 1
    while kind_at(chunks, after) == t.RB:
        after += 1
    following = kind_at(chunks, after)
    far = following == NOUN_PHRASE and coordinator - first > _NEAR
    return following == FINITE or (far and not free)
