"""A claim as matching compares it: keys, topic, names, numbers, and how it is meant.

What the extractor says about a claim counts; the words themselves are read where it says nothing, so that
bare sentences can be matched too. Never compares, never scores.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from curator.match.lexicon import word_set
from curator.match.numbers import Number, numbers
from curator.match.subject import Subject
from curator.match.words import key, keys, plain, tokens

Commitment = Literal["fact", "planned", "possible", "undecided"]
Stance = Literal["asserts", "denies", "doubts", "does not know", "asks"]

_NEGATORS = word_set("negators")
_UNDECIDED = re.compile(
    r"\bno (?:final |formal |such |firm )?decisions?\b|\bundecided\b|\bno agreement\b"
    r"|\byet to (?:decide|be (?:decided|agreed|made|set))"
    r"|\b(?:not|n't|never|nothing)(?: yet)?(?: been)?"
    r" (?:decided|agreed|finali[sz]ed|settled|determined|made (?:a|any|its) decision)"
    r"|\b(?:have|has) not (?:said|announced|confirmed) (?:whether|if|when)"
    r"|\b(?:remains?|still|is|was|it's) unclear\b|\bremains to be seen\b"
    r"|\b(?:under|in) (?:discussion|consideration|negotiations?)\b"
    r"|\bbeing (?:discussed|considered|negotiated|weighed)\b"
    r"|\b(?:discussing|considering|negotiating|weighing|mulling|exploring)\b"
    r"|\bnegotiat\w+ (?:\w+ ){0,2}(?:begun|began|started|continu\w+)"
    r"|\brequires? (?:\w+ )?(?:detailed|further|more) (?:work|talks|discussion)"
)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|maybe|perhaps|possibly|probably|likely|potentially|apparently"
    r"|suggests?|appears?|seems?)\b"
)
_PLANNED = re.compile(
    r"\b(?:will|shall|won't|'ll|going to|plans?|planned|planning|due to|set to|expected to|about to"
    r"|intends?|aims?|agreed (?:to|on)|ready to|scheduled|slated)\b"
)
_IGNORANCE = re.compile(
    r"\bno (?:information|knowledge|indications?|record|idea|confirmation|comment|details)\b"
    r"|\b(?:not|n't) (?:aware|know|confirm|verif\w+|comment)\b|\bunaware\b"
    r"|\b(?:cannot|could not|can't) (?:confirm|verify|say)\b"
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|denials?|refut\w+|reject\w*|dismiss\w*|debunk\w*|disprov\w+|disput\w+"
    r"|hoax\w*|fake[ds]?|fabricat\w+|false(?:ly)?|untrue|not true|myth|satir\w+|bogus|baseless|unfounded"
    r"|made[- ]up|prank|contradict\w*|(?:shoot(?:s|ing)?|shot) down|no truth|ain't|isn't real|not real"
    r"|wrong(?:ly)?|lie[sd]?|lying)\b"
)
_DOUBT = re.compile(
    r"\b(?:rumou?r(?:s|ed)?|unconfirmed|unverified|alleged(?:ly)?|allegations?|claims?|claimed|claiming"
    r"|purported\w*|supposed(?:ly)?|so-called|reportedly|doubts?|doubted|dubious|questions?|questioned"
    r"|s[ck]eptic\w*)\b"
)
_QUESTION = re.compile(r"\?|^(?:did|does|do|is|are|was|were|has|have|can|could|will|would|should)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """One claim, read once and compared many times."""

    id: str
    article_id: str
    start: int
    end: int
    plain: str
    """The claim's words folded, for wording."""
    shown: str
    """The claim's words on one line, for evidence."""
    keys: frozenset[str]
    """Of the claim's own content words."""
    topic: frozenset[str]
    """`keys` with those of the sentences around it and its speaker."""
    words: dict[str, str]
    """For each key the word that gave it, for evidence."""
    numbers: tuple[Number, ...]
    negative: bool
    commitment: Commitment
    stance: Stance
    speaker: str
    """As given; "" if unknown."""
    speaker_keys: frozenset[str]
    publisher: str
    published: str
    kind: str


def read(subject: Subject) -> Reading:
    """The reading of one claim."""
    claim = subject.claim
    text = plain(claim.text).strip()
    its_tokens = tokens(text)
    its_keys = keys(its_tokens)
    speaker_keys = keys(tokens(plain(claim.speaker))) if claim.speaker else frozenset()
    around = keys(tokens(plain(subject.context))) if subject.context else frozenset()
    named = (
        keys(tokens(plain(" ".join((*claim.places, *claim.parties)))))
        if claim.places or claim.parties
        else frozenset()
    )
    return Reading(
        id=claim.id,
        article_id=claim.article_id,
        start=claim.start,
        end=claim.end,
        plain=" ".join(its_tokens),
        shown=" ".join(claim.text.split()),
        keys=its_keys,
        topic=its_keys | around | speaker_keys | named,
        words={k: token for token in its_tokens if (k := key(token))},
        numbers=numbers(text),
        negative=claim.polarity == "negative" or _is_negative(its_tokens),
        commitment=_commitment(claim.modality, text),
        stance=_stance(claim.cue_class, plain(claim.cue), text),
        speaker=claim.speaker,
        speaker_keys=speaker_keys,
        publisher=subject.publisher,
        published=subject.published,
        kind=claim.kind,
    )


def _is_negative(its_tokens: list[str]) -> bool:
    return any(t in _NEGATORS or t.endswith("n't") for t in its_tokens)


def _commitment(modality: str, text: str) -> Commitment:
    if modality == "undecided" or _UNDECIDED.search(text):
        return "undecided"
    if modality in ("possible", "conditional") or _POSSIBLE.search(text):
        return "possible"
    if modality == "planned" or _PLANNED.search(text):
        return "planned"
    return "fact"


def _stance(cue_class: str, cue: str, text: str) -> Stance:
    if _IGNORANCE.search(text):
        return "does not know"
    if cue_class == "denies" or _DENIAL.search(text) or (cue and _DENIAL.search(cue)):
        return "denies"
    if _QUESTION.search(text):
        return "asks"
    if _DOUBT.search(text):
        return "doubts"
    return "asserts"
