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
from curator.extract.furniture import furniture
from curator.extract.lexicon.shapes import NOUN, PARTICIPLE, PAST, THIRD, shapes
from curator.extract.lexicon.vocabulary import DETERMINERS, PERSON_ROLES, POSSESSIVES
from curator.extract.reporting.headlines import dateline_end
from curator.extract.syntax.clauses import parse
from curator.extract.syntax.layout import layout
from curator.extract.syntax.sentences import Sentence
from curator.models import Article, Claim, Span, claim_id

NAME = "assertions"
VERSION = "1.2"

THRESHOLD = 0.45
"""The least confidence of an assertion that is worth a reviewer's key."""
_FEWEST_WORDS, _MOST_WORDS = 6, 70

_EVENT_STEMS = frozenset(
    """account accus agre agree announc appoint approv arrest arriv attack averag ban began begin bomb border
    bought break broke broker build built buy captur caught caus charg clos collaps consist consum
    contain contribut control controll convert convict cost cover crash creat cut damag decline decreas
    defeat deploy destroy detain die died dies displac donat doubl drop earn elect employ end enter
    erupt establish evacuat exceed export fall fell fin fire fled flee found grew grow held hit host
    import includ increas injur invad invest join kill launch launder leav left lost mad made neighbor
    neighbour open outpac own paid pass plead pled poll pour produc provid publish pull rais reach
    recaptur receiv record reject releas replac requir rescu resign result retir rise rose rul seiz sell
    sentenc serv shell shot sign sold spend spent sponsor start struck suppl support surpass surrender
    test total trad travel tripl us violat visit vot withdr won wound""".split()
)
"""How words begin that tell of something that happened or holds and left a trace somewhere."""
_WORD = re.compile(r"(?<![\w-])[a-z]{3,}(?![\w-])")
_ENDING = re.compile(r"(?:e?d|e?s|e|ies|ied|n)?$")
_BEFORE_NO_EVENT = DETERMINERS | POSSESSIVES | frozenset("of in for by with most more very".split())
_DASHES = frozenset({"-", "–", "—", "--"})
_DATELINE = 16
"""Tokens within which a dateline ends."""
_SMALL_COUNT = 10
_MANY_PEOPLE = 100
_SHARES = ("%", "percentage point")
_MONEY = frozenset("dollar euro yen rupee lira rouble hryvnia".split())
_CITATION = re.compile(
    r"\((?:[^()]|\([^()]*\))*\b(?:1[89]|20)\d\d[a-z]?(?::\s?[\d–-]+)?\)|\[\d+(?:[,–-] ?\d+)*\]|"
    r"\((?:1[89]|20)\d\d[a-z]?\)"
)
"""A scholar's reference: its year and names say nothing of what the sentence states."""
_ADDRESS = re.compile(r"\S@\S|https?://|www\.|</?[a-z]+[ >]")
"""Of a person, a page or a page's own markup."""
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
    r"(?:click|read|see|follow|share|watch|listen|subscribe|sign up|find out|learn more|remember|"
    r"note that|imagine|consider)\b",
    re.I,
)
_JUDGES = re.compile(
    r"\b(?:should|ought|must|hopefully|unfortunately|perhaps|maybe|seems?|appears?|amazing|beautiful|wonderful|"
    r"terrible|awful|sadly|clearly|obviously|of course|interesting)\b",
    re.I,
)
_POINTS_BACK = re.compile(r"^(?:it|this|that|these|those|they|he|she|there|such|here)\b", re.I)
_REPORTS = re.compile(
    r"(?<!not )\b(?:said|says|told(?! to\b)|according to|claimed|claims|stated|believes? that|"
    r"(?:announced|reported|reportedly|added|warned|confirmed|insisted|denied) that)\b",
    re.I,
)
_SIGNS = (
    (_COMPARED, "a comparison", 0.1),
    (_CAUSED, "a cause", 0.08),
    (_JUDGES, "judges or guesses", -0.15),
)
"""What else counts for or against a sentence, in the words of its rule, with its weight."""
_COUNTS = ("no", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine")


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
        and not furniture(sentence)
        and not _ADDRESS.search(_CITATION.sub("", sentence))
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
        start, end = _after_dateline(sentence, text), sentence.end[-1]
        while at < len(occupied) and occupied[at][1] <= start:
            at += 1
        if at < len(occupied) and occupied[at][0] < end:
            continue
        yield Span(start, end)


def _after_dateline(sentence: Sentence, text: str) -> int:
    """Where a sentence begins past the place, date and agency before it: "BEIRUT, May 2 (AP) - "."""
    start = sentence.start[0]
    dashes = [at for at, low in enumerate(sentence.low) if low in _DASHES] if sentence.opens_paragraph else []
    if not dashes or dashes[0] > _DATELINE:
        return start
    before = text[start : sentence.start[dashes[0]]]
    if len(dashes) > 1 and "(" not in before and not before.split(",")[0].strip().isupper():
        return start  # "Ana Ruiz - the mayor - left" opens with no place
    parsed = parse(sentence, text)
    end = dateline_end(parsed)
    return sentence.start[parsed.chunks[end].first] if 0 < end < len(parsed.chunks) else start


def _weighed(claim: Claim) -> Claim:
    """`claim` with what it can be held to as its rule, and how much that is worth as its confidence."""
    from dataclasses import replace

    dates, names = _outside_references(claim)
    holds = [*_numbers(claim), *_several(dates, "date", 0.18), *_several(names, "name", 0.1)]
    if claim.tense and (event := _event(claim.text)):
        lasting = bool(shapes(event) & THIRD)
        holds.append((f"a lasting fact (“{event}”)" if lasting else f"an event (“{event}”)", 0.12))
    if claim.quantities and _CASUALTIES.search(claim.text):
        holds.append(("casualties", 0.15))
    holds += [(words, weight) for pattern, words, weight in _SIGNS if pattern.search(claim.text)]
    worth = 0.1 + sum(weight for _, weight in holds)
    worth += {"possible": -0.1, "conditional": -0.15, "undecided": -0.08}.get(claim.modality, 0.0)
    if not claim.tense:
        worth -= 0.12
    if not names and _POINTS_BACK.match(claim.text):
        worth -= 0.1
    rule = "in the article’s own voice: " + (
        ", ".join(words for words, _ in holds) or "nothing to hold it to"
    )
    return replace(claim, rule=rule, confidence=round(min(max(worth, 0.0), 1.0), 2))


def _numbers(claim: Claim) -> list[tuple[str, float]]:
    """What the numbers of a claim are called, with their worth: shares, money and people more than counts."""
    pounds = "£" in claim.text
    shares = [q for q in claim.quantities if q.unit in _SHARES]
    money = [q for q in claim.quantities if q.unit in _MONEY or (q.unit == "pound" and pounds)]
    others = [q for q in claim.quantities if q not in shares and q not in money]
    plain = any(q.value >= _SMALL_COUNT or q.bound != "exact" for q in others)
    many = any((q.unit == "people" or q.unit in PERSON_ROLES) and q.value >= _MANY_PEOPLE for q in others)
    named = [
        *_several(len(shares), "percentage", 0.4),
        *_several(len(money), "amount of money", 0.4, plural="amounts of money"),
        *_several(len(others), "number", 0.4 if many else 0.22 if plain else 0.14),
    ]
    best = max((weight for _, weight in named), default=0.0)
    # of several sorts of numbers the best counts whole, each other one as one number more
    return [(words, weight if weight == best else 0.1) for words, weight in named]


def _several(count: int, one: str, first: float, plural: str = "") -> list[tuple[str, float]]:
    """ "two dates" with what they are worth; nothing where there are none."""
    if not count:
        return []
    each = 0.1 if first > 0.2 else 0.06
    words = f"{'an' if one[0] == 'a' else 'a'} {one}"
    if count > 1:
        words = f"{_COUNTS[count] if count < len(_COUNTS) else count} {plural or one + 's'}"
    return [(words, first + each * min(count - 1, 2))]


def _outside_references(claim: Claim) -> tuple[int, int]:
    """How many dates and names a claim has outside its references to other writings."""
    if not _CITATION.search(claim.text):
        return len(claim.times), len(claim.parties) + len(claim.places)
    outside = _CITATION.sub(" ", claim.text)
    cited = [time for time in claim.times if time[:4].isdigit() and time[:4] not in outside]
    named = [name for name in (*claim.parties, *claim.places) if name.split()[-1] in outside]
    return len(claim.times) - len(cited), len(named)


def _event(sentence: str) -> str:
    """The first verb that tells of an event, "" where none does."""
    for match in _WORD.finditer(sentence):
        word, before = match[0], sentence[max(0, match.start() - 24) : match.start()].split()[-1:]
        bits = shapes(word)
        happened = bits & (PAST | PARTICIPLE) or (bits & THIRD and not bits & NOUN)
        ending = _ENDING.search(word)
        if not happened or ending is None or (before and before[0].lower() in _BEFORE_NO_EVENT):
            continue
        if word[: ending.start()] in _EVENT_STEMS or word in _EVENT_STEMS:
            return word
    return ""
