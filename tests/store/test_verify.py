"""Whatever is changed behind Curator's back is found, with where."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from curator import CuratorError, Workspace, decisions

OpenAs = Callable[..., Workspace]


@pytest.fixture
def worked(open_as: OpenAs, ids: list[str]) -> Workspace:
    """A database with decisions of every kind that leaves a row somewhere."""
    workspace = open_as()
    for decision in (
        decisions.Confirm(ids[0]),
        decisions.Reject(ids[1], "no claim"),
        decisions.Skip(ids[2]),
        decisions.Merge(ids[3], ids[4]),
        decisions.Contradict(ids[4], ids[5], "number"),
        decisions.Dismiss(ids[6], ids[7]),
        decisions.Edit(ids[8], wording="other words"),
        decisions.Note(ids[8], "a note"),
    ):
        workspace.decide(decision)
    workspace.undo()
    return workspace


def tamper(path: Path, *statements: str) -> None:
    """Change the file as somebody would who wants to get round the log."""
    connection = sqlite3.connect(path)
    for name in ("updated", "deleted", "replaced"):
        connection.execute(f"DROP TRIGGER decision_event_is_never_{name}")
    triggers = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%counts%' "
        "OR name LIKE 'claim_state_article%'"
    ).fetchall()
    for statement in statements:
        connection.execute(statement)
    assert triggers
    connection.commit()
    connection.close()


def test_a_database_as_curator_left_it_has_nothing_wrong(worked: Workspace) -> None:
    report = worked.verify()
    assert report.findings == ()
    assert [line.partition(":")[0] for line in report.checked] == [
        "structure",
        "texts",
        "decisions",
        "projections",
        "search",
    ]
    assert "9 in 1 chains" in report.checked[2]


def test_verifying_changes_nothing(worked: Workspace, path: Path) -> None:
    before = path.read_bytes()
    worked.verify()
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".curator-*"))


@pytest.mark.parametrize(
    ("statement", "where", "what"),
    [
        ("SELECT 1", "schema decision_event_is_never_updated", "is missing"),
        ("CREATE TABLE extra(a)", "schema extra", "was added"),
        ("UPDATE decision_event SET kind = 'reject' WHERE rseq = 1", "(ana@", "does not fit its hash"),
        ("UPDATE decision_event SET payload = '{}' WHERE rseq = 2", "(ana@", "does not fit its hash"),
        ("DELETE FROM decision_event WHERE rseq = 3", "(ana@", "its chain has a gap: 4 comes after 2"),
        ("UPDATE article SET text = text || '!' WHERE no = 1", "article ", "does not fit its id"),
        (
            "UPDATE claim SET text = 'Troops' WHERE rowid = (SELECT min(no) FROM claim)",
            "claim ",
            "article has",
        ),
        ('UPDATE claim SET start = start + 1, "end" = "end" + 1', "claim ", "its id does not fit"),
        ("UPDATE claim SET speaker = 'Putin'", "decision ", "not as the reviewer was shown it"),
        ("UPDATE claim_state SET status = 'confirmed'", "claim_state claim ", "does not follow from the log"),
        ("UPDATE claim_state SET wording = 'mine' WHERE status = 'confirmed'", "claim_state ", "follow"),
        ("UPDATE claim_state SET canonical_no = no", "claim_state ", "follow"),
        ("DELETE FROM verdict", "verdict claim ", "follows from the log but is not there"),
        ("DELETE FROM relation", "relation claim ", "follows from the log but is not there"),
        ("INSERT INTO undone SELECT seq FROM decision_event WHERE rseq = 1", "undone ", "follow"),
        ("DELETE FROM event_claim", "event_claim ", "follows from the log"),
        ("UPDATE tally SET count = count + 1", "tally ", "follow"),
        ("UPDATE article_state SET pending = 0", "article_state ", "follow"),
        ("UPDATE candidate SET open = 1 - open", "candidate ", "follow"),
        ("UPDATE claim_state SET duplicate_score = 5", "claim_state ", "follow"),
        ("UPDATE candidate SET left_no = -no", "candidate ", "is of a claim that is not there"),
        ("DELETE FROM claim_search_docsize", "search", "does not fit|could not be checked"),
        ("UPDATE article SET length = 1", "article ", "its length is not that of its text"),
    ],
)
def test_what_was_tampered_with_is_found(
    worked: Workspace, path: Path, statement: str, where: str, what: str
) -> None:
    import re

    tamper(path, statement)
    findings = worked.verify().findings
    assert any(where in f.where and re.search(what, f.what) for f in findings), findings


def test_heads_of_an_earlier_export_fit_a_log_that_went_on(
    worked: Workspace, tmp_path: Path, ids: list[str]
) -> None:
    worked.export(tmp_path / "dataset")
    worked.decide(decisions.Confirm(ids[2]))
    report = worked.verify(tmp_path / "dataset" / "heads.json")
    assert report.findings == ()
    assert report.checked[-1] == "heads: 1 chains against the heads given"


def test_a_tail_cut_off_is_found_by_the_heads_of_an_earlier_export(
    worked: Workspace, path: Path, tmp_path: Path
) -> None:
    worked.export(tmp_path / "dataset")
    tamper(path, "DELETE FROM decision_event WHERE rseq = 9")
    findings = worked.verify(tmp_path / "dataset").findings
    assert any("ends at 8, but reached 9 when it was exported" in f.what for f in findings)


def test_a_rewritten_log_is_found_by_the_heads_of_an_earlier_export(
    worked: Workspace, tmp_path: Path
) -> None:
    heads = tmp_path / "heads.json"
    chain = worked._store.chain
    heads.write_text(json.dumps([{"reviewer": chain, "rseq": 3, "hash": "f" * 64}]))
    (finding,) = worked.verify(heads).findings
    assert finding.what == "decision 3 is not the one that was exported"


@pytest.mark.parametrize("content", ["", "[1]", '{"a": 1}', "\x00"])
def test_what_does_not_hold_heads_is_an_error_in_one_line(
    worked: Workspace, tmp_path: Path, content: str
) -> None:
    (tmp_path / "heads.json").write_text(content)
    with pytest.raises(CuratorError, match="does not hold the heads of an export"):
        worked.verify(tmp_path / "heads.json")


def test_a_trigger_that_was_dropped_and_made_again_is_no_finding(worked: Workspace, path: Path) -> None:
    connection = sqlite3.connect(path)
    (sql,) = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'decision_event_is_never_deleted'"
    ).fetchone()
    connection.execute("DROP TRIGGER decision_event_is_never_deleted")
    connection.execute(sql)
    connection.close()
    assert worked.verify().findings == ()
