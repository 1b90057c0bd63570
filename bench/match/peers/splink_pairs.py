"""Splink on DuckDB: claims as sets of words, blocked by the rarer ones; its model is estimated."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import duckdb
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

RARE = 6
"""Words that block a claim: so many of its rarest that another claim has too, and few others."""
MOST = 200
"""Claims a word may stand in to block."""


def main(claims: Path, out: Path) -> None:
    """Write the pairs that its blocks bring together."""
    rows = [json.loads(line) for line in claims.open(encoding="utf-8")]
    words = [sorted(set(re.findall(r"\w+", row["text"].lower()))) for row in rows]
    stands_in = Counter(word for some in words for word in some)
    rare = [
        sorted((w for w in some if 1 < stands_in[w] <= MOST), key=lambda w: (stands_in[w], w))[:RARE]
        for some in words
    ]
    table = Path(out).with_suffix(".input.json")
    with table.open("w", encoding="utf-8") as file:
        for row, all_words, blocking in zip(rows, words, rare, strict=True):
            made = {"unique_id": row["id"], "text": row["text"], "words": all_words, "rare": blocking}
            file.write(json.dumps(made) + "\n")
    connection = duckdb.connect()
    connection.execute(
        f"CREATE TABLE claims AS SELECT * FROM read_json('{table}', format='newline_delimited')"
    )
    api = DuckDBAPI(connection=connection)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ArrayIntersectAtSizes("words", [12, 8, 6, 4, 3, 2]),
            cl.ArrayIntersectAtSizes("rare", [4, 3, 2, 1]),
            cl.JaccardAtThresholds("text", [0.9, 0.8, 0.7]),
        ],
        blocking_rules_to_generate_predictions=[block_on("rare", arrays_to_explode=["rare"])],
        retain_matching_columns=False,
    )
    linker = Linker(api.register("claims"), settings)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("rare[1]"))
    found = linker.inference.predict().as_record_list()
    with out.open("w", encoding="utf-8") as file:
        for row in found:
            pair = {"left": row["unique_id_l"], "right": row["unique_id_r"], "score": row["match_weight"]}
            file.write(json.dumps(pair) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[3]))
