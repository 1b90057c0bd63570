"""Clerical labels for Splink: pairs of claims that a reviewer found the same (1.0) or not (0.0), as CSV.

Two claims that contradict each other are not the same, so they are 0.0 like a dismissed pair. Never includes
a pair that reviewers dispute.
"""

from __future__ import annotations

from curator.dataset import Dataset
from curator.export.dataset import standing_pairs
from curator.export.lines import csv_line
from curator.export.staging import Folder

_COLUMNS = ("source_dataset_l", "unique_id_l", "source_dataset_r", "unique_id_r", "clerical_match_score")
_DATASET = "claims"


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `splink_labels.csv`; `unique_id_l` and `unique_id_r` are claim ids."""
    with folder.file("splink_labels.csv", "text/csv") as file:
        file.write(csv_line(_COLUMNS), rows=0)
        for pair in standing_pairs(dataset):
            score = 1.0 if pair.relation == "same" else 0.0
            file.write(csv_line((_DATASET, pair.left_id, _DATASET, pair.right_id, score)))
