"""What a claim says of itself: which rule found it, where its parts stand, and what it is made of.

In words, for the command line and for the screen alike; nothing here is cleaned for a terminal, and nothing
is judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from curator.models import ClaimView, Span
from curator.months import spoken
from curator.telling import as_found, own_wording


class Part(NamedTuple):
    """One thing known of a claim."""

    name: str
    """"found by", "speaker", "cue", …"""
    words: str


def explained(view: ClaimView, text: str) -> Iterator[Part]:
    """The parts of a claim, `text` being its article's; first what reviewers corrected in it.

    What was found is told of the article's words, which a corrected wording leaves as they are.
    """
    claim, own = view.claim, own_wording(view)
    yield from _corrected(view)
    where = f"characters {claim.start}-{claim.end} of article {claim.article_id[:8]}"
    yield Part("kind", f"{claim.kind}, {where}")
    rule = claim.rule or "no rule is recorded"
    yield Part("found by", f"{claim.extractor} {claim.extractor_version}: {rule}")
    yield Part("speaker", _place(claim.speaker, claim.speaker_span, text))
    cue_class = f", which {claim.cue_class}" if claim.cue_class else ""
    yield Part("cue", _place(claim.cue, claim.cue_span, text) + cue_class)
    manner = ", ".join(filter(None, (claim.polarity, claim.modality, claim.tense)))
    yield Part("said as", f"{manner}; of the article’s words, not of the edited wording" if own else manner)
    for quantity in claim.quantities:
        words = text[quantity.span.start : quantity.span.end]
        yield Part("number", f"“{words}”: {quantity.bound} {quantity.value:g} {quantity.unit}".rstrip())
    times = tuple(map(spoken, claim.times))
    for name, values in (("times", times), ("places", claim.places), ("parties", claim.parties)):
        if values:
            yield Part(name, ", ".join(values))
    if not claim.grounded:
        yield Part("ungrounded", "its words were not found in the article")


def _corrected(view: ClaimView) -> Iterator[Part]:
    claim = view.claim
    if own_wording(view):
        yield Part("edited", "the wording is a reviewer’s and stands for itself")
    if view.wording not in ("", claim.text):
        yield Part("was", as_found(claim, claim.text))
    if view.speaker != claim.speaker:
        yield Part("edited", f"the speaker is a reviewer’s: {view.speaker or 'nobody'}")
    if (view.start, view.end) != (claim.start, claim.end):
        yield Part("edited", f"a reviewer moved the boundaries to {view.start}-{view.end}")


def _place(name: str, span: Span | None, text: str) -> str:
    if span is None:
        return name or "none"
    words = text[span.start : span.end]
    return f"{name}, “{words}” at {span.start}-{span.end}" if words != name else f"“{words}” at {span.start}"
