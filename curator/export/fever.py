"""Claims with the evidence for and against them, in the shape of FEVER, as JSON Lines.

A label says what one article's claim is to another's, never whether either is true: REFUTES where a
reviewer found that two contradict each other, SUPPORTS where they say the same, NOT ENOUGH INFO where a
confirmed claim stands alone. Of a claim that its article denies the text is what is denied: there the labels
change places, and alone it is refuted by its own line. Evidence points at a line of an article in
`fever_pages.jsonl`. Never gives a label to words that an article leaves open ("did not deny", "doubts").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

from curator.dataset import Dataset
from curator.export.dataset import claims_by_article, paired_claims, standing_pairs
from curator.export.lines import json_line
from curator.export.rows import ClaimRow
from curator.export.staging import Folder
from curator.export.wordings import Stance, stance
from curator.models import Article

_LABELS = {"contradicts": "REFUTES", "same": "SUPPORTS"}
_OF_THE_DENIED = {"contradicts": "SUPPORTS", "same": "REFUTES"}


class _Side(NamedTuple):
    """One claim of a pair: its words, and the line that is evidence for what its article says of them."""

    words: str
    stance: Stance
    page: str
    line: int


def _side(row: ClaimRow, article: Article) -> _Side:
    return _Side(row.wording, stance(row), article.id, article.text.count("\n", 0, row.start))


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `fever.jsonl` and the articles that its evidence points into, `fever_pages.jsonl`."""
    numbers = count(1)
    with folder.file("fever.jsonl", "application/jsonl") as file:
        for row in _with_evidence(dataset, numbers):
            file.write(json_line(row))
        for row in _without_evidence(dataset, numbers):
            file.write(json_line(row))
    with folder.file("fever_pages.jsonl", "application/jsonl") as file:
        for article in dataset.articles():
            lines = (f"{n}\t{line}" for n, line in enumerate(article.text.replace("\t", " ").split("\n")))
            file.write(json_line({"id": article.id, "text": article.text, "lines": "\n".join(lines)}))


def _with_evidence(dataset: Dataset, numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    claims = paired_claims(dataset, _side)
    for pair in standing_pairs(dataset):
        left, right = claims.get(pair.left_id), claims.get(pair.right_id)
        if left is None or right is None or pair.relation not in _LABELS:
            continue
        for claim, evidence in ((left, right), (right, left)):
            if claim.stance == "leaves open":
                continue
            labels = _OF_THE_DENIED if claim.stance == "denies" else _LABELS
            yield _verifiable(next(numbers), labels[pair.relation], claim.words, evidence)


def _verifiable(number: int, label: str, words: str, evidence: _Side) -> dict[str, Any]:
    return {
        "id": number,
        "verifiable": "VERIFIABLE",
        "label": label,
        "claim": words,
        "evidence": [[[number, number, evidence.page, evidence.line]]],
    }


def _without_evidence(dataset: Dataset, numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    related = {
        claim_id
        for pair in standing_pairs(dataset)
        if pair.relation in _LABELS
        for claim_id in (pair.left_id, pair.right_id)
    }
    for article, rows in claims_by_article(dataset):
        for row in rows:
            if row.status != "confirmed" or row.claim_id in related:
                continue
            number, side = next(numbers), _side(row, article)
            if side.stance == "denies":
                yield _verifiable(number, "REFUTES", side.words, side)
            else:
                yield {
                    "id": number,
                    "verifiable": "NOT VERIFIABLE",
                    "label": "NOT ENOUGH INFO",
                    "claim": row.wording,
                    "evidence": [[[number, None, None, None]]],
                }
