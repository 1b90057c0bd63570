"""On every screen a claim that its article denies is led by how it does that."""

from pathlib import Path

import pytest

from curator import Workspace, decisions
from tests.tui.conftest import Opener

DENIED = "safety inspections had been skipped"


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    """A database in which a company denies twice what inspectors say."""
    paths = []
    for outlet, text in (
        ("Post", f"The company denied that {DENIED}."),
        ("Times", f"The company also denied that {DENIED}. “Nobody was hurt,” Paul Renner said."),
        ("Wire", f"Inspectors said that {DENIED}."),
    ):
        path = tmp_path / f"{outlet}.txt"
        path.write_text(f"Plant in the news\nSource: {outlet}\nMonday, 5 June 2023\n\n{text}\n", "utf-8")
        paths.append(path)
    with Workspace.open(tmp_path / "plant.db", reviewer="ana") as workspace:
        workspace.add(paths)
    return tmp_path / "plant.db"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (180, 50)])
async def test_the_review_says_so_in_its_lists_and_messages(
    plant: Path, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(plant, size=size) as review:
        await review.pilot.pause(0.3)
        assert review.claim.claim.cue_class == "denies"
        assert f"denied: {DENIED}"[:24] in review.shown
        await review.press("c")
        assert review.said.startswith("confirmed: the company, denied: “safety")


async def test_what_is_found_far_inside_a_denial_is_still_told_as_one(plant: Path, opened: Opener) -> None:
    async with opened(plant, size=(80, 24)) as review:
        await review.press("slash")
        await review.type("skipped")
        await review.pilot.pause(0.5)
        assert "denied: " in review.shown


@pytest.mark.parametrize("view", ["2", "3", "4"])
async def test_the_other_views_say_so(plant: Path, opened: Opener, view: str) -> None:
    with Workspace.open(plant, reviewer="ana") as workspace:
        for claim in workspace.claims():
            if claim.claim.cue_class == "denies":
                workspace.decide(decisions.Confirm(claim.claim.id))
    async with opened(plant) as review:
        await review.press(view)
        await review.pilot.pause(0.5)
        assert "denied: safety" in review.shown


async def test_the_history_tells_what_an_edit_replaced_as_a_denial(plant: Path, opened: Opener) -> None:
    with Workspace.open(plant, reviewer="ana") as workspace:
        denial = next(view for view in workspace.claims() if view.claim.cue_class == "denies")
        workspace.decide(decisions.Edit(denial.claim.id, wording="no inspection was skipped"))
    async with opened(plant, size=(180, 50)) as review:
        await review.press("4")
        await review.pilot.pause(0.5)
        assert "denied: safety" in review.shown
        await review.press("1")
        await review.stand_at(denial.claim.text)
        assert "was denied: safety" in review.shown
        facts = next(line for line in review.shown.splitlines() if "paraphrase · “denied”" in line)
        assert "negative" not in facts


async def test_a_denial_against_an_assertion_is_suggested_as_a_negation(plant: Path, opened: Opener) -> None:
    async with opened(plant) as review:
        await review.pilot.pause(0.3)
        for _ in range(3):
            related = review.screen.sitting.view.highlighted
            assert related is not None
            if related.claim.claim.cue_class != "denies":
                break
            await review.press("J")
        await review.press("x")
        assert "Enter: negation" in review.shown
