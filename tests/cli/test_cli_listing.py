"""The commands that read: what scripts get is the export's rows, what people get is safe and short."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from program import Run, spawned

from curator.cli.printing import cut, id_length
from curator.export.rows import ArticleRow, ClaimRow, DecisionRow
from curator.models import Candidate


def fields(row_type: type) -> list[str]:
    return [field.name for field in dataclasses.fields(row_type)]


@pytest.mark.parametrize(
    ("verb", "row_type"),
    [("articles", ArticleRow), ("claims", ClaimRow), ("candidates", Candidate), ("log", DecisionRow)],
)
def test_json_is_one_array_of_rows_and_jsonl_one_row_a_line(
    verb: str, row_type: type, seeded: Path, run: Run
) -> None:
    first = run("claims", "--json").json[0]["claim_id"]
    run("confirm", first)
    rows = run(verb, "--json").json
    assert rows
    assert all(list(row) == fields(row_type) for row in rows)
    assert [json.loads(line) for line in run(verb, "--jsonl").out.splitlines()] == rows


def test_a_filter_may_begin_with_a_minus(seeded: Path, run: Run) -> None:
    rows = run("claims", "--json").json
    others = [row for row in rows if row["kind"] != "quote"]
    assert run("claims", "-kind:quote", "-has:notes", "--json").json == others != rows
    assert run("claims", "--json", "-stale", "-KIND:quote").json == others
    assert f" {len(others)} claims: " in run("skip", "--where", "-kind:quote").out
    assert run("filters", "--save", "told", "-kind:quote").out.startswith("saved told: -kind:quote; ")
    assert run("claims", "--filter", "told", "--json").json == others
    assert run("claims", "-nothing:quote").status == 2


def test_no_rows_are_an_empty_array(seeded: Path, run: Run) -> None:
    assert run("log", "--json").json == []
    assert run("claims", "speaker:nobody-of-this-name", "--json").json == []


def test_the_rows_of_json_are_the_rows_of_the_export(seeded: Path, run: Run) -> None:
    claims = run("claims", "--json").json
    run("confirm", claims[0]["claim_id"])
    run("reject", claims[1]["claim_id"], "--reason", "a caption")
    assert run("export", "dataset").status == 0
    for verb, name, key in (("articles", "articles", "article_id"), ("claims", "claims", "claim_id")):
        lines = (seeded / "dataset" / f"{name}.jsonl").read_text("utf-8").splitlines()
        exported = {row[key]: row for row in map(json.loads, lines)}
        told = {row[key]: row for row in run(verb, "--json").json}
        assert told == exported


def test_candidates_give_ids_kind_score_and_evidence_the_surest_first(seeded: Path, run: Run) -> None:
    found = run("candidates", "--json").json
    assert all(
        pair["left_id"] < pair["right_id"] and pair["kind"] in ("same", "contradicts") for pair in found
    )
    for one, next_one in pairwise(found):  # by whole percent
        assert next_one["score"] < one["score"] + 0.01
    assert all({"signal", "share", "words"} == set(part) for pair in found for part in pair["evidence"])
    some = run("candidates", "--kind", "contradicts", "--limit", "3", "--json").json
    assert len(some) == 3
    assert {pair["kind"] for pair in some} == {"contradicts"}
    claim = found[0]["left_id"]
    of_one = run("candidates", claim[:10], "--json").json
    assert all(claim in (pair["left_id"], pair["right_id"]) for pair in of_one)


def test_in_the_list_of_candidates_a_minus_is_before_what_speaks_against_one(seeded: Path, run: Run) -> None:
    found = run("candidates", "--json").json
    listed = [line for line in run("candidates").out.splitlines() if not line.startswith(" ")]
    assert any(each["share"] < 0 for candidate in found for each in candidate["evidence"])
    for candidate, line in zip(found, listed, strict=True):
        told = line.split(": ", 1)[1].split("; ")
        for each in candidate["evidence"]:
            if "; " not in each["words"] and not line.endswith("…"):
                assert ("− " * (each["share"] < 0) + each["words"]) in told


def test_claims_are_filtered_ordered_and_limited(seeded: Path, run: Run) -> None:
    quotes = run("claims", "kind:quote", "--json").json
    assert {claim["kind"] for claim in quotes} == {"quote"}
    assert len(run("claims", "kind:quote", "--limit", "2", "--json").json) == 2
    ordered = run("claims", "--order", "contradictions", "--json").json
    assert {c["claim_id"] for c in ordered} == {c["claim_id"] for c in run("claims", "--json").json}
    assert run("claims", "kind:haiku").status == 1
    assert "there is no kind:haiku" in run("claims", "kind:haiku").err


def test_printed_ids_are_short_and_understood(seeded: Path, run: Run) -> None:
    lines = run("claims").out.splitlines()
    whole = run("claims", "--json").json
    assert len(lines) == len(whole)
    for line, claim in zip(lines, whole, strict=True):
        short = line.split()[0]
        assert len(short) == 8
        assert claim["claim_id"].startswith(short)
    assert run("candidates", lines[0].split()[0]).status == 0


@pytest.mark.parametrize(("count", "digits"), [(0, 8), (67, 8), (10_000, 12), (1_000_000, 15)])
def test_ids_grow_with_their_number(count: int, digits: int) -> None:
    assert id_length(count) == digits


def test_status_says_how_far_and_where(seeded: Path, run: Run) -> None:
    claims = [claim["claim_id"] for claim in run("claims", "--json").json]
    run("confirm", claims[0])
    run("reject", claims[1])
    run("skip", claims[2])
    told = run("status", "--json").json
    assert (told["confirmed"], told["rejected"], told["skipped"]) == (1, 1, 1)
    assert (told["decided"], told["total"], told["articles"]) == (2, len(claims), 5)
    lines = run("status").out.splitlines()
    assert lines[0].startswith(f"ana: 2 of {len(claims)} claims decided (")
    assert "1 confirmed, 1 rejected" in lines[1]
    assert "(1 put off)" in lines[1]


def test_status_says_which_pairs_are_open_and_that_verdicts_alone_are_not_all(seeded: Path, run: Run) -> None:
    pairs = run("candidates", "--json").json
    proposed = {kind: [pair for pair in pairs if pair["kind"] == kind] for kind in ("same", "contradicts")}
    told = run("status", "--json").json["open_pairs"]
    for kind, those in proposed.items():
        assert told[kind]["proposed"] == len(those)
        assert 0 < told[kind]["likely"] < len(those)
    assert "every claim is decided" not in run("status").out
    run("confirm", *(claim["claim_id"] for claim in run("claims", "--json").json))
    lines = run("status").out.splitlines()
    open_pairs = f"open pairs: {len(proposed['same'])} proposed as same, {len(proposed['contradicts'])} as"
    assert lines[3].startswith(open_pairs)
    assert lines[4].startswith("every claim is decided, but these pairs are not: ")


def test_status_estimates_what_will_be_found_only_from_what_was_judged(seeded: Path, run: Run) -> None:
    for pair in run("candidates", "--kind", "contradicts", "--json").json[:12]:
        run("dismiss", pair["left_id"], pair["right_id"])
    told = run("status", "--json").json["open_pairs"]["contradicts"]
    assert f"as contradicting (about {told['likely']} will be" in run("status").out


HOSTILE = (
    "Forces \x1b]52;c;aGk=\x07 will\u202e \x9b31m [@click=app.quit]be[/] deployed, Kalin said on Monday."
)


def test_no_control_byte_of_an_article_reaches_the_terminal(home: Path, run: Run) -> None:
    row = {"text": HOSTILE, "title": "\x1b[2Jtitle\x07", "publisher": "\u202epub\x9b", "url": "https://x.org"}
    (home / "a.jsonl").write_text(json.dumps(row))
    assert run("add", "a.jsonl").status == 0
    (claim, *_) = run("claims", "--json").json
    run("note", claim["claim_id"], "note \x1b[31m")
    run("edit", claim["claim_id"], "--wording", "words \x1b[5m\u202e", "--speaker", "Kal\x9bin")
    (second, *_) = run("claims", "--json").json
    assert "\x1b" in second["wording"]
    for words in (["articles"], ["claims"], ["status"], ["log"], ["candidates"], ["undo"], ["verify"]):
        out = run(*words).out
        assert not set(out) & {"\x1b", "\x07", "\x9b", "\u202e"}, words


def test_lines_are_cut_to_the_terminal_by_the_width_that_they_take() -> None:
    assert cut("plain words", 80) == "plain words"
    assert cut("plain words", 8) == "plain w…"
    assert cut("多倍宽度的文字", 7) == "多倍宽…"
    assert cut("line\nbreak\tand \x1b", 80) == "line break␉and ␛"
    assert cut("e\u0301e\u0301e\u0301e\u0301", 4) == "e\u0301e\u0301e\u0301e\u0301"


@pytest.mark.parametrize("words", [["claims"], ["claims", "--json"], ["candidates"]])
def test_a_reader_that_stops_reading_is_no_error(words: list[str], seeded: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "curator", *words, "--limit", "60"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) == 141
    process.stderr.close()


def test_output_survives_a_terminal_that_knows_no_unicode(seeded: Path) -> None:
    ran = spawned("claims", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.returncode == 0
    assert ran.stdout.isascii()


@pytest.mark.parametrize(
    ("shell", "status", "err"),
    [
        ("claims > /dev/full", 1, b"curator: the output cannot be written: No space left on device\n"),
        ("claims >&-", 0, b""),
        ("exprot 2>&-", 2, b""),
        ("add - <&-", 1, b"not added: -: standard input is closed\n"),
    ],
)
def test_streams_that_are_full_or_closed_are_no_reason_for_a_traceback(
    shell: str, status: int, err: bytes, seeded: Path
) -> None:
    ran = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m curator {shell}"], capture_output=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stderr) == (status, err)


def test_no_pair_that_nobody_judged_is_told_as_quite_certain(seeded: Path, run: Run) -> None:
    found = run("candidates", "--json").json
    assert max(pair["score"] for pair in found) > 0.995
    told = [line.split()[0] for line in run("candidates").out.splitlines() if line.startswith(("0.", "1."))]
    assert max(told) == "0.99"
    best = found[0]
    assert "99% likely" in run("why", best["left_id"], best["right_id"]).out
