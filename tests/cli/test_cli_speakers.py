"""Speakers on the command line: listed with all their names, joined and taken apart."""

from __future__ import annotations

import json
from pathlib import Path

from program import Run


def test_speakers_are_listed_with_all_their_names(seeded: Path, run: Run) -> None:
    first = run("speakers").out.splitlines()[0]
    assert first.split(":")[0].endswith("Ibrahim Kalin")
    assert "İbrahim Kalın" in first
    (kalin,) = run("speakers", "kalin", "--json").json
    assert kalin["claims"] == sum(form["claims"] for form in kalin["forms"])
    assert run("speakers", "--limit", "2", "--jsonl").out.count("\n") == 2


def test_a_speaker_is_shown_with_the_articles_of_each_name(seeded: Path, run: Run) -> None:
    shown = run("speaker", "kalin", "--json").json
    for form in shown["forms"]:
        assert sum(article["claims"] for article in form["articles"]) == form["claims"]
    assert "claims in" in run("speaker", "Kalin").out


def test_two_names_are_made_one_speakers_and_taken_apart_again(seeded: Path, run: Run) -> None:
    ran = run("merge-speakers", "Vladimir Shamanov", "Ibrahim Kalin")
    assert (ran.status, ran.out) == (0, "one speaker: Vladimir Shamanov is Ibrahim Kalin\n")
    names = {form["name"] for form in run("speaker", "shamanov", "--json").json["forms"]}
    assert {"Vladimir Shamanov", "Ibrahim Kalin", "İbrahim Kalın"} <= names
    assert run("claims", "speaker:shamanov").out == run("claims", "speaker:kalin").out
    assert "several names have 'kali' in them" in run("split-speaker", "kali").err
    assert run("split-speaker", "shamanov").out == "a speaker of its own: Vladimir Shamanov\n"
    assert "one speaker: Vladimir Shamanov is Ibrahim Kalin" in run("log").out
    run("undo")
    run("undo")
    assert run("speaker", "shamanov", "--json").json["name"] == "Vladimir Shamanov"
    assert run("verify").status == 0


def test_what_cannot_be_is_refused_in_one_line(seeded: Path, run: Run) -> None:
    ran = run("merge-speakers", "nobody at all", "Kalin")
    assert (ran.status, ran.err.count("\n")) == (1, 1)
    assert "no claim has a speaker called 'nobody at all'" in ran.err
    assert "one speaker already" in run("merge-speakers", "Ibrahim Kalin", "İbrahim Kalın").err


def test_the_dataset_has_the_words_of_the_article_and_the_one_name(seeded: Path, run: Run) -> None:
    run("merge-speakers", "Vladimir Shamanov", "Ibrahim Kalin")
    run("export", "out")
    rows = [json.loads(line) for line in Path("out/claims.jsonl").read_text("utf-8").splitlines()]
    names = {row["speaker"]: row["speaker_name"] for row in rows}
    assert names["Vladimir Shamanov"] == names["İbrahim Kalın"] == "Ibrahim Kalin"
    speakers = [json.loads(line) for line in Path("out/speakers.jsonl").read_text("utf-8").splitlines()]
    assert {row["name"]: row["speaker_name"] for row in speakers} == {
        name: known_as for name, known_as in names.items() if name
    }
