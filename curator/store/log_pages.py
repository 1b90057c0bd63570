"""The log by pages through a filter, the newest first.

Never holds the reader up: a page that takes too long is given as far as it is, and goes on at the next call.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from curator.models import Event
from curator.review.facts import read
from curator.review.history import Entry, LogFilter
from curator.store.database import Database
from curator.store.entries import Key, entries, key_of
from curator.store.groups import FOLDED, together
from curator.store.log import EVENT_COLUMNS, Log
from curator.text import folded

_SLICE = 500
"""Events looked at in one step of a filter."""

_PATIENCE = 0.03
"""Seconds after which a page that is not full is given as far as it is."""

_WORD = re.compile(r"[^\W_]+")

Hidden = Callable[[Sequence[Entry]], Sequence[Entry]]


class Reading:
    """The log through one filter, the newest first; it goes on where a page was given before it was full."""

    def __init__(self, database: Database, words: LogFilter, claim_nos: Sequence[int] | None) -> None:
        self._db = database
        self._log = Log(database)
        self._filter = words
        self._claims = claim_nos
        self._paused: dict[tuple[Key | None, bool], Key] = {}
        self.unfolded: set[str] = set()
        """The groups of which every decision is listed."""
        self.hiding: Callable[[], Hidden | None] = lambda: None
        """Gives what tells which of some entries are not to be seen now; None: all are."""

    def page(self, after: Entry | None, limit: int, backwards: bool) -> tuple[list[Entry], bool]:
        """Up to `limit` entries after one (older, or newer when `backwards`), and whether that was all."""
        start = None if after is None else key_of(after.event)
        place = self._paused.pop((start, backwards), start)
        until = time.monotonic() + _PATIENCE
        found: list[int] = []
        while True:
            rows = self._slice(place, backwards)
            speaking = self._speaking([row[3] for row in rows if row[4]])
            hidden = self._hidden([row[3] for row in rows if row[4]])
            for hlc, reviewer, rseq, seq, fits in rows:
                place = hlc, reviewer, rseq
                if fits and (speaking is None or seq in speaking) and seq not in hidden:
                    found.append(seq)
                if len(found) == limit:
                    return self._entries(found), False
            if len(rows) < _SLICE:
                return self._entries(found), True
            if place is not None and time.monotonic() > until:
                given = self._entries(found)
                self._paused[key_of(given[-1].event) if given else start, backwards] = place
                return given, False

    @property
    def _folds(self) -> bool:
        """Whether what was decided at once is one line: not where single claims are looked for."""
        return self._claims is None and not self._filter.words

    def _hidden(self, seqs: Sequence[int]) -> set[int]:
        hidden = self.hiding()
        return set() if hidden is None else {entry.event.seq for entry in hidden(self._entries(seqs))}

    def _slice(self, place: Key | None, backwards: bool) -> list[tuple[str, str, int, int, int]]:
        """The next events of the log by their keys, each with whether it fits the filter."""
        comparison, order = (">", "") if backwards else ("<", " DESC")
        fits, parameters = self._fits()
        within, among = "", []
        if self._claims is not None:
            within = (
                "AND e.seq IN (SELECT k.seq FROM json_each(?) j JOIN event_claim k ON k.claim_no = j.value)"
            )
            among = [json.dumps(list(self._claims))]
        edge: Key = ("", "", 0) if backwards else ("\U0010ffff", "", 0)
        return self._db.rows(
            f"SELECT e.hlc, e.reviewer, e.rseq, e.seq, {fits} FROM decision_event e "
            f"WHERE (e.hlc, e.reviewer, e.rseq) {comparison} (?, ?, ?) {within} "
            f"ORDER BY e.hlc{order}, e.reviewer{order}, e.rseq{order} LIMIT ?",
            (*parameters, *(place or edge), *among, _SLICE),
        )

    def _fits(self) -> tuple[str, list[Any]]:
        """SQL that says of an event whether it fits, with its parameters."""
        conditions, parameters = ["1"], list[Any]()
        if self._folds:
            conditions.append(FOLDED)
            parameters.append(json.dumps(sorted(self.unfolded)))
        if self._filter.reviewers:
            either = " OR ".join("(e.reviewer >= ? AND e.reviewer < ?)" for _ in self._filter.reviewers)
            conditions.append(f"({either})")
            parameters += [edge for name in self._filter.reviewers for edge in (f"{name}@", f"{name}A")]
        if self._filter.verbs:
            conditions.append(f"e.kind IN ({','.join('?' * len(self._filter.verbs))})")
            parameters += self._filter.verbs
        return " AND ".join(conditions), parameters

    def _speaking(self, seqs: Sequence[int]) -> set[int] | None:
        """Which of these events speak of a claim with all of the words; None where no words are asked for."""
        wanted = _words_of(self._filter.words)
        if not wanted:
            return None
        rows = self._db.rows(
            "SELECT e.seq, coalesce(s.speaker, c.speaker) || ' ' || coalesce(s.wording, c.text) "
            "FROM json_each(?) j JOIN decision_event e ON e.seq = j.value JOIN claim c "
            "ON c.id IN (json_extract(e.payload, '$.claim'), json_extract(e.payload, '$.other')) "
            "JOIN claim_state s ON s.no = c.no",
            (json.dumps(list(seqs)),),
        )
        return {seq for seq, words in rows if _holds(words, wanted)}

    def _entries(self, seqs: Sequence[int]) -> list[Entry]:
        rows = self._db.rows(
            f"SELECT {EVENT_COLUMNS} FROM json_each(?) j JOIN decision_event e ON e.seq = j.value "
            "ORDER BY j.key",
            (json.dumps(list(seqs)),),
        )
        found = entries(self._db, [Event(*row) for row in rows])
        return [self._gathered(entry) for entry in found] if self._folds else found

    def again(self, before: Entry, entry: Entry) -> Entry:
        """An entry as it is now, in the place of one that was given `before`."""
        return self._gathered(entry) if before.together > 1 else entry

    def _gathered(self, entry: Entry) -> Entry:
        """An entry with how many were decided at once, where it stands for all of them."""
        many = together(self._log, entry.event)
        if many == 1:
            return entry
        return replace(entry, together=many, unfolded=read(entry.event).group in self.unfolded)


def _words_of(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _holds(text: str, wanted: Sequence[str]) -> bool:
    """Whether a text has all the words, the last of them perhaps unfinished."""
    words = set(_WORD.findall(folded(text)))
    *whole, last = wanted
    return words.issuperset(whole) and any(word.startswith(last) for word in words)
