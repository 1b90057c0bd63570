"""Makes a claim of what another tool or file brings: its words grounded, the rest read from the article.

A claim that cannot be grounded keeps its own words and says so. Never takes an outside tool's word for a
place, and never leaves a claim out.
"""

from __future__ import annotations

from dataclasses import replace

from curator.extract.composition import composed
from curator.extract.grounding import Grounding, ground
from curator.models import KINDS, Article, Claim, Kind, OutsideClaim, Span, id_of

_OPENING = "\"'“‘«„"
_CLOSING = "\"'”’»“"
_REACH = 400
"""Code points around a claim in which its speaker's and its cue's words are looked for."""


def claim_of(outside: OutsideClaim, article: Article) -> Claim:
    """The claim that `outside` is in `article`; ungrounded where its words are not there."""
    whole = outside.whole
    if whole and whole.article_id == article.id and _fits(whole, article) and id_of(whole) == whole.id:
        return whole
    found = ground(article.text, outside.words, _near(outside, article))
    span = found.span or Span(0, 0)
    speaker_span = _beside(article.text, outside.speaker, found.span)
    claim = Claim(
        id="",
        article_id=article.id,
        start=span.start,
        end=span.end,
        text=article.text[span.start : span.end] if found.span else " ".join(outside.words.split()),
        kind=_kind(outside, article, found.span),
        speaker=outside.speaker,
        speaker_span=speaker_span,
        cue=outside.cue,
        cue_span=_beside(article.text, outside.cue, found.span),
        cue_class=_cue_class(outside.cue),
        rule=_rule(outside, found),
        confidence=min(max(outside.confidence, 0.0), 1.0),
        grounded=found.span is not None,
        extractor=outside.tool,
        extractor_version=outside.tool_version,
    )
    return composed(replace(claim, id=id_of(claim)), article)


def _fits(claim: Claim, article: Article) -> bool:
    return not claim.grounded or article.text[claim.start : claim.end] == claim.text


def _near(outside: OutsideClaim, article: Article) -> Span | None:
    """Where the file says the words stand, in the article's own offsets."""
    near, part = outside.near, outside.article_text
    if near is None or not part or part == article.text:
        return near
    at = article.text.find(part)
    if at < 0 or article.text.find(part, at + 1) >= 0:
        return None
    return Span(near.start + at, near.end + at)


def _kind(outside: OutsideClaim, article: Article, span: Span | None) -> Kind:
    for kind in KINDS:
        if outside.kind == kind:
            return kind
    if span and span.start > 0:
        before, after = article.text[span.start - 1], article.text[span.end : span.end + 1]
        if before in _OPENING and after and after in _CLOSING:
            return "quote"
    return "paraphrase" if outside.speaker or outside.cue else "assertion"


def _beside(text: str, words: str, span: Span | None) -> Span | None:
    """Where the words for a speaker or a cue stand near a claim, if in one place only."""
    if not words or span is None:
        return None
    low = max(0, span.start - _REACH)
    found = ground(text[low : span.end + _REACH], words)
    if found.span is None or found.how == "aligned":
        return None
    return Span(found.span.start + low, found.span.end + low)


def _cue_class(cue: str) -> str:
    """The class of the last reporting verb in a cue; "says" for words that are none, "" for no cue."""
    from curator.extract.lexicon.cues import verb_cues
    from curator.extract.lexicon.verbs import verb_forms

    for word in reversed(cue.lower().split()):
        for forms in verb_forms().values():
            known = verb_cues().get(forms.get(word, ""))
            if known:
                return known.cue_class
    return "says" if cue else ""


def _rule(outside: OutsideClaim, found: Grounding) -> str:
    return "; ".join(filter(None, (outside.rule or f"brought by {outside.tool or 'a file'}", found.words)))
