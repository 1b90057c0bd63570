"""Who says a claim: all their names on one page, joined and taken apart; and what a claim is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator import Workspace, decisions
from curator.tui.screens.details import DetailsScreen
from curator.tui.screens.review import ReviewScreen
from curator.tui.screens.speaker import FindSpeakerScreen, SpeakerScreen
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import MUSEUM

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24)])


@pytest.fixture
def db(db: Path) -> Path:
    """The database with one mayor under two names, and a claim that nobody is named for."""
    with Workspace.open(db, reviewer="maker") as workspace:
        _, second, *_, last = workspace.claims()
        workspace.decide(decisions.Edit(second.claim.id, speaker="Vance"))
        workspace.decide(decisions.Edit(last.claim.id, speaker=""))
    return db


def names(db: Path) -> list[list[str]]:
    """The names of every speaker, as another program sees them."""
    with Workspace.open(db) as other:
        return [sorted(form.name for form in speaker.forms) for speaker in other.speakers()]


async def at_speaker(review: Review) -> SpeakerScreen:
    """The page of the first claim's speaker."""
    await review.press("p")
    assert isinstance(review.app.screen, SpeakerScreen)
    return review.app.screen


@SIZES
async def test_a_key_opens_the_speaker_with_their_names_and_articles(
    db: Path, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(db, size=size) as review:
        screen = await at_speaker(review)
        speaker = review.workspace.speaker(review.claim.speaker)
        shown = [line.name for line in screen.list.lines if not line.article_id]
        assert shown == [form.name for form in speaker.forms]
        assert speaker.name in review.shown
        await review.press("escape")
        assert isinstance(review.app.screen, ReviewScreen)


async def test_two_speakers_are_merged_by_typing_and_taken_apart_again_by_undo(
    db: Path, opened: Opener
) -> None:
    before = names(db)
    async with opened(db) as review:
        screen = await at_speaker(review)
        mine = review.workspace.speaker(review.claim.speaker).name
        other = next(s.name for s in review.workspace.speakers() if s.name != mine)
        await review.press("m")
        assert isinstance(review.app.screen, FindSpeakerScreen)
        await review.type(other.split()[-1])
        await review.pilot.pause(0.1)
        await review.press("enter")
        assert any({mine, other} <= set(group) for group in names(db))
        assert other in str(screen.list.title)
        await review.press("u")
        assert names(db) == before


async def test_a_name_is_split_off_under_the_cursor(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await at_speaker(review)
        mine = review.workspace.speaker(review.claim.speaker)
        assert len(mine.forms) > 1
        await review.press("S")
        assert [review.claim.speaker] in names(db)
        await review.press("u")
        assert sorted(form.name for form in mine.forms) in names(db)
        await review.press("escape", "u")
        assert "nothing to undo" in review.said


async def test_enter_shows_only_this_speakers_claims(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await at_speaker(review)
        await review.press("enter")
        assert isinstance(review.app.screen, ReviewScreen)
        known_as = review.workspace.speaker(review.claim.speaker).name
        assert review.screen.sitting.view.session.filter == f'speaker:"{known_as}"'
        assert {view.speaker_name for view in review.screen.sitting.view.claims.read} == {known_as}


async def test_a_claim_of_nobody_has_no_speaker_to_open(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.stand_at(MUSEUM)
        await review.press("p")
        assert isinstance(review.app.screen, ReviewScreen)
        assert "nobody is named" in review.said


@SIZES
async def test_the_page_of_a_claim_says_who_found_it_and_where_its_parts_stand(
    db: Path, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(db, size=size) as review:
        await review.press("i")
        assert isinstance(review.app.screen, DetailsScreen)
        shown = review.shown
        for name in ("found by", "speaker", "cue", "said as"):
            assert name in shown
        assert review.claim.claim.id in shown
        await review.press("escape")
        assert isinstance(review.app.screen, ReviewScreen)


async def test_speaker_and_cue_of_the_selected_claim_stand_out_without_colour(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        ink = review.screen.query_one("#article").ink  # type: ignore[attr-defined]
        speaker, cue = ink.speaker.without_color, ink.cue.without_color
        plain = ink.prose.without_color
        assert len({str(speaker), str(cue), str(plain)}) == 3
