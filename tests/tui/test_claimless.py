"""An article in which no claim was found can be opened, read, left, and given a claim."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import BOATS, PAIRS, STORIES, Story, fill

GREETING = "Nothing happened in Bray on Tuesday."


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Three articles with claims, and between the first two one without."""
    path = tmp_path / "claimless.db"
    quiet = Story("A quiet day", "Bray News", "2023-06-06", f"A quiet day\n\n{GREETING}\n", ())
    first, *others = STORIES
    moved = [((a + (a > 0), b), (c + (c > 0), d), *rest) for (a, b), (c, d), *rest in PAIRS]
    fill(path, [replace(first), quiet, *others], moved)  # type: ignore[arg-type]
    return path


async def find_it(review: Review, words: str = "quiet") -> None:
    await review.press("slash")
    await review.type(words)
    await review.pilot.pause(0.4)
    await review.press("enter")


async def test_it_is_found_and_shown_with_nothing_to_decide(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await find_it(review)
        article = review.screen.sitting.view.article
        assert article is not None
        assert article.title == "A quiet day"
        assert GREETING in review.shown
        assert "No claims here.  a adds one, Backspace goes back" in review.shown
        footer = review.shown.splitlines()[-1]
        assert "a add" in footer
        assert "c confirm" not in footer
        await review.press("c")
        assert "no claim was found in this article" in review.said
        assert review.workspace.progress().decided == 0


async def test_the_key_that_goes_back_leads_to_the_claim_before(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "j")
        before = review.claim
        await find_it(review)
        await review.press("backspace")
        assert review.claim == before


async def test_a_claim_that_is_added_there_is_stood_at_and_its_undo_leaves_the_article_open(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await find_it(review, "happened")
        await review.press("a", "enter")
        await review.press("enter")
        assert review.claim.claim.text == GREETING
        assert review.claim.status == "confirmed"
        assert review.stored(review.claim.claim.text).status == "confirmed"
        await review.press("u")
        article = review.screen.sitting.view.article
        assert article is not None
        assert article.title == "A quiet day"
        assert not review.screen.sitting.view.claims


@pytest.mark.parametrize(
    ("keys", "outlet", "place"),
    [
        *((keys, "Valley Times", 0) for keys in ("full_stop", "escape j", "g a", "c g u")),
        *((keys, "Harbour Post", -1) for keys in ("comma", "escape k")),
        ("g p", "Harbour Post", 0),
    ],
)
async def test_going_on_and_back_leads_to_the_articles_around_it(
    db: Path, opened: Opener, keys: str, outlet: str, place: int
) -> None:
    async with opened(db) as review:
        await find_it(review)
        await review.press(*keys.split())
        article = review.screen.sitting.view.article
        assert article is not None
        assert article.publisher == outlet
        assert review.claim == review.workspace.claims_of(article.id)[place]


async def test_progress_leads_into_it_and_a_new_start_to_the_claim_before(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("end")
        await review.pilot.pause(0.3)
        await review.press("5", "j", "enter")
        assert GREETING in review.shown
        assert review.app.screen is review.screen
        await review.pilot.pause(0.3)
    async with opened(db) as review:
        assert review.claim.claim.text == BOATS


async def test_where_no_article_has_a_claim_the_first_is_shown_and_the_others_can_be_reached(
    tmp_path: Path, opened: Opener
) -> None:
    path = tmp_path / "none.db"
    quiet = [
        Story(f"A quiet {day}", "Bray News", "2023-06-06", f"A quiet {day}\n\nNothing on {day}.\n", ())
        for day in ("Monday", "Tuesday")
    ]
    fill(path, quiet, [])
    async with opened(path) as review:
        assert "Nothing on Monday." in review.shown
        assert "No claim was found in any article" in review.said
        await review.press("right_square_bracket")
        assert "Nothing on Tuesday." in review.shown
        await review.press("left_square_bracket")
        assert "Nothing on Monday." in review.shown
        await review.press("a", "j", "enter", "enter")
        assert review.claim.claim.text == "Nothing on Monday."
    async with opened(path) as review:
        assert review.claim.claim.text == "Nothing on Monday."
