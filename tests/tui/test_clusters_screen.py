"""View 3: the clusters, who carries them, and putting them in order."""

from pathlib import Path

import pytest

from curator import Workspace, decisions
from curator.tui.screens.clusters import ClustersScreen
from curator.tui.widgets.cluster_list import labels
from tests.tui.conftest import Opener, Review
from tests.tui.newsroom import BOATS, BRIDGE, HURT, MORE_BOATS, Said, Story, fill


@pytest.fixture
def decided(db: Path) -> Path:
    """The bridge is one cluster of two outlets, the boats contradict each other, one claim stands alone."""
    with Workspace.open(db, reviewer="ana") as workspace:
        ids: dict[str, list[str]] = {}
        for view in workspace.claims():
            ids.setdefault(view.claim.text, []).append(view.claim.id)
        workspace.decide(decisions.Merge(ids[BRIDGE][1], ids[BRIDGE][0]))
        workspace.decide(decisions.Confirm(ids[BRIDGE][0]))
        workspace.decide(decisions.Confirm(ids[HURT][0]))
        workspace.decide(decisions.Confirm(ids[BOATS][0]))
        workspace.decide(decisions.Contradict(ids[BOATS][0], ids[MORE_BOATS][0], "number"))
    return db


def cluster(review: Review) -> str:
    """The words of the current cluster."""
    assert isinstance(review.app.screen, ClustersScreen)
    found = review.app.screen.browsing.view.cluster
    return found.canonical.wording if found else ""


def said(review: Review) -> str:
    assert isinstance(review.app.screen, ClustersScreen)
    return review.app.screen.status.said[1]


async def test_3_shows_what_most_claims_say_first_with_who_carries_it(decided: Path, opened: Opener) -> None:
    async with opened(decided, size=(200, 50)) as review:
        await review.press("3")
        assert cluster(review) == BRIDGE
        rows = [line[:118] for line in review.shown.splitlines()]
        header = next(line for line in rows if "carried by" in line)
        bridge = next(line for line in rows if BRIDGE[:20] in line)
        assert bridge[header.index("HP")] == "●"
        assert bridge[header.index("VT")] == "●"
        alone = next(line for line in rows if HURT[:20] in line)
        assert alone[header.index("HP")] == "◆"
        assert "Harbour Post, Valley Times · 2023-06-05 – 2023-06-06" in review.shown


async def test_members_and_what_stands_against_a_cluster_are_beside_it(decided: Path, opened: Opener) -> None:
    async with opened(decided) as review:
        await review.press("3")
        assert "2 say so" in review.shown
        assert "= same (decided)" in review.shown
        await review.press("o")
        assert "contradicted most" in said(review)
        assert cluster(review) in (BOATS, MORE_BOATS)
        assert "number contradiction (decided)" in review.shown
        assert "≠1" in review.shown


async def test_m_asks_once_more_before_it_joins_what_may_contradict_the_cluster(
    db: Path, opened: Opener
) -> None:
    async with opened(db) as review:
        await review.stand_at(BOATS)
        await review.press("c", "3", "m")
        assert review.workspace.log_length() == 1
        assert said(review).startswith("m again joins the two, proposed as ≠ contradicts?")
        await review.press("m")
        assert review.workspace.log_length() == 2


async def test_capital_s_splits_the_highlighted_member(decided: Path, opened: Opener) -> None:
    async with opened(decided) as review:
        await review.press("3", "S")
        assert review.stored(BRIDGE, 1).canonical_id == review.stored(BRIDGE, 1).claim.id
        await review.press("u")
        assert review.stored(BRIDGE, 1).status == "merged"
        assert cluster(review) == BRIDGE


async def test_capital_c_changes_the_canonical_claim_and_the_cursor_stays(
    decided: Path, opened: Opener
) -> None:
    async with opened(decided) as review:
        await review.press("3", "C")
        assert review.stored(BRIDGE, 0).canonical_id == review.stored(BRIDGE, 1).claim.id
        assert cluster(review) == BRIDGE


