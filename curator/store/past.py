"""The state of the review as it was at a moment, folded by the same rules as the present one.

Reads only, by key, and never changes, whatever is decided meanwhile.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from curator.models import ClaimView, Event, Progress
from curator.review.facts import read
from curator.review.fold import fold
from curator.review.history import Moment, as_it_was
from curator.review.verdicts import Judgement, Origin
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.entries import Key
from curator.store.log import EVENT_COLUMNS
from curator.store.speakers import Speakers
from curator.store.times import written
from curator.store.views import Views

_PAGE = 1000


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
