"""The evidence beside a claim is told from that claim's side, whichever of the two is stored first."""

from pathlib import Path

from curator import Workspace
from curator.models import Related
from tests.tui.newsroom import BRIDGE, ROAD, Pair, Said, Story, fill

WORDS = "decided against undecided (“will” / “may”)"
STORIES = tuple(
    Story(title, title, "", f'"{words}," Reed said.\n', (Said(words, "Reed"),))
    for title, words in (("Post", BRIDGE), ("Times", ROAD))
)
PAIRS: tuple[Pair, ...] = (((0, 0), (1, 0), "contradicts", 0.9, "modality", WORDS),)


def beside(workspace: Workspace, claim_id: str) -> tuple[str, str]:
    """What is told of the one claim beside another: its id, and the evidence."""
    (related,) = workspace.related(claim_id)
    assert isinstance(related, Related)
    assert related.candidate is not None
    assert (related.candidate.left_id, related.candidate.right_id) == (claim_id, related.claim.claim.id)
    return related.claim.claim.id, related.candidate.evidence[0].words


def test_each_of_the_two_claims_is_told_of_first_where_it_is_the_one_in_hand(tmp_path: Path) -> None:
    fill(tmp_path / "news.db", STORIES, PAIRS)
    with Workspace.open(tmp_path / "news.db", reviewer="ana") as workspace:
        stored = next(workspace.candidates())
        assert stored.evidence[0].words == WORDS
        turned = "undecided against decided (“may” / “will”)"
        assert beside(workspace, stored.left_id) == (stored.right_id, WORDS)
        assert beside(workspace, stored.right_id) == (stored.left_id, turned)
        with workspace.dataset() as dataset:
            assert dataset.evidence(stored.left_id, stored.right_id)[0].words == WORDS
            assert dataset.evidence(stored.right_id, stored.left_id)[0].words == turned
