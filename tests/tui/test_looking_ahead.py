"""What is done between keys, while nobody waits: the next article is read ahead, and garbage collected."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator import Workspace, decisions
from curator.tui.sitting import Sitting
from curator.tui.tidying import Tidying
from tests.tui.conftest import Opener
from tests.tui.newsroom import BRIDGE, MUSEUM


@pytest.fixture
def sitting(db: Path) -> Iterator[Sitting]:
    with Workspace.open(db, reviewer="ana") as workspace:
        made = Sitting(workspace)
        made.resume()
        yield made


def test_looking_ahead_leaves_one_where_one_stands(sitting: Sitting) -> None:
    before = sitting.view, sitting.claims
    sitting.look_ahead(1)
    assert (sitting.view, sitting.claims) == before
    sitting.look_ahead(-1)
    assert (sitting.view, sitting.claims) == before


def test_the_next_article_is_the_same_whether_or_not_it_was_read_ahead(sitting: Sitting, db: Path) -> None:
    with Workspace.open(db, reviewer="ana") as workspace:
        other = Sitting(workspace)
        other.resume()
        for by in (1, 1, 1, -1, -1, 1):
            sitting.look_ahead(by)
            assert sitting.go_article(by) == other.go_article(by)
            assert sitting.view == other.view


def test_what_was_read_ahead_is_shown_once_and_read_again_by_who_comes_back(sitting: Sitting) -> None:
    sitting.look_ahead(1)
    sitting.go_article(1)
    sitting.step(1)
    sitting.go_article(-1)
    sitting.go_article(1)
    assert sitting.claims is not None
    assert (sitting.view.row, sitting.claims.row) == (0, 0)


def test_what_was_read_ahead_is_read_again_when_something_was_written_since(
    sitting: Sitting, db: Path
) -> None:
    sitting.look_ahead(1)
    with Workspace.open(db, reviewer="tom") as other:
        for view in other.claims():
            if view.claim.text == BRIDGE:
                other.decide(decisions.Reject(view.claim.id))
    assert sitting.go_article(1)
    assert [view.status for view in sitting.view.claims.read if view.claim.text == BRIDGE] == ["rejected"]
    assert sitting.view.progress == sitting.workspace.progress()


def test_what_was_read_ahead_is_not_shown_under_another_filter(sitting: Sitting) -> None:
    sitting.look_ahead(1)
    sitting.show_in(filter="museum")
    sitting.go_article(1)
    assert all("museum" in view.claim.text for view in sitting.view.claims.read)


async def test_the_keys_for_articles_show_what_another_program_wrote_in_between(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("right_square_bracket")
        with Workspace.open(db, reviewer="tom") as other:
            for view in other.claims():
                if view.claim.text == MUSEUM:
                    other.decide(decisions.Confirm(view.claim.id))
        await review.press("right_square_bracket")
        assert review.claim.claim.text == MUSEUM
        assert review.claim.status == "confirmed"


def test_what_nothing_needs_is_let_go_within_some_keys() -> None:
    class Ring:
        def __init__(self) -> None:
            self.itself = self

    threshold = gc.get_threshold()
    tidying = Tidying()
    tidying.begin()
    try:
        rings = [Ring() for _ in range(100)]
        del rings
        for _ in range(10):
            tidying.answered()
        assert not [each for each in gc.get_objects() if type(each) is Ring]
    finally:
        gc.set_threshold(*threshold)
        gc.unfreeze()
