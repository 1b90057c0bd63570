"""A real database, decided by two reviewers in every way there is, is exported whole and adds up."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frictionless
import pytest

from curator import Workspace, decisions
from curator.export import FORMATS
from curator.models import Span

SEEDS = Path(__file__).parents[2] / "seeds"
HASHED = ("event_id", "reviewer", "rseq", "hlc", "wall_time", "kind", "target", "payload", "prev_hash")


def read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds after a sitting of ana's and one of ben's."""
    path = tmp_path_factory.mktemp("reviewed") / "curator.db"
    with Workspace.open(path, reviewer="ana") as ana:
        ana.add([SEEDS])
        ids = [view.claim.id for view in ana.claims()]
        ana.decide(decisions.Confirm(ids[0]))
        ana.decide(decisions.Reject(ids[1], "=no claim\n\t“at all”"))
        ana.decide(decisions.Skip(ids[2]))
        first = ana.claim(ids[3])
        ana.decide(decisions.Edit(ids[3], span=Span(first.start + 4, first.end)))
        ana.decide(decisions.Edit(ids[3], wording="=In other words", speaker="Somebody Else"))
        ana.decide(decisions.Confirm(ids[3]))
        ana.decide(decisions.Note(ids[3], "\x1b]0;hostile\x07 note 😀"))
        ana.decide(decisions.Merge(ids[4], ids[5]))
        ana.decide(decisions.Merge(ids[6], ids[5]))
        ana.decide(decisions.Canonical(ids[4]))
        ana.decide(decisions.Contradict(ids[5], ids[7], "modality"))
        ana.decide(decisions.Dismiss(ids[8], ids[9]))
        ana.decide(decisions.Split(ids[6]))
        article = next(ana.articles()).id
        ana.decide(decisions.Add(article, Span(10, 40), "Nobody"))
        missed = ana.decide(decisions.Add(article, Span(11, 41)))
        ana.decide(decisions.Contradict(missed.claim_id, ids[0], "other"))
        ana.undo(missed.event.event_id)
        ana.decide(decisions.Confirm(ids[10]))
        ana.undo()
        ana.redo()
    with Workspace.open(path, reviewer="ben") as ben:
        ben.decide(decisions.Reject(ids[0]))
        ben.decide(decisions.Reject(ids[10]))
        ben.decide(decisions.Adjudicate(ids[10], "confirmed"))
        ben.decide(decisions.Confirm(ids[3]))
    return path


@pytest.fixture
def workspace(reviewed: Path, tmp_path: Path) -> Iterator[Workspace]:
    shutil.copy(reviewed, tmp_path / "curator.db")
    with Workspace.open(tmp_path / "curator.db", reviewer="ana") as opened:
        yield opened


@pytest.fixture
def exported(workspace: Workspace, tmp_path: Path) -> Path:
    return workspace.export(tmp_path / "dataset", formats=[format.name for format in FORMATS]).folder


def test_frictionless_accepts_the_export_of_a_real_review(exported: Path) -> None:
    report = frictionless.validate(str(exported / "datapackage.json"))
    assert report.valid, report.flatten(["message"])


def test_the_rows_are_as_many_as_the_database_counts(workspace: Workspace, exported: Path) -> None:
    counts = Counter(row["status"] for row in read(exported / "claims.jsonl"))
    progress = workspace.progress()
    assert counts == {
        name: count
        for name in ("pending", "confirmed", "rejected", "merged", "disputed")
        if (count := getattr(progress, name))
    }
    assert set(counts) == {"pending", "confirmed", "rejected", "merged", "disputed"}
    assert len(read(exported / "articles.jsonl")) == progress.articles == 5
    assert len(read(exported / "decisions.jsonl")) == sum(1 for _ in workspace.log())


def test_every_claim_of_the_list_is_in_the_export_once(workspace: Workspace, exported: Path) -> None:
    rows = [row["claim_id"] for row in read(exported / "claims.jsonl")]
    assert sorted(rows) == sorted(view.claim.id for view in workspace.claims())


def test_every_claims_text_is_its_articles_between_its_boundaries(exported: Path) -> None:
    texts = {row["article_id"]: row["text"] for row in read(exported / "articles.jsonl")}
    for row in read(exported / "claims.jsonl"):
        assert row["text"] == texts[row["article_id"]][row["start"] : row["end"]]


def test_what_a_reviewer_corrected_stands_beside_what_was_extracted(exported: Path) -> None:
    (row,) = (r for r in read(exported / "claims.jsonl") if r["wording"] == "=In other words")
    assert row["start"] == row["extracted_start"] + 4
    assert row["speaker"] == "Somebody Else" != row["extracted_speaker"]
    assert row["reviewers"] == ["ana", "ben"]
    assert row["notes"] == ["\x1b]0;hostile\x07 note 😀"]


def test_two_exports_of_one_database_are_the_same_bytes(
    workspace: Workspace, exported: Path, tmp_path: Path
) -> None:
    again = workspace.export(tmp_path / "again", formats=[format.name for format in FORMATS]).folder
    for path in exported.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes(), path.name


def test_a_database_made_of_the_same_log_exports_the_same_claims_and_relations(
    workspace: Workspace, exported: Path, tmp_path: Path
) -> None:
    with Workspace.open(tmp_path / "other.db", reviewer="cem") as other:
        other.add([workspace.path])
        again = other.export(tmp_path / "other").folder
    for name in ("claims.jsonl", "relations.jsonl", "articles.jsonl", "heads.json"):
        assert (again / name).read_bytes() == (exported / name).read_bytes(), name


def test_the_heads_of_an_export_are_what_verify_compares_with(workspace: Workspace, exported: Path) -> None:
    assert workspace.verify(exported / "heads.json").findings == ()
    workspace.decide(decisions.Undo(next(workspace.log(reviewer="ana")).event_id))
    assert workspace.verify(exported / "heads.json").findings == ()
    heads = json.loads((exported / "heads.json").read_text())
    heads[0]["hash"] = "0" * 64
    (exported / "heads.json").write_text(json.dumps(heads))
    assert workspace.verify(exported / "heads.json").findings


def test_anybody_can_recompute_the_chain_from_the_decisions_alone(exported: Path) -> None:
    last: dict[str, str] = {}
    for row in read(exported / "decisions.jsonl"):
        hashed = {name: value for name, value in row.items() if name in HASHED}
        text = json.dumps(hashed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert hashlib.sha256(b"curator-event-v1\0" + text.encode()).hexdigest() == row["hash"]
        assert row["prev_hash"] == last.get(row["reviewer"], "0" * 64)
        last[row["reviewer"]] = row["hash"]
    heads = json.loads((exported / "heads.json").read_text())
    assert {head["reviewer"]: head["hash"] for head in heads} == last


def test_an_export_tells_how_far_it_is_and_can_be_stopped(workspace: Workspace, tmp_path: Path) -> None:
    said: list[str] = []
    workspace.export(tmp_path / "dataset", progress=lambda what, done, total: said.append(what))
    assert {"articles", "claims", "speakers", "relations", "decisions"} <= set(said)
    with pytest.raises(Exception, match="nothing was changed"):
        workspace.export(tmp_path / "stopped", cancelled=lambda: True)
    assert not (tmp_path / "stopped").exists()
