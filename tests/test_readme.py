"""What the pages say is so: their tables come from the program, their commands parse, their Python runs."""

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
from docs.reference import DOCS, PAGES, in_step

ROOT = DOCS.parent
WRITTEN = sorted((*ROOT.glob("*.md"), *DOCS.glob("*.md")))
SHELL = (
    ROOT / "README.md",
    *(DOCS / f"{name}.md" for name in ("keys", "commands", "fields", "proof", "matching")),
)
VERBS = {verb.name: verb for verb in COMMANDS}


def blocks(language: str) -> list[str]:
    """The code blocks in one language of the pages for users."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in SHELL)
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


CONSOLE = [
    line[2:].partition(" #")[0]
    for block in blocks("console")
    for line in block.splitlines()
    if line[0] == "$"
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_tables_of_a_page_are_those_of_the_program(page: Path) -> None:
    assert in_step(page) == page.read_text(encoding="utf-8"), "`make reference` brings them in step"


@pytest.mark.parametrize("line", [line for line in CONSOLE if line.startswith("curator ")])
def test_a_command_on_a_page_is_one_that_curator_takes(line: str) -> None:
    for part in line.split(" | "):
        program, verb, *words = shlex.split(part.partition(" > ")[0])
        if program == "curator" and not (ROOT / verb).exists():
            VERBS[verb].parser().parse_args(words)


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), target


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_the_make_targets_that_a_page_names_are_in_the_makefile(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:\$ |`)make (\w+)", page.read_text(encoding="utf-8")):
        assert f"\n{target}:" in makefile


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    names = r"`((?:curator|tests|docs|seeds|bench)/[\w./-]*)`"
    for name in re.findall(names, page.read_text(encoding="utf-8")):
        assert "NAME" in name or (ROOT / name).exists(), name


def test_pictures_fetch_nothing_from_anywhere() -> None:
    pictures = list((ROOT / "docs").glob("*.svg"))
    assert pictures
    for picture in pictures:
        svg = picture.read_text(encoding="utf-8")
        assert "url(http" not in svg
        assert "@font-face" not in svg
        assert not re.search(r"(?:href|src)\s*=\s*[\"'](?!#)", svg)


def test_the_python_of_the_pages_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    with Workspace.open(tmp_path / "curator.db", reviewer="ana") as workspace:
        workspace.add([tmp_path / "seeds"])
        first = next(workspace.claims())
        workspace.decide(decisions.Confirm(first.claim.id))
        text = workspace.article(first.claim.article_id).text
    for block in blocks("python"):  # the first writes the dataset that the last reads
        done = subprocess.run(
            [sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        said = done.stdout
    assert f"confirmed {first.speaker} {text[first.start : first.end]}\n" in said


def test_the_settings_that_a_page_shows_are_ones_that_curator_takes() -> None:
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
