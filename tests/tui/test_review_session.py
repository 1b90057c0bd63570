"""Stopping and coming back; two reviewers at once; a database that misbehaves."""

import asyncio
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from curator import Workspace, decisions
from tests.tui.conftest import Opener
from tests.tui.newsroom import BRIDGE, HURT, MUSEUM, ROAD, fill


async def test_the_next_start_stands_at_the_same_claim_in_the_same_order_and_filter(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("o", "f")
        await review.type("kind:quote")
        await review.press("enter", "c", "q")
        stood = review.claim.claim.id
    async with opened(db) as review:
        session = review.screen.sitting.view.session
        assert (review.claim.claim.id, session.order, session.filter) == (
            stood,
            "contradictions",
            "kind:quote",
        )
        assert "Welcome back: 1 of 9" in review.said


async def test_mere_movement_is_remembered_a_moment_later(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "j")
        await review.pilot.pause(0.3)
        assert review.workspace.session().claim_id == review.claim.claim.id
    async with opened(db) as review:
        assert review.claim.claim.text == HURT


async def test_each_reviewer_has_a_place_of_their_own(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "j", "c")
    async with opened(db, reviewer="ben") as review:
        assert review.claim.claim.text == BRIDGE


async def test_another_reviewer_s_decision_appears_without_a_restart(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        with Workspace.open(db, reviewer="ben") as other:
            other.decide(decisions.Confirm(review.claim.claim.id))
        await review.pilot.pause(1.2)
        assert "1/9" in review.shown
        assert review.claim.status == "confirmed"
        assert review.claim.claim.text == BRIDGE


async def test_an_article_added_meanwhile_appears(tmp_path: Path, opened: Opener, filled: Path) -> None:
    path = tmp_path / "empty.db"
    Workspace.open(path, reviewer="ana").close()
    async with opened(path) as review:
        assert "curator add" in review.said
        await review.press("c", "j", "m", "x", "a", "e", "n", "slash", "escape", "u")
        with Workspace.open(path, reviewer="ben") as other:
            other.add([filled])
        await review.pilot.pause(1.2)
        assert review.screen.sitting.view.progress.total == 9
        await review.press("c")
        assert "1/9" in review.shown


@pytest.mark.parametrize("lock", ["EXCLUSIVE", "IMMEDIATE"])
async def test_keys_wait_in_order_while_another_program_writes_and_the_screen_does_not(
    db: Path, opened: Opener, lock: str
) -> None:
    async with opened(db) as review:
        holder = sqlite3.connect(db, isolation_level=None)
        holder.execute(f"BEGIN {lock}")
        before = time.monotonic()
        await review.press("c", "c", "r")
        assert time.monotonic() - before < 0.8
        await review.pilot.pause(0.5)
        assert "Another program" in review.said
        assert "3 keys wait" in review.said
        holder.execute("ROLLBACK")
        holder.close()
        await review.pilot.pause(0.4)
        assert [review.stored(words).status for words in (BRIDGE, ROAD, HURT)] == [
            "confirmed",
            "confirmed",
            "rejected",
        ]
        assert review.said.startswith("rejected")


async def test_keys_that_wait_no_longer_than_a_moment_are_done_without_a_word(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        holder = sqlite3.connect(db, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        await review.press("c", "c")
        holder.execute("ROLLBACK")
        holder.close()
        await review.pilot.pause(0.3)
        assert review.said.startswith("confirmed")
        assert [review.stored(words).status for words in (BRIDGE, ROAD)] == ["confirmed", "confirmed"]


async def test_what_was_typed_before_leaving_is_done_where_the_file_is_free_soon(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        holder = sqlite3.connect(db, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        await review.press("c")
        asyncio.get_running_loop().call_later(0.1, holder.execute, "ROLLBACK")
        await review.press("q")
        await review.pilot.pause(0.2)
        holder.close()
        assert review.stored(BRIDGE).status == "confirmed"


async def test_escape_forgets_the_keys_that_wait_and_moving_goes_on_meanwhile(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        holder = sqlite3.connect(db, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        await review.press("j")
        assert review.claim.claim.text == ROAD
        await review.press("c", "escape")
        assert "nothing was decided" in review.said
        holder.execute("ROLLBACK")
        holder.close()
        await review.pilot.pause(0.3)
        assert review.stored(ROAD).status == "pending"


async def test_a_deleted_database_is_written_back_with_one_key(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press("c")
        db.unlink()
        await review.press("c", "j", "u")
        assert review.tone == "failed"
        shown = " ".join(review.shown.replace("\n", " ").split())
        assert "W saves what is open here and goes on" in shown
        await review.press("W")
        assert review.tone == "done"
        assert review.stored(BRIDGE).status == "confirmed"
        await review.press("c", "u")
        assert review.stored(BRIDGE).status == "confirmed"
        await review.press("c")
        assert review.screen.sitting.view.progress.decided == 2


async def test_every_view_goes_on_after_a_deleted_database_was_written_back(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "c", "4", "1", "2", "3", "5", "1")
        db.unlink()
        await review.press("c", "W", "4", "end", "home", "u")
        assert review.stored(BRIDGE).status == "confirmed"
        assert review.workspace.progress().decided == 1
        await review.press("2", "n", "d", "3", "j", "5", "j", "1")
        assert "closed database" not in review.shown


async def test_a_deleted_database_is_noticed_at_rest_and_written_back_at_the_end(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("c")
        db.unlink()
        await review.pilot.pause(1.2)
        assert "was deleted" in review.said
        await review.press("q")
        await review.pilot.pause()
    with Workspace.open(db, reviewer="ana", create=False) as again:
        assert again.progress().confirmed == 1


async def test_when_nothing_can_be_written_back_leaving_says_so_first(
    tmp_path: Path, db: Path, opened: Opener
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "news.db"
    shutil.move(db, path)
    async with opened(path) as review:
        await review.press("c")
        shutil.rmtree(folder)
        await review.press("q")
        assert review.app.is_running
        assert "leave once more" in review.said
        await review.press("q")
        await review.pilot.pause()
        assert not review.app.is_running


async def test_a_replaced_database_is_opened_and_the_old_one_kept_beside_it(
    db: Path, opened: Opener, filled: Path
) -> None:
    async with opened(db) as review:
        await review.press("c")
        db.unlink()
        shutil.copy(filled, db)
        await review.press("c")
        assert "was replaced" in review.said
        await review.press("W")
        assert review.stored(BRIDGE).status == "pending"
        assert "kept as" in review.said
    (kept,) = db.parent.glob("news.rescued-*.db")
    with Workspace.open(kept, reviewer="ana") as old:
        assert old.progress().confirmed == 1


async def test_a_read_only_database_can_be_read(db: Path, opened: Opener) -> None:
    connection = sqlite3.connect(db)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    async with opened(db) as review:
        await review.press("c", "j", "j")
        assert review.claim.claim.text == HURT
        assert review.app.is_running
        await review.press("c")
        assert review.tone == "failed"


async def test_paths_are_added_behind_the_screen(tmp_path: Path, opened: Opener, filled: Path) -> None:
    path = tmp_path / "new.db"
    async with opened(path, paths=(str(filled),)) as review:
        for _ in range(40):
            if review.screen.sitting.view.article is not None and not review.screen.status.behind:
                break
            await review.pilot.pause(0.1)
        assert review.said == "3 articles added with 9 claims. Does the article say this?  c yes · r no"
        await review.press("c")
        assert "1/9" in review.shown


async def test_what_cannot_be_read_is_said_and_the_rest_goes_in(
    tmp_path: Path, opened: Opener, filled: Path
) -> None:
    path = tmp_path / "new.db"
    async with opened(path, paths=(str(filled), str(tmp_path / "nowhere.txt"))) as review:
        for _ in range(40):
            if review.tone == "failed":
                break
            await review.pilot.pause(0.1)
        assert "nowhere.txt" in review.said
        assert review.screen.sitting.view.progress.total == 9


async def test_a_session_at_a_claim_that_is_gone_starts_at_the_first(tmp_path: Path, opened: Opener) -> None:
    from dataclasses import replace

    from tests.tui.newsroom import STORIES

    path = tmp_path / "news.db"
    fill(path, STORIES[2:])
    with Workspace.open(path, reviewer="ana") as workspace:
        workspace.save_session(replace(workspace.session(), claim_id="0" * 32))
    async with opened(path) as review:
        assert review.claim.claim.text == MUSEUM


async def test_the_first_hint_is_whole_on_a_small_window_while_work_goes_on(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        review.screen.status.behind = "matching claims 0"
        await review.pilot.pause()
        assert review.said in review.shown
        assert review.said.endswith("all keys")


async def test_keys_pressed_after_the_one_that_leaves_decide_nothing_and_open_nothing(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("c", "q", "c", "2", "escape", "c")
    assert review.app.return_code == 0
    with Workspace.open(db, reviewer="ana") as workspace:
        assert workspace.progress().decided == 1
