"""What matching learns from decisions can be asked for, seen, and switched off."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from program import Run


@pytest.fixture
def answered(seeded: Path, run: Run) -> None:
    """A database in which the likeliest duplicates were all called unrelated."""
    for pair in run("candidates", "--json").json[:12]:
        run("dismiss", pair["left_id"], pair["right_id"])


@pytest.mark.usefixtures("answered")
def test_what_was_learned_is_shown_beside_what_was_shipped(run: Run) -> None:
    learned = run("learn", "--json").json
    assert learned["version"].endswith("+12")
    assert learned["scored_anew"] > 0
    shown = run("learn", "--show").out
    assert shown.startswith(f"weights {learned['version']}; learning is on")
    assert " → " in shown
    start = next(worth for name, *worth in learned["weights"] if name == "start")
    assert start[1] < start[0]


@pytest.mark.usefixtures("answered")
def test_what_is_worth_the_same_to_the_hundredth_is_shown_once(run: Run) -> None:
    run("learn")
    shown = run("learn", "--show").out
    changes = re.findall(r"(\S+) → (\S+)", shown)
    assert changes
    assert all(before != after for before, after in changes)
    assert "-0.00" not in shown


@pytest.mark.usefixtures("answered")
def test_learning_can_be_switched_off_and_on_again(run: Run) -> None:
    version = run("learn", "--show", "--json").json["version"]
    run("learn")
    off = run("learn", "--off", "--json").json
    assert (off["version"], off["on"]) == (version, False)
    assert run("learn", "--json").json["on"]


@pytest.mark.usefixtures("answered")
def test_what_is_unfound_is_told_with_its_interval_and_what_it_rests_on(run: Run) -> None:
    told = run("unfound").out
    assert "proposals open" in told
    assert "drawn at random" in told
    assert "learning from answers changes it" in told
    contradictions, duplicates = run("unfound", "--json").json
    assert (contradictions["kind"], duplicates["kind"]) == ("contradicts", "same")
    assert duplicates["low"] <= duplicates["likely"] <= duplicates["high"] <= duplicates["open"]
