"""Claims with the evidence for and against them, in the shape of FEVER, as JSON Lines.

A label says what one article's claim is to another's, never whether either is true: REFUTES where a
reviewer found that two contradict each other, SUPPORTS where they say the same, NOT ENOUGH INFO where a
confirmed claim stands alone. Evidence points at a line of an article in `fever_pages.jsonl`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from curator.dataset import Dataset
from curator.export.dataset import claims_by_article, paired_claims, standing_pairs
from curator.export.lines import json_line
from curator.export.staging import Folder

_LABELS = {"contradicts": "REFUTES", "same": "SUPPORTS"}


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
    claims = paired_claims(
        dataset, lambda row, article: (row.wording, article.id, article.text.count("\n", 0, row.start))
    )
    for pair in standing_pairs(dataset):
        left, right = claims.get(pair.left_id), claims.get(pair.right_id)
        if left is None or right is None or pair.relation not in _LABELS:
            continue
        for claim, evidence in ((left, right), (right, left)):
            number = next(numbers)
            yield {
                "id": number,
                "verifiable": "VERIFIABLE",
                "label": _LABELS[pair.relation],
                "claim": claim[0],
                "evidence": [[[number, number, evidence[1], evidence[2]]]],
            }


def _without_evidence(dataset: Dataset, numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    related = {
        claim_id
        for pair in standing_pairs(dataset)
        if pair.relation in _LABELS
        for claim_id in (pair.left_id, pair.right_id)
    }
    for _, rows in claims_by_article(dataset):
        for row in rows:
            if row.status == "confirmed" and row.claim_id not in related:
                number = next(numbers)
                yield {
                    "id": number,
                    "verifiable": "NOT VERIFIABLE",
                    "label": "NOT ENOUGH INFO",
                    "claim": row.wording,
                    "evidence": [[[number, None, None, None]]],
                }
