"""The pairs of which the score says least."""

from collections.abc import Callable

from curator import Workspace

OpenAs = Callable[..., Workspace]


def test_the_pairs_nearest_to_one_half_come_first_and_all_of_them_come(open_as: OpenAs) -> None:
    workspace = open_as()
    doubtful = list(workspace.doubtful_candidates())
    doubts = [abs(candidate.score - 0.5) for candidate in doubtful]
    assert doubts == sorted(doubts)
    assert len(doubtful) > 1
    assert {(c.left_id, c.right_id, c.kind) for c in doubtful} == {
        (c.left_id, c.right_id, c.kind) for c in workspace.candidates()
    }
