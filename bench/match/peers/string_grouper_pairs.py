"""string_grouper: cosine of TF-IDF over character trigrams, twenty for each claim."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas
from string_grouper import match_strings


def main(claims: Path, out: Path) -> None:
    """Write what is alike, however little."""
    rows = [json.loads(line) for line in claims.open(encoding="utf-8")]
    texts = pandas.Series([row["text"] for row in rows])
    found = match_strings(texts, min_similarity=0.1, max_n_matches=21, ignore_index=False)
    left, right = found["left_index"].to_numpy(), found["right_index"].to_numpy()
    with out.open("w", encoding="utf-8") as file:
        for a, b, score in zip(left, right, found["similarity"].to_numpy(), strict=True):
            if a < b:
                row = {"left": rows[a]["id"], "right": rows[b]["id"], "score": float(score)}
                file.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[3]))
