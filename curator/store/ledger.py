"""A decision becomes an event: checked, written, folded and guarded in one transaction.

Whoever is refused leaves no trace: the guard looks at what the fold makes of the new event, and when that
conflicts with what stands, the whole transaction is rolled back.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from curator.frozen import dataclass
from curator.models import (
    CONTRADICTION_TYPES,
    Claim,
    ClaimView,
    CuratorError,
    Event,
    Refused,
    Span,
    claim_id,
)
from curator.review import decisions, sentences
from curator.review.chain import claim_digest
from curator.review.clusters import joins, path
from curator.review.decisions import Decision
from curator.review.facts import read
from curator.review.pairs import PairWord
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.log import Log
from curator.store.projection import Change, Projection
from curator.store.views import Views

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """What one decision wrote."""

    events: tuple[Event, ...]
    said: str
    settled: int
    claim_id: str
    """Of the claim spoken of, of an undo that of the event taken back."""


class Ledger:
    """Writes one reviewer's decisions to one database."""

    def __init__(self, database: Database, chain: str, name: str) -> None:
        self._db = database
        self._chain = chain
        self._name = name
        self._log = Log(database)
        self._corpus = Corpus(database)
        self._projection = Projection(database)
        self._views = Views(database, name)

    def decide(self, wanted: Sequence[Decision]) -> Written:
        """Write these decisions, all or none; several are one group, which one undo takes back."""
        group = secrets.token_hex(8) if len(wanted) > 1 else ""
        events: list[Event] = []
        settled: set[tuple[int, int]] = set()
        said = ""
        with self._db.writing():
            for decision in wanted:
                if isinstance(decision, decisions.Undo):
                    target = self._log.event(decision.event_id)
                    written = self._take_back(target, self._group_of(target))
                    events += written.events
                    said = written.said
                    continue
                kind, payload = self._payload(decision)
                if group:
                    payload["group"] = group
                event, change = self._write(kind, payload)
                events.append(event)
                settled |= self._settled_besides(event, change)
                said = sentences.said(read(event), self._shown)
            self._save_place(events)
        if len(wanted) > 1:
            said = f"{len(wanted)} decisions: the last {said}"
        return Written(tuple(events), said, len(settled), self._claim_of(events[-1]))

    def _claim_of(self, event: Event) -> str:
        return read(self._log.base(event)).claim_id

    def _write(self, kind: str, payload: Payload, target: str | None = None) -> tuple[Event, Change]:
        event = self._log.append(self._chain, kind, payload, target)
        change = self._projection.apply(event)
        self._guard(event, change)
        return event, change

    def _settled_besides(self, event: Event, change: Change) -> set[tuple[int, int]]:
        """The pairs settled by an event, but for the pair that it speaks of itself."""
        own = set(self._corpus.numbers(read(event).claim_ids).values())
        return {pair for pair in change.settled if set(pair) != own}

    def _save_place(self, events: Sequence[Event]) -> None:
        """Let the session stand at the claim decided last, so that a crash loses no place."""
        claim = next((f.claim_id for f in map(read, reversed(events)) if f.claim_id), "")
        if claim:
            self._db.run(
                "UPDATE session SET claim_id = ? WHERE reviewer = ? AND claim_id <> ?",
                (claim, self._name, claim),
            )

    # -- undo ------------------------------------------------------------------------------------------

    def undo(self) -> Written:
        """Take back the reviewer's last standing decision, with all of its group."""
        with self._db.writing():
            last = next(self._log.last_standing(self._name, undo=False), None)
            if last is None:
                raise CuratorError("there is nothing to undo")
            written = self._take_back(last, self._group_of(last))
            self._save_place([last])
            return written

    def redo(self) -> Written:
        """Take back the reviewer's last undo, unless something was decided since."""
        with self._db.writing():
            decided = next(self._log.newest_decision(self._name), None)
            for undo in self._log.last_standing(self._name, undo=True):
                if decided is not None and _order(undo) < _order(decided):
                    break
                if self._is_redo(undo):
                    continue
                written = self._take_back(undo, self._group_of(undo))
                self._save_place([self._log.base(undo)])
                return written
            raise CuratorError("there is nothing to redo")

    def _is_redo(self, undo: Event) -> bool:
        steps, event = 0, undo
        while event.target is not None:
            event, steps = self._log.event(event.target), steps + 1
        return steps % 2 == 0

    def _group_of(self, event: Event) -> list[Event]:
        """The standing events of one group, the last first; the event alone when it has none."""
        group = read(event).group
        if not group:
            return [event]
        members = self._log.neighbours(event, lambda other: read(other).group == group)
        return [e for e in members if e is event or self._log.stands(e)]

    def _take_back(self, asked: Event, targets: Sequence[Event]) -> Written:
        if not self._log.stands(asked):
            undos = [f.event for f in self._log.undos(asked) if f.event.target == asked.event_id]
            raise Refused("that is taken back already", tuple(e for e in undos if self._log.stands(e)))
        group = secrets.token_hex(8) if len(targets) > 1 else ""
        events = []
        for target in targets:
            payload: Payload = {"what": target.kind, "hash": target.hash}
            if group:
                payload["group"] = group
            event, _ = self._write("undo", payload, target.event_id)
            events.append(event)
        base = self._log.base(asked)
        verb = "redone" if self._log.stands(base) else "undone"
        said = f"{verb}: {sentences.said(read(base), self._shown)}"
        if len(targets) > 1:
            said = (
                f"{verb} {len(targets)} decisions at once, the last {sentences.said(read(base), self._shown)}"
            )
        return Written(tuple(events), said, 0, read(base).claim_id)

    # -- the guard -------------------------------------------------------------------------------------

    def _guard(self, event: Event, change: Change) -> None:
        """Raise Refused when the fold of what stands with this event conflicts with itself."""
        if change.conflicts:
            kind = self._log.base(event).kind
            chain = self._chain_behind(change.conflicts, event)
            raise Refused(sentences.conflict(kind, change.conflicts[0], chain, self._shown), chain)
        if change.rejected_members:
            claim = change.rejected_members[0]
            facts = self._log.standing(self._corpus.numbers([claim]).values())
            chain = tuple(
                f.event
                for f in facts
                if (joins(f) or f.kind in ("reject", "adjudicate")) and f.event.event_id != event.event_id
            )
            raise Refused(sentences.member_rejected(claim, chain, self._shown), chain)

    def _chain_behind(self, words: Sequence[PairWord], event: Event) -> tuple[Event, ...]:
        """The decisions on these pairs, and the merges that lead from one of their claims to another."""
        left, right = words[0].pair
        ways: set[str] = set()
        if words[0].conflict == "inside":
            standing = self._log.standing(self._projection.members(words[0].pair))
            ways = {fact.event.event_id for fact in path(standing, left, right)}
        elif words[0].conflict == "between":
            ways = self._ways(words[1:], left, right)
        ids = {event_id for word in words for event_id in word.event_ids}
        return self._log.named((ids | ways) - {event.event_id})

    def _ways(self, words: Sequence[PairWord], left: str, right: str) -> set[str]:
        """The merges that lead from `left` and `right` to the claims of these pairs of their clusters."""
        standing = self._log.standing(self._projection.members((left, right)))
        ways: set[str] = set()
        for word in words:
            there = word.pair if self._together(left, word.pair[0]) else word.pair[::-1]
            for start, goal in ((left, there[0]), (right, there[1])):
                ways |= {fact.event.event_id for fact in path(standing, start, goal)}
        return ways

    def _together(self, left: str, right: str) -> bool:
        """Whether two claims are in one cluster."""
        return self._views.of(left).canonical_id == self._views.of(right).canonical_id

    # -- payloads --------------------------------------------------------------------------------------

    def _payload(self, decision: Decision) -> tuple[str, Payload]:
        match decision:
            case decisions.Confirm(claim):
                return "confirm", self._about(claim)
            case decisions.Reject(claim, reason):
                return "reject", self._about(claim) | ({"text": reason} if reason else {})
            case decisions.Skip(claim):
                return "skip", self._skip(claim)
            case decisions.Edit():
                return "edit", self._edit(decision)
            case decisions.Add():
                return "add", self._add(decision)
            case decisions.Note(claim, text):
                if not text.strip():
                    raise CuratorError("a note needs some words")
                return "note", self._about(claim) | {"text": text}
            case decisions.Merge(claim, into):
                return "merge", self._merge(claim, into)
            case decisions.Contradict(left, right, type_):
                return "contradict", self._about(left, right) | {"type": _checked_type(type_)}
            case decisions.Dismiss(left, right):
                return "dismiss", self._about(left, right)
            case decisions.Split(claim):
                return "split", self._member(claim)
            case decisions.Canonical(claim):
                payload = self._member(claim)
                if payload["replaced"]["canonical"] == claim:
                    raise Refused("it is the canonical claim of its cluster already")
                return "canonical", payload
            case decisions.Adjudicate(claim, verdict):
                return "adjudicate", self._adjudicate(claim, verdict)
            case decisions.AdjudicatePair():
                return "adjudicate", self._adjudicate_pair(decision)
        raise CuratorError(f"that is no decision: {decision!r}")

    def _view(self, claim: str) -> ClaimView:
        """A claim that can be decided on: one that is there."""
        view = self._views.of(claim)
        if self._status(claim) == "absent":
            raise CuratorError("that claim was taken back: redo its adding to decide on it")
        return view

    def _status(self, claim: str) -> str:
        row = self._db.one(
            "SELECT s.status FROM claim c JOIN claim_state s ON s.no = c.no WHERE c.id = ?", (claim,)
        )
        return str(row[0])

    def _about(self, *claims: str) -> Payload:
        """What every payload says: the claims spoken of, their hashes, and the state that is replaced."""
        views = [self._view(claim) for claim in claims]
        if len(set(claims)) < len(claims):
            raise Refused("a claim cannot be paired with itself")
        payload: Payload = {
            "claim": claims[0],
            "claims": {v.claim.id: claim_digest(v.claim) for v in views},
            "articles": sorted({v.claim.article_id for v in views}),
            "replaced": {"status": views[0].status},
        }
        if len(claims) > 1:
            payload["other"] = claims[1]
            payload["replaced"]["other_status"] = views[1].status
            payload["replaced"]["relation"] = self._relation(*claims)
        return payload

    def _relation(self, left: str, right: str) -> str:
        numbers = self._corpus.numbers((left, right))
        pair = tuple(numbers[c] for c in sorted((left, right)))
        row = self._db.first("SELECT relation FROM relation WHERE left_no = ? AND right_no = ?", pair)
        return str(row[0]) if row else ""

    def _skip(self, claim: str) -> Payload:
        payload = self._about(claim)
        if payload["replaced"]["status"] != "pending":
            raise Refused(f"only a pending claim can be put off; this one is {payload['replaced']['status']}")
        return payload

    def _merge(self, claim: str, into: str) -> Payload:
        payload = self._about(claim, into)
        view, target = self._views.of(claim), self._views.of(into)
        if view.canonical_id == target.canonical_id:
            numbers = self._corpus.numbers((claim, into))
            facts = self._log.standing(numbers.values())
            raise Refused("these two are in one cluster already", tuple(f.event for f in facts if joins(f)))
        self._refuse_merging_against(claim, into)
        payload["replaced"]["canonical"] = view.canonical_id
        payload["canonical"] = target.canonical_id
        return payload

    def _refuse_merging_against(self, claim: str, into: str) -> None:
        """Raise Refused where a word stands between the two clusters, also one of this reviewer's own."""
        between = self._projection.words_between(claim, into)
        if between:
            chain = self._log.named(
                {i for word in between for i in word.event_ids} | self._ways(between, claim, into)
            )
            raise Refused(sentences.conflict("merge", between[0], chain, self._shown), chain)

    def _member(self, claim: str) -> Payload:
        payload = self._about(claim)
        no = self._corpus.known_claim_no(claim)
        canonical, size = self._db.one(
            "SELECT k.id, (SELECT count(*) FROM claim_state m WHERE m.canonical_no = s.canonical_no) "
            "FROM claim_state s JOIN claim k ON k.no = s.canonical_no WHERE s.no = ?",
            (no,),
        )
        if size < 2:
            raise Refused("this claim is not merged with any other")
        payload["replaced"]["canonical"] = canonical
        return payload

    def _adjudicate(self, claim: str, verdict: str) -> Payload:
        if verdict not in ("confirmed", "rejected"):
            raise CuratorError(f"a claim is settled as confirmed or rejected, not as {verdict!r}")
        payload = self._about(claim)
        if payload["replaced"]["status"] != "disputed":
            raise Refused("reviewers do not differ on this claim: there is nothing to settle")
        return payload | {"word": verdict}

    def _adjudicate_pair(self, decision: decisions.AdjudicatePair) -> Payload:
        if decision.relation not in ("same", "contradicts", "unrelated"):
            raise CuratorError(
                f"a pair is settled as same, contradicts or unrelated, not {decision.relation!r}"
            )
        payload = self._about(decision.left_id, decision.right_id)
        numbers = self._corpus.numbers((decision.left_id, decision.right_id))
        disputed = self._db.first(
            "SELECT 1 FROM relation WHERE conflict <> '' AND left_no IN (?1, ?2) AND right_no IN (?1, ?2)",
            tuple(numbers.values()),
        )
        if disputed is None:
            raise Refused("reviewers do not differ on this pair: there is nothing to settle")
        payload["word"] = decision.relation
        if decision.relation == "contradicts":
            payload["type"] = _checked_type(decision.type)
        return payload

    def _edit(self, edit: decisions.Edit) -> Payload:
        payload = self._about(edit.claim_id)
        view = self._views.of(edit.claim_id)
        if edit.wording is not None and edit.wording != view.wording:
            if not edit.wording.strip():
                raise CuratorError("a claim needs some words")
            payload["wording"] = edit.wording
            payload["replaced"]["wording"] = view.wording
        if edit.speaker is not None and edit.speaker != view.speaker:
            payload["speaker"] = edit.speaker
            payload["replaced"]["speaker"] = view.speaker
        if edit.span is not None and (edit.span.start, edit.span.end) != (view.start, view.end):
            payload["span"] = [edit.span.start, edit.span.end]
            payload["span_text"] = self._text_at(view.claim.article_id, edit.span)
            payload["replaced"]["span"] = [view.start, view.end]
        if not payload.keys() & {"wording", "speaker", "span"}:
            raise CuratorError("nothing was changed")
        no = self._corpus.known_claim_no(edit.claim_id)
        payload["seen"] = [f.event.event_id for f in self._log.standing([no]) if f.kind == "edit"]
        return payload

    def _text_at(self, article_id: str, span: Span) -> str:
        text = self._corpus.article(article_id).text
        if not 0 <= span.start < span.end <= len(text):
            raise CuratorError(
                f"there is no text from {span.start} to {span.end} in an article of {len(text)}"
            )
        words = text[span.start : span.end]
        if not words.strip():
            raise CuratorError("there are no words between these boundaries")
        return words

    def _add(self, add: decisions.Add) -> Payload:
        article = self._corpus.article(add.article_id)
        words = self._text_at(add.article_id, add.span)
        new_id = claim_id(add.article_id, add.span.start, add.span.end)
        if self._corpus.claim_no(new_id) is None:
            before = article.text[add.span.start - 1 : add.span.start]
            quoted = before in _OPENING and article.text[add.span.end : add.span.end + 1] in _CLOSING
            claim = Claim(
                id=new_id,
                article_id=add.article_id,
                start=add.span.start,
                end=add.span.end,
                text=words,
                kind="quote" if before and quoted else "paraphrase" if add.speaker else "assertion",
                speaker=add.speaker,
                rule="added by a reviewer",
                extractor="reviewer",
            )
            self._corpus.add_claims(self._corpus.article_no(add.article_id), [claim], origin="reviewer")
        elif self._status(new_id) != "absent":
            raise Refused("that is a claim already: " + self._shown(new_id))
        view = self._views.of(new_id)
        return {
            "claim": new_id,
            "claims": {new_id: claim_digest(view.claim)},
            "articles": [add.article_id],
            "span": [add.span.start, add.span.end],
            "span_text": words,
            "speaker": view.claim.speaker,
            "replaced": {"status": "absent"},
        }

    def _shown(self, claim: str) -> str:
        return sentences.named(self._views.of(claim))


_OPENING = frozenset("\"'“‘«„”’»")
_CLOSING = frozenset("\"'“‘»”’«")


def _checked_type(type_: str) -> str:
    if type_ not in CONTRADICTION_TYPES:
        raise CuratorError(
            f"there is no contradiction of type {type_!r}; there are {', '.join(CONTRADICTION_TYPES)}"
        )
    return type_


def _order(event: Event) -> tuple[str, str, int]:
    return event.hlc, event.reviewer, event.rseq
