"""Looking back: the log by pages through a filter, what stands around one event, and the state at a moment.

Reads only, by key; the state at a moment is folded by the same rules as the present one.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from curator.models import ClaimView, Event, Progress
from curator.review.facts import read
from curator.review.fold import fold
from curator.review.history import Around, Entry, LogFilter, Moment, Named, as_it_was
from curator.review.verdicts import Judgement, Origin
from curator.store.afterwards import Afterwards
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.groups import FOLDED, together
from curator.store.log import EVENT_COLUMNS, Log
from curator.store.selection import match_query
from curator.store.speakers import Speakers
from curator.store.state import State
from curator.store.times import written
from curator.store.views import Views
from curator.text import folded

_SLICE = 500
"""Events looked at in one step of a filter."""
_PATIENCE = 0.03
"""Seconds after which a page that is not full is given as far as it is."""
_MOST_LATER = 50
_MOST_CLAIMS = 2000
_PAGE = 1000


_WORD = re.compile(r"[^\W_]+")

Key = tuple[str, str, int]
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
        start = None if after is None else _key(after.event)
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
                self._paused[_key(given[-1].event) if given else start, backwards] = place
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


class History:
    """What was decided in one database, and what stood when."""

    def __init__(self, database: Database, reviewer: str) -> None:
        self._db = database
        self._reviewer = reviewer
        self._log = Log(database)
        self._corpus = Corpus(database)

    def reading(self, words: LogFilter) -> Reading:
        """The log through a filter; raises CuratorError for a claim that there is not."""
        state = State(self._db, self._reviewer)
        numbers: set[int] | None = None
        if words.claims:
            ids = [state.resolve(prefix, "claim") for prefix in words.claims]
            numbers = set(self._corpus.numbers(ids).values())
        if words.words:
            found = self._with_words(words.words)
            if (
                len(found) <= _MOST_CLAIMS
            ):  # else the words are so common that events are looked at one by one
                numbers = found if numbers is None else numbers & found
                words = LogFilter(words.reviewers, words.verbs, words.claims)
        return Reading(self._db, words, None if numbers is None else sorted(numbers))

    def _with_words(self, words: str) -> set[int]:
        """Some of the claims with these words, by the full-text index."""
        rows = self._db.rows(
            "SELECT rowid FROM claim_search WHERE claim_search MATCH ? LIMIT ?",
            (match_query(words) or '"\U0010fffd"', _MOST_CLAIMS + 1),
        )
        return {row[0] for row in rows}

    def count(self) -> int:
        """How many events the log has, from its key: nothing is ever deleted from it."""
        return int(self._db.one("SELECT coalesce(max(seq), 0) FROM decision_event")[0])

    def around(self, event_id: str) -> Around:
        """What stands around one event; raises CuratorError for an unknown id."""
        event = self._log.event(event_id)
        (entry,) = entries(self._db, [event])
        undone_by = next(
            (
                fact.event
                for fact in self._log.undos(event)
                if fact.event.target == event_id and self._log.stands(fact.event)
            ),
            None,
        )
        group = read(event).group
        together = self._log.group_size(event)
        spoken = read(entry.base)
        numbers = self._corpus.numbers(spoken.claim_ids)
        named = Speakers(self._db).standing(spoken.names)
        later = [
            fact.event
            for fact in (*self._log.standing(numbers.values()), *named)
            if _key(fact.event) > _key(event) and (not group or fact.group != group)
        ]
        told = tuple(entries(self._db, later[:_MOST_LATER]))
        after = Afterwards(self._db, entry.base).status()
        return Around(entry, undone_by, together, told, len(later), after)

    def past(self, until_ms: int) -> Past:
        """The state as it was at a moment, in milliseconds since 1970; reads the whole log up to it."""
        return Past(self._db, self._reviewer, until_ms)


class Past:
    """What stood at a moment. Read-only, and never changes, whatever is decided meanwhile."""

    def __init__(self, database: Database, reviewer: str, until_ms: int) -> None:
        self._db = database
        self._reviewer = reviewer
        events = list(self._events(f"{until_ms:012x}~"))
        origins = self._origins({claim for event in events for claim in read(event).claim_ids})
        state = fold(events, lambda claim_id: origins.get(claim_id, "found"))
        numbers = Corpus(database).numbers(state.judgements)
        self._judged: dict[int, Judgement] = {
            numbers[claim]: judgement for claim, judgement in state.judgements.items() if claim in numbers
        }
        self._canonical = {claim: state.clusters.canonical(claim) for claim in state.judgements}
        self._against = state.contradictions
        gone = state.undone
        self._speakers = Speakers(database).as_of(
            fact for fact in map(read, events) if fact.event.event_id not in gone and fact.kind != "undo"
        )
        self._added = written(until_ms)
        relations = Counter[str](word.relation for word in state.words.values())
        self.moment = Moment(until_ms, self._progress(relations), len(events))

    def _events(self, end: str) -> Iterator[Event]:
        """The log up to a clock reading, in the order of the fold, in short steps."""
        after: Key = ("", "", 0)
        while rows := self._db.rows(
            f"SELECT {EVENT_COLUMNS} FROM decision_event e WHERE (e.hlc, e.reviewer, e.rseq) > (?, ?, ?) "
            "AND e.hlc < ? ORDER BY e.hlc, e.reviewer, e.rseq LIMIT ?",
            (*after, end, _PAGE),
        ):
            yield from (Event(*row) for row in rows)
            after = (rows[-1][4], rows[-1][2], rows[-1][3])

    def _origins(self, claim_ids: Iterable[str]) -> dict[str, Origin]:
        rows = self._db.rows(
            "SELECT c.id, c.origin FROM json_each(?) j JOIN claim c ON c.id = j.value "
            "WHERE c.origin <> 'found'",
            (json.dumps(list(claim_ids)),),
        )
        return dict(rows)

    def _touched(self) -> list[int]:
        """The articles that decisions up to the moment speak of: they were there, whenever they came here."""
        return sorted({no >> 29 for no in self._judged})

    def _progress(self, relations: Counter[str]) -> Progress:
        """The counts: what is listed now, with every claim ever spoken of put as it was then."""
        row = self._db.one(
            "SELECT count(*), coalesce(sum(s.claims), 0) FROM article a JOIN article_state s ON s.no = a.no "
            "WHERE a.added_at <= ? OR a.no IN (SELECT value FROM json_each(?))",
            (self._added, json.dumps(self._touched())),
        )
        then: Counter[str] = Counter(
            judgement.status for judgement in self._judged.values() if judgement.listing == "listed"
        )
        untouched = int(row[1]) - self._listed_now()
        return Progress(
            pending=then["pending"] + untouched,
            confirmed=then["confirmed"],
            rejected=then["rejected"],
            merged=then["merged"],
            disputed=then["disputed"],
            articles=int(row[0]),
            same=relations["same"],
            contradicts=relations["contradicts"],
            unrelated=relations["unrelated"],
        )

    def _listed_now(self) -> int:
        """How many claims are listed now that were judged by then, or are there only since a reviewer."""
        here = self._db.one(
            "SELECT count(*) FROM json_each(?) j JOIN claim_state s ON s.no = j.value "
            "WHERE s.status NOT IN ('stale','absent')",
            (json.dumps(list(self._judged)),),
        )[0]
        since = self._db.rows(
            "SELECT DISTINCT c.no FROM event_claim k JOIN claim c ON c.no = k.claim_no "
            "JOIN claim_state s ON s.no = c.no JOIN article a ON a.no = c.article_no "
            "WHERE c.origin <> 'found' AND s.status NOT IN ('stale','absent') "
            "AND (a.added_at <= ? OR a.no IN (SELECT value FROM json_each(?)))",
            (self._added, json.dumps(self._touched())),
        )
        return int(here) + sum(1 for (no,) in since if no not in self._judged)

    # -- claims ----------------------------------------------------------------------------------------

    def claims(
        self, database: Database, after: str, limit: int, *, backwards: bool
    ) -> tuple[list[ClaimView], bool]:
        """Claims as they stood, as articles read, after one by its id ("" for the edge); whether that is all.

        `database`: what to read with, which is another connection where another thread asks.
        """
        if not self.moment.progress.articles:
            return [], True
        row = database.first("SELECT no FROM claim WHERE id = ?", (after,)) if after else None
        place = int(row[0]) if row else (1 << 62 if backwards else 0)
        comparison, order = ("<", "DESC") if backwards else (">", "ASC")
        views = Views(database, self._reviewer)
        touched = json.dumps(self._touched())
        found: list[ClaimView] = []
        while True:
            rows = database.rows(
                "SELECT c.no, c.origin FROM claim c JOIN article a ON a.no = c.article_no "
                f"WHERE c.no {comparison} ? "
                "AND (a.added_at <= ? OR a.no IN (SELECT value FROM json_each(?))) "
                f"ORDER BY c.no {order} LIMIT ?",
                (place, self._added, touched, limit),
            )
            listed = [no for no, origin in rows if self._listed(no, origin)]
            seen = views.numbered(listed)
            found += [self._as_it_was(no, seen[no]) for no in listed]
            if len(rows) < limit:
                return found, True
            if found:
                return found, False
            place = rows[-1][0]

    def _listed(self, no: int, origin: str) -> bool:
        judgement = self._judged.get(no)
        return judgement.listing == "listed" if judgement else origin == "found"

    def _as_it_was(self, no: int, view: ClaimView) -> ClaimView:
        judgement = self._judged.get(no)
        if judgement is None:
            return as_it_was(view, speaker_name=self._known_as(view.claim.speaker, view))
        start, end = judgement.span or (view.claim.start, view.claim.end)
        canonical = self._canonical.get(view.claim.id, view.claim.id)
        speaker = view.claim.speaker if judgement.speaker is None else judgement.speaker
        return as_it_was(
            view,
            status=judgement.status,
            canonical_id=canonical,
            wording=view.claim.text if judgement.wording is None else judgement.wording,
            speaker=speaker,
            speaker_name=self._known_as(speaker, view),
            start=start,
            end=end,
            reason=judgement.reason,
            reviewers=judgement.reviewers,
            decided_at=judgement.decided_at,
            notes=judgement.notes,
            skipped=self._reviewer in judgement.skipped_by,
            contradictions=self._against.get(canonical, 0),
        )

    def _known_as(self, speaker: str, view: ClaimView) -> str:
        """The name by which a speaker was known then; what nobody spoke of is folded as it is today."""
        return self._speakers.get(speaker, view.speaker_name if speaker == view.speaker else speaker)


def entries(database: Database, events: Sequence[Event]) -> list[Entry]:
    """Events with whether they stand, what undos take back in the end, and the claims spoken of."""
    bases = _bases(database, events)
    gone = {
        row[0]
        for row in database.rows(
            "SELECT u.seq FROM json_each(?) j JOIN undone u ON u.seq = j.value",
            (json.dumps([event.seq for event in events]),),
        )
    }
    facts = {event.event_id: read(bases[event.event_id]) for event in events}
    names = _names(database, {claim for fact in facts.values() for claim in fact.claim_ids})
    return [
        Entry(
            event,
            event.seq not in gone,
            bases[event.event_id],
            tuple(names.get(claim, Named(claim, "", "")) for claim in facts[event.event_id].claim_ids),
        )
        for event in events
    ]


def _bases(database: Database, events: Sequence[Event]) -> dict[str, Event]:
    """For each event what it takes back or restores in the end, or itself."""
    bases = {event.event_id: event for event in events}
    while targets := {base.target for base in bases.values() if base.target is not None}:
        rows = database.rows(
            f"SELECT {EVENT_COLUMNS} FROM json_each(?) j JOIN decision_event e ON e.event_id = j.value",
            (json.dumps(list(targets)),),
        )
        known = {row[1]: Event(*row) for row in rows}
        bases = {id_: known[base.target] if base.target is not None else base for id_, base in bases.items()}
    return bases


def _names(database: Database, claim_ids: Iterable[str]) -> dict[str, Named]:
    rows = database.rows(
        "SELECT c.id, coalesce(s.speaker, c.speaker), coalesce(s.wording, c.text) FROM json_each(?) j "
        "JOIN claim c ON c.id = j.value JOIN claim_state s ON s.no = c.no",
        (json.dumps(list(claim_ids)),),
    )
    return {row[0]: Named(*row) for row in rows}


def _words_of(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _holds(text: str, wanted: Sequence[str]) -> bool:
    """Whether a text has all the words, the last of them perhaps unfinished."""
    words = set(_WORD.findall(folded(text)))
    *whole, last = wanted
    return words.issuperset(whole) and any(word.startswith(last) for word in words)


def _key(event: Event) -> Key:
    return event.hlc, event.reviewer, event.rseq