async def test_e_puts_a_cluster_into_better_words(decided: Path, opened: Opener) -> None:
    async with opened(decided) as review:
        await review.press("3", "e", "ctrl+u")
        await review.type("The bridge is shut")
        await review.press("enter")
        assert review.stored(BRIDGE).wording == "The bridge is shut"
        assert cluster(review) == "The bridge is shut"


async def test_what_is_no_member_cannot_be_split_off(decided: Path, opened: Opener) -> None:
    async with opened(decided) as review:
        await review.press("3", "o", "S")
        assert "no member" in said(review)


async def test_enter_goes_to_the_claim_in_its_article(decided: Path, opened: Opener) -> None:
    async with opened(decided) as review:
        await review.press("3", "tab", "enter")
        assert review.app.screen is review.screen
        assert review.claim.claim.text == BRIDGE
        assert "Valley Times" in review.shown


async def test_v_compares_a_member_with_the_canonical_claim(decided: Path, opened: Opener) -> None:
    async with opened(decided) as review:
        await review.press("3", "v")
        assert " · decided ─" in review.shown


async def test_without_clusters_it_says_how_they_come_about(db: Path, opened: Opener) -> None:
    async with opened(db) as review:
        await review.press("3")
        assert "No clusters yet" in review.shown
        assert "Nothing like it" not in review.shown  # there is nothing to be like
        await review.press("j", "S", "C", "e", "m", "x", "d", "v", "enter", "o", "tab", "G")
        assert review.app.is_running
        await review.press("1", "c", "3", "o", "o")
        assert cluster(review) == BRIDGE


async def test_rows_can_be_clicked(decided: Path, opened: Opener) -> None:
    async with opened(decided) as review:
        await review.press("3")
        await review.pilot.click("#clusters", offset=(10, 3))
        assert cluster(review) != BRIDGE
        await review.pilot.click("#clusters", offset=(10, 1))
        assert cluster(review) != BRIDGE


async def test_every_size_shows_the_clusters(decided: Path, opened: Opener) -> None:
    for size in ((80, 24), (120, 40), (250, 70)):
        async with opened(decided, size=size) as review:
            await review.press("3")
            assert BRIDGE[:15] in review.shown
            assert "say so" in review.shown


def test_labels_are_short_and_no_two_are_alike() -> None:
    names = ["Harbour Post", "Hill Press", "Reuters", "Reuters Wire", "Reu", "", "日本経済新聞", "x" * 50]
    found = labels(names)
    assert len(set(found)) == len(names)
    assert all(len(label) <= 3 for label in found)


async def test_what_the_matrix_shows_is_said_below_it(decided: Path, opened: Opener) -> None:
    async with opened(decided) as review:
        await review.press("3")
        await review.pilot.pause(0.1)
        assert "● says it · ◆ alone says it · HP Harbour Post" in review.shown


async def test_on_a_narrow_screen_the_row_tells_the_full_names_of_its_outlets(
    tmp_path: Path, opened: Opener
) -> None:
    outlets = [f"The {name} Evening Gazette" for name in ("Amber", "Birch", "Cedar", "Dune", "Elm", "Fen")]
    stories = [
        Story(outlet, outlet, "2023-06-05", f"The bridge {n} is closed.", [Said(f"The bridge {n} is closed")])
        for n, outlet in enumerate(outlets)
    ]
    path = tmp_path / "many.db"
    fill(path, stories)
    with Workspace.open(path, reviewer="ana") as workspace:
        workspace.decide_all(workspace.planned("confirm", filter="").decisions)
    async with opened(path, size=(80, 24)) as review:
        await review.press("3")
        told = set()
        for _ in outlets:
            await review.pilot.pause(0.1)
            legend = said(review)
            assert len(legend) <= 77
            assert legend in review.shown, "whole, and cut nowhere"
            assert legend.endswith(" more")
            told |= {outlet for outlet in outlets if outlet in legend}
            await review.press("down")
        assert told == set(outlets)


async def test_going_on_after_a_decision_tells_again_what_the_matrix_shows(
    decided: Path, opened: Opener
) -> None:
    async with opened(decided) as review:
        await review.press("3", "o")
        assert said(review).startswith("order: ")
        await review.press("down")
        await review.pilot.pause(0.1)
        assert "● says it" in said(review)
