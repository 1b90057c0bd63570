"""`curator report` writes the page from the real database, and settings name the reviewer."""

from pathlib import Path

import pytest
from program import Run

from curator import Workspace, decisions


@pytest.fixture
def reviewed(seeded: Path) -> Path:
    """The seeds with the strongest contradiction and some claims decided by two people."""
    with Workspace.open("curator.db", reviewer="ana") as workspace:
        pair = next(workspace.candidates(kind="contradicts"))
        workspace.decide(decisions.Contradict(pair.left_id, pair.right_id, "number"))
        first = [view.claim.id for view in workspace.claims()][:10]
        workspace.decide_all(decisions.Confirm(claim) for claim in first)
    with Workspace.open("curator.db", reviewer="ben") as workspace:
        workspace.decide_all(decisions.Confirm(claim) for claim in first[:7])
        workspace.decide(decisions.Reject(first[7], "not in these words"))
    return seeded


def test_the_report_of_a_reviewed_database_holds_its_contradictions_evidence_and_agreement(
    reviewed: Path, run: Run
) -> None:
    done = run("report", "report.html", "--title", "Idlib & <Syria>")
    assert (done.status, done.out.splitlines()[-1], done.err) == (0, "written to report.html", "")
    page = Path("report.html").read_text(encoding="utf-8")
    with Workspace.open("curator.db", reviewer="ana") as workspace:
        progress = workspace.progress()
        (agreement,) = workspace.agreement()
        assert (agreement.left, agreement.right, agreement.both, agreement.same) == ("ana", "ben", 8, 7)
        assert f'<td class="n">{progress.confirmed}</td>' in page
        assert progress.disputed == 1
    assert "<title>Idlib &amp; &lt;Syria&gt;</title>" in page
    assert 'id="x1"' in page and 'id="x2"' not in page
    assert "Why the program proposed this pair" in page
    assert "ben rejected (not in these words)" in page
    assert ">ana and ben</th>" in page and ">88 %</td>" in page


def test_the_same_database_gives_the_same_page(reviewed: Path, run: Run) -> None:
    for name in ("one.html", "two.html"):
        assert run("report", name).status == 0
    assert Path("one.html").read_bytes() == Path("two.html").read_bytes()


def test_the_database_itself_is_never_overwritten_by_its_report(reviewed: Path, run: Run) -> None:
    before = Path("curator.db").read_bytes()
    done = run("report", "curator.db")
    assert done.status == 1 and "is no report of Curator" in done.err
    assert Path("curator.db").read_bytes() == before


def test_what_was_written_can_be_told_as_json(reviewed: Path, run: Run) -> None:
    told = run("report", "report.html", "--json").json
    assert told == {"path": "report.html", "bytes": Path("report.html").stat().st_size, "left_out": {}}


def test_the_reviewer_s_name_can_come_from_the_settings(
    seeded: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("config.toml").write_text('reviewer = "Cem"')
    monkeypatch.setenv("CURATOR_CONFIG", "config.toml")
    claim = run("claims", "--json").json[0]["claim_id"]
    assert run("confirm", claim).status == 0
    assert run("reject", claim, "--reviewer", "dora").status == 0
    assert [event["reviewer"].partition("@")[0] for event in run("log", "--json").json] == ["dora", "Cem"]


def test_settings_that_are_wrong_are_said_in_one_line(
    seeded: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("config.toml").write_text('theme = "curator-drak"')
    monkeypatch.setenv("CURATOR_CONFIG", "config.toml")
    done = run("status")
    assert done.status == 1
    assert done.err == 'curator: config.toml, line 1: theme: there is no theme "curator-drak"; ' + (
        'did you mean "curator-dark"?\n'
    )
