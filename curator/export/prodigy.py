"""Every claim as a Prodigy task with its answer, as JSON Lines for `prodigy db-in`.

A task's text is the paragraph around the claim, and `meta` says where in which article that stands. Confirmed
and merged are `accept`, rejected is `reject`, everything else is `ignore`: an answer is about whether the
article makes the claim, never about whether it is true.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from curator.dataset import Dataset
from curator.export.dataset import claims_by_article
from curator.export.lines import json_line
from curator.export.rows import ClaimRow
from curator.export.staging import Folder

_ANSWERS = {"confirmed": "accept", "merged": "accept", "rejected": "reject"}


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `prodigy.jsonl`; spans count from the start of the task's text."""
    with folder.file("prodigy.jsonl", "application/jsonl") as file:
        for article, rows in claims_by_article(dataset):
            for row in rows:
                file.write(json_line(_task(row, article.text)))


def _task(row: ClaimRow, article_text: str) -> dict[str, Any]:
    text, offset = row.text, 0
    if row.grounded:
        offset = article_text.rfind("\n", 0, row.start) + 1
        end = article_text.find("\n", row.end)
        text = article_text[offset : end if end >= 0 else None]
    start = row.start - offset if row.grounded else 0
    task: dict[str, Any] = {
        "text": text,
        "spans": [{"start": start, "end": start + len(row.text), "label": "CLAIM"}],
        "meta": {
            "article_id": row.article_id,
            "claim_id": row.claim_id,
            "offset": offset,
            "status": row.status,
            "speaker": row.speaker,
            "cue": row.cue,
        },
        "answer": _ANSWERS.get(row.status, "ignore"),
        "_view_id": "ner_manual",
    }
    if row.reviewers:
        task["_session_id"] = "curator-" + "+".join(row.reviewers)
    if row.decided_at:
        task["_timestamp"] = int(datetime.fromisoformat(row.decided_at).timestamp())
    return task
