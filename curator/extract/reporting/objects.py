"""What follows the object of a reporting verb: "accused | him of lying", "called | it a truce".

Works on the phrases of one sentence, from the object on. Never decides which verbs take what.
"""

from __future__ import annotations

from curator.extract.syntax import labels as t
from curator.extract.syntax.chunks import INFINITIVE, NOUN_PHRASE, Chunk, Parsed

_REACH = 8
"""Chunks within which what is said of an object begins."""
_NEAR = 7
"""Tokens after "at" within which a figure stands ("at | “closer to 6,000”", "at between 20 and 30")."""
_BEFORE_NO_FIGURE = frozenset({t.AX, t.MD, t.VB, t.VD, t.WH, t.TH, t.SB, t.TO, ".", ",", ";", ":"})
_AFTER_FIGURE = frozenset({t.AX, t.MD, t.VD, t.WH, t.TH, t.SB, ".", ",", ";", ":"})


def object_and_infinitive(chunks: list[Chunk], at: int) -> bool:
    """Whether an object and an infinitive stand at chunk `at` ("urged | Congress to act")."""
    for index in range(at + 1, min(at + _REACH, len(chunks))):
        kind = chunks[index].kind
        if kind == INFINITIVE:
            return True
        if kind not in (NOUN_PHRASE, t.IN, t.CC, t.RB, ","):
            return False
    return False


def object_with(parsed: Parsed, at: int, joints: tuple[str, ...]) -> bool:
    """Whether an object with one of `joints` after it stands at chunk `at` ("accused | him of lying")."""
    chunks = parsed.chunks
    for index in range(at + 1, min(at + _REACH, len(chunks))):
        chunk = chunks[index]
        if parsed.low(chunk) in joints and chunk.kind in (t.IN, t.SB):
            return True
        if chunk.kind not in (NOUN_PHRASE, t.IN, t.CC, t.RB):
            return False
    return False


def object_called(parsed: Parsed, at: int) -> bool:
    """Whether an object and what it is called stand at chunk `at`: "a truce", "as a truce", "“a truce”"."""
    if object_with(parsed, at, ("as",)):
        return True
    chunks = parsed.chunks
    after = at + 1
    second = chunks[after] if after < len(chunks) else None
    if second and second.kind in (NOUN_PHRASE, t.JJ, t.QT) and (not second.time or is_named(parsed, second)):
        return True
    while after < len(chunks) and chunks[after].kind in (t.IN, NOUN_PHRASE):
        after += 1
    last = min(chunks[after - 1].last + 1, len(parsed.tags))
    return any(parsed.tags[token] == t.QM for token in range(chunks[at].first + 1, last))


def is_named(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a phrase with a noun of time tells what something is, and not when ("a bittersweet moment")."""
    return parsed.sentence.low[chunk.first] in ("a", "an") and chunk.last - chunk.first > 2


def object_at_figure(parsed: Parsed, at: int) -> bool:
    """Whether an object and a figure for it stand at chunk `at`: "the losses | at 35 million euros"."""
    chunks = parsed.chunks
    tokens = range(chunks[at].last, chunks[min(at + _REACH, len(chunks)) - 1].last)
    for token in tokens:
        if parsed.tags[token] in _BEFORE_NO_FIGURE:
            return False
        if parsed.sentence.low[token] == "at":
            figures = parsed.tags[token + 1 : token + 1 + _NEAR]
            return (
                t.CD in figures[: next((i for i, one in enumerate(figures) if one in _AFTER_FIGURE), _NEAR)]
            )
    return False
