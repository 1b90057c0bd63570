"""Premise and hypothesis pairs for natural language inference, as JSON Lines.

A contradiction is `contradiction` and a dismissed pair is `neutral`; `same` is left out, because two claims
that a reviewer merged need not entail each other: of "470,000 were killed" and "at least 400,000" one does
not give the other. What an article denies is a sentence of its own here ("denied: inspections had been
skipped"), since its text alone is the opposite. Never includes a rejected claim or a disputed pair.
"""

from __future__ import annotations

from curator.dataset import Dataset
from curator.export.dataset import paired_claims, standing_pairs
from curator.export.lines import json_line
from curator.export.staging import Folder
from curator.export.wordings import told

_LABELS = {"contradicts": "contradiction", "unrelated": "neutral"}


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `nli.jsonl`: premise, hypothesis, label, pair_id, type, source."""
    wordings = paired_claims(dataset, lambda row, _: told(row))
    with folder.file("nli.jsonl", "application/jsonl") as file:
        for pair in standing_pairs(dataset):
            premise, hypothesis = wordings.get(pair.left_id), wordings.get(pair.right_id)
            if premise is None or hypothesis is None or pair.relation not in _LABELS:
                continue
            values = {
                "premise": premise,
                "hypothesis": hypothesis,
                "label": _LABELS[pair.relation],
                "pair_id": f"{pair.left_id}|{pair.right_id}",
                "type": pair.type,
                "source": pair.source,
            }
            file.write(json_line(values))
