"""What is unfound is judged by pairs drawn at random, once there are enough of them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

import curator.store.unfound as unfound_pairs
from curator import Workspace
from curator.models import Candidate, Refused
from curator.review.decisions import Contradict, Dismiss, Lot
from curator.review.figures import FEWEST_DRAWN

OpenAs = Callable[..., Workspace]


def open_pairs(workspace: Workspace) -> list[Candidate]:
    return list(workspace.candidates(kind="contradicts"))


def test_the_log_says_from_how_many_a_pair_was_drawn(open_as: OpenAs) -> None:
    workspace = open_as()
    pair = open_pairs(workspace)[0]
    lot = Lot("contradicts", 70)
    workspace.decide(Contradict(pair.left_id, pair.right_id, "number", lot))
    (event,) = workspace.log()
    assert json.loads(event.payload)["lot"] == {"kind": "contradicts", "pool": 70}


def test_from_twenty_draws_on_the_estimate_rests_on_them(open_as: OpenAs) -> None:
    workspace = open_as()
    before = len(open_pairs(workspace))
    drawn = 0
    for pair in reversed(open_pairs(workspace)):
        if drawn == FEWEST_DRAWN:
            break
        try:
            workspace.decide(Dismiss(pair.left_id, pair.right_id, Lot("contradicts", before - drawn)))
        except Refused:
            continue
        drawn += 1
    unfound = workspace.unfound("contradicts")
    assert unfound.by_lot
    assert unfound.drawn == FEWEST_DRAWN
    assert unfound.low == unfound.likely == 0
    assert 0 < unfound.high < unfound.open


def test_a_draw_that_is_taken_back_does_not_count(open_as: OpenAs) -> None:
    workspace = open_as()
    pair = open_pairs(workspace)[0]
    workspace.decide(Dismiss(pair.left_id, pair.right_id, Lot("contradicts", 50)))
    assert workspace.unfound("contradicts").drawn == 1
    workspace.undo()
    assert workspace.unfound("contradicts").drawn == 0


@pytest.mark.parametrize("kind", ["same", "contradicts"])
def test_without_draws_nothing_is_claimed_to_rest_on_them(open_as: OpenAs, kind: str) -> None:
    assert not open_as().unfound(kind).by_lot  # type: ignore[arg-type]


@pytest.mark.parametrize("sampled", [3, 5, 7])
def test_of_very_many_open_proposals_none_is_lost_to_rounding(
    open_as: OpenAs, monkeypatch: pytest.MonkeyPatch, sampled: int
) -> None:
    workspace = open_as()
    monkeypatch.setattr(unfound_pairs, "_MOST_SCORES", 2 * sampled)
    monkeypatch.setattr(unfound_pairs, "_PLACES", sampled)
    assert workspace.unfound("contradicts").open == len(open_pairs(workspace)) > 2 * sampled
