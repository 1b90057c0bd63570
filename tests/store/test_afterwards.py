"""What a verdict came to is told from the log as it was then, whatever was decided since."""

import random
from collections.abc import Callable

import pytest

from curator import Workspace, decisions
from curator.models import CuratorError
from curator.review.decisions import Decision

OpenAs = Callable[..., Workspace]


def any_decision(chance: random.Random, ids: list[str]) -> Decision:
    one, other = chance.sample(ids[:4], 2)
    choices: tuple[Decision, ...] = (
        decisions.Confirm(one),
        decisions.Reject(one),
        decisions.Adjudicate(one, chance.choice(("confirmed", "rejected"))),
        decisions.Merge(one, other),
        decisions.Split(one),
        decisions.Contradict(one, other),
        decisions.Dismiss(one, other),
    )
    return chance.choices(choices, (4, 4, 2, 2, 1, 1, 1))[0]


@pytest.mark.parametrize("seed", range(4))
def test_the_status_after_each_verdict_is_the_one_that_was_seen_then(
    seed: int, open_as: OpenAs, ids: list[str]
) -> None:
    chance = random.Random(seed)
    reviewers = [open_as(name) for name in ("ana", "ben", "cy")]
    seen: dict[str, str] = {}
    for _ in range(60):
        workspace = chance.choice(reviewers)
        try:
            if chance.random() < 0.2:
                outcome = chance.choice((workspace.undo, workspace.redo))()
            else:
                outcome = workspace.decide(any_decision(chance, ids))
        except CuratorError:  # refused, or there is nothing to take back
            continue
        seen[outcome.event.event_id] = workspace.claim(outcome.claim_id).status
    told = {event_id: reviewers[0].status_after(event_id) for event_id in seen}
    verdicts = {event_id for event_id, status in told.items() if status}
    assert len(verdicts) > 15
    assert {seen[event_id] for event_id in verdicts} >= {"confirmed", "rejected", "disputed"}
    assert {event_id: told[event_id] for event_id in verdicts} == {e: seen[e] for e in verdicts}


def test_of_what_is_no_verdict_on_a_claim_no_status_is_told(open_as: OpenAs, ids: list[str]) -> None:
    ana = open_as("ana")
    for decision in (
        decisions.Merge(ids[0], ids[1]),
        decisions.Note(ids[0], "a note"),
        decisions.Skip(ids[2]),
    ):
        assert ana.status_after(ana.decide(decision).event.event_id) == ""
