"""What an article denies is told so wherever the commands show it, and merging says what went into what."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program import Run

DENIED = "safety inspections had been skipped"
DENIAL = f"The company denied that {DENIED}."
REPORTS = {
    "Inspections at the plant: what we know": f"{DENIAL} “We were never asked,” director Paul Renner said.",
    "Renner: no inspectors": "Staff said that safety inspections had been skipped. "
    "“We were never asked,” director Paul Renner said.",
}


@pytest.fixture
def plant(home: Path, run: Run) -> Path:
    for number, (title, text) in enumerate(REPORTS.items()):
        (home / f"{number}.txt").write_text(f"{title}\n\nMonday, 5 June 2023\n\n{text}\n", encoding="utf-8")
        assert run("add", f"{number}.txt").status == 0
    return home


def claim(run: Run, words: str, speaker: str = "") -> str:
    rows = run("claims", "--json").json
    return str(next(row["claim_id"] for row in rows if row["text"] == words and speaker in row["speaker"]))


def test_every_list_and_message_says_that_a_claim_is_denied(plant: Path, run: Run) -> None:
    id_ = claim(run, DENIED, "company")
    assert f"the company, denied: {DENIED}" in run("claims").out
    assert f"the company, denied: {DENIED}" in run("candidates").out
    assert run("confirm", id_).out == f"confirmed: the company, denied: “{DENIED}”\n"
    assert f"the company, denied: “{DENIED}”" in run("log").out
    assert run("why", id_).out.splitlines()[0] == f"denied: {DENIED}"
    rows = {row["claim_id"]: row for row in run("claims", "--json").json}
    assert (rows[id_]["text"], rows[id_]["wording"]) == (DENIED, DENIED)


def test_an_edited_wording_stands_for_itself_and_is_told_from_the_articles_words(
    plant: Path, run: Run
) -> None:
    id_ = claim(run, DENIED, "company")
    run("edit", id_, "--wording", "no inspection was skipped")
    told = run("why", id_).out.splitlines()
    assert told[0] == "no inspection was skipped"
    assert "edited    the wording is a reviewer’s and stands for itself" in told
    assert f"was       denied: {DENIED}" in told
    assert any("of the article’s words, not of the edited wording" in line for line in told)
    assert "the company: no inspection was skipped" in run("claims").out
    assert f"“denied: {DENIED}” -> “no inspection was skipped”" in run("log").out
    run("edit", id_, "--speaker", "Renner Ltd")
    assert "edited    the speaker is a reviewer’s: Renner Ltd" in run("why", id_).out


def test_merging_says_which_went_into_which_whatever_the_titles(plant: Path, run: Run) -> None:
    said = "We were never asked"
    ids = [row["claim_id"] for row in run("claims", "--json").json if row["text"] == said]
    told = run("merge", *ids).out
    first, _, second = told.removeprefix("merged: ").partition(" into ")
    assert first.startswith(f"Paul Renner, “{said}” (in ")
    assert second.startswith(f"Paul Renner, “{said}” (in ")
    assert {"Renner: no", "Inspection"} == {half.partition("(in ")[2][:10] for half in (first, second)}


def test_fever_refutes_what_is_denied(plant: Path, run: Run) -> None:
    company, staff = claim(run, DENIED, "company"), claim(run, DENIED, "taff")
    run("contradict", company, staff, "--type", "negation")
    run("export", "dataset", "--format", "fever", "--format", "nli")
    pages = {
        row["id"]: row["lines"].split("\n")
        for row in map(json.loads, Path("dataset/fever_pages.jsonl").read_text("utf-8").splitlines())
    }
    labels = {}
    for row in map(json.loads, Path("dataset/fever.jsonl").read_text("utf-8").splitlines()):
        for (((_, _, page, line),),) in [row["evidence"]]:
            labels["denied that" in pages[page][line]] = row["label"]
    assert labels == {True: "REFUTES", False: "SUPPORTS"}
    (pair,) = map(json.loads, Path("dataset/nli.jsonl").read_text("utf-8").splitlines())
    assert {pair["premise"], pair["hypothesis"]} == {f"denied: {DENIED}", DENIED}
    assert pair["label"] == "contradiction"


def test_the_report_says_that_a_claim_is_denied(plant: Path, run: Run) -> None:
    run("confirm", claim(run, DENIED, "company"))
    assert run("report", "report.html").status == 0
    page = Path("report.html").read_text(encoding="utf-8")
    assert f"denied: {DENIED}" in page
    assert f">{DENIED}<" not in page
