"""A claim says which rule found it and where its parts stand; a pair says what speaks for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import Run


def claim_with(run: Run, words: str) -> str:
    claim_id: str = run("claims", words, "--json").json[0]["claim_id"]
    return claim_id


@pytest.mark.parametrize("verb", [("why",), ("claims", "--why")])
def test_a_claim_names_its_rule_its_speaker_and_its_cue(
    verb: tuple[str, ...], seeded: Path, run: Run
) -> None:
    told = run(*verb, claim_with(run, "decision yet")[:10]).out
    assert "found by  attribution" in told
    assert "Vladimir Shamanov" in told
    assert "“was quoted as saying”" in told
    assert "undecided" in told


@pytest.mark.parametrize("verb", [("why",), ("candidates", "--why")])
def test_the_shares_of_a_pair_add_up(verb: tuple[str, ...], seeded: Path, run: Run) -> None:
    told = run(*verb, claim_with(run, "470,000"), claim_with(run, "300,000"))
    shares = [float(line.split()[0]) for line in told.out.splitlines()[3:]]
    assert sum(shares[:-1]) == pytest.approx(shares[-1], abs=0.01 * len(shares))
    assert "470,000" in told.out


@pytest.mark.parametrize("verb", [("why",), ("candidates", "--why")])
def test_one_claim_twice_is_no_pair(verb: tuple[str, ...], seeded: Path, run: Run) -> None:
    claim = claim_with(run, "470,000")
    told = run(*verb, claim, claim[:12])
    assert (told.status, told.out) == (2, "")
    assert told.err == "curator: both are one claim; name two that make a pair\n"


def test_a_pair_that_was_decided_says_so_with_the_decision(seeded: Path, run: Run) -> None:
    left, right = claim_with(run, "470,000"), claim_with(run, "300,000")
    assert "decided" not in run("why", left, right).out
    assert run("why", left, right, "--json").json["settled"] is None
    run("contradict", left, right, "--type", "number")
    lines = run("why", left, right).out.splitlines()
    assert lines[2] == "decided: contradicting (number):"
    assert "contradict" in lines[3]
    assert lines[4].endswith("in log-odds:")
    told = run("candidates", "--why", left, right, "--json").json["settled"]
    assert (told["relation"], told["type"], told["inferred"]) == ("contradicts", "number", False)
    assert [event["kind"] for event in told["decisions"]] == ["contradict"]


def test_a_pair_that_follows_from_decisions_says_from_which(seeded: Path, run: Run) -> None:
    left, right, third = (claim_with(run, w) for w in ("470,000", "300,000", "decision yet"))
    run("merge", left, third)
    run("contradict", third, right)
    told = run("why", left, right)
    assert "settled as contradicting (other); it follows from:" in told.out
    kinds = [event["kind"] for event in run("why", left, right, "--json").json["settled"]["decisions"]]
    assert sorted(kinds) == ["contradict", "merge"]
    run("undo")
    run("merge", right, third)
    assert "settled as the same; it follows from:" in run("why", left, right).out
    assert "decided: the same:" in run("why", left, third).out
    run("undo")
    run("dismiss", right, third)
    assert "settled as unrelated; it follows from:" in run("why", left, right).out


def test_a_pair_with_a_rejected_claim_says_that_it_is_not_asked_about(seeded: Path, run: Run) -> None:
    left, right = claim_with(run, "470,000"), claim_with(run, "300,000")
    run("reject", min(left, right))
    assert "not asked about any more: the first claim is rejected" in run("why", left, right).out


def test_json_gives_the_claim_with_its_spans(seeded: Path, run: Run) -> None:
    claim = run("why", claim_with(run, "decision yet"), "--json").json
    assert claim["cue"] == "was quoted as saying"
    assert claim["cue_span"]["end"] - claim["cue_span"]["start"] == len(claim["cue"])


def test_three_claims_are_no_pair(seeded: Path, run: Run) -> None:
    refused = run("why", "a", "b", "c")
    assert refused.status == 2
    assert refused.err.count("\n") == 1
