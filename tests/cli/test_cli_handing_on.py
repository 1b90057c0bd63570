"""`curator export` and `curator verify`: what they write, what they refuse, what they find."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from program import Run


def test_export_writes_the_package_and_tells_its_rows(seeded: Path, run: Run) -> None:
    ran = run("export", "dataset", "--json")
    assert ran.status == 0
    claims = run("status", "--json").json["total"]
    assert ran.json["rows"]["articles.csv"] == 5
    assert ran.json["rows"]["claims.jsonl"] == claims
    assert set(ran.json["rows"]) == {path.name for path in (seeded / "dataset").iterdir()}
    assert f"{claims} rows  claims.csv" in run("export", "again").out


def test_the_same_database_is_exported_to_the_same_bytes(seeded: Path, run: Run) -> None:
    for folder in ("one", "two"):
        assert run("export", folder).status == 0
    for path in (seeded / "one").iterdir():
        assert path.read_bytes() == (seeded / "two" / path.name).read_bytes()


def test_other_peoples_files_are_not_touched_without_force(seeded: Path, run: Run) -> None:
    (seeded / "dataset").mkdir()
    (seeded / "dataset" / "thesis.txt").write_text("mine")
    ran = run("export", "dataset")
    assert ran.status == 1
    assert ran.err.startswith("curator: ")
    assert "--force" in ran.err
    assert [path.name for path in (seeded / "dataset").iterdir()] == ["thesis.txt"]
    assert run("export", "dataset", "--force").status == 0
    assert (seeded / "dataset" / "thesis.txt").read_text() == "mine"


def test_verify_says_what_it_checked_and_that_all_is_well(seeded: Path, run: Run) -> None:
    run("confirm", run("claims", "--json").json[0]["claim_id"])
    ran = run("verify")
    assert ran.status == 0
    assert "5 articles" in ran.out
    assert ran.out.endswith("all is well\n")
    told = run("verify", "--json").json
    assert told["findings"] == []
    assert len(told["checked"]) >= 4


def test_verify_finds_what_was_changed_behind_its_back(seeded: Path, run: Run) -> None:
    run("confirm", run("claims", "--json").json[0]["claim_id"])
    with sqlite3.connect(seeded / "curator.db") as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            if name.startswith("decision_event"):
                database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE decision_event SET wall_time = '2001-01-01T00:00:00+00:00'")
    ran = run("verify")
    assert ran.status == 1
    assert "WRONG  " in ran.out
    assert "changed after it was written" in ran.out
    assert ran.out.splitlines()[-1].endswith("wrong")
    assert run("verify", "--json").json["findings"]


def test_verify_against_the_heads_of_an_export_finds_a_tail_that_was_cut_off(seeded: Path, run: Run) -> None:
    claims = [claim["claim_id"] for claim in run("claims", "--json").json]
    run("confirm", claims[0])
    before = (seeded / "curator.db").read_bytes()
    run("confirm", claims[1])
    run("export", "dataset")
    assert run("verify", "--against", "dataset/heads.json").status == 0
    (seeded / "curator.db").write_bytes(before)
    assert run("verify").status == 0
    ran = run("verify", "--against", "dataset/heads.json")
    assert ran.status == 1
    assert "WRONG  " in ran.out


@pytest.mark.parametrize("content", [None, "not json", json.dumps({"a": 1})])
def test_heads_that_cannot_be_read_are_one_line(content: str | None, seeded: Path, run: Run) -> None:
    if content is not None:
        (seeded / "heads.json").write_text(content)
    ran = run("verify", "--against", "heads.json")
    assert ran.status == 1
    assert ran.err.startswith("curator: ")
    assert ran.err.count("\n") == 1
