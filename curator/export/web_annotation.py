"""Every claim as a W3C Web Annotation on its article, in one annotation collection (JSON-LD).

Each annotation points at its words twice: by position, in code points as the standard asks, and by quotation
with up to 32 characters around it, so that it is found even in a slightly different copy of the article. The
status is a word about the annotation, never about whether the claim is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from curator.dataset import Dataset
from curator.export.dataset import claims_by_article
from curator.export.lines import json_text
from curator.export.rows import ClaimRow
from curator.export.staging import Folder, write_array
from curator.export.wordings import lead, told
from curator.models import Article

_CONTEXT = 32
_HEAD = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "urn:curator:annotations",
    "type": "AnnotationCollection",
    "label": "Curated claims",
}
_PAGE = {"id": "urn:curator:annotations:1", "type": "AnnotationPage", "startIndex": 0}


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `web_annotation.jsonld`, a collection with one page, one annotation a claim."""
    head = json_text({**_HEAD, "total": dataset.progress().total})
    with folder.file("web_annotation.jsonld", "application/ld+json") as file:
        file.write(f'{head[:-1]}, "first": {json_text(_PAGE)[:-1]}, "items": ', rows=0)
        write_array(file, _annotations(dataset))
        file.write("}}\n", rows=0)


def _annotations(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for article, rows in claims_by_article(dataset):
        for row in rows:
            yield _annotation(row, article)


def _annotation(row: ClaimRow, article: Article) -> dict[str, Any]:
    annotation: dict[str, Any] = {
        "id": f"urn:curator:claim:{row.claim_id}",
        "type": "Annotation",
        "motivation": "highlighting" if row.status == "pending" else "assessing",
    }
    if row.decided_at:
        annotation["created"] = row.decided_at
    if row.reviewers:
        annotation["creator"] = [{"type": "Person", "name": name} for name in row.reviewers]
    if row.extractor:
        annotation["generator"] = {
            "type": "Software",
            "name": f"{row.extractor} {row.extractor_version}".strip(),
        }
    annotation["body"] = list(_bodies(row))
    annotation["target"] = _target(row, article)
    return annotation


def _bodies(row: ClaimRow) -> Iterator[dict[str, str]]:
    said = [("classifying", row.status), ("tagging", row.kind), ("identifying", row.speaker)]
    if lead(row):  # its words alone are the opposite of what the article says
        said.append(("describing", told(row)))
    if row.wording != row.text:
        said.append(("editing", row.wording))
    said += [("commenting", text) for text in (row.reason, *row.notes)]
    for purpose, value in said:
        if value:
            yield {"type": "TextualBody", "value": value, "purpose": purpose}


def _target(row: ClaimRow, article: Article) -> dict[str, Any]:
    source = article.url or f"urn:curator:article:{article.id}"
    if not row.grounded:
        return {"source": source}
    quotation = {
        "type": "TextQuoteSelector",
        "exact": row.text,
        "prefix": article.text[max(0, row.start - _CONTEXT) : row.start],
        "suffix": article.text[row.end : row.end + _CONTEXT],
    }
    position = {"type": "TextPositionSelector", "start": row.start, "end": row.end}
    return {"source": source, "selector": [quotation, position]}
