"""Every decision can be made without the screen, is told in one line, stands in the log and can be undone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from program import Run


@pytest.fixture
def ids(seeded: Path, run: Run) -> list[str]:
    """The ids of all claims, in the order of the articles."""
    return [claim["claim_id"] for claim in run("claims", "--json").json]


def claim(run: Run, claim_id: str) -> dict[str, object]:
    """One claim as scripts see it."""
    (found,) = [row for row in run("claims", "--json").json if row["claim_id"] == claim_id]
    return found


def relations(run: Run, folder: Path) -> list[dict[str, object]]:
    """The relations as exported."""
    import json

    run("export", str(folder / "out"), "--force")
    return [json.loads(line) for line in (folder / "out" / "relations.jsonl").read_text().splitlines()]


def test_confirm_and_reject_set_the_status(ids: list[str], run: Run) -> None:
    ran = run("confirm", ids[0][:9])
    assert ran.status == 0
    assert ran.out.startswith("confirmed: ")
    assert run("reject", ids[1], "--reason", "a caption").out.startswith("rejected (a caption): ")
    assert claim(run, ids[0])["status"] == "confirmed"
    assert (claim(run, ids[1])["status"], claim(run, ids[1])["reason"]) == ("rejected", "a caption")
    assert claim(run, ids[0])["reviewers"] == ["ana"]


def test_it_is_said_what_becomes_of_the_proposals_with_a_rejected_claim(ids: list[str], run: Run) -> None:
    proposed = run("candidates", "--json").json[0]["left_id"]
    told = run("reject", proposed, "--json").json
    run("undo")
    assert told["settled"] > 1
    assert run("reject", proposed).out.endswith(f"; {told['settled']} proposals with it fall away\n")


def test_json_tells_the_event(ids: list[str], run: Run) -> None:
    told = run("confirm", ids[0], "--json").json
    assert told["kind"] == "confirm"
    assert told["claim_id"] == ids[0]
    (event,) = run("log", "--json").json
    assert event["event_id"] == told["event_id"]


def test_several_claims_are_decided_together_or_not_at_all(ids: list[str], run: Run) -> None:
    assert run("confirm", ids[0], ids[1], "zzzz").status == 1
    assert run("log", "--json").json == []
    assert run("confirm", ids[0], ids[1], ids[2]).status == 0
    assert run("status", "--json").json["confirmed"] == 3
    assert run("undo").status == 0
    assert run("status", "--json").json["confirmed"] == 0


def test_merge_split_and_canonical(ids: list[str], run: Run) -> None:
    run("merge", ids[0], ids[1])
    assert claim(run, ids[0])["canonical_id"] == ids[1]
    run("canonical", ids[0])
    assert claim(run, ids[1])["canonical_id"] == ids[0]
    run("split", ids[1])
    assert claim(run, ids[1])["canonical_id"] == ids[1]


def test_contradict_and_dismiss_are_relations(ids: list[str], run: Run, seeded: Path) -> None:
    run("contradict", ids[0], ids[1], "--type", "number")
    run("dismiss", ids[2], ids[3])
    found = {(row["relation"], row["type"]) for row in relations(run, seeded)}
    assert found == {("contradicts", "number"), ("unrelated", "")}


def test_edit_and_note_are_kept(ids: list[str], run: Run) -> None:
    before = claim(run, ids[0])
    start, end = int(str(before["start"])), int(str(before["end"]))
    run("edit", ids[0], "--wording", "Better words", "--speaker", "", "--span", f"{start}:{end - 3}")
    run("note", ids[0], "asked on Monday")
    after = claim(run, ids[0])
    assert (after["wording"], after["speaker"], after["end"]) == ("Better words", "", end - 3)
    assert after["notes"] == ["asked on Monday"]
    assert after["extracted_end"] == end


def test_a_missed_claim_is_added_by_its_words_or_its_place(ids: list[str], run: Run) -> None:
    article = next(a for a in run("articles", "--json").json if "no decision yet" in a["text"])
    words = "agreed to establish four separate"
    assert run("add-claim", article["article_id"][:8], words, "--speaker", "Astana").status == 0
    start = article["text"].index(words)
    assert run("add-claim", article["article_id"], f"{start}:{start + 6}").status == 0
    added = [row for row in run("claims", "--json").json if row["start"] == start]
    assert {row["text"] for row in added} >= {words, "agreed"}
    assert {row["status"] for row in added} == {"confirmed"}
    for wrong in ("and", "these words are not there", "9999999:9999999"):
        assert run("add-claim", article["article_id"], wrong).status == 1


def test_what_two_reviewers_decide_differently_is_disputed_until_it_is_settled(
    ids: list[str], run: Run
) -> None:
    run("confirm", ids[0], "--reviewer", "ana")
    run("reject", ids[0], "--reviewer", "ben")
    assert claim(run, ids[0])["status"] == "disputed"
    assert run("adjudicate", ids[0], "rejected", "--reviewer", "cem").status == 0
    assert claim(run, ids[0])["status"] == "rejected"
    assert run("adjudicate", ids[1], "confirmed").status == 1


def test_undo_and_redo_go_back_and_forth_over_everything(ids: list[str], run: Run) -> None:
    verbs = (["confirm", ids[0]], ["reject", ids[1]], ["merge", ids[2], ids[3]], ["skip", ids[4]])
    for words in verbs:
        assert run(*words).status == 0
    for _ in verbs:
        assert run("undo").out.startswith("undone: ")
    assert run("status", "--json").json["decided"] == 0
    assert run("undo").status == 1
    for _ in verbs:
        assert run("redo").out.startswith("redone: ")
    assert run("redo").status == 1
    assert run("status", "--json").json["decided"] >= 2


def test_a_named_decision_is_undone_by_the_start_of_its_id(ids: list[str], run: Run) -> None:
    event = run("confirm", ids[0], "--json").json["event_id"]
    run("confirm", ids[1])
    assert run("undo", event[:8]).status == 0
    assert (claim(run, ids[0])["status"], claim(run, ids[1])["status"]) == ("pending", "confirmed")
    again = run("undo", event)
    assert again.status == 1
    assert "taken back already" in again.err


def test_the_log_says_who_when_what_before_and_after(ids: list[str], run: Run) -> None:
    run("confirm", ids[0])
    run("reject", ids[0], "--reason", "no claim")
    run("edit", ids[1], "--speaker", "Somebody Else")
    run("merge", ids[2], ids[3], "--reviewer", "ben")
    run("undo", "--reviewer", "ben")
    undo, merge, edit, reject, confirm = run("log").out.splitlines()
    assert "  ana  " in confirm
    assert f"confirm {ids[0][:8]}  pending -> confirmed" in confirm
    assert f"reject {ids[0][:8]}  confirmed -> rejected (no claim)" in reject
    assert "-> Somebody Else" in edit
    assert f"  ben  (taken back) merge {ids[2][:8]} into {ids[3][:8]}  apart -> same" in merge
    assert re.search(rf"  ben  undo of merge {merge.split()[0]}: .*“.+” into .*“.+”$", undo)
    assert [line.split()[0] for line in (undo, merge)] == [
        event["event_id"][:8] for event in run("log", "--limit", "2", "--json").json
    ]
    assert len(run("log", "--by", "ben").out.splitlines()) == 2
    assert len(run("log", ids[0]).out.splitlines()) == 2
    short = run("log", "--limit", "1")
    assert (short.out.count("\n"), short.err) == (1, "there are older ones: --limit N or --all shows them\n")


def test_the_log_says_what_a_verdict_really_came_to(ids: list[str], run: Run) -> None:
    run("confirm", ids[0])
    run("reject", ids[0], "--reviewer", "ben")
    run("reject", ids[0], "--reviewer", "cy")
    run("adjudicate", ids[0], "confirmed", "--reviewer", "dora")
    run("reject", ids[0], "--reviewer", "ben")
    run("undo", "--reviewer", "ben")
    run("redo", "--reviewer", "ben")
    redo, undo, again, settled, third, second, first = run("log").out.splitlines()
    assert "  pending -> confirmed  " in first
    assert "  confirmed -> disputed  " in second
    assert "  disputed -> disputed  " in third
    assert "  disputed -> confirmed  " in settled
    assert "  confirmed -> disputed  " in again
    assert f"(taken back) undo of reject {again.split()[0]}  -> confirmed: " in undo
    assert f"  redo of reject {again.split()[0]}  -> disputed: " in redo


def test_what_stands_against_a_refused_decision_is_listed(ids: list[str], run: Run) -> None:
    run("merge", ids[0], ids[1])
    run("contradict", ids[1], ids[2])
    ran = run("merge", ids[0], ids[2])
    assert ran.status == 1
    assert ran.out == ""
    first, *chain = ran.err.splitlines()
    assert first.startswith("curator: ")
    assert any("contradict" in line for line in chain)
    assert len(run("log", "--json").json) == 2


def test_an_id_that_fits_several_claims_lists_some_and_none_is_guessed(ids: list[str], run: Run) -> None:
    counts = {digit: sum(claim_id.startswith(digit) for claim_id in ids) for digit in "0123456789abcdef"}
    digit = max(counts, key=lambda d: counts[d])
    ran = run("confirm", digit)
    assert ran.status == 1
    assert "several claims" in ran.err
    assert sum(claim_id[:5] in ran.err for claim_id in ids) >= 2
    assert "no claim has an id" in run("confirm", "zz").err
    assert run("log", "--json").json == []


def test_all_that_fit_a_filter_are_told_first_and_decided_only_with_yes(ids: list[str], run: Run) -> None:
    ran = run("confirm", "--where", "speaker:shamanov")
    assert ran.status == 1
    assert re.fullmatch(r"Confirm (\d+) claims: \1 pending; in .*\n", ran.out)
    assert "--yes decides it" in ran.err
    assert run("log", "--json").json == []
    ran = run("confirm", "--where", "speaker:shamanov", "--yes")
    assert re.match(r"confirmed \d+ claims at once, the last ", ran.out)
    decided = run("claims", "status:confirmed", "--json").json
    assert {row["speaker"] for row in decided} == {"Vladimir Shamanov"}
    run("undo")
    assert run("claims", "status:confirmed", "--json").json == []


def test_all_that_fit_a_filter_are_merged_as_one_step_into_the_claim_that_is_named(
    ids: list[str], run: Run
) -> None:
    fitting = [row["claim_id"] for row in run("claims", "speaker:shamanov", "--json").json]
    into = fitting[-1]
    ran = run("merge", "--where", "speaker:shamanov", "--into", into)
    assert ran.status == 1
    assert ran.out.startswith(f"Merge {len(fitting) - 1} claims into one cluster: ")
    assert run("log", "--json").json == []
    assert run("merge", "--where", "speaker:shamanov", "--into", into, "--yes").status == 0
    together = {row["claim_id"] for row in run("claims", "--json").json if row["canonical_id"] == into}
    assert together == set(fitting)
    run("undo")
    assert {row["canonical_id"] for row in run("claims", "--json").json} == set(ids)
    assert run("merge", "--where", "speaker:shamanov", "--yes").status == 0
    assert claim(run, into)["canonical_id"] == fitting[0]


def test_several_claims_are_merged_into_the_last_one_or_not_at_all(ids: list[str], run: Run) -> None:
    assert run("merge", ids[0], ids[1], "zzzz").status == 1
    assert run("log", "--json").json == []
    assert run("merge", ids[0], "--json", ids[1], ids[2]).json["kind"] == "merge"
    assert run("merge", ids[3], "--into", ids[2]).status == 0
    assert {claim(run, one)["canonical_id"] for one in ids[:4]} == {ids[2]}
    run("undo")
    run("undo")
    assert claim(run, ids[0])["canonical_id"] == ids[0]


def test_a_saved_filter_works_wherever_a_filter_does(ids: list[str], run: Run) -> None:
    assert run("filters", "--save", "kalin", "speaker:Kalin", "kind:quote").out.startswith("saved kalin: ")
    assert run("filters", "--json").json == [{"name": "kalin", "filter": "speaker:Kalin kind:quote"}]
    listed = run("claims", "--filter", "kalin", "--json").json
    assert listed == run("claims", "speaker:Kalin", "kind:quote", "--json").json
    narrowed = run("claims", "--filter", "kalin", "prominent", "--json").json
    assert 0 < len(narrowed) < len(listed)
    assert run("reject", "--filter", "kalin", "--reason", "a test", "--yes").status == 0
    assert {row["reason"] for row in run("claims", "status:rejected", "--json").json} == {"a test"}
    assert run("filters", "--forget", "kalin").status == 0
    assert run("filters").err == "no filter is saved yet: curator filters --save NAME FILTER\n"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("confirm",), 2, "name claims to confirm, or give --where FILTER or --filter NAME"),
        (("merge",), 2, "name claims to merge, or give --where FILTER or --filter NAME"),
        (("merge", "3f"), 2, "name two claims or more"),
        (("merge", "3f", "09", "--where", "troops"), 2, "name claims to merge, or give --where"),
        (("merge", "--where", "speaker:zorro"), 1, "there is nothing to merge"),
        (("confirm", "3f", "--where", "troops"), 2, "name claims to confirm, or give --where"),
        (("confirm", "--where", "colour:red"), 1, "there is no filter colour:"),
        (("confirm", "--filter", "nobody"), 1, "there is no saved filter 'nobody'; none is saved yet"),
        (("claims", "--filter", "nobody"), 1, "there is no saved filter 'nobody'"),
        (("skip", "--where", "speaker:zorro", "--yes"), 1, "there is nothing to skip"),
        (("filters", "--save", "x"), 2, "say which claims the filter keeps"),
        (("filters", "--save", "x", "has:hope"), 1, "there is no has:hope"),
        (("filters", "status:pending"), 2, "give the filter a name"),
        (("filters", "--forget", "x"), 1, "there is no saved filter 'x'"),
    ],
)
def test_what_makes_no_sense_of_a_filter_is_one_line(
    ids: list[str], run: Run, words: tuple[str, ...], status: int, said: str
) -> None:
    ran = run(*words)
    assert ran.status == status
    assert ran.err.startswith(f"curator: {said}")
    assert ran.err.count("\n") == 1
    assert run("log", "--json").json == []
