"""One extractor over one corpus: scores, recall by kind of speech, speakers, misses, speed.

Runs the extractor and counts; printing is for `__main__`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.extract.corpus import Marked, MarkedArticle
from bench.extract.scoring import Score, Tally, Tokenised, iou, matched, shared
from curator.extract import Extractor
from curator.models import Claim
from curator.text import folded

KINDS = ("direct", "mixed", "indirect")
_MARK = re.compile("[\"“”„«»‹›「」]|(?<!\\w)['‘]|['’](?!\\w)")
_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Miss:
    """A marked span that was not found, or a found one that is not marked, with the best that there was."""

    article: str
    kind: str
    """One of KINDS for a marked span, "extra" for one that was found."""
    before: str
    text: str
    after: str
    overlap: float
    """Intersection over union with the nearest span of the other side."""
    note: str = ""
    """The nearest span's words, or the rule that found an extra one."""


@dataclass(slots=True)
class Result:
    """What was measured."""

    score: Score = field(default_factory=Score)
    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    """Recall at iou50; `found` counts the predictions of that kind."""
    speakers: Tally = field(default_factory=Tally)
    """Of matched spans whose speaker is marked, those with the right one."""
    misses: list[Miss] = field(default_factory=list)
    words: int = 0
    seconds: float = 0.0
    """Of one core."""


def kind_of(text: str, start: int, end: int) -> str:
    """Whether `[start, end)` is direct speech, indirect, or mixed, by its quotation marks."""
    inner = text[start:end].strip(" \t\r\n,.;:!?…")
    around = text[max(0, start - 1) : start] + text[end : end + 2]
    opened, closed = _MARK.match(inner[:1]), _MARK.match(inner[-1:])
    if (opened and closed) or (_MARK.search(text[max(0, start - 1) : start]) and _MARK.search(around)):
        return "direct"
    return "mixed" if _MARK.search(inner) else "indirect"


def same_speaker(marked: str, found: str) -> bool:
    """Whether two names are of one speaker: the same last word, or one within the other."""
    left, right = folded(marked).split(), folded(found).split()
    if not left or not right:
        return left == right
    return left[-1] == right[-1] or set(left) <= set(right) or set(right) <= set(left)


def measure(corpus: Iterable[MarkedArticle], extractor: Extractor) -> Result:
    """Run `extractor` over `corpus`; assertions are not attributed and are left out."""
    result = Result()
    for marked in corpus:
        begun = time.process_time()
        claims = [claim for claim in extractor(marked.article) if claim.kind != "assertion"]
        result.seconds += time.process_time() - begun
        result.words += len(marked.article.text.split())
        _count(result, marked, claims)
    return result


def _count(result: Result, marked: MarkedArticle, claims: list[Claim]) -> None:
    text = marked.article.text
    tokens = Tokenised(text)
    gold = tokens.spans((m.start, m.end) for m in marked.marked)
    found = tokens.spans((claim.start, claim.end) for claim in claims)
    result.score.add(gold, found)
    marks: dict[tuple[int, int], Marked] = {}
    for mark in marked.marked:
        if span := tokens.span(mark.start, mark.end):
            marks.setdefault(span, mark)
    of_span: dict[tuple[int, int], Claim] = {}
    for claim in claims:
        if span := tokens.span(claim.start, claim.end):
            of_span.setdefault(span, claim)
    pairs = matched(gold, found)
    for at, span in enumerate(gold):
        mark = marks[span]
        kind = kind_of(text, mark.start, mark.end)
        result.kinds[kind].add(int(at in pairs), 0, 1)
        if at in pairs:
            if mark.speaker:
                claim = of_span[found[pairs[at]]]
                result.speakers.add(int(same_speaker(mark.speaker, claim.speaker)), 1, 1)
        else:
            nearest = max(found, key=lambda other: shared(span, other), default=None)
            near = iou(span, nearest) if nearest and shared(span, nearest) else 0.0
            note = of_span[nearest].text if nearest and near else ""
            result.misses.append(_miss(marked, kind, mark.start, mark.end, near, note))
    right = set(pairs.values())
    for of, span in enumerate(found):
        claim = of_span[span]
        result.kinds[kind_of(text, claim.start, claim.end)].found += 1
        if of not in right:
            near = max((iou(span, other) for other in gold if shared(span, other)), default=0.0)
            note = f"{claim.speaker} | {claim.cue} | {claim.rule}"
            result.misses.append(_miss(marked, "extra", claim.start, claim.end, near, note))


def _miss(marked: MarkedArticle, kind: str, start: int, end: int, overlap: float, note: str) -> Miss:
    text = marked.article.text
    return Miss(
        marked.name,
        kind,
        text[max(0, start - _CONTEXT) : start],
        text[start:end],
        text[end : end + _CONTEXT // 2],
        overlap,
        note,
    )
