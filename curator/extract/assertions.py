"""Assertions: what an article says in its own voice and somebody could check, the most worth checking first.

A sentence earns its place by what it can be held to: numbers, dates, named parties, an event that happened.
Each claim's rule says by which of them ("two numbers, a date, a named party"), its confidence orders them.
Few and good: a sentence without two such holds is left out, and so is whatever an attribution already took.
Never judges whether an assertion is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curator.extract.boilerplate import prose
from curator.extract.composition import composed
from curator.extract.syntax.layout import layout
from curator.models import Article, Claim, Span, claim_id

NAME = "assertions"
VERSION = "1.0"

THRESHOLD = 0.5
"""The least confidence of an assertion that is worth a reviewer's key."""
_FEWEST_WORDS, _MOST_WORDS = 6, 70

_EVENT_STEMS = frozenset(
    """accus agre agree announc appoint approv arrest attack ban begin began bomb border break broke broker
    build built buy bought captur caught caus charg clos collaps consist contain control controll
    convict cost cover crash creat cut damag decline decreas defeat deploy destroy detain die died dies
    displac doubl drop elect end erupt establish evacuat fall fell fell fire fled flee found grew grow
    hit host held includ increas injur invad join kill launch leav left lost open paid pass provid rais
    recaptur record reject releas replac rescu resign result rise rose seiz sell sentenc shell shot sign
    sold spend spent sponsor start struck suppl support tripl violat vot withdr won wound join""".split()
)
"""How words begin that tell of something that happened or holds and left a trace somewhere."""
_WORD = re.compile(r"[a-z]{3,}")
_ENDING = re.compile(r"(?:e?d|e?s|e|ing|ies|ied|n)?$")
_COMPARED = re.compile(
    r"\b(?:largest|biggest|highest|lowest|smallest|deadliest|worst|longest|oldest|youngest|record|twice|majority|"
    r"the (?:first|last|most|least|only|best)|(?:higher|lower|larger|smaller|more often) than)\b",
    re.I,
)
_CASUALTIES = re.compile(
    r"\b(?:killed|dead|died|deaths?|wounded|injured|displaced|casualt(?:y|ies)|missing|executed|drowned)\b",
    re.I,
)
_CAUSED = re.compile(
    r"\b(?:result(?:ed|ing)? in|led to|caused|because of|as a result|prompted|sparked)\b", re.I
)
_PERSONAL = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|me|us|[Mm]y|[Oo]ur|[Yy]our|[Ll]et['’]s)\b")
_ASKS_THE_READER = re.compile(
    r"(?:click|read|see|follow|share|watch|listen|subscribe|sign up|find out|learn more)\b", re.I
)
_JUDGES = re.compile(
    r"\b(?:should|ought|must|hopefully|unfortunately|perhaps|maybe|seems?|appears?|amazing|beautiful|wonderful|"
    r"terrible|awful|sadly|clearly|obviously|of course|interesting)\b",
    re.I,
)
_POINTS_BACK = re.compile(r"^(?:it|this|that|these|those|they|he|she|there|such|here)\b", re.I)
_REPORTS = re.compile(
    r"(?<!not )\b(?:said|says|told|according to|claimed|claims|stated|believes? that|"
    r"(?:announced|reported|reportedly|added|warned|confirmed|insisted|denied) that)\b",
    re.I,
)
_SIGNS = (
    (_COMPARED, "a comparison", 0.08),
    (_CAUSED, "a cause", 0.08),
    (_JUDGES, "judges or guesses", -0.15),
)
"""What else counts for or against a sentence, in the words of its rule, with its weight."""
_COUNTS = ("no", "a", "two", "three")


def extract_assertions(article: Article) -> list[Claim]:
    """The assertions of `article` that are worth checking, in reading order."""
    return assertions(article, ())


def assertions(article: Article, taken: Sequence[Span]) -> list[Claim]:
    """The assertions of `article` worth checking, in reading order, none that touches a span of `taken`."""
    return [claim for claim in ranked(article, taken) if claim.confidence >= THRESHOLD]


def ranked(article: Article, taken: Sequence[Span]) -> list[Claim]:
    """Every sentence in the article's own voice with its worth as confidence, in reading order."""
    occupied = sorted((span.start, span.end) for span in taken)
    found: list[Claim] = []
    for span in _own_sentences(article, occupied):
        text = article.text[span.start : span.end]
        if not _states(text):
            continue
        claim = composed(
            Claim(
                claim_id(article.id, span.start, span.end),
                article.id,
                span.start,
                span.end,
                text,
                "assertion",
                extractor=NAME,
                extractor_version=VERSION,
            ),
            article,
        )
        found.append(_weighed(claim))
    return found


def _states(sentence: str) -> bool:
    """Whether a sentence states something in the article's own voice: no question, no "we", nobody's word."""
    return (
        _FEWEST_WORDS <= len(sentence.split()) <= _MOST_WORDS
        and sentence[-1] not in "?:"
        and not _REPORTS.search(sentence)
        and not _PERSONAL.search(sentence)
        and not _ASKS_THE_READER.match(sentence)
    )


def _own_sentences(article: Article, occupied: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The sentences of the article's prose that hold no full quotation and touch nothing occupied."""
    text = article.text
    laid_out = layout(text)
    own = {(span.start, span.end) for span in prose(article)}
    at = 0
    for sentence in laid_out.sentences:
        if sentence.quotes or laid_out.paragraphs[sentence.paragraph] not in own:
            continue
        start, end = sentence.start[0], sentence.end[-1]
        while at < len(occupied) and occupied[at][1] <= start:
            at += 1
        if at < len(occupied) and occupied[at][0] < end:
            continue
        yield Span(start, end)


def _weighed(claim: Claim) -> Claim:
    """`claim` with what it can be held to as its rule, and how much that is worth as its confidence."""
    from dataclasses import replace

    holds: list[str] = []
    worth = 0.1
    named = len(claim.parties) + len(claim.places)
    for count, one, many, first, each in (
        (len(claim.quantities), "number", "numbers", 0.22, 0.1),
        (len(claim.times), "date", "dates", 0.18, 0.06),
        (named, "name", "names", 0.1, 0.06),
    ):
        if count:
            holds.append(f"{_counted(count)} {one if count == 1 else many}")
            worth += first + each * min(count - 1, 2)
    if claim.tense and (event := _event(claim.text)):
        holds.append(f"an event (“{event}”)")
        worth += 0.12
    if claim.quantities and _CASUALTIES.search(claim.text):
        holds.append("casualties")
        worth += 0.15
    for pattern, words, weight in _SIGNS:
        if pattern.search(claim.text):
            holds.append(words)
            worth += weight
    worth += {"possible": -0.1, "conditional": -0.15, "undecided": -0.08}.get(claim.modality, 0.0)
    if not named and _POINTS_BACK.match(claim.text):
        worth -= 0.1
    rule = "in the article’s own voice: " + (", ".join(holds) or "nothing to hold it to")
    return replace(claim, rule=rule, confidence=round(min(max(worth, 0.0), 1.0), 2))


def _event(sentence: str) -> str:
    """The first word that tells of an event, "" where none does."""
    for word in _WORD.findall(sentence):
        ending = _ENDING.search(word)
        if ending and (word[: ending.start()] in _EVENT_STEMS or word in _EVENT_STEMS):
            return str(word)
    return ""


def _counted(count: int) -> str:
    return _COUNTS[count] if count < len(_COUNTS) else f"{count}"
