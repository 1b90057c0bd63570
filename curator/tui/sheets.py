"""Style sheets that not every window needs: each is read when the first screen has to wear it.

Reading a rule costs as much as drawing several lines, so the first screen comes with no more than its own.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

FOLDER = Path(__file__).with_name("screens")


def wear(app: App[Any], *names: str) -> None:
    """Read the sheets of these names, or of the classes of that name, where they are not read yet."""
    sheets = [str(FOLDER / f"{name.removeprefix('-')}.tcss") for name in names]
    missing = [sheet for sheet in sheets if not app.stylesheet.has_source(sheet, "")]
    for sheet in missing:
        app.stylesheet.read(sheet)
    if missing:
        app.stylesheet.parse()  # else what is styled first would still be styled by the old rules
