"""Correcting claims and adding those that were missed."""

from pathlib import Path

import pytest

from curator.models import ClaimView
from curator.tui.widgets.article_view import ArticleView
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import BOATS, BRIDGE, MUSEUM, ROAD


def added(review: Review) -> list[ClaimView]:
    return [view for view in review.workspace.claims() if view.claim.extractor != "by hand"]


async def test_e_w_puts_a_claim_into_better_words(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("e", "w", *["backspace"] * 6)
        await review.type("autumn")
        await review.press("enter")
        assert review.stored(BRIDGE).wording == BRIDGE[:-6] + "autumn"
        assert review.claim.claim.text == BRIDGE
        assert "autumn" in review.shown


async def test_e_s_names_another_speaker(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("e", "s", "ctrl+u")
        await review.type("Ann Cole")
        await review.press("enter")
        assert review.stored(BRIDGE).speaker == "Ann Cole"


@pytest.mark.parametrize("taken", [("tab",), ("right",)], ids=["by Tab", "by →"])
async def test_a_speaker_that_is_suggested_is_taken_with_a_key_that_is_told(
    db: Path, opened: Opener, taken: tuple[str, ...]
) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.stand_at(BOATS)
        await review.press("e", "s", "ctrl+u")
        assert "Tab completes" in review.shown.splitlines()[-2]
        await review.press("m", "a", "r")
        await review.pilot.pause(0.1)
        assert "maria Vance" in review.shown.splitlines()[-2]
        await review.press(*taken, "enter")
        assert review.stored(BOATS).speaker == "Maria Vance"


async def test_tab_completes_also_what_is_typed_faster_than_it_can_be_suggested(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("e", "s", "ctrl+u", "t", "o", "tab", "enter")
        assert review.stored(BRIDGE).speaker == "Tom Reed"
        await review.press("e", "s", "ctrl+u", "tab", "Z", "o", "tab", "enter")
        assert review.stored(BRIDGE).speaker == "Zo", "nobody is suggested"


async def test_an_edit_that_changes_nothing_writes_nothing(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("e", "w", "enter")
        assert list(review.workspace.log()) == []


async def test_e_b_moves_the_boundaries_word_by_word(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("e", "b", "left", "left", "L", "enter")
        view = review.stored(BRIDGE)
        article = review.workspace.article(view.claim.article_id)
        assert article.text[view.start : view.end] == "old bridge is closed until"
        assert view.claim.text == BRIDGE


async def test_moving_the_boundaries_keeps_the_words_typed_before(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("e", "w", "ctrl+u")
        await review.type("The bridge stays shut")
        await review.press("enter", "e", "b", "left", "enter")
        assert review.stored(BRIDGE).wording == "The bridge stays shut"
        assert "boundaries moved; your wording stays" in review.said


async def test_how_words_are_chosen_is_told_in_the_smallest_window(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        for keys in (("e", "b"), ("escape", "a")):
            await review.press(*keys)
            told = review.shown.splitlines()[-1]
            for words in ("Enter use", "→ longer", "← shorter", "H start earlier", "Esc cancel"):
                assert words in told


async def test_of_a_long_choice_both_ends_are_told(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press("e", "b", *["right"] * 9)
        await review.pilot.pause()
        chosen = review.screen.query_one(ArticleView).choosing
        assert chosen is not None
        article = review.workspace.article(review.claim.claim.article_id)
        words = " ".join(article.text[chosen.start : chosen.end].split())
        line = review.shown.splitlines()[-2].strip()
        assert len(words) > 78
        assert len(line) < 80
        assert line.startswith(f"“{words[:20]}")
        assert line.endswith(f"{words[-40:]}”")


async def test_escape_leaves_the_boundaries_as_they_were(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("e", "b", "left", "escape")
        assert (review.stored(BRIDGE).end - review.stored(BRIDGE).start) == len(BRIDGE)
        assert review.screen.query_one(ArticleView).choosing is None


async def test_a_adds_the_chosen_words_as_a_confirmed_claim(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.stand_at(MUSEUM)
        await review.press("a", "k", "k")
        assert "“" in review.said
        await review.press("enter")
        await review.type("City Wire")
        await review.press("enter")
        (claim,) = added(review)
        article = review.workspace.article(claim.claim.article_id)
        assert article.text[claim.start : claim.end] == claim.claim.text
        assert claim.status == "confirmed"
        assert claim.speaker == "City Wire"
        assert review.claim.claim.text == MUSEUM


async def test_words_are_chosen_by_sentence_and_trimmed_by_word(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("a", "left", "L", "enter", "enter")
        (claim,) = added(review)
        text = review.workspace.article(claim.claim.article_id).text
        assert claim.claim.text == text[claim.start : claim.end]
        assert not claim.claim.text.startswith(" ")
        assert not claim.claim.text.endswith(" ")


async def test_undo_takes_an_added_claim_away_again(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("a", "enter", "enter", "u")
        assert added(review) == []
        assert review.claim is not None


async def test_words_marked_with_the_mouse_are_offered_as_a_claim(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        lines = review.shown.splitlines()
        y = next(number for number, line in enumerate(lines) if "Source: Harbour" in line)
        x = lines[y].index("Harbour")
        await review.pilot.mouse_down(offset=(x, y))
        await review.pilot.hover(offset=(x + 4, y))
        await review.pilot.hover(offset=(x + 12, y))
        await review.pilot.mouse_up(offset=(x + 12, y))
        await review.press("enter", "enter")
        assert [view.claim.text for view in added(review)] == ["Harbour Post"]


async def test_review_keys_rest_while_words_are_chosen(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("a", "c", "r", "m", "s")
        assert {view.status for view in review.workspace.claims()} == {"pending"}
        await review.press("escape", "c")
        assert review.stored(BRIDGE).status == "confirmed"
        assert review.claim.claim.text == ROAD
