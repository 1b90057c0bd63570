"""What of an article is prose, and what only stands around it: headline, caption, byline, menu, source line.

Every paragraph gets a role with the reason in words, judged by its own words and by its place. What could as
well be prose is prose: a reviewer rejects a caption with one key, but never sees what was left out.
Never changes the text, and never reads metadata out of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from curator.extract.furniture import furniture
from curator.extract.syntax.tokens import paragraphs
from curator.models import Article, Span
from curator.text import folded

Role = Literal["prose", "headline", "caption", "byline", "navigation", "source", "date", "duplicate"]

_SOURCE = re.compile(
    r"\W*(?:sources?|publisher|published by|originally published.*|copyright|©|\(c\)|"
    r"all rights reserved|via)\b\s*[:©]?|.*\ball rights reserved\W*$|.*©\s*\d{4}|https?://\S+$",
    re.I,
)
_BYLINE = re.compile(
    r"\W*(?:by\s+[^\W\d_]\S*(?:[ ,]+\S+){0,9}"
    r"|(?:with )?(?:additional )?(?:reporting|writing|editing|translation|compiled|edited|written|translated|"
    r"report(?:ed)?) (?:by|from)\b.{0,300}"
    r"|.{2,60}(?:, |\s[|/–—-]\s?)"
    r"(?:(?:\w+ )?(?:writer|correspondent|reporter|editor)|news agency|associated press|reuters|afp))\W*"
    r"|[A-Z]\S+ [A-Z]\S+ is an? .{0,60}\b(?:reporter|correspondent|columnist|writer|journalist|editor)\b"
    r".{0,20}\b(?:for|at|with) .{2,160}",
    re.I,
)
_CAPTION_LABEL = re.compile(
    r"\W*(?:file(?:\s+(?:image|photo|picture|pic|footage))?|image|photo|picture|caption|video|map|graphic|"
    r"infographic|illustration|archive photo|handout|screen ?shot)\b\s*[:\-–—(]"
    r"|.*(?:\((?:[^()]*\b)?(?:photo|getty|ap|afp|reuters|epa|aa|file|handout|courtesy)\b[^()]*\)|"
    r"getty images|\bphoto(?:graph)? by\b|\b(?:afp|ap|reuters|epa)\s*/|/\s*(?:afp|ap|reuters)\b|"
    r"(?:image|photo|credit)s?:\s*\S+.*)\W*$",
    re.I,
)
_SCENE = re.compile(
    r"(?:reacts?|rises?|looks?|walks?|stands?|sits?|holds?|gestures?|arrives?|attends?|speaks?|waves?|poses?|"
    r"runs?|gathers?|inspects?|carr(?:y|ies)|rides?|drives?|fires?|watch(?:es)?|billows?|greets?|shakes?|"
    r"listens?|prays?|embraces?|patrols?|takes? (?:part|position|cover)|"
    r"(?:is |are )?(?:seen|pictured|shown))\b"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*"
_ENDS_WITH_DAY = re.compile(
    rf"\b(?:(?:on |in )?{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?|"
    r"(?:in|,) \d{4}|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\W*$"
)
_DATE_LINE = re.compile(
    r"\W*(?:(?:published|updated|posted|date|last updated|modified)\W{0,3}(?:on |at )?)?"
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}|"
    r"[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|"
    r"\d{1,2}:\d\d (?:[ap]\.?m\.?)?.{0,20}[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|"
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
    r"(?:[\s,|@–—-]+(?:at\s+)?\d{1,2}[:.]?\d{0,2}.{0,24})?\W*",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?…。:;,][\"'”’»)\]]*$")
_SAYS = re.compile(r"\b(?:said|says|saying|told|added|announced|asked|wrote|according to)\b")
_TOP = 8
"""Paragraphs at the top among which a headline and a lead picture's caption stand."""
_END = 6
_LONGEST_HEADLINE = 32
"""In words."""
_SHORT = 9
"""In words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of an article, what it is, and why that is thought."""

    span: Span
    role: Role
    why: str


def passages(article: Article) -> tuple[Passage, ...]:
    """Every paragraph of `article` with its role, in order."""
    spans = [Span(start, end) for start, end in paragraphs(article.text)]
    title = _plain(article.title)
    seen: dict[str, int] = {}
    result: list[Passage] = []
    for index, span in enumerate(spans):
        words = article.text[span.start : span.end].strip()
        key = _plain(words)
        role, why = _role(words, key, title, index, spans, article.text)
        earlier = seen.setdefault(key, index) if key else index
        if earlier != index and role == "prose":
            role, why = "duplicate", f"the same words as paragraph {earlier + 1}"
        result.append(Passage(span, role, why))
    return tuple(_without_lead_captions(article.text, result, seen))


def prose(article: Article) -> tuple[Span, ...]:
    """The paragraphs of `article` that are prose."""
    return tuple(passage.span for passage in passages(article) if passage.role == "prose")


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", folded(words)).strip()


def _role(words: str, key: str, title: str, index: int, spans: Sequence[Span], text: str) -> tuple[Role, str]:
    if not key:
        return "navigation", "no words in it"
    if title and key == title:
        return "headline", "the article's title"
    if _DATE_LINE.fullmatch(words):
        return "date", "nothing but a date"
    if len(key.split()) <= 40 and _CAPTION_LABEL.match(words):
        return "caption", "a picture's label or credit"
    if kind := furniture(words):
        return ("source" if kind.startswith("a note") else "navigation"), kind
    near_end = index >= len(spans) - _END
    if (
        (index < _TOP or near_end)
        and _BYLINE.fullmatch(words)
        and (not _SENTENCE_END.search(words.rstrip(".")) or " is a" in words)
    ):
        return "byline", "names who reported it"
    if _SOURCE.match(words) and len(key.split()) <= 14:
        return "source", "names the publisher"
    if index and index == len(spans) - 1 and _is_cut_short(words, key):
        return "navigation", "a short line without a full stop at the very end"
    if _is_heading(words, key, index, spans, text):
        return "headline", "a line without a full stop, with prose after it"
    return "prose", ""


def _is_cut_short(words: str, key: str) -> bool:
    """Whether a last line is too short and too open for a sentence."""
    return not (_SENTENCE_END.search(words) or _SAYS.search(words)) and len(key.split()) <= _SHORT


def _is_heading(words: str, key: str, index: int, spans: Sequence[Span], text: str) -> bool:
    count = len(key.split())
    if _SENTENCE_END.search(words) or count > _LONGEST_HEADLINE or index + 1 >= len(spans):
        return False
    if _SAYS.search(words) and index >= _TOP // 2:
        return False  # "…, he was quoted as saying" lost its full stop
    following = text[spans[index + 1].start : spans[index + 1].end]
    return len(following) > len(words) / 2 or index < _TOP


def _without_lead_captions(text: str, found: list[Passage], seen: dict[str, int]) -> list[Passage]:
    """`found` with the captions of the lead picture told from prose: a scene with its day, or doubled."""
    doubled = {seen[_plain(text[p.span.start : p.span.end])] for p in found if p.role == "duplicate"}
    for index, passage in enumerate(found[:_TOP]):
        if passage.role != "prose":
            continue
        words = text[passage.span.start : passage.span.end]
        scene = _SCENE.search(" ".join(words.split()[1:9])) and _ENDS_WITH_DAY.search(words)
        if scene and not _SAYS.search(words):
            found[index] = Passage(passage.span, "caption", "describes a scene and gives its day")
        elif index in doubled and index + 1 < len(found) and found[index + 1].role == "duplicate" and scene:
            found[index] = Passage(passage.span, "caption", "a caption printed twice")
    return found
