"""langextract's JSON Lines: a document a line with its extractions, each a claim.

An extraction whose `char_interval` is null is a claim all the same: its words are looked for later. Never
takes speakers, cues and other parts for claims.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from curator.ingest.claims.record import NO_CLAIMS, Piece, SetAside, claim_in, named, place_of, shaped
from curator.ingest.intake import Intake, Unreadable
from curator.ingest.jsonl import filled_lines, value_of
from curator.models import OutsideClaim, Span


@dataclass(frozen=True, slots=True)
class _Document:
    text: str
    extractions: list[Any] | None = None
    document_id: str | int | None = None


@dataclass(frozen=True, slots=True)
class _Interval:
    start_pos: int | None = None
    end_pos: int | None = None


@dataclass(frozen=True, slots=True)
class _Extraction:
    extraction_text: str
    extraction_class: str = ""
    char_interval: _Interval | None = None
    attributes: dict[str, Any] | None = field(default=None)


def claims(intake: Intake) -> Iterator[Piece | SetAside]:
    """The claims of a langextract file, in order."""
    for line in filled_lines(intake):
        place = f"line {line.number}"
        try:
            document = shaped(_Document, value_of(line))
        except Unreadable as trouble:
            yield SetAside(place, str(trouble), line.text.rstrip("\r\n"))
            continue
        for number, piece in enumerate(document.extractions or (), start=1):
            here, raw = f"{place}, extraction {number}", partial(_alone, document, piece)
            try:
                extraction = shaped(_Extraction, piece)
                if extraction.extraction_class.lower() not in NO_CLAIMS:
                    yield Piece(_claim(document, extraction, f"{intake.label}:{line.number}"), here, raw)
            except Unreadable as trouble:
                yield SetAside(here, str(trouble), raw())


def _alone(document: _Document, extraction: object) -> str:
    """The document with one extraction, as it is set aside."""
    values = {"extractions": [extraction], "text": document.text, "document_id": document.document_id}
    return json.dumps(values, ensure_ascii=False)


def _claim(document: _Document, extraction: _Extraction, source: str) -> OutsideClaim:
    attributes = extraction.attributes or {}
    interval = extraction.char_interval or _Interval()
    near: Span | None = place_of(interval.start_pos, interval.end_pos, len(document.text))
    return claim_in(
        extraction.extraction_text,
        article="" if document.document_id is None else str(document.document_id),
        article_text=document.text,
        near=near,
        speaker=named(attributes, "speaker", "claimant", "source"),
        kind=named(attributes, "kind") or extraction.extraction_class.lower(),
        cue=named(attributes, "cue"),
        tool="langextract",
        source=source,
    )
