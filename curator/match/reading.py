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
from curator.match.words import key, keys, matter, plain, tokens
from curator.models import Claim

COMMITMENTS = ("fact", "planned", "possible", "undecided")
STANCES = ("asserts", "denies", "doubts", "does not know", "asks")
Commitment = Literal["fact", "planned", "possible", "undecided"]
Stance = Literal["asserts", "denies", "doubts", "does not know", "asks"]

_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "officials", "sources"})
_NEGATORS = word_set("negators")
_UNDECIDED = re.compile(
    r"\bno (?:final |formal |such |firm )?decisions?\b|\bundecided\b|\bno agreement\b"
    r"|\byet to (?:decide|be (?:decided|agreed|made|set))"
    r"|\b(?:not|n't|never|nothing)(?: yet)?(?: been)?"
    r" (?:decided|agreed|finali[sz]ed|settled|determined|made (?:a|any|its) decision)"
    r"|\b(?:have|has) not (?:said|announced|confirmed) (?:whether|if|when)"
    r"|\b(?:remains?|still|is|was|it's) unclear\b|\bremains to be seen\b"
)
_UNDER_WAY = re.compile(
    r"\b(?:under|in) (?:discussion|consideration|negotiations?)\b"
    r"|\bbeing (?:discussed|considered|negotiated|weighed|worked on|developed|drafted)\b"
    r"|\b(?:discussing|considering|negotiating|weighing|mulling|exploring)\b"
    r"|\bnegotiat\w+ (?:\w+ ){0,2}(?:begun|began|started|continu\w+)"
    r"|\brequires? (?:\w+ )?(?:detailed|further|more) (?:work|talks|discussion)"
)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|maybe|perhaps|possibly|probably|likely|potentially|apparently"
    r"|suggests?|appears?|seems?)\b"
)
_PLANNED = re.compile(
    r"\b(?:will|shall|won't|'ll|going to|plans? to|planned to|planning|due to|set to|expected to|about to"
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


_CLAUSE_END = re.compile(r"[,;:.!?()\"“”–—]|\s-\s|\b(?:but|while|whereas|although|though|however|and)\b")
_COUNTS = ("count", "percent", "money")
_READ = 4_000
"""Code points of a claim that are read: comparing letter by letter costs the product of two lengths."""
_LONG = 20
"""Above so many words a negating or doubting word may concern anything, and counts less and less."""


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
    matter: frozenset[str]
    """`keys` without those that tell how far the matter has come."""
    near: frozenset[str]
    """`keys` with those of the sentences around it, its speaker, places and parties."""
    theme: frozenset[str]
    """Keys of the article's title that are not in `near`."""
    finding: frozenset[str]
    """`keys`, and one more for each thing it counts: whoever counts the same is worth a look."""
    words: dict[str, str]
    """For each key the word that gave it, for evidence."""
    numbers: tuple[Number, ...]
    counted: frozenset[str]
    """What its numbers count, and the larger numbers themselves: numbers are compared where these meet."""
    negated: frozenset[str]
    """Keys of its clauses that negate."""
    commitment: Commitment
    committed_by: str
    """The words that show it ("no decision"), "" where nothing does."""
    stance: Stance
    refutes: bool
    """It denies, or is a short sentence that negates."""
    firmness: float
    """0 to 1: how surely stance and negation concern the whole claim; falls with its length."""
    speaker: str
    """As given; "" if unknown."""
    speaker_keys: frozenset[str]
    times: tuple[str, ...]
    """As the extractor resolved them."""
    places: dict[str, str]
    """Key of each place named, with its name as written."""
    publisher: str
    published: str
    kind: str


def read(subject: Subject) -> Reading:
    """The reading of one claim."""
    claim = subject.claim
    words = claim.text[:_READ]
    text = plain(words).strip()
    its_tokens = tokens(text)
    its_keys = keys(its_tokens)
    speaker = "" if plain(claim.speaker).strip() in _PRONOUNS else claim.speaker.split(",")[0].strip()
    speaker_keys = _keys_of(speaker)
    near = (
        its_keys
        | speaker_keys
        | _keys_of(subject.context[: 2 * _READ])
        | _keys_of(" ".join(claim.places + claim.parties))
    )
    negated = _negated(_given_negative(claim), text, its_tokens, its_keys)
    its_numbers = numbers(text)
    stance = _stance(claim.cue_class, plain(claim.cue), text)
    commitment, committed_by = _commitment(claim.modality, text)
    return Reading(
        id=claim.id,
        article_id=claim.article_id,
        start=claim.start,
        end=claim.end,
        plain=" ".join(its_tokens),
        shown=" ".join(words.split()),
        keys=its_keys,
        matter=matter(its_tokens),
        near=near,
        theme=_keys_of(subject.title[:_READ]) - near,
        finding=its_keys | {f"#{k}" for n in its_numbers if n.kind in _COUNTS for k in n.counted},
        words={k: token for token in its_tokens if (k := key(token))},
        numbers=its_numbers,
        counted=frozenset().union(*(n.counted | {n.itself} - {""} for n in its_numbers)),
        negated=negated,
        commitment=commitment,
        committed_by=committed_by,
        stance=stance,
        refutes=stance == "denies" or (bool(negated) and len(its_tokens) <= _LONG),
        firmness=1.0 if claim.cue_class == "denies" else min(1.0, _LONG / max(1, len(its_tokens))),
        speaker=speaker,
        speaker_keys=speaker_keys,
        times=claim.times,
        places={k: place for place in claim.places for k in sorted(_keys_of(place))},
        publisher=subject.publisher,
        published=subject.published,
        kind=claim.kind,
    )


def _keys_of(text: str) -> frozenset[str]:
    return keys(tokens(plain(text))) if text else frozenset()


def _given_negative(claim: Claim) -> bool:
    """Whether the extractor found it negated by more than a denying verb, which is its stance."""
    return claim.polarity == "negative" and claim.cue_class != "denies"


def _negates(token: str) -> bool:
    return token in _NEGATORS or token.endswith("n't")


def _negated(whole: bool, text: str, its_tokens: list[str], its_keys: frozenset[str]) -> frozenset[str]:
    if not any(map(_negates, its_tokens)):
        return its_keys if whole else frozenset()
    if len(its_tokens) <= _LONG:
        return its_keys
    found: set[str] = set()
    for clause in _CLAUSE_END.split(text):
        clause_tokens = tokens(clause)
        if any(map(_negates, clause_tokens)):
            found |= keys(clause_tokens)
    return its_keys & found


def _commitment(modality: str, text: str) -> tuple[Commitment, str]:
    given: dict[str, Commitment] = {"undecided": "undecided", "possible": "possible", "planned": "planned"}
    given["conditional"] = "possible"
    patterns: tuple[tuple[Commitment, re.Pattern[str]], ...] = (
        ("undecided", _UNDECIDED),
        ("undecided", _UNDER_WAY),
        ("possible", _POSSIBLE),
        ("planned", _PLANNED),
    )
    for commitment, pattern in patterns:
        if match := pattern.search(text):
            return commitment, match.group()
        if given.get(modality) == commitment and pattern is not _UNDECIDED:
            return commitment, ""
    return "fact", ""


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
