"""An article without a title goes by one and the same name wherever it is listed, and by no other."""

from pathlib import Path

import pytest

from curator import Workspace, decisions
from curator.cli import main
from tests.tui.conftest import Opener
from tests.tui.newsroom import Said, Story, fill

FIRST = "Good news from Bray"
NAME = f"“{FIRST}”"
CATS = "Cats are fine and well"
STORIES = (
    Story("Pets", "Harbour Post", "2023-06-05", f"{CATS}, a vet said.\n", (Said(CATS, "a vet"),)),
    Story(
        "000_17.txt",
        "",
        "2023-06-06",
        f"\n{FIRST}\n{CATS}, the vet of Bray said. More.\n",
        (Said(CATS, "the vet of Bray"),),
    ),
    Story("Dogs", "", "", "Dogs are ill.\n", (Said("Dogs are ill", kind="assertion"),)),
)


@pytest.fixture
def untitled(tmp_path: Path) -> Path:
    path = tmp_path / "untitled.db"
    fill(path, STORIES, (((0, 0), (1, 0), "same", 0.9, "wording", "the same words"),))
    return path


async def test_every_screen_calls_it_by_its_first_words(untitled: Path, opened: Opener) -> None:
    async with opened(untitled, size=(160, 40)) as review:
        assert NAME in review.shown, "among the related"
        await review.press("v")
        assert NAME in review.shown, "beside the other of the pair"
        await review.press("5")
        await review.pilot.pause(0.3)
        assert f"2023-06-06 · {NAME}" in review.shown, "in the list of articles"
        await review.press("1", "m", "3")
        assert NAME in review.shown, "as an outlet that carries a cluster"
        await review.press("1", "g", "a")
        assert f"2023-06-06 · {NAME}" in review.shown, "above its text, where it is read"
        await review.press("slash")
        await review.type("More")
        await review.pilot.pause(0.5)
        assert f"¶ {NAME[:15]}" in review.shown, "found by its words"


def test_commands_and_the_report_call_it_so_too(
    untitled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["articles", "--db", str(untitled)]) == 0
    assert NAME in capsys.readouterr().out
    assert main(["speaker", "the vet of Bray", "--db", str(untitled)]) == 0
    assert NAME in capsys.readouterr().out
    with Workspace.open(untitled, reviewer="ana") as workspace:
        for view in list(workspace.claims()):
            workspace.decide(decisions.Confirm(view.claim.id))
        workspace.report(tmp_path / "page.html")
    assert f"<i>{NAME}</i>" in (tmp_path / "page.html").read_text()
