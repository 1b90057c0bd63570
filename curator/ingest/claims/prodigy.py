"""Prodigy's JSON Lines: a task a line, each of its spans a claim; a task without spans is one claim itself.

Accepted and ignored tasks are read; what was rejected there is set aside, and said to be no mistake. Never
takes a span labelled as a speaker or a name for a claim.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from curator.ingest.claims.record import NO_CLAIMS, Piece, SetAside, claim_in, named, place_of, shaped
from curator.ingest.intake import Intake, Unreadable
from curator.ingest.jsonl import filled_lines, value_of
from curator.models import OutsideClaim, Span


@dataclass(frozen=True, slots=True)
class _Task:
    text: str
    spans: list[Any] | None = None
    meta: dict[str, Any] | None = None
    answer: str = "accept"


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    label: str = ""


def claims(intake: Intake) -> Iterator[Piece | SetAside]:
    """The claims of a Prodigy file, in order."""
    for line in filled_lines(intake):
        place, raw = f"line {line.number}", line.text.rstrip("\r\n")
        try:
            value = value_of(line)
            task = shaped(_Task, value)
        except Unreadable as trouble:
            yield SetAside(place, str(trouble), raw)
            continue
        if task.answer == "reject":
            yield SetAside(place, "it was rejected in Prodigy", raw, wrong=False)
            continue
        yield from _claims(task, value, place, f"{intake.label}:{line.number}")


def _claims(task: _Task, value: dict[str, Any], place: str, source: str) -> Iterator[Piece | SetAside]:
    if not task.spans:
        whole = partial(json.dumps, value, ensure_ascii=False)
        try:
            yield Piece(_claim(task, task.text, None, "", source), place, whole)
        except Unreadable as trouble:
            yield SetAside(place, str(trouble), whole())
        return
    for number, piece in enumerate(task.spans, start=1):
        here = f"{place}, span {number}"
        alone = partial(json.dumps, {**value, "spans": [piece]}, ensure_ascii=False)
        try:
            span = shaped(_Span, piece)
            near = place_of(span.start, span.end, len(task.text))
            if near and span.label.lower() not in NO_CLAIMS:
                words = task.text[near.start : near.end]
                yield Piece(_claim(task, words, near, span.label, source), here, alone)
        except Unreadable as trouble:
            yield SetAside(here, str(trouble), alone())


def _claim(task: _Task, words: str, near: Span | None, label: str, source: str) -> OutsideClaim:
    meta = task.meta or {}
    return claim_in(
        words,
        article=named(meta, "article_id", "url", "source", "title", "id", "pattern"),
        article_text=task.text if near else "",
        near=near,
        speaker=named(meta, "speaker", "claimant"),
        kind=label.lower(),
        tool="prodigy",
        source=source,
    )
