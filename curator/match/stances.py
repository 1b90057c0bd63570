"""How a text stands to what it speaks of: asserting, denying, doubting, asking, not knowing; how settled.

Reads folded text only (`words.plain`). Never compares two texts, and never says who is right.
"""

from __future__ import annotations

import re
from typing import Literal

from curator.match.lexicon import any_of, phrases, word_set
from curator.match.words import keys, tokens

COMMITMENTS = ("fact", "planned", "possible", "undecided", "discussed")
STANCES = ("asserts", "denies", "doubts", "does not know", "asks")
Commitment = Literal["fact", "planned", "possible", "undecided", "discussed"]
Stance = Literal["asserts", "denies", "doubts", "does not know", "asks"]

LONG = 20
"""Above so many words a negating or doubting word may concern anything, and counts less and less."""

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
    r"|\b(?:discussing|considering|negotiating|weighing|mulling|exploring|working on)\b"
    r"|\b(?:propos(?:e[sd]?|ing|als?)|suggest(?:ed|ing|ions?)|ask(?:ed|ing)|request(?:s|ed|ing)?)\b"
    r"|\bin talks\b|\btalks (?:on|about|to)\b"
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
    r"|\bunable to (?:confirm|verify|say)\b"
    r"|\b(?:cannot|could not|can't) (?:confirm|verify|say)\b"
)
_ASKS = re.compile(
    r"^(?:did|does|do|is|are|was|were|has|have|can|could|will|would|should|who|what|where|when|why|how|whether)\b"
)


def _either(name: str, head: str) -> re.Pattern[str]:
    """A pattern for the phrases under a head of a list; a phrase that ends with a star may go on."""
    return re.compile(r"\b" + any_of(phrase for phrase, of in phrases(name).items() if of == head))


_DEBUNKS, _DENIES, _DOUBTS = (_either("stances", head) for head in ("debunks", "denies", "doubts"))
_UNDENIED = re.compile(
    r"\b(?:not|cannot|never|nor|without|\w+n't)(?: \w+){0,2}? "
    r"(?:rul(?:e|ed|ing) out|den(?:y|ied|ying)|dismiss(?:ed|ing)?|reject(?:ed|ing)?|disput(?:e|ed|ing)"
    r"|contradict(?:ed|ing)?|refut(?:e|ed|ing)|contest(?:ed|ing)?)\b"
)
"""Of what nobody denies it is not known that it is so, but it is no denial."""
_ANSWERS_NO = re.compile(r"^(?:no|nope|sorry|actually)\s?[,:.!-]")
_CLAUSE_END = re.compile(r"[,;:.!?()\"“”–—]|\s-\s|\b(?:but|while|whereas|although|though|however|and)\b")


def stance(cue_class: str, cue: str, text: str) -> Stance:
    """How a claim stands to its matter: what the extractor found of its verb, then what its words show."""
    if _IGNORANCE.search(text):
        return "does not know"
    if cue_class == "denies" or _DEBUNKS.search(text) or _ANSWERS_NO.match(text):
        return "denies"
    if text.endswith("?"):
        return "asks"
    if _DENIES.search(_UNDENIED.sub(" ", text)) or (cue and (_DENIES.search(cue) or _DEBUNKS.search(cue))):
        return "denies"
    if "?" in text or _ASKS.match(text):
        return "asks"
    if _DOUBTS.search(text):
        return "doubts"
    return "asserts"


def commitment(modality: str, text: str) -> tuple[Commitment, str]:
    """How settled a claim makes its matter, with the words that show it, "" where the extractor told."""
    patterns: tuple[tuple[Commitment, re.Pattern[str], tuple[str, ...]], ...] = (
        ("undecided", _UNDECIDED, ()),
        # Extractors call undecided whatever is open: only its words say that nothing is decided.
        ("discussed", _UNDER_WAY, ("undecided",)),
        ("possible", _POSSIBLE, ("possible", "conditional")),
        ("planned", _PLANNED, ("planned",)),
    )
    for found, pattern, given in patterns:
        if match := pattern.search(text):
            return found, match.group()
        if modality in given:
            return found, ""
    return "fact", ""


def negated(whole: bool, text: str, its_tokens: list[str], its_keys: frozenset[str]) -> frozenset[str]:
    """Keys of what is negated: of each clause that negates, what follows the negating word.

    `whole`: the extractor found the claim negative; so is all of it where no word tells what.
    """
    if not any(map(_negates, its_tokens)):
        return its_keys if whole else frozenset()
    found: set[str] = set()
    clauses = [tokens(c) for c in _CLAUSE_END.split(text)] if _CLAUSE_END.search(text) else [its_tokens]
    for clause in clauses:
        negating = next((place for place, token in enumerate(clause) if _negates(token)), None)
        if negating is not None:
            found |= keys(clause[negating + 1 :]) or keys(clause)
    return its_keys & found or its_keys


def _negates(token: str) -> bool:
    return token in _NEGATORS or token.endswith("n't")
