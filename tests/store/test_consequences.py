"""What one decision settled besides what it speaks of."""

from collections.abc import Callable
from random import Random

import pytest

from curator import Workspace
from curator.models import CuratorError
from curator.review.blind import Guards
from curator.review.decisions import Confirm, Contradict, Decision, Dismiss, Merge, Reject, Split

Opener = Callable[..., Workspace]


def any_decision(chance: Random, ids: list[str]) -> Decision:
    left, right = chance.sample(ids, 2)
    return chance.choice(
        (
            Merge(left, right),
            Merge(left, right),
            Contradict(left, right, "number"),
            Dismiss(left, right),
            Reject(left),
            Confirm(left),
            Split(left),
        )
    )


@pytest.mark.parametrize("seed", range(12))
def test_as_many_pairs_are_listed_as_were_said_to_be_settled(
    open_as: Opener, ids: list[str], seed: int
) -> None:
    chance, workspace = Random(seed), open_as()
    for _ in range(15):
        try:
            outcome = workspace.decide(any_decision(chance, ids))
        except CuratorError:
            continue
        follows = workspace.follows(outcome.event.event_id, limit=100)
        assert follows.count == outcome.settled
        assert len(follows.pairs) == follows.count


def test_what_follows_is_told_with_how_the_two_stand_and_no_more_than_asked_for(
    open_as: Opener, ids: list[str]
) -> None:
    workspace = open_as()
    a, b, c, *_ = ids
    workspace.decide(Contradict(a, b, "negation"))
    merged = workspace.decide(Merge(c, b)).event.event_id
    rejected = workspace.decide(Reject(ids[8])).event.event_id
    (pair,) = workspace.follows(merged).pairs
    assert ({pair.left.claim.id, pair.right.claim.id}, pair.answer) == ({a, c}, "contradicts")
    follows = workspace.follows(rejected, limit=3)
    assert (follows.count, len(follows.pairs)) == (8, 3)
    assert {pair.answer for pair in follows.pairs} == {"rejected"}


def test_nothing_follows_from_what_was_taken_back_or_decided_nothing_else(
    open_as: Opener, ids: list[str]
) -> None:
    workspace = open_as()
    confirmed = workspace.decide(Confirm(ids[0])).event.event_id
    rejected = workspace.decide(Reject(ids[1])).event.event_id
    undo = workspace.undo().event.event_id
    assert [workspace.follows(event).count for event in (confirmed, rejected, undo)] == [0, 0, 0]


def test_in_blind_mode_nothing_is_told_of_what_follows(open_as: Opener, ids: list[str]) -> None:
    workspace = open_as()
    rejected = workspace.decide(Reject(ids[1])).event.event_id
    workspace.guard(Guards(blind=True))
    assert workspace.follows(rejected).count == 0
