"""Curator's own `claims.jsonl`: every claim as it was extracted, without loss.

What reviewers decided is not here: decisions travel in a database, with their log. Never takes a claim whose
id does not fit its content.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from curator.ingest.claims.record import Piece, SetAside, claim_in, shaped
from curator.ingest.intake import Intake, Unreadable
from curator.ingest.jsonl import filled_lines, value_of
from curator.models import Claim, OutsideClaim, id_of

_SAME = (
    "article_id kind cue cue_class polarity modality tense times places parties rule confidence extractor "
    "extractor_version".split()
)
"""Columns that are fields of a claim by the same name."""


def claims(intake: Intake) -> Iterator[Piece | SetAside]:
    """The claims of an exported file, in order."""
    for line in filled_lines(intake):
        place, raw = f"line {line.number}", line.text.rstrip("\r\n")
        try:
            claim = outside(value_of(line), f"{intake.label}:{line.number}")
            yield Piece(claim, place, partial(str, raw))
        except Unreadable as trouble:
            yield SetAside(place, str(trouble), raw)


def outside(row: object, source: str) -> OutsideClaim:
    """The claim in one row; raises Unreadable for what is none."""
    if not isinstance(row, dict):
        raise Unreadable("not an object with the columns of a claim")
    claim = shaped(Claim, _fields(row))
    if id_of(claim) != claim.id:
        raise Unreadable("its claim_id does not fit its article and boundaries")
    return claim_in(
        claim.text,
        article=claim.article_id,
        near=None,
        speaker=claim.speaker,
        kind=claim.kind,
        tool=claim.extractor,
        tool_version=claim.extractor_version,
        source=source,
        whole=claim,
    )


def _fields(row: dict[str, Any]) -> dict[str, Any]:
    """A row's columns as the fields of the claim that was extracted, before any reviewer moved it."""
    missing = [name for name in ("claim_id", "article_id", "text", "kind") if name not in row]
    if missing:
        raise Unreadable(f"there is no {missing[0]}")
    start, end = (row.get(f"extracted_{name}", row.get(name)) for name in ("start", "end"))
    fields = {name: row[name] for name in _SAME if name in row}
    return {
        **fields,
        "id": row["claim_id"],
        "start": start,
        "end": end,
        "text": row.get("extracted_text") or row["text"],
        "speaker": row.get("extracted_speaker", row.get("speaker", "")),
        "speaker_span": _span(row, "speaker"),
        "cue_span": _span(row, "cue"),
        "quantities": [_quantity(quantity) for quantity in row.get("quantities") or ()],
        "grounded": bool(row.get("grounded", True)) and start != end,
    }


def _span(row: dict[str, Any], name: str) -> dict[str, Any] | None:
    start, end = row.get(f"{name}_start"), row.get(f"{name}_end")
    return None if start is None or end is None else {"start": start, "end": end}


def _quantity(row: object) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise Unreadable("quantities: not a list of objects")
    rest = {name: row[name] for name in ("value", "unit", "bound") if name in row}
    return {"span": {"start": row.get("start"), "end": row.get("end")}, **rest}
