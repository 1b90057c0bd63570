"""rapidfuzz: token_set_ratio of all pairs in blocks of claims, twenty kept for each."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

BLOCK = 500
TOP = 20


def main(claims: Path, out: Path) -> None:
    """Write the most alike of each claim."""
    rows = [json.loads(line) for line in claims.open(encoding="utf-8")]
    texts = [row["text"].lower() for row in rows]
    with out.open("w", encoding="utf-8") as file:
        for start in range(0, len(texts), BLOCK):
            block = process.cdist(
                texts[start : start + BLOCK], texts, scorer=fuzz.token_set_ratio, dtype=np.uint8, workers=-1
            )
            best = np.argpartition(-block.astype(np.int16), min(TOP, len(texts) - 1), axis=1)[:, : TOP + 1]
            for a, others in enumerate(best, start):
                for b in others:
                    if a != b:
                        score = int(block[a - start, b])
                        row = {"left": rows[a]["id"], "right": rows[int(b)]["id"], "score": score}
                        file.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[3]))
