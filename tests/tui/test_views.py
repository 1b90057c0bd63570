"""Going from view to view."""

from pathlib import Path

import pytest

from curator.tui.messages import AddingEnded
from curator.tui.screens.view import ViewScreen
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import BRIDGE

NUMBERS = {"1": "review", "4": "history", "5": "progress"}


@pytest.mark.parametrize("start", [*NUMBERS])
@pytest.mark.parametrize("goal", [*NUMBERS])
async def test_every_view_is_one_key_from_every_other(
    db: Path, opened: Opener, start: str, goal: str
) -> None:
    async with opened(db) as review:
        await review.press(start, goal)
        assert review.app.screen.id == NUMBERS[goal]
        assert len(review.app.screen_stack) <= 2


async def test_escape_leads_back_to_the_claim_one_came_from(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "4", "5", "escape")
        assert review.app.screen is review.screen
        await review.press("k", "c")
        assert review.stored(BRIDGE).status == "confirmed"


async def test_a_view_can_be_left_for_another_and_come_back_to_often(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press(*"454514541" * 5)
        assert review.app.screen is review.screen


async def test_what_was_said_is_gone_when_one_comes_back_from_another_view(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c")
        assert review.said.startswith("confirmed")
        await review.press("question_mark", "escape")
        assert review.said.startswith("confirmed"), "a page over it is no other view"
        await review.press("2", "m", "3")
        await review.press("1")
        assert review.said == "Does the article really say this?  c yes · r no"
        await review.press("2")
        assert said(review) == ""


async def test_blind_mode_is_not_told_of_in_a_view_that_was_left(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("B")
        assert review.said.startswith("blind: ")
        await review.press("2", "B")
        assert "shown again" in said(review)
        await review.press("escape")
        assert "blind" not in review.said


async def test_every_view_gives_its_standing_hint_again(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "4")
        await review.pilot.pause()
        standing = said(review)
        assert standing.startswith("Undo takes back")
        await review.press("u", "question_mark", "escape")
        assert said(review).startswith("undone: "), "a page over it is no other view"
        await review.press("5", "4")
        await review.pilot.pause()
        assert said(review) == standing


async def test_what_is_said_while_another_view_is_open_is_there_when_one_comes_back(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("4")
        review.screen.adding_ended(AddingEnded("3 articles added with 9 claims", failed=False))
        await review.press("1")
        assert review.said.startswith("3 articles added with 9 claims")


def said(review: Review) -> str:
    assert isinstance(review.app.screen, ViewScreen)
    return review.app.screen.status.said[1]
