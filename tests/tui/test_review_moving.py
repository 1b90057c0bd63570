"""Moving through claims, related claims and articles; the selection leads."""

from pathlib import Path

from textual import events
from textual.geometry import Offset

from curator.tui.widgets.article_view import ArticleView
from curator.tui.widgets.claim_list import ClaimList
from curator.tui.widgets.related_list import RelatedList
from tests.tui.conftest import Opener
from tests.tui.newsroom import BOATS, BRIDGE, HURT, MUSEUM, NO_DATE, NO_ROAD, ROAD, Said, Story, fill


async def test_j_and_k_and_the_arrows_move_in_the_list(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "down")
        assert review.claim.claim.text == HURT
        await review.press("k", "up")
        assert review.claim.claim.text == BRIDGE


async def test_past_the_end_of_an_article_comes_the_next_one(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("G", "j")
        assert review.claim.claim.text == BRIDGE
        assert "Valley Times" in review.shown
        await review.press("k")
        assert review.claim.claim.text == BOATS


async def test_brackets_go_from_article_to_article(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("right_square_bracket", "right_square_bracket")
        assert review.claim.claim.text == MUSEUM
        await review.press("left_square_bracket")
        assert "Valley Times" in review.shown
        assert review.screen.sitting.view.row == 0


async def test_full_stop_and_comma_pass_over_what_is_decided(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "c", "k", "k")
        assert review.claim.claim.text == BRIDGE
        await review.press("full_stop")
        assert review.claim.claim.text == HURT
        await review.press("comma")
        assert review.claim.claim.text == BRIDGE


async def test_enter_goes_to_the_related_claim_and_backspace_comes_back(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "enter")
        assert review.claim.claim.text == NO_ROAD
        assert "Valley Times" in review.shown
        await review.press("backspace")
        assert review.claim.claim.text == ROAD


async def test_capital_j_and_k_highlight_related_claims_from_any_pane(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j", "J", "J")
        highlighted = review.screen.sitting.view.highlighted
        assert highlighted is not None
        assert highlighted.claim.claim.text == NO_DATE
        assert review.claim.claim.text == ROAD


async def test_tab_goes_round_the_panes_and_keys_move_in_the_one_that_has_the_focus(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("j", "tab", "j")
        assert review.screen.sitting.view.related_row == 1
        assert review.claim.claim.text == ROAD
        await review.press("tab", "tab", "j")
        assert review.claim.claim.text == HURT


async def test_the_article_scrolls_to_the_claim(tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "long.db"
    filler = "\n\n".join(f"Paragraph {number} says nothing at all." for number in range(200))
    story = Story(
        "Long",
        "Post",
        "",
        f'{filler}\n\n"It ends," Ann Cole said.\n\n{filler[:-1]}',
        (Said("It ends", "Ann Cole"),),
    )
    fill(path, (story,))
    async with opened(path) as review:
        assert '○▌"It ends," Ann Cole said.' in review.shown


async def test_a_claim_that_is_not_the_cursor_s_does_not_move_the_article(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        before = review.screen.query_one(ArticleView).scroll_offset
        await review.press("j", "j")
        assert review.screen.query_one(ArticleView).scroll_offset == before


async def test_a_click_on_a_row_selects_its_claim(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.pilot.click(ClaimList, offset=(10, 3))
        assert review.claim.claim.text == HURT


async def test_a_click_on_words_of_the_article_selects_their_claim(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        article = review.screen.query_one(ArticleView)
        lines = [line[:64] for line in review.shown.splitlines()]
        y = next(number for number, line in enumerate(lines) if ROAD[:20] in line)
        x = lines[y].index(ROAD[:20]) + 5
        await review.pilot.click(offset=Offset(x, y))
        assert review.claim.claim.text == ROAD
        assert article.has_focus


async def test_a_click_on_a_related_claim_highlights_it(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j")
        await review.pilot.click(RelatedList, offset=(5, 5))
        assert review.screen.sitting.view.related_row == 1


async def test_a_click_on_a_key_in_the_footer_presses_it(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        footer = review.shown.splitlines()[-1]
        await review.pilot.click(offset=Offset(footer.index("reject"), 39))
        assert review.stored(BRIDGE).status == "rejected"


async def test_the_wheel_scrolls_without_moving_the_cursor(tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "long.db"
    text = "\n".join(f"Line {number}" for number in range(300))
    fill(path, (Story("Long", "Post", "", text, (Said("Line 3\n"[:6]),)),))
    async with opened(path) as review:
        article = review.screen.query_one(ArticleView)
        wheel = events.MouseScrollDown(article, 5, 5, 0, 1, 0, False, False, False, 5, 5)
        for _ in range(3):
            article.post_message(wheel)
        await review.pilot.pause(0.4)
        assert article.scroll_offset.y > 0
        assert review.claim.claim.text == "Line 3"


async def test_order_and_filter_lead_the_next_claims(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("o")
        assert "contradiction" in review.said
        assert review.screen.sitting.view.session.order == "contradictions"
        await review.press("f")
        await review.type("kind:paraphrase")
        await review.press("enter")
        assert review.claim.claim.kind == "paraphrase"
        await review.press("full_stop")
        assert review.claim.claim.kind == "paraphrase"
        assert "kind:paraphrase" in review.shown.splitlines()[1]


async def test_a_filter_leaves_only_its_matches_and_j_goes_through_them_in_every_article(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("speaker:reed")
        await review.press("enter")
        assert "Claims 1 of 1 here · 2 match in all" in review.shown
        assert HURT not in {view.claim.text for view in review.screen.query_one(ClaimList).claims.read}
        assert "speaker:reed" in review.shown.splitlines()[1]
        first = review.claim
        await review.press("j")
        second = review.claim
        assert {first.speaker, second.speaker} == {"Tom Reed"}
        assert first.claim.article_id != second.claim.article_id
        await review.press("k")
        assert review.claim.claim.id == first.claim.id
        await review.press("escape")
        assert "Claims 1 of 4 in this article" in review.shown
        assert review.workspace.session().filter == ""


async def test_o_goes_to_the_first_undecided_claim_of_the_new_order(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.stand_at(MUSEUM)
        await review.press("o")
        best = next(review.workspace.claims("status:pending", "contradictions"))
        assert review.claim.claim.id == best.claim.id
        assert "contradiction" in review.said
        assert "first to decide" in review.said


async def test_a_filter_that_makes_no_sense_is_explained_and_not_kept(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("colour:red")
        await review.press("enter")
        assert "there is no filter colour:" in review.shown
        await review.press("escape")
        assert review.workspace.session().filter == ""


async def test_where_no_claim_fits_the_filter_a_decision_is_refused_because_of_it(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("speaker:zorro")
        await review.press("enter", "c")
        assert review.said == "there is no claim here: none fits the filter"


async def test_a_filter_that_nothing_fits_can_be_taken_away_again(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("f")
        await review.type("speaker:zorro")
        await review.press("enter")
        assert "No claim fits the filter speaker:zorro" in review.said
        assert "Esc shows all claims" in review.said
        assert "confirm" not in review.shown.splitlines()[-1]
        assert "filter" in review.shown.splitlines()[-1]
        await review.press("c", "j", "m", "x", "u")
        assert review.app.is_running
        await review.press("f", *["backspace"] * 20, "enter")
        assert review.claim.claim.text == BRIDGE


async def test_finding_shows_claims_while_typing_and_enter_goes_there(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("slash")
        await review.type("museum")
        await review.pilot.pause(0.1)
        assert MUSEUM in review.shown
        assert "1 claim" in review.shown
        await review.press("enter")
        assert review.claim.claim.text == MUSEUM
        await review.press("backspace")
        assert review.claim.claim.text == BRIDGE


async def test_escape_leaves_finding_where_it_began(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("slash")
        await review.type("road")
        await review.press("escape")
        assert review.claim.claim.text == BRIDGE
        assert review.stored(BRIDGE).status == "pending"


async def test_what_is_asked_of_a_claim_stands_there_again_once_one_has_moved_on(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("c")
        assert review.said.startswith("confirmed")
        await review.press("j")
        assert review.said == "Does the article really say this?  c yes · r no"
        await review.press("k", "k")
        assert review.said == "", "it is decided"


async def test_a_question_for_a_second_press_is_over_once_another_pair_is_highlighted(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("j", "m")
        assert review.tone == "question"
        await review.press("J")
        assert review.tone == "hint"


async def test_what_can_be_done_with_chosen_claims_stands_there_while_one_moves(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("V", "j", "j")
        assert review.said.startswith("Chosen: c r m s decide them")
