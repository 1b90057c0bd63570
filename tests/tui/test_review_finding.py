"""Jumps, marks, saved filters, parts of a filter, and articles that are found by their words."""

from pathlib import Path

import pytest

from curator import Workspace, decisions
from curator.models import Article
from curator.tui.screens.filter import Examples, FilterScreen
from curator.tui.widgets.article_view import ArticleView
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import BOATS, BRIDGE, HURT, MUSEUM, NO_ROAD, PAIRS, ROAD, STORIES, Story, fill


async def settled(review: Review) -> None:
    await review.pilot.pause(0.3)


async def test_g_and_a_letter_jumps_and_the_line_below_shows_where(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("G", "g")
        assert "g first" in review.shown
        assert "u undecided" in review.shown
        await review.press("g")
        assert review.claim.claim.text == BRIDGE
        await review.press("g", "e")
        assert review.claim.claim.text == BOATS
        await review.press("g", "a")
        assert "Valley Times" in review.shown
        await review.press("g", "p")
        assert "Harbour Post" in review.shown
        await review.press("c", "g", "g", "g", "u")
        assert review.claim.claim.text == ROAD
        await review.press("g", "escape")
        assert review.claim.claim.text == ROAD


async def test_g_d_and_g_x_go_to_disputed_claims_and_to_contradictions(db: Path, opened: Opener) -> None:
    with Workspace.open(db, reviewer="ben") as ben:
        museum = next(view for view in ben.claims() if view.claim.text == MUSEUM)
        ben.decide(decisions.Reject(museum.claim.id))
    with Workspace.open(db, reviewer="cy") as cy:
        cy.decide(decisions.Confirm(museum.claim.id))
    async with opened(db) as review:
        await review.press("g", "d")
        assert review.claim.claim.text == MUSEUM
        await review.press("g", "d")
        assert "no other claim on which reviewers differ" in review.said
        await review.press("g", "b", "g", "x")
        assert review.claim.claim.text == ROAD
        await review.press("g", "x")
        assert review.claim.claim.text == BOATS


async def test_a_mark_leads_back_after_a_restart_and_to_before_the_jump(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "j", "M", "h")
        assert review.said.startswith("marked h: Maria Vance")
    async with opened(db) as review:
        await review.press("g", "a", "apostrophe")
        assert "h Maria Vance" in review.said
        await review.press("h")
        assert review.claim.claim.text == HURT
        await review.press("apostrophe", "apostrophe")
        assert "Valley Times" in review.shown
    async with opened(db) as review:
        await review.press("g", "m", "7")
        assert review.said == "Nothing is marked 7."
        await review.press("g", "b")
        assert review.claim.claim.text == HURT


async def test_a_filter_is_saved_under_a_name_and_taken_from_the_list(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("speaker:reed")
        await review.press("ctrl+s")
        await review.type("the harbour")
        await review.press("enter", "escape")
        assert review.workspace.session().filter == ""
    async with opened(db) as review:
        await review.press("f", "down")
        assert "the harbour" in review.shown
        await review.press("enter")
        assert review.workspace.session().filter == "speaker:reed"
    async with opened(db) as review:
        assert "speaker:reed" in review.shown.splitlines()[1]
        await review.press("f", "down", "ctrl+x")
        assert isinstance(review.app.screen, FilterScreen)
        assert review.workspace.saved_filters() == ()


async def test_what_is_wrong_with_a_filter_is_told_whole_in_the_smallest_window(
    db: Path, opened: Opener
) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press("f")
        await review.type("foo:bar")
        assert "there is no filter foo:; there are status:, kind:, speaker:, outlet:," in review.shown
        assert "article:, reviewer:, date:, has:" in review.shown
        await review.press("enter")
        assert isinstance(review.app.screen, FilterScreen)
        await review.press(*["backspace"] * 7)
        assert "there is no filter" not in review.shown


async def test_the_examples_of_a_filter_are_of_the_database_that_is_open(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        article = review.claim.claim.article_id
        await review.press("f")
        await review.pilot.pause()
        assert f"speaker:vance  outlet:harbour  article:{article[:4]}" in review.shown
        assert "date:2023-06  date:2023-06..2023-12  date:>=2023" in review.shown
        await review.type("speaker:reed outlet:harbour")
        await review.press("enter")
        assert review.claim.speaker == "Tom Reed"


@pytest.mark.parametrize(
    ("speaker", "publisher", "published", "told"),
    [
        ("", "", "", "speaker:smith  outlet:post"),
        ("the ministry (2)", "The Guardian", "soon", "speaker:ministry  outlet:guardian"),
        ("\x1b]52;c", 'a"b', "0000-13", "speaker:smith  outlet:post"),
        ("Donaudampfschifffahrtsgesellschaft", "A", "", "speaker:smith  outlet:post"),
    ],
)
def test_what_gives_no_short_plain_word_is_told_by_a_word_of_our_own(
    speaker: str, publisher: str, published: str, told: str
) -> None:
    article = Article("3f2a99", "words", publisher=publisher, published=published)
    lines = [row.words for row in Examples.of(speaker, article).hints]
    assert told in lines[0]
    assert all(len(line) <= 74 for line in lines)
    assert any("date:2024-06" in line for line in lines)


async def test_each_part_of_a_filter_can_be_taken_away_with_a_key(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("status:pending speaker:vance road")
        await review.press("enter")
        assert "2  speaker:vance" in review.shown.splitlines()[1]
        await review.press("F", "2")
        assert review.workspace.session().filter == "status:pending road"
        await review.press("F", "9")
        assert review.workspace.session().filter == "status:pending road"
        await review.press("F", "1", "F")
        assert review.workspace.session().filter == ""
        assert "speaker:vance" not in review.shown


async def test_an_article_is_found_by_its_own_words_and_shown_there(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("slash")
        await review.type("head harbour office")
        await settled(review)
        assert "0 claims · 2 articles" in review.shown
        assert "¶ Harbour Post" in review.shown
        await review.press("down", "enter")
        assert "Valley Times" in review.shown
        article = review.screen.query_one(ArticleView)
        text = article.article.text if article.article else ""
        assert [text[hit.start : hit.end] for hit in article.hits] == ["head", "harbour", "office"]
        await review.press("g", "b")
        assert review.claim.claim.text == BRIDGE
        assert article.hits == ()


async def test_claims_come_before_articles(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("slash")
        await review.type("coastal road")
        await settled(review)
        lines = review.shown.splitlines()
        claims = [
            number for number, line in enumerate(lines) if "○ Maria Vance" in line or "○ Lena Holt" in line
        ]
        articles = [number for number, line in enumerate(lines) if "¶" in line]
        assert claims
        assert articles
        assert max(claims) < min(articles)
        await review.press("down", "enter")
        assert review.claim.claim.text == NO_ROAD


async def test_before_anything_is_typed_nothing_is_said_to_be_missing(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("slash")
        assert "Nothing found" not in review.shown
        await review.type("zebra")
        await settled(review)
        assert "Nothing found" in review.shown


async def test_an_article_without_a_title_is_told_by_its_words(tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "untitled.db"
    bare = [Story("", "", "", story.text, story.claims) for story in STORIES]
    fill(path, bare, PAIRS)
    async with opened(path) as review:
        await review.press("slash")
        await review.type("head harbour office")
        await settled(review)
        assert "¶ “Bridge closed af" in review.shown
        await review.press("escape", "2")
        frames = [line for line in review.shown.splitlines() if line.count("╭") == 2]
        assert any(line.count("“") == 2 for line in frames)
