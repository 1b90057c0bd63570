"""What the README says is so: its tables come from the program, its commands parse, its Python runs."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from curator import Workspace, decisions, settings
from curator.cli.table import COMMANDS
from curator.tui.vocabulary import vocabulary
from curator.tui.workbench import Workbench
from docs.reference import README, in_step

ROOT = README.parent
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
TEXT = README.read_text(encoding="utf-8")
VERBS = {verb.name: verb for verb in COMMANDS}


def blocks(language: str) -> list[str]:
    """The code blocks of the README in one language."""
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


CONSOLE = [
    line[2:].partition(" #")[0]
    for block in blocks("console")
    for line in block.splitlines()
    if line[0] == "$"
]


def test_the_tables_of_the_readme_are_those_of_the_program() -> None:
    assert in_step(TEXT) == TEXT, "`make reference` brings them in step"


@pytest.mark.parametrize("line", [line for line in CONSOLE if line.startswith("curator ")])
def test_a_command_in_the_readme_is_one_that_curator_takes(line: str) -> None:
    for part in line.split(" | "):
        program, verb, *words = shlex.split(part.partition(" > ")[0])
        if program == "curator" and not (ROOT / verb).exists():
            VERBS[verb].parser().parse_args(words)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_links_to_is_there(page: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)", (ROOT / page).read_text(encoding="utf-8"))
    for target in targets:
        assert target.startswith("https://") or (ROOT / target).exists(), target


@pytest.mark.parametrize("page", PAGES)
def test_the_make_targets_that_a_page_names_are_in_the_makefile(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:\$ |`)make (\w+)", (ROOT / page).read_text(encoding="utf-8")):
        assert f"\n{target}:" in makefile


@pytest.mark.parametrize("page", PAGES)
def test_files_that_a_page_names_are_there(page: str) -> None:
    for name in re.findall(
        r"`((?:curator|tests|docs|seeds|bench)/[\w./-]*)`", (ROOT / page).read_text(encoding="utf-8")
    ):
        assert "NAME" in name or (ROOT / name).exists(), name


def test_pictures_fetch_nothing_from_anywhere() -> None:
    pictures = list((ROOT / "docs").glob("*.svg"))
    assert pictures
    for picture in pictures:
        svg = picture.read_text(encoding="utf-8")
        assert "url(http" not in svg
        assert "@font-face" not in svg
        assert not re.search(r"(?:href|src)\s*=\s*[\"'](?!#)", svg)


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    with Workspace.open(tmp_path / "curator.db", reviewer="ana") as workspace:
        workspace.add([tmp_path / "seeds"])
        first = next(workspace.claims())
        workspace.decide(decisions.Confirm(first.claim.id))
        text = workspace.article(first.claim.article_id).text
    for block in reversed(blocks("python")):  # the last writes the dataset that the first reads
        done = subprocess.run(
            [sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        said = done.stdout
    assert f"confirmed {first.speaker} {text[first.start : first.end]}\n" in said


def test_the_settings_of_the_readme_are_ones_that_curator_takes() -> None:
    (block,) = blocks("toml")
    chosen = settings.read(block, vocabulary())
    assert chosen.theme == "curator-light"
    assert chosen.keys["review.next-undecided"] == ("n", "f8")
    for theme in vocabulary().themes:
        assert theme in block


async def test_the_tour_leads_where_it_says(tmp_path: Path) -> None:
    database = tmp_path / "curator.db"
    with Workspace.open(database, reviewer="ana") as workspace:
        workspace.add([ROOT / "seeds"])
        app = Workbench(workspace, database)
        async with app.run_test(size=(120, 40)) as pilot:

            async def press(*keys: str) -> None:
                for key in keys:
                    await pilot.press("space" if key == " " else key)
                    await pilot.pause()
                await pilot.pause(0.2)

            def here() -> str:
                found = app.review.sitting.view.claim
                assert found is not None
                return found.claim.text

            await press("c", "r", "u")
            assert [event.kind for event in workspace.log()] == ["undo", "reject", "confirm"]
            await press("slash", *"no decision")
            assert app.screen.query_one("#find-input").size.height == 1, "what is typed is not seen"
            await press("enter")
            assert "there is no decision yet" in here()
            for _ in range(6):
                await press("J")
                related = app.review.sitting.view.highlighted
                if related is not None and "will be deployed" in related.claim.wording:
                    break
            await press("x", "enter")
            (told,) = (event for event in workspace.log() if event.kind == "contradict")
            assert json.loads(told.payload)["type"] == "modality"
            await press("slash", *"most prominent", "enter")
            assert "most prominent" in here()
            await press("m")
            assert next(workspace.log()).kind == "merge"
