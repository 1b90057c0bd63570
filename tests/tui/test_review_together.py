"""Choosing many claims and deciding them at once, with the keys."""

import sqlite3
from pathlib import Path

import pytest

from curator import Workspace
from curator.tui.widgets.claim_list import ClaimList
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import BRIDGE, HURT, ROAD, Said, Story, fill


def statuses(review: Review) -> list[str]:
    with Workspace.open(review.workspace.path, reviewer="ana") as other:
        return [view.status for view in other.claims()]


async def test_a_range_is_confirmed_at_once_and_one_undo_takes_it_back(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("V", "j", "j")
        assert "3 chosen" in review.shown
        assert "▸+" in review.shown
        await review.press("c")
        assert statuses(review) == ["confirmed"] * 3 + ["pending"] * 6
        assert review.said.startswith("confirmed 3 claims at once")
        assert review.screen.query_one(ClaimList).chosen == frozenset()
        await review.press("u")
        assert statuses(review) == ["pending"] * 9
        await review.press("U")
        assert statuses(review)[:3] == ["confirmed"] * 3


async def test_single_claims_are_chosen_and_rejected_with_a_reason(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("t", "j", "t", "R")
        await review.type("a caption")
        await review.press("enter")
        assert statuses(review)[:4] == ["rejected", "pending", "rejected", "pending"]
        assert review.stored(HURT).reason == "a caption"
        assert review.stored(ROAD).status == "pending"


async def test_a_range_goes_on_in_the_next_article(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "j", "V", "j", "j", "j")
        assert "4 chosen" in review.shown
        await review.press("k", "c")
        assert statuses(review)[:6] == [
            "pending",
            "pending",
            "confirmed",
            "confirmed",
            "confirmed",
            "pending",
        ]


async def test_chosen_claims_are_merged_into_the_one_under_the_cursor(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("t", "t", "k", "m")
        assert review.stored(BRIDGE).canonical_id == review.stored(ROAD).claim.id
        assert review.workspace.log_length() == 1


async def test_escape_chooses_nothing_any_more_and_decides_nothing(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("V", "j", "escape")
        assert "chosen ·" not in review.shown
        await review.press("c")
        assert statuses(review).count("confirmed") == 1


async def test_above_ten_it_is_told_first_and_escape_leaves_it(tmp_path: Path, opened: Opener) -> None:
    path = many(tmp_path, 12)
    async with opened(path) as review:
        await review.press("asterisk", "c")
        assert review.said == "Confirm 12 claims: 12 pending; in 1 article: Post 12"
        await review.press("escape")
        assert statuses(review).count("confirmed") == 0
        assert "12 chosen" in review.shown
        await review.press("c", "enter")
        assert statuses(review) == ["confirmed"] * 12
        await review.press("u")
        assert statuses(review) == ["pending"] * 12


@pytest.mark.parametrize("count", [12, 700])
async def test_undoing_many_goes_back_to_where_one_was_when_they_were_decided(
    tmp_path: Path, opened: Opener, count: int
) -> None:
    async with opened(many(tmp_path, count)) as review:
        await review.press("j", "j", "j")
        home = review.claim.claim.id
        await review.press("asterisk", "c", "enter")
        await decided(review, count)
        for key, confirmed in (("u", 0), ("U", count), ("u", 0)):
            await review.press("k", "k", key)
            await decided(review, confirmed)
            assert review.claim.claim.id == home


async def decided(review: Review, count: int) -> None:
    """Wait until so many claims are confirmed, and the screen has been told."""
    for _ in range(100):
        if review.workspace.progress().confirmed == count and not review.screen.status.behind:
            break
        await review.pilot.pause(0.05)
    await review.pilot.pause(0.1)
    assert review.workspace.progress().confirmed == count


async def test_all_of_a_filter_are_decided_and_no_others(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("speaker:reed")
        await review.press("enter", "asterisk", "r")
        with Workspace.open(db, reviewer="ana") as other:
            assert {view.speaker for view in other.claims("status:rejected")} == {"Tom Reed"}
            assert other.count("status:rejected") == 2


async def test_of_all_that_fit_a_filter_one_is_left_out_and_taken_in_again(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("speaker:vance")
        await review.press("enter", "asterisk", "t")
        assert "3 chosen" in review.shown
        await review.press("t")
        assert "2 chosen" in review.shown
        await review.press("k", "t")
        assert "3 chosen" in review.shown
        await review.press("c")
        with Workspace.open(db, reviewer="ana") as other:
            confirmed = [view.claim.text for view in other.claims("status:confirmed")]
        assert sorted(confirmed) == sorted([BRIDGE, ROAD, HURT])


async def test_leaving_out_the_last_that_fits_leaves_nothing_chosen(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("museum")
        await review.press("enter", "asterisk", "t")
        assert review.said == "Nothing is chosen."
        await review.press("c")
        assert statuses(review).count("confirmed") == 1


async def test_very_many_are_decided_behind_the_screen_which_goes_on(tmp_path: Path, opened: Opener) -> None:
    path = many(tmp_path, 700)
    async with opened(path) as review:
        await review.press("asterisk", "c", "enter")
        await review.press("j")
        for _ in range(100):
            if review.workspace.progress().confirmed:
                break
            await review.pilot.pause(0.05)
        await review.pilot.pause(0.2)
        assert statuses(review) == ["confirmed"] * 700
        assert "confirmed 700 claims at once" in review.said
        await review.press("u")
        for _ in range(100):
            if not review.workspace.progress().confirmed:
                break
            await review.pilot.pause(0.05)
        await review.pilot.pause(0.2)
        assert statuses(review) == ["pending"] * 700


async def test_a_refusal_of_one_leaves_all_as_they_were(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "x", "enter")  # the road reopens, and does not
        await review.press("k", "f")
        await review.type("road")
        await review.press("enter", "asterisk", "m")
        assert review.tone == "refused"
        assert review.workspace.progress().merged == 0


async def test_history_has_one_line_for_what_was_decided_at_once_and_unfolds_it(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("V", "j", "j", "c", "c", "4")
        await review.pilot.pause()
        rows = [line for line in review.shown.splitlines() if "confirmed" in line or "at once" in line]
        assert sum("+ 3 at once" in row for row in rows) == 1
        await review.press("j", "z")
        await review.pilot.pause()
        assert "- 3 at once" in review.shown
        assert len(review.app.screen.query_one("#events").window.rows) == 4  # type: ignore[attr-defined]
        await review.press("z")
        await review.pilot.pause()
        assert "+ 3 at once" in review.shown
        await review.press("u")
        await review.pilot.pause()
        assert review.workspace.progress().confirmed == 1


def many(folder: Path, count: int) -> Path:
    """A database of one article with so many claims."""
    path = folder / "many.db"
    words = [f"claim number {number} of all" for number in range(count)]
    text = "\n".join(f'"{each}," Ann Cole said.' for each in words)
    fill(path, (Story("Many", "Post", "", text, [Said(each, "Ann Cole") for each in words]),))
    assert sqlite3.connect(path).execute("SELECT count(*) FROM claim").fetchone() == (count,)
    return path


@pytest.mark.parametrize("count", [12, 250])
async def test_a_reason_for_many_is_asked_again_with_its_words_when_it_cannot_be_written(
    tmp_path: Path, opened: Opener, count: int
) -> None:
    path = many(tmp_path, count)
    async with opened(path) as review:
        with sqlite3.connect(path) as other:
            other.execute(_TAKES_NO_MORE)
        await review.press("asterisk", "R")
        await review.type("not a claim")
        await review.press("enter", "enter")
        await asked_again(review)
        assert review.screen.field is not None
        assert review.screen.field.value == "not a claim"
        assert review.tone == "failed"
        assert "takes no more" in review.shown
        assert set(statuses(review)) == {"pending"}
        with sqlite3.connect(path) as other:
            other.execute("DROP TRIGGER takes_no_more")
        await review.press("enter", "enter")
        for _ in range(100):
            await review.pilot.pause(0.05)
            if review.workspace.progress().rejected == count:
                break
        with Workspace.open(path, reviewer="ana") as other:
            assert {view.reason for view in other.claims()} == {"not a claim"}
        assert not review.screen.asking


async def asked_again(review: Review) -> None:
    """Wait until a question for words is open."""
    for _ in range(100):
        if review.screen.field is not None:
            return
        await review.pilot.pause(0.05)


_TAKES_NO_MORE = """
CREATE TRIGGER takes_no_more BEFORE INSERT ON decision_event
BEGIN SELECT RAISE(ABORT, 'the disk takes no more'); END
"""
