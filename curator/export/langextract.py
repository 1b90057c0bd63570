"""Every article as a langextract document with its claims as extractions, as JSON Lines.

Rejected claims are left out, because a reviewer said that the article does not make them; which of the others
were reviewed is in the attribute `status`. Offsets are code points. Never gives a place in the text to words
that are not there: such a claim's `char_interval` is null.
"""

from __future__ import annotations

from typing import Any

from curator.dataset import Dataset
from curator.export.dataset import claims_by_article
from curator.export.lines import json_line
from curator.export.rows import ClaimRow
from curator.export.staging import Folder

_ATTRIBUTES = (
    "claim_id",
    "kind",
    "speaker",
    "cue",
    "cue_class",
    "polarity",
    "modality",
    "status",
    "wording",
    "canonical_id",
)


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `langextract.jsonl`, one article a line."""
    with folder.file("langextract.jsonl", "application/jsonl") as file:
        for article, rows in claims_by_article(dataset):
            claims = (row for row in rows if row.status != "rejected")
            extractions = [_extraction(row, index) for index, row in enumerate(claims)]
            values = {"extractions": extractions, "text": article.text, "document_id": article.id}
            file.write(json_line(values))


def _extraction(row: ClaimRow, index: int) -> dict[str, Any]:
    return {
        "extraction_class": "claim",
        "extraction_text": row.text,
        "char_interval": {"start_pos": row.start, "end_pos": row.end} if row.grounded else None,
        "alignment_status": "match_exact" if row.grounded else None,
        "extraction_index": index + 1,
        "group_index": index,
        "description": None,
        "attributes": {name: getattr(row, name) for name in _ATTRIBUTES if getattr(row, name)},
    }
