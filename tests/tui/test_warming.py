"""Tests for what is got ready behind the first screen: done while it is read, and nothing is shown by it."""

from __future__ import annotations

import sys
from pathlib import Path

import curator.tui.screens
from tests.tui.conftest import Opener

SHEETS = sorted(Path(curator.tui.screens.__file__).parent.glob("*.tcss"))


async def test_the_other_views_are_loaded_and_styled_while_the_first_one_is_read(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        before = review.shown
        for _ in range(50):
            if all(review.app.stylesheet.has_source(str(sheet), "") for sheet in SHEETS):
                break
            await review.pilot.pause(0.1)
        assert all(review.app.stylesheet.has_source(str(sheet), "") for sheet in SHEETS)
        assert "curator.tui.screens.progress" in sys.modules
        assert review.shown == before
        assert review.workspace.log_length() == 0
        for key, title in ("2", "Pair"), ("3", "Claims"), ("4", "Decisions"), ("5", "How far"):
            await review.press(key)
            assert title in review.shown


async def test_a_view_that_is_wanted_before_it_is_ready_does_not_wait(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("5")
        assert "How far" in review.shown


async def test_a_view_come_back_to_shows_what_was_decided_elsewhere_meanwhile(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("3")
        assert "1 says so" not in review.shown
        await review.press("1", "c", "3")
        assert "1 says so" in review.shown
        await review.press("1", "u", "3")
        assert "1 says so" not in review.shown
