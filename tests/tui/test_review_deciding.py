"""Every verb of the review screen, by its key, seen on the screen and found in the file."""

import json
from pathlib import Path

import pytest

from curator.models import CuratorError
from curator.review.decisions import Note
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import (
    BOATS,
    BRIDGE,
    HURT,
    MORE_BOATS,
    MUSEUM,
    NO_DATE,
    NO_ROAD,
    ROAD,
    STORIES,
    Said,
    Story,
    fill,
)


async def test_c_confirms_and_goes_on_to_the_next_claim(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        assert review.claim.claim.text == BRIDGE
        await review.press("c")
        assert review.stored(BRIDGE).status == "confirmed"
        assert review.claim.claim.text == ROAD
        assert review.said.startswith("confirmed")
        assert "1/9" in review.shown


async def test_r_rejects_at_once(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("r")
        assert review.stored(BRIDGE).status == "rejected"
        assert review.claim.claim.text == ROAD


async def test_a_verdict_that_one_gave_before_is_not_written_once_more(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "k", "c")
        assert "confirmed by you already" in review.said
        assert len(list(review.workspace.log())) == 1
        await review.press("u")
        assert review.stored(BRIDGE).status == "pending"
        await review.press("r", "k", "r")
        assert "rejected by you already" in review.said
        await review.press("k", "R")
        await review.type("not there")
        await review.press("enter")
        assert review.stored(BRIDGE).reason == "not there"


async def test_capital_r_rejects_with_a_reason_that_is_kept(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("R")
        await review.type("no claim at all")
        await review.press("enter")
        assert (review.stored(BRIDGE).status, review.stored(BRIDGE).reason) == ("rejected", "no claim at all")
        assert review.claim.claim.text == ROAD


async def test_escape_leaves_a_question_and_changes_nothing(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("R", "x", "escape")
        assert review.stored(BRIDGE).status == "pending"
        assert review.claim.claim.text == BRIDGE
        await review.press("c")
        assert review.stored(BRIDGE).status == "confirmed"


async def test_s_puts_a_claim_off_until_the_others_are_done(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("s")
        assert review.claim.claim.text == ROAD
        assert review.stored(BRIDGE).skipped
        await review.press(*"cccccccc")
        assert review.claim.claim.text == BRIDGE


async def test_m_joins_an_undecided_duplicate_and_stays_to_be_confirmed(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("m")
        assert review.stored(BRIDGE, 1).status == "merged"
        assert review.stored(BRIDGE, 1).canonical_id == review.claim.claim.id
        assert review.claim.claim.text == BRIDGE
        assert review.claim.status == "pending"
        await review.press("c")
        assert review.stored(BRIDGE).status == "confirmed"


async def test_m_asks_once_more_where_the_pair_is_proposed_as_a_contradiction(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("j", "m")
        assert review.workspace.log_length() == 0
        assert review.tone == "question"
        assert review.said.startswith("m again joins the two, proposed as ≠ contradicts?")
        await review.press("J", "m")
        assert review.workspace.log_length() == 0, "what was asked of one pair is no answer for another"
        await review.press("m")
        assert review.workspace.log_length() == 1


async def test_what_was_asked_of_a_pair_is_asked_again_after_something_else_was_said(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("j", "m", "escape", "m")
        assert review.workspace.log_length() == 0
        assert review.tone == "question"


async def test_m_joins_the_current_claim_to_a_decided_one_and_goes_on(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c")
        await review.stand_at(BRIDGE)
        first = review.stored(BRIDGE).claim.id
        await review.press("m")
        second = review.stored(BRIDGE, 1)
        assert (second.status, second.canonical_id) == ("merged", first)
        assert review.claim.claim.text != BRIDGE


@pytest.mark.parametrize(
    ("key", "kind"), [("n", "negation"), ("b", "number"), ("t", "time"), ("o", "other"), ("a", "attribution")]
)
async def test_x_and_one_key_say_how_two_claims_contradict_each_other(
    db: Path, opened: Opener, key: str, kind: str
) -> None:
    async with opened(db) as review:
        await review.stand_at(BOATS)
        await review.press("x", key)
        related = [r for r in review.workspace.related(review.claim.claim.id) if r.relation == "contradicts"]
        assert [(r.claim.claim.text, r.contradiction_type) for r in related] == [(MORE_BOATS, kind)]
        assert review.claim.claim.text == BOATS


async def test_enter_takes_the_type_that_the_evidence_suggests(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.stand_at(BOATS)
        await review.press("x")
        assert "Enter: number" in review.said
        await review.press("enter")
        related = review.workspace.related(review.claim.claim.id)
        assert [r.contradiction_type for r in related if r.relation == "contradicts"] == ["number"]


@pytest.mark.parametrize("view", ["1", "2"])
@pytest.mark.parametrize("key", ["u", "escape"])
async def test_a_key_that_takes_back_leaves_how_two_contradict_each_other_undecided(
    db: Path, opened: Opener, view: str, key: str
) -> None:
    async with opened(db) as review:
        await review.press("j", view, "x", key)
        assert review.workspace.log_length() == 0
        assert not review.screen.asking
        await review.press("x", "b")
        assert review.workspace.log_length() == 1
        (event,) = review.workspace.log()
        assert json.loads(event.payload)["type"] == "number"


async def test_d_dismisses_the_highlighted_pair_for_good(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.stand_at(ROAD)
        dismissed = review.screen.sitting.view.highlighted
        assert dismissed is not None
        await review.press("d")
        pairs = {r.claim.claim.id: r.relation for r in review.workspace.related(review.claim.claim.id)}
        assert pairs.get(dismissed.claim.claim.id, "unrelated") == "unrelated"
        candidates = review.workspace.candidates(claim_id=review.claim.claim.id)
        assert dismissed.claim.claim.id not in {i for c in candidates for i in (c.left_id, c.right_id)}


async def test_capital_s_takes_a_claim_out_of_its_cluster(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("m")
        await review.press("enter")
        assert review.claim.status == "merged"
        await review.press("S")
        assert review.stored(BRIDGE, 1).status == "pending"
        assert review.stored(BRIDGE, 1).canonical_id == review.stored(BRIDGE, 1).claim.id


async def test_capital_c_makes_a_member_the_canonical_claim(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("m", "enter", "C")
        assert review.stored(BRIDGE, 0).canonical_id == review.stored(BRIDGE, 1).claim.id


async def test_n_keeps_a_note(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("n")
        await review.type("call the mayor")
        await review.press("enter")
        assert review.stored(BRIDGE).notes == ("call the mayor",)
        assert "call the mayor" in review.shown


async def test_an_empty_note_is_not_kept(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("n", "enter")
        assert review.stored(BRIDGE).notes == ()


async def test_undo_without_end_comes_back_to_where_it_was_decided(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "r", "c", "s")
        await review.press("u", "u", "u", "u")
        assert review.claim.claim.text == BRIDGE
        assert {view.status for view in review.workspace.claims()} == {"pending"}


async def test_undoing_a_merge_or_a_note_stands_where_it_was_decided(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        home = review.claim.claim.id
        await review.press("m", "u")
        assert review.claim.claim.id == home
        await review.press("U")
        assert review.claim.claim.id == home
        await review.press("j", "j", "u")
        assert review.claim.claim.id == home
        await review.press("n", "x", "enter", "u")
        assert review.claim.claim.id == home
        await review.press("m")
    async with opened(db) as review:
        await review.press("u")
        assert review.claim.claim.id == home


async def test_merging_two_equal_quotations_names_the_outlet_of_each(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("m")
        first, second = (story.publisher for story in STORIES[:2])
        assert review.said.startswith("merged: ")
        assert f"(in {first})" in review.said
        assert f"(in {second})" in review.said
        await review.press("u")
        assert f"(in {first})" in review.said


async def test_redo_decides_again(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "r", "u", "u", "U", "ctrl+r")
        assert review.stored(BRIDGE).status == "confirmed"
        assert review.stored(ROAD).status == "rejected"


async def test_undo_goes_on_after_a_restart(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("c", "r", "c")
    async with opened(db) as review:
        await review.press("u", "u", "u")
        assert {view.status for view in review.workspace.claims()} == {"pending"}


async def test_undoing_nothing_is_said_and_harms_nothing(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("u")
        assert review.tone == "failed"
        assert "undo" in review.said or "take back" in review.said
        await review.press("c")
        assert review.stored(BRIDGE).status == "confirmed"


async def highlight(review: Review, words: str) -> None:
    """Move the highlight in the related list until it is on these words."""
    await review.press(*["K"] * 9)
    for _ in range(9):
        highlighted = review.screen.sitting.view.highlighted
        if highlighted is not None and highlighted.claim.claim.text == words:
            return
        await review.press("J")
    raise AssertionError(f"{words!r} is not related to {review.claim.claim.text!r}")


async def test_a_refused_decision_shows_the_decisions_that_stand_against_it(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.stand_at(ROAD)
        await highlight(review, NO_ROAD)
        await review.press("x", "n")
        await highlight(review, NO_DATE)
        await review.press("m", "m")
        await review.stand_at(NO_DATE)
        await highlight(review, NO_ROAD)
        await review.press("m")
        assert review.tone == "refused"
        assert "these contradict each other" in review.shown
        assert "these say the same" in review.shown
        assert review.stored(NO_ROAD).status == "pending"
        await review.press("escape")
        await review.press("c")
        assert review.stored(NO_ROAD).status == "pending"


async def test_two_reviewers_who_differ_make_a_claim_disputed_until_it_is_adjudicated(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("c")
    async with opened(db, reviewer="ben") as review:
        await review.press("k")
        await review.stand_at(BRIDGE)
        await review.press("r")
        assert review.stored(BRIDGE).status == "disputed"
        assert "disputed" in review.shown
        await review.press("k")
        await review.stand_at(BRIDGE)
        at = review.claim.decided_at[:10]
        card = review.shown
        assert f"ana confirmed {at}" in card
        assert f"ben rejected {at}" in card
        await review.press("A")
        assert f"ana confirmed {at}" in review.said
        await review.press("r")
        assert review.stored(BRIDGE).status == "rejected"


async def test_all_decided_is_said_with_what_comes_next(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press(*"ccccccccc")
        assert "All 9 claims are decided" in review.said
        assert "3 likely pairs are open: 2 goes through them" in review.said
        assert "curator export" not in review.said
        await review.press("j", "k", "m")
        assert review.app.is_running


async def test_when_nothing_at_all_is_left_the_export_is_named(tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "one.db"
    fill(path, STORIES[2:])
    async with opened(path) as review:
        await review.press("c")
        assert "curator export" in review.said


async def test_what_does_not_apply_is_said_in_a_line_before_anything_is_asked(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        for key in "SCA":
            await review.press(key)
            assert review.app.screen is review.screen
            assert not review.screen.asking
            assert review.tone == "hint"
        await review.press("m", "C")
        assert "already" in review.said
        assert review.workspace.log_length() == 1


async def test_a_refusal_lets_q_leave(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.stand_at(ROAD)
        await highlight(review, NO_ROAD)
        await review.press("x", "n")
        await highlight(review, NO_ROAD)
        await review.press("m")
        assert review.tone == "refused"
        assert review.app.screen is not review.screen
        await review.press("q")
        await review.pilot.pause()
        assert not review.app.is_running


async def test_every_claim_is_met_once(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        met = []
        for _ in range(9):
            met.append(review.claim.claim.id)
            await review.press("c")
        assert len(set(met)) == 9
        assert review.stored(HURT).status == review.stored(MUSEUM).status == "confirmed"
        assert review.stored(NO_ROAD).status == "confirmed"


async def test_escape_takes_back_a_key_that_waits_to_be_pressed_again(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press("x")
        assert "x again sets this claim against the highlighted one" in review.said
        await review.press("escape")
        assert review.said == "Nothing changed."


async def test_a_long_name_is_cut_with_a_sign_that_it_goes_on(tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "long.db"
    name = "Centre for the Reconciliation of Opposing Sides in the North"
    text = f'{name} said: "It is over."\n'
    fill(path, [Story("Over", "", "", text, (Said("It is over", name),))])
    async with opened(path) as review:
        await review.press("n")
        await review.type("why")
        await review.press("enter")
        assert "Centre for the Reconciliation of Opposing Sides…, “It is over”" in review.said


async def test_what_was_typed_stays_in_the_prompt_when_the_disk_is_full(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        _fill_the_disk(review)
        claim = review.claim.claim.id
        noted = len(review.workspace.claim(claim).notes)
        await review.press("n")
        await review.type("Ask the ministry")
        await review.press("enter")
        assert "Ask the ministry" in review.shown
        assert review.tone == "failed"
        assert "is full; free" in review.shown
        assert len(review.workspace.claim(claim).notes) == noted
        review.workspace._store.database.rows("PRAGMA max_page_count = 100000")
        await review.press("enter")
        assert review.workspace.claim(claim).notes[-1] == "Ask the ministry"
        assert not review.screen.asking


async def test_escape_leaves_an_answer_that_could_not_be_written(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        _fill_the_disk(review)
        before = review.workspace.log_length()
        await review.press("n")
        await review.type("Ask the ministry")
        await review.press("enter", "escape")
        assert not review.screen.asking
        assert review.said == "Nothing changed."
        assert review.workspace.log_length() == before


async def test_a_reason_that_was_refused_can_be_read_again_after_the_refusal(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("m")
        await review.stand_at(BRIDGE)
        await review.press("R")
        await review.type("not said")
        await review.press("enter", "escape")
        assert review.screen.field is not None
        assert review.screen.field.value == "not said"


def _fill_the_disk(review: Review) -> None:
    """Leave no room for another note in the database that the screen writes to."""
    database = review.workspace._store.database
    database.rows(f"PRAGMA max_page_count = {database.one('PRAGMA page_count')[0]}")
    for words in ("words " * 500, "Ask the ministry"):
        with pytest.raises(CuratorError, match="is full"):
            for _ in range(500):
                review.workspace.decide(Note(review.claim.claim.id, words))
