"""Reviewing blind and being asked again, from the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from program import Run

from curator import Workspace, decisions
from curator.review.blind import Guards


@pytest.fixture
def ids(seeded: Path, run: Run) -> list[str]:
    """The ids of all claims; ben has rejected the first."""
    ids = [claim["claim_id"] for claim in run("claims", "--json").json]
    assert run("reject", ids[0], "--reviewer", "ben", "--reason", "a caption").status == 0
    return ids


def test_blind_lists_show_nothing_of_others(ids: list[str], run: Run) -> None:
    assert run("claims", "--json").json[0]["status"] == "rejected"
    (first, *_) = run("claims", "--json", "--blind").json
    assert (first["status"], first["reason"], first["reviewers"], first["confidence"]) == (
        "pending",
        "",
        [],
        1,
    )
    assert run("log", "--blind").out == ""
    assert "a caption" in run("log").out


def test_blind_decisions_are_told_as_such(ids: list[str], run: Run) -> None:
    assert run("confirm", ids[0], "--blind").status == 0
    assert run("confirm", ids[1]).status == 0
    later, earlier, *_ = run("log", "--json").json
    assert (later["blind"], earlier["blind"]) == (False, True)
    assert "(blind) confirm" in run("log").out
    assert "a caption" in run("log", "--blind").out


def test_the_setting_holds_for_every_command_and_can_be_lifted(
    ids: list[str], run: Run, seeded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (seeded / "config.toml").write_text("blind = true\n")
    monkeypatch.setenv("CURATOR_CONFIG", str(seeded / "config.toml"))
    assert run("claims", "--json").json[0]["status"] == "pending"
    assert run("claims", "--json", "--no-blind").json[0]["status"] == "rejected"
    assert run("status", "--json").json["blind"] is True
    assert "as you decided them" in run("status").out


def test_blind_pairs_are_listed_without_scores(ids: list[str], run: Run) -> None:
    told = run("candidates", "--blind", "--limit", "3").out
    assert told.count("pair\n") == 3
    assert "0." not in "".join(line for line in told.splitlines() if line.startswith("pair"))
    for more in (("--json",), ("--kind", "same"), ("--why", ids[0], ids[1])):
        ran = run("candidates", "--blind", *more)
        assert (ran.status, "blind" in ran.err) == (1, True)


def test_a_percentage_that_makes_no_sense_is_refused(home: Path, run: Run) -> None:
    for words in ("60", "-1", "some", "nan"):
        ran = run("review", f"--repeat={words}")
        assert (ran.status, "percentage" in ran.err) == (2, True)


def test_status_and_report_tell_how_far_one_agrees_with_oneself(
    ids: list[str], run: Run, seeded: Path
) -> None:
    shutil.copy(seeded / "curator.db", seeded / "copy.db")
    with Workspace.open("curator.db", reviewer="ana") as ana:
        ana.guard(Guards(repeat=1.0))
        for n, claim in enumerate(ids[1:9]):
            event = ana.decide(decisions.Confirm(claim) if n % 2 else decisions.Reject(claim)).event
            word = "confirmed" if n % 2 or n == 0 else "rejected"
            ana.decide(decisions.Repeat(claim, word, event.event_id, 1.0))  # type: ignore[arg-type]
    assert "ana, asked again: 7 of 8 the same (88%" in run("status").out
    (own,) = run("status", "--json").json["self_agreement"]
    assert (own["reviewer"], own["both"], own["same"]) == ("ana", 8, 7)
    assert own["alpha_low"] < own["alpha"] < own["alpha_high"]
    assert run("report", "out.html").status == 0
    page = (seeded / "out.html").read_text()
    assert "Agreement with oneself" in page
    assert "88% (" in page
    assert run("report", "other.html", "--db", "copy.db").status == 0
    assert "Agreement with oneself" not in (seeded / "other.html").read_text()
