"""History: what was decided and when, undoing any of it, and how it was at a moment."""

import time
from pathlib import Path

import pytest

from curator import Workspace, decisions
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import BOATS, BRIDGE, HURT, MUSEUM, NO_DATE, NO_ROAD, ROAD


def decided(db: Path, reviewer: str, *wanted: tuple[str, str]) -> None:
    with Workspace.open(db, reviewer=reviewer) as workspace:
        for words, verdict in wanted:
            claim = next(view for view in workspace.claims() if view.claim.text == words)
            verb = decisions.Confirm if verdict == "confirmed" else decisions.Reject
            workspace.decide(verb(claim.claim.id))


async def looked(review: Review) -> str:
    """What History shows once the details are there too."""
    await review.pilot.pause(0.1)
    return review.shown


def rows(review: Review) -> list[str]:
    """The lines of the log as it is shown."""
    return [entry.claims[0].words for entry in review.app.screen.events.window.rows]  # type: ignore[attr-defined]


SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_newest_decision_comes_first_with_before_and_after(
    db: Path, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(db, size=size) as review:
        await review.press("c", "r", "4")
        shown = await looked(review)
        assert rows(review) == [ROAD, BRIDGE]
        assert "2 in the log" in shown
        assert "rejected by ana" in shown
        assert "pending → rejected" in shown
        await review.press("j")
        assert "pending → confirmed" in await looked(review)


async def test_u_takes_back_the_decision_under_the_cursor_and_no_other(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "r", "4", "j", "u")
        assert review.stored(BRIDGE).status == "pending"
        assert review.stored(ROAD).status == "rejected"
        assert "undone" in review.app.screen.status.said[1]  # type: ignore[attr-defined]
        shown = await looked(review)
        assert "taken back" in shown
        assert "3 in the log" in shown


async def test_undoing_an_undo_brings_the_decision_back(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "4", "u", "g", "u")
        assert review.stored(BRIDGE).status == "confirmed"


async def test_a_decision_that_is_taken_back_is_not_taken_back_again(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "4", "u", "g", "j", "u")
        assert "taken back already" in review.app.screen.status.said[1]  # type: ignore[attr-defined]
        assert review.workspace.log_length() == 2


async def test_what_was_built_on_a_decision_is_shown_before_it_goes(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "4", "escape", "k", "r", "4", "G")
        shown = await looked(review)
        assert "1 later decision on the same claims" in shown
        await review.press("u")
        assert "u again undoes this one" in review.app.screen.status.said[1]  # type: ignore[attr-defined]
        assert review.workspace.log_length() == 2
        await review.press("u")
        assert review.workspace.log_length() == 3


async def test_moving_away_forgets_that_undo_was_asked_for_once(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "4", "escape", "k", "r", "4", "G", "u", "k", "j", "u")
        assert review.workspace.log_length() == 2


async def test_enter_leads_to_the_claim_in_review(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "r", "c", "4", "G", "enter")
        assert review.app.screen is review.screen
        assert review.claim.claim.text == BRIDGE


async def test_what_was_undone_in_history_is_undone_in_review(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "4", "u", "escape")
        assert review.screen.sitting.view.progress.decided == 0
        assert "0/9" in review.shown


async def test_filters_are_typed_and_shown_as_chips_and_dropped_one_by_one(db: Path, opened: Opener) -> None:
    decided(db, "ben", (MUSEUM, "rejected"), (HURT, "confirmed"))
    decided(db, "ana", (BOATS, "rejected"), (BRIDGE, "confirmed"))
    async with opened(db) as review:
        await review.press("4", "f")
        await review.type("reviewer:ben verb:rejected")
        await review.press("enter")
        assert rows(review) == [MUSEUM]
        assert " reviewer:ben  " in review.shown
        assert " verb:reject " in review.shown
        assert "1 of 4 fit" in review.shown
        await review.press("backspace")
        assert rows(review) == [HURT, MUSEUM]
        await review.press("backspace")
        assert len(rows(review)) == 4


async def test_a_filter_that_makes_no_sense_is_refused_and_nothing_changes(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "4", "f")
        await review.type("verb:fly")
        await review.press("enter")
        assert "there is no verb:fly" in review.app.screen.status.said[1]  # type: ignore[attr-defined]
        assert rows(review) == [BRIDGE]


async def test_c_shows_the_story_of_one_claim(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "r", "k", "k", "r", "4", "c")
        assert rows(review) == [BRIDGE, BRIDGE]
        await review.press("c")
        assert len(rows(review)) == 3


async def test_the_past_can_be_looked_at_but_not_changed(db: Path, opened: Opener) -> None:
    decided(db, "ana", (BRIDGE, "confirmed"))
    time.sleep(1.1)
    decided(db, "ana", (HURT, "rejected"))
    async with opened(db) as review:
        await review.press("4", "G", "t", "enter")
        await review.app.workers.wait_for_complete()
        await review.pilot.pause()
        shown = review.shown
        assert "read-only" in shown
        assert "1 of 9 claims were decided" in shown
        assert shown.count("confirmed") >= 2
        assert "rejected" not in shown.split("Claims as they stood")[1].split("0 rejected")[0]
        await review.press("u", "j", "j", "G", "g")
        assert review.workspace.log_length() == 2
        await review.press("escape")
        assert "2 in the log" in review.shown
        assert "read-only" not in review.shown


async def test_the_past_offers_only_the_keys_that_work_there(db: Path, opened: Opener) -> None:
    decided(db, "ana", (BRIDGE, "confirmed"))
    async with opened(db) as review:
        await review.press("4")
        assert "u undo" in review.shown.splitlines()[-1]
        await review.press("t", "enter")
        await review.app.workers.wait_for_complete()
        await review.pilot.pause()
        offered = review.shown.splitlines()[-1]
        assert "t as of" in offered and "Esc" in offered
        assert not [label for label in ("u undo", "f filter", "z unfold", "this claim") if label in offered]
        await review.press("escape")
        assert "u undo" in review.shown.splitlines()[-1]


async def test_enter_in_the_past_leads_to_the_claim_as_it_is_now(db: Path, opened: Opener) -> None:
    decided(db, "ana", (BRIDGE, "confirmed"))
    async with opened(db) as review:
        await review.press("4", "t", "enter")
        await review.app.workers.wait_for_complete()
        await review.pilot.pause()
        await review.press("j", "enter")
        assert review.app.screen is review.screen
        assert review.claim.claim.text == ROAD


async def test_what_is_no_moment_is_refused(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("4", "t")
        await review.type("soon")
        await review.press("enter")
        assert "is no moment" in review.app.screen.status.said[1]  # type: ignore[attr-defined]


async def test_what_others_decide_meanwhile_comes_in(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "4")
        decided(db, "ben", (MUSEUM, "rejected"))
        await review.pilot.pause(1.2)
        assert rows(review) == [MUSEUM, BRIDGE]


async def test_an_empty_log_can_be_looked_at(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("4", "u", "enter", "j", "k", "G", "g", "c", "backspace", "t", "escape")
        assert "No decision" in review.shown
        assert review.app.is_running


async def test_what_is_rare_in_a_long_log_is_found_step_by_step(
    db: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.store.log_pages._SLICE", 2)
    monkeypatch.setattr("curator.store.log_pages._PATIENCE", 0.0)
    decided(db, "ben", (MUSEUM, "rejected"), *[(words, "confirmed") for words in (BRIDGE, HURT, ROAD)] * 5)
    async with opened(db) as review:
        await review.press("4", "f")
        await review.type("verb:reject")
        await review.press("enter")
        for _ in range(20):
            await review.pilot.pause(0.05)
            if "1 of 16 fit" in review.shown:
                break
        assert rows(review) == [MUSEUM]
        assert "1 of 16 fit" in review.shown
        await review.press("u")
        assert review.stored(MUSEUM).status == "pending"


async def test_what_a_decision_settled_besides_is_listed_with_it(db: Path, opened: Opener) -> None:
    with Workspace.open(db, reviewer="ana") as workspace:
        claims = {view.claim.text: view.claim.id for view in workspace.claims()}
        workspace.decide(decisions.Contradict(claims[ROAD], claims[NO_ROAD], "negation"))
        outcome = workspace.decide(decisions.Merge(claims[NO_DATE], claims[NO_ROAD]))
        assert outcome.settled == 1
    async with opened(db, size=(120, 50)) as review:
        await review.press("4")
        await review.pilot.pause(0.1)
        told = review.shown
        assert "1 more pair settled by it" in told
        listed = told.split("1 more pair settled by it")[1]
        assert f"Vance: “{ROAD[:20]}" in listed
        assert f"≠ Lena Holt: “{NO_DATE[:15]}" in listed
        await review.press("j")
        await review.pilot.pause(0.1)
        assert "settled by it" not in review.shown
