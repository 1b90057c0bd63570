"""What an event says: each decision turned into a payload, with what it speaks of and what it replaces.

A payload carries the ids and hashes of the claims and articles that were shown and the state before, so that
the log can be read by itself. Refuses what makes no sense for the claim alone; what conflicts with other
decisions is for the ledger's guard. Writes nothing but the claim that a reviewer adds.
"""

from __future__ import annotations

from typing import Any

from curator.models import (
    CONTRADICTION_TYPES,
    Claim,
    ClaimView,
    CuratorError,
    Refused,
    Span,
    claim_id,
)
from curator.review import decisions, sentences
from curator.review.chain import claim_digest
from curator.review.clusters import path
from curator.review.decisions import Decision
from curator.review.facts import read
from curator.review.verdicts import VERDICT_OF, is_of_verdicts
from curator.store.corpus import Corpus
from curator.store.database import Database
from curator.store.log import Log
from curator.store.membership import Membership
from curator.store.naming import Naming
from curator.store.rows import STATE_SEPARATOR
from curator.store.views import Views

Payload = dict[str, Any]
_REVIEWER = "reviewer"
"""The extractor of claims that were added by hand."""
_OPENING = frozenset("\"'“‘«„”’»")
_CLOSING = frozenset("\"'“‘»”’«")


class Payloads:
    """Makes the payloads of one reviewer's decisions."""

    def __init__(self, database: Database, views: Views) -> None:
        self._db = database
        self._log = Log(database)
        self._corpus = Corpus(database)
        self._views = views
        self._naming = Naming(database)

    def of(self, decision: Decision) -> tuple[str, Payload]:
        """The kind of event and its payload; raises CuratorError or Refused where it makes no sense."""
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
            case decisions.Merge(claim, into, lot):
                return "merge", self._merge(claim, into) | _drawn(lot)
            case decisions.Contradict(left, right, type_, lot):
                return "contradict", self._about(left, right) | {"type": _checked_type(type_)} | _drawn(lot)
            case decisions.Dismiss(left, right, lot):
                return "dismiss", self._about(left, right) | _drawn(lot)
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
            case decisions.Identify():
                return "identify", self._naming.identify(decision)
            case decisions.Distinguish():
                return "distinguish", self._naming.distinguish(decision)
            case decisions.Repeat():
                return "repeat", self._repeat(decision)
        raise CuratorError(f"that is no decision: {decision!r}")

    def _view(self, claim: str) -> ClaimView:
        """A claim that can be decided on: one that is there."""
        view = self._views.of(claim)
        if view.claim.extractor == _REVIEWER and self._status(claim) == "absent":
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
            numbers = Membership(self._db).component(self._corpus.numbers((claim, into)))
            chain = {fact.event.event_id for fact in path(self._log.standing(numbers.values()), claim, into)}
            raise Refused("these two are in one cluster already", self._log.named(chain))
        payload["replaced"]["canonical"] = view.canonical_id
        payload["canonical"] = target.canonical_id
        return payload

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
        (disputes,) = self._db.one(
            "SELECT s.disputes FROM claim c JOIN claim_state s ON s.no = c.no WHERE c.id = ?", (claim,)
        )
        if not any(map(is_of_verdicts, disputes.split(STATE_SEPARATOR))):
            raise Refused(f"no verdict settles this ({disputes.replace(STATE_SEPARATOR, '; ')}): settle that")
        return payload | {"word": verdict}

    def _repeat(self, repeat: decisions.Repeat) -> Payload:
        """An answer beside an earlier one, with the lot by which the claim was drawn."""
        earlier = read(self._log.event(repeat.repeat_of))
        if earlier.claim_id != repeat.claim_id or earlier.kind not in VERDICT_OF:
            raise CuratorError(f"decision {repeat.repeat_of[:8]} is no verdict on this claim")
        if repeat.verdict not in ("confirmed", "rejected"):
            raise CuratorError(f"a claim is confirmed or rejected, not {repeat.verdict!r}")
        payload = self._about(repeat.claim_id)
        payload["replaced"]["verdict"] = VERDICT_OF[earlier.kind]
        if repeat.reason:
            payload["text"] = repeat.reason
        return payload | {
            "word": repeat.verdict,
            "repeat_of": repeat.repeat_of,
            "drawn": {"seed": earlier.event.reviewer, "share": repeat.share},
        }

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
            if _same_words(edit.wording, self._words_at_claim(view)):
                payload["as_in_article"] = True
        if edit.speaker is not None and edit.speaker != view.speaker:
            payload["speaker"] = edit.speaker
            payload["replaced"]["speaker"] = view.speaker
        if edit.span is not None and (edit.span.start, edit.span.end) != (view.start, view.end):
            payload["span"] = [edit.span.start, edit.span.end]
            payload["span_text"] = self._text_at(view.claim.article_id, edit.span)
            payload["replaced"]["span"] = [view.start, view.end]
            payload["wording_stays"] = not _same_words(view.wording, self._words_at_claim(view))
        if not payload.keys() & {"wording", "speaker", "span"}:
            raise CuratorError("nothing was changed")
        no = self._corpus.known_claim_no(edit.claim_id)
        payload["seen"] = [f.event.event_id for f in self._log.standing([no]) if f.kind == "edit"]
        return payload

    def _words_at_claim(self, view: ClaimView) -> str:
        """What the article has where the claim stands now."""
        if (view.start, view.end) == (view.claim.start, view.claim.end):
            return view.claim.text
        return self._text_at(view.claim.article_id, Span(view.start, view.end))

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
                extractor=_REVIEWER,
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


def _drawn(lot: decisions.Lot | None) -> Payload:
    """By which lot a pair came; nothing of one that came for another reason."""
    return {} if lot is None else {"lot": {"kind": lot.kind, "pool": lot.pool}}


def _same_words(one: str, other: str) -> bool:
    """Whether two wordings differ at most in white space, as where a field of one line showed them."""
    return one.split() == other.split()


def _checked_type(type_: str) -> str:
    if type_ not in CONTRADICTION_TYPES:
        raise CuratorError(
            f"there is no contradiction of type {type_!r}; there are {', '.join(CONTRADICTION_TYPES)}"
        )
    return type_
