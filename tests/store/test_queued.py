"""The queue of pairs: the likeliest, some uncertain, and some drawn at random."""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from curator import Workspace
from curator.match.ordering import RANDOM_EVERY

OpenAs = Callable[..., Workspace]


def test_every_open_pair_of_the_kind_comes_once(open_as: OpenAs) -> None:
    workspace = open_as()
    queued = [choice.pair for choice in workspace.queued_candidates("contradicts")]
    assert sorted((c.left_id, c.right_id) for c in queued) == sorted(
        (c.left_id, c.right_id) for c in workspace.candidates(kind="contradicts")
    )


def test_a_pair_is_drawn_from_all_that_are_open(open_as: OpenAs) -> None:
    workspace = open_as()
    workspace._store.put_candidates([replace(c, kind="same") for c in workspace.candidates()])
    likely = list(workspace.candidates(kind="same"))
    drawn = []
    for seed in range(60):
        first = islice(workspace.queued_candidates("same", seed=seed), RANDOM_EVERY)
        drawn += [choice for choice in first if choice.reason == "random"]
    assert {choice.pool for choice in drawn} == {len(likely)}
    places = {likely.index(choice.pair) for choice in drawn}
    # what had come already by its likelihood is not drawn again
    assert places <= set(range(RANDOM_EVERY - 2, len(likely)))
    assert len(places) > (len(likely) - RANDOM_EVERY) // 2
