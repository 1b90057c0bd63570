"""dedupe: a text field, trained on the labelled pairs it is given."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import dedupe


def main(claims: Path, training: Path, out: Path) -> None:
    """Write the pairs that its blocks bring together."""
    rows = [json.loads(line) for line in claims.open(encoding="utf-8")]
    data = {row["id"]: {"text": row["text"]} for row in rows}
    labelled: dict[str, list[dict[str, object]]] = {"match": [], "distinct": []}
    for line in training.open(encoding="utf-8"):
        row = json.loads(line)
        pair = {"__class__": "tuple", "__value__": [{"text": text} for text in row["texts"]]}
        labelled["match" if row["label"] == "same" else "distinct"].append(pair)
    deduper = dedupe.Dedupe([dedupe.variables.Text("text")], num_cores=1)
    deduper.prepare_training(data, training_file=io.StringIO(json.dumps(labelled)))
    deduper.train(recall=0.95)
    scored = deduper.score(deduper.pairs(data))
    with out.open("w", encoding="utf-8") as file:
        for (left, right), score in zip(scored["pairs"], scored["score"], strict=True):
            file.write(json.dumps({"left": str(left), "right": str(right), "score": float(score)}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
