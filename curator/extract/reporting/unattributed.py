"""Quotations that no reporting word of their sentence claims: ones that go on, and long quoted fragments.

Works on one sentence; who spoke before is for whoever reads sentence after sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from curator.extract.reporting.reading import Frame, Tokens
from curator.extract.reporting.subjects import can_speak, subject_of
from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import FINITE, NOUN_PHRASE, Parsed
from curator.extract.syntax.clauses import main_verb
from curator.extract.syntax.fullness import is_title
from curator.extract.syntax.sentences import CLOSE, OPEN

FRAGMENT_WORDS = 6
"""A quoted fragment without a reporting word is a claim from so many words on."""
QUOTATION_WORDS = 4
_ANNOUNCING = frozenset("say add write tweet post read state continue reply respond tell conclude".split())
"""Verbs after which a paragraph without marks is what was said."""


@dataclass(frozen=True, slots=True)
class Floating:
    """A quotation without a reporting word."""

    content: Tokens
    speaker: Tokens | None
    """The subject of its own sentence, if there is one."""
    full: bool
    """A clause of its own, and no fragment."""


def _taken(frames: list[Frame]) -> set[int]:
    return {at for frame in frames for at in range(*frame.content)}


def floating_quotations(parsed: Parsed, frames: list[Frame]) -> list[Floating]:
    """The quotations of a sentence that none of its `frames` holds."""
    sentence, taken = parsed.sentence, _taken(frames)
    found: list[Floating] = []
    for at, quotation in sentence.quotes.items():
        inner = parsed.text[quotation.inner_start : quotation.inner_end].rstrip()
        words = inner.count(" ") + 1
        announced = at > 0 and sentence.low[at - 1] == ":"
        whole = inner[-1:] in (".", "?", "!") and len(sentence) == 1
        least = 1 if announced else 2 if whole or not sentence.opens_paragraph else QUOTATION_WORDS
        if at in taken or words < (least if len(sentence) == 1 or announced else QUOTATION_WORDS):
            continue
        heading = len(sentence) == 1 and sentence.opens_paragraph and sentence.closes_paragraph
        if is_title(inner) or (heading and inner[-1:] not in ".?!…,—-"):
            continue
        found.append(Floating((at, at + 1), main_subject(parsed, at), full=True))
    first = -1
    for at, low in enumerate(sentence.low):
        if low == OPEN:
            first = at
        elif low == CLOSE and first >= 0:
            words = sum(1 for index in range(first, at) if sentence.low[index][0].isalnum())
            title = is_title(parsed.text[sentence.start[first] : sentence.end[at]])
            if (
                words >= FRAGMENT_WORDS
                and not title
                and not any(index in taken for index in range(first, at))
            ):
                found.append(Floating((first + 1, at), main_subject(parsed, first), full=False))
            first = -1
    return found


def main_subject(parsed: Parsed, before: int) -> Tokens | None:
    """The tokens of the subject of the last finite verb before token `before` that has one."""
    for index in range(len(parsed.chunks) - 1, -1, -1):
        chunk = parsed.chunks[index]
        if chunk.first >= before:
            continue
        if chunk.kind == FINITE and (subject := subject_of(parsed, index)) is not None:
            chunks = parsed.chunks
            return subject.tokens or (chunks[subject.first].first, chunks[subject.last - 1].last)
    return None


def acting_subject(parsed: Parsed) -> Tokens | None:
    """The tokens of the subject of a sentence without quotations, if it can be somebody who says things."""
    if parsed.sentence.quotes:
        return None
    main = main_verb(parsed.chunks, len(parsed.tags))
    subject = None if main is None else subject_of(parsed, main)
    if subject is None or not can_speak(parsed, parsed.chunks[subject.first]):
        return None
    return parsed.chunks[subject.first].first, parsed.chunks[subject.last - 1].last


def announced_speaker(parsed: Parsed) -> Tokens | None:
    """Who a sentence that ends with a colon says will speak: its subject, or the name alone."""
    if not parsed.chunks or parsed.chunks[-1].kind != ":":
        return None
    subject = main_subject(parsed, len(parsed.sentence))
    if subject is None and len(parsed.chunks) == 2 and parsed.chunks[0].kind == NOUN_PHRASE:
        return parsed.chunks[0].first, parsed.chunks[0].last
    return subject


def announcing_verb(parsed: Parsed) -> Tokens | None:
    """The tokens of the reporting verb of a sentence that a colon ends ("The governor added:")."""
    for index in range(len(parsed.chunks) - 2, -1, -1):
        chunk = parsed.chunks[index]
        if chunk.kind == FINITE:
            return (chunk.first, chunk.last) if chunk.verb in _ANNOUNCING and not chunk.modal else None
        if chunk.kind not in (NOUN_PHRASE, t.IN, t.RB):
            return None
    return None
