"""The screen at every size, the pages over it, and looks."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from rich.cells import cell_len

from curator.tui.keymap import Keymap
from tests.tui.conftest import Opener
from tests.tui.newsroom import BRIDGE, HURT, NO_ROAD

SIZES = [(80, 24), (100, 30), (120, 40), (169, 45), (200, 50), (250, 70)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_article_claims_keys_and_progress_are_on_the_screen(
    db: Path, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(db, size=size) as review:
        lines = review.shown.splitlines()
        assert len(lines) == size[1]
        assert all(cell_len(line) <= size[0] for line in lines)
        assert "news.db · ana" in lines[0]
        assert "0/9" in lines[0]
        assert "Harbour Post · 2023-06-05" in review.shown
        assert "1 of 4" in review.shown
        assert "Related 1 of 1" in review.shown
        assert f'○▌"{BRIDGE[:40]}' in review.shown
        assert "c confirm" in lines[-1]
        assert "? help" in lines[-1]
        assert "u undo" in lines[-1]


async def test_a_wide_window_has_three_columns(db: Path, opened: Opener) -> None:
    async with opened(db, size=(200, 50)) as review:
        assert all(title in review.shown.splitlines()[1] for title in ("Harbour Post", "Claims", "Related"))


async def test_a_narrow_window_shows_claims_or_related_and_tab_changes_over(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        assert "the same words" not in review.shown
        await review.press("tab")
        assert "the same words" in review.shown
        assert HURT not in review.shown.split("Related 1")[1]
        await review.press("m", "c")
        assert review.stored(BRIDGE).status == "confirmed"


@pytest.mark.parametrize("key", ["m", "x", "d"])
async def test_a_pair_that_is_hidden_is_shown_before_it_is_decided(
    db: Path, opened: Opener, key: str
) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press("j", key)
        assert review.workspace.log_length() == 0
        assert not review.screen.asking
        assert review.said.startswith(f"{key} again ")
        assert len(review.said) < 78, "one line says it, whichever pair is highlighted"
        assert "the coastal road will not reopen" in review.shown
        assert "will reopen against will not reopen" in review.shown
        await review.press(key, *(["n"] if key == "x" else []))
        assert review.workspace.log_length() == 1


async def test_the_first_hint_and_the_help_are_whole_in_the_smallest_window(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        assert "? all keys" in review.shown.splitlines()[-2]
        await review.press("question_mark")
        for _ in range(12):
            assert "…" not in "\n".join(line[2:-2] for line in review.shown.splitlines()[2:-2])
            await review.press("space")


async def test_the_evidence_of_the_highlighted_pair_is_told_with_its_share(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("j")
        assert "+0.92 negation: will reopen against" in review.shown


@pytest.mark.parametrize("keys", [("tab", "tab"), ("w",)], ids=["by Tab", "by w"])
async def test_the_evidence_can_be_read_whole_in_the_smallest_window(
    db: Path, opened: Opener, keys: tuple[str, ...]
) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press("j")
        assert "negation" not in review.shown
        await review.press(*keys)
        assert "+0.92 negation: will reopen against" in review.shown
        await review.press("w")
        assert "negation" not in review.shown


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_a_window_that_becomes_smaller_or_wider_brings_the_evidence_its_pane(
    db: Path, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(db, size=(120, 40)) as review:
        await review.press("j")
        await review.pilot.resize_terminal(*size)
        await review.pilot.pause()
        await review.press("w")
        assert review.shown.count("+0.92 negation: will reopen against") == 1
        await review.pilot.resize_terminal(120, 40)
        await review.pilot.pause()
        assert review.shown.count("+0.92 negation: will reopen against") == 1


@pytest.mark.parametrize(
    ("sizes", "keys"),
    [
        (((80, 24), (120, 40)), ("w",)),
        (((80, 24), (120, 40)), ("w", "n")),
        (((80, 24), (20, 5), (120, 40)), ("w",)),
        (((200, 50), (20, 5), (120, 40)), ("w",)),
        (((80, 24), (20, 5), (120, 40)), ("w", "n")),
    ],
    ids=("narrow", "narrow-question", "narrow-small", "wide-small", "question-small"),
)
async def test_evidence_that_has_no_pane_any_more_leaves_the_keys_to_the_claims(
    db: Path, opened: Opener, sizes: tuple[tuple[int, int], ...], keys: tuple[str, ...]
) -> None:
    async with opened(db, size=sizes[0]) as review:
        await review.press(*keys)
        for size in sizes[1:]:
            await review.pilot.resize_terminal(*size)
            await review.pilot.pause()
        if "n" in keys:
            await review.press("escape")
        assert review.screen.pane == "claims"
        await review.press("tab")
        assert review.screen.pane == "related"
        await review.press("tab", "tab", "j")
        assert review.shown.count("▌") == 1
        assert "2 of 4" in review.shown
        await review.pilot.resize_terminal(80, 24)
        await review.pilot.pause()
        assert review.screen.pane == "claims"
        await review.press("j")
        assert "3 of 4" in review.shown


async def test_a_pair_whose_evidence_is_read_is_decided_at_once(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press("w", "m")
        assert review.workspace.log_length() == 1


async def test_a_wide_window_tells_the_evidence_under_what_is_related(db: Path, opened: Opener) -> None:
    async with opened(db, size=(250, 70)) as review:
        await review.press("j")
        assert review.shown.count("+0.92 negation: will reopen against") == 1
        places = {
            pane: review.screen.query_one(f"#{pane}").region for pane in ("related", "evidence", "card")
        }
        assert places["related"].x == places["evidence"].x > places["card"].x
        assert places["evidence"].y > places["related"].y


@pytest.mark.parametrize(
    ("key", "name"),
    [("1", "Review"), ("2", "Compare"), ("3", "Claims"), ("4", "History"), ("5", "Progress")],
)
async def test_the_first_line_names_the_view(db: Path, opened: Opener, key: str, name: str) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press(key)
        assert review.shown.splitlines()[0].startswith(f" {name}  {db.name}")


async def test_a_window_that_is_too_small_says_so_and_comes_back(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.pilot.resize_terminal(60, 20)
        await review.pilot.pause()
        assert "60×20" in review.shown
        assert "80×24" in review.shown
        await review.pilot.resize_terminal(120, 40)
        await review.pilot.pause()
        assert "1 of 4" in review.shown
        await review.press("c")
        assert review.stored(BRIDGE).status == "confirmed"


@pytest.mark.parametrize(
    ("size", "keys", "small"),
    [
        ((80, 24), ("tab",), (70, 20)),
        ((80, 24), ("tab", "tab"), (70, 20)),
        ((180, 40), (), (180, 20)),
        ((120, 40), ("f", *"bridge", "enter"), (120, 20)),
        ((120, 40), ("4", "t", *"1h", "enter"), (120, 20)),
    ],
    ids=("related", "evidence", "wide", "filtered", "past"),
)
async def test_a_window_that_is_too_small_shows_nothing_else(
    db: Path, opened: Opener, size: tuple[int, int], keys: tuple[str, ...], small: tuple[int, int]
) -> None:
    async with opened(db, size=size) as review:
        await review.press(*keys)
        await review.pilot.resize_terminal(*small)
        await review.pilot.pause()
        assert [w.id for w in review.app.screen.children if w.region] == ["too-small"]
        assert f"{small[0]}×{small[1]}" in review.shown


async def test_nothing_is_decided_in_a_window_that_shows_no_claim(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("n")
        await review.pilot.resize_terminal(40, 10)
        await review.pilot.pause()
        await review.press("x", "enter", "escape", "c", "r", "m", "s", "u", "colon", "question_mark")
        assert "Anywhere" in review.shown or "Review" in review.shown
        await review.press("escape")
        await review.pilot.resize_terminal(120, 40)
        await review.pilot.pause()
        assert review.workspace.log_length() == 0
        await review.press("escape", "c")
        assert review.stored(BRIDGE).status == "confirmed"
        await review.pilot.resize_terminal(79, 24)
        await review.press("q")
        await review.pilot.pause()
        assert not review.app.is_running


async def test_resizing_keeps_the_claim_in_sight(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        for size in [(80, 24), (250, 70), (100, 24), (120, 40)]:
            await review.pilot.resize_terminal(*size)
            await review.pilot.pause()
            assert f'▌"{BRIDGE[:30]}' in review.shown


async def test_help_lists_every_action_with_its_keys(db: Path, opened: Opener) -> None:
    async with opened(db, size=(200, 500)) as review:
        await review.press("question_mark")
        for action in Keymap().actions:
            assert action.help in review.shown, action.id
        await review.press("question_mark", "c")
        assert review.stored(BRIDGE).status == "confirmed"


async def test_help_shows_keys_of_one_s_own(db: Path, opened: Opener) -> None:
    async with opened(db, keymap=Keymap.of({"review.confirm": ["y"]})) as review:
        assert "y confirm" in review.shown.splitlines()[-1]
        await review.press("c")
        assert review.stored(BRIDGE).status == "pending"
        await review.press("y")
        assert review.stored(BRIDGE).status == "confirmed"


async def test_the_palette_finds_and_runs_a_command_by_name(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("colon")
        await review.pilot.pause(0.1)
        await review.pilot.press(*"reject")
        await review.pilot.pause(0.5)
        await review.pilot.press("enter")
        await review.pilot.pause(0.3)
        assert review.stored(BRIDGE).status == "rejected"


@pytest.mark.parametrize("opening", ["colon", "ctrl+p"])
@pytest.mark.parametrize("key", ["pageup", "pagedown", "down", "up", "ctrl+end", "ctrl+home"])
async def test_the_palette_takes_keys_that_come_before_its_rows(
    db: Path, opened: Opener, opening: str, key: str
) -> None:
    async with opened(db) as review:
        for _ in range(4):
            await review.hit(opening, key)
            for _ in range(6):
                await asyncio.sleep(0.01)
                await review.hit(key)
            await review.pilot.pause(0.1)
            await review.press(key, "escape")
        assert review.shown.startswith(" Review")
        await review.press("c")
        assert review.stored(BRIDGE).status == "confirmed"


@pytest.mark.parametrize("theme", ["curator-light", "curator-contrast", "curator-dark"])
async def test_every_theme_can_be_worn(db: Path, opened: Opener, theme: str) -> None:
    async with opened(db) as review:
        review.app.theme = theme
        await review.pilot.pause()
        await review.press("j", "tab", "question_mark", "escape", "c")
        assert review.app.is_running


async def test_status_is_told_without_colour(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("m", "c", "r", "s")
        rows = [line for line in review.shown.splitlines() if "│" in line]
        text = "\n".join(rows)
        assert "✓" in text
        assert "✗" in text
        assert "◌" in text
        assert "confirmed" in text
        assert "rejected" in text


async def test_every_answer_to_a_question_is_in_sight_in_the_smallest_window(
    db: Path, opened: Opener
) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press("g")
        said = " ".join(review.shown.splitlines()[-3:])
        for label in ("first", "next article", "undecided", "disputed", "contradicted", "mark", "back"):
            assert label in said


async def test_what_goes_without_saying_of_one_claim_is_said_where_the_other_differs(
    db: Path, opened: Opener
) -> None:
    with sqlite3.connect(db) as file:
        file.execute("UPDATE claim SET polarity = 'negative' WHERE text = ?", (NO_ROAD,))
    async with opened(db, size=(160, 50)) as review:
        await review.press("j", "v")
        (row,) = (line.split() for line in review.shown.splitlines() if "polarity" in line)
        assert row[1:-1] in (
            ["polarity", "positive", "≠", "negative"],
            ["polarity", "negative", "≠", "positive"],
        )
        assert "modality" not in review.shown, "both are as usual"


async def test_a_refusal_is_whole_in_the_smallest_window(db: Path, opened: Opener) -> None:
    async with opened(db, size=(80, 24)) as review:
        await review.press("j", "x", "x", "n", "m", "m", "m")
        assert review.tone == "refused"
        told = review.shown.splitlines()
        first = next(number for number, line in enumerate(told) if "Refused" in line)
        left = told[first].index("╭─ Refused") + 1
        words = " ".join(line[left:].partition("│")[0] for line in told[first + 1 : first + 6]).split()
        assert "“The coastal road will reopen on Friday”" in " ".join(words)
        assert "undo that first" in " ".join(words)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (180, 50)])
@pytest.mark.parametrize("key", ["1", "2", "3", "4", "5"])
async def test_a_view_is_styled_whole_as_it_is_made(
    db: Path, opened: Opener, size: tuple[int, int], key: str
) -> None:
    async with opened(db, size=size) as review:
        await review.press(key)
        nodes = [*review.app.screen.walk_children(with_self=True)]
        before = [node.styles.get_rules() for node in nodes]
        review.app.stylesheet.update(review.app.screen)
        assert [node.styles.get_rules() for node in nodes] == before
