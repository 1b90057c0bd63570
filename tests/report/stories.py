"""Datasets in memory for the tests of the report, built one claim and one decision at a time."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from curator.ingest import find, read
from curator.models import (
    Article,
    Claim,
    ClaimView,
    Event,
    Evidence,
    Progress,
    Relation,
    article_id,
    claim_id,
)

SEEDS = Path(__file__).parents[2] / "seeds"
START = datetime(2025, 3, 4, 9, 30, tzinfo=UTC)


@dataclass
class Story:
    """A dataset that is being made up; it hands itself on in the order that a report relies on."""

    article_list: list[Article] = field(default_factory=list)
    views: dict[str, ClaimView] = field(default_factory=dict)
    relation_list: list[Relation] = field(default_factory=list)
    event_list: list[Event] = field(default_factory=list)
    evidence_of: dict[tuple[str, str], tuple[Evidence, ...]] = field(default_factory=dict)
    clock: datetime = START

    # -- making it up ----------------------------------------------------------------------------------

    def article(self, text: str, **metadata: str) -> Article:
        made = Article(id=article_id(text), text=text, **metadata)
        self.article_list.append(made)
        return made

    def claim(self, article: Article, words: str, **fields: object) -> Claim:
        """The claim that `words` make in an article; of a view: status, wording and the like."""
        start = article.text.index(words)
        of_claim = {name: fields.pop(name) for name in ("kind", "grounded", "confidence") if name in fields}
        speaker = str(fields.get("speaker", ""))
        end = start + len(words)
        claim = Claim(claim_id(article.id, start, end), article.id, start, end, words, "quote", speaker)
        claim = replace(claim, **of_claim)  # type: ignore[arg-type]
        view = ClaimView(claim, "pending", claim.id, words, speaker, start, end)
        self.views[claim.id] = replace(view, **fields)  # type: ignore[arg-type]
        return claim

    def event(
        self, reviewer: str, kind: str, *claims: Claim, target: Event | None = None, **words: str
    ) -> Event:
        """One line of the log, a minute after the one before."""
        self.clock += timedelta(minutes=1)
        before = [event for event in self.event_list if event.reviewer == reviewer]
        names = dict(zip(("claim", "other"), (claim.id for claim in claims), strict=False))
        seq = len(self.event_list) + 1
        made = Event(
            seq, f"event-{seq}", reviewer, len(before) + 1, f"{seq:08d}", self.clock.isoformat(), kind,
            target.event_id if target else None, json.dumps(names | words),
            before[-1].hash if before else "0" * 64,
            hashlib.sha256(repr((reviewer, seq)).encode()).hexdigest(),
        )  # fmt: skip
        self.event_list.append(made)
        return made

    def confirm(self, reviewer: str, *claims: Claim) -> None:
        for claim in claims:
            self._decide(reviewer, "confirm", claim, status="confirmed")

    def reject(self, reviewer: str, claim: Claim, reason: str = "") -> None:
        self._decide(reviewer, "reject", claim, status="rejected", reason=reason)

    def merge(self, reviewer: str, into: Claim, *claims: Claim) -> None:
        for claim in claims:
            event = self.event(reviewer, "merge", claim, into)
            self._change(claim, reviewer, event, status="merged", canonical_id=into.id)
            self._relate(claim, into, "same", reviewer, event)

    def contradict(self, reviewer: str, left: Claim, right: Claim, type: str, *evidence: Evidence) -> None:
        event = self.event(reviewer, "contradict", left, right, type=type)
        self._relate(left, right, "contradicts", reviewer, event, type=type)
        low, high = sorted((left.id, right.id))
        self.evidence_of[low, high] = evidence

    def change(self, of: Claim, **fields: object) -> None:
        self.views[of.id] = replace(self.views[of.id], **fields)  # type: ignore[arg-type]

    def _decide(self, reviewer: str, kind: str, claim: Claim, **fields: object) -> None:
        words = {"text": str(fields["reason"])} if fields.get("reason") else {}
        self._change(claim, reviewer, self.event(reviewer, kind, claim, **words), **fields)

    def _change(self, claim: Claim, reviewer: str, event: Event, **fields: object) -> None:
        names = {*self.views[claim.id].reviewers, reviewer.partition("@")[0]}
        self.change(claim, reviewers=tuple(sorted(names)), decided_at=event.wall_time, **fields)

    def _relate(
        self, one: Claim, other: Claim, word: str, reviewer: str, event: Event, type: str = ""
    ) -> None:
        left, right = sorted((one.id, other.id))
        names = (reviewer.partition("@")[0],)
        made = Relation(left, right, "same", type, reviewers=names, decided_at=event.wall_time)
        self.relation_list.append(replace(made, relation=word))  # type: ignore[arg-type]

    # -- handing it on ---------------------------------------------------------------------------------

    def articles(self) -> Iterator[Article]:
        return iter(sorted(self.article_list, key=lambda article: article.id))

    def claims(self) -> Iterator[ClaimView]:
        def key(view: ClaimView) -> tuple[str, int, int, str]:
            return view.claim.article_id, view.claim.start, view.claim.end, view.claim.id

        return iter(sorted(self.views.values(), key=key))

    def relations(self) -> Iterator[Relation]:
        def key(relation: Relation) -> tuple[str, ...]:
            return relation.left_id, relation.right_id, relation.relation, relation.type, relation.source

        return iter(sorted(self.relation_list, key=key))

    def events(self) -> Iterator[Event]:
        return iter(sorted(self.event_list, key=lambda event: (event.hlc, event.reviewer, event.rseq)))

    def heads(self) -> Iterator[tuple[str, int, str]]:
        last = {event.reviewer: event for event in self.events()}
        return iter((reviewer, last[reviewer].rseq, last[reviewer].hash) for reviewer in sorted(last))

    def progress(self) -> Progress:
        return replace(
            Progress(articles=len(self.article_list)), **Counter(view.status for view in self.views.values())
        )

    def evidence(self, left_id: str, right_id: str) -> tuple[Evidence, ...]:
        return self.evidence_of.get((left_id, right_id), ())


ANA, BEN = "ana@k3f9x2", "ben@7q2mm1"


def seeds_story() -> Story:
    """The five example articles, reviewed by two people almost to the end."""
    story = Story()
    for source in find([SEEDS]):
        for article in read(source):
            assert isinstance(article, Article)
            story.article_list.append(article)
    trt, hurriyet, zones, rferl, talks = story.article_list
    kalin = {"speaker": "Ibrahim Kalin"}
    shamanov = {"speaker": "Vladimir Shamanov"}

    deployed = story.claim(trt, "Turkish and Russian personnel will be deployed in Syria's northern Idlib region as part of a de-escalation agreement", **kalin)  # fmt: skip # noqa: E501
    servicemen = story.claim(hurriyet, "Turkish and Russian servicemen will be deployed in Syria's northern Idlib region as part of a de-escalation agreement brokered by Russia last month", speaker="İbrahim Kalın")  # fmt: skip # noqa: E501
    forces = story.claim(zones, "Turkish and Russian forces will be deployed in Syria’s Idlib region as part of a “de-escalation” agreement brokered by Russia", **kalin)  # fmt: skip # noqa: E501
    prominent = story.claim(trt, "We will probably be most prominent in the Idlib region with the Russians; mostly Russia and Iran around Damascus, and a mechanism involving the Americans and Jordan in the south in the Daraa region is being worked on,", **kalin)  # fmt: skip # noqa: E501
    same_words = story.claim(zones, "We will probably be most prominent in the Idlib region with the Russians; mostly Russia and Iran around Damascus, and a mechanism involving the Americans and Jordan in the south in the Deraa region is being worked on,", **kalin)  # fmt: skip # noqa: E501
    shorter = story.claim(rferl, "We (Turkish forces) will probably be most prominent in the Idlib region with the Russians; mostly Russia and Iran around Damascus,", **kalin)  # fmt: skip # noqa: E501
    begun = story.claim(trt, "The negotiation process has begun, there is no decision yet,", **shamanov)
    begun_too = story.claim(
        hurriyet, "The negotiation process has begun, there is no decision yet,", **shamanov
    )
    asked = story.claim(rferl, "Russia has asked Kyrgyzstan and Kazakhstan to send troops", **shamanov)
    no_information = story.claim(rferl, "it had no information on the possibility of its troops taking part in military operations in Syria", speaker="Kyrgyz Foreign Ministry")  # fmt: skip # noqa: E501
    many = story.claim(zones, "more than 470,000 civilians killed", kind="assertion")
    fewer = story.claim(rferl, "At least 300,000 people have been killed", kind="assertion")
    monitors = story.claim(zones, "The Syrian regime has repeatedly broken previous ceasefire agreements", speaker="war monitors", kind="paraphrase")  # fmt: skip # noqa: E501
    temporary = story.claim(talks, "a temporary measure which will initially last 6 months and will be automatically extended on the basis of guarantors’ consensus,", speaker="Kairat Abdrakhmanov")  # fmt: skip # noqa: E501
    smoke = story.claim(rferl, "Smoke rises around buildings", kind="assertion")
    unwilling = story.claim(trt, "Russia has been unwilling or unable to get the Syrian regime leader Bashar al-Assad and his Iranian-backed militia allies to respect past ceasefires", speaker="opposition groups")  # fmt: skip # noqa: E501
    story.claim(talks, "Turkish media pushed an idea that 25,000 members", kind="assertion")

    story.confirm(ANA, deployed, servicemen, forces)
    story.merge(ANA, deployed, servicemen, forces)
    story.confirm(ANA, prominent)
    story.merge(ANA, prominent, same_words, shorter)
    story.confirm(ANA, begun, asked, no_information)
    story.merge(BEN, begun, begun_too)
    story.contradict(
        ANA, deployed, begun, "modality",
        Evidence("modality", 0.4, "decided (“will be deployed”) against undecided (“no decision yet”)"),
        Evidence("topic", 0.3, "both about Kazakh and Kyrgyz troops to Syria"),
    )  # fmt: skip
    story.contradict(BEN, asked, no_information, "other", Evidence("places", 0.3, "both about Kyrgyzstan"))
    story.confirm(BEN, many, fewer)
    story.contradict(BEN, many, fewer, "number", Evidence("numbers", 0.6, "470,000 against 300,000 killed"))
    story.reject(BEN, smoke, "a caption, not a claim")
    mistaken = story.event(BEN, "confirm", smoke)
    story.event(BEN, "undo", target=mistaken)
    story.clock += timedelta(days=2)
    story.confirm(ANA, monitors, temporary)
    story.change(monitors, notes=("Which monitors? Ask the desk.",))
    story.confirm(ANA, unwilling)
    story.reject(BEN, unwilling, "hearsay of the whole opposition")
    story.change(unwilling, status="disputed", reviewers=("ana", "ben"))
    contradicted = Counter(
        {deployed.id: 1, begun.id: 1, asked.id: 1, no_information.id: 1, many.id: 1, fewer.id: 1}
    )
    for claim in (deployed, begun, asked, no_information, many, fewer):
        story.change(claim, contradictions=contradicted[claim.id])
    return story
