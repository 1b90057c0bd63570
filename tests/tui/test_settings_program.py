"""The user's settings at work in the whole program, on a real terminal."""

from __future__ import annotations

from pathlib import Path

from curator import Workspace
from tests.tui.terminal import curator

SETTINGS = """
theme = "curator-light"
ascii = true
reviewer = "Cem"

[keys]
review.confirm = ["y", "Ctrl+Y"]
"""


def test_keys_theme_signs_and_name_are_those_of_the_settings(db: Path, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(SETTINGS)
    with curator("--db", str(db), "review", env={"CURATOR_CONFIG": str(file)}) as terminal:
        terminal.wait_for("y confirm")
        assert terminal.text.isascii()
        assert b"\x1b[" in terminal.raw and b"48;2;251;250;248" in terminal.raw
        terminal.send("c")
        terminal.send("y")
        terminal.wait_for("confirmed")
        terminal.settle()
        assert bytes(terminal.raw).isascii()
        terminal.send("q")
        assert terminal.wait() == 0
    with Workspace.open(db, reviewer="ana") as workspace:
        (event,) = workspace.log()
    assert (event.kind, event.reviewer.partition("@")[0]) == ("confirm", "Cem")


def test_settings_that_are_wrong_are_said_before_any_screen_is_drawn(db: Path, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[keys]\n"review.confirm" = "r"\n')
    with curator("--db", str(db), "review", env={"CURATOR_CONFIG": str(file)}, width=300) as terminal:
        assert terminal.wait() == 1
        assert terminal.text.strip() == (
            f'curator: {file}, line 2: keys.review.confirm: "r" is given to both '
            "review.confirm and review.reject; give one of them another key"
        )
        assert b"\x1b[?1049h" not in terminal.raw
