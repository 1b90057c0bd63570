"""Progress: what is done and left, how fast, how sure; and the ways from there back to the claims."""

from pathlib import Path

import pytest

from curator import Workspace, decisions
from curator.models import Refused
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import BOATS, BRIDGE, HURT, MORE_BOATS, MUSEUM


async def counted(review: Review) -> str:
    """What Progress shows once everything is counted."""
    await review.press("5")
    await settled(review)
    return review.shown


async def settled(review: Review) -> None:
    await review.app.workers.wait_for_complete()
    await review.pilot.pause()


def decided(db: Path, reviewer: str, *wanted: tuple[str, str]) -> None:
    with Workspace.open(db, reviewer=reviewer) as workspace:
        for words, verdict in wanted:
            claim = next(view for view in workspace.claims() if view.claim.text == words)
            verb = decisions.Confirm if verdict == "confirmed" else decisions.Reject
            workspace.decide(verb(claim.claim.id))


SIZES = [(80, 24), (100, 30), (120, 40), (200, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_is_done_is_told_at_every_size(db: Path, opened: Opener, size: tuple[int, int]) -> None:
    decided(db, "ana", (BRIDGE, "confirmed"), (HURT, "rejected"))
    async with opened(db, size=size) as review:
        shown = await counted(review)
        assert "2 of 9 claims decided" in shown
        assert "22 %" in shown
        assert "✓ 1 confirmed" in shown
        assert "✗ 1 rejected" in shown
        assert "○ 7 open" in shown
        assert "2/6" in shown  # quotes
        assert "0/3" in shown  # paraphrases
        assert "2/4" in shown
        assert "Harbour Post" in shown


async def test_tab_leads_through_all_panes_on_a_narrow_terminal(db: Path, opened: Opener) -> None:
    decided(db, "ana", (BRIDGE, "confirmed"))
    async with opened(db, size=(80, 24)) as review:
        await counted(review)
        await review.press("tab")
        assert "Maria Vance" in review.shown
        await review.press("tab")
        assert "Do reviewers agree?" in review.shown
        await review.press("tab")
        assert "1 decision in the last hour" in review.shown
        await review.press("tab")
        assert "Harbour Post" in review.shown


async def test_speakers_and_outlets_show_their_verdicts(db: Path, opened: Opener) -> None:
    decided(db, "ana", (BRIDGE, "confirmed"), (HURT, "rejected"), (MUSEUM, "rejected"))
    async with opened(db) as review:
        assert _after(await counted(review), "Maria Vance").split("│")[0].split()[-2:] == ["✓1", "✗1"]
        await review.press("o")
        assert _after(review.shown, "│  City Wire").split("│")[0].split()[-1:] == ["✗1"]


def _after(shown: str, words: str) -> str:
    return shown.split(words, 1)[1].splitlines()[0]


async def test_two_reviewers_agreement_is_cohen_s_kappa(db: Path, opened: Opener) -> None:
    decided(db, "ana", (BRIDGE, "confirmed"), (HURT, "rejected"), (MUSEUM, "confirmed"), (BOATS, "rejected"))
    decided(db, "ben", (BRIDGE, "confirmed"), (HURT, "rejected"), (MUSEUM, "rejected"), (BOATS, "rejected"))
    async with opened(db, size=(200, 50)) as review:
        shown = await counted(review)
        assert "ana and ben  3 of 4 the same  κ 0.50" in shown
        assert "Krippendorff" not in shown


async def test_three_reviewers_agreement_is_also_krippendorff_s_alpha(db: Path, opened: Opener) -> None:
    for reviewer in ("ana", "ben", "cleo"):
        decided(db, reviewer, (BRIDGE, "confirmed"), (HURT, "rejected"))
    async with opened(db, size=(200, 50)) as review:
        assert "all 3 on 2 claims  α 1.00" in await counted(review)


async def test_of_too_few_judged_proposals_nothing_is_concluded(db: Path, opened: Opener) -> None:
    async with opened(db, size=(200, 50)) as review:
        shown = await counted(review)
        assert "0 proposed contradictions found, 3 open" in shown
        assert "too few judged to say more (0 of at least 10)" in shown
        assert "open: as the weights propose now; learning changes that" in shown


async def test_what_others_decide_meanwhile_is_counted(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await counted(review)
        decided(db, "ben", (MORE_BOATS, "confirmed"))
        await review.pilot.pause(1.2)
        await settled(review)
        assert "1 of 9 claims decided" in review.shown


async def test_enter_on_an_article_leads_to_what_is_left_in_it(db: Path, opened: Opener) -> None:
    decided(db, "ana", (BRIDGE, "confirmed"))
    async with opened(db) as review:
        await counted(review)
        await review.press("j", "enter")
        assert review.app.screen is review.screen
        assert review.claim.claim.article_id == review.stored(MORE_BOATS).claim.article_id
        assert review.claim.status == "pending"


async def test_enter_on_a_speaker_shows_the_claims_of_theirs(db: Path, opened: Opener) -> None:
    decided(db, "ana", (BOATS, "confirmed"))
    async with opened(db) as review:
        await counted(review)
        await review.press("tab", "enter")
        assert review.screen.sitting.view.session.filter == 'speaker:"Tom Reed"'
        assert review.claim.speaker == "Tom Reed"


async def test_the_lists_hold_still_at_their_edges(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await counted(review)
        await review.press("G", "j", "j", "pagedown", "end", "g", "k", "pageup", "tab", "j", "tab", "j", "k")
        assert review.app.is_running


async def test_an_empty_database_says_what_to_do(tmp_path: Path, opened: Opener) -> None:
    async with opened(tmp_path / "empty.db") as review:
        assert "No claims yet" in await counted(review)


async def test_names_from_outside_cannot_steer_the_terminal(tmp_path: Path, opened: Opener) -> None:
    from tests.tui.newsroom import Said, Story, fill

    words, speaker = "The mill burned down", "Eve\x1b]52;c;aGk=\x07[@click=app.quit]X[/]"
    text = f'"{words}," {speaker} said.\n'
    fill(tmp_path / "hostile.db", [Story(f"{speaker}\n", speaker, "2024", text, [Said(words, speaker)])])
    decided(tmp_path / "hostile.db", "ben", (words, "confirmed"))
    async with opened(tmp_path / "hostile.db") as review:
        shown = await counted(review)
        assert "\x1b" not in shown
        assert "Eve␛]52" in shown


def test_figures_never_hold_up_a_decision(db: Path) -> None:
    decided(db, "ben", (BRIDGE, "confirmed"))
    with (
        Workspace.open(db, reviewer="ana") as reading,
        Workspace.open(db, reviewer="ben", timeout=0) as other,
    ):
        steps = [reading.tallied(), iter([reading.unfound("same")])]
        for stream in steps:
            next(stream)
            claim = next(view for view in other.claims() if view.status == "pending")
            try:
                other.decide(decisions.Confirm(claim.claim.id))
            except Refused as refused:  # pragma: no cover - a conflict is no lock
                raise AssertionError from refused
