"""Remakes the pictures of the documentation by driving the program itself over the seeds (`make picture`).

Every picture is what the app drew, taken after real keys on a fresh database. Nothing in it points outside:
the fonts that the SVG names by address are taken out, so it is drawn with whatever the reader has.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from curator import Workspace
from curator.tui.workbench import Workbench

DOCS = Path(__file__).parent
SEEDS = DOCS.parent / "seeds"
_FONT_FACE = re.compile(r"\s*@font-face\s*\{[^}]*\}")
_FONTS = "Fira Code, ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace"


@dataclass(frozen=True, slots=True)
class Picture:
    """One screen worth showing."""

    name: str
    """The file in this folder, without its end."""
    keys: tuple[str, ...]
    """What is pressed before it is taken."""
    size: tuple[int, int] = (140, 36)


PICTURES = (
    Picture("review", ("c", "c", "c", "s", "slash", *"no decision", "enter", "J")),
    Picture("compact", ("c", "c", "r"), (80, 24)),
)


def without_addresses(svg: str) -> str:
    """The SVG with no font to be fetched from anywhere."""
    return _FONT_FACE.sub("", svg).replace("font-family: Fira Code, monospace", f"font-family: {_FONTS}")


async def take(picture: Picture, database: Path) -> str:
    """Press the keys on the app and give what it shows."""
    with Workspace.open(database, reviewer="ana") as workspace:
        app = Workbench(workspace, database)
        async with app.run_test(size=picture.size) as pilot:
            for key in picture.keys:
                await pilot.press("space" if key == " " else key)
                await pilot.pause()
            await pilot.pause(0.3)
            return without_addresses(app.export_screenshot(title="curator seeds/"))


def remake(pictures: Sequence[Picture] = PICTURES, folder: Path = DOCS) -> list[Path]:
    """Take every picture, each on a database of its own; gives the files written."""
    written = []
    for picture in pictures:
        with tempfile.TemporaryDirectory() as place:
            database = Path(place) / "curator.db"
            with Workspace.open(database, reviewer="ana") as workspace:
                workspace.add([SEEDS])
            path = folder / f"{picture.name}.svg"
            path.write_text(asyncio.run(take(picture, database)), encoding="utf-8")
        written.append(path)
    return written


if __name__ == "__main__":
    for path in remake():
        print(path)  # noqa: T201
