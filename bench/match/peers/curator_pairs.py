"""Curator's own matching of a file of claims, as the others are run."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(claims: Path, out: Path) -> None:
    """Write what it proposes to a reviewer, of both kinds."""
    from bench.match import corpora
    from curator.match.bulk import propose_bulk
    from curator.store.workers import workers

    subjects = corpora.claims(claims)
    with out.open("w", encoding="utf-8") as file, workers(len(subjects), None) as executor:
        for candidate in propose_bulk(iter(subjects), len(subjects), executor=executor):
            row = {"left": candidate.left_id, "right": candidate.right_id, "score": candidate.score}
            file.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[3]))
