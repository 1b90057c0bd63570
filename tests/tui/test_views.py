"""Going from view to view."""

from pathlib import Path

import pytest

from tests.tui.conftest import Opener
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
