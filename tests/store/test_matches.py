"""What of an article fits a filter, and how many claims fit in all."""

from pathlib import Path

import pytest

from curator import Workspace, decisions
from tests.tui.newsroom import PAIRS, STORIES, fill


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    path = tmp_path / "news.db"
    fill(path, STORIES, PAIRS)
    workspace = Workspace.open(path, reviewer="ana")
    first, second, *_ = workspace.claims()
    workspace.decide(decisions.Confirm(first.claim.id))
    workspace.decide(decisions.Reject(second.claim.id))
    workspace.decide(decisions.Note(second.claim.id, "a note"))
    return workspace


@pytest.mark.parametrize(
    "filter",
    [
        "status:pending", "status:confirmed status:rejected", "speaker:vance", "-speaker:vance", "road",
        "road -status:pending", "kind:quote", "has:notes", "publisher:valley date:>2023-06-05",
        "speaker:nobody-of-that-name", "stale", "reviewer:ana",
        "article:storm", "article:storm -speaker:vance date:2023-06-05..2023-06-06",
    ],
)  # fmt: skip
def test_the_matches_of_every_article_are_those_of_the_whole_list(workspace: Workspace, filter: str) -> None:
    listed = [view.claim.id for view in workspace.claims(filter)]
    by_article = [
        view.claim.id for article in workspace.articles() for view in workspace.claims_of(article.id, filter)
    ]
    assert by_article == listed
    assert workspace.count(filter) == len(listed)


def test_counting_stops_where_it_is_told_to(workspace: Workspace) -> None:
    assert workspace.count("status:pending", most=3) == 3
