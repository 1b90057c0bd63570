"""Training pairs for dedupe: claims that a reviewer found the same (`match`) or not (`distinct`), as JSON.

Never includes a rejected claim or a pair that reviewers dispute.
"""

from __future__ import annotations

from collections.abc import Iterator

from curator.dataset import Dataset
from curator.export.dataset import paired_claims, standing_pairs
from curator.export.staging import Folder, write_array
from curator.export.wordings import told


def write(dataset: Dataset, folder: Folder) -> None:
    """Write `dedupe_training.json`; a record has `claim_id` and `text`, the reviewer's wording.

    What an article denies is led by how it does that.
    """
    wordings = paired_claims(dataset, lambda row, _: told(row))

    def pairs(*, same: bool) -> Iterator[list[dict[str, str]]]:
        for pair in standing_pairs(dataset):
            if (pair.relation == "same") is same and pair.left_id in wordings and pair.right_id in wordings:
                yield [{"claim_id": id_, "text": wordings[id_]} for id_ in (pair.left_id, pair.right_id)]

    with folder.file("dedupe_training.json", "application/json") as file:
        file.write('{"match": ', rows=0)
        write_array(file, pairs(same=True))
        file.write(',\n"distinct": ', rows=0)
        write_array(file, pairs(same=False))
        file.write("}\n", rows=0)
