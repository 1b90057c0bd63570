"""Datasets in memory for the tests of export: a small story with every kind of decision, and hostile ones."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from curator.models import (
    Article,
    Claim,
    ClaimView,
    Event,
    Progress,
    Quantity,
    Relation,
    Span,
    Speaker,
    SpeakerForm,
    article_id,
    claim_id,
)


@dataclass(frozen=True)
class Collected:
    """A dataset from lists, put in the order that exporters rely on."""

    article_list: tuple[Article, ...] = ()
    claim_list: tuple[ClaimView, ...] = ()
    relation_list: tuple[Relation, ...] = ()
    event_list: tuple[Event, ...] = ()

    def articles(self) -> Iterator[Article]:
        return iter(sorted(self.article_list, key=lambda a: a.id))

    def claims(self) -> Iterator[ClaimView]:
        return iter(
            sorted(
                self.claim_list, key=lambda v: (v.claim.article_id, v.claim.start, v.claim.end, v.claim.id)
            )
        )

    def speakers(self) -> Iterator[Speaker]:
        claims = Counter(view.speaker for view in self.claim_list if view.speaker)
        found = {view.speaker: view.speaker_name or view.speaker for view in self.claim_list if view.speaker}
        for known_as in sorted(set(found.values())):
            forms = [SpeakerForm(n, claims[n], 1) for n in sorted(found) if found[n] == known_as]
            yield Speaker(known_as, sum(form.claims for form in forms), tuple(forms))

    def relations(self) -> Iterator[Relation]:
        return iter(
            sorted(self.relation_list, key=lambda r: (r.left_id, r.right_id, r.relation, r.type, r.source))
        )

    def events(self) -> Iterator[Event]:
        return iter(sorted(self.event_list, key=lambda e: (e.hlc, e.reviewer, e.rseq)))

    def heads(self) -> Iterator[tuple[str, int, str]]:
        last = {event.reviewer: event for event in self.events()}
        return iter((reviewer, last[reviewer].rseq, last[reviewer].hash) for reviewer in sorted(last))

    def progress(self) -> Progress:
        statuses = Counter(view.status for view in self.claim_list)
        return replace(Progress(articles=len(self.article_list)), **statuses)


def article(text: str, **metadata: str) -> Article:
    return Article(id=article_id(text), text=text, **metadata)


def claim(of: Article, words: str, **fields: object) -> Claim:
    """The claim that `words` make in an article."""
    start = of.text.index(words)
    end = start + len(words)
    made = Claim(claim_id(of.id, start, end), of.id, start, end, words, "quote", extractor="attribution")
    return replace(made, **fields)  # type: ignore[arg-type]


def view(of: Claim, **fields: object) -> ClaimView:
    """The claim as extracted, but for what is said here."""
    extracted = ClaimView(
        of, canonical_id=of.id, wording=of.text, speaker=of.speaker, start=of.start, end=of.end
    )
    return replace(extracted, **fields)  # type: ignore[arg-type]


def relation(one: Claim, other: Claim, word: str, **fields: object) -> Relation:
    left, right = sorted((one.id, other.id))
    return replace(Relation(left, right, "same"), relation=word, **fields)  # type: ignore[arg-type]


def chain(reviewer: str, *kinds: str, start: int = 1, payload: str = '{"claim":"é"}') -> tuple[Event, ...]:
    """A chain of events, each pointing at the one before; undo takes back the first."""
    events: list[Event] = []
    for rseq, kind in enumerate(kinds, start):
        events.append(
            Event(
                seq=rseq,
                event_id=f"{reviewer}-{rseq}",
                reviewer=reviewer,
                rseq=rseq,
                hlc=f"{rseq:016d}",
                wall_time=f"2025-01-02T10:00:0{rseq}+00:00",
                kind=kind,
                target=events[0].event_id if kind == "undo" else None,
                payload=payload,
                prev_hash=events[-1].hash if events else "0" * 64,
                hash=hashlib.sha256(f"{reviewer} {rseq}".encode()).hexdigest(),
            )
        )
    return tuple(events)


ANKARA = article(
    "ANKARA — Turkish and Russian personnel will be deployed in Idlib, İbrahim Kalın said. 😀\n\n"
    "“The negotiation process has begun, there is no decision yet,” Shamanov said.",
    title="Troops for Idlib",
    publisher="TRT World",
    published="2017-06-22",
    url="https://example.org/a",
    source="/home/somebody/articles/a.txt",
)
MOSCOW = article(
    "=Moscow: more than 470,000 people were killed. Turkish personnel will be deployed, Kalin said.",
    title="=HYPERLINK(1)",
    publisher="+Outlet, “the”",
    source="b.txt",
)
DEPLOYED = claim(
    ANKARA,
    "Turkish and Russian personnel will be deployed in Idlib",
    kind="paraphrase",
    speaker="İbrahim Kalın",
    speaker_span=Span(67, 80),
    cue="said",
    cue_span=Span(81, 85),
    cue_class="says",
    modality="planned",
    tense="future",
    places=("Idlib",),
    parties=("Turkey", "Russia"),
)
BEGUN = claim(ANKARA, "The negotiation process has begun, there is no decision yet", speaker="Shamanov")
KILLED = claim(
    MOSCOW,
    "more than 470,000 people were killed",
    kind="assertion",
    quantities=(Quantity(Span(18, 25), 470000.0, "people", "more than"),),
    confidence=0.75,
)
AGAIN = claim(MOSCOW, "Turkish personnel will be deployed", kind="paraphrase", speaker="Kalin")
LEFT_OUT = claim(MOSCOW, "Moscow")
DIFFERED = claim(MOSCOW, "people")

STORY = Collected(
    (ANKARA, MOSCOW),
    (
        view(
            DEPLOYED,
            status="confirmed",
            reviewers=("ana", "ben"),
            decided_at="2025-01-02T10:00:02+00:00",
            notes=("two outlets", "see\nalso"),
            contradictions=1,
        ),
        view(
            BEGUN,
            status="confirmed",
            wording="There is no decision yet",
            speaker="Vladimir Shamanov",
            start=ANKARA.text.index("there is no"),
            reviewers=("ana",),
            decided_at="2025-01-02T10:00:03+00:00",
            contradictions=1,
        ),
        view(KILLED),
        view(AGAIN, status="merged", canonical_id=DEPLOYED.id, reviewers=("ben",)),
        view(LEFT_OUT, status="rejected", reason="no claim", reviewers=("ana",)),
        view(DIFFERED, status="disputed", reviewers=("ana", "ben")),
    ),
    (
        relation(DEPLOYED, AGAIN, "same", reviewers=("ben",), decided_at="2025-01-02T10:00:01+00:00"),
        relation(DEPLOYED, BEGUN, "contradicts", type="modality", reviewers=("ana",)),
        relation(AGAIN, BEGUN, "contradicts", type="modality", source="inferred", reviewers=("ana", "ben")),
        relation(KILLED, BEGUN, "unrelated", reviewers=("ana",)),
    ),
    (*chain("ana@k3f9x2", "confirm", "undo", "confirm"), *chain("ben@7q2", "merge")),
)
