"""What the benchmark writes of each candidate is what the program shows of it, for both kinds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from curator.match import propose
from curator.match.proposing import explain
from curator.match.ranking import probability
from tests.match.claims import subject

HOUSE = Path(__file__).parents[2]
TEXTS = (
    "Turkish troops will be deployed to Idlib in northern Syria",
    "No troops will be deployed to Idlib in northern Syria",
    "There is no decision yet on troops for Idlib in northern Syria",
    "The troops of Turkey are to go to Idlib in northern Syria",
    "The harbour bridge was closed after 12 ships collided",
    "The harbour bridge was closed after 14 ships collided",
)


def bench(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "bench.match", *arguments],
        cwd=HOUSE,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_a_row_has_the_probability_of_either_kind_and_that_of_its_own_is_its_score(tmp_path: Path) -> None:
    subjects = [subject(text) for text in TEXTS]
    claims, out = tmp_path / "claims.jsonl", tmp_path / "candidates.jsonl"
    told = ({"id": s.claim.id, "text": s.claim.text} for s in subjects)
    claims.write_text("".join(json.dumps(row) + "\n" for row in told), encoding="utf-8")
    bench(str(claims), "--out", str(out))
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    assert {row["kind"] for row in rows} == {"same", "contradicts"}
    for row in rows:
        assert row[row["kind"]] == row["score"]
        assert 0 <= row["same"] <= 1
        assert 0 <= row["contradicts"] <= 1
        assert row["left"] < row["right"]


def test_the_probability_of_the_other_kind_is_that_of_its_own_weights() -> None:
    from bench.match.rows import rows
    from curator.match.proposing import match

    subjects = {(s := subject(text)).claim.id: s for text in TEXTS}
    matched = match(list(subjects.values()))
    found = list(rows(matched))
    shown = [(c.left_id, c.right_id, c.kind, c.score) for c in propose(list(subjects.values()))]
    assert [(row["left"], row["right"], row["kind"], row["score"]) for row in found] == shown
    alone = [row for row in found if "neighbours" not in {signal for signal, *_ in row["evidence"]}]
    for row in alone:
        for kind in ("same", "contradicts"):
            left, right = subjects[row["left"]], subjects[row["right"]]
            shares = explain(left, right, kind=kind, frequencies=matched.frequencies)  # type: ignore[arg-type]
            assert row[kind] == pytest.approx(probability(sum(e.share for e in shares)), abs=0.01)


def test_the_help_says_what_a_row_holds() -> None:
    told = bench("--help")
    for field in ("left, right", "kind", "score", "same", "contradicts", "evidence"):
        assert f"\n  {field}  " in told
