"""The pair queue: two claims side by side, decided with one key."""

import json
from pathlib import Path

import pytest

from curator import Workspace
from curator.tui.pairing import PAIR_ORDERS
from curator.tui.screens.compare import CompareScreen
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import BOATS, BRIDGE, MORE_BOATS, NO_DATE, NO_ROAD, ROAD, Said, Story, fill


def pair(review: Review) -> set[str]:
    """The words of the two claims that stand side by side."""
    assert isinstance(review.app.screen, CompareScreen)
    view = review.app.screen.pairing.view
    assert view.left is not None
    assert view.right is not None
    return {view.left.claim.claim.text, view.right.claim.claim.text}


def said(review: Review) -> str:
    assert isinstance(review.app.screen, CompareScreen)
    return review.app.screen.status.said[1]


def relation(db: Path, left: str, right: str) -> str:
    with Workspace.open(db, reviewer="ana") as workspace:
        claims = {view.claim.text: view.claim.id for view in workspace.claims()}
        for item in workspace.related(claims[left]):
            if item.claim.claim.text == right:
                return item.relation or "open"
    return "none"


async def test_2_opens_the_likeliest_contradiction_side_by_side(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2")
        assert pair(review) == {ROAD, NO_ROAD}
        assert "will reopen against will not reopen" in review.shown
        assert "Harbour Post" in review.shown
        assert "Valley Times" in review.shown
        assert "Maria Vance" in review.shown
        assert "Lena Holt" in review.shown
        assert "≠" in review.shown


async def test_v_opens_the_highlighted_pair(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.stand_at(BOATS)
        await review.press("v")
        assert pair(review) == {BOATS, MORE_BOATS}
        await review.press("escape")
        assert review.claim.claim.text == BOATS


async def test_x_and_one_key_decide_a_pair_and_the_next_one_comes(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2", "x", "enter")
        assert relation(db, ROAD, NO_ROAD) == "contradicts"
        assert pair(review) == {BOATS, MORE_BOATS}


async def test_m_joins_two_claims(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2", "o")
        assert pair(review) == {BRIDGE}
        await review.press("m")
        assert review.stored(BRIDGE, 1).status == "merged"


async def test_d_sets_two_claims_apart(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2", "d")
        assert relation(db, ROAD, NO_ROAD) in ("unrelated", "none")
        with Workspace.open(db, reviewer="ana") as workspace:
            assert all("will not reopen" not in e.words for c in workspace.candidates() for e in c.evidence)


async def test_s_puts_a_pair_at_the_end_of_the_queue(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2")
        first = pair(review)
        await review.press("s")
        assert pair(review) != first
        for _ in range(6):
            await review.press("s")
            if pair(review) == first:
                break
        assert pair(review) == first


async def test_n_and_p_go_to_the_next_and_the_previous_pair(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2")
        first = pair(review)
        await review.press("n")
        assert pair(review) != first
        await review.press("p")
        assert pair(review) == first
        await review.press("p")
        assert "no further pair" in said(review)


async def test_what_follows_from_a_decision_is_said_and_not_asked(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2", "x", "n")
        await review.press("o", "o")
        for _ in range(8):
            if pair(review) == {NO_ROAD, NO_DATE}:
                break
            await review.press("n")
        await review.press("m")
        assert "settled by it" in said(review)
        with Workspace.open(db, reviewer="ana") as workspace:
            left = {frozenset((c.left_id, c.right_id)) for c in workspace.candidates()}
            claims = {view.claim.text: view.claim.id for view in workspace.claims()}
        assert frozenset((claims[ROAD], claims[NO_DATE])) not in left


async def test_undo_brings_a_pair_back(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2", "x", "n", "u")
        assert pair(review) == {ROAD, NO_ROAD}
        assert relation(db, ROAD, NO_ROAD) == "open"
        await review.press("U")
        assert relation(db, ROAD, NO_ROAD) == "contradicts"


async def test_what_was_said_of_a_decision_is_gone_once_it_was_taken_back_elsewhere(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("2", "o", "m")
        assert "merged" in said(review)
        await review.press("question_mark", "escape")
        assert "merged" in said(review)
        await review.press("4", "u", "2")
        assert isinstance(review.app.screen, CompareScreen)
        assert "merged" not in said(review)


async def test_every_order_goes_through_every_open_pair_to_the_end(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2")
        for order in ("contradictions", "same", "uncertain", "cluster"):
            assert isinstance(review.app.screen, CompareScreen)
            assert review.app.screen.pairing.view.order == order
            met = [pair(review)]
            for _ in range(8):
                await review.press("n")
                if pair(review) == met[-1]:
                    break
                met.append(pair(review))
            assert len(met) == len({frozenset(p) for p in met})
            assert len(met) == {"contradictions": 3, "same": 2, "uncertain": 5, "cluster": 5}[order]
            await review.press("o")


async def test_every_order_is_told_whole_on_80_columns(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press("2")
        for words in PAIR_ORDERS.values():
            assert words in review.shown
            await review.press("o")


async def test_all_pairs_decided_is_said_and_keys_do_no_harm(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2", "o", "o")
        for _ in range(6):
            await review.press("d")
        assert "no other pair is open" in said(review)
        await review.press("m", "n", "s", "x", "escape", "o", "u")
        assert review.app.is_running


async def test_a_refused_pair_leads_to_the_decisions_that_stand_against_it(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2", "x", "n", "o", "o")
        for _ in range(8):
            if pair(review) == {NO_ROAD, NO_DATE}:
                break
            await review.press("n")
        await review.press("m", "1")
        await review.stand_at(NO_DATE)
        await review.press(*["K"] * 9)
        for _ in range(9):
            highlighted = review.screen.sitting.view.highlighted
            if highlighted is not None and highlighted.claim.claim.text == ROAD:
                break
            await review.press("J")
        await review.press("m")
        assert "these contradict each other" in review.shown
        await review.press("j", "enter")
        await review.pilot.pause(0.1)
        assert review.app.screen is review.screen
        assert review.claim.claim.text in (ROAD, NO_ROAD)


async def test_brackets_go_to_one_of_the_two_claims_in_the_review(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2", "right_square_bracket")
        assert review.app.screen is review.screen
        assert review.claim.claim.text in (ROAD, NO_ROAD)
        await review.press("backspace")
        assert review.claim.claim.text == BRIDGE


async def test_on_a_small_window_words_and_evidence_come_before_the_facts(
    tmp_path: Path, opened: Opener
) -> None:
    long = (
        "the road will {} reopen" + " along the river and over both of the old bridges, by the ministry" * 2
    )
    stories = [
        Story(outlet, outlet, day, f'"{words}," {who} said.', [Said(words, who)])
        for outlet, day, who, words in (
            ("Harbour Post", "2024-05-01", "Maria Vance", long.format("surely")),
            ("Valley Times", "2024-05-02", "Lena Holt", long.format("not")),
        )
    ]
    fill(
        tmp_path / "long.db", stories, (((0, 0), (1, 0), "contradicts", 0.9, "negation", "will against not"),)
    )
    async with opened(tmp_path / "long.db", size=(80, 24)) as review:
        await review.press("2")
        await review.pilot.pause()
        table = review.shown.split("contradicts?")[1]
        assert "the road will" in table
        assert "will against not" in table
        assert "speaker Maria Vance ≠ Lena Holt" in table
        assert "j scrolls" in table
        assert "status" not in table
        await review.press(*["j"] * 20)
        assert "status" in review.shown


async def test_words_evidence_and_facts_come_in_the_same_order_whatever_their_length(
    tmp_path: Path, opened: Opener
) -> None:
    long = "the road will {} reopen along the river" + " and over both of the old bridges" * 9
    stories = [
        Story(outlet, outlet, day, f'"{long.format(word)}," {who} said. "The tunnel is {word}," she said.',
              [Said(long.format(word), who), Said(f"The tunnel is {word}", who)])
        for outlet, day, who, word in (
            ("Harbour Post", "2024-05-01", "Maria Vance", "surely"),
            ("Valley Times", "2024-05-02", "Lena Holt", "not"),
        )
    ]  # fmt: skip
    pairs = tuple(
        ((0, claim), (1, claim), "contradicts", score, "negation", "one against the other")
        for claim, score in ((0, 0.9), (1, 0.8))
    )
    fill(tmp_path / "both.db", stories, pairs)
    async with opened(tmp_path / "both.db", size=(120, 40)) as review:
        await review.press("2")
        for _ in range(2):
            await review.pilot.pause()
            table = review.shown.split("contradicts?")[1]
            places = [table.index(word) for word in ("words ", "evidence ")]
            assert places == sorted(places)
            assert "  speaker" not in table[: places[1]]
            await review.press("n")


async def test_compare_fits_every_size(db: Path, opened: Opener) -> None:
    for size in ((80, 24), (120, 40), (250, 70)):
        async with opened(db, size=size) as review:
            await review.press("2")
            assert "speaker" in review.shown
            assert "words" in review.shown
            assert "m same" in review.shown.splitlines()[-1]


async def test_a_pair_drawn_at_random_says_so_and_the_log_keeps_by_which_lot_it_came(
    db: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curator.match.ordering.RANDOM_EVERY", 1)
    async with opened(db) as review:
        await review.press("2")
        assert "drawn at random" in review.shown
        await review.press("d")
    with Workspace.open(db, reviewer="ana") as workspace:
        (event,) = workspace.log()
        lot = json.loads(event.payload)["lot"]
        assert lot["kind"] == "contradicts"
        assert lot["pool"] >= 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize(("every", "told"), [("UNCERTAIN", "close call"), ("RANDOM", "drawn at random")])
async def test_a_pair_of_another_sort_is_told_in_the_status_line_from_the_first_on(
    db: Path,
    opened: Opener,
    monkeypatch: pytest.MonkeyPatch,
    every: str,
    told: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(f"curator.match.ordering.{every}_EVERY", 2)
    heeded = f"{told}: look twice"
    async with opened(db, size=size) as review:
        await review.press("2")
        assert "look twice" not in review.shown
        await review.press("d")
        line = review.shown.splitlines()[-2]
        assert "✓ unrelated" in line
        assert heeded in line
        await review.press("x")
        assert heeded not in review.shown, "the question has the line"
        await review.press("escape", "d")
        assert "look twice" not in review.shown
    monkeypatch.setattr(f"curator.match.ordering.{every}_EVERY", 1)
    async with opened(db, size=size) as review:
        await review.press("2")
        assert heeded in review.shown.splitlines()[-2]


async def test_a_pair_opened_from_the_review_is_not_said_to_come_in_the_order(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.press("v")
        assert "same? .99 · opened by you" in review.shown
        await review.press("n")
        assert "likeliest contradictions first" in review.shown
        assert "opened by you" not in review.shown


async def test_a_pair_that_is_put_off_is_said_to_come_back(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("2", "m", "s")
        assert said(review) == "put off: it comes back after the others of this order"
        await review.press("p")
        assert said(review) == ""
